/// Something about a code, an ad or money that waits for a person.
public struct DueItem: Hashable, Sendable {
  public enum Matter: Hashable, Sendable {
    /// An ad that is not over though its authorization is: the post was removed, or the code revoked.
    case adWithoutCode(Key<Ad>, Key<Authorization>, codeEnd: Moment?)
    /// TikTok's own word says that the ad may not use its post any more.
    case authorizationLost(Key<Ad>, Key<Authorization>, word: String)
    /// Scheduled to run longer than its code; `missingDays` is at least 1.
    case adOutlivesCode(
      Key<Ad>, Key<Authorization>, adEnd: Moment, codeEnd: Moment, missingDays: Int)
    case adRejected(Key<Ad>, reasons: [String], at: Moment)
    /// A code that ends soon, and the ads that are to run on it; `extraDays` is the extension that
    /// keeps its usual length (`Authorization.usualExtension`).
    case codeEnds(
      Key<Authorization>, end: Moment, notice: Notice?, ads: [Key<Ad>], extraDays: Int)
    /// A code that ended lately, without another in its place.
    case codeEnded(Key<Authorization>, end: Moment)
    case requestOpen(Key<Authorization>, days: Int, since: Moment)
    case unpaid(Key<Agreement>, owed: Money)
  }

  /// How close an end is, in whole days that are left; each is told once at most.
  public enum Notice: Int, CaseIterable, Sendable, Comparable {
    case lastDay = 0
    case week = 7
    case twoWeeks = 14
    case month = 30
    case early = 45

    /// nil when more than 45 days are left.
    public init?(from now: Moment, to end: Moment) {
      let (seconds, isOver) = end.seconds.subtractingReportingOverflow(now.seconds)
      let days = isOver ? .max : max(0, seconds) / Moment.secondsPerDay
      guard let notice = Self.allCases.first(where: { days <= $0.rawValue }) else { return nil }
      self = notice
    }

    public static func < (left: Notice, right: Notice) -> Bool { left.rawValue < right.rawValue }
  }

  public var matter: Matter
  public var post: Key<Post>?
  public var creator: Key<Creator>?
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

  public var ad: Key<Ad>? {
    switch matter {
    case .adWithoutCode(let key, _, _), .authorizationLost(let key, _, _),
      .adOutlivesCode(let key, _, _, _, _), .adRejected(let key, _, _):
      key
    case .codeEnds, .codeEnded, .requestOpen, .unpaid: nil
    }
  }

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
