import Console
import Ledger
import Posts

/// A report in a terminal.
enum ReportText {
  static func describe(_ report: ResultsReport, width: Int) -> String {
    guard !report.brands.isEmpty else {
      return "no ad has figures here; import a report with flint ad metrics import FILE\n"
    }
    var text = report.brands.map { chapter($0, width: width) }.joined(separator: "\n")
    text += "\n" + heading("How to read this")
    text += ReportWords.method.map { "- \($0)\n".wrapped(width: width, indent: 2) }.joined()
    text += "- \(ReportWords.publishedNote)\n".wrapped(width: width, indent: 2)
    for source in [PublishedFigure.sparkAds101, PublishedFigure.playbook] {
      text += "- \(ReportWords.source(source))\n".wrapped(width: width, indent: 2)
    }
    // They kept lines from breaking; from now on somebody may search for the words.
    return text.replacing("\u{A0}", with: " ")
  }

  private static func chapter(_ brand: BrandResults, width: Int) -> String {
    let totals = brand.totals
    var figures = [
      ReportNumbers.many(brand.spark.ads, "Spark Ad"),
      ReportNumbers.many(brand.standard.ads, "In-Feed ad"),
      ReportNumbers.many(totals.impressions, "impression"),
    ]
    if !totals.spend.isEmpty {
      figures.append(totals.spend.map(ReportNumbers.money).joined(separator: " and ") + " spent")
    }
    var text = heading(brand.name)
    text += totals.days.map { "\(ReportNumbers.days($0)): " } ?? ""
    text += figures.joined(separator: ", ") + "\n\n"
    for finding in ReportWords.findings(brand) {
      let lift = (finding.lift ?? "").padding(to: 7)
      let sentence = VisibleText.of(finding.sentence)
      text += "\(lift)\(sentence)\n".wrapped(width: width, indent: 7)
    }
    text += comparison("What viewers did", "Rate", brand.rates, currency: nil)
    for costs in brand.costs {
      let title = brand.costs.count > 1 ? "What it cost, in \(costs.currency)" : "What it cost"
      text += comparison(title, "Price of", costs.comparisons, currency: costs.currency)
    }
    text += brand.rankings.map(ranking).joined()
    let notes = ReportWords.notes(brand).map { "- \($0)\n".wrapped(width: width, indent: 2) }
    return text + (notes.isEmpty ? "" : "\n\(notes.joined())")
  }

  private static func heading(_ title: String) -> String {
    let shown = VisibleText.of(title)
    return Terminal.outputHasColor ? "\u{1b}[1m\(shown)\u{1b}[0m\n" : "\(shown)\n"
  }

  // MARK: - Tables

  /// - Parameter name: of the first column.
  private static func comparison(
    _ title: String, _ name: String, _ comparisons: [RateComparison], currency: String?
  ) -> String {
    var table = Table([
      .init(title: name, leastWidth: 14), .init(title: "Spark"), .init(title: "In-Feed"),
      .init(title: "Spark over In-Feed"), .init(title: "Of", isEssential: false),
      .init(title: "TikTok", isEssential: false),
    ])
    for comparison in comparisons
    where comparison.first.value != nil || comparison.second.value != nil {
      let metric = comparison.first.metric
      table.add([
        shortName(metric), value(comparison.first, currency), value(comparison.second, currency),
        lift(comparison), "\(size(comparison.first)), \(size(comparison.second))",
        PublishedFigure.figures(about: metric).map { ReportNumbers.lift($0.lift) }.joined(
          separator: ", "),
      ])
    }
    return table.rows.isEmpty ? "" : "\n\(heading(title))\(table.text())"
  }

  /// What stands under its title, or under the row above.
  private static func shortName(_ metric: AdMetric) -> String {
    switch metric {
    case .completionOfImpressions, .sixSecondViewsOfImpressions: "  of impressions"
    case .costPerMille: "1,000 impressions"
    case .costPerClick: "a click"
    case .costPerSixSecondView: "a 6-second view"
    case .costPerCompletion: "a completion"
    default: ReportWords.name(of: metric)
    }
  }

  /// `1.2M`: of how many trials, or paid counts, an estimate is.
  private static func size(_ estimate: RateEstimate) -> String {
    ReportNumbers.short(estimate.metric.isCost ? estimate.count : estimate.exposure)
  }

  /// `24.5% (20.9–28.5%)`.
  private static func value(_ estimate: RateEstimate, _ currency: String?) -> String {
    guard let value = estimate.value else { return ReportWords.shortage(of: estimate) }
    let shown = ReportNumbers.value(value, of: estimate.metric, currency)
    let range = estimate.interval.map {
      ReportNumbers.interval($0, around: value, of: estimate.metric, currency)
    }
    return "\(shown) (\(range ?? ReportWords.shortage(of: estimate)))"
  }

  /// `+63% (+6% to +153%)`, `unclear (−5% to +3%)`.
  private static func lift(_ comparison: RateComparison) -> String {
    guard let lift = comparison.lift else { return ReportWords.verdict(comparison) }
    let value =
      comparison.verdict == .notDistinguishable ? "unclear" : ReportNumbers.lift(lift.value)
    return "\(value) (\(ReportNumbers.lifts(lift.interval)))"
  }

  private static func ranking(_ table: RankingTable) -> String {
    let ranking = table.ranking
    let title = ReportWords.plural(ranking.trait)
    var rows = Table([
      .init(title: String(title.dropLast()), leastWidth: 12),
      .init(title: "Ads", isRightAligned: true),
      .init(title: "Impressions", isRightAligned: true, isEssential: false),
      .init(title: ReportWords.name(of: ranking.metric)), .init(title: "", isEssential: false),
      .init(title: ""),
    ])
    let top = ranking.items.compactMap { $0.estimate.interval?.upper ?? $0.estimate.value }.max()
    for item in ranking.items {
      rows.add([
        item.name, ReportNumbers.count(item.ads.count),
        ReportNumbers.count(AdTotals(item.ads).impressions), value(item.estimate, nil),
        bar(item.estimate, top: top ?? 1), standing(item.standing),
      ])
    }
    return "\n\(heading(title))\(rows.text())"
  }

  private static func standing(_ standing: Ranking.Standing) -> String {
    switch standing {
    case .best: "first"
    case .notDistinguishable: "not told apart"
    case .behind: "behind"
    case .notEnoughData: "not enough data"
    }
  }

  private static let barWidth = 24

  /// `    ───●────`, with the value as a dot on its interval.
  private static func bar(_ estimate: RateEstimate, top: Double) -> String {
    guard let value = estimate.value, top > 0 else { return "" }
    func place(_ value: Double) -> Int {
      Int((min(1, max(0, value / top)) * Double(barWidth - 1)).rounded())
    }
    var cells = Array(repeating: " ", count: barWidth)
    if let interval = estimate.interval {
      for cell in place(interval.lower)...place(interval.upper) { cells[cell] = "─" }
    }
    cells[place(value)] = estimate.interval == nil ? "○" : "●"
    return cells.joined()
  }
}
