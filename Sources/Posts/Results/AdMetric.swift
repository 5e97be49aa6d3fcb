/// What a report tells about ads: a count in so many trials, or what a count cost.
///
/// Every one is a ratio of sums: the mean of the ads' own ratios would let an ad of a hundred
/// impressions weigh as much as one of a million.
public enum AdMetric: String, CaseIterable, Sendable {
  /// Views at 100 % ÷ video views.
  case completion
  /// Views at 100 % ÷ impressions.
  case completionOfImpressions
  /// Views of 6 s or more ÷ video views; focused views, which count interactions too, are not in it.
  case sixSecondViews
  /// The same ÷ impressions.
  case sixSecondViewsOfImpressions
  /// Likes, comments and shares ÷ impressions.
  ///
  /// Follows and profile visits are told apart: TikTok reports them for Spark Ads only, and in a
  /// comparison they would make every Spark Ad look better than an In-Feed ad that cannot have any.
  case engagement
  /// Follows and profile visits ÷ impressions; Spark Ads only.
  case profileActions
  /// All clicks ÷ impressions.
  case clickThrough
  /// Spend for a thousand impressions.
  case costPerMille
  /// Spend per click of any kind.
  case costPerClick
  /// Spend per view of at least six seconds.
  case costPerSixSecondView
  /// Spend per view that reached the end.
  case costPerCompletion

  /// How the counts of one ad scatter, apart from what sets ads apart.
  enum Law {
    /// At most one a trial: binomial.
    case proportion
    /// Several a trial, or counted against money: Poisson.
    case rate
  }

  /// Whether it is money per count, so that less is better.
  public var isCost: Bool {
    switch self {
    case .costPerMille, .costPerClick, .costPerSixSecondView, .costPerCompletion: true
    default: false
    }
  }

  /// For how many of its count a cost is told: 1,000 impressions, one click.
  public var batch: Double { self == .costPerMille ? 1000 : 1 }

  var law: Law {
    switch self {
    case .completion, .completionOfImpressions, .sixSecondViews, .sixSecondViewsOfImpressions:
      .proportion
    default: .rate
    }
  }

  /// What happened; nil when any part of it is unknown, since a part of a sum is not the sum.
  func count(in figures: AdFigures) -> Double? {
    switch self {
    case .completion, .completionOfImpressions, .costPerCompletion: Self.sum(figures.completions)
    case .sixSecondViews, .sixSecondViewsOfImpressions, .costPerSixSecondView:
      Self.sum(figures.views6s)
    case .engagement: Self.sum(figures.likes, figures.comments, figures.shares)
    case .profileActions: Self.sum(figures.follows, figures.profileVisits)
    case .clickThrough, .costPerClick: Self.sum(figures.clicks)
    case .costPerMille: Self.sum(figures.impressions)
    }
  }

  /// Out of how much: trials, or minor units of `currency`; nil when unknown.
  func exposure(in figures: AdFigures, currency: String?) -> Double? {
    if isCost {
      guard let spend = figures.spend, spend.currency == currency else { return nil }
      return Self.sum(spend.minorUnits)
    }
    switch self {
    case .completion, .sixSecondViews: return Self.sum(figures.videoViews)
    default: return Self.sum(figures.impressions)
    }
  }

  /// As Doubles, exact up to 2^53, so that no report can overflow a sum; a negative count is none.
  private static func sum(_ parts: Int?...) -> Double? {
    var sum = 0.0
    for part in parts {
      guard let part, part >= 0 else { return nil }
      sum += Double(part)
    }
    return sum
  }
}
