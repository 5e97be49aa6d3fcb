extension Bitmap {
  /// From straight alpha.
  ///
  /// - Parameter straightPixels: as `pixels`, but not premultiplied.
  public init(width: Int, height: Int, straightPixels: consuming [UInt8]) {
    var pixels = straightPixels
    unsafe pixels.withUnsafeMutableBufferPointer { bytes in
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        let alpha = unsafe UInt32(bytes[i + 3])
        if alpha == 255 { continue }
        for channel in i..<i + 3 {
          unsafe bytes[channel] = dividedBy255(UInt32(bytes[channel]) * alpha)
        }
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// From cyan, magenta, yellow and black without a color profile: red is what cyan and black leave,
  /// and so on.
  ///
  /// - Parameter inks: four bytes a pixel: how much there is.
  public init(width: Int, height: Int, inks: [UInt8]) {
    var pixels = inks
    unsafe pixels.withUnsafeMutableBufferPointer { bytes in
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        let rest = unsafe 255 - UInt32(bytes[i + 3])
        for channel in i..<i + 3 {
          unsafe bytes[channel] = dividedBy255((255 - UInt32(bytes[channel])) * rest)
        }
        unsafe bytes[i + 3] = 255
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// Whether every pixel's alpha is 255.
  public var isOpaque: Bool {
    unsafe pixels.withUnsafeBytes { bytes in
      var all: UInt32 = .max
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        all &= unsafe bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self)
      }
      return UInt32(littleEndian: all) >> 24 == 255
    }
  }
}

/// Rounded; exact for 0…255 × 0…255.
@inline(__always)
private func dividedBy255(_ product: UInt32) -> UInt8 {
  let biased = product + 128
  return UInt8(truncatingIfNeeded: (biased + biased >> 8) >> 8)
}
