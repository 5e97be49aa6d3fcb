public import Diagnostics

/// A parsed CSS text: its rules in order, `@media` conditions attached to each rule.
public struct StyleSheet: Equatable, Sendable {
  /// In the order written, those of `@media` blocks among them.
  public var rules: [StyleRule]
  /// In the order written.
  public var fontFaces: [FontFaceRule]
  /// In the order written; all stand before the rules. Not followed yet: see `load`.
  public var imports: [ImportRule] = []

  public init(rules: [StyleRule] = [], fontFaces: [FontFaceRule] = []) {
    self.rules = rules
    self.fontFaces = fontFaces
  }
}

/// `selectors { declarations }`, with the conditions of the `@media` blocks around it.
public struct StyleRule: Equatable, Sendable {
  /// Any of them selects; empty when none could be read.
  public var selectors: [Selector]
  /// In the order written.
  public var declarations: [Declaration]
  /// All must hold (nested `@media`); empty when unconditional.
  public var media: [MediaQueryList]
  /// Where the first selector begins.
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

/// `@font-face`, its descriptors not yet interpreted.
public struct FontFaceRule: Equatable, Sendable {
  /// The descriptors in the order written.
  public var declarations: [Declaration]
  /// Where the `@` stands.
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
  /// Whether `!important` stands behind the value.
  public var isImportant: Bool
  /// Where the name begins.
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
  /// What the value is, by its form alone.
  public indirect enum Kind: Equatable, Sendable {
    /// A word such as `auto`, escapes resolved.
    case identifier(String)
    /// A `#` with a name: a color or an id; without the `#`.
    case hash(String)
    /// A text without its quotation marks, escapes resolved.
    case string(String)
    /// The address in `url(…)`, quoted or not.
    case url(String)
    /// A number without a unit; `isInteger` when it was written without a point or exponent.
    case number(Double, isInteger: Bool)
    /// `50%` is 50.
    case percentage(Double)
    /// `unit` is lower case.
    case dimension(Double, unit: String)
    /// A sign that has no meaning of its own, such as `/` or `>`.
    case delimiter(Character)
    /// A comma, as between layers of a background.
    case comma
    /// A colon, as between a name and its value.
    case colon
    /// A semicolon; only inside of brackets, since outside it ends the declaration.
    case semicolon
    /// White space of any length.
    case whitespace
    /// `name` is lower case, without the parenthesis.
    case function(name: String, arguments: [ComponentValue])
    /// `open` is `(`, `[` or `{`.
    case block(open: Character, contents: [ComponentValue])
  }

  /// The token, function or block.
  public var kind: Kind
  /// Where its first character stands.
  public var location: SourceLocation

  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }
}

/// Selectors Level 4 §17; compared field by field.
public struct Specificity: Comparable, Sendable {
  /// How many `#id` conditions.
  public var ids: Int
  /// How many class, attribute and pseudo-class conditions.
  public var classes: Int
  /// How many element names and pseudo-elements.
  public var types: Int

  public init(ids: Int = 0, classes: Int = 0, types: Int = 0) {
    self.ids = ids
    self.classes = classes
    self.types = types
  }

  /// Whether `a` gives way to `b`.
  public static func < (a: Self, b: Self) -> Bool {
    (a.ids, a.classes, a.types) < (b.ids, b.classes, b.types)
  }
}

/// A comma-separated list of queries: holds when one of them does.
public struct MediaQueryList: Equatable, Sendable {
  /// Any of them suffices.
  public var queries: [MediaQuery]
  /// Where the first query begins.
  public var location: SourceLocation

  public init(queries: [MediaQuery], location: SourceLocation) {
    self.queries = queries
    self.location = location
  }
}

/// `[not] [screen|all|print] and (feature) and …`: holds when all its conditions do.
public struct MediaQuery: Equatable, Sendable {
  /// The medium a query names; slides are a screen.
  public enum MediaType: Equatable, Sendable { case all, screen, print }
  /// What of the slide a condition asks for.
  public enum Feature: Equatable, Sendable { case width, height, aspectRatio, orientation }
  /// How the slide's value is to stand to the condition's.
  public enum Comparison: Equatable, Sendable {
    case equal, less, lessOrEqual, greater, greaterOrEqual
  }

  /// A condition in parentheses.
  public struct Condition: Equatable, Sendable {
    /// What is compared.
    public var feature: Feature
    /// How the slide's value, on the left, is to stand to `value`.
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

  /// `not`: the query holds when the rest of it does not.
  public var isNegated: Bool
  /// `all` when the query names none.
  public var mediaType: MediaType
  /// All must hold; empty when only the medium matters.
  public var conditions: [Condition]

  public init(isNegated: Bool = false, mediaType: MediaType = .all, conditions: [Condition] = []) {
    self.isNegated = isNegated
    self.mediaType = mediaType
    self.conditions = conditions
  }
}
