public import Images
public import Library
public import Templates

/// What a user may choose about drawing, whatever is drawn.
public struct DrawSettings: Sendable {
  /// nil: the template's first.
  public var size: SlideSize?
  /// The format of the slides' files.
  public var encoding: ImageEncoding
  /// What covers the slides there is what `env(safe-area-inset-…)` keeps free.
  public var target: PostTarget
  /// The name or folder of a brand kit.
  public var kit: String?
  /// A kit of one run, or what stands over the kit.
  public var brand: BrandOptions
  /// Drafts: a placeholder and a warning for a character that no font has.
  public var allowsMissingGlyphs: Bool

  public init(
    size: SlideSize? = nil, target: PostTarget = .spark, encoding: ImageEncoding = .png(.fast),
    kit: String? = nil, brand: BrandOptions = BrandOptions(), allowsMissingGlyphs: Bool = false
  ) {
    self.size = size
    self.target = target
    self.encoding = encoding
    self.kit = kit
    self.brand = brand
    self.allowsMissingGlyphs = allowsMissingGlyphs
  }
}
