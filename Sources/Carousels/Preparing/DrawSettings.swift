public import Images
public import Templates

/// What a user may choose about drawing, whatever is drawn.
public struct DrawSettings: Sendable {
  /// nil: the template's first.
  public var size: SlideSize?
  /// The format of the slides' files.
  public var encoding: ImageEncoding
  /// The name or folder of a brand kit.
  public var kit: String?
  /// Drafts: a placeholder and a warning for a character that no font has.
  public var allowsMissingGlyphs: Bool

  public init(
    size: SlideSize? = nil, encoding: ImageEncoding = .png(.fast), kit: String? = nil,
    allowsMissingGlyphs: Bool = false
  ) {
    self.size = size
    self.encoding = encoding
    self.kit = kit
    self.allowsMissingGlyphs = allowsMissingGlyphs
  }
}
