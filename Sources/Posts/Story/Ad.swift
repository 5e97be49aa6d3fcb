/// A Spark Ad: a plan, what TikTok made of it, and when it ran.
public struct Ad: Equatable, Sendable {
  public let key: Key<Ad>
  public var plan: Plan
  /// TikTok's id of the ad, digits; nil until it is known.
  public var tiktokID: String?
  public var stage: Stage
  /// TikTok's own word, as it was read last, whether we know it or not.
  public var tiktokStatus: StatusWord?
  /// When it was live, in order; the last one is open while it is.
  public var runs: [Run]

  public enum Stage: Equatable, Sendable, Codable {
    case planned
    case submitted(at: Moment)
    case inReview(at: Moment)
    case rejected(reasons: [String], at: Moment)
    case approved(at: Moment)
    case live(since: Moment)
    case paused(since: Moment)
    case ended(Ending, at: Moment)
  }

  public enum Ending: String, Equatable, Sendable, Codable, CaseIterable {
    case finished
    case authorizationExpired = "authorization expired"
    case revoked
    case postRemoved = "post removed"
    case deleted
    case budgetSpent = "budget spent"
  }

  public struct StatusWord: Equatable, Sendable, Codable {
    public var word: String
    public var at: Moment

    public init(word: String, at: Moment) {
      self.word = word
      self.at = at
    }
  }

  public struct Run: Equatable, Sendable, Codable {
    public var start: Moment
    public var end: Moment?

    public init(start: Moment, end: Moment?) {
      self.start = start
      self.end = end
    }
  }

  /// For the library, which keeps the parts.
  public init(
    key: Key<Ad>, plan: Plan, tiktokID: String? = nil, stage: Stage = .planned,
    tiktokStatus: StatusWord? = nil, runs: [Run] = []
  ) {
    self.key = key
    self.plan = plan
    self.tiktokID = tiktokID
    self.stage = stage
    self.tiktokStatus = tiktokStatus
    self.runs = runs
  }

  public struct Plan: Equatable, Sendable, Codable {
    public var authorization: Key<Authorization>
    public var advertiser: Key<Advertiser>
    public var name: String
    /// TikTok's word, such as `TRAFFIC`; nil when it is not decided.
    public var objective: String?
    public var budget: Budget?
    public var bid: Money?
    public var start: Moment
    /// The first moment at which it runs no more.
    public var end: Moment
    public var targeting: String?
    /// TikTok's word, such as `SHOP_NOW`.
    public var callToAction: String?
    public var landingPage: String?

    public init(
      authorization: Key<Authorization>, advertiser: Key<Advertiser>, name: String,
      start: Moment, end: Moment
    ) {
      self.authorization = authorization
      self.advertiser = advertiser
      self.name = name
      self.start = start
      self.end = end
    }
  }

  public enum Budget: Equatable, Sendable {
    case daily(Money)
    case total(Money)

    public var money: Money {
      switch self {
      case .daily(let money), .total(let money): money
      }
    }
  }

  /// A stage without its circumstances.
  public enum Status: String, Sendable, CaseIterable, Codable {
    case planned, submitted
    case inReview = "in review"
    case rejected, approved, live, paused, ended
  }

  /// What was recorded last; see `PostStory.stage(of:at:)` for what is true at a moment.
  public var status: Status { stage.status }
}

extension Ad.Stage {
  public var status: Ad.Status {
    switch self {
    case .planned: .planned
    case .submitted: .submitted
    case .inReview: .inReview
    case .rejected: .rejected
    case .approved: .approved
    case .live: .live
    case .paused: .paused
    case .ended: .ended
    }
  }
}

/// `{"daily": …}` or `{"total": …}`, as events and `--json` have it.
extension Ad.Budget: Codable {
  private enum CodingKeys: String, CodingKey { case daily, total }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let money = try container.decodeIfPresent(Money.self, forKey: .daily) {
      self = .daily(money)
    } else {
      self = .total(try container.decode(Money.self, forKey: .total))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .daily(let money): try container.encode(money, forKey: .daily)
    case .total(let money): try container.encode(money, forKey: .total)
    }
  }
}
