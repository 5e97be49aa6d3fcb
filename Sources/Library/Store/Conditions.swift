import GRDB

/// Conditions of a WHERE, with the values they name.
struct Conditions {
  private var parts: [String] = []
  private var values: [String: (any DatabaseValueConvertible)?]

  /// - Parameter values: those that the rest of the statement names, all of them.
  init(_ values: [String: (any DatabaseValueConvertible)?] = [:]) { self.values = values }

  var sql: String { parts.isEmpty ? "TRUE" : parts.map { "(\($0))" }.joined(separator: " AND ") }

  var arguments: StatementArguments { StatementArguments(values) }

  mutating func add(_ condition: String) { parts.append(condition) }

  /// Nothing, when there is no value.
  mutating func add(
    _ condition: String, _ name: String, _ value: (any DatabaseValueConvertible)?
  ) {
    guard let value else { return }
    parts.append(condition)
    values[name] = value
  }

  /// A LIMIT, for the end of the statement; none when there is no number.
  static func limit(_ count: Int?) -> String { count.map { "LIMIT \(max(0, $0))" } ?? "" }
}
