/// A 95 % confidence interval.
public struct ConfidenceInterval: Hashable, Sendable {
  /// Never above `upper`.
  public var lower: Double
  /// `.infinity` where the data set no upper end.
  public var upper: Double

  /// An interval from its lower to its upper end, both included.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a value lies between the ends, these included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether the two have a value in common.
  public func overlaps(_ other: ConfidenceInterval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }
}

// MARK: - Score intervals

extension ConfidenceInterval {
  /// Wilson's score interval of a proportion that was `value` in `trials` trials.
  ///
  /// Wilson (1927), J. Am. Stat. Assoc. 22, 209–212; method 3 of Newcombe (1998), Statistics in
  /// Medicine 17, 857–872. It never leaves 0...1 and contains the estimate, even 0 or 1.
  /// - Parameters:
  ///   - value: 0...1.
  ///   - trials: > 0; fewer than were counted where trials resemble each other (`AdSpread`).
  ///   - quantile: how many standard errors make 95 %, from `StudentQuantile`.
  public static func proportion(
    _ value: Double, outOf trials: Double, quantile: Double
  ) -> ConfidenceInterval {
    precondition(trials > 0 && (0...1).contains(value), "a proportion of trials")
    let square = quantile * quantile / trials
    let center = value + square / 2
    let reach = (square * value * (1 - value) + square * square / 4).squareRoot()
    // The exact ends at 0 and 1, and the estimate itself, survive the rounding.
    let lower = value == 0 ? 0 : (center - reach) / (1 + square)
    let upper = value == 1 ? 1 : (center + reach) / (1 + square)
    return ConfidenceInterval(lower: max(0, min(lower, value)), upper: min(1, max(upper, value)))
  }

  /// The score interval of Poisson's law for a rate of counts that was `value` over `exposure`.
  ///
  /// The ends solve (value − rate)² = quantile² · rate / exposure; Barker (2002), The American
  /// Statistician 56, 85–89, compares it with others. Unlike a proportion it may pass 1: a
  /// person can like and share the same impression.
  /// - Parameters:
  ///   - value: ≥ 0.
  ///   - exposure: > 0; impressions, or money.
  public static func rate(_ value: Double, per exposure: Double, quantile: Double)
    -> ConfidenceInterval
  {
    precondition(exposure > 0 && value >= 0, "a rate of an exposure")
    let square = quantile * quantile / exposure
    let center = value + square / 2
    let reach = (square * value + square * square / 4).squareRoot()
    let lower = value == 0 ? 0 : center - reach
    return ConfidenceInterval(lower: max(0, min(lower, value)), upper: max(center + reach, value))
  }
}

// MARK: - Two estimates

extension ConfidenceInterval {
  /// Newcombe's hybrid score interval of `first` − `second`, from the intervals of both.
  ///
  /// Method 10 of Newcombe (1998), Statistics in Medicine 17, 873–890: each end takes the distances
  /// to those ends of the two intervals that it is about ("square and add").
  public static func difference(
    _ first: Double, _ firstInterval: ConfidenceInterval, _ second: Double,
    _ secondInterval: ConfidenceInterval
  ) -> ConfidenceInterval {
    let down = hypotenuse(first - firstInterval.lower, secondInterval.upper - second)
    let up = hypotenuse(firstInterval.upper - first, second - secondInterval.lower)
    return ConfidenceInterval(lower: first - second - down, upper: first - second + up)
  }

  /// The MOVER-R interval of `first` ÷ `second`, from the intervals of both.
  ///
  /// Donner and Zou (2012), Statistical Methods in Medical Research 21, 347–359, with the score
  /// intervals recommended for it by Fagerland, Lydersen and Laake (2017), Statistical Analysis of
  /// Contingency Tables, chapter 4. It needs roots only, excludes 1 exactly when the interval of
  /// the difference excludes 0, and turning the two around inverts it.
  /// - Parameters:
  ///   - first: > 0.
  ///   - second: > 0.
  public static func ratio(
    _ first: Double, _ firstInterval: ConfidenceInterval, _ second: Double,
    _ secondInterval: ConfidenceInterval
  ) -> ConfidenceInterval {
    precondition(first > 0 && second > 0, "a ratio of two positive estimates")
    // Scaled to 1, so that amounts and shares have the same rounding; each product is at most 1.
    let firstLower = folded(firstInterval.lower / first)
    let firstUpper = folded(firstInterval.upper / first)
    let secondLower = folded(secondInterval.lower / second)
    let secondUpper = folded(secondInterval.upper / second)
    let ratio = first / second
    let down = max(0, 1 - firstLower * secondUpper).squareRoot()
    let up = max(0, 1 - firstUpper * secondLower).squareRoot()
    return ConfidenceInterval(
      lower: ratio * min(1, firstLower / (1 + down)),
      upper: secondLower > 0 ? ratio * max(1, (1 + up) / secondLower) : .infinity)
  }

  /// x (2 − x), the form in which MOVER-R meets each end.
  private static func folded(_ end: Double) -> Double { end * (2 - end) }

  private static func hypotenuse(_ first: Double, _ second: Double) -> Double {
    (first * first + second * second).squareRoot()
  }

  /// The interval of one over what this is about; its ends change places.
  var inverted: ConfidenceInterval {
    ConfidenceInterval(
      lower: upper > 0 ? 1 / upper : .infinity, upper: lower > 0 ? 1 / lower : .infinity)
  }
}
