/// The life of a Spark code.
extension PostStory {
  /// A brand asks for a code.
  @discardableResult
  public mutating func request(
    _ terms: PostEvent.Terms, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    try checkIsThere()
    try checkDays(terms.days)
    if let old = authorization(terms.authorization) {
      throw .alreadyAuthorized(old.key, status: old.status(at: now), end: old.lastMoment)
    }
    try checkIsFree(terms, at: now)
    return happen([.requested(terms)], at: now)
  }

  @discardableResult
  public mutating func withdraw(
    _ key: Key<Authorization>, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let authorization = try existing(key)
    guard case .requested = authorization.stage else {
      throw .notARequest(key, status: authorization.status(at: now))
    }
    return happen([.withdrawn(key)], at: now)
  }

  /// The creator has a code: for an open request of the same key, or unasked.
  ///
  /// That no other post and no other authorization has the code is the library's to check.
  @discardableResult
  public mutating func issue(
    _ terms: PostEvent.Terms, code: CodeMark, start: Moment, end: Moment,
    endSource: Grant.EndSource, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    try checkIsThere()
    if case .draft = post.stage { throw .notPublished(post.key) }
    try checkDays(terms.days)
    guard start < end else { throw .endsBeforeItStarts(start: start, end: end) }
    guard now < end else { throw .codeHasEnded(terms.authorization, end: end) }
    try checkIsNear(end, at: now)
    if let old = authorization(terms.authorization) {
      guard case .requested = old.stage else {
        throw .alreadyAuthorized(old.key, status: old.status(at: now), end: old.lastMoment)
      }
    }
    if let replaced = terms.replaces {
      let old = try existing(replaced)
      guard old.status(at: now).isFinal else {
        throw .stillValid(replaced, status: old.status(at: now), end: old.lastMoment)
      }
    }
    try checkIsFree(terms, at: now)
    return happen(
      [.issued(terms, code: code, start: start, end: end, endSource: endSource)], at: now)
  }

  /// The code was sent to the brand.
  @discardableResult
  public mutating func share(
    _ key: Key<Authorization>, how: String, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    _ = try usable(key, at: now)
    return happen([.shared(key, how: how)], at: now)
  }

  /// An advertiser account tried the code.
  ///
  /// - Parameter isAsTikTokSaid: records also what our own rules refuse; sources disagree on
  ///   whether a second account can use a code.
  @discardableResult
  public mutating func apply(
    _ key: Key<Authorization>, advertiser: Key<Advertiser>, result: Grant.Application.Result,
    isAsTikTokSaid: Bool = false, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let grant = try usable(key, at: now)
    if result == .accepted {
      if grant.advertisers.contains(advertiser) { return [] }
      if let other = grant.advertiser, !isAsTikTokSaid {
        let at = grant.applications.first { $0.advertiser == other && $0.result == .accepted }?.at
        throw .appliedElsewhere(key, advertiser: other, at: at ?? now)
      }
    }
    // Whoever applies a code has it, so it was shared.
    let share: [PostEvent] = grant.shares.isEmpty ? [.shared(key, how: "applied")] : []
    return happen(
      share + [.applied(key, advertiser: advertiser, result: result)], at: now)
  }

  /// Adds days to what is left.
  @discardableResult
  public mutating func extend(
    _ key: Key<Authorization>, days: Int, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    try checkDays(days)
    let grant = try usable(key, at: now)
    try checkIsNear(grant.end.adding(days: days), at: now)
    return happen([.extended(key, days: days)], at: now)
  }

  /// The end as the creator or TikTok shows it; ads planned past an earlier one are then due.
  @discardableResult
  public mutating func readEnd(
    _ key: Key<Authorization>, end: Moment, source: Grant.EndSource, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let grant = try usable(key, at: now)
    guard grant.start < end else { throw .endsBeforeItStarts(start: grant.start, end: end) }
    try checkIsNear(end, at: now)
    if grant.end == end, grant.endSource == source { return [] }
    return happen([.endRead(key, end: end, source: source)], at: now)
  }

  /// Takes the code back; ads on it end.
  ///
  /// - Parameter isForced: also while ads run on it.
  @discardableResult
  public mutating func revoke(
    _ key: Key<Authorization>, isForced: Bool, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    _ = try usable(key, at: now)
    let running = runningAds(on: key, at: now).map(\.key)
    if !running.isEmpty, !isForced { throw .adsAreRunning(running, on: key.text) }
    let ends = openAds(on: key, at: now).map { PostEvent.adEnded($0.key, .revoked) }
    return happen(ends + [.revoked(key)], at: now)
  }

  // MARK: - Rules

  func existing(_ key: Key<Authorization>) throws(Refusal) -> Authorization {
    guard let found = authorization(key) else {
      throw .noSuchAuthorization(key, post: post.key)
    }
    return found
  }

  /// The grant of an authorization that is still valid.
  func usable(_ key: Key<Authorization>, at now: Moment) throws(Refusal) -> Grant {
    let authorization = try existing(key)
    switch authorization.stage {
    case .requested, .withdrawn:
      throw .noCodeYet(key, status: authorization.status(at: now))
    case .revoked(_, let at): throw .codeIsRevoked(key, at: at)
    case .void(_, let at): throw .postIsRemoved(post.key, at: at)
    case .granted(let grant):
      guard now < grant.end else { throw .codeHasEnded(key, end: grant.end) }
      return grant
    }
  }

  private func checkIsThere() throws(Refusal) {
    if case .removed(_, let at, _) = post.stage { throw .postIsRemoved(post.key, at: at) }
  }

  private func checkDays(_ days: Int) throws(Refusal) {
    guard (1...Authorization.mostDays).contains(days) else { throw .tooManyDays(days) }
  }

  /// An end in the far future is a slip.
  private func checkIsNear(_ end: Moment, at now: Moment) throws(Refusal) {
    guard end <= now.adding(days: Authorization.mostDays) else {
      throw .tooManyDays(end.daysBegun(since: now))
    }
  }

  /// A brand has one open authorization of a post at a time.
  private func checkIsFree(_ terms: PostEvent.Terms, at now: Moment) throws(Refusal) {
    let open = authorizations.first { old in
      old.key != terms.authorization && old.brand == terms.brand && !old.status(at: now).isFinal
    }
    guard let open = open ?? authorization(terms.authorization) else { return }
    switch open.stage {
    case .requested where open.key == terms.authorization: return
    default:
      throw .alreadyAuthorized(open.key, status: open.status(at: now), end: open.lastMoment)
    }
  }
}
