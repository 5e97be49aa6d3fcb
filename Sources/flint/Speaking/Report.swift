import ArgumentParser
import Carousels
import Console
import Diagnostics
import Foundation
import Ledger
import Library
import Posts
import Synchronization

/// How a command ends; the only codes Flint gives.
enum Outcome {
  /// All that was asked is done.
  case done
  /// Some of it failed, the rest is done.
  case partly
  /// Nothing was done: the input was refused.
  case refused
  /// Stopped by Ctrl-C or a signal; what was finished is kept.
  case interrupted

  var exitCode: ExitCode {
    switch self {
    case .done: .success
    case .partly: ExitCode(1)
    case .refused: ExitCode(2)
    case .interrupted: ExitCode(130)
    }
  }
}

/// Prints problems on the error stream: as they come, or with `--json` as one document at the end.
enum Report {
  /// `--json` stands among the arguments, understood or not.
  static let isJSON = CommandLine.arguments.dropFirst().prefix { $0 != "--" }.contains("--json")

  private static let collected = Mutex(ProblemsJSON())

  /// - Parameter bar: the line that they must not be written into.
  static func show(_ diagnostics: [Diagnostic], above bar: ProgressBar? = nil) {
    guard !diagnostics.isEmpty else { return }
    if isJSON { return collected.withLock { $0.add(diagnostics) } }
    let text = diagnostics.map(text).joined(separator: "\n")
    if let bar { bar.print(text) } else { Terminal.writeError(text + "\n") }
  }

  static func show(_ problem: UsageProblem) {
    if isJSON { return show([problem.diagnostic]) }
    // What was typed stands in it, and a code may have been typed.
    Terminal.writeError(CodesInProblems.hiding(VisibleText.of(problem.text)))
  }

  /// Says what is no problem and no result: that nothing was changed, how many there were.
  ///
  /// - Parameter text: with its line end.
  static func note(_ text: String) {
    if isJSON { return collected.withLock { $0.add(note: text) } }
    Terminal.writeError(CodesInProblems.hiding(text))
  }

  /// Writes the document that was collected; nothing when there is nothing to say.
  static func finish() {
    collected.withLock { report in
      // A document that cannot be encoded does not exist: texts and numbers only.
      if !report.isEmpty { Terminal.writeError((try? JSON.line(report)) ?? "") }
      report = ProblemsJSON()
    }
  }

  /// As `Diagnostic.description`, colored on a terminal; control characters made visible, so that
  /// hostile text cannot move the cursor.
  static func text(_ diagnostic: Diagnostic) -> String {
    let plain = CodesInProblems.hiding(VisibleText.of(diagnostic.description))
    guard Terminal.errorHasColor else { return plain }
    let word = "\(diagnostic.severity.rawValue): "
    let color = diagnostic.severity == .error ? "\u{1b}[1;31m" : "\u{1b}[1;33m"
    guard let range = plain.firstRange(of: word) else { return plain }
    return "\u{1b}[1m" + plain[..<range.lowerBound] + color + word + "\u{1b}[0;1m"
      + headline(plain[range.upperBound...])
  }

  private static func headline(_ rest: Substring) -> String {
    guard let end = rest.firstIndex(of: "\n") else { return rest + "\u{1b}[0m" }
    return rest[..<end] + "\u{1b}[0m" + rest[end...]
  }

  /// Runs a command's work: problems are shown and become exit code 2.
  static func run(_ work: () throws -> Outcome) throws {
    let outcome: Outcome
    do {
      outcome = try work()
    } catch let error as DiagnosticsError {
      show(error.diagnostics)
      outcome = .refused
    } catch let diagnostic as Diagnostic {
      show([diagnostic])
      outcome = .refused
    } catch let refusal as Refusal {
      show([Diagnostic(refusal)])
      outcome = .refused
    }
    if case .done = outcome { return }
    throw outcome.exitCode
  }

  /// As above, for work that waits for workers.
  static func runAsync(_ work: () async throws -> Outcome) async throws {
    let outcome: Result<Outcome, any Error>
    do {
      outcome = .success(try await work())
    } catch {
      outcome = .failure(error)
    }
    try run { try outcome.get() }
  }
}
