import Foundation
import Synchronization

/// Ctrl-C: the first asks to stop after what is being done, the second stops at once.
package enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  package static var isRequested: Bool { flag.load(ordering: .relaxed) }

  package static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupt.flag.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
