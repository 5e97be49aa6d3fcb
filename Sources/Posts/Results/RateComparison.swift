/// One metric of two groups of ads side by side.
///
/// The ads were not drawn by lot: audience, budget and bid differ too, so a difference is what was
/// seen, not what Spark Ads cause.
public struct RateComparison: Hashable, Sendable {
  /// What can be said of the first rate towards the second.
  public enum Verdict: String, Sendable {
    /// The whole interval of the difference lies on one side of zero.
    case higher, lower
    /// The interval of the difference contains none.
    case notDistinguishable
    /// One of the two rates has no interval.
    case notEnoughData
  }

  /// A value with its interval.
  public struct Estimate: Hashable, Sendable {
    /// The most likely value.
    public var value: Double
    /// Where the true value lies, at 95 %.
    public var interval: ConfidenceInterval
  }

  /// The rate that is compared.
  public var first: RateEstimate
  /// The rate it is compared with.
  public var second: RateEstimate
  /// `first` − `second`; nil for costs, and where one has no interval.
  public var difference: Estimate?
  /// `first` ÷ `second` − 1, TikTok's "+134 %"; nil where one has no interval or counted nothing.
  public var lift: Estimate?

  /// - Parameters:
  ///   - first: and `second` tell the same metric.
  public init(_ first: RateEstimate, _ second: RateEstimate) {
    precondition(first.metric == second.metric, "two estimates of one metric")
    self.first = first
    self.second = second
    guard let one = first.rate, let other = second.rate else { return }
    if !first.metric.isCost {
      difference = Estimate(
        value: one.value - other.value,
        interval: .difference(one.value, one.interval, other.value, other.interval))
    }
    if one.value > 0, other.value > 0 {
      let ratio = ConfidenceInterval.ratio(one.value, one.interval, other.value, other.interval)
      lift =
        first.metric.isCost
        ? Estimate(value: other.value / one.value - 1, interval: ratio.inverted.lessOne)
        : Estimate(value: one.value / other.value - 1, interval: ratio.lessOne)
    }
  }

  /// Whether `first` is higher than `second`, as far as the figures tell.
  public var verdict: Verdict {
    guard let estimate = difference ?? lift else { return .notEnoughData }
    if estimate.interval.lower > 0 { return .higher }
    return estimate.interval.upper < 0 ? .lower : .notDistinguishable
  }
}

extension ConfidenceInterval {
  fileprivate var lessOne: ConfidenceInterval {
    ConfidenceInterval(lower: lower - 1, upper: upper - 1)
  }
}
