/// What an ad did, as a report counts it; nil is unknown (not reported, or masked), never zero.
public struct AdFigures: Hashable, Sendable, Codable {
  /// What the ad cost, with its currency.
  public var spend: Money?
  /// How often the ad was shown.
  public var impressions: Int?
  /// How many accounts saw the ad; days cannot be added up.
  public var reach: Int?
  /// All clicks, and those that led to the landing page.
  public var clicks: Int?
  /// Clicks that led to the landing page.
  public var destinationClicks: Int?
  /// How often the carousel began to be seen, as TikTok counts views of videos.
  public var videoViews: Int?
  /// Views of at least two seconds.
  public var views2s: Int?
  /// Playing time of 6 s or more; focused views count interactions too and are kept apart.
  public var views6s: Int?
  /// Views of at least six seconds, or with an interaction before.
  public var focusedViews6s: Int?
  /// Video views at 100 %.
  public var completions: Int?
  /// Likes that the report counts to the ad.
  public var likes: Int?
  /// Comments that the report counts to the ad.
  public var comments: Int?
  /// How often the post was shared, as the report counts to the ad.
  public var shares: Int?
  /// Accounts that followed the creator, as the report counts to the ad.
  public var follows: Int?
  /// Visits to the creator's profile, as the report counts to the ad.
  public var profileVisits: Int?
  /// What the advertiser counts as success, such as purchases.
  public var conversions: Int?

  /// Figures of which nothing is known yet.
  public init() {}
}
