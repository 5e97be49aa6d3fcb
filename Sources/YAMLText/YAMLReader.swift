public import Diagnostics

/// Reads the entries of one mapping by name and reports the ones nobody asked for.
///
/// ```swift
/// guard var reader = YAMLReader(node, what: "template.yaml", log: &log) else { return nil }
/// let title = reader.requiredText("title", log: &log)
/// let limit = reader.integer("limit", in: 1...100, log: &log)
/// reader.finish(log: &log)
/// ```
///
/// Every getter returns nil for an absent or null entry and reports a value of the wrong kind.
public struct YAMLReader {
  /// How messages call the mapping: `unknown key "x" in WHAT`.
  public let what: String
  /// Where the mapping begins: the place of what is missing in it.
  public let location: SourceLocation
  /// All entries in the order written, whether they were asked for or not.
  public let entries: [YAMLNode.Entry]
  private var asked: [String] = []

  /// Reports a node that is not a mapping; a null node reads as an empty one.
  public init?(_ node: YAMLNode, what: String, log: inout DiagnosticLog) {
    self.what = what
    location = node.location
    switch node.value {
    case .mapping(let entries): self.entries = entries
    case .scalar where node.isNull: entries = []
    default:
      log.add(.notAMapping(node, what: what))
      return nil
    }
  }

  /// The entry's value, of whatever kind; nil when absent or null.
  public mutating func node(_ key: String) -> YAMLNode? {
    asked.append(key)
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// Text as written, numbers and `yes` included.
  public mutating func text(_ key: String, log: inout DiagnosticLog) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return text }
    log.add(.wrongKind(node, key: key, expected: "text"))
    return nil
  }

  /// As `text`, but reports an absent or null entry too.
  public mutating func requiredText(_ key: String, log: inout DiagnosticLog) -> String? {
    let before = log.diagnostics.count
    let text = text(key, log: &log)
    if text == nil, log.diagnostics.count == before {
      log.add(.missingKey(key, what: what, at: location))
    }
    return text
  }

  /// A whole number; one outside of `range` is reported.
  public mutating func integer(
    _ key: String, in range: ClosedRange<Int>, log: inout DiagnosticLog
  ) -> Int? {
    guard let node = node(key) else { return nil }
    if let number = node.text.flatMap({ Int($0) }), range.contains(number) { return number }
    log.add(.outOfRange(node, key: key, range: range))
    return nil
  }

  /// A finite decimal number.
  public mutating func number(_ key: String, log: inout DiagnosticLog) -> Double? {
    guard let node = node(key) else { return nil }
    if let number = node.text.flatMap({ Double($0) }), number.isFinite { return number }
    log.add(.wrongKind(node, key: key, expected: "a number"))
    return nil
  }

  /// `true`/`false`, and YAML 1.1's `yes`/`no`, `on`/`off`.
  public mutating func flag(_ key: String, log: inout DiagnosticLog) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.text?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      log.add(.wrongKind(node, key: key, expected: "true or false"))
      return nil
    }
  }

  /// The items of a list; one text counts as a list of one.
  public mutating func list(_ key: String, log: inout DiagnosticLog) -> [YAMLNode]? {
    guard let node = node(key) else { return nil }
    switch node.value {
    case .sequence(let items): return items
    case .scalar: return [node]
    case .mapping:
      log.add(.wrongKind(node, key: key, expected: "a list"))
      return nil
    }
  }

  /// The texts of a list, each with its place; one text counts as a list of one.
  public mutating func texts(
    _ key: String, log: inout DiagnosticLog
  ) -> [(text: String, location: SourceLocation)]? {
    guard let items = list(key, log: &log) else { return nil }
    return items.compactMap { item in
      if let text = item.text { return (text, item.location) }
      log.add(.wrongKind(item, key: key, expected: "a list of texts"))
      return nil
    }
  }

  /// One of the names, which are listed when another was found.
  public mutating func choice(
    _ key: String, among names: [String], log: inout DiagnosticLog
  ) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text, names.contains(text) { return text }
    let guess = node.text.flatMap { Spelling.nearest(to: $0, among: names) }
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    var problem = Diagnostic.wrongKind(
      node, key: key, expected: "one of \(names.joined(separator: ", "))")
    problem.message += question
    log.add(problem)
    return nil
  }

  /// Reports every entry that was never asked for; call it last.
  public func finish(log: inout DiagnosticLog) {
    for entry in entries where !asked.contains(entry.key) {
      log.add(.unknownKey(entry, what: what, known: asked))
    }
  }
}
