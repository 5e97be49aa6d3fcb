public import Diagnostics
public import Posts

/// A named value that a template asks for, as `template.yaml` declares it.
public struct Field: Sendable {
  /// The name by which expressions and rows call it.
  public var name: String
  /// What its values must be.
  public var type: FieldType
  /// Whether a row must have a value for it, unless there is a standard one.
  public var isRequired: Bool
  /// The most characters of a text, or items of a list; nil without limit.
  public var limit: Int?
  /// The least a number or an amount (in whole units of its currency) may be, or the fewest items of a
  /// list.
  public var minimum: Double?
  /// The most a number or an amount may be.
  public var maximum: Double?
  /// A regular expression that the whole of a text must match.
  public var pattern: String?
  /// What stands in for an absent value.
  public var standard: BoundValue?
  /// The same in other languages; empty for one that is the same in all.
  var translations: [(language: Language, value: BoundValue)] = []
  /// For people: what belongs here.
  public var description: String?
  /// Where the field's name stands in `template.yaml`.
  public var location: SourceLocation

  /// What stands in for an absent value in a language, as far as the template has it.
  func standard(in language: Language?) -> BoundValue? {
    language?.best(of: translations) ?? standard
  }

  /// The languages that `standard` is written in; empty for one that is the same in all.
  public var languages: [Language] { translations.map(\.language) }
}

/// What a value of a field is; also what an expression gives.
public indirect enum FieldType: Hashable, Sendable {
  /// A text with spans.
  case text
  /// An amount with a currency.
  case money
  /// A number without a unit.
  case number
  /// A day.
  case date
  /// The path of a picture.
  case image
  /// A CSS color.
  case color
  /// Yes or no.
  case flag
  /// Several values of one type.
  case list(of: FieldType)

  /// The names that `type:` takes.
  static let names = ["text", "money", "number", "date", "image", "color", "list", "flag"]

  /// - Parameter name: one of `names`; a list is one of texts.
  init?(name: String) {
    switch name {
    case "text": self = .text
    case "money": self = .money
    case "number": self = .number
    case "date": self = .date
    case "image": self = .image
    case "color": self = .color
    case "flag": self = .flag
    case "list": self = .list(of: .text)
    default: return nil
    }
  }
}

extension FieldType: CustomStringConvertible {
  /// As written in `template.yaml`: `money`, `list of image`.
  public var description: String {
    switch self {
    case .text: "text"
    case .money: "money"
    case .number: "number"
    case .date: "date"
    case .image: "image"
    case .color: "color"
    case .flag: "flag"
    case .list(let item): item == .text ? "list" : "list of \(item)"
    }
  }
}
