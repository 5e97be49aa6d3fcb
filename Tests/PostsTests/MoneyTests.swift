import Posts
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("$1,234.50", 123450, "USD"), ("19.99 USD", 1999, "USD"), ("1.234,50 €", 123450, "EUR"),
    ("£5", 500, "GBP"), ("¥1,200", 1200, "JPY"), ("USD 5", 500, "USD"), ("usd 5", 500, "USD"),
    ("€12,50", 1250, "EUR"), ("1 234,50 €", 123450, "EUR"), ("1\u{202F}234,5 €", 123450, "EUR"),
    ("CHF 1’234.-", 123400, "CHF"), ("5,– €", 500, "EUR"), ("$.50", 50, "USD"),
    ("₹1,23,456.50", 12_345_650, "INR"), ("KWD 1.250", 1250, "KWD"), ("$5 CAD", 500, "CAD"),
    ("CA$5", 500, "CAD"), ("R$ 9,90", 990, "BRL"), ("¥1,200.00", 1200, "JPY"),
    ("-$5.25", -525, "USD"), ("$-5.25", -525, "USD"), ("\u{2212}5 USD", -500, "USD"),
    ("1,250 USD", 125000, "USD"), ("1,234,567 USD", 123_456_700, "USD"),
    ("1.234.567 EUR", 123_456_700, "EUR"), ("١٢٫٥٠ SAR", 1250, "SAR"), ("19,90 zł", 1990, "PLN"),
    ("0.5 USD", 50, "USD"), ("0 USD", 0, "USD"), ("10.5000 USD", 1050, "USD"),
    ("Fr. 12.50", 1250, "CHF"), ("  $7  ", 700, "USD"),
  ])
  func readsWhatPeopleWrite(text: String, minorUnits: Int, currency: String) throws {
    #expect(try Money.parse(text) == Money(minorUnits: minorUnits, currency: currency))
  }

  @Test(arguments: [
    ("9.99", "EUR", 999, "EUR"), ("12,50", "EUR", 1250, "EUR"), ("$5", "CAD", 500, "CAD"),
    ("$5", "EUR", 500, "USD"), ("¥5", "CNY", 500, "CNY"), ("5 kr", "NOK", 500, "NOK"),
    ("£5", "EUR", 500, "GBP"),
  ])
  func theDefaultCurrencyFillsGaps(
    text: String, standard: String, minorUnits: Int, currency: String
  ) throws {
    #expect(
      try Money.parse(text, defaultCurrency: standard)
        == Money(minorUnits: minorUnits, currency: currency))
  }

  @Test(
    arguments: [
      ("12,,50", .notAnAmount), ("", .notAnAmount), ("free", .notAnAmount), ("$", .notAnAmount),
      ("1,23.50", .notAnAmount), ("12.50.", .notAnAmount), ("1.2.3", .notAnAmount),
      ("12-50", .notAnAmount), ("1,234.5,6", .notAnAmount),
      ("5 USD EUR", .unknownCurrency("USD EUR")),
      ("EUR 5 USD", .notAnAmount), ("€5 USD", .notAnAmount), ("12..50", .notAnAmount),
      ("1.250", .ambiguous), ("KWD 1,250", .ambiguous), ("10.000", .ambiguous),
      ("5 XYZ", .unknownCurrency("XYZ")),
      ("0.125 USD", .tooManyDecimals(currency: "USD", allowed: 2)),
      ("¥5.5", .tooManyDecimals(currency: "JPY", allowed: 0)),
      ("5 kr", .ambiguousCurrency("kr", candidates: ["DKK", "ISK", "NOK", "SEK"])),
      ("99999999999999999999 USD", .tooLarge), ("10000000000000.01 USD", .tooLarge),
      ("1e5 USD", .notAnAmount), (String(repeating: "9", count: 5000), .notAnAmount),
    ] as [(String, Money.ParseError)])
  func refusesTheRest(text: String, error: Money.ParseError) {
    let standard = text.contains { $0.isLetter || "¥$€".contains($0) } ? nil : "USD"
    #expect(throws: error) { try Money.parse(text, defaultCurrency: standard) }
  }

  @Test func aNumberAloneNeedsACurrency() {
    #expect(throws: Money.ParseError.noCurrency) { try Money.parse("5") }
    #expect(throws: Money.ParseError.unknownCurrency("QQQ")) {
      try Money.parse("5", defaultCurrency: "QQQ")
    }
  }

  @Test(arguments: [
    (123450, "USD", "$1,234.50"), (7500, "USD", "$75"), (5, "USD", "$0.05"), (0, "USD", "$0"),
    (1200, "JPY", "¥1,200"), (1250, "KWD", "KWD\u{A0}1.250"), (123_456_78, "INR", "₹1,23,456.78"),
    (123450, "SEK", "1,234.50\u{A0}kr"), (-525, "USD", "\u{2212}$5.25"), (999, "CAD", "CA$9.99"),
    (100_000_000, "EUR", "€1,000,000"), (Int.min, "JPY", "\u{2212}¥9,223,372,036,854,775,808"),
    (500, "ZZZ", "ZZZ\u{A0}5"),
  ])
  func writesByTheCurrencysRules(minorUnits: Int, currency: String, text: String) {
    #expect(Money(minorUnits: minorUnits, currency: currency).formatted() == text)
  }

  @Test(arguments: [
    ("de", "EUR", "1.234,50\u{A0}€"), ("fr", "EUR", "1\u{202F}234,50\u{A0}€"),
    ("de-CH", "CHF", "CHF\u{A0}1’234.50"), ("en", "EUR", "€1,234.50"),
    ("en-GB", "EUR", "€1,234.50"),
    ("es", "EUR", "1234,50\u{A0}€"), ("es-MX", "MXN", "$1,234.50"),
    ("pt-BR", "BRL", "R$\u{A0}1.234,50"),
    ("tr", "TRY", "₺1.234,50"), ("ar-EG", "SAR", "\u{200F}1,234.50\u{A0}ر.س."),
    ("hi", "INR", "₹1,234.50"), ("zh-Hans", "CNY", "¥1,234.50"), ("zh-Hant-TW", "TWD", "$1,234.50"),
    ("nb", "NOK", "1\u{A0}234,50\u{A0}kr"), ("no", "NOK", "1\u{A0}234,50\u{A0}kr"),
    ("xh", "ZAR", "R\u{A0}1,234.50"),
  ])
  func writesAsLanguagesDo(tag: String, currency: String, text: String) throws {
    let format = LanguageFormat(of: try #require(Language(tag)))
    #expect(Money(minorUnits: 123450, currency: currency).formatted(format) == text)
  }

  @Test(arguments: [
    ("2.499 TRY", "tr", 249_900), ("1.299 €", "de", 129_900), ("1.299,50 €", "de", 129_950),
    ("12.50 €", "de", 1_250), ("1.250 KWD", "de", 1_250),
  ])
  func aLanguageSettlesWhatIsAmbiguous(text: String, tag: String, minorUnits: Int) throws {
    let language = try #require(Language(tag))
    #expect(try Money.parse(text, language: language).minorUnits == minorUnits)
  }

  @Test(arguments: ["en", "xh", "fr"])
  func otherLanguagesDoNot(tag: String) throws {
    let language = try #require(Language(tag))
    #expect(throws: Money.ParseError.ambiguous) {
      try Money.parse("1.299 €", language: language)
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for currency in Currency.all where currency.symbol != "kr" && currency.symbol != "Rs" {
      for minorUnits in [1, 99, 100, 12_345, 987_654_321] {
        let money = Money(minorUnits: minorUnits, currency: currency.code)
        #expect(try Money.parse(money.formatted(), defaultCurrency: currency.code) == money)
      }
    }
  }

  @Test func discountsAreNeverOverstated() {
    func usd(_ cents: Int) -> Money { Money(minorUnits: cents, currency: "USD") }
    #expect(usd(5999).percentOff(from: usd(7500)) == 20)
    #expect(usd(6700).percentOff(from: usd(10000)) == 33)
    #expect(usd(1).percentOff(from: usd(10000)) == 99)
    #expect(usd(0).percentOff(from: usd(100)) == 100)
    #expect(usd(9999).percentOff(from: usd(10000)) == nil)
    #expect(usd(100).percentOff(from: usd(100)) == nil)
    #expect(usd(200).percentOff(from: usd(100)) == nil)
    #expect(usd(100).percentOff(from: Money(minorUnits: 200, currency: "EUR")) == nil)
    #expect(usd(1).percentOff(from: usd(.max)) == 99)
    #expect(usd(.min).percentOff(from: usd(.max)) == nil)
  }
}
