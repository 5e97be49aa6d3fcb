/// What a post needs a person for, and why; what to do about it is its `advice`.
public enum NextStep: Equatable, Sendable {
  // Before TikTok
  case drawAgain(slides: Int)
  case check
  case publish
  /// It is gone; only a new version can go on.
  case startAgain

  // Codes
  case fill(Post.Gap)
  case request
  case addCode(Key<Authorization>, since: Moment)
  case share(Key<Authorization>)
  case apply(Key<Authorization>)
  case extend(Advice, end: Moment, Cause)
  /// The end is only counted, and an ad depends on it.
  case readEnd(Key<Authorization>)
  case reissue(Key<Authorization>, end: Moment)

  // Ads
  case planAd(Key<Authorization>, advertiser: Key<Advertiser>)
  case submit(Key<Ad>)
  case mend(Key<Ad>)
  /// TikTok says that it lost the permission.
  case explain(Key<Ad>, word: String)
  case followReview(Key<Ad>)
  case readResults(Key<Ad>)

  // Money
  case pay(Key<Agreement>, Money)

  /// Why a code should last longer.
  public enum Cause: Equatable, Sendable {
    /// An ad is planned past the code's end.
    case adOutlivesIt(Key<Ad>)
    case adsRun
    case endsSoon
  }
}

extension NextStep {
  /// What to do; nil when it is done in the app.
  public func advice(for post: Key<Post>) -> Advice? {
    switch self {
    case .drawAgain, .startAgain: .draw
    case .check: .check(post)
    case .publish: .publish(post)
    case .fill(let gap): gap.advice(for: post)
    case .request: .request(post, days: 30)
    case .addCode(let key, _): .addCode(key)
    case .share(let key): .share(key)
    case .apply(let key): .apply(key, by: nil)
    case .extend(let advice, _, _): advice
    case .reissue(let key, _): .reissue(key)
    case .readEnd(let key): .readEnd(key)
    case .planAd(let key, let advertiser): .planAd(key, for: advertiser)
    case .submit(let ad): .identify(ad)
    case .mend(let ad): .submit(ad)
    case .explain(_, let word): .explain(word: word)
    case .followReview(let ad): .readStatus(ad)
    case .readResults: .importReport
    case .pay(let key, let money): .pay(key, money)
    }
  }

  /// A code that ends within so many days is due; TikTok stops its ads without a warning.
  public static let soonDays = 14

  /// Everything that is to be done, the most urgent first; empty when nothing is.
  ///
  /// - Parameter statements: of the agreements that the post's authorizations are under.
  public static func steps(
    for story: PostStory, statements: [Statement], at now: Moment
  ) -> [NextStep] {
    switch story.post.stage {
    case .draft: draftSteps(of: story)
    case .removed:
      payments(statements) + (story.post.drawing == nil ? [] : [.startAgain])
    case .published: publishedSteps(of: story, statements: statements, at: now)
    }
  }

  private static func draftSteps(of story: PostStory) -> [NextStep] {
    if let count = story.post.drawing?.slides.count, !Post.slideCounts.contains(count) {
      return [.drawAgain(slides: count)]
    }
    return story.post.drawing == nil ? [.publish] : [.check, .publish]
  }

  private static func publishedSteps(
    of story: PostStory, statements: [Statement], at now: Moment
  ) -> [NextStep] {
    var steps: [(urgency: Int, step: NextStep)] = []
    let open = story.authorizations.filter { !$0.status(at: now).isFinal }
    for authorization in open {
      steps += codeSteps(of: authorization, in: story, at: now)
    }
    for ad in story.ads {
      if let step = adStep(of: ad, in: story, at: now) { steps.append(step) }
    }
    if open.isEmpty {
      steps += beginnings(of: story, at: now).map { (30, $0) }
      steps += payments(statements).map { (25, $0) }
    }
    // Equal ones stay in the order of the story.
    return steps.enumerated()
      .sorted { ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset) }
      .map(\.element.step)
  }

  /// Where no code is open: what stands in the way of one, or how to come to one.
  private static func beginnings(of story: PostStory, at now: Moment) -> [NextStep] {
    let gaps = story.post.gaps.filter { $0.isCertain && $0.hasCommand }.map(NextStep.fill)
    if let last = story.authorizations.last(where: { $0.grant != nil }), let end = last.lastMoment {
      return gaps + [.reissue(last.key, end: end)]
    }
    let doubts = story.post.gaps.filter { !$0.isCertain }.map(NextStep.fill)
    return gaps + [.request] + doubts
  }

  private static func codeSteps(
    of authorization: Authorization, in story: PostStory, at now: Moment
  ) -> [(urgency: Int, step: NextStep)] {
    let key = authorization.key
    guard let grant = authorization.grant else {
      guard case .requested(let since) = authorization.stage else { return [] }
      return [(10, .addCode(key, since: since))]
    }
    var steps: [(Int, NextStep)] = []
    let ads = story.openAds(on: key, at: now)
    let renewal = Advice.renew(authorization)
    if let ad = ads.first(where: { $0.plan.end > grant.end }) {
      let longer = Advice.extend(key, byAtLeast: ad.plan.end.daysBegun(since: grant.end))
      steps.append((0, .extend(longer, end: grant.end, .adOutlivesIt(ad.key))))
    } else if grant.end.daysBegun(since: now) <= soonDays {
      steps.append(
        ads.isEmpty
          ? (18, .extend(renewal, end: grant.end, .endsSoon))
          : (2, .extend(renewal, end: grant.end, .adsRun)))
    }
    if !ads.isEmpty, grant.endSource == .counted { steps.append((17, .readEnd(key))) }
    switch authorization.status(at: now) {
    case .issued: steps.append((6, .share(key)))
    case .shared: steps.append((12, .apply(key)))
    case .applied where ads.isEmpty:
      if let advertiser = grant.advertiser {
        steps.append((16, .planAd(key, advertiser: advertiser)))
      }
    default: break
    }
    return steps
  }

  private static func adStep(
    of ad: Ad, in story: PostStory, at now: Moment
  ) -> (urgency: Int, step: NextStep)? {
    let status = story.stage(of: ad, at: now).status
    if status != .ended, let word = ad.tiktokStatus?.word,
      TikTokAdStatus(word: word)?.saysAuthorizationIsLost == true
    {
      return (1, .explain(ad.key, word: word))
    }
    return switch status {
    case .planned: (14, .submit(ad.key))
    case .rejected: (4, .mend(ad.key))
    case .submitted, .inReview, .approved: (20, .followReview(ad.key))
    case .live: (22, .readResults(ad.key))
    case .paused, .ended: nil
    }
  }

  private static func payments(_ statements: [Statement]) -> [NextStep] {
    statements.filter { $0.owed.minorUnits > 0 }.map { .pay($0.agreement.key, $0.owed) }
  }
}

extension Post.Gap {
  /// Whether a command of Flint's closes it, and not only a new post.
  fileprivate var hasCommand: Bool {
    switch self {
    case .adAuthorizationIsOff, .onlyMeAndBranded: true
    default: false
    }
  }
}
