import ArgumentParser
import Carousels
import Console
import Diagnostics
import Foundation
import Ledger
import Library
import Posts

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

/// Prints problems on the error stream.
enum Report {
  static func show(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    Terminal.writeError(diagnostics.map(text).joined(separator: "\n") + "\n")
  }

  /// As `Diagnostic.description`, colored on a terminal; control characters made visible, so that
  /// hostile text cannot move the cursor.
  static func text(_ diagnostic: Diagnostic) -> String {
    let plain = CodeMask.hiding(VisibleText.of(diagnostic.description))
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

/// Results for programs: stable keys in a stable order.
enum JSON {
  static func line(_ value: some Encodable) throws -> String {
    try text(value, formatting: [.sortedKeys, .withoutEscapingSlashes])
  }

  static func document(_ value: some Encodable) throws -> String {
    try text(value, formatting: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  private static func text(
    _ value: some Encodable, formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// A problem as `--json` shows it.
struct DiagnosticJSON: Encodable {
  var severity: String
  var message: String
  var file: String?
  var line: Int?
  var column: Int?
  var hints: [String]

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    file = diagnostic.location?.file
    line = diagnostic.location.flatMap { $0.line > 0 ? $0.line : nil }
    column = diagnostic.location.flatMap { $0.column > 0 ? $0.column : nil }
    hints = diagnostic.hints
  }
}
