import Diagnostics
import Feeds
import Synchronization

@testable import Carousels

/// What became of the rows of a batch, which itself keeps sums only.
final class ResultLog: Sendable {
  private let log = Mutex<[Batch.Result]>([])

  func add(_ result: Batch.Result) { log.withLock { $0.append(result) } }

  /// In the order of the feed's lines.
  var results: [Batch.Result] {
    log.withLock { $0 }
      .sorted { ($0.row.location.line, $0.key) < ($1.row.location.line, $1.key) }
  }
}
