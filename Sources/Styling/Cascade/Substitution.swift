import Markup

/// Fills `var()` in (CSS Variables 1 §3).
enum Substitution {
  /// Component values that one value may become; what keeps a chain of doublings finite.
  static let longestValue = 10_000
  /// Functions and brackets inside each other, and custom properties referring to each other.
  static let deepestNesting = 64

  package enum Failure: Error {
    /// The first custom property that is not set and has no fallback.
    case missing(String)
    /// The custom property that made it too long or too deep.
    case tooLong(String)
    /// `var()` without a name, as text.
    case malformed(ComponentValue)
  }

  static func isNeeded(in values: [ComponentValue]) -> Bool {
    values.contains { value in
      switch value.kind {
      case .function("var", _): true
      case .function(_, let arguments): isNeeded(in: arguments)
      case .block(_, let contents): isNeeded(in: contents)
      default: false
      }
    }
  }

  /// - Parameter lookUp: the value of a custom property, `var()` filled in already; nil when it is
  ///   not set or invalid.
  package static func fill(
    _ values: [ComponentValue],
    lookUp: (String) throws(Failure) -> [ComponentValue]?
  ) throws(Failure) -> [ComponentValue] {
    var budget = longestValue
    var last = ""
    return try fill(values, depth: 0, budget: &budget, last: &last, lookUp: lookUp)
  }

  private static func fill(
    _ values: [ComponentValue], depth: Int, budget: inout Int, last: inout String,
    lookUp: (String) throws(Failure) -> [ComponentValue]?
  ) throws(Failure) -> [ComponentValue] {
    guard depth <= deepestNesting else { throw .tooLong(last) }
    var result: [ComponentValue] = []
    for value in values {
      switch value.kind {
      case .function("var", let arguments):
        let (name, fallback) = try reference(value, arguments)
        last = name
        if let found = try lookUp(name) {
          try charge(found, depth: depth, budget: &budget, name: name)
          result += found
        } else if let fallback {
          result += try fill(
            fallback, depth: depth + 1, budget: &budget, last: &last, lookUp: lookUp)
        } else {
          throw .missing(name)
        }
      case .function(let name, let arguments):
        let filled = try fill(
          arguments, depth: depth + 1, budget: &budget, last: &last, lookUp: lookUp)
        result.append(
          ComponentValue(.function(name: name, arguments: filled), at: value.location))
      case .block(let open, let contents):
        let filled = try fill(
          contents, depth: depth + 1, budget: &budget, last: &last, lookUp: lookUp)
        result.append(ComponentValue(.block(open: open, contents: filled), at: value.location))
      default: result.append(value)
      }
    }
    return result
  }

  private static func charge(
    _ values: [ComponentValue], depth: Int, budget: inout Int, name: String
  ) throws(Failure) {
    guard depth <= deepestNesting else { throw .tooLong(name) }
    budget -= values.count
    guard budget >= 0 else { throw .tooLong(name) }
    for value in values {
      switch value.kind {
      case .function(_, let contents), .block(_, let contents):
        try charge(contents, depth: depth + 1, budget: &budget, name: name)
      default: continue
      }
    }
  }

  /// The name and the fallback of a `var()`.
  private static func reference(
    _ value: ComponentValue, _ arguments: [ComponentValue]
  ) throws(Failure) -> (name: String, fallback: [ComponentValue]?) {
    var reader = ValueReader(arguments, at: value.location)
    guard case .identifier(let name)? = reader.next()?.kind, name.hasPrefix("--"), name.count > 2
    else { throw .malformed(value) }
    if reader.isAtEnd { return (name, nil) }
    guard reader.comma() else { throw .malformed(value) }
    return (name, reader.rest)
  }
}
