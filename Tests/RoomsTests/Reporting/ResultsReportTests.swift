import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ResultsReportTests {
  @Test func eachBrandIsAChapterOfItsOwn() {
    var ads = ReportFixture.harbor()
    for index in ads.indices where index % 3 == 0 { ads[index].brand = Key("acme") }
    let report = ResultsReport(
      ads, scope: .init(), brandNames: [Key("acme"): "Zenith"], created: now)
    #expect(report.brands.map(\.name) == ["harbor", "Zenith"].sorted())
    #expect(report.brands.map(\.ads.count).reduce(0, +) == ads.count)
    #expect(report.brands.allSatisfy { brand in brand.ads.allSatisfy { $0.brand == brand.brand } })
  }

  @Test func adsWithTheMostImpressionsComeFirst() {
    let brand = harbor()
    let impressions = brand.ads.map { AdTotals([$0]).impressions }
    #expect(impressions == impressions.sorted(by: >))
  }

  @Test func totalsSumBothKinds() {
    let brand = harbor()
    let all = AdTotals(brand.ads)
    #expect(all.impressions == brand.spark.impressions + brand.standard.impressions)
    #expect(all.ads == brand.spark.ads + brand.standard.ads)
    #expect(brand.standard.ads == 7)
  }

  @Test func sparkStandsBesideStandard() throws {
    let brand = harbor()
    #expect(brand.rates.map(\.first.metric) == BrandResults.ratesTold)
    let views = try #require(brand.rates.first { $0.first.metric == .sixSecondViews })
    #expect(views.verdict == .higher)
    #expect(views.first.ads == 23 && views.second.ads == 7)
    #expect(brand.costs.map(\.currency) == ["USD"])
  }

  @Test func withoutInFeedAdsNothingIsCompared() {
    let brand = harbor(ReportFixture.harbor().filter { $0.kind == .spark })
    #expect(brand.rates.allSatisfy { $0.verdict == .notEnoughData })
    #expect(ReportWords.findings(brand)[0].sentence.contains("No standard In-Feed ad"))
  }

  @Test func fewAdsAreNotEnough() {
    let ads = ReportFixture.harbor()
    let brand = harbor(Array(ads.prefix(2)) + Array(ads.suffix(2)))
    let finding = ReportWords.findings(brand)[0]
    #expect(finding.lift == nil)
    #expect(finding.sentence.hasPrefix("Not enough data"))
  }

  @Test func rankingsGoByWhatTheDataTell() {
    #expect(harbor().rankings.map(\.ranking.trait) == [.creator, .template, .hook])
    #expect(harbor().rankings.allSatisfy { $0.ranking.metric == .sixSecondViews })
    var ads = ReportFixture.harbor()
    for index in ads.indices {
      for row in ads[index].rows.indices {
        ads[index].rows[row].figures.views6s = nil
        ads[index].rows[row].figures.completions = nil
      }
    }
    #expect(harbor(ads).rankings.allSatisfy { $0.ranking.metric == .engagement })
    #expect(harbor(ads, by: .clickThrough).rankings[0].ranking.metric == .clickThrough)
  }

  @Test func everyColumnHasAnEstimateForEachItem() {
    for table in harbor().rankings {
      #expect(table.columns.count == 3)
      #expect(table.columns[0].metric == table.ranking.metric)
      #expect(table.columns.allSatisfy { $0.estimates.count == table.ranking.items.count })
      #expect(table.columns[0].estimates == table.ranking.items.map(\.estimate))
    }
  }

  @Test func whatWasLeftOutIsSaid() {
    var ads = ReportFixture.harbor()
    ads[0].repeatedRows = 3
    ads[1].cutRows = 1
    ads[2].template = nil
    ads[3].rows[0].figures.impressions = nil
    let notes = ReportWords.notes(harbor(ads)).joined(separator: "\n")
    for part in ["3\u{A0}rows of reports", "1\u{A0}row covered days outside", "known template"] {
      #expect(notes.contains(part))
    }
    #expect(notes.contains("did not tell their impressions"))
    #expect(ReportWords.notes(harbor()).isEmpty)
  }

  @Test func currenciesAreNeverAdded() {
    var ads = ReportFixture.harbor()
    for row in ads[0].rows.indices {
      ads[0].rows[row].figures.spend = Money(minorUnits: 100, currency: "EUR")
    }
    let brand = harbor(ads)
    #expect(brand.costs.map(\.currency) == ["USD", "EUR"])
    #expect(brand.spending.map(\.currency) == ["USD", "EUR"])
  }

  private func harbor(
    _ ads: [AdResult] = ReportFixture.harbor(), by metric: AdMetric? = nil
  ) -> BrandResults {
    BrandResults(brand: Key("harbor"), name: "harbor", ads: ads, metric: metric)
  }

  private let now = Moment(seconds: 1_790_000_000)
}

@Suite struct SpendByDayTests {
  @Test(arguments: [10, 120, 121, 900, 4000])
  func everyCentIsDrawn(days: Int) {
    let ads = [ad(days: days, kind: .spark), ad(days: days / 2, kind: .standard)]
    let spending = SpendByDay(ads, currency: "USD")
    #expect(spending.steps.count <= SpendByDay.maximumSteps)
    let drawn = spending.steps.reduce(0.0) { sum, step in
      sum + (step.spark + step.standard) * Double(length(of: step))
    }
    #expect(abs(drawn - Double(days * 100 + days / 2 * 100)) < 0.001)
    #expect(spending.steps.reduce(0) { $0 + length(of: $1) } == days)
  }

  @Test func aSumOfSeveralDaysIsSpreadOverThem() {
    let rows = [
      snapshot(first: 100, last: 109, spend: 1000), snapshot(first: 110, last: 110, spend: 7),
    ]
    let spending = SpendByDay([ad(rows)], currency: "USD")
    #expect(spending.longRows == 1)
    #expect(spending.steps.map(\.spark) == Array(repeating: 100.0, count: 10) + [7])
  }

  @Test func otherCurrenciesAndNothingAreLeftOut() {
    #expect(SpendByDay([ad(days: 3, kind: .spark)], currency: "EUR").steps.isEmpty)
    #expect(SpendByDay([], currency: "USD").steps.isEmpty)
  }

  private func length(of step: SpendByDay.Step) -> Int {
    step.days.upperBound.number - step.days.lowerBound.number + 1
  }

  private func ad(days: Int, kind: AdResult.Kind) -> AdResult {
    ad((0..<days).map { snapshot(first: $0, last: $0, spend: 100) }, kind: kind)
  }

  private func ad(_ rows: [MetricsSnapshot], kind: AdResult.Kind = .spark) -> AdResult {
    AdResult(
      subject: kind == .spark ? .spark(Key("a")) : .standard(Key("a")), name: "a",
      brand: Key("harbor"), snapshots: rows)
  }

  private func snapshot(first: Int, last: Int, spend: Int) -> MetricsSnapshot {
    var figures = AdFigures()
    figures.spend = Money(minorUnits: spend, currency: "USD")
    return MetricsSnapshot(
      ad: .spark(Key("a")), firstDay: Day(number: first), lastDay: Day(number: last),
      figures: figures, importNumber: 1)
  }
}

@Suite struct ReportNumbersTests {
  @Test(arguments: [
    (0.0, "0.0%"), (1, "100.0%"), (0.2451, "24.5%"), (0.0145, "1.45%"), (0.00123, "0.123%"),
  ])
  func sharesHaveThreeDigits(value: Double, text: String) {
    #expect(ReportNumbers.share(value) == text)
  }

  @Test(arguments: [
    (0.684, "+68%"), (-0.04, "−4%"), (0.001, "0%"), (-0.001, "0%"), (12.5, "+1,250%"),
    (.infinity, "+∞"),
  ])
  func liftsAreSigned(value: Double, text: String) {
    #expect(ReportNumbers.lift(value) == text)
  }

  @Test(arguments: [
    (411.6, "USD", "$4.12"), (120_400, "USD", "$1,204"), (0.42, "USD", "$0.00420"),
    (56.84, "USD", "$0.568"), (1200, "JPY", "¥1,200"), (0, "EUR", "€0.00"), (-500, "USD", "−$5.00"),
    (500, "SEK", "5.00\u{A0}kr"), (.infinity, "USD", "∞"),
  ])
  func moneyKeepsWhatMatters(minorUnits: Double, currency: String, text: String) {
    #expect(ReportNumbers.money(minorUnits, currency) == text)
  }

  @Test func anIntervalOfMoneyHasItsSignOnce() {
    let interval = ConfidenceInterval(lower: 596, upper: 60_500)
    func text(_ currency: String) -> String {
      ReportNumbers.interval(interval, around: 600, of: .costPerClick, currency)
    }
    #expect(text("USD") == "$5.96–605.00")
    #expect(text("SEK") == "5.96–605.00\u{A0}kr")
    #expect(text("KWD") == "KWD\u{A0}0.596–60.500")
  }

  @Test func daysAreShort() {
    func days(_ first: String, _ last: String) -> String {
      ReportNumbers.days(Day(first)!...Day(last)!)
    }
    #expect(days("2026-01-31", "2026-01-31") == "31 Jan 2026")
    #expect(days("2026-01-01", "2026-01-31") == "1–31 Jan 2026")
    #expect(days("2026-01-28", "2026-02-03") == "28 Jan – 3 Feb 2026")
    #expect(days("2025-12-28", "2026-01-03") == "28 Dec 2025 – 3 Jan 2026")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func countsAreGrouped(value: Int, text: String) {
    #expect(ReportNumbers.count(value) == text)
  }
}
