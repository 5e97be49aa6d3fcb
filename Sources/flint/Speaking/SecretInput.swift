import Console
import Diagnostics
import Files
import Foundation
import Posts

/// Where a Spark code comes from: standard input, a file, or a prompt that shows nothing.
enum SecretInput {
  /// - Parameter argument: `-` for standard input (on a terminal a prompt), `@FILE` for a file, nil
  ///   for the prompt; anything else is taken as the code, with a warning.
  /// - Returns: what was given, as it is.
  static func text(_ argument: String?) throws(Diagnostic) -> String {
    switch argument {
    case nil, "-":
      if Terminal.inputIsTerminal { return try prompt() }
      guard argument != nil else { throw .noCode() }
      return try read("/dev/stdin")
    case .some(let argument) where argument.hasPrefix("@"):
      return try read(String(argument.dropFirst()))
    case .some(let argument) where FileSystem.fileExists(argument):
      throw .codeIsAFile(argument)
    case .some(let argument):
      Report.show([.codeAsArgument()])
      return argument
    }
  }

  private static func read(_ path: String) throws(Diagnostic) -> String {
    let bytes = try FileSystem.read(path, limit: SparkCode.mostBytes * 4)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .codeIsNotText(path) }
    return text
  }

  private static func prompt() throws(Diagnostic) -> String {
    Terminal.writeError("Spark code (it is not shown): ")
    guard let text = Terminal.readSecretLine() else {
      Terminal.writeError("\n")
      throw .noCode()
    }
    Terminal.writeError("\n")
    return text
  }
}

/// A question that only a person answers.
enum Confirmation {
  /// - Parameter isGiven: `--yes` was said.
  /// - Returns: whether to go on.
  /// - Throws: when nobody can be asked.
  static func ask(_ question: String, isGiven: Bool) throws(Diagnostic) -> Bool {
    if isGiven { return true }
    guard Terminal.inputIsTerminal, Terminal.errorIsTerminal else { throw .needsYes(question) }
    Terminal.writeError("\(question) [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}
