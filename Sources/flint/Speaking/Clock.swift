import Console
import Diagnostics
import Foundation
import Library
import Posts

/// The only place where time is read.
enum Clock {
  /// `FLINT_NOW` (ISO 8601), for tests and rehearsals, or the system's clock.
  static func now() throws(Diagnostic) -> Moment {
    guard let text = ProcessEnvironment.current["FLINT_NOW"], !text.isEmpty else {
      return Moment(seconds: Int(Date().timeIntervalSince1970))
    }
    guard let moment = Moment(text) else { throw .notNow(text) }
    return moment
  }

  /// - Parameter command: such as `code add`; never its arguments.
  static func circumstances(_ command: String) throws(Diagnostic) -> Circumstances {
    Circumstances(at: try now(), by: NSUserName(), command: command)
  }
}
