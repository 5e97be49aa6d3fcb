/// One problem: what was found, where, and what to do about it.
///
/// The sentence is lower case and has no full stop; wording lives in one `…Messages.swift` a module.
public struct Diagnostic: Error, Hashable, Sendable {
  public enum Severity: String, Sendable, Comparable {
    case warning, error

    public static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
  }

  public var severity: Severity
  public var message: String
  public var location: SourceLocation?
  public var hints: [String]

  public init(
    _ severity: Severity, _ message: String, at location: SourceLocation? = nil,
    hints: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.hints = hints
  }

  public static func error(
    _ message: String, at location: SourceLocation? = nil, hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, message, at: location, hints: hints)
  }

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
    return ([first] + hints.map { "  hint: \($0)" }).joined(separator: "\n")
  }
}
