public import Diagnostics
public import Posts

/// A value of a field, of the field's type, that remembers where it stands.
public struct BoundValue: Equatable, Sendable {
  /// What a value may be; one case for each `FieldType`.
  public indirect enum Value: Equatable, Sendable {
    /// A text, spans included.
    case text(RichText)
    /// An amount with its currency.
    case money(Money)
    /// `written` is what is shown without a filter: `4.80` keeps its zero.
    case number(Double, written: String)
    /// A day, without a time or zone.
    case date(Day)
    /// An absolute path without links, of a file.
    case image(path: String)
    /// A CSS color.
    case color(String)
    /// Yes or no.
    case flag(Bool)
    /// Values of one type, in the row's order.
    case list([BoundValue])
  }

  /// What the field has.
  public var value: Value
  /// The field's name; nil for a text of the template itself, such as a filter's argument.
  public var field: String?
  /// Where the value stands in the feed or post file; a standard value stands in `template.yaml`.
  public var location: SourceLocation

  public init(_ value: Value, field: String?, at location: SourceLocation) {
    self.value = value
    self.field = field
    self.location = location
  }

  /// What of it may be words.
  var words: [String] {
    switch value {
    case .text(let text): [text.plain]
    case .list(let items): items.flatMap(\.words)
    case .money, .number, .date, .image, .color, .flag: []
    }
  }

  fileprivate var photoPaths: [String] {
    switch value {
    case .image(let path): [path]
    case .list(let items): items.flatMap(\.photoPaths)
    case .text, .money, .number, .date, .color, .flag: []
    }
  }

  /// False for an empty text, an empty list and a flag that is off.
  var isTruthy: Bool {
    switch value {
    case .text(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .flag(let flag): flag
    case .money, .number, .date, .image, .color: true
    }
  }

  /// The value as it is shown; the path of an image, nothing for a list.
  ///
  /// - Parameter format: of the language it is shown in.
  func shown(in format: LanguageFormat) -> RichText {
    switch value {
    case .text(let text): text
    case .money(let money): RichText(plain: money.formatted(format))
    case .number(_, let written): RichText(plain: format.marked(written))
    case .date(let date): RichText(plain: date.formatted(.long, in: format))
    case .image(let path): RichText(plain: path)
    case .color(let color): RichText(plain: color)
    case .flag(let flag): RichText(plain: flag ? "true" : "false")
    case .list: RichText(plain: "")
    }
  }
}

/// The values of a row under a template's fields.
public struct FieldValues: Equatable, Sendable {
  /// In the order of the template's fields; nil where the row has none.
  var values: [BoundValue?]
  /// In the order of the template's labels; nil where the row leaves them to the template.
  var labels: [BoundValue?]
  /// That of the page they are for.
  var language: PageLanguage
  /// Where the row stands, for problems that have no value to point at.
  public var location: SourceLocation
  /// About values that were changed to fit, such as a feed's list cut at its limit.
  public var warnings: [Diagnostic]

  /// The paths of the row's photos, in the order of the fields.
  public var photoPaths: [String] { values.compactMap(\.self).flatMap(\.photoPaths) }
}
