/// A picture in memory: sRGB, 8 bits a channel, premultiplied alpha.
public struct Bitmap: Equatable, Sendable {
  /// px, > 0.
  public let width: Int
  /// px, > 0.
  public let height: Int
  /// `count == width * height * 4`, RGBA, rows top to bottom, no padding.
  public var pixels: [UInt8]

  /// - Parameter pixels: as described at the property.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0, "a bitmap has at least one pixel")
    precondition(pixels.count == width * height * 4, "four bytes a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A transparent picture.
  public init(width: Int, height: Int) {
    self.init(
      width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height * 4))
  }
}
