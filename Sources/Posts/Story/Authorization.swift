/// The permission that a Spark code carries: which brand, how long; or the request for one.
public struct Authorization: Equatable, Sendable {
  /// What commands call it: the post's key, `@` and the brand's.
  public let key: Key<Authorization>
  /// The brand that may advertise with the post.
  public let brand: Key<Brand>
  /// As asked for, or as the creator set it; extensions come on top.
  public var days: Int
  /// The agreement that it is part of; nil when there is none.
  public var agreement: Key<Agreement>?
  /// The authorization it was issued instead of.
  public var replaces: Key<Authorization>?
  /// How far it has come, as recorded; what a moment decides is not stored.
  public var stage: Stage

  /// What was recorded. Expiry is not among it: that is for `status(at:)` to say.
  public enum Stage: Equatable, Sendable {
    /// A brand asked for a code.
    case requested(at: Moment)
    /// The request was taken back before a code came.
    case withdrawn(requested: Moment, at: Moment)
    /// There is a code; whether it is over is decided by its end.
    case granted(Grant)
    /// The creator took the code back.
    case revoked(Grant, at: Moment)
    /// The post was removed; without a grant when the request was still open.
    case void(Grant?, at: Moment)
  }

  public init(
    key: Key<Authorization>, brand: Key<Brand>, days: Int, agreement: Key<Agreement>?,
    replaces: Key<Authorization>?, stage: Stage
  ) {
    self.key = key
    self.brand = brand
    self.days = days
    self.agreement = agreement
    self.replaces = replaces
    self.stage = stage
  }

  /// Where an authorization stands at a moment.
  public enum Status: String, Sendable, CaseIterable, Codable {
    /// From the request to the code that the advertiser applied.
    case requested, issued, shared, applied
    /// Over: by its end, by the creator, with the post, or before it began.
    case expired, revoked, void, withdrawn

    /// What is final never changes again.
    public var isFinal: Bool {
      switch self {
      case .requested, .issued, .shared, .applied: false
      case .expired, .revoked, .void, .withdrawn: true
      }
    }
  }

  /// Derived from what was recorded; at its end it is expired, to the second.
  public func status(at now: Moment) -> Status {
    switch stage {
    case .requested: .requested
    case .withdrawn: .withdrawn
    case .revoked: .revoked
    case .void: .void
    case .granted(let grant) where now >= grant.end: .expired
    case .granted(let grant):
      if grant.advertiser != nil {
        .applied
      } else if !grant.shares.isEmpty {
        .shared
      } else {
        .issued
      }
    }
  }

  /// The code's terms, also after its end; nil when there never was a code.
  public var grant: Grant? {
    switch stage {
    case .requested, .withdrawn: nil
    case .granted(let grant), .revoked(let grant, _): grant
    case .void(let grant, _): grant
    }
  }

  /// When it ended or will: by time, revocation or the post's removal; nil when never granted.
  public var lastMoment: Moment? {
    switch stage {
    case .requested, .withdrawn: nil
    case .granted(let grant): grant.end
    case .revoked(let grant, let at): min(grant.end, at)
    case .void(let grant, let at): grant.map { min($0.end, at) }
    }
  }

  /// Whether ads can run on it now.
  public func isUsable(at now: Moment) -> Bool {
    let status = status(at: now)
    return !status.isFinal && status != .requested
  }

  /// The choices TikTok offers; others have been seen, so they are taken with a warning.
  public static let usualDays = [7, 30, 60, 180, 365]

  /// The shortest extension that TikTok offers for so many days; the days themselves above all.
  static func extensionDays(for days: Int) -> Int { usualDays.first { $0 >= days } ?? days }

  /// A slip above this: ten years.
  public static let mostDays = 3_650
}

/// What a code allows, and what became of it.
public struct Grant: Equatable, Sendable {
  /// The fingerprint and masked form of the code.
  public var code: CodeMark
  /// When the code began to be valid.
  public var start: Moment
  /// The first moment at which it is no longer valid.
  public var end: Moment
  /// Whether the end was read in TikTok or computed from the days.
  public var endSource: EndSource
  /// In order of time.
  public var shares: [Share]
  /// Every attempt, in order of time.
  public var applications: [Application]
  /// Days added, in order of time.
  public var extensions: [Extension]

  public init(
    code: CodeMark, start: Moment, end: Moment, endSource: EndSource, shares: [Share] = [],
    applications: [Application] = [], extensions: [Extension] = []
  ) {
    self.code = code
    self.start = start
    self.end = end
    self.endSource = endSource
    self.shares = shares
    self.applications = applications
    self.extensions = extensions
  }

  /// How sure the end is.
  public enum EndSource: String, Sendable, Codable, CaseIterable {
    /// Start and days: a guess until somebody reads it.
    case counted
    /// The creator said so.
    case creator
    /// Read from TikTok.
    case tiktok
  }

  /// That the code was handed over.
  public struct Share: Equatable, Sendable, Codable {
    /// By mail, chat, an export …
    public var how: String
    /// When it was handed over.
    public var at: Moment

    public init(how: String, at: Moment) {
      self.how = how
      self.at = at
    }
  }

  /// That an advertiser entered the code in Ads Manager.
  public struct Application: Equatable, Sendable, Codable {
    /// The account that entered it.
    public var advertiser: Key<Advertiser>
    /// When it was entered.
    public var at: Moment
    /// What TikTok answered.
    public var result: Result

    public init(advertiser: Key<Advertiser>, at: Moment, result: Result) {
      self.advertiser = advertiser
      self.at = at
      self.result = result
    }

    /// What TikTok answers to a code.
    public enum Result: Equatable, Sendable, Codable {
      /// The post can be used for ads.
      case accepted
      /// TikTok's own words.
      case refused(String)
    }
  }

  /// That the creator gave the code more days.
  public struct Extension: Equatable, Sendable, Codable {
    /// How many days were added.
    public var days: Int
    /// When they were added.
    public var at: Moment

    public init(days: Int, at: Moment) {
      self.days = days
      self.at = at
    }
  }

  /// The account that uses the code: the first whose application was accepted.
  public var advertiser: Key<Advertiser>? { advertisers.first }

  /// All accounts whose applications were accepted, each once, in order of time.
  public var advertisers: [Key<Advertiser>] {
    var found: [Key<Advertiser>] = []
    for application in applications
    where application.result == .accepted && !found.contains(application.advertiser) {
      found.append(application.advertiser)
    }
    return found
  }
}
