import Diagnostics
import Posts

/// What stands between `{{` and `}}`, its names resolved and its types checked.
struct Expression: Equatable, Sendable {
  var source: ValueSource
  var filters: [AppliedFilter]
  /// The type of the value when all filters are applied.
  var type: FieldType
  /// Where the path's first character stands in the template.
  var location: SourceLocation
}

/// Where a path leads.
enum ValueSource: Equatable, Sendable {
  /// The index of a field.
  case field(Int)
  /// The index of a label.
  case label(Int)
  /// The item of the `data-each` at this depth, the outermost being 0.
  case item(Int)
  case loop(LoopProperty)
}

/// What `loop` tells of the innermost `data-each`.
enum LoopProperty: String, CaseIterable, Sendable {
  /// From 1.
  case index
  case count
  case first
  case last
}

struct AppliedFilter: Equatable, Sendable {
  var filter: Filter
  /// Where the filter's name stands in the template.
  var location: SourceLocation
}

enum Filter: Equatable, Sendable {
  /// In a format of its own, or in that of the page's language.
  case money(LanguageFormat?)
  /// The discount against another amount.
  case percentOff(ValueSource)
  case upper
  case lower
  /// Characters of a text, items of a list.
  case truncate(Int)
  case standardText(String)
  case standardValue(ValueSource)
  case date(DateFormat)
  case join(String)
  /// Groups thousands; decimals as given, or as many as are needed up to three.
  case number(decimals: Int?)

  static let names = [
    "money", "percent_off", "upper", "lower", "truncate", "default", "date", "join", "number",
  ]
}

/// The names that an expression may use where it stands.
struct Scope {
  let fields: [Field]
  /// The names of the template's own words.
  var labels: [String] = []
  /// The items of the `data-each` around, outermost first.
  var items: [(name: String, type: FieldType)] = []

  var names: [String] {
    fields.map(\.name) + labels + items.map(\.name) + (items.isEmpty ? [] : ["loop"])
  }

  /// Nil for an unknown name; `loop` needs a part behind a point.
  func source(of name: String) -> (source: ValueSource, type: FieldType)? {
    if let depth = items.lastIndex(where: { $0.name == name }) {
      return (.item(depth), items[depth].type)
    }
    if let index = fields.firstIndex(where: { $0.name == name }) {
      return (.field(index), fields[index].type)
    }
    if let index = labels.firstIndex(of: name) { return (.label(index), .text) }
    return nil
  }
}
