import Posts

/// A ranking as rows of dots on intervals, a column of them for each metric.
struct RankingFigure {
  package var table: RankingTable

  /// More rows are for `--json`, not for a page.
  private static let maximumItems = 40

  package func html() -> String {
    let ranking = table.ranking
    let axes = table.columns.map { Self.axis(of: $0.estimates) }
    let shown = ranking.items.prefix(Self.maximumItems)
    let rows = shown.indices.map { index in
      let item = ranking.items[index]
      let impressions = AdTotals(item.ads).impressions
      let strips = zip(table.columns, axes).enumerated().map { position, pair in
        cell(pair.0, axis: pair.1, item: index, isFirst: position == 0)
      }
      return [
        PageMarkup.words(item.name)
          + "<small>\(ReportNumbers.many(item.ads.count, "ad")), "
          + "\(ReportNumbers.count(impressions)) impressions</small>"
      ] + strips
    }
    let columns = ["name"] + Array(repeating: "panel", count: table.columns.count)
    let head =
      [PageMarkup.escaped(String(ReportWords.plural(ranking.trait).dropLast()))]
      + zip(table.columns, axes).map { column, axis in
        ReportWords.name(of: column.metric) + axis.head { ReportNumbers.trimmedShare($0) }
      }
    let more =
      ranking.items.count > Self.maximumItems
      ? " The first \(Self.maximumItems) of \(ReportNumbers.count(ranking.items.count))." : ""
    // Its first word may be a handle, which keeps its case.
    let sentence = ReportWords.sentence(ranking).replacing(/^not enough/, with: "Not enough")
    let caption =
      "In the order of what is sure about their "
      + "\(ReportWords.inSentence(ranking.metric)). "
      + "The shaded band is the interval of the first: what touches it cannot be told apart from "
      + "it.\(more)"
    return """
      <section class="figure">
      <h3>\(ReportWords.plural(ranking.trait))</h3>
      <p class="finding">\(PageMarkup.escaped(sentence))</p>
      \(PageMarkup.table(
        "rank", caption: PageMarkup.escaped(caption), columns: columns, head: head, rows: rows,
        rowKinds: shown.map(\.standing.rawValue)))</section>

      """
  }

  private func cell(
    _ column: RankingTable.Column, axis: StripAxis, item: Int, isFirst: Bool
  ) -> String {
    let estimate = column.estimates[item]
    let name = ReportWords.name(of: column.metric)
    guard let value = estimate.value else {
      let why = ReportWords.shortage(of: estimate)
      return "<span class=\"label\">\(name)</span>"
        + "<span class=\"unknown\">\(PageMarkup.escaped(why))</span>"
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
    return "<span class=\"label\">\(name)</span>\(strip.svg())"
      + "<span class=\"values\"><b>\(ReportNumbers.share(value))</b> "
      + "\(PageMarkup.escaped(range ?? why))</span>"
  }

  /// From 0 to the highest interval, but no further than three times the highest value: a wide
  /// interval ends in an arrow and leaves the others legible.
  private static func axis(of estimates: [RateEstimate]) -> StripAxis {
    let value = estimates.compactMap(\.value).max() ?? 0
    let upper = estimates.compactMap(\.interval?.upper).max() ?? 0
    return StripAxis(covering: 0...max(value * 1.02, min(upper, value * 3), 0.0001), ticks: 3)
  }
}
