/// An sRGB color with straight (not premultiplied) alpha; each channel 0…1.
public struct Color: Hashable, Sendable {
  /// The red channel, 0…1, in sRGB's own (not linear) scale, as are the other two.
  public var red: Double
  /// The green channel, 0…1.
  public var green: Double
  /// The blue channel, 0…1.
  public var blue: Double
  /// How much of it covers, 0…1.
  public var alpha: Double

  /// A color of channels 0…1, which are taken as they are.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// - Parameter rgb: `0xRRGGBB`.
  public init(rgb: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(rgb >> 16 & 0xff) / 255, green: Double(rgb >> 8 & 0xff) / 255,
      blue: Double(rgb & 0xff) / 255, alpha: alpha)
  }

  /// Black that covers nothing, as CSS's `transparent`.
  public static let transparent = Color(red: 0, green: 0, blue: 0, alpha: 0)
  /// Opaque black.
  public static let black = Color(rgb: 0x000000)
  /// Opaque white.
  public static let white = Color(rgb: 0xffffff)

  /// Whether it hides all that is below.
  public var isOpaque: Bool { alpha >= 1 }
  /// Whether it leaves all that is below.
  public var isTransparent: Bool { alpha <= 0 }
}
