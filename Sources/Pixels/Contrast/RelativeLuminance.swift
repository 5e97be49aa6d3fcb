/// How light a color is to the eye, 0 (black) to 1 (white): WCAG 2.2, "relative luminance".
public enum RelativeLuminance {
  /// Light of an sRGB byte, 0…1 (IEC 61966-2-1).
  ///
  /// The power 2.4 is x² times the fifth root of x², the root by Newton's method: additions,
  /// products and quotients only, so that every machine has the same table.
  static let linear: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }

  static let red = linear.map { $0 * 0.2126 }
  static let green = linear.map { $0 * 0.7152 }
  static let blue = linear.map { $0 * 0.0722 }

  /// The luminance of an opaque color, 0 to 1; alpha is ignored.
  public static func of(_ color: Color) -> Double {
    let color = EightBitColor(color)
    return red[Int(color.red)] + green[Int(color.green)] + blue[Int(color.blue)]
  }

  /// The contrast ratio of two luminances, 1…21 (WCAG 2.2, "contrast ratio").
  @inline(__always)
  public static func contrast(_ a: Double, _ b: Double) -> Double {
    a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05)
  }
}
