/// One ad's part in a metric: how often, out of how much.
struct AdTally: Hashable, Sendable {
  var count = 0.0
  /// > 0.
  var exposure = 0.0

  /// The sum over the rows that tell both; nil when none does, or nothing was shown or spent.
  ///
  /// Days whose count is unknown take their impressions out too, so that the ratio stays one.
  init?(of metric: AdMetric, in ad: AdResult, currency: String?) {
    for row in ad.rows {
      guard let count = metric.count(in: row.figures),
        let exposure = metric.exposure(in: row.figures, currency: currency)
      else { continue }
      self.count += count
      self.exposure += exposure
    }
    if exposure <= 0 { return nil }
    // More completions than views: the columns were mixed up, and no share can be made of them.
    if metric.law == .proportion, count > exposure { return nil }
  }

  init(count: Double, exposure: Double) {
    self.count = count
    self.exposure = exposure
  }
}

/// A group's tallies and their sum.
struct GroupTally: Hashable, Sendable {
  var ads: [AdTally]
  var count: Double
  var exposure: Double
  /// The sum of squared exposures ÷ the exposure: how large an ad is, seen from a random view.
  var weight: Double

  init(_ ads: [AdTally]) {
    self.ads = ads
    count = ads.reduce(0) { $0 + $1.count }
    let exposure = ads.reduce(0) { $0 + $1.exposure }
    self.exposure = exposure
    weight = exposure > 0 ? ads.reduce(0) { $0 + $1.exposure * ($1.exposure / exposure) } : 0
  }

  var value: Double { exposure > 0 ? count / exposure : 0 }
}
