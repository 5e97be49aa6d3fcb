import Posts
import TestSupport
import Testing

@Suite struct StatementTests {
  private static let key = Key<Agreement>("maker-harbor")

  private static func usd(_ cents: Int) -> Money { Money(minorUnits: cents, currency: "USD") }

  private static func agreement(
    fee: Int? = 30_000, share: Int? = 500, paid: [Int] = []
  ) throws -> Agreement {
    let terms = try Agreement.Terms(
      currency: "USD", fee: fee.map(usd), share: share.flatMap { SpendShare(basisPoints: $0) },
      days: 30, agreement: key)
    var agreement = Agreement(
      key: key, creator: Script.creator, brand: Script.brand, terms: terms, made: Script.day(0))
    for amount in paid { try agreement.pay(usd(amount), note: nil, at: Script.day(40)) }
    return agreement
  }

  private static func line(
    _ story: PostStory, _ key: Key<Authorization> = Script.code, spend: [Money], daysRun: Int = 0
  ) throws -> (post: Key<Post>, authorization: Authorization, spending: Statement.Spending) {
    (
      story.post.key, try #require(story.authorization(key)),
      Statement.Spending(spend: spend, daysRun: daysRun)
    )
  }

  @Test func feeAndShareLessWhatWasPaid() throws {
    var story = try Script.live()
    try story.extend(Script.code, days: 30, at: Script.day(10))
    let statement = Statement(
      of: try Self.agreement(paid: [10_000, 5_000]),
      authorizations: [try Self.line(story, spend: [Self.usd(123_450)], daysRun: 17)],
      at: Script.day(50))
    #expect(statement.fee == Self.usd(30_000))
    #expect(statement.spend == Self.usd(123_450))
    // 5 % of 1,234.50 is 61.725: half, so to the even cent.
    #expect(statement.share == Self.usd(6_172))
    #expect(statement.shareIsRounded)
    #expect(statement.paid == Self.usd(15_000))
    #expect(statement.owed == Self.usd(30_000 + 6_172 - 15_000))
    #expect(statement.lines.map(\.daysLicensed) == [60])
    #expect(statement.lines.map(\.daysRun) == [17])
  }

  @Test func theShareIsRoundedOnceForAllCodes() throws {
    let story = try Script.live()
    // Each 5 % of 0.10 is half a cent; rounded one by one they would come to nothing.
    let lines = try (0..<4).map { _ in try Self.line(story, spend: [Self.usd(10)]) }
    let statement = Statement(
      of: try Self.agreement(fee: nil), authorizations: lines, at: Script.day(50))
    #expect(statement.share == Self.usd(2))
    #expect(!statement.shareIsRounded)
  }

  @Test func theFeeIsDueWithTheFirstCode() throws {
    var story = try Script.published()
    try story.request(Script.terms(), at: Script.day(0))
    let asked = Statement(
      of: try Self.agreement(), authorizations: [try Self.line(story, spend: [])],
      at: Script.day(0))
    #expect(asked.fee == Self.usd(0))
    #expect(asked.owed == Self.usd(0))
    #expect(asked.lines.map(\.daysLicensed) == [0])
    #expect(asked.lines.map(\.start) == [nil])
    let issued = Statement(
      of: try Self.agreement(), authorizations: [try Self.line(Script.issued(), spend: [])],
      at: Script.day(1))
    #expect(issued.fee == Self.usd(30_000))
  }

  @Test func tooMuchPaidIsANegativeDebt() throws {
    let statement = Statement(
      of: try Self.agreement(share: nil, paid: [40_000]),
      authorizations: [try Self.line(Script.issued(), spend: [Self.usd(999)])], at: Script.day(1))
    #expect(statement.share == Self.usd(0))
    #expect(statement.owed == Self.usd(-10_000))
  }

  @Test func otherCurrenciesAreShownAndNeverConverted() throws {
    let euros = Money(minorUnits: 500, currency: "EUR")
    let nothing = Money(minorUnits: 0, currency: "GBP")
    let statement = Statement(
      of: try Self.agreement(),
      authorizations: [try Self.line(Script.live(), spend: [euros, Self.usd(100), nothing])],
      at: Script.day(50))
    #expect(statement.spend == Self.usd(100))
    #expect(statement.lines[0].otherSpend == [euros])
  }

  @Test func aRevokedCodeWasLicensedUntilThen() throws {
    var story = try Script.issued()
    try story.revoke(Script.code, isForced: false, at: Moment(seconds: Script.day(4).seconds + 1))
    let statement = Statement(
      of: try Self.agreement(), authorizations: [try Self.line(story, spend: [])],
      at: Script.day(50))
    #expect(statement.lines.map(\.daysLicensed) == [4])
    #expect(statement.lines.map(\.status) == [.revoked])
  }

  @Test func bothSidesComeToTheSame() throws {
    var dice = SeededNumbers(seed: 11)
    for _ in 0..<200 {
      var story = try Script.live()
      try story.issue(
        Script.terms(Script.other, brand: Key("atelier")), code: Script.mark, start: Script.day(3),
        end: Script.day(dice.roll(5...40)), endSource: .counted, at: Script.day(4))
      if dice.flip() { try story.revoke(Script.code, isForced: true, at: Script.day(9)) }
      let currencies = ["USD", "EUR", "GBP"].map {
        Money(minorUnits: dice.roll(1...99_999), currency: $0)
      }
      let agreement = try Self.agreement(
        fee: dice.roll(0...50_000), share: dice.roll(1...2_000), paid: [dice.roll(1...9_999)])
      func side(_ spend: [Money], isReversed: Bool) throws -> Statement {
        let lines = [
          try Self.line(story, spend: spend, daysRun: 3),
          try Self.line(story, Script.other, spend: spend, daysRun: 2),
        ]
        return Statement(
          of: agreement, authorizations: isReversed ? lines.reversed() : lines, at: Script.day(60))
      }
      let creator = try side(currencies, isReversed: false)
      let brand = try side(currencies.shuffled(using: &dice), isReversed: true)
      #expect(creator == brand)
    }
  }

  @Test func sumsAreHeldAtTheEnds() throws {
    let huge = Self.usd(.max)
    let lines = try (0..<3).map { _ in try Self.line(Script.live(), spend: [huge]) }
    let statement = Statement(
      of: try Self.agreement(fee: .max, share: 10_000), authorizations: lines, at: Script.day(50))
    #expect(statement.spend == huge)
    #expect(statement.owed == huge)
  }

  @Test func paymentsAreAboveZeroAndInTheAgreementsCurrency() throws {
    var agreement = try Self.agreement()
    for money in [Self.usd(0), Self.usd(-1)] {
      #expect(throws: Refusal.notAPayment(money)) {
        try agreement.pay(money, note: nil, at: Script.day(1))
      }
    }
    #expect(throws: Refusal.otherCurrency(Self.key, expected: "USD", found: "EUR")) {
      try agreement.pay(
        Money(minorUnits: 1, currency: "EUR"), note: nil, at: Script.day(1))
    }
    #expect(agreement.payments.isEmpty)
  }
}
