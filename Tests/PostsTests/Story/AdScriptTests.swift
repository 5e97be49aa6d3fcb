import Posts
import Testing

@Suite struct AdScriptTests {
  private func stage(_ story: PostStory, on day: Int) throws -> Ad.Stage {
    story.stage(of: try #require(story.ad(Script.ad)), at: Script.day(day))
  }

  @Test func anAdGoesFromPlanToEnd() throws {
    var story = try Script.live()
    try story.move(Script.ad, to: .paused, at: Script.day(5))
    try story.move(Script.ad, to: .live, at: Script.day(7))
    try story.end(Script.ad, .finished, at: Script.day(9))
    #expect(try stage(story, on: 9) == .ended(.finished, at: Script.day(9)))
    let ad = try #require(story.ad(Script.ad))
    #expect(
      story.runs(of: ad, at: Script.day(20)) == [
        Ad.Run(start: Script.day(3), end: Script.day(5)),
        Ad.Run(start: Script.day(7), end: Script.day(9)),
      ])
  }

  @Test func anAdCannotBePlannedPastItsCode() throws {
    var story = try Script.issued()
    #expect(
      throws: Refusal.adOutlivesCode(
        Script.code, adEnd: Script.day(33), codeEnd: Script.day(31), missingDays: 2)
    ) { try story.plan(Script.ad, Script.plan(to: 33), at: Script.day(2)) }
    try story.plan(Script.ad, Script.plan(to: 31), at: Script.day(2))
  }

  @Test func aSecondMissingIsADayMissing() throws {
    var story = try Script.issued()
    var plan = Script.plan(to: 31)
    plan.end.seconds += 1
    #expect(
      throws: Refusal.adOutlivesCode(
        Script.code, adEnd: plan.end, codeEnd: Script.day(31), missingDays: 1)
    ) { try story.plan(Script.ad, plan, at: Script.day(2)) }
  }

  @Test func aPlanIsCheckedAgainWhenItIsSubmitted() throws {
    var story = try Script.applied()
    try story.plan(Script.ad, Script.plan(to: 31), at: Script.day(2))
    try story.readEnd(Script.code, end: Script.day(25), source: .tiktok, at: Script.day(3))
    #expect(
      throws: Refusal.adOutlivesCode(
        Script.code, adEnd: Script.day(31), codeEnd: Script.day(25), missingDays: 6)
    ) { try story.submit(Script.ad, tiktokID: nil, at: Script.day(3)) }
    try story.replan(Script.ad, Script.plan(to: 25), at: Script.day(3))
    try story.submit(Script.ad, tiktokID: nil, at: Script.day(3))
  }

  @Test func aPlanNeedsNoApplicationAndASubmissionDoes() throws {
    var story = try Script.issued()
    try story.plan(Script.ad, Script.plan(), at: Script.day(2))
    #expect(throws: Refusal.codeIsNotApplied(Script.code, advertiser: Script.account)) {
      try story.submit(Script.ad, tiktokID: nil, at: Script.day(2))
    }
  }

  @Test func aRejectedAdIsChangedAndHandedInAgain() throws {
    var story = try Script.submitted()
    try story.move(Script.ad, to: .rejected, reasons: ["music"], at: Script.day(3))
    #expect(try stage(story, on: 3) == .rejected(reasons: ["music"], at: Script.day(3)))
    try story.replan(Script.ad, Script.plan(to: 21), at: Script.day(3))
    try story.submit(Script.ad, tiktokID: "1700000000000000002", at: Script.day(4))
    #expect(try stage(story, on: 4) == .submitted(at: Script.day(4)))
    #expect(story.ad(Script.ad)?.tiktokID == "1700000000000000002")
  }

  @Test func whatTikTokHasCannotBePlannedAgain() throws {
    var story = try Script.live()
    #expect(throws: Refusal.adCannotMove(Script.ad, from: .live, to: .planned)) {
      try story.replan(Script.ad, Script.plan(), at: Script.day(4))
    }
  }

  @Test func sayingAStatusTwiceSaysNothingNew() throws {
    var story = try Script.live()
    #expect(try story.move(Script.ad, to: .live, at: Script.day(4)) == [])
  }

  @Test(arguments: Ad.Status.allCases, Ad.Status.allCases)
  func stepsAreTheOnesOfTheWorkflow(from: Ad.Status, to: Ad.Status) {
    let steps: [Ad.Status: [Ad.Status]] = [
      .submitted: [.inReview, .rejected], .inReview: [.approved, .rejected], .approved: [.live],
      .live: [.paused], .paused: [.live],
    ]
    #expect(from.leads(to: to) == (steps[from] ?? []).contains(to))
  }

  @Test func aCodesEndEndsItsAdWithoutAnyEvent() throws {
    let story = try Script.live()
    #expect(
      try stage(story, on: 31) == .ended(.authorizationExpired, at: Script.day(31)))
    #expect(story.openAds(on: Script.code, at: Script.day(31)).isEmpty)
    let ad = try #require(story.ad(Script.ad))
    #expect(
      story.runs(of: ad, at: Script.day(50))
        == [Ad.Run(start: Script.day(3), end: Script.day(31))])
  }

  @Test func anExpiredAdTakesNoMoreSteps() throws {
    var story = try Script.live()
    let over = Refusal.adIsOver(Script.ad, .authorizationExpired, at: Script.day(31))
    #expect(throws: over) { try story.move(Script.ad, to: .paused, at: Script.day(31)) }
    #expect(throws: over) { try story.end(Script.ad, .finished, at: Script.day(31)) }
    #expect(
      try story.readStatus(Script.ad, word: "AD_STATUS_DELIVERY_OK", at: Script.day(32))
        == [.adStatusRead(Script.ad, word: "AD_STATUS_DELIVERY_OK")])
  }

  // MARK: - TikTok's words

  @Test func tikTokMaySkipSteps() throws {
    var story = try Script.submitted()
    try story.readStatus(Script.ad, word: "ad_status_delivery_ok", at: Script.day(4))
    #expect(try stage(story, on: 4) == .live(since: Script.day(4)))
    #expect(
      story.ad(Script.ad)?.tiktokStatus
        == Ad.StatusWord(word: "ad_status_delivery_ok", at: Script.day(4)))
    try story.readStatus(Script.ad, word: "AD_STATUS_TIME_DONE", at: Script.day(5))
    #expect(try stage(story, on: 5) == .ended(.finished, at: Script.day(5)))
  }

  @Test func aWordNobodyKnowsIsKeptAndMovesNothing() throws {
    var story = try Script.live()
    #expect(
      try story.readStatus(Script.ad, word: "AD_STATUS_BRAND_NEW", at: Script.day(4))
        == [.adStatusRead(Script.ad, word: "AD_STATUS_BRAND_NEW")])
    #expect(try stage(story, on: 4) == .live(since: Script.day(3)))
    #expect(story.ad(Script.ad)?.tiktokStatus?.word == "AD_STATUS_BRAND_NEW")
  }

  @Test func aRejectionGivesItsWordAsReason() throws {
    var story = try Script.submitted()
    try story.readStatus(Script.ad, word: "AD_STATUS_AUDIT_DENY", at: Script.day(4))
    #expect(
      try stage(story, on: 4)
        == .rejected(reasons: ["AD_STATUS_AUDIT_DENY"], at: Script.day(4)))
  }

  @Test func anEndedAdStaysEndedWhateverTikTokSays() throws {
    var story = try Script.live()
    try story.end(Script.ad, .deleted, at: Script.day(5))
    try story.readStatus(Script.ad, word: "AD_STATUS_DELIVERY_OK", at: Script.day(6))
    #expect(try stage(story, on: 6) == .ended(.deleted, at: Script.day(5)))
  }

  @Test func anIDIsNotedOnceAlsoAfterTheEnd() throws {
    var story = try Script.applied()
    try story.plan(Script.ad, Script.plan(), at: Script.day(2))
    try story.submit(Script.ad, tiktokID: nil, at: Script.day(2))
    try story.end(Script.ad, .finished, at: Script.day(3))
    try story.identify(Script.ad, tiktokID: "1700000000000000009", at: Script.day(4))
    #expect(
      try story.identify(Script.ad, tiktokID: "1700000000000000009", at: Script.day(5)) == [])
    #expect(throws: Refusal.adHasOtherID(Script.ad, id: "1700000000000000009")) {
      try story.identify(Script.ad, tiktokID: "1", at: Script.day(5))
    }
  }

  /// The words of Marketing API v1.3: secondary and primary statuses of ads, and operations.
  private static let words = """
    AD_STATUS_DELIVERY_OK AD_STATUS_PARTIAL_AUDIT_DELIVERY_OK AD_STATUS_AUDIT AD_STATUS_REAUDIT
    AD_STATUS_PARTIAL_AUDIT_NO_DELIVERY AD_STATUS_REVIEW_PARTIALLY_APPROVED
    AD_STATUS_ADGROUP_PARTIAL_AUDIT_NO_DELIVERY AD_STATUS_ADVERTISER_AUDIT AD_STATUS_AUDIT_DENY
    AD_STATUS_ADGROUP_AUDIT_DENY AD_STATUS_ADVERTISER_AUDIT_DENY AD_STATUS_DISABLE
    AD_STATUS_ADGROUP_DISABLE AD_STATUS_CAMPAIGN_DISABLE AD_STATUS_DELETE AD_STATUS_ADGROUP_DELETE
    AD_STATUS_CAMPAIGN_DELETE AD_STATUS_NOT_START AD_STATUS_DONE AD_STATUS_TIME_DONE
    AD_STATUS_AD_PRE_ONLINE AD_STATUS_BUDGET_EXCEED AD_STATUS_CAMPAIGN_EXCEED
    AD_STATUS_BALANCE_EXCEED AD_STATUS_ASSET_AUTHORIZATION_LOST
    AD_STATUS_ADGROUP_ASSET_AUTHORIZATION_LOST AD_STATUS_CREATOR_AUTHORIZATION_REVOKED
    AD_STATUS_MUSIC_AUTHORIZATION_MISSING AD_STATUS_PROCESS_AUDIO AD_STATUS_TRANSCODING_FAIL
    AD_STATUS_AD_QUOTA_LIMIT AD_STAUS_PIXEL_UNBIND AD_STATUS_ANCHOR_UNAVAILABLE
    AD_STATUS_PRODUCT_UNAVAILABLE AD_STATUS_LIVE_OFFLINE
    AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_MISSING
    AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_EXPIRED AD_STATUS_ADGROUP_INDUSTRY_QUALIFICATION_DENY
    STATUS_DELIVERY_OK STATUS_DISABLE STATUS_NOT_DELIVERY STATUS_TIME_DONE STATUS_DELETE
    STATUS_FROZEN STATUS_RF_CLOSED STATUS_DELIVERY_PARTIAL ENABLE DISABLE DELETE FROZEN
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func everyWordOfTikToksIsKnown() {
    #expect(Set(TikTokAdStatus.all.map(\.word)) == Set(Self.words))
    #expect(TikTokAdStatus(word: "STATUS_NOT_DELETE") == nil)
    #expect(TikTokAdStatus(word: "") == nil)
  }

  @Test func everyWordOfTikToksIsTakenInEveryStage() throws {
    for word in Self.words {
      for status in Ad.Status.allCases where status != .ended && status != .planned {
        var story = try Script.submitted()
        if status != .submitted {
          let way: [Ad.Status: String] = [
            .inReview: "AD_STATUS_AUDIT", .rejected: "AD_STATUS_AUDIT_DENY",
            .approved: "AD_STATUS_NOT_START", .live: "AD_STATUS_DELIVERY_OK",
            .paused: "AD_STATUS_DISABLE",
          ]
          try story.readStatus(Script.ad, word: try #require(way[status]), at: Script.day(3))
        }
        #expect(try stage(story, on: 3).status == status)
        try story.readStatus(Script.ad, word: word, at: Script.day(4))
        let expected: Ad.Status =
          switch try #require(TikTokAdStatus(word: word)).meaning {
          case .is(let new): new
          case .ended: .ended
          case .saysNothing: status
          }
        #expect(try stage(story, on: 4).status == expected, "\(word) after \(status)")
      }
    }
  }

  @Test func lostAuthorizationsAreThree() {
    #expect(
      TikTokAdStatus.all.filter(\.saysAuthorizationIsLost).map(\.word) == [
        "AD_STATUS_ADGROUP_ASSET_AUTHORIZATION_LOST", "AD_STATUS_ASSET_AUTHORIZATION_LOST",
        "AD_STATUS_CREATOR_AUTHORIZATION_REVOKED",
      ])
  }
}
