public import Posts

/// What reports say in words, in one place.
public enum ReportWords {
  public static func name(of metric: AdMetric) -> String {
    switch metric {
    case .completion: "Completion"
    case .completionOfImpressions: "Completion, of impressions"
    case .sixSecondViews: "6-second views"
    case .sixSecondViewsOfImpressions: "6-second views, of impressions"
    case .engagement: "Engagement"
    case .profileActions: "Follows and profile visits"
    case .clickThrough: "Click-through"
    case .costPerMille: "Cost per 1,000 impressions"
    case .costPerClick: "Cost per click"
    case .costPerSixSecondView: "Cost per 6-second view"
    case .costPerCompletion: "Cost per completion"
    }
  }

  static func definition(of metric: AdMetric) -> String {
    switch metric {
    case .completion: "video views at 100 % ÷ video views"
    case .completionOfImpressions: "video views at 100 % ÷ impressions"
    case .sixSecondViews: "6-second video views ÷ video views"
    case .sixSecondViewsOfImpressions: "6-second video views ÷ impressions"
    case .engagement: "likes, comments and shares ÷ impressions"
    case .profileActions: "follows and profile visits ÷ impressions"
    case .clickThrough: "all clicks ÷ impressions"
    case .costPerMille: "spend ÷ impressions × 1,000"
    case .costPerClick: "spend ÷ all clicks"
    case .costPerSixSecondView: "spend ÷ 6-second video views"
    case .costPerCompletion: "spend ÷ video views at 100 %"
    }
  }

  package static func name(of kind: AdResult.Kind) -> String {
    switch kind {
    case .spark: "Spark"
    case .standard: "In-Feed"
    }
  }

  public static func plural(_ trait: AdResult.Trait) -> String {
    switch trait {
    case .creator: "Creators"
    case .template: "Templates"
    case .hook: "Hooks"
    }
  }

  /// What an estimate is made of: `12,345 views in 4 ads`.
  public static func sample(of estimate: RateEstimate) -> String {
    let trials = estimate.metric.isCost ? estimate.count : estimate.exposure
    return "\(ReportNumbers.count(trials))\u{A0}\(unit(of: estimate.metric)), "
      + ReportNumbers.many(estimate.ads, "ad")
  }

  /// What an estimate's trials are, and a cost's counts.
  package static func unit(of metric: AdMetric) -> String {
    switch metric {
    case .completion, .sixSecondViews: "views"
    case .costPerClick: "clicks"
    case .costPerSixSecondView: "6-second views"
    case .costPerCompletion: "completions"
    default: "impressions"
    }
  }

  /// Why an estimate has no interval or no value; empty when it has both.
  public static func shortage(of estimate: RateEstimate) -> String {
    switch estimate.shortage {
    case nil: ""
    case .notReported: "not reported"
    case .noneCounted: "none yet"
    case .fewTrials(let needed): "fewer than \(needed) \(unit(of: estimate.metric))"
    case .fewAds(let missing): "\(ReportNumbers.many(missing, "more ad")) needed"
    }
  }

  public static func verdict(_ comparison: RateComparison) -> String {
    switch comparison.verdict {
    case .higher: "higher"
    case .lower: "lower"
    case .notDistinguishable: "no clear difference"
    case .notEnoughData: "not enough data"
    }
  }

  // MARK: - Findings

  /// What the figures say, in a sentence.
  public struct Finding: Equatable, Sendable {
    /// The difference it is about.
    public var lift: String?
    public var verdict: RateComparison.Verdict
    public var sentence: String
  }

  /// What a brand's figures say, the comparison first.
  public static func findings(_ brand: BrandResults) -> [Finding] {
    var findings: [Finding] = []
    if brand.spark.ads == 0 || brand.standard.ads == 0 {
      let missing = brand.spark.ads == 0 ? "Spark Ad" : "standard In-Feed ad"
      let sentence =
        "No \(missing) has figures here, so Spark Ads and In-Feed ads cannot be compared."
      findings.append(Finding(verdict: .notEnoughData, sentence: sentence))
    } else {
      findings += headlines.compactMap { metric in
        brand.rates.first { $0.first.metric == metric }.flatMap(finding)
      }
      if findings.isEmpty { findings.append(notEnough(brand)) }
    }
    for table in brand.rankings where table.ranking.items.count >= 2 {
      findings.append(
        Finding(
          verdict: table.ranking.hasWinner ? .higher : .notDistinguishable,
          sentence: "\(plural(table.ranking.trait)): \(sentence(table.ranking))"))
    }
    return findings
  }

  private static let headlines: [AdMetric] = [.sixSecondViews, .completion, .engagement]

  private static func notEnough(_ brand: BrandResults) -> Finding {
    Finding(
      verdict: .notEnoughData,
      sentence: "Not enough data to compare Spark Ads with In-Feed ads: "
        + "\(many(brand.spark.ads, "ad")) and \(many(brand.standard.ads, "ad")) tell too little "
        + "about how far ads of one kind differ. \(RateEstimate.minimumRepeats + 2) with figures "
        + "are the least.")
  }

  private static func finding(_ comparison: RateComparison) -> Finding? {
    let metric = comparison.first.metric
    guard let lift = comparison.lift, let first = comparison.first.value,
      let second = comparison.second.value
    else { return nil }
    let rates = "\(ReportNumbers.share(first)) against \(ReportNumbers.share(second))"
    var sentence =
      switch comparison.verdict {
      case .higher, .lower: "\(name(of: metric)): \(verdict(comparison)) with Spark Ads, \(rates)."
      default: "\(name(of: metric)): no difference that the data support, \(rates)."
      }
    sentence +=
      " The 95% interval is \(ReportNumbers.lifts(lift.interval)), from "
      + "\(comparison.first.ads) Spark and \(comparison.second.ads) In-Feed ads."
    if let published = PublishedFigure.figures(about: metric).first {
      let place =
        lift.interval.contains(published.lift)
        ? "within" : published.lift > lift.interval.upper ? "above" : "below"
      sentence += " TikTok’s \(ReportNumbers.lift(published.lift)) is \(place) it."
    }
    return Finding(
      lift: ReportNumbers.lift(lift.value), verdict: comparison.verdict, sentence: sentence)
  }

  public static func sentence(_ ranking: Ranking) -> String {
    let metric = inSentence(ranking.metric)
    let judged = ranking.items.count { $0.standing != .notEnoughData }
    guard let first = ranking.items.first, judged >= 2 else {
      return "not enough data to rank them by \(metric)."
    }
    if ranking.hasWinner { return "\(first.name) is first by \(metric), and clearly so." }
    let alike = ranking.items.count { $0.standing == .notDistinguishable }
    let others =
      alike == judged - 1
      ? alike == 1 ? "do not tell the other" : "tell none of the others"
      : "do not tell \(many(alike, "other"))"
    return "\(first.name) is first of \(judged) by \(metric), but the data \(others) apart from it."
  }

  static func inSentence(_ metric: AdMetric) -> String { name(of: metric).lowercased() }

  private static func many(_ count: Int, _ one: String) -> String { ReportNumbers.many(count, one) }

  /// What was left out of a brand's figures, and what they rest on.
  public static func notes(_ brand: BrandResults) -> [String] {
    var notes: [String] = []
    let totals = brand.totals
    if totals.repeatedRows > 0 {
      notes.append(
        "\(ReportNumbers.many(totals.repeatedRows, "row")) of reports told days that other rows "
          + "tell too, and were not counted twice.")
    }
    if totals.cutRows > 0 {
      notes.append(
        "\(ReportNumbers.many(totals.cutRows, "row")) covered days outside the report too, and "
          + "could not be divided.")
    }
    if totals.rowsWithoutImpressions > 0 {
      notes.append(
        "\(ReportNumbers.many(totals.rowsWithoutImpressions, "row")) did not tell their "
          + "impressions (not reported, or masked as too few).")
    }
    for spending in brand.spending where spending.longRows > 0 {
      notes.append(
        "\(ReportNumbers.many(spending.longRows, "row")) in \(spending.currency) told several days "
          + "at once; their spend is drawn as spread evenly over them.")
    }
    for table in brand.rankings where table.ranking.adsWithout > 0 {
      notes.append(
        "\(ReportNumbers.many(table.ranking.adsWithout, "Spark Ad")) without a known "
          + "\(table.ranking.trait.rawValue) could not be ranked by it.")
    }
    return notes
  }

  /// How every figure is to be read.
  public static let method = [
    "All rates are ratios of sums. A day on which a count was not reported, or masked, is left out "
      + "of both sides of its ratio: unknown is not zero.",
    "Intervals are 95% intervals whose unit is the ad. The views of one ad resemble each other, so "
      + "how far ads differ is estimated first and a thousand views of one ad count for less than "
      + "a thousand of many. Groups of fewer than \(RateEstimate.adsWithOwnSpread) ads borrow the "
      + "spread of all ads beside them.",
    "There is no interval, and no verdict, below \(RateEstimate.minimumTrials) views or impressions "
      + "(\(RateEstimate.minimumPaidCounts) counts for a cost), or where fewer than "
      + "\(RateEstimate.minimumRepeats) ads repeat another one of their group.",
    "Rankings go by the lower end of the interval. Whoever’s interval overlaps that of the first is "
      + "not distinguishable from it.",
    "Engagement leaves follows and profile visits out: TikTok reports them for Spark Ads only.",
    "Ads are not drawn by lot: audiences, objectives and budgets differ too. A difference is what "
      + "was seen, not what Spark Ads cause.",
  ]

  public static let publishedNote =
    "TikTok’s own figures come without sample sizes, intervals or denominators."

  public static func source(_ source: PublishedFigure.Source) -> String {
    "\(source.title): \(source.about)"
      + (source.isSecondHand ? "; known to us only as others quote it." : ".")
  }
}
