/// sRGB's curve in tables.
enum SRGBCurve {
  /// Steps of light from black to white; in the dark, where the curve is steepest, a level is five.
  static let lightSteps = 1 << 14

  /// The byte for each step of light, white's last.
  static let bytes: [UInt8] = (0...lightSteps).map {
    let value = ColorConversion.encoded(Double($0) / Double(lightSteps))
    return UInt8((value * 255).rounded())
  }

  /// The byte for light of any amount.
  static func byte(of light: Double) -> UInt8 {
    let value = ColorConversion.encoded(min(max(light, 0), 1))
    return UInt8((value * 255).rounded())
  }
}
