import Carousels
import Console
import Diagnostics
import Feeds
import Foundation
import Library

/// A batch on its way: progress while it runs, a summary at its end.
struct BatchRun: Sendable {
  let batch: Batch
  let feed: Feed
  let isPlan: Bool
  let json: Bool

  func start(workers: Int?, showsTimings: Bool) async throws -> Outcome {
    Report.show(feed.diagnostics)
    if json {
      for item in feed.items where item.row == nil {
        Terminal.writeOutput(try JSON.line(ResultJSON(item)))
      }
    }
    if isPlan, !json {
      for item in feed.items where item.row == nil {
        let word = item.outcome == .skipped ? "skipped  " : "refused  "
        Terminal.writeOutput("\(word)  \(item.key ?? "-")  (\(item.location))\n")
      }
    }
    Interrupt.watch()
    let bar = ProgressBar(total: batch.count, unit: "posts")
    let start = ContinuousClock.now
    let summary = await batch.run(
      workers: workers ?? ProcessInfo.processInfo.activeProcessorCount, isPlan: isPlan,
      shouldStop: { Interrupt.isRequested },
      onResult: { result in
        let (problems, failed) = Self.problems(of: result)
        Report.show(problems, above: bar)
        if json, let line = try? JSON.line(ResultJSON(result, isPlan: isPlan)) {
          Terminal.writeOutput(line)
        } else if isPlan, !json {
          Terminal.writeOutput(Self.planLine(result))
        }
        bar.advance(failed: failed)
      })
    bar.finish()
    let sums = Sums(summary, feed: feed, seconds: (ContinuousClock.now - start) / .seconds(1))
    if json {
      Terminal.writeOutput(try JSON.line(["summary": sums]))
    } else {
      Report.note(sums.text(isPlan: isPlan) + "\n")
    }
    if showsTimings { Report.note(RenderCommand.text(summary.times)) }
    if summary.wasInterrupted { return .interrupted }
    if sums.failed == 0 { return .done }
    return sums.drawn + sums.unchanged + sums.published > 0 ? .partly : .refused
  }

  private static func problems(of result: Batch.Result) -> ([Diagnostic], failed: Bool) {
    if case .failed(let error) = result.outcome {
      return (result.warnings + error.diagnostics, true)
    }
    return (result.warnings, false)
  }

  private static func planLine(_ result: Batch.Result) -> String {
    let word =
      switch result.outcome {
      case .drawn: "draw     "
      case .unchanged: "unchanged"
      case .published: "published"
      case .failed: "refused  "
      }
    return "\(word)  \(result.key)  (\(result.row.location))\n"
  }
}

/// How a batch went, in numbers.
struct Sums: Encodable {
  var drawn = 0
  var unchanged = 0
  /// Posts that went out and that only template, target or program would draw otherwise.
  var published = 0
  /// Rows of the feed that could not be read, and rows that could not be drawn.
  var failed = 0
  var skipped = 0
  var slides = 0
  var seconds: Double
  var interrupted: Bool
  /// The library could not be written to, so the rows after that were not begun.
  var stopped: Bool

  init(_ summary: Batch.Summary, feed: Feed, seconds: Double) {
    self.seconds = (seconds * 1000).rounded() / 1000
    interrupted = summary.wasInterrupted
    stopped = summary.couldNotWrite
    drawn = summary.drawn
    unchanged = summary.unchanged
    published = summary.published
    failed = summary.failed
    slides = summary.slides
    for item in feed.items {
      switch item.outcome {
      case .refused: failed += 1
      case .skipped: skipped += 1
      case .row: break
      }
    }
  }

  func text(isPlan: Bool) -> String {
    var parts = ["\(drawn) \(isPlan ? "to draw" : "drawn")"]
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if published > 0 {
      parts.append("\(published) published and left as they went out (--restyle draws them)")
    }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    if failed > 0 { parts.append("\(failed) failed") }
    var text = parts.joined(separator: ", ")
    if !isPlan, seconds > 0, slides > 0 {
      text += String(
        format: "; %d slides in %.1f s (%.0f slides/s)", slides, seconds, Double(slides) / seconds)
    }
    if stopped {
      text += "\nstopped: posts cannot be written; the same command goes on where it stopped"
    }
    if interrupted { text += "\ninterrupted; the same command goes on where it stopped" }
    return text
  }
}

struct ResultJSON: Encodable {
  /// nil for a row of a feed that has no name of its own and cannot be drawn.
  var key: String?
  var row: String
  var status: String
  var path: String?
  var slides: [String]?
  var problems: [DiagnosticJSON]

  /// A row that the feed's reader refused or skipped.
  init(_ item: FeedItem) {
    key = item.key
    row = "\(item.location)"
    status = item.outcome == .skipped ? "skipped" : "failed"
    problems = item.diagnostics.map(DiagnosticJSON.init)
  }

  init(_ result: Batch.Result, isPlan: Bool) {
    key = result.key
    row = "\(result.row.location)"
    problems = result.warnings.map(DiagnosticJSON.init)
    switch result.outcome {
    case .drawn(let post):
      status = isPlan ? "planned" : "drawn"
      path = post?.path
      slides = post?.record.slides.map(\.file)
    case .unchanged: status = "unchanged"
    case .published: status = "published"
    case .failed(let error):
      status = "failed"
      problems += error.diagnostics.map(DiagnosticJSON.init)
    }
  }
}
