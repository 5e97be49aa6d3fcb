import Diagnostics
import Library
public import Posts

/// What a person asks an ad to be.
public struct AdPlanRequest: Sendable {
  /// An authorization, or a post.
  public var subject: String
  public var advertiser: String
  public var name: String?
  /// Now, or the code's start when that is to come.
  public var start: Moment?
  /// The code's end when nil.
  public var end: Moment?
  public var objective: String?
  public var budget: Ad.Budget?
  public var bid: Money?
  public var targeting: String?
  public var callToAction: String?
  public var landingPage: String?

  public init(subject: String, advertiser: String) {
    self.subject = subject
    self.advertiser = advertiser
  }
}

extension Desk {
  /// Plans an ad on an authorization.
  ///
  /// - Throws: every problem of the request at once; then the first rule that stands against it.
  public func planAd(_ request: AdPlanRequest) throws -> AdChange {
    let given = request
    var (request, warnings) = try checked(given)
    return try write { writer in
      let reader = writer.reader
      try checkCodes(in: given, reader)
      let advertiser = try reader.advertiser(named: request.advertiser)
      let (before, authorization) = try authorization(request.subject, for: advertiser, reader)
      let names = try takenNames(of: advertiser, reader)
      if let name = request.name, let ad = names[name] { throw Refusal.adIsKnown(ad) }
      let ad = try reader.freeAdKey(
        request.name.map { PostKey.make(from: [$0]) }
          ?? PostKey.make(from: [before.post.key.text, advertiser.brand.text]))
      request.name = request.name ?? ad.text
      let story = try writer.change(before) { story, now in
        let plan = try plan(request, authorization.key, for: advertiser, in: story)
        return try story.plan(ad, plan, at: now)
      }
      let record = try AdRecord(ad, in: story, at: now)
      warnings += self.warnings(about: record, of: story, for: advertiser)
      return AdChange(record: record, before: nil, isChanged: true, warnings: warnings)
    }
  }

  /// A post is enough where one open authorization of it is the advertiser's brand's.
  private func authorization(
    _ text: String, for advertiser: Advertiser, _ reader: LibraryReader
  ) throws -> (story: PostStory, authorization: Authorization) {
    // That there is no such post only says that an authorization is meant.
    if !text.contains("@"), let story = try? reader.story(named: text) {
      let open = story.authorizations.filter { authorization in
        authorization.brand == advertiser.brand && !authorization.status(at: now).isFinal
      }
      if open.count == 1 { return (story, open[0]) }
    }
    let found = try reader.authorization(named: text, at: now)
    let brand = found.authorization.brand
    guard brand == advertiser.brand else {
      let accounts = try reader.advertisers(of: brand).map(\.key)
      throw Diagnostic.otherBrandsAccount(
        advertiser, authorization: found.authorization.key, brand: brand, accounts: accounts)
    }
    return found
  }

  /// Reports name ads, so an account has each name once.
  private func takenNames(
    of advertiser: Advertiser, _ reader: LibraryReader
  ) throws -> [String: Key<Ad>] {
    var filter = AdFilter()
    filter.advertiser = advertiser.key
    let ads = try reader.ads(filter, at: now).map { ($0.ad.plan.name, $0.ad.key) }
    return Dictionary(ads) { first, _ in first }
  }

  private func plan(
    _ request: AdPlanRequest, _ key: Key<Authorization>, for advertiser: Advertiser,
    in story: PostStory
  ) throws -> Ad.Plan {
    // Without a code there is no start and no end; the rules say so.
    let grant = story.authorization(key)?.grant
    let start = request.start ?? max(now, grant?.start ?? now)
    var plan = Ad.Plan(
      authorization: key, advertiser: advertiser.key, name: request.name ?? "", start: start,
      end: request.end ?? grant?.end ?? start.adding(days: 1))
    plan.objective = request.objective
    plan.budget = request.budget
    plan.bid = request.bid
    plan.targeting = request.targeting
    plan.callToAction = request.callToAction
    plan.landingPage = request.landingPage
    return plan
  }

  private func warnings(
    about record: AdRecord, of story: PostStory, for advertiser: Advertiser
  ) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    let plan = record.ad.plan
    for gap in story.post.gaps where gap.isCertain {
      warnings.append(.postIsNotReady(story.post.key, gap))
    }
    if let grant = record.authorization.grant, grant.endSource == .counted,
      plan.end.adding(days: 1) > grant.end
    {
      warnings.append(.endIsCounted(record.authorization.key))
    }
    for money in [plan.budget?.money, plan.bid].compactMap(\.self) {
      if let currency = advertiser.currency, money.currency != currency {
        warnings.append(.otherAccountCurrency(money, advertiser: advertiser.key, is: currency))
      }
    }
    return warnings
  }

  /// What is handed on is free of the library's codes, an address too.
  private func checkCodes(in request: AdPlanRequest, _ reader: LibraryReader) throws {
    var log = DiagnosticLog()
    for (text, what) in [
      (request.name, "the ad's name"), (request.targeting, "the targeting"),
      (request.landingPage, "the landing page"), (request.objective, "--objective"),
      (request.callToAction, "--call-to-action"),
    ] {
      if let text, try reader.holdsCode(text) { log.add(.holdsKnownCode(what)) }
    }
    try log.throwIfErrors()
  }

  /// The words as TikTok writes them.
  private func checked(
    _ request: AdPlanRequest
  ) throws(DiagnosticsError) -> (AdPlanRequest, [Diagnostic]) {
    var request = request
    var log = DiagnosticLog()
    for (text, what) in [
      (request.name, "the ad's name"), (request.targeting, "the targeting"),
    ] {
      do throws(Diagnostic) { try CodeMask.refuse(text, in: what) } catch { log.add(error) }
    }
    if let text = request.name {
      request.name = AdWords.line(text)
      if request.name == nil { log.add(.notAnAdName(text)) }
    }
    if let text = request.objective {
      request.objective = AdWords.word(text)
      if let word = request.objective {
        if !AdWords.objectives.contains(word) { log.add(.unknownObjective(word)) }
      } else {
        log.add(.notATikTokWord(text, option: "--objective", example: "TRAFFIC"))
      }
    }
    if let text = request.callToAction {
      request.callToAction = AdWords.word(text)
      if request.callToAction == nil {
        log.add(.notATikTokWord(text, option: "--call-to-action", example: "SHOP_NOW"))
      }
    }
    if let text = request.targeting {
      request.targeting = AdWords.line(text, limit: 2_000)
      if request.targeting == nil { log.add(.notATargeting()) }
    }
    if let text = request.landingPage, !AdWords.isLandingPage(text) {
      log.add(.notALandingPage(text))
    }
    for (money, option) in [(request.budget?.money, "--budget"), (request.bid, "--bid")] {
      if let money, money.minorUnits <= 0 { log.add(.notABudget(money, option: option)) }
    }
    if let bid = request.bid, let budget = request.budget?.money,
      bid.currency == budget.currency, bid.minorUnits > budget.minorUnits
    {
      log.add(.bidAboveBudget(bid, budget))
    }
    try log.throwIfErrors()
    return (request, log.sorted)
  }
}
