import Diagnostics
import Foundation
import Ledger

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

/// A problem as `--json` shows it; what is not known of it is left out.
struct DiagnosticJSON: Encodable {
  var severity: String
  var message: String
  var file: String?
  /// The sheet of a workbook; then line and column are those of a cell.
  var sheet: String?
  var line: Int?
  var column: Int?
  var hints: [String]

  /// Spark codes are masked as in text.
  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    message = CodesInProblems.hiding(diagnostic.message)
    file = (diagnostic.location?.file).map(CodesInProblems.hiding)
    sheet = (diagnostic.location?.sheet).map(CodesInProblems.hiding)
    line = diagnostic.location.flatMap { $0.line > 0 ? $0.line : nil }
    column = diagnostic.location.flatMap { $0.column > 0 ? $0.column : nil }
    hints = diagnostic.hints.map(CodesInProblems.hiding)
  }
}

/// All that a command says on the error stream with `--json`, a document of one line.
struct ProblemsJSON: Encodable {
  private(set) var errors: [DiagnosticJSON] = []
  private(set) var warnings: [DiagnosticJSON] = []
  /// Remarks for people, a line each.
  private(set) var notes: [String] = []

  var isEmpty: Bool { errors.isEmpty && warnings.isEmpty && notes.isEmpty }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors.append(DiagnosticJSON(diagnostic))
      case .warning: warnings.append(DiagnosticJSON(diagnostic))
      }
    }
  }

  mutating func add(note text: String) {
    notes += text.split(whereSeparator: \.isNewline).map { CodesInProblems.hiding(String($0)) }
  }
}
