import ArgumentParser
import Diagnostics

/// What is wrong with a command line: ArgumentParser's sentence, or a better one where it does not
/// say what was meant.
///
/// ArgumentParser keeps its kinds of error to itself, so its sentences are all that can be asked;
/// a test walks every group and every closed set of values.
struct UsageProblem {
  var message: String
  var hints: [String] = []
  /// What the option is for, and how the command is used: lines without an end.
  private(set) var usage: [String]

  /// - Parameters:
  ///   - sentence: the error's own message.
  ///   - text: the same with all that ArgumentParser prints after it.
  init(_ sentence: String, text: String, arguments: [String]) {
    message = sentence
    let rest = text.firstRange(of: sentence).map { text[$0.upperBound...] } ?? ""
    usage = rest.split(whereSeparator: \.isNewline).map(String.init)
    let place = CommandPlace(arguments, below: Flint.self)
    if let problem = Self(unknownCommandAt: place) {
      self = problem
    } else if let match = sentence.prefixMatch(of: /Unknown option '(-[^']*)'/) {
      explain(option: String(match.1), of: place.command)
    } else if let match = sentence.prefixMatch(of: /The value '(.*?)' is invalid for '(.*?)'/) {
      explain(value: String(match.1), of: String(match.2), in: place.command)
    }
  }

  /// nil when every word that should name a command does.
  init?(unknownCommandAt place: CommandPlace) {
    guard let word = place.unknownCommand else { return nil }
    message = .unknownCommand(word, known: place.subcommands)
    let group = place.names.joined(separator: " ")
    usage = [
      "Usage: \(group) <subcommand>", "  See '\(group) --help' for more information.",
    ]
  }

  /// Help of a command that is not there; ArgumentParser would show that of the group. Else nil.
  init?(helpAskedBy arguments: [String]) {
    guard arguments.first == "help" else { return nil }
    self.init(unknownCommandAt: CommandPlace(arguments, below: Flint.self))
  }

  private mutating func explain(option: String, of command: any ParsableCommand.Type) {
    // A short one is one letter, and near to all others.
    guard option.hasPrefix("--") else { return }
    // The version is the program's, and can be asked of every command.
    let known = CommandArguments(of: command).arguments.flatMap(\.longNames) + ["version"]
    message = .unknownOption(String(option.dropFirst(2)), known: known)
  }

  /// - Parameter label: `--format <format>`, or `<status>` where no option stands before it.
  private mutating func explain(
    value: String, of label: String, in command: any ParsableCommand.Type
  ) {
    let argument = CommandArguments(of: command).arguments.first { argument in
      let place = "<\(argument.valueName ?? "")>"
      return label == place || argument.longNames.contains { label == "--\($0) \(place)" }
    }
    guard let values = argument?.values, !values.isEmpty else { return }
    message = .unknownValue(value, of: label.split(separator: " ").first ?? "", known: values)
    hints = [.oneOf(values)]
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
