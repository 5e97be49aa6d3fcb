/// What a run gave in place of a brand kit, or over one; written down so that the post can be drawn
/// again.
public struct BrandOptions: Codable, Hashable, Sendable {
  /// The accent, any CSS color.
  public var color: String?
  /// A family of the catalogue, or a font's file.
  public var font: String?
  /// A picture's file.
  public var logo: String?

  public init(color: String? = nil, font: String? = nil, logo: String? = nil) {
    self.color = color
    self.font = font
    self.logo = logo
  }

  /// Whether nothing was given.
  public var isEmpty: Bool { self == BrandOptions() }
}
