import Markup
import Posts

/// One brand's part of the page.
struct BrandChapter {
  var brand: BrandResults

  init(_ brand: BrandResults) { self.brand = brand }

  func nodes() -> [Node] {
    var parts = [keyFigures, findings] + comparison
    parts += brand.costs.flatMap(costs)
    parts += brand.rankings.map { RankingFigure(table: $0).node() }
    parts += brand.spending.flatMap(spending)
    return parts + [ads] + notes
  }

  private var keyFigures: Node {
    let totals = brand.totals
    var figures = [
      ("Spark Ads", ReportNumbers.count(brand.spark.ads)),
      ("In-Feed ads", ReportNumbers.count(brand.standard.ads)),
      ("Impressions", ReportNumbers.count(totals.impressions)),
    ]
    figures += totals.spend.map { money in
      (totals.spend.count > 1 ? "Spend, \(money.currency)" : "Spend", ReportNumbers.money(money))
    }
    return .block(
      "dl", class: "key",
      figures.map { .tag("div", [.tag("dt", $0.0), .tag("dd", $0.1)]) })
  }

  private var findings: Node {
    let items = ReportWords.findings(brand).map { finding -> Node in
      let number = finding.lift.map { [Node.tag("b", $0)] } ?? []
      return .tag(
        "li", class: finding.verdict.rawValue, number + [.tag("span", finding.sentence)])
    }
    return .block("ul", class: "findings", items)
  }

  // MARK: - Spark beside In-Feed

  /// A figure; none where there is nothing to show.
  private var comparison: [Node] {
    let rows = brand.rates.filter { $0.first.value != nil || $0.second.value != nil }
    guard !rows.isEmpty else { return [] }
    guard hasBoth else { return [figure(title: "What viewers did", rows, currency: nil)] }
    return [
      figure(
        title: "Spark Ads beside In-Feed ads",
        caption: "What viewers did, and how many times more or less of it Spark Ads got. "
          + "To the right of the line is better.",
        comparisons: rows, currency: nil)
    ]
  }

  private var hasBoth: Bool { brand.spark.ads > 0 && brand.standard.ads > 0 }

  private func costs(_ costs: BrandResults.CostComparison) -> [Node] {
    let rows = costs.comparisons.filter { $0.first.value != nil || $0.second.value != nil }
    guard !rows.isEmpty else { return [] }
    let title = "What it cost" + (brand.costs.count > 1 ? ", in \(costs.currency)" : "")
    guard hasBoth else { return [figure(title: title, rows, currency: costs.currency)] }
    return [
      figure(
        title: title,
        caption: "Prices, and how much more or less Spark Ads paid. "
          + "To the left of the line is cheaper.",
        comparisons: rows, currency: costs.currency)
    ]
  }

  /// The figure of the only kind of ads that there is; nothing stands beside it.
  private func figure(
    title: String, _ comparisons: [RateComparison], currency: String?
  ) -> Node {
    let isSpark = brand.spark.ads > 0
    let rows = comparisons.map { comparison in
      PageTable.Row([
        label(comparison.first.metric),
        cell(isSpark ? comparison.first : comparison.second, currency: currency),
      ])
    }
    let table = PageTable(
      kind: "compare alone", caption: "",
      columns: [
        .init("name", currency == nil ? "Rate" : "Price"),
        isSpark ? .init("spark", "Spark") : .init("feed", "In-Feed"),
      ], rows: rows)
    return .block("section", class: "figure", [.tag("h3", title), table.node()])
  }

  private func label(_ metric: AdMetric) -> [Node] {
    [
      .plain(ReportWords.name(of: metric)), .tag("small", ReportWords.definition(of: metric)),
    ]
  }

  private func figure(
    title: String, caption: String, comparisons: [RateComparison], currency: String?
  ) -> Node {
    let axis = Self.axis(of: comparisons)
    let isPublished = comparisons.contains {
      !PublishedFigure.figures(about: $0.first.metric).isEmpty
    }
    let rows = comparisons.map { comparison in
      let metric = comparison.first.metric
      let published = PublishedFigure.figures(about: metric)
      let strip = IntervalStrip(
        axis: axis, title: "\(ReportWords.name(of: metric)): \(liftText(comparison))",
        value: comparison.lift?.value, interval: comparison.lift?.interval,
        kind: comparison.verdict.rawValue, zero: 0, diamonds: published.map(\.lift))
      return PageTable.Row([
        label(metric), cell(comparison.first, currency: currency),
        cell(comparison.second, currency: currency), [strip.svg()], lift(comparison),
        Node.lines(published.map { ReportNumbers.lift($0.lift) }),
      ])
    }
    var columns: [PageTable.Column] = [
      .init("name", currency == nil ? "Rate" : "Price"), .init("spark", "Spark"),
      .init("feed", "In-Feed"), .init("plot", [axis.head(ReportNumbers.lift)]),
      .init("lift", "Spark over In-Feed"),
    ]
    if isPublished { columns.append(.init("published", "TikTok")) }
    let table = PageTable(kind: "compare", caption: caption, columns: columns, rows: rows)
    var key = sign("dot", "difference with its 95% interval")
    if isPublished { key += sign("diamond", "published by TikTok") }
    return .block(
      "section", class: "figure",
      [.tag("h3", title), table.node(), .tag("p", class: "legend", key)])
  }

  /// A mark and what it means.
  private func sign(_ kind: String, _ meaning: String) -> [Node] {
    [.tag("span", class: "sign \(kind)"), .plain(meaning)]
  }

  /// Around no difference, as far as values and what TikTok published reach, and no further than
  /// four times as much: a wide interval ends in an arrow and leaves the others legible.
  private static func axis(of comparisons: [RateComparison]) -> StripAxis {
    let values = comparisons.flatMap { comparison in
      PublishedFigure.figures(about: comparison.first.metric).map(\.lift)
        + [
          comparison.lift?.value, comparison.lift?.interval.lower, comparison.lift?.interval.upper,
        ]
        .compactMap { $0 }
    }
    let low = min(-0.2, values.min() ?? 0)
    let high = min(3, max(0.2, values.max() ?? 0))
    return StripAxis(covering: max(-1, low)...high, ticks: 4)
  }

  private func cell(_ estimate: RateEstimate, currency: String?) -> [Node] {
    guard let value = estimate.value else {
      return [.tag("span", class: "unknown", ReportWords.shortage(of: estimate))]
    }
    let metric = estimate.metric
    let range =
      estimate.interval.map {
        ReportNumbers.interval($0, around: value, of: metric, currency)
      } ?? ReportWords.shortage(of: estimate)
    return [
      .tag("b", ReportNumbers.value(value, of: metric, currency)), .tag("small", range),
      .tag("small", ReportWords.sample(of: estimate)),
    ]
  }

  private func lift(_ comparison: RateComparison) -> [Node] {
    let verdict = ReportWords.verdict(comparison)
    guard let lift = comparison.lift else {
      return [.tag("span", class: "unknown", verdict)]
    }
    return [
      .tag("b", ReportNumbers.lift(lift.value)), .tag("small", ReportNumbers.lifts(lift.interval)),
      .tag("small", verdict),
    ]
  }

  private func liftText(_ comparison: RateComparison) -> String {
    guard let lift = comparison.lift else { return ReportWords.verdict(comparison) }
    return "\(ReportNumbers.lift(lift.value)), 95% interval \(ReportNumbers.lifts(lift.interval))"
  }

  // MARK: - Spend

  private func spending(_ spending: SpendByDay) -> [Node] {
    // One day is no course of things.
    guard spending.steps.count >= 2,
      spending.steps.contains(where: { $0.spark > 0 || $0.standard > 0 })
    else { return [] }
    let currency = spending.currency
    let unit =
      switch spending.stepLength {
      case 1: "Each day"
      case 7: "Each week, on average a day"
      default: "Each \(spending.stepLength) days, on average a day"
      }
    let rows = spending.steps.map { step in
      PageTable.Row([
        [.plain(ReportNumbers.days(step.days))],
        [.plain(ReportNumbers.money(step.spark, currency))],
        [.plain(ReportNumbers.money(step.standard, currency))],
      ])
    }
    let table = PageTable(
      kind: "plain", caption: "Spend a day",
      columns: [.init("name", "Days"), .init("number", "Spark"), .init("number", "In-Feed")],
      rows: rows)
    let place = brand.spending.count > 1 ? ", in \(currency)" : ""
    return [
      .block(
        "section", class: "figure",
        [
          .tag("h3", "Spend\(place)"), .tag("p", class: "caption", "\(unit)."),
          SpendPlot(spending: spending).node(), .tag("p", class: "legend", legend(spending)),
          .block("details", [.tag("summary", "The figures"), table.node()]),
        ])
    ]
  }

  private func legend(_ spending: SpendByDay) -> [Node] {
    var key: [Node] = []
    if spending.steps.contains(where: { $0.spark > 0 }) { key += sign("line spark", "Spark") }
    if spending.steps.contains(where: { $0.standard > 0 }) {
      key += sign("line standard", "In-Feed")
    }
    return key
  }

  // MARK: - Ads

  /// More rows are for `--json`, not for a page.
  private static let maximumAds = 100

  private var ads: Node {
    var caption = "With the most impressions first."
    if brand.ads.count > Self.maximumAds {
      caption += " \(Self.maximumAds) of \(ReportNumbers.count(brand.ads.count))."
    }
    if brand.costs.count > 1 { caption += " Currencies are not converted." }
    let numbers = [
      "Impressions", "Spend", "6-second views", "Completion", "Engagement", "Click-through",
    ]
    let table = PageTable(
      kind: "plain ads", caption: caption,
      columns: [.init("name", "Ad"), .init("kind", "Kind"), .init("days", "Days")]
        + numbers.map { .init("number", $0) },
      rows: brand.ads.prefix(Self.maximumAds).map(row))
    return .block(
      "section", class: "figure long",
      [
        .tag("h3", "Ads"), .block("div", class: "wide", with: ["tabindex": "0"], [table.node()]),
      ])
  }

  private func row(of ad: AdResult) -> PageTable.Row {
    let totals = AdTotals([ad])
    let creator = ad.creator.map { [Node.tag("small", [.words("@\($0)")])] } ?? []
    let facts: [[Node]] = [
      [.words(ad.name)] + creator, [.plain(ReportWords.name(of: ad.kind))],
      [.plain(totals.days.map(ReportNumbers.days) ?? "–")],
      [.plain(ReportNumbers.count(totals.impressions))],
      Node.lines(totals.spend.map { ReportNumbers.money($0) }),
    ]
    let rates = [AdMetric.sixSecondViews, .completion, .engagement, .clickThrough].map { metric in
      RateEstimate.estimates(of: metric, in: [[ad]])[0].value.map(ReportNumbers.share) ?? "–"
    }
    return PageTable.Row(facts + rates.map { [.plain($0)] })
  }

  private var notes: [Node] {
    let items = ReportWords.notes(brand).map { Node.tag("li", $0) }
    return items.isEmpty ? [] : [.block("ul", class: "notes", items)]
  }
}
