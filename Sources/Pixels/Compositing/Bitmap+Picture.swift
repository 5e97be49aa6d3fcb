extension Bitmap {
  /// Draws `picture` with its top left pixel at `x`, `y`, inside `clip`, where `mask` covers.
  ///
  /// - Parameters:
  ///   - clip: nothing outside it changes.
  ///   - mask: nil covers everything.
  public mutating func draw(
    _ picture: Bitmap, x: Int, y: Int, within clip: PixelRect, mask: Mask? = nil
  ) {
    var area = picture.bounds.offset(x: x, y: y).intersection(clip).intersection(bounds)
    if let mask { area = area.intersection(mask.bounds) }
    guard !area.isEmpty else { return }
    let stride = width * 4
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe picture.pixels.withUnsafeBytes { source in
        unsafe withRows(of: mask) { weights in
          guard let base = buffer.baseAddress, let sourceBase = source.baseAddress else { return }
          for row in area.y..<area.maxY {
            unsafe drawRow(
              base + (row * stride + area.x * 4),
              source: sourceBase + ((row - y) * picture.width + area.x - x) * 4,
              weights: weights.map { unsafe $0 + mask.unsafelyOffset(x: area.x, y: row) },
              count: area.width)
          }
        }
      }
    }
  }

  /// The pixels of `rect`.
  ///
  /// - Precondition: `rect` is not empty and lies inside the picture.
  public func copy(of rect: PixelRect) -> Bitmap {
    precondition(!rect.isEmpty && bounds.contains(rect), "a copy lies inside the picture")
    let stride = width * 4
    let count = rect.width * rect.height * 4
    let copy = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      unsafe pixels.withUnsafeBytes { source in
        guard let to = UnsafeMutableRawBufferPointer(target).baseAddress,
          let from = source.baseAddress
        else { return }
        for y in 0..<rect.height {
          unsafe (to + y * rect.width * 4).copyMemory(
            from: from + ((rect.y + y) * stride + rect.x * 4), byteCount: rect.width * 4)
        }
      }
      filled = count
    }
    return Bitmap(width: rect.width, height: rect.height, pixels: copy)
  }

  /// Takes back what was drawn since `earlier` was copied, except to the extent of the clip.
  ///
  /// Each pixel becomes `earlier + (now - earlier) × mask × opacity`: what drawing the same things in
  /// a transparent layer, then clipping, fading and compositing it, would give — without the layer.
  /// - Parameters:
  ///   - earlier: a copy of `rect`.
  ///   - mask: 0 outside its bounds; nil keeps everything.
  ///   - opacity: 0…1.
  public mutating func restore(
    _ earlier: Bitmap, at rect: PixelRect, keeping mask: Mask?, opacity: Double
  ) {
    precondition(
      earlier.width == rect.width && earlier.height == rect.height && bounds.contains(rect),
      "the copy fits its place")
    let alpha = UInt16(unit: opacity)
    let stride = width * 4
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe earlier.pixels.withUnsafeBytes { source in
        unsafe withRows(of: mask) { weights in
          guard let base = buffer.baseAddress, let sourceBase = source.baseAddress else { return }
          let kept = (mask?.bounds ?? rect).intersection(rect)
          for y in rect.y..<rect.maxY {
            let row = unsafe base + (y * stride + rect.x * 4)
            let old = unsafe sourceBase + (y - rect.y) * rect.width * 4
            if kept.isEmpty || y < kept.y || y >= kept.maxY {
              unsafe row.copyMemory(from: old, byteCount: rect.width * 4)
              continue
            }
            let left = (kept.x - rect.x) * 4
            let right = (kept.maxX - rect.x) * 4
            unsafe row.copyMemory(from: old, byteCount: left)
            unsafe (row + right).copyMemory(from: old + right, byteCount: rect.width * 4 - right)
            unsafe restoreRow(
              row + left, old: old + left,
              weights: weights.map { unsafe $0 + mask.unsafelyOffset(x: kept.x, y: y) },
              alpha: alpha, count: kept.width)
          }
        }
      }
    }
  }
}

/// Calls `body` with the mask's first byte, or nil without a mask.
private func withRows(of mask: Mask?, _ body: (UnsafeRawPointer?) -> Void) {
  guard let mask else {
    body(nil)
    return
  }
  unsafe mask.bytes.withUnsafeBytes { unsafe body($0.baseAddress) }
}

extension Mask? {
  /// Index of the byte for a pixel inside the bounds.
  fileprivate func unsafelyOffset(x: Int, y: Int) -> Int {
    guard let self else { return 0 }
    return (y - self.bounds.y) * self.bounds.width + x - self.bounds.x
  }
}

private func drawRow(
  _ row: UnsafeMutableRawPointer, source: UnsafeRawPointer, weights: UnsafeRawPointer?, count: Int
) {
  let all = SIMD8<UInt16>(repeating: 255)
  let opaque = SIMD4<UInt32>(repeating: 0xff00_0000)
  var x = 0
  while x &+ 4 <= count {
    var weight = all
    if let weights = unsafe weights { weight = unsafe weights.weights(at: x) }
    let pixels = unsafe source.loadUnaligned(fromByteOffset: x &* 4, as: SIMD4<UInt32>.self)
    if weight == all, pixels & opaque == opaque {
      unsafe row.storeBytes(of: pixels, toByteOffset: x &* 4, as: SIMD4<UInt32>.self)
    } else if weight != .zero {
      let under = unsafe row.lanes(at: x &* 4)
      let drawn = unsafe source.lanes(at: x &* 4).premultipliedDrawn(weight: weight, over: under)
      unsafe row.store(drawn, at: x &* 4)
    }
    x &+= 4
  }
  while x < count {
    var weight = all
    if let weights = unsafe weights { weight = unsafe weights.weight(at: x) }
    let under = unsafe row.lane(at: x &* 4)
    let drawn = unsafe source.lane(at: x &* 4).premultipliedDrawn(weight: weight, over: under)
    unsafe row.storeFirst(drawn, at: x &* 4)
    x &+= 1
  }
}

private func restoreRow(
  _ row: UnsafeMutableRawPointer, old: UnsafeRawPointer, weights: UnsafeRawPointer?,
  alpha: UInt16, count: Int
) {
  let fade = SIMD8<UInt16>(repeating: alpha)
  var x = 0
  while x &+ 4 <= count {
    var weight = fade
    if let weights = unsafe weights {
      if alpha == 255, x &+ 8 <= count, unsafe weights.eightWeights(at: x) == .max {
        x &+= 8
        continue
      }
      weight = dividedBy255(unsafe weights.weights(at: x) &* fade)
    }
    let drawn = unsafe row.lanes(at: x &* 4)
    unsafe row.store(old.lanes(at: x &* 4).mixed(with: drawn, weight: weight), at: x &* 4)
    x &+= 4
  }
  while x < count {
    var weight = fade
    if let weights = unsafe weights {
      weight = dividedBy255(unsafe weights.weight(at: x) &* fade)
    }
    let drawn = unsafe row.lane(at: x &* 4)
    unsafe row.storeFirst(old.lane(at: x &* 4).mixed(with: drawn, weight: weight), at: x &* 4)
    x &+= 1
  }
}
