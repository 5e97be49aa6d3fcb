import Markup
import Posts

/// A ranking as rows of dots on intervals, a column of them for each metric.
struct RankingFigure {
  var table: RankingTable

  /// More rows are for `--json`, not for a page.
  private static let maximumItems = 40

  func node() -> Node {
    let ranking = table.ranking
    let axes = table.columns.map { Self.axis(of: $0.estimates) }
    let shown = ranking.items.prefix(Self.maximumItems)
    let rows = shown.indices.map { index in
      let strips = zip(table.columns, axes).enumerated().map { position, pair in
        cell(pair.0, axis: pair.1, item: index, isFirst: position == 0)
      }
      let item = ranking.items[index]
      return PageTable.Row([name(of: item)] + strips, kind: item.standing.rawValue)
    }
    let heads = zip(table.columns, axes).map { column, axis in
      PageTable.Column(
        "panel",
        [
          .plain(ReportWords.name(of: column.metric)),
          axis.head { ReportNumbers.trimmedShare($0) },
        ])
    }
    let kind = ReportWords.plural(ranking.trait)
    // Its first word may be a handle, which keeps its case.
    let sentence = ReportWords.sentence(ranking).replacing(/^not enough/, with: "Not enough")
    let figures = PageTable(
      kind: "rank", caption: caption, columns: [.init("name", String(kind.dropLast()))] + heads,
      rows: rows)
    return .block(
      "section", class: "figure",
      [.tag("h3", kind), .tag("p", class: "finding", sentence), figures.node()])
  }

  private var caption: String {
    let ranking = table.ranking
    let more =
      ranking.items.count > Self.maximumItems
      ? " The first \(Self.maximumItems) of \(ReportNumbers.count(ranking.items.count))." : ""
    return "In the order of what is sure about their "
      + "\(ReportWords.inSentence(ranking.metric)). "
      + "The shaded band is the interval of the first: what touches it cannot be told apart from "
      + "it.\(more)"
  }

  private func name(of item: Ranking.Item) -> [Node] {
    let impressions = AdTotals(item.ads).impressions
    let size =
      "\(ReportNumbers.many(item.ads.count, "ad")), "
      + "\(ReportNumbers.count(impressions)) impressions"
    return [.words(item.name), .tag("small", size)]
  }

  private func cell(
    _ column: RankingTable.Column, axis: StripAxis, item: Int, isFirst: Bool
  ) -> [Node] {
    let estimate = column.estimates[item]
    let name = ReportWords.name(of: column.metric)
    let label = Node.tag("span", class: "label", name)
    guard let value = estimate.value else {
      return [label, .tag("span", class: "unknown", ReportWords.shortage(of: estimate))]
    }
    let range = estimate.interval.map { ReportNumbers.shares($0, around: value) }
    let why = ReportWords.shortage(of: estimate)
    let standing = table.ranking.items[item].standing
    let strip = IntervalStrip(
      axis: axis,
      title: "\(table.ranking.items[item].name), \(name.lowercased()): "
        + "\(ReportNumbers.share(value)), \(range ?? why), \(ReportWords.sample(of: estimate))",
      value: value, interval: estimate.interval,
      kind: isFirst ? standing.rawValue : "other",
      band: isFirst && table.ranking.items[0].standing == .best ? column.estimates[0].interval : nil
    )
    let values: [Node] = [.tag("b", ReportNumbers.share(value)), .plain(" \(range ?? why)")]
    return [label, strip.svg(), .tag("span", class: "values", values)]
  }

  /// From 0 to the highest interval, but no further than three times the highest value: a wide
  /// interval ends in an arrow and leaves the others legible.
  private static func axis(of estimates: [RateEstimate]) -> StripAxis {
    let value = estimates.compactMap(\.value).max() ?? 0
    let upper = estimates.compactMap(\.interval?.upper).max() ?? 0
    return StripAxis(covering: 0...max(value * 1.02, min(upper, value * 3), 0.0001), ticks: 3)
  }
}
