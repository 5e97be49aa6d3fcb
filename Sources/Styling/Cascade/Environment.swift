import Diagnostics
import Markup

/// Reads `env()` (CSS Environment Variables 1 §3) before a declaration's value is parsed.
///
/// What a slide has (`SafeAreaInset`) stays and is read as a length wherever one may stand; it is
/// known when the slide's size is. Anything else becomes its fallback here.
enum Environment {
  static func isRead(in values: [ComponentValue]) -> Bool {
    values.contains { value in
      switch value.kind {
      case .function("env", _): true
      case .function(_, let arguments): isRead(in: arguments)
      case .block(_, let contents): isRead(in: contents)
      default: false
      }
    }
  }

  /// The declaration with the fallbacks of the variables that a slide has not.
  ///
  /// - Throws: for a variable that a slide has not, without a fallback.
  static func read(
    _ declaration: Declaration, problems: inout [Diagnostic]
  ) throws(Diagnostic) -> Declaration {
    guard isRead(in: declaration.value) else { return declaration }
    var result = declaration
    result.value = try read(declaration.value, problems: &problems)
    return result
  }

  private static func read(
    _ values: [ComponentValue], problems: inout [Diagnostic]
  ) throws(Diagnostic) -> [ComponentValue] {
    var result: [ComponentValue] = []
    for value in values {
      switch value.kind {
      case .function("env", let arguments):
        if SafeAreaInset(arguments) != nil {
          result.append(value)
        } else {
          result += try fallback(of: value, arguments, problems: &problems)
        }
      case .function(let name, let arguments):
        let read = try read(arguments, problems: &problems)
        result.append(ComponentValue(.function(name: name, arguments: read), at: value.location))
      case .block(let open, let contents):
        let read = try read(contents, problems: &problems)
        result.append(ComponentValue(.block(open: open, contents: read), at: value.location))
      default: result.append(value)
      }
    }
    return result
  }

  private static func fallback(
    of value: ComponentValue, _ arguments: [ComponentValue], problems: inout [Diagnostic]
  ) throws(Diagnostic) -> [ComponentValue] {
    var reader = ValueReader(arguments, at: value.location)
    guard case .identifier(let name)? = reader.next()?.kind else {
      throw .badEnvironment(value.cssText, at: value.location)
    }
    // `viewport-segment-width 0 0`: a variable of several dimensions.
    while case .number(let index, isInteger: true)? = reader.peek()?.kind, index >= 0 {
      reader.skip()
    }
    let guess = Spelling.nearest(to: name, among: SafeAreaInset.names)
    if reader.isAtEnd {
      throw .unknownEnvironment(name, guess: guess, at: value.location)
    }
    guard reader.comma() else { throw .badEnvironment(value.cssText, at: value.location) }
    if let guess { problems.append(.fallbackOfEnvironment(name, guess: guess, at: value.location)) }
    return try read(reader.rest, problems: &problems)
  }
}
