import AdReports
import Diagnostics
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ReportIntakeTests {
  private static let otherID = "1790000000000000099"

  private func spend(_ shop: AdShop, _ ad: String = "mug-harbor") throws -> Int? {
    let rows = try shop.ad(ad, on: 20).result?.rows.map(\.figures)
    return rows.flatMap { AdFigures.total(of: $0).spend?.minorUnits }
  }

  @Test func linesFindTheirAdByItsID() throws {
    let shop = try AdShop()
    try shop.live()
    let report = try shop.report(
      "report.csv", AdShop.line("renamed since", day: 3), AdShop.line("renamed since", day: 4))
    let intake = try shop.take(report)[0]
    #expect(intake.errors.isEmpty && intake.warnings.isEmpty)
    #expect(intake.added == 2 && intake.unchanged == 0 && intake.notUnderstood == 0)
    #expect(intake.ads.map(\.name) == ["mug-harbor"])
    #expect(intake.ads.first?.statusWords == "Active")
    #expect(try spend(shop) == 2_000)
    #expect(try shop.list(on: 20)[0].spend == [Money(minorUnits: 2_000, currency: "USD")])
    // What a report calls an ad's status changes nothing.
    #expect(try shop.ad(on: 20).record.ad.tiktokStatus?.word == "AD_STATUS_DELIVERY_OK")
  }

  @Test func theSameReportTwiceChangesNothing() throws {
    let shop = try AdShop()
    try shop.live()
    let report = try shop.report(
      "report.csv", AdShop.line(day: 3), AdShop.line(day: 4),
      AdShop.line("in-feed", Self.otherID, day: 3))
    let scope = shop.scope(restIsStandard: true)
    let first = try shop.take(report, scope: scope)[0]
    #expect(first.added == 3)
    let again = try shop.take(report, scope: scope)[0]
    #expect(again.added == 0 && again.unchanged == 3)
    #expect(again.ads.allSatisfy { !$0.isNew && $0.learnedID == nil })
    let both = try shop.take(report, report, scope: scope)
    #expect(both.map(\.added) == [0, 0])
    #expect(try spend(shop) == 2_000)
  }

  @Test func aNewerReportOfTheSameDaysWins() throws {
    let shop = try AdShop()
    try shop.live()
    _ = try shop.take(try shop.report("a.csv", AdShop.line(day: 3)))
    let newer = try shop.take(try shop.report("b.csv", AdShop.line(day: 3, spend: "12.50")))[0]
    #expect(newer.added == 1)
    #expect(try spend(shop) == 1_250)
  }

  @Test func anExactNameTellsTheID() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let intake = try shop.take(
      try shop.report("report.csv", AdShop.line(day: 3), AdShop.line(day: 4)))[0]
    #expect(intake.added == 2)
    #expect(intake.ads.map(\.learnedID) == [AdShop.id])
    #expect(try shop.ad().record.ad.tiktokID == AdShop.id)
    // From now on another ad of the same name is another ad.
    let other = try shop.take(
      try shop.report("other.csv", AdShop.line("mug-harbor", Self.otherID, day: 5)))[0]
    #expect(other.added == 0 && other.notUnderstood == 1 && other.isRefused)
    #expect(other.errors.first?.message.contains("\"mug-harbor\" has this name and the id") == true)
  }

  @Test func anIDIsLearnedForTheNextFileToo() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let intakes = try shop.take(
      try shop.report("a.csv", AdShop.line(day: 3)),
      try shop.report("b.csv", AdShop.line("mug-harbor", Self.otherID, day: 4)))
    #expect(intakes.map(\.added) == [1, 0])
    #expect(intakes.map(\.notUnderstood) == [0, 1])
  }

  @Test func aNameOfTwoAdsIsNotGuessed() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let intake = try shop.take(
      try shop.report(
        "report.csv", AdShop.line(day: 3), AdShop.line("mug-harbor", Self.otherID, day: 3)))[0]
    #expect(intake.added == 0 && intake.notUnderstood == 2)
    #expect(intake.errors.allSatisfy { $0.message.contains("2 ads of the report have this name") })
    #expect(
      intake.errors.first?.hints.joined().contains("flint ad submit mug-harbor --tiktok-id") == true
    )
    #expect(try shop.ad().record.ad.tiktokID == nil)
  }

  @Test func aNameOfTwoBrandsNeedsTheBrand() throws {
    let shop = try AdShop()
    try shop.authorize("vase", 3, brand: "atelier")
    for (post, account) in [("mug", AdShop.account), ("vase", AdShop.otherBrandsAccount)] {
      var request = AdShop.request(post, for: account)
      request.name = "Autumn"
      _ = try shop.advertising().planAd(request)
    }
    try shop.folder.write(
      "Ad name,By Day,Cost,Currency\nAutumn,2026-10-03,5.00,USD\n", to: "report.csv")
    let report = shop.read("report.csv")
    let all = try shop.take(report, scope: shop.scope(brand: nil))[0]
    #expect(all.notUnderstood == 1 && all.added == 0)
    #expect(all.errors.first?.message.contains("it may be autumn or autumn-2") == true)
    let one = try shop.take(report, scope: shop.scope(brand: "harbor"))[0]
    #expect(one.added == 1)
    #expect(try spend(shop, "autumn") == 500)
    #expect(try spend(shop, "autumn-2") == nil)
  }

  @Test func strangersAreListedOnceEachWithTheRemedy() throws {
    let shop = try AdShop()
    try shop.live()
    let report = try shop.report(
      "report.csv", AdShop.line(day: 3), AdShop.line("in-feed", Self.otherID, day: 3),
      AdShop.line("in-feed", Self.otherID, day: 4))
    let intake = try shop.take(report)[0]
    #expect(intake.added == 1 && intake.notUnderstood == 2 && !intake.isRefused)
    #expect(
      intake.errors.map(\.message) == [
        "did not understand 2 lines of \"in-feed\" (\(Self.otherID)): no ad of ours has this name "
          + "or id"
      ])
    #expect(intake.errors.first?.location?.line == 3)
    #expect(intake.errors.first?.hints.joined().contains("--tiktok-id \(Self.otherID)") == true)
    #expect(intake.errors.first?.hints.joined().contains("--standard \"in-feed\"") == true)
  }

  @Test func inFeedAdsAreTheBrandsOwn() throws {
    let shop = try AdShop()
    try shop.live()
    let report = try shop.report(
      "report.csv", AdShop.line(day: 3), AdShop.line("In-Feed one", Self.otherID, day: 3),
      AdShop.line("Other", "1790000000000000077", day: 3))
    let intake = try shop.take(report, scope: shop.scope(standard: ["in-feed*"]))[0]
    #expect(intake.added == 2 && intake.notUnderstood == 1)
    #expect(intake.ads.map(\.isNew) == [false, true])
    let known = try shop.store.read { try $0.standardAds(of: Key("harbor")) }
    #expect(known.map(\.name) == ["In-Feed one"])
    #expect(known.map(\.tiktokID) == [Self.otherID])
    // Once it is known, nobody has to say it again.
    let later = try shop.take(
      try shop.report("later.csv", AdShop.line("In-Feed one", Self.otherID, day: 4)))[0]
    #expect(later.added == 1 && later.errors.isEmpty)
  }

  @Test func inFeedAdsNeedABrand() throws {
    let shop = try AdShop()
    let report = try shop.report("report.csv", AdShop.line(day: 3))
    #expect(throws: Diagnostic.self) {
      try shop.take(report, scope: shop.scope(brand: nil, restIsStandard: true))
    }
    #expect(throws: Diagnostic.self) {
      try shop.take(
        report,
        scope: shop.scope(brand: "harbor", advertiser: AdShop.otherBrandsAccount.text))
    }
    let byAccount = try shop.take(
      report, scope: shop.scope(brand: nil, advertiser: AdShop.account.text, restIsStandard: true))
    #expect(byAccount[0].added == 1)
  }

  @Test func figuresOutsideOfTheCodesTimeAreTakenWithAWarning() throws {
    let shop = try AdShop()
    try shop.live()
    let intake = try shop.take(
      try shop.report(
        "report.csv", AdShop.line(day: -1), AdShop.line(day: -3), AdShop.line(day: 31),
        AdShop.line(day: 32), AdShop.line(day: 40, spend: "0.00", impressions: 0)))[0]
    #expect(intake.added == 5)
    #expect(intake.warnings.count == 1)
    #expect(
      intake.warnings.first?.message
        == "2 lines of \"mug-harbor\" on days when the code of mug@harbor was not valid: it is "
        + "from 2026-10-01 00:00 UTC to 2026-10-31 00:00 UTC")
    #expect(intake.warnings.first?.location?.line == 3)
  }

  @Test func anotherCurrencyIsAWarning() throws {
    let shop = try AdShop()
    try shop.live()
    let intake = try shop.take(
      try shop.report("report.csv", AdShop.line(day: 3, currency: "EUR")))[0]
    #expect(intake.added == 1)
    #expect(
      intake.warnings.map(\.message) == [
        "the spend of \"mug-harbor\" is in EUR, and its account is billed in USD"
      ])
  }

  @Test func anUnreadableFileStopsNoOther() throws {
    let shop = try AdShop()
    try shop.live()
    try shop.folder.write("", to: "empty.csv")
    let intakes = try shop.take(
      shop.read("missing.csv"), shop.read("empty.csv"), shop.read("library"),
      try shop.report("report.csv", AdShop.line(day: 3)))
    #expect(intakes.map(\.isRefused) == [true, true, true, false])
    #expect(intakes.map { $0.errors.isEmpty } == [false, false, false, true])
    #expect(intakes[3].added == 1)
  }

  @Test func aRehearsalTakesNothing() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let intake = try shop.take(
      try shop.report("report.csv", AdShop.line(day: 3)), isDryRun: true)[0]
    #expect(intake.added == 1)
    #expect(try spend(shop) == nil)
    #expect(try shop.ad().record.ad.tiktokID == nil)
  }

  @Test func twoLinesOfOneNameAndDayAreNotAdded() throws {
    let shop = try AdShop()
    try shop.live()
    try shop.folder.write(
      """
      Campaign name,Ad name,By Day,Cost,Currency
      One,mug-harbor,2026-10-03,5.00,USD
      Two,mug-harbor,2026-10-03,7.00,USD
      One,mug-harbor,2026-10-04,1.00,USD
      """, to: "report.csv")
    let intake = try shop.take(shop.read("report.csv"))[0]
    #expect(intake.added == 1 && intake.notUnderstood == 2)
    #expect(try spend(shop) == 100)
  }
}
