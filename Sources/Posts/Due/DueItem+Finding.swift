extension DueItem {
  /// An authorization with what it hangs on.
  public struct Code: Sendable {
    /// The post that the code is for.
    public var post: Key<Post>
    /// Who made the post; nil when nobody said.
    public var creator: Key<Creator>?
    /// The authorization that the code belongs to.
    public var authorization: Authorization

    public init(post: Key<Post>, creator: Key<Creator>?, authorization: Authorization) {
      self.post = post
      self.creator = creator
      self.authorization = authorization
    }
  }

  /// An ad with what it hangs on.
  public struct RunningAd: Sendable {
    /// The post that the ad shows.
    public var post: Key<Post>
    /// Who made the post; nil when nobody said.
    public var creator: Key<Creator>?
    /// The brand that pays for the ad.
    public var brand: Key<Brand>
    /// The ad as it is recorded.
    public var ad: Ad
    /// What is true now; see `PostStory.stage(of:at:)`.
    public var stage: Ad.Stage
    /// When its authorization ended or will; nil when it never had a code.
    public var codeEnd: Moment?

    public init(
      post: Key<Post>, creator: Key<Creator>?, brand: Key<Brand>, ad: Ad, stage: Ad.Stage,
      codeEnd: Moment?
    ) {
      self.post = post
      self.creator = creator
      self.brand = brand
      self.ad = ad
      self.stage = stage
      self.codeEnd = codeEnd
    }
  }

  /// How long a code that ended is still due.
  public static let daysAfterEnd = 7

  /// What waits for a person at a moment: ads in trouble, codes by their end, requests by age, money.
  ///
  /// - Parameters:
  ///   - codes: every open request and valid code, and those that ended lately; others are ignored.
  ///   - ads: every ad that is not over; others are ignored.
  ///   - seconds: how far ahead ends of codes are looked for.
  public static func find(
    codes: [Code], ads: [RunningAd], statements: [Statement], within seconds: Int, at now: Moment
  ) -> [DueItem] {
    let open = ads.filter { $0.stage.status != .ended }
    let adsByCode = Dictionary(grouping: open) { $0.ad.plan.authorization }
    let troubled = open.flatMap { troubles(of: $0, at: now) }
    let replaced = Set(codes.compactMap(\.authorization.replaces))
    let current = Set(
      codes.filter { !$0.authorization.status(at: now).isFinal }.map { Pair($0) })
    var ending: [(Moment, DueItem)] = []
    var requests: [(Moment, DueItem)] = []
    for code in codes {
      let key = code.authorization.key
      func item(_ matter: Matter) -> DueItem {
        DueItem(
          matter, post: code.post, creator: code.creator, brand: code.authorization.brand)
      }
      switch code.authorization.stage {
      case .requested(let at):
        requests.append(
          (at, item(.requestOpen(key, days: code.authorization.days, since: at))))
      case .granted(let grant) where now >= grant.end:
        let isOld = grant.end.adding(days: daysAfterEnd) <= now
        if isOld || replaced.contains(key) || current.contains(Pair(code)) { continue }
        ending.append((grant.end, item(.codeEnded(key, end: grant.end))))
      case .granted(let grant):
        guard grant.end.seconds <= now.seconds.addingSaturated(seconds) else { continue }
        let keys = (adsByCode[key] ?? []).map(\.ad.key).sorted()
        let notice = Notice(from: now, to: grant.end)
        ending.append(
          (
            grant.end,
            item(
              .codeEnds(
                key, end: grant.end, notice: notice, ads: keys,
                extraDays: Advice.renew(code.authorization).days ?? 0))
          ))
      case .withdrawn, .revoked, .void: continue
      }
    }
    let unpaid = statements.filter { $0.owed.minorUnits > 0 }.map { statement in
      DueItem(
        .unpaid(statement.agreement.key, owed: statement.owed),
        creator: statement.agreement.creator, brand: statement.agreement.brand)
    }
    return troubled.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }
      + ending.sorted { ($0.0, $0.1.order) < ($1.0, $1.1.order) }.map(\.1)
      + requests.sorted { ($0.0, $0.1.order) < ($1.0, $1.1.order) }.map(\.1)
      + unpaid.sorted { $0.order < $1.order }
  }

  /// A brand and a post: there is one code in force for them at a time.
  private struct Pair: Hashable {
    var post: Key<Post>
    var brand: Key<Brand>

    init(_ code: Code) {
      post = code.post
      brand = code.authorization.brand
    }
  }

  private static func troubles(of running: RunningAd, at now: Moment) -> [DueItem] {
    let ad = running.ad
    let code = ad.plan.authorization
    var matters: [Matter] = []
    if let end = running.codeEnd, end > now {
      if let word = ad.tiktokStatus?.word,
        TikTokAdStatus(word: word)?.saysAuthorizationIsLost == true
      {
        matters.append(.authorizationLost(ad.key, code, word: word))
      }
      if ad.plan.end > end {
        matters.append(
          .adOutlivesCode(
            ad.key, code, adEnd: ad.plan.end, codeEnd: end,
            missingDays: ad.plan.end.daysBegun(since: end)))
      }
    } else {
      matters.append(.adWithoutCode(ad.key, code, codeEnd: running.codeEnd))
    }
    if case .rejected(let reasons, let at) = running.stage {
      matters.append(.adRejected(ad.key, reasons: reasons, at: at))
    }
    return matters.map {
      DueItem($0, post: running.post, creator: running.creator, brand: running.brand)
    }
  }

  /// The worst first.
  private var rank: Int {
    switch matter {
    case .adWithoutCode: 0
    case .authorizationLost: 1
    case .adOutlivesCode: 2
    case .adRejected: 3
    case .codeEnds, .codeEnded: 4
    case .requestOpen: 5
    case .unpaid: 6
    }
  }

  /// By name, so that the order never depends on where items come from.
  private var order: String {
    [ad?.text, authorization?.text, agreement?.text].compactMap(\.self).joined(separator: " ")
  }
}
