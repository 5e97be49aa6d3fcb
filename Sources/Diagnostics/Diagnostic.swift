/// One problem: what was found, where, and what to do about it.
///
/// The sentence is lower case and has no full stop; wording lives in one `…Messages.swift` a module.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is; an error is greater than a warning.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing, or in the way of the work.
    case warning, error

    /// Whether `left` is a warning and `right` an error.
    public static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
  }

  /// Whether the work goes on in spite of it.
  public var severity: Severity
  /// One sentence: lower case, no full stop, the offending value quoted.
  public var message: String
  /// Where it stands; nil when no place can be named.
  public var location: SourceLocation?
  /// What can be done about it, most promising first; may be empty.
  public var hints: [String]
  /// Something is there and the system does not give it: no word about what it holds.
  public var isOfTheSystem = false

  public init(
    _ severity: Severity, _ message: String, at location: SourceLocation? = nil,
    hints: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.hints = hints
  }

  /// A problem that stands in the way of the work.
  public static func error(
    _ message: String, at location: SourceLocation? = nil, hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, message, at: location, hints: hints)
  }

  /// A problem that the work goes on in spite of.
  public static func warning(
    _ message: String, at location: SourceLocation? = nil, hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, message, at: location, hints: hints)
  }
}

extension Diagnostic {
  /// The same fault with one more thing to do about it.
  public static func withRemedy(_ fault: Diagnostic, _ remedy: String) -> Diagnostic {
    var fault = fault
    fault.hints.append(remedy)
    return fault
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, then one indented line a hint.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let first = "\(place)\(severity.rawValue): \(message)"
    // A file's name may hold a line break.
    return ([first] + hints.map { "  hint: \($0)" })
      .map { $0.replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n") }
      .joined(separator: "\n")
  }
}
