import Diagnostics
import Library
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct AdvertisingTests {
  private func problems(_ work: () throws -> Void) -> [Diagnostic] {
    do {
      try work()
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics
    } catch let diagnostic as Diagnostic {
      return [diagnostic]
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  // MARK: - Planning

  @Test func aPlanEndsWithItsCode() throws {
    let shop = try AdShop()
    let change = try shop.advertising(3).planAd(AdShop.request())
    #expect(change.record.ad.key.text == "mug-harbor")
    #expect(change.record.ad.plan.name == "mug-harbor")
    #expect(change.record.ad.plan.start == AdShop.day(3))
    #expect(change.record.ad.plan.end == AdShop.day(30))
    #expect(change.warnings.isEmpty)
    #expect(try shop.ad().record == change.record)
    #expect(change.record.advice == .apply(Key("mug@harbor"), by: AdShop.account))
  }

  @Test func everythingOfAPlanIsKept() throws {
    let shop = try AdShop()
    var request = AdShop.request("mug@harbor")
    request.name = " Autumn mug "
    request.start = AdShop.day(4)
    request.end = AdShop.day(9)
    request.objective = "video views"
    request.budget = .daily(Money(minorUnits: 5_000, currency: "USD"))
    request.bid = Money(minorUnits: 50, currency: "USD")
    request.targeting = "DE, 18 to 34"
    request.callToAction = "shop now"
    request.landingPage = "https://example.com/mug?a=1"
    _ = try shop.advertising().planAd(request)
    let plan = try shop.ad("autumn-mug").record.ad.plan
    #expect(plan.name == "Autumn mug")
    #expect(plan.start == AdShop.day(4))
    #expect(plan.end == AdShop.day(9))
    #expect(plan.objective == "VIDEO_VIEWS")
    #expect(plan.budget == request.budget)
    #expect(plan.bid == request.bid)
    #expect(plan.targeting == "DE, 18 to 34")
    #expect(plan.callToAction == "SHOP_NOW")
    #expect(plan.landingPage == request.landingPage)
  }

  @Test func anAdPastItsCodeIsRefusedWithTheMissingDays() throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.end = AdShop.day(40)
    #expect(
      throws: Refusal.adOutlivesCode(
        Key("mug@harbor"), adEnd: AdShop.day(40), codeEnd: AdShop.day(30), missingDays: 10)
    ) { try shop.advertising().planAd(request) }
    #expect(try shop.list().isEmpty)
  }

  @Test func anAccountHasEachNameOnce() throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.name = "Autumn"
    _ = try shop.advertising().planAd(request)
    #expect(throws: Refusal.adIsKnown(Key("autumn"))) { try shop.advertising().planAd(request) }
    // Without a name each gets its own.
    for key in ["mug-harbor", "mug-harbor-2"] {
      #expect(try shop.advertising().planAd(AdShop.request()).record.ad.key.text == key)
    }
    #expect(try shop.list().count == 3)
  }

  @Test func everyProblemOfARequestIsNamedAtOnce() throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.name = "two\nlines"
    request.objective = "clicks & more"
    request.callToAction = ""
    request.targeting = "  "
    request.landingPage = "javascript:alert(1)"
    request.budget = .total(Money(minorUnits: 0, currency: "USD"))
    request.bid = Money(minorUnits: -1, currency: "USD")
    let found = problems { _ = try shop.advertising().planAd(request) }
    #expect(found.count == 7)
    #expect(found.allSatisfy { !$0.message.contains("\n") || $0.message.contains("two") })
    #expect(try shop.list().isEmpty)
  }

  @Test(arguments: [
    "https://example.com", "http://example.com/a?b=c#d", "https://example.com:8080/x",
  ])
  func addressesLeadSomewhere(url: String) throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.landingPage = url
    #expect(try shop.advertising().planAd(request).record.ad.plan.landingPage == url)
  }

  @Test(arguments: [
    "", "example.com", "https://", "https://localhost", "https://a b.com", "ftp://example.com",
    "https://user@example.com", "https://.com", "https://exämple.com",
  ])
  func otherTextsAreNoAddresses(url: String) throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.landingPage = url
    #expect(problems { _ = try shop.advertising().planAd(request) }.count == 1)
  }

  @Test func strangeWordsAreKeptWithAWarning() throws {
    let shop = try AdShop()
    var request = AdShop.request()
    request.objective = "TRAFIC"
    request.budget = .total(Money(minorUnits: 100, currency: "EUR"))
    request.bid = Money(minorUnits: 200, currency: "EUR")
    let change = try shop.advertising().planAd(request)
    #expect(change.record.ad.plan.objective == "TRAFIC")
    let messages = change.warnings.map(\.message).joined(separator: "\n")
    #expect(messages.contains("did you mean TRAFFIC?"))
    #expect(messages.contains("the bid of €2 is above the budget of €1"))
    #expect(messages.contains("billed in USD"))
  }

  @Test func aPostThatIsNotReadyIsWarnedOf() throws {
    let shop = try AdShop()
    _ = try shop.store.write(AdShop.circumstances(0)) { writer in
      try writer.change(Key("mug")) { story, now in
        var facts = story.post.facts
        facts.adAuthorizationIsOn = false
        return story.set(facts, at: now)
      }
    }
    let warnings = try shop.advertising().planAd(AdShop.request()).warnings
    #expect(warnings.map(\.message) == ["\"mug\" is not ready for an ad"])
    #expect(warnings.first?.hints.joined().contains("--ad-authorization on") == true)
  }

  @Test func theAccountTellsWhichCodeOfAPostIsMeant() throws {
    let shop = try AdShop()
    try shop.authorize("mug", 2, brand: "atelier")
    let change = try shop.advertising().planAd(
      AdShop.request(for: AdShop.otherBrandsAccount))
    #expect(change.record.authorization.key.text == "mug@atelier")
    #expect(change.record.ad.key.text == "mug-atelier")
  }

  @Test func anotherBrandsAccountIsRefused() throws {
    let shop = try AdShop()
    let found = problems {
      _ = try shop.advertising().planAd(
        AdShop.request("mug@harbor", for: AdShop.otherBrandsAccount))
    }
    #expect(
      found.map(\.message) == [
        "advertiser \(AdShop.otherBrandsAccount) is atelier's, and the code of mug@harbor is for "
          + "harbor"
      ])
    #expect(found.first?.hints.first?.contains(AdShop.account.text) == true)
  }

  @Test func aCodeOfAnotherAccountIsRefused() throws {
    let shop = try AdShop()
    try shop.apply()
    #expect(
      throws: Refusal.appliedElsewhere(
        Key("mug@harbor"), advertiser: AdShop.account, at: AdShop.day(0))
    ) { try shop.advertising().planAd(AdShop.request(for: AdShop.secondAccount)) }
  }

  @Test func aRehearsalChangesNothing() throws {
    let shop = try AdShop()
    let change = try shop.advertising(isDryRun: true).planAd(AdShop.request())
    #expect(change.record.ad.key.text == "mug-harbor")
    #expect(try shop.list().isEmpty)
  }

  // MARK: - Submitting

  @Test func anAdIsSubmittedOnAnAppliedCode() throws {
    let shop = try AdShop()
    _ = try shop.advertising().planAd(AdShop.request())
    #expect(throws: Refusal.codeIsNotApplied(Key("mug@harbor"), advertiser: AdShop.account)) {
      try shop.advertising().submitAd("mug-harbor")
    }
    try shop.apply()
    let change = try shop.advertising().submitAd("mug-harbor", tiktokID: AdShop.id)
    #expect(change.before == .planned)
    #expect(change.record.stage == .submitted(at: AdShop.day(1)))
    #expect(try shop.ad(AdShop.id).record.ad.tiktokID == AdShop.id)
  }

  @Test func theIDCanBeNotedLater() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let change = try shop.advertising(5).submitAd("mug-harbor", tiktokID: AdShop.id)
    #expect(change.isChanged)
    #expect(change.record.stage.status == .live)
    #expect(try !shop.advertising(5).submitAd("mug-harbor", tiktokID: AdShop.id).isChanged)
    #expect(throws: Refusal.adHasOtherID(Key("mug-harbor"), id: AdShop.id)) {
      try shop.advertising(5).submitAd("mug-harbor", tiktokID: "1790000000000000002")
    }
    #expect(
      throws: Refusal.adCannotMove(Key("mug-harbor"), from: .live, to: .submitted)
    ) { try shop.advertising(5).submitAd("mug-harbor") }
  }

  @Test func twoAdsDoNotShareAnID() throws {
    let shop = try AdShop()
    try shop.live()
    _ = try shop.advertising().planAd(AdShop.request())
    let found = problems {
      _ = try shop.advertising().submitAd("mug-harbor-2", tiktokID: AdShop.id)
    }
    #expect(
      found.map(\.message) == ["TikTok's id \(AdShop.id) is that of the ad \"mug-harbor\""])
  }

  @Test func anInFeedAdThatWasOursIsToldOf() throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    _ = try shop.take(
      try shop.report("report.csv", AdShop.line("other name", day: 3)),
      scope: shop.scope(restIsStandard: true))
    let change = try shop.advertising(5).submitAd("mug-harbor", tiktokID: AdShop.id)
    #expect(
      change.warnings.map(\.message) == [
        "\(AdShop.id) was taken for an In-Feed ad of the brand's own; its 1 line is "
          + "\"mug-harbor\"'s now"
      ])
    #expect(try shop.ad(on: 20).result?.rows.count == 1)
    #expect(try shop.store.read { try $0.standardAds(of: nil) }.isEmpty)
    #expect(try shop.take(shop.read("report.csv"))[0].unchanged == 1)
  }

  @Test(arguments: ["1.79E+18", "17900000000000000x1", "", "12", "１７９００００００"])
  func roundedAndMistypedIDsAreRefused(id: String) throws {
    let shop = try AdShop()
    try shop.live(id: nil)
    let found = problems { _ = try shop.advertising().submitAd("mug-harbor", tiktokID: id) }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("rounded") == (id == "1.79E+18"))
  }

  // MARK: - Following

  @Test func aPersonReportsStepByStep() throws {
    let shop = try AdShop()
    try shop.apply()
    _ = try shop.advertising().planAd(AdShop.request())
    _ = try shop.advertising().submitAd("mug-harbor")
    #expect(
      throws: Refusal.adCannotMove(Key("mug-harbor"), from: .submitted, to: .live)
    ) { try shop.advertising().moveAd("mug-harbor", to: .live) }
    for status in [Ad.Status.inReview, .approved, .live, .paused, .live] {
      let change = try shop.advertising(2).moveAd("mug-harbor", to: status)
      #expect(change.record.stage.status == status)
    }
    #expect(try !shop.advertising(3).moveAd("mug-harbor", to: .live).isChanged)
  }

  @Test func aStatusMayBeReportedLate() throws {
    let shop = try AdShop()
    try shop.live()
    let change = try shop.advertising(9).moveAd("mug-harbor", to: .paused, at: AdShop.day(5))
    #expect(change.record.stage == .paused(since: AdShop.day(5)))
    #expect(change.record.runs == [Ad.Run(start: AdShop.day(2), end: AdShop.day(5))])
    let early = problems {
      _ = try shop.advertising(9).moveAd("mug-harbor", to: .live, at: AdShop.day(4))
    }
    #expect(
      early.map(\.message) == [
        "2026-10-05 00:00 UTC is before what was last said of the ad \"mug-harbor\", on "
          + "2026-10-06 00:00 UTC"
      ])
    let late = problems {
      _ = try shop.advertising(9).moveAd("mug-harbor", to: .live, at: AdShop.day(10))
    }
    #expect(late.map(\.message) == ["2026-10-11 00:00 UTC has not come yet"])
  }

  @Test func tikToksWordsAreKeptAsTheyAre() throws {
    let shop = try AdShop()
    try shop.live()
    let change = try shop.advertising(4).readAdStatus("mug-harbor", word: " Ad_Status_New \n")
    #expect(change.record.ad.tiktokStatus?.word == "Ad_Status_New")
    #expect(change.record.stage.status == .live)
    #expect(
      change.warnings.map(\.message) == [
        "\"Ad_Status_New\" is not a word of TikTok's that we know"
      ])
    #expect(try shop.ad(on: 5).record.ad.tiktokStatus?.word == "Ad_Status_New")
  }

  @Test func aLostAuthorizationIsAWarningWithWhatToDo() throws {
    let shop = try AdShop()
    try shop.live()
    let change = try shop.advertising(4)
      .readAdStatus("mug-harbor", word: "AD_STATUS_CREATOR_AUTHORIZATION_REVOKED")
    #expect(change.record.stage.status == .paused)
    #expect(change.warnings.count == 1)
    #expect(
      change.warnings.first?.hints.joined().contains("flint code revoke mug@harbor --force") == true
    )
  }

  @Test func anAdThatRunsAfterItsEndIsAWarning() throws {
    let shop = try AdShop()
    try shop.live()
    let change = try shop.advertising(31)
      .readAdStatus("mug-harbor", word: "AD_STATUS_DELIVERY_OK")
    #expect(change.record.stage == .ended(.authorizationExpired, at: AdShop.day(30)))
    #expect(
      change.warnings.map(\.message) == [
        "TikTok says AD_STATUS_DELIVERY_OK, but the ad \"mug-harbor\" ended on "
          + "2026-10-31 00:00 UTC: authorization expired"
      ])
  }

  @Test func aWordThatMovesNothingIsSaid() throws {
    let shop = try AdShop()
    try shop.live()
    let change = try shop.advertising(4)
      .readAdStatus("mug-harbor", word: "AD_STATUS_TRANSCODING_FAIL")
    #expect(change.warnings.count == 1)
    #expect(change.record.stage.status == .live)
  }

  @Test(arguments: ["", " ", "a\u{1b}[2Jb", "two\nlines"])
  func whatIsNoWordIsRefused(word: String) throws {
    let shop = try AdShop()
    try shop.live()
    #expect(
      problems { _ = try shop.advertising(4).readAdStatus("mug-harbor", word: word) }.count == 1)
  }

  @Test func anEndIsFinal() throws {
    let shop = try AdShop()
    try shop.live()
    _ = try shop.advertising(6).endAd("mug-harbor", because: .budgetSpent, at: AdShop.day(5))
    #expect(try shop.ad(on: 9).record.stage == .ended(.budgetSpent, at: AdShop.day(5)))
    #expect(throws: Refusal.adIsOver(Key("mug-harbor"), .budgetSpent, at: AdShop.day(5))) {
      try shop.advertising(7).endAd("mug-harbor", because: .finished)
    }
  }

  // MARK: - Lists

  @Test func listsAreFiltered() throws {
    let shop = try AdShop()
    try shop.live()
    try shop.authorize("vase", 3, brand: "atelier")
    _ = try shop.advertising(2).planAd(
      AdShop.request("vase", for: AdShop.otherBrandsAccount))
    _ = try shop.advertising(3).planAd(AdShop.request())
    _ = try shop.advertising(3).endAd("mug-harbor-2", because: .deleted)
    func keys(_ change: (inout AdQuery) -> Void) throws -> Set<String> {
      var query = AdQuery()
      change(&query)
      return Set(try shop.list(query).map(\.ad.key.text))
    }
    #expect(try keys { _ in } == ["mug-harbor", "mug-harbor-2", "vase-atelier"])
    #expect(try keys { $0.isOpen = true } == ["mug-harbor", "vase-atelier"])
    #expect(try keys { $0.brand = "harbor" } == ["mug-harbor", "mug-harbor-2"])
    #expect(try keys { $0.status = .planned } == ["vase-atelier"])
    #expect(try keys { $0.post = "vase" } == ["vase-atelier"])
    #expect(try keys { $0.creator = "@creator" }.count == 3)
    #expect(try keys { $0.advertiser = AdShop.otherBrandsAccount.text } == ["vase-atelier"])
    #expect(try keys { $0.limit = 1 }.count == 1)
  }

  @Test func anExpiredAdIsListedAsEnded() throws {
    let shop = try AdShop()
    try shop.live()
    #expect(try shop.list(on: 30).map(\.stage.status) == [.ended])
    var query = AdQuery()
    query.isOpen = true
    #expect(try shop.list(query, on: 30).isEmpty)
    #expect(try shop.list(query, on: 29).count == 1)
    query.isOpen = false
    query.status = .ended
    #expect(try shop.list(query, on: 30).count == 1)
  }
}
