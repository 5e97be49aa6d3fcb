/// What an ad did, as a report counts it; nil is unknown (not reported, or masked), never zero.
public struct AdFigures: Hashable, Sendable, Codable {
  public var spend: Money?
  public var impressions: Int?
  public var reach: Int?
  /// All clicks, and those that led to the landing page.
  public var clicks: Int?
  public var destinationClicks: Int?
  public var videoViews: Int?
  public var views2s: Int?
  /// Playing time of 6 s or more; focused views count interactions too and are kept apart.
  public var views6s: Int?
  public var focusedViews6s: Int?
  /// Video views at 100 %.
  public var completions: Int?
  public var likes: Int?
  public var comments: Int?
  public var shares: Int?
  public var follows: Int?
  public var profileVisits: Int?
  public var conversions: Int?

  public init() {}
}
