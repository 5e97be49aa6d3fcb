/// What CSS asks of a font; `FontCatalog` answers with the fonts that serve it.
public struct FontDescription: Hashable, Sendable {
  /// How letters lean (CSS Fonts 4 §2.4).
  public enum Slant: String, Hashable, Sendable { case normal, italic, oblique }

  /// In order of preference; generic families (`serif`, `sans-serif`, `monospace`, `cursive`) are names
  /// that the catalogue maps. Never empty.
  public var families: [String]
  /// 1…1000.
  public var weight: Int
  /// What is asked for; another slant serves where the family has none.
  public var slant: Slant
  /// px an em.
  public var sizeInPx: Double
  /// OpenType features by tag, e.g. `tnum: 1`.
  public var features: [FontFeature]
  /// Axes of a variable font by tag, e.g. `opsz: 24`.
  public var variations: [FontVariation]

  public init(
    families: [String], weight: Int = 400, slant: Slant = .normal, sizeInPx: Double = 16,
    features: [FontFeature] = [], variations: [FontVariation] = []
  ) {
    self.families = families
    self.weight = weight
    self.slant = slant
    self.sizeInPx = sizeInPx
    self.features = features
    self.variations = variations
  }
}

/// An OpenType feature and its setting.
public struct FontFeature: Hashable, Sendable {
  /// Four ASCII characters.
  public var tag: String
  /// 0 is off, 1 on; more for features with alternatives.
  public var value: Int

  public init(tag: String, value: Int) {
    self.tag = tag
    self.value = value
  }
}

/// A setting of a variable font's axis.
public struct FontVariation: Hashable, Sendable {
  /// Four ASCII characters, e.g. `wght`.
  public var tag: String
  /// In the axis' own units; beyond the font's range the nearest it has.
  public var value: Double

  public init(tag: String, value: Double) {
    self.tag = tag
    self.value = value
  }
}
