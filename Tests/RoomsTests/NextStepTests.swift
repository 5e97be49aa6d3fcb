import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct NextStepTests {
  private static let now = Moment(seconds: 1_800_000_000)
  private static let mug = Key<Post>("mug")
  private static let code = Key<Authorization>("mug@harbor")
  private static let account = Key<Advertiser>("7000000000001")
  private static let ad = Key<Ad>("spring")

  /// A post that was made elsewhere and is live, ready for an ad.
  private static func published() throws -> PostStory {
    var story = PostStory(key: mug)
    _ = story.note(at: now)
    try story.assign(to: Key("creator"), at: now)
    var facts = Post.Facts()
    facts.disclosure = .brandedContent
    facts.adAuthorizationIsOn = true
    facts.musicIsCleared = true
    _ = story.set(facts, at: now)
    try story.publish(
      Publication(
        url: "https://www.tiktok.com/@creator/photo/7300000000000000001",
        itemID: "7300000000000000001", at: now), at: now)
    return story
  }

  private static func terms(days: Int = 30) -> PostEvent.Terms {
    PostEvent.Terms(authorization: code, brand: Key("harbor"), days: days)
  }

  private static func issued(days: Int = 30) throws -> PostStory {
    var story = try published()
    try story.issue(
      terms(days: days), code: CodeMark(fingerprint: "00", masked: "#Ab…9="), start: now,
      end: now.adding(days: days), endSource: .creator, at: now)
    return story
  }

  private static func applied(days: Int = 30) throws -> PostStory {
    var story = try issued(days: days)
    try story.apply(code, advertiser: account, result: .accepted, at: now)
    return story
  }

  private static func plan(days: Int) -> Ad.Plan {
    Ad.Plan(
      authorization: code, advertiser: account, name: "spring", start: now,
      end: now.adding(days: days))
  }

  private func commands(
    _ story: PostStory, after days: Int = 0, statements: [Statement] = []
  ) -> [String] {
    NextStep.steps(for: story, statements: statements, at: Self.now.adding(days: days))
      .compactMap { $0.advice(for: Self.mug)?.command }
  }

  @Test func aDraftIsCheckedAndPublished() throws {
    var story = PostStory(key: Self.mug)
    try story.draw(drawing(slides: 2), caption: "", title: nil, facts: .init(), at: Self.now)
    #expect(
      commands(story) == ["flint check mug --target spark", "flint post publish mug --url URL"])
  }

  @Test func aDraftOfOneSlideIsDrawnAgain() throws {
    var story = PostStory(key: Self.mug)
    try story.draw(drawing(slides: 1), caption: "", title: nil, facts: .init(), at: Self.now)
    #expect(commands(story) == ["flint render POST-FILE"])
  }

  @Test func aReadyPostWaitsForARequest() throws {
    #expect(commands(try Self.published()) == ["flint code request mug --brand BRAND --days 30"])
  }

  @Test func whatStopsAnAdForSureComesBeforeARequest() throws {
    var story = try Self.published()
    var facts = story.post.facts
    facts.adAuthorizationIsOn = false
    facts.disclosure = nil
    _ = story.set(facts, at: Self.now)
    #expect(
      commands(story) == [
        "flint post edit mug --ad-authorization on",
        "flint code request mug --brand BRAND --days 30",
        "flint post edit mug --disclosure \"branded content\"",
      ])
  }

  @Test func aRequestWaitsForItsCode() throws {
    var story = try Self.published()
    try story.request(Self.terms(), at: Self.now)
    #expect(commands(story, after: 5) == ["flint code add mug@harbor --code -"])
    let step = try #require(
      NextStep.steps(for: story, statements: [], at: Self.now.adding(days: 5)).first)
    #expect(step.reason(at: Self.now.adding(days: 5), \.description).contains("5 days ago"))
  }

  @Test func aCodeIsSentThenAppliedThenUsed() throws {
    var story = try Self.issued()
    #expect(commands(story) == ["flint code share mug@harbor --how mail"])
    try story.share(Self.code, how: "mail", at: Self.now)
    #expect(commands(story) == ["flint code apply mug@harbor --advertiser ID"])
    try story.apply(Self.code, advertiser: Self.account, result: .accepted, at: Self.now)
    #expect(commands(story) == ["flint ad plan mug@harbor --advertiser 7000000000001"])
    try story.plan(Self.ad, Self.plan(days: 20), at: Self.now)
    #expect(commands(story) == ["flint ad submit spring --tiktok-id ID"])
    try story.submit(Self.ad, tiktokID: nil, at: Self.now)
    #expect(commands(story) == ["flint ad status spring --tiktok-status WORD"])
  }

  @Test func aCodeThatEndsUnderItsAdsIsTheMostUrgent() throws {
    var story = try Self.applied()
    try story.plan(Self.ad, Self.plan(days: 30), at: Self.now)
    try story.submit(Self.ad, tiktokID: nil, at: Self.now)
    try story.readStatus(Self.ad, word: "AD_STATUS_DELIVERY_OK", at: Self.now)
    #expect(commands(story, after: 15) == ["flint ad metrics import REPORT"])
    #expect(
      commands(story, after: 17).first == "flint code extend mug@harbor --days 30")
  }

  @Test func anAdPlannedPastAnEndThatMovedAsksForTheMissingDays() throws {
    var story = try Self.applied(days: 60)
    try story.plan(Self.ad, Self.plan(days: 60), at: Self.now)
    try story.readEnd(
      Self.code, end: Self.now.adding(days: 40), source: .tiktok, at: Self.now)
    #expect(commands(story).first == "flint code extend mug@harbor --days 30")
  }

  @Test func anEndThatIsOnlyCountedIsReadOnceAnAdDependsOnIt() throws {
    var story = try Self.published()
    try story.issue(
      Self.terms(), code: CodeMark(fingerprint: "00", masked: "#Ab…9="), start: Self.now,
      end: Self.now.adding(days: 30), endSource: .counted, at: Self.now)
    try story.apply(Self.code, advertiser: Self.account, result: .accepted, at: Self.now)
    #expect(commands(story) == ["flint ad plan mug@harbor --advertiser 7000000000001"])
    try story.plan(Self.ad, Self.plan(days: 30), at: Self.now)
    #expect(
      commands(story) == [
        "flint ad submit spring --tiktok-id ID", "flint code extend mug@harbor --read-end TIME",
      ])
  }

  @Test func aLostPermissionIsExplained() throws {
    var story = try Self.applied()
    try story.plan(Self.ad, Self.plan(days: 20), at: Self.now)
    try story.submit(Self.ad, tiktokID: nil, at: Self.now)
    try story.readStatus(Self.ad, word: "AD_STATUS_ASSET_AUTHORIZATION_LOST", at: Self.now)
    #expect(commands(story).first == "flint explain AD_STATUS_ASSET_AUTHORIZATION_LOST")
  }

  @Test func aRejectedAdIsMended() throws {
    var story = try Self.applied()
    try story.plan(Self.ad, Self.plan(days: 20), at: Self.now)
    try story.submit(Self.ad, tiktokID: nil, at: Self.now)
    try story.move(Self.ad, to: .rejected, reasons: ["music"], at: Self.now)
    #expect(commands(story) == ["flint ad submit spring"])
  }

  @Test func afterTheEndThereIsOnlyANewCode() throws {
    #expect(commands(try Self.issued(), after: 30) == ["flint code reissue mug@harbor --code -"])
  }

  @Test func whatIsOwedIsPaidWhenTheCodeIsOver() throws {
    let story = try Self.issued()
    let statement = try statement(of: story, paid: 10_050, after: 30)
    #expect(commands(story, after: 1, statements: [statement]).allSatisfy { !$0.contains("pay") })
    #expect(
      commands(story, after: 30, statements: [statement]).first
        == "flint agreement pay creator-harbor --amount \"199.50 USD\"")
  }

  @Test func aRemovedPostThatWasMadeElsewhereIsDone() throws {
    var story = try Self.issued()
    try story.remove(by: .creator, isForced: false, at: Self.now)
    #expect(commands(story).isEmpty)
    let statement = try statement(of: story, paid: 30_000, after: 0)
    #expect(commands(story, statements: [statement]).isEmpty)
  }

  // MARK: - Pieces

  private func drawing(slides: Int) -> Post.Drawing {
    Post.Drawing(
      template: "card", kit: nil, origin: "00", format: "png",
      slides: (0..<slides).map {
        Slide(file: "\($0).png", name: "\($0)", width: 1, height: 1, bytes: 1, sha256: "00")
      })
  }

  /// A fee of 300 USD for the story's codes.
  private func statement(of story: PostStory, paid: Int, after days: Int) throws -> Statement {
    let key = Key<Agreement>("creator-harbor")
    var agreement = Agreement(
      key: key, creator: Key("creator"), brand: Key("harbor"),
      terms: try Agreement.Terms(
        currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"), share: nil, days: 30,
        agreement: key), made: Self.now)
    try agreement.pay(Money(minorUnits: paid, currency: "USD"), note: nil, at: Self.now)
    return Statement(
      of: agreement,
      authorizations: story.authorizations.map { (Self.mug, $0, Statement.Spending()) },
      at: Self.now.adding(days: days))
  }
}
