import Diagnostics

/// The problems of a report, up to a number that still helps.
struct ReportProblems {
  static let maximum = 100

  private(set) var log = DiagnosticLog()
  private var omitted = 0

  mutating func add(_ diagnostic: Diagnostic) {
    if log.diagnostics.count < Self.maximum { log.add(diagnostic) } else { omitted += 1 }
  }

  /// - Throws: everything that was added, when there is an error among it.
  /// - Returns: the warnings.
  func finish(file: String) throws(DiagnosticsError) -> [Diagnostic] {
    var log = log
    if omitted > 0 { log.add(.moreProblems(omitted, at: SourceLocation(file: file))) }
    try log.throwIfErrors()
    return log.sorted
  }
}
