import Testing

@testable import Posts

@Suite struct DueItemTests {
  private let now = Moment(seconds: 1_800_000_000)
  private let post = Key<Post>("moonrise")
  private let harbor = Key<Brand>("harbor")

  private func code(
    _ stage: Authorization.Stage, key: String = "moonrise@harbor",
    replaces: Key<Authorization>? = nil
  ) -> DueItem.Code {
    DueItem.Code(
      post: post, creator: Key("creator"),
      authorization: Authorization(
        key: Key(key), brand: harbor, days: 30, agreement: nil, replaces: replaces, stage: stage))
  }

  private func grant(endsIn seconds: Int) -> Grant {
    Grant(
      code: CodeMark(fingerprint: "00", masked: "#…"), start: now.adding(days: -30),
      end: Moment(seconds: now.seconds + seconds), endSource: .creator)
  }

  private func ad(
    endsIn days: Int, _ stage: Ad.Stage = .planned, codeEnd: Moment?, word: String? = nil
  ) -> DueItem.RunningAd {
    let plan = Ad.Plan(
      authorization: Key("moonrise@harbor"), advertiser: Key("7"), name: "autumn", start: now,
      end: now.adding(days: days))
    var ad = Ad(key: Key("autumn"), plan: plan, stage: stage)
    ad.tiktokStatus = word.map { Ad.StatusWord(word: $0, at: now) }
    return DueItem.RunningAd(
      post: post, creator: nil, brand: harbor, ad: ad, stage: stage, codeEnd: codeEnd)
  }

  private func find(
    _ codes: [DueItem.Code] = [], ads: [DueItem.RunningAd] = [], within days: Int = 45
  ) -> [DueItem] {
    DueItem.find(codes: codes, ads: ads, statements: [], within: days * 86_400, at: now)
  }

  private func names(
    _ codes: [DueItem.Code] = [], ads: [DueItem.RunningAd] = [], within days: Int = 45
  ) -> [String] {
    find(codes, ads: ads, within: days).map(\.name)
  }

  private let day = 86_400

  @Test func aCodeIsDueFromTheChosenTimeBeforeItsEnd() {
    #expect(names([code(.granted(grant(endsIn: 45 * day)))]) == ["code-ends"])
    #expect(names([code(.granted(grant(endsIn: 45 * day + 1)))]) == [])
    #expect(names([code(.granted(grant(endsIn: 60 * day)))], within: 60) == ["code-ends"])
    #expect(names([code(.granted(grant(endsIn: 1)))], within: 0) == [])
  }

  @Test func theNoticeNamesTheWholeDaysLeft() {
    let expected: [(Int, DueItem.Notice?)] = [
      (1, .lastDay), (day - 1, .lastDay), (day, .week), (8 * day - 1, .week), (8 * day, .twoWeeks),
      (15 * day - 1, .twoWeeks), (15 * day, .month), (31 * day - 1, .month), (31 * day, .early),
      (46 * day - 1, .early), (46 * day, nil), (.max, nil),
    ]
    for (seconds, notice) in expected {
      let (end, _) = now.seconds.addingReportingOverflow(seconds)
      #expect(DueItem.Notice(from: now, to: Moment(seconds: end < 0 ? .max : end)) == notice)
    }
  }

  @Test func aCodeThatEndedIsDueForAWeekUnlessItWasReplaced() {
    let ended = code(.granted(grant(endsIn: 0)))
    #expect(names([ended]) == ["code-ended"])
    #expect(names([code(.granted(grant(endsIn: -7 * day + 1)))]) == ["code-ended"])
    #expect(names([code(.granted(grant(endsIn: -7 * day)))]) == [])
    let next = code(.granted(grant(endsIn: 90 * day)), key: "moonrise@harbor.2")
    #expect(names([ended, next]) == [])
    let void = code(
      .revoked(grant(endsIn: day), at: now), key: "x", replaces: Key("moonrise@harbor"))
    #expect(names([ended, void]) == [])
  }

  @Test func whatIsOverIsNotDue() {
    let grant = grant(endsIn: day)
    #expect(
      names([
        code(.revoked(grant, at: now)), code(.void(grant, at: now)), code(.void(nil, at: now)),
        code(.withdrawn(requested: now, at: now)),
      ]) == [])
    #expect(names(ads: [ad(endsIn: 9, .ended(.finished, at: now), codeEnd: now)]) == [])
  }

  @Test func anAdThatOutlivesItsCodeSaysByHowManyDays() throws {
    let end = now.adding(days: 10)
    #expect(names(ads: [ad(endsIn: 10, codeEnd: end)]) == [])
    let item = try #require(find(ads: [ad(endsIn: 12, codeEnd: end)]).first)
    #expect(item.name == "ad-outlives-code")
    #expect(item.sentence(\.description).hasSuffix("2 days missing"))
    #expect(item.advice.command == "flint code extend moonrise@harbor --days 7")
  }

  @Test func anAdWhosePostIsGoneIsDue() {
    #expect(names(ads: [ad(endsIn: 9, codeEnd: now)]) == ["ad-without-code"])
    #expect(names(ads: [ad(endsIn: 9, codeEnd: nil)]) == ["ad-without-code"])
  }

  @Test func whatTikTokSaysOfAnAdIsDue() {
    let end = now.adding(days: 90)
    let lost = "ad_status_asset_authorization_lost"
    #expect(names(ads: [ad(endsIn: 9, codeEnd: end, word: lost)]) == ["authorization-lost"])
    #expect(names(ads: [ad(endsIn: 9, codeEnd: end, word: "AD_STATUS_DELIVERY_OK")]) == [])
    let rejected = ad(endsIn: 9, .rejected(reasons: ["music"], at: now), codeEnd: end)
    #expect(find(ads: [rejected]).first?.sentence(\.description).hasSuffix(": music") == true)
  }

  @Test func theWorstComesFirstWhateverTheOrderOfTheInput() {
    let codes = [
      code(.requested(at: now.adding(days: -3)), key: "c"),
      code(.granted(grant(endsIn: 9 * day)), key: "b"),
      code(.granted(grant(endsIn: day)), key: "a"),
      code(.requested(at: now.adding(days: -8)), key: "d"),
    ]
    let ads = [ad(endsIn: 99, codeEnd: now.adding(days: 9)), ad(endsIn: 9, codeEnd: now)]
    let items = find(codes, ads: ads)
    #expect(
      items.map { $0.name + " " + ($0.authorization?.text ?? "") } == [
        "ad-without-code moonrise@harbor", "ad-outlives-code moonrise@harbor", "code-ends a",
        "code-ends b", "request-open d", "request-open c",
      ])
    #expect(items == find(codes.reversed(), ads: ads.reversed()))
  }

  @Test func aCodeNamesTheAdsOnIt() throws {
    let end = now.adding(days: 5)
    let item = try #require(
      find([code(.granted(grant(endsIn: 5 * day)))], ads: [ad(endsIn: 4, codeEnd: end)]).first)
    #expect(item.sentence(\.description).hasSuffix("; it carries the ad autumn"))
  }

  @Test func onlyWhatIsOwedIsDue() throws {
    for (fee, items) in [(30_000, ["unpaid"]), (0, [])] {
      let money = Money(minorUnits: fee, currency: "USD")
      let key = Key<Agreement>("creator-harbor")
      let terms = try Agreement.Terms(
        currency: "USD", fee: money, share: nil, days: 30, agreement: key)
      let agreement = Agreement(
        key: key, creator: Key("creator"), brand: harbor, terms: terms, made: now)
      let authorization = code(.granted(grant(endsIn: 90 * day))).authorization
      let statement = Statement(
        of: agreement, authorizations: [(post, authorization, Statement.Spending())], at: now)
      let found = DueItem.find(
        codes: [], ads: [], statements: [statement], within: 0, at: now)
      #expect(found.map(\.name) == items)
      #expect(
        found.map(\.advice.command)
          == items.map { _ in "flint agreement pay creator-harbor --amount \"300.00 USD\"" })
    }
  }

  @Test func amountsAreWrittenAsCommandsTakeThem() throws {
    for (units, currency, text) in [
      (123_450, "USD", "1234.50 USD"), (5, "EUR", "0.05 EUR"), (1_200, "JPY", "1200 JPY"),
      (1_250, "KWD", "1.250 KWD"), (-5, "USD", "-0.05 USD"),
    ] {
      #expect(Money(minorUnits: units, currency: currency).plain == text)
      if units > 0 { #expect(try Money.parse(text).minorUnits == units) }
    }
  }
}
