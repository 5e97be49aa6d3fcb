import Ledger
import Posts

/// A report for programs: everything that text and page tell, and every ad.
///
/// Rates are shares of one, lifts are ratios less one, money is in minor units. An interval without
/// an upper end has no `upper`.
struct ReportJSON: Encodable {
  struct Scope: Encodable {
    var brand: String?
    var creator: String?
    var from: String?
    var to: String?
  }

  struct Brand: Encodable {
    var brand: String
    var name: String
    var spark: Totals
    var standard: Totals
    var rates: [Comparison]
    var costs: [Costs]
    var rankings: [RankingJSON]
    var spending: [Spending]
    var ads: [Ad]
    var notes: [String]
  }

  struct Totals: Encodable {
    var ads: Int
    var from: String?
    var to: String?
    var impressions: Int
    var spend: [Amount]

    init(_ totals: AdTotals) {
      ads = totals.ads
      from = totals.days?.lowerBound.description
      to = totals.days?.upperBound.description
      impressions = totals.impressions
      spend = totals.spend.map { Amount(minorUnits: $0.minorUnits, currency: $0.currency) }
    }
  }

  struct Amount: Encodable {
    var minorUnits: Int
    var currency: String
  }

  struct Range: Encodable {
    var value: Double
    var lower: Double
    var upper: Double?

    init(_ value: Double, _ interval: ConfidenceInterval) {
      self.value = value
      lower = interval.lower
      upper = interval.upper.isFinite ? interval.upper : nil
    }
  }

  struct Estimate: Encodable {
    var value: Double?
    var lower: Double?
    var upper: Double?
    var ads: Int
    var count: Double
    var of: Double
    /// Why there is no interval.
    var missing: String?

    init(_ estimate: RateEstimate) {
      value = estimate.value
      lower = estimate.interval?.lower
      upper = estimate.interval.flatMap { $0.upper.isFinite ? $0.upper : nil }
      ads = estimate.ads
      count = estimate.count
      of = estimate.exposure
      missing =
        estimate.shortage == nil
        ? nil : ReportWords.shortage(of: estimate).replacing("\u{A0}", with: " ")
    }
  }

  struct Published: Encodable {
    var lift: Double
    var source: String
  }

  struct Comparison: Encodable {
    var metric: String
    var spark: Estimate
    var standard: Estimate
    var difference: Range?
    var lift: Range?
    var verdict: String
    var published: [Published]

    init(_ comparison: RateComparison) {
      metric = comparison.first.metric.rawValue
      spark = Estimate(comparison.first)
      standard = Estimate(comparison.second)
      difference = comparison.difference.map { Range($0.value, $0.interval) }
      lift = comparison.lift.map { Range($0.value, $0.interval) }
      verdict = comparison.verdict.rawValue
      published = PublishedFigure.figures(about: comparison.first.metric).map {
        Published(lift: $0.lift, source: $0.source.title)
      }
    }
  }

  struct Costs: Encodable {
    var currency: String
    var comparisons: [Comparison]
  }

  struct RankingJSON: Encodable {
    struct Item: Encodable {
      var name: String
      var standing: String
      var ads: Int
      var impressions: Int
      /// By metric.
      var rates: [String: Estimate]
    }

    var by: String
    var metric: String
    var items: [Item]

    init(_ table: RankingTable) {
      by = table.ranking.trait.rawValue
      metric = table.ranking.metric.rawValue
      items = table.ranking.items.enumerated().map { index, item in
        let rates = table.columns.map { ($0.metric.rawValue, Estimate($0.estimates[index])) }
        return Item(
          name: item.name, standing: item.standing.rawValue, ads: item.ads.count,
          impressions: AdTotals(item.ads).impressions,
          rates: Dictionary(rates) { first, _ in first })
      }
    }
  }

  struct Spending: Encodable {
    struct Step: Encodable {
      var from: String
      var to: String
      /// Minor units a day.
      var spark: Double
      var standard: Double
    }

    var currency: String
    var steps: [Step]

    init(_ spending: SpendByDay) {
      currency = spending.currency
      steps = spending.steps.map {
        Step(
          from: $0.days.lowerBound.description, to: $0.days.upperBound.description,
          spark: $0.spark, standard: $0.standard)
      }
    }
  }

  struct Ad: Encodable {
    var ad: String
    var kind: String
    var name: String
    var post: String?
    var creator: String?
    var template: String?
    var totals: Totals
    /// By metric, where it is known.
    var rates: [String: Double]

    init(_ result: AdResult) {
      switch result.subject {
      case .spark(let key): ad = key.text
      case .standard(let key): ad = key.text
      }
      kind = result.kind.rawValue
      name = result.name
      post = result.post?.text
      creator = result.creator?.text
      template = result.template
      totals = Totals(AdTotals([result]))
      let known = AdMetric.allCases.filter { !$0.isCost }.compactMap { metric in
        RateEstimate.estimates(of: metric, in: [[result]])[0].value.map { (metric.rawValue, $0) }
      }
      rates = Dictionary(known) { first, _ in first }
    }
  }

  var created: String
  var scope: Scope
  var brands: [Brand]
  /// How the figures were made.
  var method: [String]

  init(_ report: ResultsReport) {
    created = report.created.description
    scope = Scope(
      brand: report.scope.brand?.text, creator: report.scope.creator?.text,
      from: report.scope.from?.description, to: report.scope.to?.description)
    brands = report.brands.map { brand in
      Brand(
        brand: brand.brand.text, name: brand.name, spark: Totals(brand.spark),
        standard: Totals(brand.standard), rates: brand.rates.map(Comparison.init),
        costs: brand.costs.map {
          Costs(currency: $0.currency, comparisons: $0.comparisons.map(Comparison.init))
        },
        rankings: brand.rankings.map(RankingJSON.init),
        spending: brand.spending.map(Spending.init), ads: brand.ads.map(Ad.init),
        notes: ReportWords.notes(brand).map { $0.replacing("\u{A0}", with: " ") })
    }
    method = ReportWords.method
  }
}
