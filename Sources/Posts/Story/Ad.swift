/// A Spark Ad: a plan, what TikTok made of it, and when it ran.
public struct Ad: Equatable, Sendable {
  /// What commands call the ad.
  public let key: Key<Ad>
  /// What the ad is to do, as last planned.
  public var plan: Plan
  /// TikTok's id of the ad, digits; nil until it is known.
  public var tiktokID: String?
  /// How far the ad has come.
  public var stage: Stage
  /// TikTok's own word, as it was read last, whether we know it or not.
  public var tiktokStatus: StatusWord?
  /// When it was live, in order; the last one is open while it is.
  public var runs: [Run]

  /// How far an ad has come, with what only this stage knows.
  public enum Stage: Equatable, Sendable, Codable {
    /// Written down here, and not yet at TikTok.
    case planned
    /// Created in Ads Manager.
    case submitted(at: Moment)
    /// TikTok looks at it.
    case inReview(at: Moment)
    /// TikTok refused it, for these reasons in its own words.
    case rejected(reasons: [String], at: Moment)
    /// Accepted, and not yet shown.
    case approved(at: Moment)
    /// It is shown.
    case live(since: Moment)
    /// It was shown, and is held for now.
    case paused(since: Moment)
    /// It is over and never comes back.
    case ended(Ending, at: Moment)
  }

  /// Why an ad is over.
  public enum Ending: String, Equatable, Sendable, Codable, CaseIterable {
    /// Its schedule is over, or somebody ended it.
    case finished
    /// The code that it uses has ended.
    case authorizationExpired = "authorization expired"
    /// The creator took the code back.
    case revoked
    /// The post is gone from TikTok.
    case postRemoved = "post removed"
    /// It was deleted in Ads Manager.
    case deleted
    /// Its total budget is used up.
    case budgetSpent = "budget spent"
  }

  /// A status in TikTok's own words.
  public struct StatusWord: Equatable, Sendable, Codable {
    /// The words as TikTok writes them.
    public var word: String
    /// When they were read.
    public var at: Moment

    public init(word: String, at: Moment) {
      self.word = word
      self.at = at
    }
  }

  /// A time during which the ad was shown.
  public struct Run: Equatable, Sendable, Codable {
    /// When it began to be shown.
    public var start: Moment
    /// When it stopped; nil while it is shown.
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

  /// What an ad is to show, when, and for how much.
  public struct Plan: Equatable, Sendable, Codable {
    /// The authorization whose code the ad uses.
    public var authorization: Key<Authorization>
    /// The account that pays.
    public var advertiser: Key<Advertiser>
    /// The ad's name in Ads Manager.
    public var name: String
    /// TikTok's word, such as `TRAFFIC`; nil when it is not decided.
    public var objective: String?
    /// What may be spent; nil when nobody said.
    public var budget: Budget?
    /// The bid; nil when TikTok decides it.
    public var bid: Money?
    /// When it is to begin.
    public var start: Moment
    /// The first moment at which it runs no more.
    public var end: Moment
    /// Who is to see it, in words; nil when nobody said.
    public var targeting: String?
    /// TikTok's word, such as `SHOP_NOW`.
    public var callToAction: String?
    /// The address that the ad leads to; nil when nobody said.
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

  /// The most that may be spent.
  public enum Budget: Equatable, Sendable {
    /// The most for each day.
    case daily(Money)
    /// The most for the whole schedule.
    case total(Money)

    /// The amount, a day's or the whole.
    public var money: Money {
      switch self {
      case .daily(let money), .total(let money): money
      }
    }
  }

  /// A stage without its circumstances.
  public enum Status: String, Sendable, CaseIterable, Codable {
    /// Not yet at TikTok, or created there.
    case planned, submitted
    /// TikTok looks at it.
    case inReview = "in review"
    /// Refused, accepted, shown, held, or over.
    case rejected, approved, live, paused, ended
  }

  /// What was recorded last; see `PostStory.stage(of:at:)` for what is true at a moment.
  public var status: Status { stage.status }
}

extension Ad.Stage {
  /// When it got there; nil for a mere plan.
  public var moment: Moment? {
    switch self {
    case .planned: nil
    case .submitted(let at), .inReview(let at), .rejected(_, let at), .approved(let at),
      .live(let at), .paused(let at), .ended(_, let at):
      at
    }
  }

  /// Why it is over; nil while it is not.
  public var ending: Ad.Ending? {
    if case .ended(let ending, _) = self { ending } else { nil }
  }

  /// Why TikTok refused it, in its own words; nil when it did not.
  public var reasons: [String]? {
    if case .rejected(let reasons, _) = self { reasons } else { nil }
  }

  /// The stage without its facts.
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
