import Rendering
import Synchronization

/// The least contrasts that were measured over many slides; safe to share between workers.
package final class ContrastExtremes: Sendable {
  private struct State {
    var small: Double?
    var large: Double?
    var slidesWithoutLogo = 0
  }

  private let state = Mutex(State())

  func add(_ texts: [MeasuredText], isLarge: (MeasuredText) -> Bool) {
    for text in texts where !text.isDecorative {
      guard let contrast = text.contrast else { continue }
      let isLarge = isLarge(text)
      state.withLock { state in
        if isLarge {
          state.large = min(state.large ?? contrast, contrast)
        } else {
          state.small = min(state.small ?? contrast, contrast)
        }
      }
    }
  }

  func slideWithoutLogo() { state.withLock { $0.slidesWithoutLogo += 1 } }

  /// Of ordinary text, which needs 4.5; nil when there was none.
  package var small: Double? { state.withLock { $0.small } }
  /// Of large text, which needs 3; nil when there was none.
  package var large: Double? { state.withLock { $0.large } }
  /// How many slides do not show a kit's logo.
  package var slidesWithoutLogo: Int { state.withLock { $0.slidesWithoutLogo } }
}
