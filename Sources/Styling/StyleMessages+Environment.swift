import Diagnostics

extension Diagnostic {
  static func badEnvironment(_ value: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\(quoted(value)) does not name a variable of the slide", at: location,
      hints: [environmentHint])
  }

  static func unknownEnvironment(
    _ name: String, guess: String?, at location: SourceLocation
  ) -> Diagnostic {
    let question = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "env() knows no \(quoted(name))\(question)", at: location,
      hints: [environmentHint, "or write a fallback: env(\(name), …)"])
  }

  static func fallbackOfEnvironment(
    _ name: String, guess: String, at location: SourceLocation
  ) -> Diagnostic {
    .warning(
      "env() knows no \(quoted(name)), so its fallback counts; did you mean \"\(guess)\"?",
      at: location)
  }

  private static let environmentHint =
    "there are \(SafeAreaInset.names.joined(separator: ", "))"
}
