extension Bitmap {
  /// A picture of one color.
  public init(width: Int, height: Int, color: Color) {
    precondition(width > 0 && height > 0, "a bitmap has at least one pixel")
    let color = EightBitColor(color)
    var pixel = SIMD4<UInt32>(
      UInt32(color.red), UInt32(color.green), UInt32(color.blue), 255)
    pixel = (pixel &* UInt32(color.alpha) &+ 127) / 255
    let packed = pixel[0] | pixel[1] << 8 | pixel[2] << 16 | pixel[3] << 24
    let count = width * height
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count * 4) { buffer, filled in
      unsafe UnsafeMutableRawBufferPointer(buffer).bindMemory(to: UInt32.self)
        .initialize(repeating: packed)
      filled = count * 4
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// Draws `color` over the pixels of `rect`; what lies outside the picture is ignored.
  public mutating func fill(_ rect: PixelRect, with color: Color) {
    let area = rect.intersection(bounds)
    let color = EightBitColor(color)
    guard !area.isEmpty, color.alpha > 0 else { return }
    let stride = width * 4
    unsafe pixels.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      for y in area.y..<area.maxY {
        let row = unsafe base + (y * stride + area.x * 4)
        if color.alpha == 255 {
          unsafe row.assumingMemoryBound(to: UInt32.self)
            .update(repeating: color.opaquePixel, count: area.width)
        } else {
          unsafe fillRow(row, count: area.width, with: color)
        }
      }
    }
  }

  /// Draws `color` where `mask` covers, inside `clip`.
  ///
  /// - Parameter clip: nothing outside it changes.
  public mutating func fill(_ mask: Mask, with color: Color, within clip: PixelRect) {
    let area = mask.bounds.intersection(clip).intersection(bounds)
    let color = EightBitColor(color)
    guard !area.isEmpty, color.alpha > 0 else { return }
    let stride = width * 4
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe mask.bytes.withUnsafeBytes { coverage in
        guard let base = buffer.baseAddress, let source = coverage.baseAddress else { return }
        for y in area.y..<area.maxY {
          unsafe fillRow(
            base + (y * stride + area.x * 4),
            weights: source + ((y - mask.bounds.y) * mask.bounds.width + area.x - mask.bounds.x),
            count: area.width, with: color)
        }
      }
    }
  }
}

/// Constant translucent color.
private func fillRow(_ row: UnsafeMutableRawPointer, count: Int, with color: EightBitColor) {
  let ink = PixelLanes(color: color)
  let weight = SIMD8<UInt16>(repeating: color.alpha)
  var x = 0
  while x &+ 4 <= count {
    let under = unsafe row.lanes(at: x &* 4)
    unsafe row.store(ink.drawn(weight: weight, over: under), at: x &* 4)
    x &+= 4
  }
  while x < count {
    let under = unsafe row.lane(at: x &* 4)
    unsafe row.storeFirst(ink.drawn(weight: weight, over: under), at: x &* 4)
    x &+= 1
  }
}

private func fillRow(
  _ row: UnsafeMutableRawPointer, weights: UnsafeRawPointer, count: Int, with color: EightBitColor
) {
  let ink = PixelLanes(color: color)
  let alpha = SIMD8<UInt16>(repeating: color.alpha)
  let isOpaque = color.alpha == 255
  let opaque = SIMD8<UInt32>(repeating: color.opaquePixel)
  var x = 0
  while x &+ 8 <= count {
    let eight = unsafe weights.eightWeights(at: x)
    if eight == 0 {
      x &+= 8
      continue
    }
    if isOpaque, eight == .max {
      unsafe row.storeBytes(of: opaque, toByteOffset: x &* 4, as: SIMD8<UInt32>.self)
      x &+= 8
      continue
    }
    for _ in 0..<2 {
      let weight = dividedBy255(unsafe weights.weights(at: x) &* alpha)
      let under = unsafe row.lanes(at: x &* 4)
      unsafe row.store(ink.drawn(weight: weight, over: under), at: x &* 4)
      x &+= 4
    }
  }
  while x < count {
    let weight = dividedBy255(unsafe weights.weight(at: x) &* alpha)
    let under = unsafe row.lane(at: x &* 4)
    unsafe row.storeFirst(ink.drawn(weight: weight, over: under), at: x &* 4)
    x &+= 1
  }
}
