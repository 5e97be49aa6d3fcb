import Posts

/// One brand's part of the page.
struct BrandChapter {
  package var brand: BrandResults

  package init(_ brand: BrandResults) { self.brand = brand }

  package func html() -> String {
    var parts = [keyFigures, findings, comparison]
    parts += brand.costs.map(costs)
    parts += brand.rankings.map { RankingFigure(table: $0).html() }
    parts += brand.spending.map(spending)
    parts += [ads, notes]
    return parts.joined()
  }

  private var keyFigures: String {
    let totals = brand.totals
    var figures = [
      ("Spark Ads", ReportNumbers.count(brand.spark.ads)),
      ("In-Feed ads", ReportNumbers.count(brand.standard.ads)),
      ("Impressions", ReportNumbers.count(totals.impressions)),
    ]
    figures += totals.spend.map { money in
      (totals.spend.count > 1 ? "Spend, \(money.currency)" : "Spend", ReportNumbers.money(money))
    }
    let items = figures.map { "<div><dt>\($0.0)</dt><dd>\(PageMarkup.escaped($0.1))</dd></div>\n" }
    return "<dl class=\"key\">\n\(items.joined())</dl>\n"
  }

  private var findings: String {
    let items = ReportWords.findings(brand).map { finding in
      let number = finding.lift.map { "<b>\(PageMarkup.escaped($0))</b>" } ?? ""
      return "<li class=\"\(finding.verdict.rawValue)\">\(number)"
        + "<span>\(PageMarkup.escaped(finding.sentence))</span></li>\n"
    }
    return "<ul class=\"findings\">\n\(items.joined())</ul>\n"
  }

  // MARK: - Spark beside In-Feed

  private var comparison: String {
    let rows = brand.rates.filter { $0.first.value != nil || $0.second.value != nil }
    guard !rows.isEmpty else { return "" }
    guard hasBoth else { return figure(title: "What viewers did", rows, currency: nil) }
    return figure(
      title: "Spark Ads beside In-Feed ads",
      caption: "What viewers did, and how many times more or less of it Spark Ads got. "
        + "To the right of the line is better.",
      comparisons: rows, currency: nil)
  }

  private var hasBoth: Bool { brand.spark.ads > 0 && brand.standard.ads > 0 }

  private func costs(_ costs: BrandResults.CostComparison) -> String {
    let rows = costs.comparisons.filter { $0.first.value != nil || $0.second.value != nil }
    guard !rows.isEmpty else { return "" }
    let currency = brand.costs.count > 1 ? ", in \(costs.currency)" : ""
    guard hasBoth else {
      return figure(title: "What it cost\(currency)", rows, currency: costs.currency)
    }
    return figure(
      title: "What it cost\(currency)",
      caption: "Prices, and how much more or less Spark Ads paid. "
        + "To the left of the line is cheaper.",
      comparisons: rows, currency: costs.currency)
  }

  /// The figure of the only kind of ads that there is; nothing stands beside it.
  private func figure(
    title: String, _ comparisons: [RateComparison], currency: String?
  ) -> String {
    let isSpark = brand.spark.ads > 0
    let rows = comparisons.map { comparison in
      [
        label(comparison.first.metric),
        Self.cell(isSpark ? comparison.first : comparison.second, currency: currency),
      ]
    }
    let table = PageMarkup.table(
      "compare alone", caption: "", columns: ["name", isSpark ? "spark" : "feed"],
      head: [currency == nil ? "Rate" : "Price", isSpark ? "Spark" : "In-Feed"], rows: rows)
    return "<section class=\"figure\">\n<h3>\(PageMarkup.escaped(title))</h3>\n\(table)</section>\n"
  }

  private func label(_ metric: AdMetric) -> String {
    "\(ReportWords.name(of: metric))"
      + "<small>\(PageMarkup.escaped(ReportWords.definition(of: metric)))</small>"
  }

  private func figure(
    title: String, caption: String, comparisons: [RateComparison], currency: String?
  ) -> String {
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
      return [
        label(metric),
        Self.cell(comparison.first, currency: currency),
        Self.cell(comparison.second, currency: currency),
        strip.svg(), lift(comparison),
        published.map { PageMarkup.escaped(ReportNumbers.lift($0.lift)) }.joined(separator: "<br>"),
      ]
    }
    var columns = ["name", "spark", "feed", "plot", "lift", "published"]
    var head = [
      "Rate", "Spark", "In-Feed", axis.head(ReportNumbers.lift), "Spark over In-Feed", "TikTok",
    ]
    if currency != nil { head[0] = "Price" }
    if !isPublished {
      columns.removeLast()
      head.removeLast()
    }
    let table = PageMarkup.table(
      "compare", caption: PageMarkup.escaped(caption), columns: columns, head: head, rows: rows)
    let key =
      "<p class=\"legend\"><span class=\"sign dot\"></span>difference with its 95% interval"
      + (isPublished ? "<span class=\"sign diamond\"></span>published by TikTok" : "") + "</p>\n"
    return
      "<section class=\"figure\">\n<h3>\(PageMarkup.escaped(title))</h3>\n\(table)\(key)</section>\n"
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

  package static func cell(_ estimate: RateEstimate, currency: String?) -> String {
    guard let value = estimate.value else {
      let why = ReportWords.shortage(of: estimate)
      return "<span class=\"unknown\">\(PageMarkup.escaped(why))</span>"
    }
    let metric = estimate.metric
    let shown = ReportNumbers.value(value, of: metric, currency)
    let range =
      estimate.interval.map {
        ReportNumbers.interval($0, around: value, of: metric, currency)
      } ?? ReportWords.shortage(of: estimate)
    return "<b>\(PageMarkup.escaped(shown))</b><small>\(PageMarkup.escaped(range))</small>"
      + "<small>\(PageMarkup.escaped(ReportWords.sample(of: estimate)))</small>"
  }

  private func lift(_ comparison: RateComparison) -> String {
    let verdict = PageMarkup.escaped(ReportWords.verdict(comparison))
    guard let lift = comparison.lift else { return "<span class=\"unknown\">\(verdict)</span>" }
    return "<b>\(PageMarkup.escaped(ReportNumbers.lift(lift.value)))</b>"
      + "<small>\(PageMarkup.escaped(ReportNumbers.lifts(lift.interval)))</small>"
      + "<small>\(verdict)</small>"
  }

  private func liftText(_ comparison: RateComparison) -> String {
    guard let lift = comparison.lift else { return ReportWords.verdict(comparison) }
    return "\(ReportNumbers.lift(lift.value)), 95% interval \(ReportNumbers.lifts(lift.interval))"
  }

  // MARK: - Spend

  private func spending(_ spending: SpendByDay) -> String {
    // One day is no course of things.
    guard spending.steps.count >= 2,
      spending.steps.contains(where: { $0.spark > 0 || $0.standard > 0 })
    else { return "" }
    let currency = spending.currency
    let unit =
      switch spending.stepLength {
      case 1: "Each day"
      case 7: "Each week, on average a day"
      default: "Each \(spending.stepLength) days, on average a day"
      }
    let rows = spending.steps.map { step in
      [
        ReportNumbers.days(step.days),
        PageMarkup.escaped(ReportNumbers.money(step.spark, currency)),
        PageMarkup.escaped(ReportNumbers.money(step.standard, currency)),
      ]
    }
    let table = PageMarkup.table(
      "plain", caption: "Spend a day", columns: ["name", "number", "number"],
      head: ["Days", "Spark", "In-Feed"], rows: rows)
    let place = brand.spending.count > 1 ? ", in \(currency)" : ""
    return """
      <section class="figure">
      <h3>Spend\(PageMarkup.escaped(place))</h3>
      <p class="caption">\(unit).</p>
      \(SpendPlot(spending: spending).html())
      <p class="legend">\(legend(spending))</p>
      <details><summary>The figures</summary>
      \(table)</details>
      </section>

      """
  }

  private func legend(_ spending: SpendByDay) -> String {
    let spark = spending.steps.contains { $0.spark > 0 }
    let standard = spending.steps.contains { $0.standard > 0 }
    return (spark ? "<span class=\"sign line spark\"></span>Spark" : "")
      + (standard ? "<span class=\"sign line standard\"></span>In-Feed" : "")
  }

  // MARK: - Ads

  /// More rows are for `--json`, not for a page.
  private static let maximumAds = 100

  private var ads: String {
    let currencies = brand.costs.map(\.currency)
    let rows = brand.ads.prefix(Self.maximumAds).map { ad in
      let totals = AdTotals([ad])
      let rates = [AdMetric.sixSecondViews, .completion, .engagement, .clickThrough].map { metric in
        RateEstimate.estimates(of: metric, in: [[ad]])[0].value.map(ReportNumbers.share) ?? "–"
      }
      let creator = ad.creator.map { "<small>\(PageMarkup.words("@\($0)"))</small>" } ?? ""
      return [
        PageMarkup.words(ad.name) + creator, ReportWords.name(of: ad.kind),
        totals.days.map(ReportNumbers.days) ?? "–", ReportNumbers.count(totals.impressions),
        totals.spend.map { PageMarkup.escaped(ReportNumbers.money($0)) }.joined(separator: "<br>"),
      ] + rates
    }
    var caption = "With the most impressions first."
    if brand.ads.count > Self.maximumAds {
      caption += " \(Self.maximumAds) of \(ReportNumbers.count(brand.ads.count))."
    }
    if currencies.count > 1 { caption += " Currencies are not converted." }
    let table = PageMarkup.table(
      "plain ads", caption: caption,
      columns: ["name", "kind", "days"] + Array(repeating: "number", count: 6),
      head: [
        "Ad", "Kind", "Days", "Impressions", "Spend", "6-second views", "Completion", "Engagement",
        "Click-through",
      ], rows: rows)
    return
      "<section class=\"figure long\">\n<h3>Ads</h3>\n<div class=\"wide\" tabindex=\"0\">\n\(table)"
      + "</div>\n</section>\n"
  }

  private var notes: String {
    let items = ReportWords.notes(brand).map { "<li>\(PageMarkup.escaped($0))</li>\n" }
    return items.isEmpty ? "" : "<ul class=\"notes\">\n\(items.joined())</ul>\n"
  }
}
