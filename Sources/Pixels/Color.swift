/// An sRGB color with straight (not premultiplied) alpha; each channel 0…1.
public struct Color: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

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

  public static let transparent = Color(red: 0, green: 0, blue: 0, alpha: 0)
  public static let black = Color(rgb: 0x000000)
  public static let white = Color(rgb: 0xffffff)

  public var isOpaque: Bool { alpha >= 1 }
  public var isTransparent: Bool { alpha <= 0 }
}
