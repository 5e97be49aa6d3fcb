extension Bitmap {
  /// Puts every pixel's color through the matrices, one after the other.
  public mutating func apply(_ matrices: [ColorMatrix]) {
    unsafe pixels.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      for offset in stride(from: 0, to: buffer.count, by: 4) {
        let bytes = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt8>.self)
        if bytes.w == 0 { continue }
        var color = SIMD4<Float>(truncatingIfNeeded32: bytes) * (1 / 255)
        let alpha = color.w
        if bytes.w != 255 {
          color *= 1 / alpha
          color.w = alpha
        }
        for matrix in matrices { color = matrix.applied(to: color) }
        let share = color.w
        color *= share
        color.w = share
        unsafe base.storeBytes(
          of: (color * 255).roundedBytes, toByteOffset: offset, as: SIMD4<UInt8>.self)
      }
    }
  }
}
