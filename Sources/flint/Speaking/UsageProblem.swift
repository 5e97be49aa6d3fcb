import Diagnostics

/// What is wrong with a command line, in ArgumentParser's words.
struct UsageProblem {
  var message: String
  var hints: [String] = []
  /// What the option is for, and how the command is used: lines without an end.
  private(set) var usage: [String]

  /// - Parameters:
  ///   - sentence: the error's own message.
  ///   - text: the same with all that ArgumentParser prints after it.
  init(_ sentence: String, text: String) {
    message = sentence
    let rest = text.firstRange(of: sentence).map { text[$0.upperBound...] } ?? ""
    usage = rest.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// As ArgumentParser prints it, with our hints.
  var text: String {
    (["Error: \(message)"] + hints.map { "  hint: \($0)" } + usage).joined(separator: "\n") + "\n"
  }

  /// For programs, which get the usage among the hints.
  var diagnostic: Diagnostic {
    .error(
      message,
      hints: hints
        + usage.map { $0.trimmingPrefix(while: \.isWhitespace) }
        .map(String.init))
  }
}
