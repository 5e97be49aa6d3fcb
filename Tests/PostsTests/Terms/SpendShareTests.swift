import Posts
import TestSupport
import Testing

@Suite struct SpendShareTests {
  @Test(arguments: [
    ("5%", 500), ("5 %", 500), ("12.5%", 1_250), ("7,25\u{a0}%", 725), ("0.01%", 1),
    ("100%", 10_000), ("100.00%", 10_000), ("5.0%", 500), ("005%", 500),
  ])
  func sharesAreReadAsPeopleWriteThem(text: String, basisPoints: Int) {
    #expect(SpendShare(text)?.basisPoints == basisPoints)
  }

  @Test(arguments: [
    "", "%", "5", "-5%", "+5%", "0%", "100.01%", "5.123%", "5.%", ".5%", "1e1%", "٥%", "5%%",
    "999%", "1000%", "5 . 5%", "five%",
  ])
  func otherTextsAreNoShares(text: String) {
    #expect(SpendShare(text) == nil)
  }

  @Test(arguments: [
    (500, "5%"), (1_250, "12.5%"), (725, "7.25%"), (1, "0.01%"), (10, "0.1%"), (10_000, "100%"),
  ])
  func sharesAreWrittenAsTheyAreRead(basisPoints: Int, text: String) throws {
    let share = try #require(SpendShare(basisPoints: basisPoints))
    #expect(share.description == text)
    #expect(SpendShare(text) == share)
  }

  /// By hand: the exact share of the spend, what it is rounded to, what was left over.
  @Test(arguments: [
    (100, 500, 5, 0), (101, 500, 5, 500), (110, 500, 6, -5_000), (130, 500, 6, 5_000),
    (150, 500, 8, -5_000), (90, 500, 4, 5_000), (10, 500, 0, 5_000), (30, 500, 2, -5_000),
    (50, 500, 2, 5_000), (11, 500, 1, -4_500), (9, 500, 0, 4_500), (1, 5_000, 0, 5_000),
    (3, 5_000, 2, -5_000), (5, 5_000, 2, 5_000), (7, 5_000, 4, -5_000), (1, 1, 0, 1),
    (9_999, 1, 1, -1), (0, 500, 0, 0), (12_345, 10_000, 12_345, 0),
    (-10, 500, 0, -5_000), (-30, 500, -2, 5_000), (-50, 500, -2, -5_000), (-11, 500, -1, 4_500),
    (-101, 500, -5, -500), (-3, 5_000, -2, 5_000),
  ])
  func halvesGoToTheEvenNeighbor(spend: Int, basisPoints: Int, expected: Int, rest: Int) throws {
    let share = try #require(SpendShare(basisPoints: basisPoints))
    let result = share.of(Money(minorUnits: spend, currency: "USD"))
    #expect(result.share == Money(minorUnits: expected, currency: "USD"))
    #expect(result.rest == rest)
    #expect(expected * 10_000 + rest == spend * basisPoints)
  }

  @Test(arguments: [Int.max, .min, .max - 1, .min + 1])
  func noAmountIsTooLarge(spend: Int) throws {
    let money = Money(minorUnits: spend, currency: "USD")
    #expect(try #require(SpendShare(basisPoints: 10_000)).of(money).share == money)
    #expect(
      try #require(SpendShare(basisPoints: 1)).of(money).share.minorUnits.magnitude
        < money.minorUnits.magnitude / 9_999)
  }

  @Test func roundingIsNeverMoreThanHalfAMinorUnit() throws {
    var dice = SeededNumbers(seed: 3)
    for _ in 0..<5_000 {
      let share = try #require(SpendShare(basisPoints: dice.roll(1...10_000)))
      let spend = dice.roll(-1_000_000...1_000_000)
      let result = share.of(Money(minorUnits: spend, currency: "USD"))
      #expect(abs(result.rest) <= 5_000)
      if abs(result.rest) == 5_000 { #expect(result.share.minorUnits.isMultiple(of: 2)) }
      #expect(result.share.minorUnits * 10_000 + result.rest == spend * share.basisPoints)
    }
  }
}
