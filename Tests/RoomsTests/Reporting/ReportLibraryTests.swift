import Library
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ReportLibraryTests {
  @Test func theLibrarysAdsBecomeChapters() throws {
    let shop = try SparkLibrary()
    try importFigures(into: shop)
    let report = try report(of: shop)
    #expect(report.brands.map(\.name) == ["Harbor Goods", "atelier"])
    let harbor = report.brands[0]
    #expect(harbor.spark.ads == 1 && harbor.standard.ads == 1)
    #expect(harbor.spark.spend == [Money(minorUnits: 3000, currency: "USD")])
    #expect(harbor.rankings.map(\.ranking.trait) == [.creator])
    #expect(harbor.rankings[0].ranking.items.map(\.name) == ["@mia"])
    #expect(report.brands[1].spark.ads == 0)
  }

  @Test func aReportIsLimitedToWhatIsAsked() throws {
    let shop = try SparkLibrary()
    try importFigures(into: shop)
    var scope = ResultsReport.Scope()
    scope.brand = Key("atelier")
    #expect(try report(of: shop, scope).brands.map(\.name) == ["atelier"])
    scope = ResultsReport.Scope()
    scope.creator = Key("mia")
    #expect(try report(of: shop, scope).brands.map(\.name) == ["Harbor Goods"])
    scope = ResultsReport.Scope()
    scope.from = Day("2026-03-02")
    let late = try report(of: shop, scope).brands[0]
    #expect(late.spark.rows == 2)
    scope.to = Day("2026-03-02")
    #expect(try report(of: shop, scope).brands[0].spark.rows == 1)
    scope.from = Day("2027-01-01")
    scope.to = nil
    #expect(try report(of: shop, scope).brands.isEmpty)
  }

  @Test func aRowThatBeginsBeforeTheReportIsToldAsLeftOut() throws {
    let shop = try SparkLibrary()
    try importFigures(into: shop)
    var scope = ResultsReport.Scope()
    scope.brand = Key("atelier")
    scope.from = Day("2026-03-02")
    let brand = try report(of: shop, scope).brands[0]
    #expect(brand.totals.cutRows == 1)
    #expect(brand.ads.isEmpty)
    #expect(ReportWords.notes(brand)[0].contains("could not be divided"))
    #expect(!ReportPage(try report(of: shop, scope), style: "", created: "now").html().isEmpty)
  }

  @Test func anEmptyLibraryHasAnEmptyReport() throws {
    #expect(try report(of: SparkLibrary()).brands.isEmpty)
  }

  private func report(
    of shop: SparkLibrary, _ scope: ResultsReport.Scope = .init()
  ) throws -> ResultsReport {
    try shop.read { try ResultsReport(of: $0, scope: scope, created: SparkLibrary.now) }
  }

  /// Three days of a Spark Ad and an In-Feed ad of one brand; one row of three days of another's.
  private func importFigures(into shop: SparkLibrary) throws {
    let issued = try shop.issue()
    try shop.change("mug") { story, now in
      try story.apply(
        issued.code.authorization.key, advertiser: Key("7000001"), result: .accepted, at: now)
    }
    try shop.runAd(on: issued.code.authorization.key)
    let days = (0..<3).map { Day("2026-03-01")!.adding(days: $0) }
    let spark = days.map { snapshot(.spark(Key("spring")), $0, $0) }
    let standard = days.map { snapshot(.standard(Key("video")), $0, $0) }
    let other = snapshot(.standard(Key("clip")), days[0], days[2])
    try shop.books().store.write(
      Circumstances(at: SparkLibrary.now, by: "tester", command: "test")
    ) { writer in
      try writer.save(
        StandardAd(key: Key("video"), brand: Key("harbor"), tiktokID: nil, name: "Video"))
      try writer.save(
        StandardAd(key: Key("clip"), brand: Key("atelier"), tiktokID: nil, name: "Clip"))
      _ = try writer.add(
        ReportImport(
          file: "a.csv", sha256: String(repeating: "a", count: 64),
          snapshots: spark + standard + [other]))
    }
  }

  private func snapshot(
    _ ad: MetricsSnapshot.Subject, _ first: Day, _ last: Day
  ) -> MetricsSnapshot {
    var figures = AdFigures()
    figures.impressions = 1000
    figures.videoViews = 900
    figures.views6s = 300
    figures.spend = Money(minorUnits: 1000, currency: "USD")
    return MetricsSnapshot(
      ad: ad, firstDay: first, lastDay: last, figures: figures, importNumber: 1)
  }
}
