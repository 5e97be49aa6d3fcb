/// What a row of ramp entries looks like.
enum RampRow {
  /// Nothing is drawn.
  case empty
  /// Every pixel takes the first index.
  case alike
  case varied
}

extension Bitmap {
  /// Draws entries of a ramp, dithered, row by row.
  ///
  /// - Parameters:
  ///   - area: inside the picture, not empty.
  ///   - mask: nil covers everything, else its bounds contain `area`.
  ///   - choose: writes the entries' indices for row `y`, `area.width` of them, all valid.
  mutating func draw(
    _ entries: [RampEntry], over area: PixelRect, mask: Mask?,
    choose: (_ indices: UnsafeMutablePointer<UInt16>, _ y: Int) -> RampRow
  ) {
    precondition(bounds.contains(area) && !area.isEmpty, "the area lies inside the picture")
    let stride = width * 4
    let isOpaque = mask == nil && entries.allSatisfy(\.isOpaque)
    let coverage = mask ?? Mask(bounds: PixelRect(), bytes: [])
    var indices = [UInt16](repeating: 0, count: area.width)
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe indices.withUnsafeMutableBufferPointer { indices in
        unsafe entries.withUnsafeBufferPointer { entries in
          unsafe coverage.bytes.withUnsafeBytes { weights in
            unsafe Dither.thresholds.withUnsafeBytes { thresholds in
              guard let base = buffer.baseAddress, let indices = indices.baseAddress,
                let entries = entries.baseAddress, let thresholds = thresholds.baseAddress
              else { return }
              for y in area.y..<area.maxY {
                let kind = unsafe choose(indices, y)
                if kind == .empty { continue }
                let first =
                  (y - coverage.bounds.y) * coverage.bounds.width + area.x - coverage.bounds.x
                let row = unsafe RampRowDrawing(
                  row: base + (y * stride + area.x * 4), entries: entries, indices: indices,
                  weights: mask == nil ? nil : weights.baseAddress.map { unsafe $0 + first },
                  thresholds: thresholds, x: area.x, y: y, count: area.width)
                if kind == .alike {
                  row.drawAlike()
                } else if isOpaque {
                  row.drawOpaque()
                } else {
                  row.drawVaried()
                }
              }
            }
          }
        }
      }
    }
  }
}

/// One row's pointers; four pixels a step, the last few one by one.
@safe private struct RampRowDrawing {
  let row: UnsafeMutableRawPointer
  let entries: UnsafePointer<RampEntry>
  let indices: UnsafePointer<UInt16>
  let weights: UnsafeRawPointer?
  let thresholds: UnsafeRawPointer
  /// Where the first pixel is on the picture.
  let x: Int
  let y: Int
  let count: Int

  func drawAlike() {
    let entry = unsafe entries[Int(indices[0])]
    if entry.isTransparent { return }
    let low = lanes(SIMD4(repeating: entry.low))
    let high = lanes(SIMD4(repeating: entry.high))
    let rest = lanes(SIMD4(repeating: entry.rest))
    var x = 0
    while x &+ 4 <= count {
      blend(x: x, low: low, high: high, rest: rest)
      x &+= 4
    }
    while x < count {
      blendOne(x: x, entry)
      x &+= 1
    }
  }

  func drawVaried() {
    let startsTransparent = unsafe entries[0].isTransparent
    var x = 0
    while x &+ 4 <= count {
      // Most of a shadow's rows, and of a scrim's, draw nothing.
      if startsTransparent,
        unsafe UnsafeRawPointer(indices).loadUnaligned(fromByteOffset: x &* 2, as: UInt64.self) == 0
      {
        x &+= 4
        continue
      }
      let (low, high, rest) = gather(x: x)
      blend(x: x, low: lanes(low), high: lanes(high), rest: lanes(rest))
      x &+= 4
    }
    while x < count {
      blendOne(x: x, unsafe entries[Int(indices[x])])
      x &+= 1
    }
  }

  func drawOpaque() {
    var x = 0
    while x &+ 4 <= count {
      let (low, high, _) = gather(x: x)
      let threshold = thresholds(x: x)
      let packed =
        ((lanes(low) &+ threshold) &>> 8) | ((lanes(high) &+ threshold) & 0xff00)
      unsafe row.storeBytes(of: packed, toByteOffset: x &* 4, as: SIMD8<UInt16>.self)
      x &+= 4
    }
    while x < count {
      blendOne(x: x, unsafe entries[Int(indices[x])])
      x &+= 1
    }
  }

  @inline(__always)
  private func gather(x: Int) -> (SIMD4<UInt32>, SIMD4<UInt32>, SIMD4<UInt32>) {
    let a = unsafe entries[Int(indices[x])]
    let b = unsafe entries[Int(indices[x &+ 1])]
    let c = unsafe entries[Int(indices[x &+ 2])]
    let d = unsafe entries[Int(indices[x &+ 3])]
    return (
      SIMD4(a.low, b.low, c.low, d.low), SIMD4(a.high, b.high, c.high, d.high),
      SIMD4(a.rest, b.rest, c.rest, d.rest)
    )
  }

  @inline(__always)
  private func lanes(_ pairs: SIMD4<UInt32>) -> SIMD8<UInt16> {
    unsafe unsafeBitCast(pairs, to: SIMD8<UInt16>.self)
  }

  @inline(__always)
  private func thresholds(x: Int) -> SIMD8<UInt16> {
    unsafe thresholds.loadUnaligned(
      fromByteOffset: Dither.phase(x: self.x &+ x, y: y) &* 4, as: SIMD8<UInt16>.self)
  }

  @inline(__always)
  private func blend(x: Int, low: SIMD8<UInt16>, high: SIMD8<UInt16>, rest: SIMD8<UInt16>) {
    var (low, high, rest) = (low, high, rest)
    if let weights = unsafe weights {
      let four = unsafe weights.loadUnaligned(fromByteOffset: x, as: UInt32.self)
      if four == 0 { return }
      if four != .max {
        fade(&low, &high, &rest, by: unsafe weights.weights(at: x))
      }
    }
    let under = unsafe row.loadUnaligned(fromByteOffset: x &* 4, as: SIMD8<UInt16>.self)
    let packed = over(under, low: low, high: high, rest: rest, threshold: thresholds(x: x))
    unsafe row.storeBytes(of: packed, toByteOffset: x &* 4, as: SIMD8<UInt16>.self)
  }

  @inline(__always)
  private func blendOne(x: Int, _ entry: RampEntry) {
    var low = lanes(SIMD4(repeating: entry.low))
    var high = lanes(SIMD4(repeating: entry.high))
    var rest = lanes(SIMD4(repeating: entry.rest))
    if let weights = unsafe weights {
      let weight = unsafe weights.weight(at: x)
      if weight[0] == 0 { return }
      if weight[0] != 255 { fade(&low, &high, &rest, by: weight) }
    }
    let pixel = unsafe row.loadUnaligned(fromByteOffset: x &* 4, as: UInt32.self)
    let packed = over(
      lanes(SIMD4(repeating: pixel)), low: low, high: high, rest: rest,
      threshold: thresholds(x: x))
    let result = unsafe unsafeBitCast(packed, to: SIMD4<UInt32>.self)[0]
    unsafe row.storeBytes(of: result, toByteOffset: x &* 4, as: UInt32.self)
  }

  /// 255 × 256 + the greatest threshold + one for rounding is what 16 bits can hold.
  @inline(__always)
  private func over(
    _ under: SIMD8<UInt16>, low: SIMD8<UInt16>, high: SIMD8<UInt16>, rest: SIMD8<UInt16>,
    threshold: SIMD8<UInt16>
  ) -> SIMD8<UInt16> {
    let newLow = low &+ upperProduct(under &<< 8, rest) &+ threshold
    let newHigh = high &+ upperProduct(under & 0xff00, rest) &+ threshold
    return (newLow &>> 8) | (newHigh & 0xff00)
  }

  @inline(__always)
  private func fade(
    _ low: inout SIMD8<UInt16>, _ high: inout SIMD8<UInt16>, _ rest: inout SIMD8<UInt16>,
    by weight: SIMD8<UInt16>
  ) {
    let weight = weight &* 257
    low = upperProduct(low, weight)
    high = upperProduct(high, weight)
    rest = 65535 &- upperProduct(65535 &- rest, weight)
  }
}
