/// How much of each pixel a shape covers: 0 nothing, 255 all of it.
public struct Mask: Hashable, Sendable {
  /// Where the mask lies on the picture.
  public var bounds: PixelRect { didSet { precondition(bounds.size == oldValue.size) } }
  /// `count == bounds.width * bounds.height`, rows top to bottom.
  public var bytes: [UInt8]

  /// - Parameter bytes: as described at the property.
  public init(bounds: PixelRect, bytes: [UInt8]) {
    precondition(bytes.count == bounds.width * bounds.height, "one byte a pixel")
    self.bounds = bounds
    self.bytes = bytes
  }

  /// All pixels covered alike.
  public init(bounds: PixelRect, coverage: UInt8 = 0) {
    self.init(
      bounds: bounds, bytes: [UInt8](repeating: coverage, count: bounds.width * bounds.height))
  }

  /// Coverage of the pixel at a place on the picture; 0 outside `bounds`.
  public func coverage(x: Int, y: Int) -> UInt8 {
    guard x >= bounds.x, x < bounds.maxX, y >= bounds.y, y < bounds.maxY else { return 0 }
    return bytes[(y - bounds.y) * bounds.width + x - bounds.x]
  }
}

extension PixelRect {
  fileprivate var size: SIMD2<Int> { SIMD2(width, height) }
}

extension Mask {
  /// Covers what either of both covers: `1 - (1 - a)(1 - b)`, where they overlap.
  public mutating func unite(_ other: Mask) {
    let common = bounds.intersection(other.bounds)
    guard !common.isEmpty else { return }
    let bounds = bounds
    unsafe bytes.withUnsafeMutableBufferPointer { here in
      unsafe other.bytes.withUnsafeBufferPointer { there in
        guard let here = here.baseAddress, let there = there.baseAddress else { return }
        for y in common.y..<common.maxY {
          let row = unsafe here + ((y - bounds.y) * bounds.width + common.x - bounds.x)
          let added =
            unsafe there
            + ((y - other.bounds.y) * other.bounds.width + common.x - other.bounds.x)
          for x in 0..<common.width {
            let open = unsafe UInt16(255 &- row[x]) &* UInt16(255 &- added[x]) &+ 128
            unsafe row[x] = 255 &- UInt8(truncatingIfNeeded: (open &+ (open &>> 8)) &>> 8)
          }
        }
      }
    }
  }
}
