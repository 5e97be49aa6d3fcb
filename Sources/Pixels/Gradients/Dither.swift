/// Ordered dithering: what to add to a 16-bit channel before its lower byte is dropped.
///
/// The threshold of a pixel is `(49 x + 37 y) mod 64`, a lattice whose rows and columns both pass
/// through all 64 levels, unlike Bayer's; so even one column of a slow gradient has no bands. It is
/// fixed to the picture, so equal slides stay equal, and its period of 64 px costs little in a PNG,
/// where noise would cost a megabyte.
enum Dither {
  private static let period = 64

  /// Along a row, a period and three more; each is a threshold, 2…254, in both halves.
  static let thresholds: [UInt32] = (0..<period + 3).map { x in
    let threshold = UInt32((49 * x) % period * 4 + 2)
    return threshold | threshold << 16
  }

  /// Index of a pixel's threshold: 53 × 49 leaves 37 when divided by 64, so that row `y` is row 0
  /// moved by 53 `y`.
  @inline(__always)
  static func phase(x: Int, y: Int) -> Int { (x &+ 53 &* y) & (period &- 1) }
}
