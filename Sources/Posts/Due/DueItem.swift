/// Something about a code, an ad or money that waits for a person.
public struct DueItem: Hashable, Sendable {
  /// What waits, with the facts that its sentence needs.
  public enum Matter: Hashable, Sendable {
    /// An ad that is not over though its authorization is: the post was removed, or the code revoked.
    case adWithoutCode(Key<Ad>, Key<Authorization>, codeEnd: Moment?)
    /// TikTok's own word says that the ad may not use its post any more.
    case authorizationLost(Key<Ad>, Key<Authorization>, word: String)
    /// Scheduled to run longer than its code; `missingDays` is at least 1.
    case adOutlivesCode(
      Key<Ad>, Key<Authorization>, adEnd: Moment, codeEnd: Moment, missingDays: Int)
    /// TikTok refused the ad, for these reasons.
    case adRejected(Key<Ad>, reasons: [String], at: Moment)
    /// A code that ends soon, and the ads that are to run on it; `extraDays` is the extension that
    /// keeps its usual length (`Advice.renew`).
    case codeEnds(
      Key<Authorization>, end: Moment, notice: Notice?, ads: [Key<Ad>], extraDays: Int)
    /// A code that ended lately, without another in its place.
    case codeEnded(Key<Authorization>, end: Moment)
    /// A code was asked for, for so many days, and has not come.
    case requestOpen(Key<Authorization>, days: Int, since: Moment)
    /// An agreement of which this much is due and not yet paid.
    case unpaid(Key<Agreement>, owed: Money)
  }

  /// How close an end is, in whole days that are left; each is told once at most.
  public enum Notice: Int, CaseIterable, Sendable, Comparable {
    /// Less than a day remains.
    case lastDay = 0
    /// Less than eight days remain.
    case week = 7
    /// Less than 15 days remain.
    case twoWeeks = 14
    /// Less than 31 days remain.
    case month = 30
    /// Less than 46 days remain.
    case early = 45

    /// nil when more than 45 days are left.
    public init?(from now: Moment, to end: Moment) {
      let (seconds, isOver) = end.seconds.subtractingReportingOverflow(now.seconds)
      let days = isOver ? .max : max(0, seconds) / Moment.secondsPerDay
      guard let notice = Self.allCases.first(where: { days <= $0.rawValue }) else { return nil }
      self = notice
    }

    /// By the days that remain, fewest first.
    public static func < (left: Notice, right: Notice) -> Bool { left.rawValue < right.rawValue }
  }

  /// What waits.
  public var matter: Matter
  /// The post it is about; nil when it is about money only.
  public var post: Key<Post>?
  /// Who made the post or gets the money; nil when nobody said.
  public var creator: Key<Creator>?
  /// The brand whose code, ad or agreement it is; nil when there is none.
  public var brand: Key<Brand>?

  public init(
    _ matter: Matter, post: Key<Post>? = nil, creator: Key<Creator>? = nil,
    brand: Key<Brand>? = nil
  ) {
    self.matter = matter
    self.post = post
    self.creator = creator
    self.brand = brand
  }

  /// Names the kind of matter; never changes.
  public var name: String {
    switch matter {
    case .adWithoutCode: "ad-without-code"
    case .authorizationLost: "authorization-lost"
    case .adOutlivesCode: "ad-outlives-code"
    case .adRejected: "ad-rejected"
    case .codeEnds: "code-ends"
    case .codeEnded: "code-ended"
    case .requestOpen: "request-open"
    case .unpaid: "unpaid"
    }
  }

  /// What to do when the person has done their part at TikTok.
  public var advice: Advice {
    switch matter {
    case .adWithoutCode(let ad, _, _): .end(ad, .deleted)
    case .authorizationLost(_, let code, _): .showCode(code)
    case .adOutlivesCode(_, let code, _, _, let days): .extend(code, byAtLeast: days)
    case .adRejected(let ad, _, _): .submit(ad)
    case .codeEnds(let code, _, _, _, let days): .extend(code, days: days)
    case .codeEnded(let code, _): .reissue(code)
    case .requestOpen(let code, _, _): .addCode(code)
    case .unpaid(let agreement, let owed): .pay(agreement, owed)
    }
  }

  /// The authorization it is about; nil when it is about no code.
  public var authorization: Key<Authorization>? {
    switch matter {
    case .adWithoutCode(_, let key, _), .authorizationLost(_, let key, _),
      .adOutlivesCode(_, let key, _, _, _), .codeEnds(let key, _, _, _, _),
      .codeEnded(let key, _),
      .requestOpen(let key, _, _):
      key
    case .adRejected, .unpaid: nil
    }
  }

  /// The ad it is about; nil when it is about none.
  public var ad: Key<Ad>? {
    switch matter {
    case .adWithoutCode(let key, _, _), .authorizationLost(let key, _, _),
      .adOutlivesCode(let key, _, _, _, _), .adRejected(let key, _, _):
      key
    case .codeEnds, .codeEnded, .requestOpen, .unpaid: nil
    }
  }

  /// The agreement it is about; nil when it is about no money.
  public var agreement: Key<Agreement>? {
    if case .unpaid(let key, _) = matter { key } else { nil }
  }

  /// The moment it is about: an end, or when it began to wait; nil for money.
  public var moment: Moment? {
    switch matter {
    case .adWithoutCode(_, _, let end): end
    case .adOutlivesCode(_, _, _, let end, _), .codeEnds(_, let end, _, _, _),
      .codeEnded(_, let end):
      end
    case .adRejected(_, _, let at), .requestOpen(_, _, let at): at
    case .authorizationLost, .unpaid: nil
    }
  }
}
