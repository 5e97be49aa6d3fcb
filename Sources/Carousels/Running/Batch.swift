public import Diagnostics
import Dispatch
public import Feeds
import Library
import Synchronization
import Templates

/// A carousel per row, on all cores; rows that need no new drawing are left alone.
public struct Batch: Sendable {
  /// What became, or would become, of a row.
  public enum Outcome: Sendable {
    /// Drawn and written; without a post when only planned.
    case drawn(WrittenPost?)
    /// The post is there already, made of the same template, row, photos and settings.
    case unchanged
    /// The post went out, made of the same row and photos; only its template, target or program
    /// changed since, so it is left as it went out.
    case published
    /// It was not drawn or not written, for these reasons.
    case failed(DiagnosticsError)
  }

  /// A row and what became of it.
  public struct Result: Sendable {
    /// The row as the feed has it.
    public var row: Row
    /// The post's key; no other row of the batch has it.
    public var key: String
    /// What became of it.
    public var outcome: Outcome
    /// What is odd about the row or its slides.
    public var warnings: [Diagnostic]
  }

  /// All that a batch came to: sums only, for what is kept of a row is kept of a million.
  public struct Summary: Equatable, Sendable {
    /// Rows that were drawn, or are to be.
    public var drawn = 0
    /// Rows whose posts are there already.
    public var unchanged = 0
    /// Left as they went out, though template, target or program changed.
    public var published = 0
    /// Rows that were not drawn or not written.
    public var failed = 0
    /// Of all posts that were drawn.
    public var slides = 0
    /// Whether it was asked to stop before the last row.
    public var wasInterrupted = false
    /// A post could not be written, as on a full disk; the rows after it were not begun.
    public var couldNotWrite = false
    /// The times of all workers together.
    public var times = StageTimes()
  }

  package let prepared: PreparedTemplate
  package let recorder: PostRecorder
  /// With the key of each, all different.
  package let rows: [(row: Row, key: String)]
  package let redrawsAll: Bool
  package let restyles: Bool

  /// - Parameters:
  ///   - redrawsAll: draws unchanged rows too.
  ///   - restyles: makes a new version of a published post also when only its template, target or
  ///     program changed.
  public init(
    rows: [Row], prepared: PreparedTemplate, recorder: PostRecorder, redrawsAll: Bool = false,
    restyles: Bool = false
  ) {
    self.prepared = prepared
    self.recorder = recorder
    self.redrawsAll = redrawsAll
    self.restyles = restyles
    let keys = PostKey.unique(rows.map(prepared.key))
    self.rows = Array(zip(rows, keys))
  }

  /// How many rows there are.
  public var count: Int { rows.count }

  /// Draws, or with `isPlan` only says what would be drawn.
  ///
  /// - Parameters:
  ///   - workers: how many rows are drawn at once.
  ///   - shouldStop: asked before each row; rows being drawn are finished.
  ///   - onResult: called as rows are done, in no order, from any worker.
  public func run(
    workers: Int, isPlan: Bool = false, shouldStop: @escaping @Sendable () -> Bool,
    onResult: @escaping @Sendable (Result) -> Void
  ) async -> Summary {
    let ledger = Ledger()
    let writer = PostWriter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(workers, rows.count)) {
        group.addTask {
          let artist = SlideArtist(roots: prepared.pictureRoots)
          while !shouldStop(), !ledger.couldNotWrite {
            let index = ledger.nextIndex()
            guard index < rows.count else { break }
            work(on: index, artist: artist, isPlan: isPlan, writer: writer, ledger: ledger) {
              onResult($0)
              ledger.add($0)
            }
          }
          ledger.add(artist.stageTimes)
        }
      }
    }
    await writer.finish()
    var summary = ledger.summary
    let done = summary.drawn + summary.unchanged + summary.published + summary.failed
    summary.wasInterrupted = done < rows.count && !summary.couldNotWrite
    return summary
  }

  /// Binds and draws a row; `done` is called when its post is on disk, or is not to be.
  private func work(
    on index: Int, artist: SlideArtist, isPlan: Bool, writer: PostWriter, ledger: Ledger,
    done: @escaping @Sendable (Result) -> Void
  ) {
    let (row, key) = rows[index]
    var result = Result(row: row, key: key, outcome: .unchanged, warnings: [])
    do throws(DiagnosticsError) {
      let carousel = try prepared.carousel(of: row, pictures: artist.pictures.files)
      result.warnings = carousel.bound.warnings
      var standing = PostRecorder.Standing.outdated
      if !redrawsAll { standing = try recorder.standing(of: key, for: carousel, by: prepared) }
      if standing == .published, restyles { standing = .outdated }
      switch standing {
      case .current: return done(result)
      case .published:
        result.outcome = .published
        return done(result)
      case .outdated:
        try recorder.checkCodes(of: carousel)
        result.outcome = .drawn(nil)
        if isPlan { return done(result) }
      }
      let drawn = try artist.draw(prepared.drawing(of: carousel))
      let record = PostRecord(of: carousel, drawn: drawn, key: key, by: prepared)
      result.warnings += drawn.warnings
      let finished = result
      writer.write {
        var result = finished
        do throws(DiagnosticsError) {
          result.outcome = .drawn(try recorder.write(record, drawn: drawn))
        } catch {
          ledger.noteWriteFailure()
          result.outcome = .failed(error)
        }
        done(result)
      }
    } catch {
      result.outcome = .failed(error)
      done(result)
    }
  }
}

/// Writes posts beside the workers: flushing files waits for the disk, not for a core.
private final class PostWriter: Sendable {
  /// Carousels drawn and not yet on disk; more would only fill memory.
  private static let limit = 4

  /// Serial queues have threads of their own at once; a concurrent one shares a pool that the
  /// workers fill, and gets none for about a second.
  private let queues = (0..<limit).map { DispatchQueue(label: "posts \($0)") }
  private let next = Mutex(0)
  private let slots = DispatchSemaphore(value: limit)
  private let group = DispatchGroup()

  /// Waits while too many posts are being written.
  package func write(_ work: @escaping @Sendable () -> Void) {
    slots.wait()
    let queue = next.withLock { next in
      next = (next + 1) % queues.count
      return queues[next]
    }
    queue.async(group: group) { [slots] in
      work()
      slots.signal()
    }
  }

  /// Waits until all posts are written.
  package func finish() async {
    await withCheckedContinuation { continuation in
      group.notify(queue: queues[0]) { continuation.resume() }
    }
  }
}

/// What the workers of a batch share.
private final class Ledger: Sendable {
  private struct State {
    package var next = 0
    package var summary = Batch.Summary()
  }

  private let state = Mutex(State())

  func nextIndex() -> Int {
    state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
  }

  package func add(_ result: Batch.Result) {
    state.withLock { state in
      switch result.outcome {
      case .drawn(let post):
        state.summary.drawn += 1
        state.summary.slides += post?.record.slides.count ?? 0
      case .unchanged: state.summary.unchanged += 1
      case .published: state.summary.published += 1
      case .failed: state.summary.failed += 1
      }
    }
  }

  func noteWriteFailure() {
    state.withLock { $0.summary.couldNotWrite = true }
  }

  package var couldNotWrite: Bool { state.withLock { $0.summary.couldNotWrite } }

  package func add(_ times: StageTimes) {
    state.withLock { $0.summary.times += times }
  }

  package var summary: Batch.Summary { state.withLock { $0.summary } }
}
