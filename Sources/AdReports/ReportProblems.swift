import Diagnostics

/// The problems of a report, up to a number that still helps.
struct ReportProblems {
  static let maximum = 100
  /// Fewer, so that the errors among them are seen.
  static let maximumWarnings = 20

  private var errors: [Diagnostic] = []
  private var warnings: [Diagnostic] = []
  private var omittedErrors = 0
  private var omittedWarnings = 0

  mutating func add(_ diagnostic: Diagnostic) {
    switch diagnostic.severity {
    case .error:
      if errors.count < Self.maximum { errors.append(diagnostic) } else { omittedErrors += 1 }
    case .warning:
      if warnings.count < Self.maximumWarnings {
        warnings.append(diagnostic)
      } else {
        omittedWarnings += 1
      }
    }
  }

  /// - Throws: everything that was added, when there is an error among it.
  /// - Returns: the warnings.
  func finish(file: String) throws(DiagnosticsError) -> [Diagnostic] {
    let place = SourceLocation(file: file)
    var log = DiagnosticLog()
    log.add(contentsOf: warnings + errors)
    if omittedWarnings > 0 { log.add(.moreWarnings(omittedWarnings, at: place)) }
    if omittedErrors > 0 { log.add(.moreErrors(omittedErrors, at: place)) }
    try log.throwIfErrors()
    return log.sorted
  }
}
