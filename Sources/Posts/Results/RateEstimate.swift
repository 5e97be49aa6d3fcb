/// A metric of a group of ads, with what is known about its uncertainty.
public struct RateEstimate: Hashable, Sendable {
  /// Why there is no interval, or no value.
  public enum Shortage: Hashable, Sendable {
    /// No row of any ad tells both sides of the ratio.
    case notReported
    /// Nothing was counted, so what one costs is unknown.
    case noneCounted
    /// Fewer trials than `needed`.
    case fewTrials(needed: Int)
    /// How much ads differ is unknown: too few of a kind. `missing` more would do.
    case fewAds(missing: Int)
  }

  /// The metric that is estimated.
  public var metric: AdMetric
  /// Share of trials, counts a trial, or minor units for a `batch`; nil when unknown.
  public var value: Double?
  /// Contains `value`.
  public var interval: ConfidenceInterval?
  /// Why there is no interval; nil when there is one.
  public var shortage: Shortage?
  /// Ads that tell both sides, and what they sum to: the exposure in trials or minor units.
  public var ads: Int
  /// The numerator's sum, over the ads that know both sides.
  public var count: Double
  /// The denominator's sum, over the same ads.
  public var exposure: Double

  /// The interval of what `rate` costs; the value stays inside whatever the divisions round.
  private func cost(_ rate: ConfidenceInterval) -> ConfidenceInterval {
    let cost = rate.inverted
    let value = value ?? 0
    return ConfidenceInterval(
      lower: min(value, cost.lower * metric.batch), upper: max(value, cost.upper * metric.batch))
  }

  /// What comparisons are made from: for costs what money bought, since that is what was counted.
  var rate: (value: Double, interval: ConfidenceInterval)? {
    guard let value, let interval else { return nil }
    return metric.isCost ? (1 / value, interval.inverted) : (value, interval)
  }
}

extension RateEstimate {
  /// With fewer trials one person more or less moves the share by a percentage point.
  public static let minimumTrials = 100
  /// With fewer clicks chance alone moves the price of one by a fifth either way.
  public static let minimumPaidCounts = 20
  /// Fewer repeats leave the spread between ads so uncertain that Student's quantile passes 2.8, and
  /// 95 % intervals of usual figures reach from nothing to everything.
  public static let minimumRepeats = 4
  /// A group of so many ads is judged by its own spread, since creators' posts may differ more than
  /// In-Feed ads; smaller groups borrow the spread of all. Were groups five times as uneven as
  /// others to borrow it too, only 8 of 10 of their intervals would be right.
  public static let adsWithOwnSpread = minimumRepeats + 1

  /// The metric of each group, in their order.
  ///
  /// - Parameters:
  ///   - groups: what is shown side by side; small groups borrow the spread of the others.
  ///   - currency: of costs; spend in another is left out.
  public static func estimates(
    of metric: AdMetric, in groups: [[AdResult]], currency: String? = nil
  ) -> [RateEstimate] {
    let tallies = groups.map { ads in
      GroupTally(ads.compactMap { AdTally(of: metric, in: $0, currency: currency) })
    }
    let all = GroupTally(tallies.flatMap(\.ads))
    let shared = AdSpread(of: tallies, law: metric.law)
    return tallies.map { RateEstimate(of: metric, in: $0, all: all, shared: shared) }
  }

  private init(of metric: AdMetric, in group: GroupTally, all: GroupTally, shared: AdSpread?) {
    self.init(
      metric: metric, value: nil, interval: nil, shortage: nil, ads: group.ads.count,
      count: group.count, exposure: group.exposure)
    guard group.exposure > 0 else {
      shortage = .notReported
      return
    }
    if metric.isCost && group.count <= 0 {
      shortage = .noneCounted
      return
    }
    value = metric.isCost ? metric.batch / group.value : group.value
    let (trials, needed) =
      metric.isCost
      ? (group.count, Self.minimumPaidCounts) : (group.exposure, Self.minimumTrials)
    let spread =
      group.ads.count >= Self.adsWithOwnSpread
      ? AdSpread(of: [group], law: metric.law) ?? shared : shared
    let repeats = spread?.degrees ?? 0
    if trials < Double(needed) {
      shortage = .fewTrials(needed: needed)
    } else if let spread, repeats >= Self.minimumRepeats {
      let usual = group.value > 0 ? group.value : all.value
      let exposure = spread.effectiveExposure(of: group, value: usual, law: metric.law)
      let quantile = StudentQuantile.value(degrees: repeats)
      let rate =
        metric.law == .proportion
        ? ConfidenceInterval.proportion(group.value, outOf: exposure, quantile: quantile)
        : ConfidenceInterval.rate(group.value, per: exposure, quantile: quantile)
      interval = metric.isCost ? cost(rate) : rate
    } else {
      shortage = .fewAds(missing: Self.minimumRepeats - repeats)
    }
  }
}
