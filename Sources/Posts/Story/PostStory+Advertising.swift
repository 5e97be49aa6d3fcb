/// Ads on a post's authorizations.
extension PostStory {
  @discardableResult
  public mutating func plan(
    _ key: Key<Ad>, _ plan: Ad.Plan, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    if ad(key) != nil { throw .adIsKnown(key) }
    try check(plan, at: now)
    return happen([.adPlanned(key, plan)], at: now)
  }

  /// Changes a plan that TikTok does not have yet.
  @discardableResult
  public mutating func replan(
    _ key: Key<Ad>, _ plan: Ad.Plan, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let stage = try openStage(key, at: now)
    guard stage.status == .planned || stage.status == .rejected else {
      throw .adCannotMove(key, from: stage.status, to: .planned)
    }
    try check(plan, at: now)
    return happen([.adReplanned(key, plan)], at: now)
  }

  /// The ad was created at TikTok; a rejected one may be handed in again.
  @discardableResult
  public mutating func submit(
    _ key: Key<Ad>, tiktokID: String?, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let stage = try openStage(key, at: now)
    guard stage.status == .planned || stage.status == .rejected else {
      throw .adCannotMove(key, from: stage.status, to: .submitted)
    }
    guard let ad = ad(key) else { throw .noSuchAd(key, post: post.key) }
    try check(ad.plan, at: now)
    let grant = try usable(ad.plan.authorization, at: now)
    guard grant.advertisers.contains(ad.plan.advertiser) else {
      throw .codeIsNotApplied(ad.plan.authorization, advertiser: ad.plan.advertiser)
    }
    return happen([.adSubmitted(key, tiktokID: tiktokID)], at: now)
  }

  /// Notes TikTok's id of the ad, by which reports name it.
  @discardableResult
  public mutating func identify(
    _ key: Key<Ad>, tiktokID: String, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    guard let ad = ad(key) else { throw .noSuchAd(key, post: post.key) }
    if ad.tiktokID == tiktokID { return [] }
    if let old = ad.tiktokID { throw .adHasOtherID(key, id: old) }
    return happen([.adIdentified(key, tiktokID: tiktokID)], at: now)
  }

  /// Moves an ad as a person reports it: in review, rejected, approved, live, paused.
  @discardableResult
  public mutating func move(
    _ key: Key<Ad>, to status: Ad.Status, reasons: [String] = [], at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let stage = try openStage(key, at: now)
    if stage.status == status { return [] }
    guard stage.status.leads(to: status) else {
      throw .adCannotMove(key, from: stage.status, to: status)
    }
    return happen([.adMoved(key, to: status, reasons: reasons)], at: now)
  }

  /// Notes TikTok's own word, and follows it as far as it is understood.
  ///
  /// TikTok knows better where an ad stands, so steps may be skipped; an ad that is over stays
  /// over, and the word is kept all the same.
  @discardableResult
  public mutating func readStatus(
    _ key: Key<Ad>, word: String, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    guard let ad = ad(key) else { throw .noSuchAd(key, post: post.key) }
    var events: [PostEvent] = [.adStatusRead(key, word: word)]
    let status = stage(of: ad, at: now).status
    if status != .ended {
      switch TikTokAdStatus(word: word)?.meaning {
      case .is(let new) where new != status:
        events.append(.adMoved(key, to: new, reasons: new == .rejected ? [word] : []))
      case .ended(let ending): events.append(.adEnded(key, ending))
      case .is, .saysNothing, nil: break
      }
    }
    return happen(events, at: now)
  }

  @discardableResult
  public mutating func end(
    _ key: Key<Ad>, _ ending: Ad.Ending, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    _ = try openStage(key, at: now)
    return happen([.adEnded(key, ending)], at: now)
  }

  // MARK: - Rules

  private func openStage(_ key: Key<Ad>, at now: Moment) throws(Refusal) -> Ad.Stage {
    guard let ad = ad(key) else { throw .noSuchAd(key, post: post.key) }
    let stage = stage(of: ad, at: now)
    if case .ended(let ending, let at) = stage { throw .adIsOver(key, ending, at: at) }
    return stage
  }

  private func check(_ plan: Ad.Plan, at now: Moment) throws(Refusal) {
    let grant = try usable(plan.authorization, at: now)
    guard plan.start < plan.end else {
      throw .scheduleIsEmpty(start: plan.start, end: plan.end)
    }
    guard plan.end > now else { throw .scheduleIsOver(end: plan.end) }
    guard plan.start >= grant.start else {
      throw .adStartsBeforeCode(
        plan.authorization, adStart: plan.start, codeStart: grant.start)
    }
    guard plan.end <= grant.end else {
      throw .adOutlivesCode(
        plan.authorization, adEnd: plan.end, codeEnd: grant.end,
        missingDays: plan.end.daysBegun(since: grant.end))
    }
    let users = grant.advertisers
    if let user = users.first, !users.contains(plan.advertiser) {
      let at = grant.applications.first { $0.advertiser == user }?.at ?? now
      throw .appliedElsewhere(plan.authorization, advertiser: user, at: at)
    }
  }
}

extension Ad.Status {
  /// The steps a person may report; TikTok's own words may skip some.
  public func leads(to next: Ad.Status) -> Bool {
    switch (self, next) {
    case (.submitted, .inReview), (.inReview, .approved), (.approved, .live), (.live, .paused),
      (.paused, .live), (.submitted, .rejected), (.inReview, .rejected):
      true
    default: false
    }
  }
}
