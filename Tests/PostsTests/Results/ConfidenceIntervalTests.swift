import Testing

@testable import Posts

@Suite struct ConfidenceIntervalTests {
  /// Table I of Newcombe (1998), Statistics in Medicine 17, 857–872, method 3.
  @Test(arguments: [
    (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func wilsonAgreesWithNewcombesTable(count: Double, trials: Double, lower: Double, upper: Double) {
    let interval = ConfidenceInterval.proportion(
      count / trials, outOf: trials, quantile: StudentQuantile.normal)
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  /// Table II of Newcombe (1998), Statistics in Medicine 17, 873–890, method 10; the last is
  /// Perondi's trial in chapter 4 of Fagerland, Lydersen and Laake (2017).
  @Test(arguments: [
    ([56.0, 70, 48, 80], 0.0524, 0.3339), ([9, 10, 3, 10], 0.1705, 0.8090),
    ([6, 7, 2, 7], 0.0582, 0.8062), ([5, 56, 0, 29], -0.0381, 0.1926),
    ([0, 10, 0, 20], -0.1611, 0.2775), ([0, 10, 0, 10], -0.2775, 0.2775),
    ([10, 10, 0, 20], 0.6791, 1), ([10, 10, 0, 10], 0.6075, 1),
    ([7, 34, 1, 34], 0.0189, 0.3404),
  ])
  func differenceAgreesWithNewcombesTable(counts: [Double], lower: Double, upper: Double) {
    let (one, other) = (wilson(counts[0], counts[1]), wilson(counts[2], counts[3]))
    let interval = ConfidenceInterval.difference(
      one.value, one.interval, other.value, other.interval)
    #expect(abs(interval.lower - lower) < 0.00006)
    #expect(abs(interval.upper - upper) < 0.00006)
  }

  /// Perondi's trial again: 7.00 (1.1537 to 41.9763).
  @Test func ratioAgreesWithTheTextbook() {
    let (one, other) = (wilson(7, 34), wilson(1, 34))
    let interval = ConfidenceInterval.ratio(one.value, one.interval, other.value, other.interval)
    #expect(abs(interval.lower - 1.1537) < 0.00006)
    #expect(abs(interval.upper - 41.9763) < 0.0002)
  }

  /// Ten events: the roots of (10 − r)² = 1.96² r.
  @Test func rateSolvesItsEquation() {
    let interval = ConfidenceInterval.rate(10, per: 1, quantile: StudentQuantile.normal)
    let square = StudentQuantile.normal * StudentQuantile.normal
    for end in [interval.lower, interval.upper] {
      #expect(abs((10 - end) * (10 - end) - square * end) < 1e-9)
    }
    #expect(abs(interval.lower - 5.432) < 0.001)
    #expect(abs(interval.upper - 18.409) < 0.001)
  }

  @Test func theEstimateIsAlwaysInside() {
    var random = Sequence64(state: 1)
    for _ in 0..<5000 {
      let trials = Double(random.below(1_000_000) + 1)
      let value = random.unit()
      let quantile = 1.96 + random.unit() * 3
      let share = ConfidenceInterval.proportion(value, outOf: trials, quantile: quantile)
      #expect(share.contains(value) && share.lower >= 0 && share.upper <= 1)
      let rate = ConfidenceInterval.rate(value * 300, per: trials, quantile: quantile)
      #expect(rate.contains(value * 300) && rate.lower >= 0)
    }
    for value in [0.0, 1] {
      let share = ConfidenceInterval.proportion(value, outOf: 3, quantile: 2)
      #expect(share.contains(value))
    }
  }

  @Test func moreTrialsMakeItNarrower() {
    for value in stride(from: 0.0, through: 1, by: 0.05) {
      var width = Double.infinity
      for trials in [1.0, 10, 100, 1000, 10_000] {
        let share = ConfidenceInterval.proportion(value, outOf: trials, quantile: 1.96)
        #expect(share.upper - share.lower < width)
        width = share.upper - share.lower
      }
    }
  }

  @Test func successAndFailureMirrorEachOther() {
    for value in stride(from: 0.0, through: 1, by: 0.125) {
      let share = ConfidenceInterval.proportion(value, outOf: 40, quantile: 1.96)
      let mirror = ConfidenceInterval.proportion(1 - value, outOf: 40, quantile: 1.96)
      #expect(abs(share.lower - (1 - mirror.upper)) < 1e-12)
      #expect(abs(share.upper - (1 - mirror.lower)) < 1e-12)
    }
  }

  @Test func turningTwoGroupsAroundTurnsTheComparisonAround() {
    var random = Sequence64(state: 2)
    for _ in 0..<2000 {
      let one = wilson(Double(random.below(50) + 1), Double(random.below(1000) + 51))
      let other = wilson(Double(random.below(50) + 1), Double(random.below(1000) + 51))
      let difference = ConfidenceInterval.difference(
        one.value, one.interval, other.value, other.interval)
      let backwards = ConfidenceInterval.difference(
        other.value, other.interval, one.value, one.interval)
      #expect(abs(difference.lower + backwards.upper) < 1e-12)
      let ratio = ConfidenceInterval.ratio(
        one.value, one.interval, other.value, other.interval)
      let inverse = ConfidenceInterval.ratio(
        other.value, other.interval, one.value, one.interval)
      #expect(abs(ratio.lower * inverse.upper - 1) < 1e-9)
      #expect(ratio.contains(one.value / other.value))
      // Both say the same about whether there is a difference.
      #expect((difference.lower > 0) == (ratio.lower > 1))
      #expect((difference.upper < 0) == (ratio.upper < 1))
    }
  }

  @Test func aRatioOverNearlyNothingHasNoUpperEnd() {
    let other = ConfidenceInterval(lower: 0, upper: 0.1)
    let ratio = ConfidenceInterval.ratio(
      0.5, ConfidenceInterval(lower: 0.4, upper: 0.6), 0.01, other)
    #expect(ratio.upper == .infinity)
    #expect(ratio.lower > 0)
  }

  /// R's qt(0.975, n), to six digits.
  @Test(arguments: [
    (1, 12.706205), (4, 2.776445), (30, 2.042272), (31, 2.039513), (1000, 1.962339),
  ])
  func quantilesAreStudents(degrees: Int, quantile: Double) {
    #expect(abs(StudentQuantile.value(degrees: degrees) - quantile) < 0.00001)
  }

  @Test func quantilesFallTowardsTheNormalOne() {
    for degrees in 1..<200 {
      let (here, next) = (
        StudentQuantile.value(degrees: degrees), StudentQuantile.value(degrees: degrees + 1)
      )
      #expect(here > next && next > StudentQuantile.normal)
    }
  }

  private func wilson(_ count: Double, _ trials: Double) -> (
    value: Double, interval: ConfidenceInterval
  ) {
    let value = count / trials
    return (
      value, .proportion(value, outOf: trials, quantile: StudentQuantile.normal)
    )
  }
}

/// SplitMix64: the same numbers on every machine.
struct Sequence64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Nearly normal: twelve uniform numbers less six.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}
