import Foundation
import Synchronization

/// One line on the error stream that says how far long work is; silent when that is no terminal.
package final class ProgressBar: Sendable {
  private struct State {
    package var done = 0
    package var failed = 0
    var lastDrawn: ContinuousClock.Instant?
    var isShown = false
  }

  private let total: Int
  private let unit: String
  private let isEnabled: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// More often is only flicker.
  private static let interval = Duration.milliseconds(100)

  package init(total: Int, unit: String) {
    self.total = total
    self.unit = unit
    isEnabled = Terminal.errorIsTerminal && total > 1
  }

  package func advance(failed: Bool = false) {
    state.withLock { state in
      state.done += 1
      if failed { state.failed += 1 }
      draw(&state)
    }
  }

  /// Prints a message above the bar.
  package func print(_ text: String) {
    state.withLock { state in
      clear(&state)
      Terminal.writeError(text + "\n")
      state.lastDrawn = nil
      draw(&state)
    }
  }

  /// Takes the line away until the next step, so that something else can be printed.
  package func hide() { finish() }

  package func finish() {
    state.withLock { clear(&$0) }
  }

  private func clear(_ state: inout State) {
    guard state.isShown else { return }
    Terminal.writeError("\r\u{1b}[K")
    state.isShown = false
  }

  private func draw(_ state: inout State) {
    guard isEnabled, state.done < total else { return }
    let now = ContinuousClock.now
    if let last = state.lastDrawn, now - last < Self.interval { return }
    state.lastDrawn = now
    state.isShown = true
    let seconds = (now - start) / .seconds(1)
    Terminal.writeError(
      "\r"
        + Self.line(
          done: state.done, failed: state.failed, total: total, unit: unit, seconds: seconds,
          width: Terminal.errorWidth) + "\u{1b}[K")
  }

  /// `████████░░░░  12/40  8.3 posts/s  3 s left`, no wider than the terminal.
  package static func line(
    done: Int, failed: Int, total: Int, unit: String, seconds: Double, width: Int
  ) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var text = "  \(done)/\(total)"
    if rate > 0 {
      text += String(format: "  %.1f \(unit)/s", rate)
      text += "  \(remaining(Double(total - done) / rate)) left"
    }
    if failed > 0 { text += "  \(failed) failed" }
    let cells = max(0, min(32, width - text.count - 1))
    guard cells >= 8 else { return String(text.dropFirst(2).prefix(max(0, width - 1))) }
    let filled = total > 0 ? cells * done / total : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
      + text
  }

  private static func remaining(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 360_000).rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
