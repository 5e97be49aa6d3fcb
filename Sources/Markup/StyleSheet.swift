public import Diagnostics

/// A parsed CSS text: its rules in order, `@media` conditions attached to each rule.
public struct StyleSheet: Equatable, Sendable {
  public var rules: [StyleRule]
  public var fontFaces: [FontFaceRule]
  /// In the order written; all stand before the rules. Not followed yet: see `load`.
  public var imports: [ImportRule] = []

  public init(rules: [StyleRule] = [], fontFaces: [FontFaceRule] = []) {
    self.rules = rules
    self.fontFaces = fontFaces
  }
}

public struct StyleRule: Equatable, Sendable {
  public var selectors: [Selector]
  public var declarations: [Declaration]
  /// All must hold (nested `@media`); empty when unconditional.
  public var media: [MediaQueryList]
  public var location: SourceLocation

  public init(
    selectors: [Selector], declarations: [Declaration], media: [MediaQueryList] = [],
    location: SourceLocation
  ) {
    self.selectors = selectors
    self.declarations = declarations
    self.media = media
    self.location = location
  }
}

public struct FontFaceRule: Equatable, Sendable {
  public var declarations: [Declaration]
  public var location: SourceLocation

  public init(declarations: [Declaration], location: SourceLocation) {
    self.declarations = declarations
    self.location = location
  }
}

/// `name: value [!important]`, the value not yet interpreted.
public struct Declaration: Equatable, Sendable {
  /// Lower case, except custom properties (`--Name`), which keep their case.
  public var name: String
  /// Without leading and trailing white space and without `!important`.
  public var value: [ComponentValue]
  public var isImportant: Bool
  public var location: SourceLocation
  /// Where the value's first token stands.
  public var valueLocation: SourceLocation

  public init(
    name: String, value: [ComponentValue], isImportant: Bool = false, location: SourceLocation,
    valueLocation: SourceLocation
  ) {
    self.name = name
    self.value = value
    self.isImportant = isImportant
    self.location = location
    self.valueLocation = valueLocation
  }
}

/// CSS Syntax 3 §5: a preserved token, a function with its arguments, or a bracketed block.
public struct ComponentValue: Equatable, Sendable {
  public indirect enum Kind: Equatable, Sendable {
    case identifier(String)
    case hash(String)
    case string(String)
    case url(String)
    case number(Double, isInteger: Bool)
    case percentage(Double)
    /// `unit` is lower case.
    case dimension(Double, unit: String)
    case delimiter(Character)
    case comma
    case colon
    case semicolon
    case whitespace
    /// `name` is lower case, without the parenthesis.
    case function(name: String, arguments: [ComponentValue])
    /// `open` is `(`, `[` or `{`.
    case block(open: Character, contents: [ComponentValue])
  }

  public var kind: Kind
  public var location: SourceLocation

  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }
}

/// Selectors Level 4 §17; compared field by field.
public struct Specificity: Comparable, Sendable {
  public var ids: Int
  public var classes: Int
  public var types: Int

  public init(ids: Int = 0, classes: Int = 0, types: Int = 0) {
    self.ids = ids
    self.classes = classes
    self.types = types
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.ids, a.classes, a.types) < (b.ids, b.classes, b.types)
  }
}

/// A comma-separated list of queries: holds when one of them does.
public struct MediaQueryList: Equatable, Sendable {
  public var queries: [MediaQuery]
  public var location: SourceLocation

  public init(queries: [MediaQuery], location: SourceLocation) {
    self.queries = queries
    self.location = location
  }
}

/// `[not] [screen|all|print] and (feature) and …`: holds when all its conditions do.
public struct MediaQuery: Equatable, Sendable {
  public enum MediaType: Equatable, Sendable { case all, screen, print }
  public enum Feature: Equatable, Sendable { case width, height, aspectRatio, orientation }
  public enum Comparison: Equatable, Sendable {
    case equal, less, lessOrEqual, greater, greaterOrEqual
  }

  public struct Condition: Equatable, Sendable {
    public var feature: Feature
    public var comparison: Comparison
    /// px for lengths (em and rem are 16 px there); width / height for ratios; for `orientation`
    /// 1 means portrait and 0 landscape.
    public var value: Double

    public init(feature: Feature, comparison: Comparison, value: Double) {
      self.feature = feature
      self.comparison = comparison
      self.value = value
    }
  }

  public var isNegated: Bool
  public var mediaType: MediaType
  public var conditions: [Condition]

  public init(isNegated: Bool = false, mediaType: MediaType = .all, conditions: [Condition] = []) {
    self.isNegated = isNegated
    self.mediaType = mediaType
    self.conditions = conditions
  }
}
