extension Bitmap {
  /// Draws `picture` through a transform, where `mask` covers.
  ///
  /// Each pixel is interpolated by Catmull and Rom's cubic, so the picture should come at about the
  /// size it is drawn at; beyond its edges the outermost pixels repeat.
  /// - Parameters:
  ///   - transform: from the pixels of `picture` to those of this one.
  ///   - mask: the shape to draw.
  public mutating func draw(
    _ picture: Bitmap, through transform: AffineTransform, mask: Mask, within clip: PixelRect
  ) {
    let area = mask.bounds.intersection(clip).intersection(bounds)
    guard !area.isEmpty, let inverse = transform.inverse else { return }
    let sampler = PictureSampler(picture)
    let width = width
    let step = SIMD2(Float(inverse.a), Float(inverse.b))
    unsafe pixels.withUnsafeMutableBytes { buffer in
      unsafe mask.bytes.withUnsafeBytes { coverage in
        unsafe picture.pixels.withUnsafeBytes { source in
          guard let base = buffer.baseAddress, let weights = coverage.baseAddress,
            let source = source.baseAddress
          else { return }
          for y in area.y..<area.maxY {
            let row = unsafe base + (y * width + area.x) * 4
            let weight =
              unsafe weights + ((y - mask.bounds.y) * mask.bounds.width + area.x - mask.bounds.x)
            let first = inverse.apply(to: Point(x: Double(area.x) + 0.5, y: Double(y) + 0.5))
            let start = SIMD2(Float(first.x), Float(first.y))
            for x in 0..<area.width {
              let covered = unsafe weight.load(fromByteOffset: x, as: UInt8.self)
              if covered == 0 { continue }
              let place = start + step * Float(Int32(truncatingIfNeeded: x))
              let color = unsafe sampler.color(at: place, of: source)
              unsafe blend(color, weight: Float(covered), onto: row + x * 4)
            }
          }
        }
      }
    }
  }
}

/// Source-over of a premultiplied color, channels 0…255.
@inline(__always)
private func blend(_ color: SIMD4<Float>, weight: Float, onto pixel: UnsafeMutableRawPointer) {
  let share = weight * (1 / 255)
  let under = SIMD4<Float>(
    truncatingIfNeeded32: unsafe pixel.load(as: SIMD4<UInt8>.self))
  let ink = color * share
  let mixed = ink + under * (1 - ink.w * (1 / 255))
  unsafe pixel.storeBytes(of: mixed.roundedBytes, as: SIMD4<UInt8>.self)
}

extension SIMD4<Float> {
  /// The bytes as numbers.
  @inline(__always)
  init(truncatingIfNeeded32 bytes: SIMD4<UInt8>) {
    self = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: bytes))
  }

  /// Rounded and limited to 0…255.
  @inline(__always)
  var roundedBytes: SIMD4<UInt8> {
    let limited = clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 255))
    // Adding 2²³ leaves the nearest integer in the lowest bits.
    let bits = unsafe unsafeBitCast(limited + 8_388_608, to: SIMD4<UInt32>.self)
    return SIMD4<UInt8>(truncatingIfNeeded: bits)
  }
}

/// Reads a picture between its pixels.
private struct PictureSampler {
  private let width: Int32
  private let height: Int32
  private let stride: Int

  init(_ picture: Bitmap) {
    width = Int32(picture.width)
    height = Int32(picture.height)
    stride = picture.width * 4
  }

  /// Premultiplied, 0…255, colors not above alpha.
  @inline(__always)
  func color(at place: SIMD2<Float>, of source: UnsafeRawPointer) -> SIMD4<Float> {
    // Limits keep hostile transforms within what Int32 can hold.
    let x = min(max(place.x - 0.5, -4), Float(width) + 4)
    let y = min(max(place.y - 0.5, -4), Float(height) + 4)
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (horizontal, vertical) = (weights(x - left), weights(y - top))
    let (column, row) = (Int32(left) - 1, Int32(top) - 1)
    var sum = SIMD4<Float>()
    for tap in 0..<4 {
      let line = Int(min(max(row + Int32(tap), 0), height - 1)) * stride
      var part = SIMD4<Float>()
      for other in 0..<4 {
        let pixel = Int(min(max(column + Int32(other), 0), width - 1)) * 4
        let bytes = unsafe source.loadUnaligned(
          fromByteOffset: line &+ pixel, as: SIMD4<UInt8>.self)
        part += SIMD4<Float>(truncatingIfNeeded32: bytes) * horizontal[other]
      }
      sum += part * vertical[tap]
    }
    let alpha = min(max(sum.w, 0), 255)
    return sum.clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: alpha))
  }

  /// The weights of the four pixels around a place that is `fraction` behind the second.
  @inline(__always)
  private func weights(_ fraction: Float) -> SIMD4<Float> {
    let t = fraction
    let square = t * t
    let cube = square * t
    return SIMD4(
      -0.5 * cube + square - 0.5 * t, 1.5 * cube - 2.5 * square + 1,
      -1.5 * cube + 2 * square + 0.5 * t, 0.5 * cube - 0.5 * square)
  }
}
