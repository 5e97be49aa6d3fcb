import Console
import Diagnostics
import Foundation

/// A question that only a person answers.
enum Confirmation {
  /// - Parameter isGiven: `--yes` was said.
  /// - Returns: whether to go on.
  /// - Throws: when nobody can be asked.
  static func ask(_ question: String, isGiven: Bool) throws(Diagnostic) -> Bool {
    if isGiven { return true }
    guard Terminal.inputIsTerminal, Terminal.errorIsTerminal else { throw .needsYes(question) }
    Terminal.writePrompt("\(question) [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}
