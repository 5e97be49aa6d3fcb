public import Posts

/// What ads did, brand by brand, ready to be told as text, page or JSON.
///
/// Each brand is a chapter of its own: between brands everything differs, so sums over several would
/// compare their products, not their ads.
public struct ResultsReport: Sendable {
  /// What was asked for.
  public struct Scope: Equatable, Sendable {
    public var brand: Key<Brand>?
    public var creator: Key<Creator>?
    public var from: Day?
    public var to: Day?
    /// To rank by; chosen by what the data tell when nil.
    public var metric: AdMetric?

    public init() {}
  }

  public var scope: Scope
  public var created: Moment
  /// In the order of their names.
  public var brands: [BrandResults]

  /// - Parameters:
  ///   - ads: already limited to the scope.
  ///   - brandNames: as people call them; the key stands for others.
  public init(
    _ ads: [AdResult], scope: Scope, brandNames: [Key<Brand>: String] = [:], created: Moment
  ) {
    self.scope = scope
    self.created = created
    let byBrand = Dictionary(grouping: ads, by: \.brand)
    brands = byBrand.map { brand, ads in
      BrandResults(
        brand: brand, name: brandNames[brand] ?? brand.text, ads: ads, metric: scope.metric)
    }
    brands.sort { ($0.name, $0.brand) < ($1.name, $1.brand) }
  }
}

/// The chapter of one brand.
public struct BrandResults: Sendable {
  public var brand: Key<Brand>
  public var name: String
  /// Those with rows, the one with the most impressions first.
  public var ads: [AdResult]
  /// All of them.
  public var totals: AdTotals
  public var spark: AdTotals
  public var standard: AdTotals
  /// Spark beside standard, in the order of `ratesTold`.
  public var rates: [RateComparison]
  /// One a currency, that of the most spend first.
  public var costs: [CostComparison]
  /// Tables of creators, templates and hooks; without those that no ad has.
  public var rankings: [RankingTable]
  /// One a currency, as `costs`.
  public var spending: [SpendByDay]

  public struct CostComparison: Sendable {
    public var currency: String
    public var comparisons: [RateComparison]
  }

  static let ratesTold: [AdMetric] = [
    .completion, .completionOfImpressions, .sixSecondViews, .sixSecondViewsOfImpressions,
    .engagement, .clickThrough,
  ]
  static let costsTold: [AdMetric] = [
    .costPerMille, .costPerClick, .costPerSixSecondView, .costPerCompletion,
  ]
  /// What creators are ranked by, the first that tells two of them.
  static let rankedBy: [AdMetric] = [.sixSecondViews, .completion, .engagement, .clickThrough]

  package init(brand: Key<Brand>, name: String, ads: [AdResult], metric: AdMetric?) {
    self.brand = brand
    self.name = name
    totals = AdTotals(ads)
    let told = ads.filter { !$0.rows.isEmpty }.map {
      (ad: $0, impressions: AdTotals([$0]).impressions)
    }
    self.ads = told.sorted { ($1.impressions, $0.ad.name) < ($0.impressions, $1.ad.name) }.map(\.ad)
    let sparks = self.ads.filter { $0.kind == .spark }
    let standards = self.ads.filter { $0.kind == .standard }
    spark = AdTotals(sparks)
    standard = AdTotals(standards)
    rates = Self.ratesTold.map { Self.compare(sparks, standards, by: $0, currency: nil) }
    let currencies = totals.spend.map(\.currency)
    costs = currencies.map { currency in
      CostComparison(
        currency: currency,
        comparisons: Self.costsTold.map {
          Self.compare(sparks, standards, by: $0, currency: currency)
        })
    }
    spending = currencies.map { SpendByDay(ads, currency: $0) }
    let chosen = metric ?? Self.metric(for: sparks)
    rankings = AdResult.Trait.allCases.map { RankingTable(sparks, by: $0, metric: chosen) }
    rankings.removeAll { $0.ranking.items.isEmpty }
  }

  private static func compare(
    _ sparks: [AdResult], _ standards: [AdResult], by metric: AdMetric, currency: String?
  ) -> RateComparison {
    let estimates = RateEstimate.estimates(
      of: metric, in: [sparks, standards], currency: currency)
    return RateComparison(estimates[0], estimates[1])
  }

  private static func metric(for ads: [AdResult]) -> AdMetric {
    func judges(_ metric: AdMetric, _ enough: (RateEstimate) -> Bool, atLeast count: Int) -> Bool {
      AdResult.Trait.allCases.contains { trait in
        Ranking(of: ads, by: trait, metric: metric).items.count { enough($0.estimate) } >= count
      }
    }
    return rankedBy.first { judges($0, { $0.interval != nil }, atLeast: 2) }
      ?? rankedBy.first { judges($0, { $0.value != nil }, atLeast: 1) } ?? rankedBy[0]
  }
}

/// A ranking, and what else is known of its items.
public struct RankingTable: Sendable {
  public var ranking: Ranking
  /// The ranking's metric first; each has one estimate an item.
  public var columns: [Column]

  public struct Column: Sendable {
    public var metric: AdMetric
    public var estimates: [RateEstimate]
  }

  package init(_ ads: [AdResult], by trait: AdResult.Trait, metric: AdMetric) {
    let ranking = Ranking(of: ads, by: trait, metric: metric)
    self.ranking = ranking
    let others = [AdMetric.sixSecondViews, .engagement, .clickThrough, .completion]
    let columns = others.filter { $0 != metric }.prefix(2).map { metric in
      Column(
        metric: metric,
        estimates: RateEstimate.estimates(of: metric, in: ranking.items.map(\.ads)))
    }
    self.columns = [Column(metric: metric, estimates: ranking.items.map(\.estimate))] + columns
  }
}
