import Diagnostics
import Markup

extension Longhand {
  static let generated: [Longhand] = [
    Longhand(
      "content", \.generated.content,
      expects: "none, normal, or texts such as \"→ \", attr(data-label) and counter(step)"
    ) { (reader) throws(Diagnostic) in
      try content(&reader).map { .constant($0) }
    },
    counterChange("counter-reset", \.generated.counterReset, default: 0),
    counterChange("counter-increment", \.generated.counterIncrement, default: 1),
    counterChange("counter-set", \.generated.counterSet, default: 0),
  ]

  private static func counterChange(
    _ name: String,
    _ place: any WritableKeyPath<StyleDraft, [CounterChange]> & Sendable,
    default value: Int
  ) -> Longhand {
    Longhand(name, place, expects: "none, or names with whole numbers such as step \(value)") {
      (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant([]) }
      var changes: [CounterChange] = []
      while let name = reader.counterName(), changes.count < mostCounters {
        changes.append(CounterChange(name: name, value: try reader.integer() ?? value))
      }
      return changes.isEmpty ? nil : .constant(changes)
    }
  }

  /// The most counters of one declaration; nobody counts more at once.
  private static let mostCounters = 20

  private static func content(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> GeneratedDraft.Content? {
    if reader.take("none") || reader.take("normal") { return .nothing }
    let items = try reader.contentItems()
    guard !items.isEmpty else { return nil }
    guard reader.slash() else { return .items(items, isDecorative: false) }
    let alternatives = try reader.contentItems()
    guard !alternatives.isEmpty else { return nil }
    let isEmpty = alternatives.allSatisfy { if case .string("") = $0.kind { true } else { false } }
    return .items(items, isDecorative: isEmpty)
  }
}

extension ValueReader {
  fileprivate mutating func contentItems() throws(Diagnostic) -> [ContentItem] {
    var items: [ContentItem] = []
    while let place = peek()?.location, let kind = try contentItem() {
      items.append(ContentItem(kind: kind, location: place))
    }
    return items
  }

  private mutating func contentItem() throws(Diagnostic) -> ContentItem.Kind? {
    if let text = string() { return .string(text) }
    let before = self
    if var arguments = function("attr") {
      guard let value = arguments.next(), case .identifier(let name) = value.kind,
        arguments.isAtEnd
      else { throw .badAttributeFunction(arguments.text, at: arguments.start) }
      return .attribute(name.lowercased())
    }
    if var arguments = function("counter") {
      guard let name = arguments.counterName(),
        let style = arguments.counterStyle(), arguments.isAtEnd
      else { throw .badCounterFunction("counter", arguments.text, at: arguments.start) }
      return .counter(name, style)
    }
    if var arguments = function("counters") {
      guard let name = arguments.counterName(), arguments.comma(),
        let separator = arguments.string(), let style = arguments.counterStyle(),
        arguments.isAtEnd
      else { throw .badCounterFunction("counters", arguments.text, at: arguments.start) }
      return .counters(name, separator: separator, style)
    }
    self = before
    return nil
  }

  /// Counters' names keep their case.
  fileprivate mutating func counterName() -> String? {
    guard let value = peek(), case .identifier(let name) = value.kind,
      !["none", "initial", "inherit", "unset", "revert", "default", "list-item"].contains(
        name.lowercased())
    else { return nil }
    skip()
    return name
  }

  /// `, style` or nothing.
  private mutating func counterStyle() -> CounterStyle? {
    guard comma() else { return .decimal }
    guard let name = identifier() else { return nil }
    return CounterStyle(name: name)
  }
}
