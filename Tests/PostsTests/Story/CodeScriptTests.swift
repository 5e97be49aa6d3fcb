import Posts
import Testing

@Suite struct CodeScriptTests {
  private func status(
    _ story: PostStory, _ key: Key<Authorization> = Script.code, on day: Int
  ) -> Authorization.Status? {
    story.authorization(key)?.status(at: Script.day(day))
  }

  @Test func aRequestBecomesACodeThatIsSharedAndApplied() throws {
    var story = try Script.published()
    try story.request(Script.terms(), at: Script.day(0))
    #expect(status(story, on: 0) == .requested)
    #expect(story.authorization(Script.code)?.isUsable(at: Script.day(0)) == false)
    try story.issue(
      Script.terms(days: 60), code: Script.mark, start: Script.day(1), end: Script.day(61),
      endSource: .creator, at: Script.day(1))
    #expect(status(story, on: 1) == .issued)
    #expect(story.authorizations.count == 1)
    #expect(story.authorization(Script.code)?.days == 60)
    try story.share(Script.code, how: "mail", at: Script.day(2))
    #expect(status(story, on: 2) == .shared)
    try story.apply(Script.code, advertiser: Script.account, result: .accepted, at: Script.day(3))
    #expect(status(story, on: 3) == .applied)
    #expect(story.authorization(Script.code)?.grant?.shares.count == 1)
  }

  @Test func aCodeExpiresToTheSecond() throws {
    let story = try Script.applied()
    let authorization = try #require(story.authorization(Script.code))
    let end = Script.day(31)
    #expect(authorization.status(at: Moment(seconds: end.seconds - 1)) == .applied)
    #expect(authorization.isUsable(at: Moment(seconds: end.seconds - 1)))
    #expect(authorization.status(at: end) == .expired)
    #expect(!authorization.isUsable(at: end))
  }

  @Test func extendingAddsDaysToWhatIsLeftAndOnlyBeforeTheEnd() throws {
    var story = try Script.issued()
    try story.extend(Script.code, days: 30, at: Script.day(30))
    #expect(story.authorization(Script.code)?.grant?.end == Script.day(61))
    #expect(throws: Refusal.codeHasEnded(Script.code, end: Script.day(61))) {
      try story.extend(Script.code, days: 30, at: Script.day(61))
    }
    #expect(
      story.authorization(Script.code)?.grant?.extensions
        == [Grant.Extension(days: 30, at: Script.day(30))])
  }

  @Test func anEndThatWasReadReplacesACountedOne() throws {
    var story = try Script.issued()
    try story.readEnd(Script.code, end: Script.day(29), source: .tiktok, at: Script.day(5))
    let grant = try #require(story.authorization(Script.code)?.grant)
    #expect(grant.end == Script.day(29))
    #expect(grant.endSource == .tiktok)
    #expect(
      try story.readEnd(Script.code, end: Script.day(29), source: .tiktok, at: Script.day(6)) == [])
    #expect(
      throws: Refusal.endsBeforeItStarts(start: Script.day(1), end: Script.day(1))
    ) {
      try story.readEnd(Script.code, end: Script.day(1), source: .tiktok, at: Script.day(6))
    }
  }

  @Test func anEndReadAsPastExpiresTheCodeAndItsAds() throws {
    var story = try Script.live()
    try story.readEnd(Script.code, end: Script.day(10), source: .tiktok, at: Script.day(12))
    #expect(status(story, on: 12) == .expired)
    let ad = try #require(story.ad(Script.ad))
    #expect(
      story.stage(of: ad, at: Script.day(12))
        == .ended(.authorizationExpired, at: Script.day(10)))
    #expect(
      story.runs(of: ad, at: Script.day(12))
        == [Ad.Run(start: Script.day(3), end: Script.day(10))])
  }

  @Test func aSecondAccountIsRefusedUnlessTikTokTookIt() throws {
    var story = try Script.applied()
    #expect(
      throws: Refusal.appliedElsewhere(
        Script.code, advertiser: Script.account, at: Script.day(2))
    ) {
      try story.apply(
        Script.code, advertiser: Script.secondAccount, result: .accepted, at: Script.day(3))
    }
    try story.apply(
      Script.code, advertiser: Script.secondAccount, result: .accepted, isAsTikTokSaid: true,
      at: Script.day(3))
    let grant = try #require(story.authorization(Script.code)?.grant)
    #expect(grant.advertiser == Script.account)
    #expect(grant.advertisers == [Script.account, Script.secondAccount])
  }

  @Test func everyAttemptIsLogged() throws {
    var story = try Script.issued()
    try story.apply(
      Script.code, advertiser: Script.account, result: .refused("code not valid"),
      at: Script.day(2))
    #expect(status(story, on: 2) == .shared)
    try story.apply(Script.code, advertiser: Script.account, result: .accepted, at: Script.day(3))
    try story.apply(
      Script.code, advertiser: Script.secondAccount, result: .refused("already used"),
      at: Script.day(4))
    #expect(
      try story.apply(
        Script.code, advertiser: Script.account, result: .accepted, at: Script.day(5)) == [])
    let grant = try #require(story.authorization(Script.code)?.grant)
    #expect(grant.applications.map(\.at) == [2, 3, 4].map(Script.day))
    #expect(grant.advertisers == [Script.account])
  }

  @Test func revokingStopsAdsOnlyByForce() throws {
    var story = try Script.live()
    #expect(throws: Refusal.adsAreRunning([Script.ad], on: "mug@harbor")) {
      try story.revoke(Script.code, isForced: false, at: Script.day(5))
    }
    try story.revoke(Script.code, isForced: true, at: Script.day(5))
    #expect(status(story, on: 5) == .revoked)
    #expect(status(story, on: 99) == .revoked)
    #expect(story.ad(Script.ad)?.stage == .ended(.revoked, at: Script.day(5)))
    #expect(story.authorization(Script.code)?.lastMoment == Script.day(5))
  }

  @Test func revokingEndsAMerePlanWithoutForce() throws {
    var story = try Script.applied()
    try story.plan(Script.ad, Script.plan(), at: Script.day(2))
    try story.revoke(Script.code, isForced: false, at: Script.day(5))
    #expect(story.ad(Script.ad)?.stage == .ended(.revoked, at: Script.day(5)))
  }

  @Test func aNewCodeNamesTheOneItReplaces() throws {
    var story = try Script.issued()
    let next = Key<Authorization>("mug@harbor.2")
    let terms = Script.terms(next, replaces: Script.code)
    #expect(
      throws: Refusal.stillValid(Script.code, status: .issued, end: Script.day(31))
    ) {
      try story.issue(
        terms, code: Script.mark, start: Script.day(30), end: Script.day(60), endSource: .creator,
        at: Script.day(30))
    }
    try story.issue(
      terms, code: Script.mark, start: Script.day(31), end: Script.day(61), endSource: .creator,
      at: Script.day(31))
    #expect(status(story, on: 31) == .expired)
    #expect(status(story, next, on: 31) == .issued)
    #expect(story.authorization(next)?.replaces == Script.code)
  }

  @Test func severalBrandsHaveCodesOfOnePost() throws {
    var story = try Script.issued()
    try story.issue(
      Script.terms(Script.other, brand: Key("atelier")), code: Script.mark, start: Script.day(1),
      end: Script.day(8), endSource: .counted, at: Script.day(1))
    #expect(status(story, on: 2) == .issued)
    #expect(status(story, Script.other, on: 2) == .issued)
    #expect(status(story, Script.other, on: 8) == .expired)
  }

  @Test func oneBrandHasOneOpenCodeOfAPost() throws {
    var story = try Script.issued()
    let second = Script.terms(Key("mug@harbor.2"))
    let refusal = Refusal.alreadyAuthorized(Script.code, status: .issued, end: Script.day(31))
    #expect(throws: refusal) { try story.request(second, at: Script.day(2)) }
    #expect(throws: refusal) {
      try story.issue(
        second, code: Script.mark, start: Script.day(2), end: Script.day(9), endSource: .counted,
        at: Script.day(2))
    }
  }

  @Test func askingTwiceIsRefusedNotACrash() throws {
    var story = try Script.published()
    try story.request(Script.terms(), at: Script.day(0))
    #expect(
      throws: Refusal.alreadyAuthorized(Script.code, status: .requested, end: nil)
    ) { try story.request(Script.terms(), at: Script.day(1)) }
  }

  @Test func aWithdrawnRequestIsOver() throws {
    var story = try Script.published()
    try story.request(Script.terms(), at: Script.day(0))
    try story.withdraw(Script.code, at: Script.day(1))
    #expect(status(story, on: 1) == .withdrawn)
    #expect(throws: Refusal.noCodeYet(Script.code, status: .withdrawn)) {
      try story.share(Script.code, how: "mail", at: Script.day(2))
    }
    try story.request(Script.terms(Key("mug@harbor.2")), at: Script.day(2))
  }

  @Test func noEndIsSoFarAwayThatItCannotBeWritten() throws {
    var story = try Script.published()
    let end = try #require(Moment("9999-12-31T23:59:59Z"))
    #expect(throws: Refusal.self) {
      try story.issue(
        Script.terms(), code: Script.mark, start: Script.day(1), end: end, endSource: .creator,
        at: Script.day(1))
    }
    story = try Script.issued()
    #expect(throws: Refusal.self) {
      try story.readEnd(Script.code, end: end, source: .creator, at: Script.day(1))
    }
  }
}
