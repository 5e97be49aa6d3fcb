/// Bayer's 8 × 8 ordered dithering: what to add to a 16-bit channel before its lower byte is dropped.
///
/// The pattern is fixed to the picture, so equal slides stay equal, and it repeats every eight
/// pixels, so it hardly costs anything in a PNG, which noise would.
enum Dither {
  /// Rows of sixteen: the pattern of eight twice, so that a row can be read from any phase. Each is a
  /// threshold, 2…254, in both halves of the number.
  static let thresholds: [UInt32] = (0..<8).flatMap { y in
    (0..<16).map { x in threshold(x: x & 7, y: y) }
  }

  /// Interleaves the bits of `x ^ y` and `y`, lowest first to highest.
  private static func threshold(x: Int, y: Int) -> UInt32 {
    var rank = 0
    for bit in 0..<3 {
      rank = rank << 2 | ((x ^ y) >> bit & 1) << 1 | (y >> bit & 1)
    }
    let threshold = UInt32(rank * 4 + 2)
    return threshold | threshold << 16
  }
}
