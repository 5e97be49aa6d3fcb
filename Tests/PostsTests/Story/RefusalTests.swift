import Posts
import Testing

/// Each rule with a verb that runs into it, and what is said of it: reason and next step.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var reason: String
    var nextStep: String
    /// nil for what only the library can know: whether another post has the id or the code.
    var attempt: (@Sendable () throws -> Void)?
    var refusal: Refusal?

    var testDescription: String { name }

    init(
      _ name: String, _ reason: String, _ nextStep: String,
      _ attempt: @escaping @Sendable () throws -> Void
    ) {
      (self.name, self.reason, self.nextStep) = (name, reason, nextStep)
      self.attempt = attempt
    }

    init(_ refusal: Refusal, _ reason: String, _ nextStep: String) {
      (name, self.reason, self.nextStep) = (refusal.name, reason, nextStep)
      self.refusal = refusal
    }
  }

  private static func show(_ moment: Moment) -> String { "\(moment.day)" }

  private static let drawing = Post.Drawing(
    template: nil, kit: nil, origin: "", format: "png", slides: [])

  private static func removed() throws -> PostStory {
    var story = try Script.issued()
    try story.remove(by: .creator, isForced: false, at: Script.day(2))
    return story
  }

  private static let posts: [Case] = [
    Case(
      "published-is-kept", "\"mug\" is published and stays as it is",
      "render it again: that makes a new version beside it"
    ) {
      var story = PostStory(key: Script.post)
      try story.draw(drawing, caption: "", title: nil, facts: Post.Facts(), at: Script.day(0))
      try story.publish(Script.publication, at: Script.day(0))
      try story.draw(drawing, caption: "", title: nil, facts: Post.Facts(), at: Script.day(1))
    },
    Case(
      "not-published", "\"mug\" is not published yet",
      "when it is live: flint post publish mug --url URL"
    ) {
      var story = PostStory(key: Script.post)
      try story.issue(
        Script.terms(), code: Script.mark, start: Script.day(0), end: Script.day(7),
        endSource: .counted, at: Script.day(0))
    },
    Case(
      "already-published",
      "\"mug\" is published already, at https://www.tiktok.com/@maker/photo/7400000000000000001",
      "a second publication is a post of its own: render it again"
    ) {
      var story = try Script.published()
      var second = Script.publication
      second.itemID = "7400000000000000002"
      try story.publish(second, at: Script.day(1))
    },
    Case(
      "published-in-future", "2026-10-01 has not come yet",
      "publish it when it is live, or give the time with --at"
    ) {
      var story = PostStory(key: Script.post)
      try story.publish(Script.publication, at: Moment(seconds: Script.day(0).seconds - 1))
    },
    Case(
      "post-is-removed", "\"mug\" was removed on 2026-10-03",
      "codes and ads of a removed post are over; render it again and publish the new version"
    ) {
      var story = try removed()
      try story.request(Script.terms(Script.other, brand: Key("atelier")), at: Script.day(3))
    },
    Case(
      "caption-is-frozen",
      "the caption of \"mug\" cannot change: TikTok freezes it once a code is issued (mug@harbor)",
      "render it again for a new version with other words, and publish that"
    ) {
      var story = try Script.issued()
      try story.word(caption: "new", title: nil, at: Script.day(2))
    },
    Case(
      "creator-is-fixed", "\"mug\" is @maker's: a code was issued for it",
      "the post of another creator is a post of its own"
    ) {
      var story = try Script.published()
      try story.assign(to: Script.creator, at: Script.day(0))
      try story.issue(
        Script.terms(), code: Script.mark, start: Script.day(0), end: Script.day(7),
        endSource: .counted, at: Script.day(0))
      try story.assign(to: Key("another"), at: Script.day(1))
    },
    Case(
      .itemIsKnown(itemID: "7400000000000000001", post: Script.post),
      "the post 7400000000000000001 is on record already, as \"mug\"",
      "see it with: flint post show mug"),
  ]

  private static let codes: [Case] = [
    Case(
      "no-such-authorization", "\"mug\" has no authorization \"mug@harbor\"",
      "see its codes with: flint post show mug"
    ) {
      var story = try Script.published()
      try story.share(Script.code, how: "mail", at: Script.day(1))
    },
    Case(
      "already-authorized",
      "there is an authorization already: mug@harbor is issued, until 2026-11-01",
      "for a longer time: flint code extend mug@harbor --days 30; to end it: "
        + "flint code revoke mug@harbor"
    ) {
      var story = try Script.issued()
      try story.request(Script.terms(Key("mug@harbor.2")), at: Script.day(2))
    },
    Case(
      "already-authorized", "there is an open request already: mug@harbor",
      "add the code when the creator has it: flint code add mug@harbor --code -"
    ) {
      var story = try Script.published()
      try story.request(Script.terms(), at: Script.day(0))
      try story.request(Script.terms(), at: Script.day(1))
    },
    Case(
      "already-authorized",
      "there is an authorization already: mug@harbor is expired, until 2026-11-01",
      "the creator makes a new one: flint code reissue mug@harbor --code -"
    ) {
      var story = try Script.issued()
      try story.issue(
        Script.terms(), code: Script.mark, start: Script.day(40), end: Script.day(47),
        endSource: .counted, at: Script.day(40))
    },
    Case(
      "still-valid",
      "mug@harbor is issued and valid until 2026-11-01; only a code that is over is replaced",
      "for a longer time: flint code extend mug@harbor --days 30; to end it: "
        + "flint code revoke mug@harbor"
    ) {
      var story = try Script.issued()
      try story.issue(
        Script.terms(Key("mug@harbor.2"), replaces: Script.code), code: Script.mark,
        start: Script.day(2), end: Script.day(9), endSource: .counted, at: Script.day(2))
    },
    Case(
      "not-a-request", "mug@harbor is issued; only an open request can be withdrawn",
      "to take a code back: flint code revoke mug@harbor"
    ) {
      var story = try Script.issued()
      try story.withdraw(Script.code, at: Script.day(2))
    },
    Case(
      "no-code-yet", "mug@harbor is only requested: there is no code",
      "add the code when the creator has it: flint code add mug@harbor --code -"
    ) {
      var story = try Script.published()
      try story.request(Script.terms(), at: Script.day(0))
      try story.share(Script.code, how: "mail", at: Script.day(1))
    },
    Case(
      "no-code-yet", "mug@harbor is only withdrawn: there is no code",
      "ask again with: flint code request mug --brand BRAND"
    ) {
      var story = try Script.published()
      try story.request(Script.terms(), at: Script.day(0))
      try story.withdraw(Script.code, at: Script.day(0))
      try story.extend(Script.code, days: 30, at: Script.day(1))
    },
    Case(
      "code-has-ended", "the code of mug@harbor ended on 2026-11-01",
      "the creator makes a new one: flint code reissue mug@harbor --code -"
    ) {
      var story = try Script.issued()
      try story.extend(Script.code, days: 30, at: Script.day(31))
    },
    Case(
      "code-is-revoked", "the code of mug@harbor was revoked on 2026-10-03",
      "the creator makes a new one: flint code reissue mug@harbor --code -"
    ) {
      var story = try Script.issued()
      try story.revoke(Script.code, isForced: false, at: Script.day(2))
      try story.revoke(Script.code, isForced: true, at: Script.day(3))
    },
    Case(
      "applied-elsewhere",
      "the code of mug@harbor is applied by advertiser 7000000000000000001, since 2026-10-03",
      "ask for a code of its own for the other account; if TikTok took this one there all the "
        + "same: flint code apply mug@harbor --advertiser ID --tiktok-accepted"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(for: Script.secondAccount), at: Script.day(2))
    },
    Case(
      "too-many-days", "4000 days cannot be licensed; 1 to 3650 can",
      "TikTok offers 7, 30, 60, 180, 365 days"
    ) {
      var story = try Script.published()
      try story.request(Script.terms(days: 4000), at: Script.day(0))
    },
    Case(
      "ends-before-it-starts",
      "a code that starts on 2026-10-09 cannot end on 2026-10-02",
      "check --start, --ends and --days; TikTok's times are UTC"
    ) {
      var story = try Script.published()
      try story.issue(
        Script.terms(), code: Script.mark, start: Script.day(8), end: Script.day(1),
        endSource: .counted, at: Script.day(0))
    },
    Case(
      .codeIsKnown(Script.code, post: Script.post),
      "this code is on record already: mug@harbor, for \"mug\"",
      "one code belongs to one post; see whether the creator sent the right one"),
    Case(
      .codeIsAlmostKnown(
        Script.code, post: Script.post,
        differences: [
          Refusal.CodeDifference(place: 3, here: "b", there: "B"),
          Refusal.CodeDifference(place: 5, here: "0", there: "O"),
        ]),
      "this code is the one of mug@harbor, for \"mug\", but for \"b\" instead of \"B\" at place 3, "
        + "\"0\" instead of \"O\" at place 5",
      "letter case counts; copy the code again from where it came, and never type it off"),
  ]

  private static let ads: [Case] = [
    Case(
      "ads-are-running", "an ad runs on mug@harbor: autumn",
      "end it first: flint ad end autumn --because deleted; or say --force: running ads end with "
        + "that reason"
    ) {
      var story = try Script.live()
      try story.revoke(Script.code, isForced: false, at: Script.day(4))
    },
    Case(
      "no-such-ad", "\"mug\" has no ad \"autumn\"", "see its ads with: flint ad list --post mug"
    ) {
      var story = try Script.applied()
      try story.end(Script.ad, .finished, at: Script.day(3))
    },
    Case("ad-is-known", "there is an ad \"autumn\" already", "choose another name with --name") {
      var story = try Script.live()
      try story.plan(Script.ad, Script.plan(), at: Script.day(4))
    },
    Case(
      "ad-is-over", "the ad \"autumn\" ended on 2026-11-01: authorization expired",
      "plan a new one with: flint ad plan"
    ) {
      var story = try Script.live()
      try story.move(Script.ad, to: .paused, at: Script.day(60))
    },
    Case(
      "ad-cannot-move", "the ad \"autumn\" is planned and cannot become live",
      "hand it in first: flint ad submit autumn"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(), at: Script.day(2))
      try story.move(Script.ad, to: .live, at: Script.day(3))
    },
    Case(
      "ad-cannot-move", "the ad \"autumn\" is rejected and cannot become live",
      "change it, then: flint ad submit autumn"
    ) {
      var story = try Script.submitted()
      try story.move(Script.ad, to: .rejected, at: Script.day(3))
      try story.move(Script.ad, to: .live, at: Script.day(3))
    },
    Case(
      "ad-cannot-move", "the ad \"autumn\" is live and cannot become in review",
      "ads go planned, submitted, in review, approved, live; TikTok's own word may skip steps: "
        + "flint ad status autumn --tiktok-status WORD"
    ) {
      var story = try Script.live()
      try story.move(Script.ad, to: .inReview, at: Script.day(4))
    },
    Case(
      "ad-has-other-id", "the ad \"autumn\" has TikTok's id 1700000000000000001 already",
      "another ad at TikTok is an ad of its own: flint ad plan"
    ) {
      var story = try Script.submitted()
      try story.identify(Script.ad, tiktokID: "1700000000000000002", at: Script.day(3))
    },
    Case(
      "ad-outlives-code",
      "the ad would run until 2026-11-10, and the code of mug@harbor ends on 2026-11-01: "
        + "9 days are missing",
      "ask the creator to extend it by 30 days or more, then: "
        + "flint code extend mug@harbor --days 30"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(to: 40), at: Script.day(2))
    },
    Case(
      "ad-starts-before-code",
      "the ad would start on 2026-10-01, and the code of mug@harbor on 2026-10-02",
      "start the ad when the code starts, or later"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(from: 0), at: Script.day(2))
    },
    Case(
      "code-is-not-applied",
      "advertiser 7000000000000000001 has not applied the code of mug@harbor",
      "apply it in Ads Manager, then: flint code apply mug@harbor --advertiser 7000000000000000001"
    ) {
      var story = try Script.issued()
      try story.plan(Script.ad, Script.plan(), at: Script.day(2))
      try story.submit(Script.ad, tiktokID: nil, at: Script.day(3))
    },
    Case(
      "schedule-is-empty", "an ad cannot start on 2026-10-21 and end on 2026-10-11",
      "give --start and --end in order"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(from: 20, to: 10), at: Script.day(2))
    },
    Case(
      "schedule-is-over", "the ad's end, 2026-10-05, is past", "give an --end that is to come"
    ) {
      var story = try Script.applied()
      try story.plan(Script.ad, Script.plan(to: 4), at: Script.day(4))
    },
  ]

  private static let agreement = Key<Agreement>("maker-harbor")

  private static let money: [Case] = [
    Case(
      "other-currency", "the agreement maker-harbor is in USD, not in EUR",
      "amounts are not converted; give it in USD"
    ) {
      _ = try Agreement.Terms(
        currency: "USD", fee: Money(minorUnits: 1, currency: "EUR"), share: nil, days: 30,
        agreement: agreement)
    },
    Case(
      "not-a-payment", "\u{2212}$1 is no payment",
      "give an amount above zero, such as --amount \"150 USD\""
    ) {
      let terms = try Agreement.Terms(
        currency: "USD", fee: Money(minorUnits: 1, currency: "USD"), share: nil, days: 30,
        agreement: agreement)
      var made = Agreement(
        key: agreement, creator: Script.creator, brand: Script.brand, terms: terms,
        made: Script.day(0))
      try made.pay(Money(minorUnits: -100, currency: "USD"), note: nil, at: Script.day(1))
    },
    Case(
      "terms-are-empty", "an agreement needs a fee, a share of the ad spend, or both",
      "add --fee \"300 USD\", --share 5%, or both"
    ) {
      _ = try Agreement.Terms(
        currency: "USD", fee: nil, share: nil, days: 30, agreement: agreement)
    },
  ]

  private static let all = posts + codes + ads + money

  @Test func momentsThatLookAlikeShowTheirSeconds() {
    let end = Moment(seconds: 1_800_000_000)
    let refusal = Refusal.adOutlivesCode(
      Script.code, adEnd: Moment(seconds: end.seconds + 1), codeEnd: end, missingDays: 1)
    let reason = refusal.reason { _ in "2027-01-15 08:00 UTC" }
    #expect(reason.contains("until 2027-01-15T08:00:01Z"))
    #expect(reason.contains("ends on 2027-01-15T08:00:00Z"))
  }

  @Test(arguments: all) func saysWhyAndWhatToDo(_ expected: Case) throws {
    var refusal = expected.refusal
    if let attempt = expected.attempt {
      refusal = #expect(throws: Refusal.self) { try attempt() }
    }
    let found = try #require(refusal)
    #expect(found.name == expected.name)
    #expect(found.reason(Self.show) == expected.reason)
    #expect(found.nextStep == expected.nextStep)
  }

  @Test func everyRuleIsReached() {
    #expect(Set(Self.all.map(\.name)) == Set(Refusal.names))
    #expect(Refusal.names.count == Set(Refusal.names).count)
  }

  @Test func sentencesAreOneLineWithoutAFullStop() {
    for expected in Self.all {
      for sentence in [expected.reason, expected.nextStep] {
        #expect(!sentence.contains("\n") && !sentence.hasSuffix("."))
        #expect(sentence.first?.isUppercase == false || sentence.hasPrefix("TikTok"))
      }
    }
  }

  @Test func aCodeOfOtherCaseIsNotSpelledOut() {
    let secret = SparkCode(secret: "#abcdefghijklmnop=")
    let other = SparkCode(secret: "#ABCDEFGHIJKLMNOP=")
    let differences = secret.differences(from: other).map {
      Refusal.CodeDifference(place: $0.place, here: $0.here, there: $0.there)
    }
    let refusal = Refusal.codeIsAlmostKnown(
      Script.code, post: Script.post, differences: differences)
    #expect(
      refusal.reason(Self.show)
        == "this code is the one of mug@harbor, for \"mug\", but for \"a\" instead of \"A\" at "
        + "place 2, \"b\" instead of \"B\" at place 3, \"c\" instead of \"C\" at place 4, and 13 "
        + "more")
  }

  @Test(arguments: [(1, 7), (7, 7), (8, 30), (31, 60), (61, 180), (200, 365), (400, 400)])
  func extensionsAreOfUsualLengths(missing: Int, days: Int) {
    #expect(Advice.extend(Key("mug@harbor"), byAtLeast: missing).days == days)
  }
}
