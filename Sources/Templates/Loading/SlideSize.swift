/// The size of a slide in px.
public struct SlideSize: Hashable, Sendable {
  /// px.
  public var width: Int
  /// px.
  public var height: Int

  /// A size that is taken as it is, also outside of `range`.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Smaller pictures show nothing, larger ones no platform takes.
  public static let range = 100...4_096

  /// The sizes that platforms name by their shape: TikTok's and Instagram's.
  public static let named: KeyValuePairs<String, SlideSize> = [
    "9:16": SlideSize(width: 1080, height: 1920), "3:4": SlideSize(width: 1080, height: 1440),
    "4:5": SlideSize(width: 1080, height: 1350), "1:1": SlideSize(width: 1080, height: 1080),
  ]

  /// Reads `1080x1920` (also with `×`) or a shape such as `9:16`; nil for other forms and sizes out of
  /// range.
  public init?(_ text: String) {
    if let named = Self.named.first(where: { $0.key == text }) {
      self = named.value
      return
    }
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
    let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count == 2, isDigits, let width = Int(parts[0]), let height = Int(parts[1]),
      Self.range.contains(width), Self.range.contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}

extension SlideSize: CustomStringConvertible {
  /// As commands take it: `1080x1920`.
  public var description: String { "\(width)x\(height)" }
}
