/// A slide's size in px.
public struct SlideSize: Hashable, Sendable, CustomStringConvertible {
  public var width: Int
  public var height: Int

  /// Larger ones are no slide; 16 megapixels a worker stay affordable.
  public static let sideLimit = 4096

  public static let standard = SlideSize(width: 1080, height: 1920)

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// - Parameter text: `1080x1920`; nil when it is none or a side is not 1…4096.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...Self.sideLimit).contains(width), (1...Self.sideLimit).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  public var description: String { "\(width)x\(height)" }
}
