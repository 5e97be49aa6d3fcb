/// What TikTok published about Spark Ads beside other In-Feed ads.
///
/// Neither source gives a sample size, an interval or the denominator of its rates.
public struct PublishedFigure: Hashable, Sendable {
  /// The metric that was published.
  public var metric: AdMetric
  /// 1.34 is +134 %.
  public var lift: Double
  /// Where it was published.
  public var source: Source

  /// A publication and what its figures are about.
  public struct Source: Hashable, Sendable {
    /// The publication's title.
    public var title: String
    /// Which ads it counted, in words.
    public var about: String
    /// Whether it was read only as others quote it.
    public var isSecondHand: Bool
  }

  /// The figures that are quoted everywhere.
  public static let sparkAds101 = Source(
    title: "TikTok for Business, Spark Ads 101: Make TikToks into Ads",
    about: "Spark Ads and standard In-Feed ads, internal data, said to be of 2022",
    isSecondHand: true)

  public static let playbook = Source(
    title: "TikTok Creative Center, Spark Ads Creative Playbook, 4 March 2024",
    about: "Spark Ads and diversion In-Feed ads, internal data, October 2020 to June 2021",
    isSecondHand: false)

  /// The best known of a metric first.
  public static let all = [
    PublishedFigure(metric: .completion, lift: 1.34, source: sparkAds101),
    PublishedFigure(metric: .sixSecondViews, lift: 1.57, source: sparkAds101),
    PublishedFigure(metric: .completion, lift: 0.30, source: playbook),
    PublishedFigure(metric: .engagement, lift: 1.42, source: playbook),
    PublishedFigure(metric: .costPerMille, lift: -0.04, source: playbook),
  ]

  /// What was published about a metric; empty when nothing was.
  public static func figures(about metric: AdMetric) -> [PublishedFigure] {
    all.filter { $0.metric == metric }
  }
}
