extension Bitmap {
  /// The picture in sRGB, its colors stored as a profile has them.
  ///
  /// Cost: about 3 ns a pixel for profiles of curves and a matrix.
  /// - Parameter conversion: not one for inks.
  public func converted(by conversion: ProfileConversion) -> Bitmap {
    var picture = self
    switch conversion.table {
    case .gray(let bytes):
      picture.convert { color in
        let gray = bytes[Int(color.x)]
        return SIMD4(gray, gray, gray, color.w)
      }
    case .additive(let tables): tables.withColors { picture.convert($0) }
    case .grid(let grid): grid.withColors { picture.convert($0) }
    case .inks: preconditionFailure("inks become a bitmap by Bitmap(inks:)")
    }
    return picture
  }

  /// From cyan, magenta, yellow and black as a profile has them.
  ///
  /// - Parameters:
  ///   - inks: four bytes a pixel: how much there is.
  ///   - conversion: one for inks.
  public init(width: Int, height: Int, inks: [UInt8], conversion: ProfileConversion) {
    guard case .inks(let grid) = conversion.table else {
      preconditionFailure("a conversion for inks")
    }
    var pixels = inks
    unsafe pixels.withUnsafeMutableBytes { bytes in
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        let color = unsafe bytes.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt8>.self)
        unsafe bytes.storeBytes(
          of: grid.color(color), toByteOffset: i, as: SIMD4<UInt8>.self)
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// Each color by itself; where it is translucent, without its alpha.
  @inline(__always)
  private mutating func convert(_ color: (SIMD4<UInt8>) -> SIMD4<UInt8>) {
    unsafe pixels.withUnsafeMutableBytes { bytes in
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        let stored = unsafe bytes.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt8>.self)
        if stored.w == 0 { continue }
        let result =
          stored.w == 255 ? color(stored) : premultiplied(color(straight(stored)))
        unsafe bytes.storeBytes(of: result, toByteOffset: i, as: SIMD4<UInt8>.self)
      }
    }
  }
}

private func straight(_ color: SIMD4<UInt8>) -> SIMD4<UInt8> {
  let alpha = UInt32(color.w)
  func channel(_ value: UInt8) -> UInt8 {
    UInt8(min((UInt32(value) * 255 + alpha / 2) / alpha, 255))
  }
  return SIMD4(channel(color.x), channel(color.y), channel(color.z), color.w)
}

private func premultiplied(_ color: SIMD4<UInt8>) -> SIMD4<UInt8> {
  let alpha = UInt32(color.w)
  func channel(_ value: UInt8) -> UInt8 { UInt8((UInt32(value) * alpha + 127) / 255) }
  return SIMD4(channel(color.x), channel(color.y), channel(color.z), color.w)
}
