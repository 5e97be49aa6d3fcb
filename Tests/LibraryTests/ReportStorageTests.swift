import Diagnostics
import Posts
import Testing

@testable import Library

@Suite struct ReportStorageTests {
  typealias Sample = SampleLibrary
  let now = Sample.now

  private func sample() throws -> SampleLibrary {
    let library = try SampleLibrary()
    let key = Key<Agreement>("deal")
    let agreement = Agreement(
      key: key, creator: Sample.creator, brand: Sample.brand,
      terms: try Agreement.Terms(
        currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"),
        share: SpendShare("5%"), days: 30, agreement: key), made: now)
    try library.write { try $0.save(agreement, events: [agreement.making]) }
    try library.publish("vase")
    try library.authorize("vase", as: "a1", code: "#First1234567=", agreement: key)
    try library.advertise("vase", on: "a1", as: "ad1")
    return library
  }

  private func snapshot(
    _ first: Int, _ last: Int? = nil, spend: Int, ad: String = "ad1"
  ) -> MetricsSnapshot {
    var figures = AdFigures()
    figures.spend = Money(minorUnits: spend, currency: "USD")
    figures.impressions = 100
    return MetricsSnapshot(
      ad: .spark(Key(ad)), firstDay: now.day.adding(days: first),
      lastDay: now.day.adding(days: last ?? first), figures: figures, importNumber: 0)
  }

  private func add(
    _ library: SampleLibrary, _ name: String, _ snapshots: [MetricsSnapshot]
  ) throws -> ReportImport.Outcome {
    try library.write {
      try $0.add(ReportImport(file: "\(name).csv", sha256: name, snapshots: snapshots))
    }
  }

  private func statement(
    _ library: SampleLibrary, days: ClosedRange<Int>? = nil
  ) throws -> Posts.Statement {
    try library.read {
      try $0.statements(
        creator: nil, brand: Sample.brand, agreement: nil,
        days: days.map {
          now.day.adding(days: $0.lowerBound)...now.day.adding(days: $0.upperBound)
        }, at: now)[0]
    }
  }

  @Test func theSameReportTwiceChangesNothing() throws {
    let library = try sample()
    let rows = (0..<5).map { snapshot($0, spend: 1_000) }
    #expect(
      try add(library, "one", rows) == .init(added: 5, unchanged: 0, notCounted: 0))
    let before = try library.read { try $0.log(limit: 1)[0] }
    #expect(
      try add(library, "one", rows) == .init(added: 0, unchanged: 5, notCounted: 0))
    #expect(try library.read { try $0.log(limit: 1)[0] } == before)
    #expect(try statement(library).spend.minorUnits == 5_000)
  }

  @Test func aNewerReportOfTheSameDaysReplacesTheirFigures() throws {
    let library = try sample()
    _ = try add(library, "one", [snapshot(0, spend: 1_000), snapshot(1, spend: 1_000)])
    let outcome = try add(library, "two", [snapshot(1, spend: 1_500)])
    #expect(outcome == .init(added: 1, unchanged: 0, notCounted: 0))
    #expect(try statement(library).spend.minorUnits == 2_500)
    let monthly = try add(library, "three", [snapshot(0, 1, spend: 9_000)])
    #expect(monthly.added == 1)
    let result = try library.read { try $0.results(ResultFilter()) }
    #expect(result.count == 1)
    #expect(result[0].rows.count + result[0].repeatedRows == 4)
  }

  @Test func aStatementIsWhatAHandCalculationSays() throws {
    let library = try sample()
    _ = try add(library, "one", (0..<4).map { snapshot($0, spend: 1_010) })
    let whole = try statement(library)
    #expect(whole.spend.minorUnits == 4_040)
    #expect(whole.share.minorUnits == 202)
    #expect(whole.fee.minorUnits == 30_000)
    #expect(whole.owed.minorUnits == 30_202)
    #expect(whole.lines.map(\.daysRun) == [4])
    #expect(whole.lines.map(\.daysLicensed) == [30])
    let part = try statement(library, days: 1...2)
    #expect(part.spend.minorUnits == 2_020)
    #expect(part.lines.map(\.daysRun) == [2])
  }

  @Test func aStatementOfSomeDaysCountsWhatLiesWithinThem() throws {
    let library = try sample()
    _ = try add(library, "days", [snapshot(1, spend: 100), snapshot(2, spend: 100)])
    _ = try add(library, "month", [snapshot(0, 9, spend: 5_000)])
    #expect(try statement(library).spend.minorUnits == 5_000)
    #expect(try statement(library).lines[0].daysRun == 10)
    #expect(try statement(library, days: 1...2).spend.minorUnits == 200)
  }

  @Test func aListOfAdsSaysWhatTheySpent() throws {
    let library = try sample()
    _ = try add(library, "one", [snapshot(0, spend: 1_000), snapshot(1, spend: 500)])
    let line = try library.read { try $0.ads(AdFilter(), at: now) }[0]
    #expect(line.spend == [Money(minorUnits: 1_500, currency: "USD")])
    #expect(line.impressions == 200)
    #expect(line.authorizationEnd == now.adding(days: 30))
  }

  @Test func anUnknownAdIsRefusedAndNothingIsKept() throws {
    let library = try sample()
    #expect(throws: Diagnostic.self) {
      try add(library, "one", [snapshot(0, spend: 1_000), snapshot(0, spend: 1, ad: "none")])
    }
    #expect(try library.read { try $0.reportNumber(sha256: "one") } == nil)
  }

  @Test func standardAdsStandBesideSparkAds() throws {
    let library = try sample()
    try library.write { writer in
      try writer.save(
        StandardAd(key: Key("plain"), brand: Sample.brand, tiktokID: "1790", name: "Plain"))
      var row = snapshot(0, spend: 10)
      row.ad = .standard(Key("plain"))
      _ = try writer.add(ReportImport(file: "x", sha256: "x", snapshots: [row]))
    }
    _ = try add(library, "one", [snapshot(0, spend: 1_000)])
    let results = try library.read { try $0.results(ResultFilter()) }
    #expect(results.map(\.kind) == [.spark, .standard])
    #expect(try library.read { try $0.subject(tiktokID: "1790") } == .standard(Key("plain")))
    #expect(try library.read { try $0.subjects(named: "Ad ad1") } == [.spark(Key("ad1"))])
  }
}
