import Foundation
import Posts
import Testing

/// Events are written down for good: their JSON may grow, never change.
@Suite struct EventCodingTests {
  private static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static var fullPlan: Ad.Plan {
    var plan = Script.plan()
    plan.objective = "TRAFFIC"
    plan.budget = .daily(Money(minorUnits: 50_000, currency: "USD"))
    plan.bid = Money(minorUnits: 120, currency: "USD")
    plan.targeting = "DE 18–34"
    plan.callToAction = "SHOP_NOW"
    plan.landingPage = "https://example.com/?a=1"
    return plan
  }

  private static let terms = PostEvent.Terms(
    authorization: Script.code, brand: Script.brand, days: 30, agreement: Key("maker-harbor"),
    replaces: Script.other)

  private static let written: [(PostEvent, String)] = [
    (.noted, #"{"noted":{}}"#),
    (.assigned(creator: Script.creator), #"{"assigned":{"creator":"maker"}}"#),
    (
      .worded(caption: "Hi", title: nil), #"{"worded":{"caption":"Hi"}}"#
    ),
    (.tagged(["a"]), #"{"tagged":{"_0":["a"]}}"#),
    (
      .published(Script.publication),
      #"{"published":{"_0":{"at":"2026-10-01T00:00:00Z","itemID":"7400000000000000001","#
        + #""url":"https://www.tiktok.com/@maker/photo/7400000000000000001"}}}"#
    ),
    (.removed(by: .tiktok), #"{"removed":{"by":"tiktok"}}"#),
    (
      .requested(terms),
      #"{"requested":{"_0":{"agreement":"maker-harbor","authorization":"mug@harbor","#
        + #""brand":"harbor","days":30,"replaces":"mug@atelier"}}}"#
    ),
    (
      .issued(
        Script.terms(), code: CodeMark(fingerprint: "ab", masked: "#Ab…9="), start: Script.day(1),
        end: Script.day(31), endSource: .creator),
      #"{"issued":{"_0":{"authorization":"mug@harbor","brand":"harbor","days":30},"#
        + ##""code":{"fingerprint":"ab","masked":"#Ab…9="},"end":"2026-11-01T00:00:00Z","##
        + #""endSource":"creator","start":"2026-10-02T00:00:00Z"}}"#
    ),
    (
      .applied(Script.code, advertiser: Key("1"), result: .refused("no")),
      #"{"applied":{"_0":"mug@harbor","advertiser":"1","result":{"refused":{"_0":"no"}}}}"#
    ),
    (.extended(Script.code, days: 7), #"{"extended":{"_0":"mug@harbor","days":7}}"#),
    (
      .adPlanned(Script.ad, fullPlan),
      #"{"adPlanned":{"_0":"autumn","_1":{"advertiser":"7000000000000000001","#
        + #""authorization":"mug@harbor","bid":{"currency":"USD","minorUnits":120},"#
        + #""budget":{"daily":{"currency":"USD","minorUnits":50000}},"#
        + #""callToAction":"SHOP_NOW","end":"2026-10-21T00:00:00Z","#
        + #""landingPage":"https://example.com/?a=1","name":"Autumn","objective":"TRAFFIC","#
        + #""start":"2026-10-03T00:00:00Z","targeting":"DE 18–34"}}}"#
    ),
    (
      .adMoved(Script.ad, to: .inReview, reasons: []),
      #"{"adMoved":{"_0":"autumn","reasons":[],"to":"in review"}}"#
    ),
    (
      .adStatusRead(Script.ad, word: "AD_STATUS_NEW"),
      #"{"adStatusRead":{"_0":"autumn","word":"AD_STATUS_NEW"}}"#
    ),
    (
      .adEnded(Script.ad, .authorizationExpired),
      #"{"adEnded":{"_0":"autumn","_1":"authorization expired"}}"#
    ),
  ]

  @Test(arguments: written.indices) func whatWasWrittenOnceIsReadForever(index: Int) throws {
    let (event, json) = Self.written[index]
    #expect(try Self.encoded(event) == json)
    #expect(try JSONDecoder().decode(PostEvent.self, from: Data(json.utf8)) == event)
  }

  @Test func everyKindOfEventComesBack() throws {
    var facts = Post.Facts()
    facts.disclosure = .yourBrand
    facts.privacy = .friends
    facts.isAIGenerated = true
    let slide = Slide(file: "1.png", name: "hook", width: 1, height: 2, bytes: 3, sha256: "0a")
    let drawing = Post.Drawing(
      template: "quote", kit: "harbor", origin: "0b", format: "png", slides: [slide], version: 2,
      previous: Key("mug"))
    let events: [PostEvent] =
      Self.written.map(\.0) + [
        .drawn(drawing, caption: "c", title: "t", facts: facts), .factsChanged(facts),
        .withdrawn(Script.code), .shared(Script.code, how: "mail"),
        .endRead(Script.code, end: Script.day(9), source: .tiktok), .revoked(Script.code),
        .voided(Script.code), .adReplanned(Script.ad, Self.fullPlan),
        .adSubmitted(Script.ad, tiktokID: nil), .adIdentified(Script.ad, tiktokID: "1"),
        .applied(Script.code, advertiser: Script.account, result: .accepted),
      ]
    for event in events {
      let json = try Self.encoded(event)
      #expect(try JSONDecoder().decode(PostEvent.self, from: Data(json.utf8)) == event)
    }
  }

  @Test func agreementsAreRebuiltFromTheirEvents() throws {
    let terms = try Agreement.Terms(
      currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"),
      share: SpendShare(basisPoints: 500), days: 30, usageRights: "ads",
      exclusivity: Agreement.Exclusivity(category: "mugs", until: try #require(Day("2026-12-31"))),
      agreement: Key("maker-harbor"))
    var agreement = Agreement(
      key: Key("maker-harbor"), creator: Script.creator, brand: Script.brand, terms: terms,
      made: Script.day(0))
    var events = [Recorded(agreement.making, at: Script.day(0), by: "maker", command: "test")]
    for day in 1...3 {
      events += try agreement.pay(
        Money(minorUnits: day, currency: "USD"), note: day == 2 ? "half" : nil, at: Script.day(day)
      ).map { Recorded($0, at: Script.day(day), by: "maker", command: "test") }
    }
    let read = try events.map { recorded in
      let json = try Self.encoded(recorded.event)
      return Recorded(
        try JSONDecoder().decode(AgreementEvent.self, from: Data(json.utf8)), at: recorded.at,
        by: recorded.by, command: recorded.command)
    }
    #expect(Agreement.rebuilt(key: agreement.key, from: read) == agreement)
    #expect(Agreement.rebuilt(key: agreement.key, from: Array(read.dropFirst())) == nil)
    #expect(Agreement.rebuilt(key: agreement.key, from: read + read) == nil)
    #expect(Agreement.rebuilt(key: agreement.key, from: []) == nil)
  }

  @Test(arguments: [#""2026-02-30""#, #""yesterday""#, "7"])
  func daysThatDoNotExistAreNotRead(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data("[\(json)]".utf8))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Moment].self, from: Data("[\(json)]".utf8))
    }
  }
}
