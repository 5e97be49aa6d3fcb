/// A post with everything that hangs on it: its authorizations, and the ads that run on them.
///
/// Each verb checks the rules at a moment, changes the value and returns the events that say so; or
/// it throws a `Refusal` and changes nothing. Folding the events of all verbs gives the same value
/// again (`rebuilt`). No verb reads a clock.
public struct PostStory: Equatable, Sendable {
  /// The post itself.
  public private(set) var post: Post
  /// In the order they were asked for or issued.
  public private(set) var authorizations: [Authorization]
  /// In the order they were planned.
  public private(set) var ads: [Ad]

  /// A draft of which nothing is known yet.
  public init(key: Key<Post>) {
    post = Post(key: key)
    authorizations = []
    ads = []
  }

  /// For the library, which keeps the parts.
  public init(post: Post, authorizations: [Authorization], ads: [Ad]) {
    self.post = post
    self.authorizations = authorizations
    self.ads = ads
  }

  /// The authorization of this key; nil when the post has none such.
  public func authorization(_ key: Key<Authorization>) -> Authorization? {
    authorizations.first { $0.key == key }
  }

  /// The ad of this key; nil when the post has none such.
  public func ad(_ key: Key<Ad>) -> Ad? { ads.first { $0.key == key } }

  /// Whether a code was ever issued for the post; from then on its caption cannot change.
  public var wasAuthorized: Bool { authorizations.contains { $0.grant != nil } }

  // MARK: - What is true at a moment

  /// An ad's stage at a moment: no ad outlives its authorization, whatever was recorded of it.
  public func stage(of ad: Ad, at now: Moment) -> Ad.Stage {
    if case .ended = ad.stage { return ad.stage }
    guard let authorization = authorization(ad.plan.authorization),
      let grant = authorization.grant, now >= grant.end
    else { return ad.stage }
    return .ended(.authorizationExpired, at: grant.end)
  }

  /// When an ad ran until now, cut at its authorization's end.
  public func runs(of ad: Ad, at now: Moment) -> [Ad.Run] {
    let last = authorization(ad.plan.authorization)?.lastMoment ?? now
    let limit = min(now, last)
    return ad.runs.compactMap { run in
      let end = min(run.end ?? limit, limit)
      return run.start < end ? Ad.Run(start: run.start, end: end) : nil
    }
  }

  /// The ads on an authorization that are not over at a moment.
  public func openAds(on key: Key<Authorization>, at now: Moment) -> [Ad] {
    ads.filter { $0.plan.authorization == key && stage(of: $0, at: now).status != .ended }
  }

  /// The ads on an authorization that run or may start to: what revoking it would stop.
  public func runningAds(on key: Key<Authorization>, at now: Moment) -> [Ad] {
    openAds(on: key, at: now).filter { ad in
      switch ad.stage.status {
      case .submitted, .inReview, .approved, .live, .paused: true
      case .planned, .rejected, .ended: false
      }
    }
  }

  // MARK: - Events

  /// Changes the value and notes what happened, for the verbs.
  mutating func happen(_ events: [PostEvent], at now: Moment) -> [PostEvent] {
    for event in events {
      do {
        try evolve(event, at: now)
      } catch {
        preconditionFailure("a verb made an event that does not fit: \(error)")
      }
    }
    return events
  }

  /// The value that a post's events lead to, oldest first.
  ///
  /// - Throws: when an event speaks of something that is not there, as in a damaged library.
  public static func rebuilt(
    key: Key<Post>, from events: [Recorded<PostEvent>]
  ) throws(EventMismatch) -> PostStory {
    var story = PostStory(key: key)
    for recorded in events { try story.evolve(recorded.event, at: recorded.at) }
    return story
  }

  /// An event that does not fit what happened before it.
  public struct EventMismatch: Error, Equatable, Sendable, CustomStringConvertible {
    public var event: PostEvent
    public var description: String { "\(event)" }
  }

  private mutating func evolve(_ event: PostEvent, at now: Moment) throws(EventMismatch) {
    let mismatch = EventMismatch(event: event)
    switch event {
    case .drawn(let drawing, let caption, let title, let facts):
      post.drawing = drawing
      post.caption = caption
      post.title = title
      post.facts = facts
    case .noted: break
    case .assigned(let creator): post.creator = creator
    case .worded(let caption, let title):
      post.caption = caption
      post.title = title
    case .factsChanged(let facts): post.facts = facts
    case .tagged(let tags): post.tags = tags
    case .published(let publication): post.stage = .published(publication)
    case .removed(let remover):
      guard case .published(let publication) = post.stage else { throw mismatch }
      post.stage = .removed(publication, at: now, by: remover)
    case .requested(let terms):
      guard authorization(terms.authorization) == nil else { throw mismatch }
      authorizations.append(Authorization(terms, stage: .requested(at: now)))
    case .issued(let terms, let code, let start, let end, let source):
      let grant = Grant(code: code, start: start, end: end, endSource: source)
      let issued = Authorization(terms, stage: .granted(grant))
      if let index = authorizations.firstIndex(where: { $0.key == terms.authorization }) {
        guard case .requested = authorizations[index].stage else { throw mismatch }
        authorizations[index] = issued
      } else {
        authorizations.append(issued)
      }
    case .withdrawn(let key):
      try change(key, mismatch) { authorization in
        guard case .requested(let requested) = authorization.stage else { return false }
        authorization.stage = .withdrawn(requested: requested, at: now)
        return true
      }
    case .shared(let key, let how):
      try changeGrant(key, mismatch) { $0.shares.append(Grant.Share(how: how, at: now)) }
    case .applied(let key, let advertiser, let result):
      try changeGrant(key, mismatch) {
        $0.applications.append(
          Grant.Application(advertiser: advertiser, at: now, result: result))
      }
    case .extended(let key, let days):
      try changeGrant(key, mismatch) { grant in
        grant.end = grant.end.adding(days: days)
        grant.extensions.append(Grant.Extension(days: days, at: now))
      }
    case .endRead(let key, let end, let source):
      try changeGrant(key, mismatch) { grant in
        grant.end = end
        grant.endSource = source
      }
    case .revoked(let key):
      try change(key, mismatch) { authorization in
        guard case .granted(let grant) = authorization.stage else { return false }
        authorization.stage = .revoked(grant, at: now)
        return true
      }
    case .voided(let key):
      try change(key, mismatch) { authorization in
        authorization.stage = .void(authorization.grant, at: now)
        return true
      }
    case .adPlanned(let key, let plan):
      guard ad(key) == nil, authorization(plan.authorization) != nil else { throw mismatch }
      ads.append(Ad(key: key, plan: plan))
    case .adReplanned(let key, let plan):
      try change(key, mismatch) { $0.plan = plan }
    case .adSubmitted(let key, let tiktokID):
      try change(key, mismatch) { ad in
        ad.stage = .submitted(at: now)
        if let tiktokID { ad.tiktokID = tiktokID }
      }
    case .adIdentified(let key, let tiktokID):
      try change(key, mismatch) { $0.tiktokID = tiktokID }
    case .adMoved(let key, let status, let reasons):
      try change(key, mismatch) { $0.move(to: status, reasons: reasons, at: now) }
    case .adStatusRead(let key, let word):
      try change(key, mismatch) { $0.tiktokStatus = Ad.StatusWord(word: word, at: now) }
    case .adEnded(let key, let ending):
      try change(key, mismatch) { ad in
        ad.closeRun(at: now)
        ad.stage = .ended(ending, at: now)
      }
    }
  }

  private mutating func change(
    _ key: Key<Authorization>, _ mismatch: EventMismatch, _ body: (inout Authorization) -> Bool
  ) throws(EventMismatch) {
    guard let index = authorizations.firstIndex(where: { $0.key == key }),
      body(&authorizations[index])
    else { throw mismatch }
  }

  private mutating func changeGrant(
    _ key: Key<Authorization>, _ mismatch: EventMismatch, _ body: (inout Grant) -> Void
  ) throws(EventMismatch) {
    try change(key, mismatch) { authorization in
      guard case .granted(var grant) = authorization.stage else { return false }
      body(&grant)
      authorization.stage = .granted(grant)
      return true
    }
  }

  private mutating func change(
    _ key: Key<Ad>, _ mismatch: EventMismatch, _ body: (inout Ad) -> Void
  ) throws(EventMismatch) {
    guard let index = ads.firstIndex(where: { $0.key == key }) else { throw mismatch }
    body(&ads[index])
  }
}

extension Authorization {
  fileprivate init(_ terms: PostEvent.Terms, stage: Stage) {
    self.init(
      key: terms.authorization, brand: terms.brand, days: terms.days, agreement: terms.agreement,
      replaces: terms.replaces, stage: stage)
  }
}

extension Ad {
  fileprivate mutating func closeRun(at now: Moment) {
    guard let last = runs.indices.last, runs[last].end == nil else { return }
    runs[last].end = now
  }

  fileprivate mutating func move(to status: Status, reasons: [String], at now: Moment) {
    if status != .live { closeRun(at: now) }
    switch status {
    case .planned: stage = .planned
    case .submitted: stage = .submitted(at: now)
    case .inReview: stage = .inReview(at: now)
    case .rejected: stage = .rejected(reasons: reasons, at: now)
    case .approved: stage = .approved(at: now)
    case .live:
      if self.status != .live { runs.append(Run(start: now, end: nil)) }
      stage = .live(since: now)
    case .paused: stage = .paused(since: now)
    case .ended: stage = .ended(.finished, at: now)
    }
  }
}
