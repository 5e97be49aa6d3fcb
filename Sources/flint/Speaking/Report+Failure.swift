import Diagnostics
import Library
import Posts

extension Report {
  /// What went wrong with one of many, so that the others can go on.
  ///
  /// - Throws: what is no fault of the user's or the world's.
  static func diagnostics(of error: any Error) throws -> [Diagnostic] {
    switch error {
    case let error as DiagnosticsError: error.diagnostics
    case let diagnostic as Diagnostic: [diagnostic]
    case let refusal as Refusal: [Diagnostic(refusal)]
    default: throw error
    }
  }
}
