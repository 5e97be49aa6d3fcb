import AdReports
import Diagnostics
import Library
import Posts

/// Puts a report's lines in order: by ad of ours, and by ad that nobody knows.
struct ReportSorting {
  /// One ad of ours with its lines.
  package struct Part {
    enum Named {
      case spark(AdSummary)
      case standard(StandardAd)
    }

    package var ad: Named
    package var lines: [AdReport.Line]

    package var subject: MetricsSnapshot.Subject {
      switch ad {
      case .spark(let summary): .spark(summary.ad.key)
      case .standard(let ad): .standard(ad.key)
      }
    }

    package var name: String {
      switch ad {
      case .spark(let summary): summary.ad.key.text
      case .standard(let ad): ad.name
      }
    }

    var snapshots: [MetricsSnapshot] {
      lines.map {
        MetricsSnapshot(
          ad: subject, firstDay: $0.firstDay, lastDay: $0.lastDay, figures: $0.figures,
          importNumber: 0)
      }
    }

    /// The status words of the last line that has any.
    package var statusWords: String? {
      for line in lines.reversed() {
        let words = [line.primaryStatus, line.secondaryStatus].compactMap(\.self)
        if !words.isEmpty { return words.joined(separator: ", ") }
      }
      return nil
    }
  }

  /// An ad of the report that is not among ours.
  private struct Stranger: Hashable {
    package var reason: AdMatcher.Reason
    package var id: String?
    package var name: String?
  }

  /// More would only hide the first.
  private static let mostProblems = 100

  private let file: String
  private let brand: Key<Brand>?
  private var subjects: [MetricsSnapshot.Subject] = []
  private var partsBySubject: [MetricsSnapshot.Subject: Part] = [:]
  private var strangers: [Stranger] = []
  private var strangersRows: [Stranger: [Int]] = [:]
  private var conflicts: [Diagnostic] = []
  private var conflictingLines = 0

  /// - Parameter brand: whose report it is, for hints.
  package init(file: String, brand: Key<Brand>?) {
    self.file = file
    self.brand = brand
  }

  package mutating func add(_ line: AdReport.Line, _ match: AdMatcher.Match) {
    switch match {
    case .spark(let summary): add(line, to: Part(ad: .spark(summary), lines: []))
    case .standard(let ad): add(line, to: Part(ad: .standard(ad), lines: []))
    case .unknown(let reason):
      let stranger = Stranger(reason: reason, id: line.adID, name: line.adName)
      if strangersRows[stranger] == nil { strangers.append(stranger) }
      strangersRows[stranger, default: []].append(line.row)
    }
  }

  private mutating func add(_ line: AdReport.Line, to part: Part) {
    if partsBySubject[part.subject] == nil { subjects.append(part.subject) }
    partsBySubject[part.subject, default: part].lines.append(line)
  }

  /// The ads of ours, in the order of the report.
  ///
  /// A line that says the same of the same days again is left out; lines that say different things
  /// of the same days are all left out, for nobody knows which is right.
  /// - Returns: with the rows that only repeated another.
  package mutating func parts() -> (parts: [Part], repeated: [Int]) {
    var repeated: [Int] = []
    var parts: [Part] = []
    for subject in subjects {
      guard var part = partsBySubject[subject] else { continue }
      var kept: [ClosedRange<Day>: AdReport.Line] = [:]
      var disputed: [ClosedRange<Day>: Int] = [:]
      for line in part.lines {
        let days = line.firstDay...max(line.firstDay, line.lastDay)
        guard let other = kept[days] else {
          kept[days] = line
          continue
        }
        if other.figures == line.figures {
          repeated.append(line.row)
        } else {
          disputed[days, default: 1] += 1
          if disputed[days] == 2 {
            conflicts.append(
              .severalLines(
                of: part.name, days, first: other.row,
                at: SourceLocation(file: file, line: line.row)))
          }
        }
      }
      conflictingLines += disputed.values.reduce(0, +)
      part.lines = kept.filter { disputed[$0.key] == nil }.values.sorted { $0.row < $1.row }
      if !part.lines.isEmpty { parts.append(part) }
    }
    return (parts, repeated)
  }

  /// Lines of no use, in all.
  package var notUnderstood: Int {
    strangersRows.values.reduce(0) { $0 + $1.count } + conflictingLines
  }

  /// One an ad, after `parts()`.
  package var problems: [Diagnostic] {
    var problems = strangers.map { stranger in
      let rows = strangersRows[stranger] ?? []
      return Diagnostic.strangeAd(
        stranger.reason, id: stranger.id, name: stranger.name, lines: rows.count,
        brand: brand, at: SourceLocation(file: file, line: rows.first ?? 0))
    }
    problems += conflicts
    let more = problems.count - Self.mostProblems
    if more > 1 {
      problems.removeLast(more)
      problems.append(.moreStrangeAds(more, at: SourceLocation(file: file)))
    }
    return problems
  }
}
