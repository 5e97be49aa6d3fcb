import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct MoneyInFullTests {
  @Test(arguments: [
    (123_450, "USD", 0, "$1,234.50"), (30_000, "USD", 0, "$300.00"), (0, "EUR", 0, "€0.00"),
    (6_172, "USD", 5_000, "$61.725"), (30_000, "USD", 25, "$300.000025"),
    (1_200, "JPY", 0, "¥1,200"), (60, "JPY", 1_000, "¥60.1"), (1_250, "KWD", 0, "KWD 1.250"),
    (120_000, "SEK", 0, "1,200.00 kr"), (120_000, "SEK", 9_990, "1,200.00999 kr"),
    (-5, "USD", 0, "\u{2212}$0.05"),
  ])
  func allDecimalsAreThere(minorUnits: Int, currency: String, rest: Int, text: String) {
    #expect(Money(minorUnits: minorUnits, currency: currency).inFull(rest: rest) == text)
  }

  @Test func aShareIsShownBeforeItIsRounded() throws {
    let share = try #require(SpendShare("5%"))
    #expect(share.exactly(of: Money(minorUnits: 123_450, currency: "USD")) == "$61.725")
    #expect(share.exactly(of: Money(minorUnits: -123_450, currency: "USD")) == "\u{2212}$61.725")
    let all = try #require(SpendShare("100%"))
    let most = Money(minorUnits: .max, currency: "JPY")
    #expect(all.exactly(of: most) == most.inFull())
  }
}
