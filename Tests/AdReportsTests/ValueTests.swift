import AdReports
import Diagnostics
import Posts
import Testing

@Suite struct ValueTests {
  private func costs(_ texts: [String], _ options: AdReportOptions = january) throws -> [Int?] {
    let rows = texts.enumerated().map { "A\($0.offset)|\($0.element)\n" }.joined()
    return try read("Ad name|Cost\n" + rows, options: options).lines.map {
      $0.figures.spend?.minorUnits
    }
  }

  private func days(_ texts: [String], _ options: AdReportOptions = AdReportOptions()) throws
    -> [String]
  {
    let rows = texts.enumerated().map { "A\($0.offset)|\($0.element)\n" }.joined()
    return try read("Ad name|By Day\n" + rows, options: options).lines.map {
      $0.firstDay.description
    }
  }

  // MARK: Money

  @Test(arguments: [
    ("$1,234.56", 123_456, "USD"), ("GBP 12.00", 1200, "GBP"), ("1.234,56 €", 123_456, "EUR"),
    ("12", 1200, "USD"), ("¥1,200", 1200, "JPY"), ("1 234,50", 123_450, "USD"), ("0", 0, "USD"),
  ])
  func amountsAreReadAsTheyAreWritten(text: String, units: Int, currency: String) throws {
    let line = try read("Ad name|Cost\nA|\(text)\n", options: january).lines.first
    #expect(line?.figures.spend == Money(minorUnits: units, currency: currency))
  }

  @Test func oneCellDecidesItsColumnsDecimalMark() throws {
    #expect(try costs(["1.250", "12,50"]) == [125_000, 1250])
    #expect(try costs(["1.250", "12,50", "7"]) == [125_000, 1250, 700])
  }

  @Test func marksBeforeThreeDigitsFollowTheColumn() throws {
    #expect(try costs(["1,250", "12,50"], .init(currency: "KWD")) == [1250, 12_500])
    #expect(try costs(["1,250", "12.50"]) == [125_000, 1250])
    #expect(try costs(["1.250", "7.5"], .init(currency: "KWD")) == [1250, 7500])
    #expect(try costs(["1.250", "1.250.000"]) == [125_000, 125_000_000])
  }

  @Test func theOptionDecidesWhereTheColumnDoesNot() throws {
    #expect(
      problems(of: "Ad name|Cost\nA|1.250\n", options: january) == """
        r.csv:2:3: error: the cost "1.250" can be read in two ways
          hint: say how decimals are written with --decimal-mark point or comma
        """)
    var options = january
    options.decimalMark = .comma
    #expect(try costs(["1.250"], options) == [125_000])
    options.decimalMark = .point
    #expect(throws: DiagnosticsError.self) { try costs(["1.255"], options) }
    #expect(try costs(["1.250"], options) == [125])
  }

  @Test func twoDecimalMarksInAColumnAreRefused() {
    #expect(
      problems(of: "Ad name|Cost\nA|1.50\nB|1,50\n", options: january).hasPrefix(
        "r.csv:3:3: error: \"1,50\" has another decimal mark than \"1.50\"\n"
          + "  hint: that one stands at r.csv:2:3"))
  }

  @Test func aCurrencyIsNeededAndMustAgree() {
    let options = AdReportOptions(days: january.days)
    #expect(
      problems(of: "Ad name,Cost\nA,1.50\n", options: options) == """
        r.csv:2:3: error: the cost "1.50" has no currency
          hint: give it with --currency, such as USD
        """)
    #expect(
      problems(of: "Ad name,Currency,Cost\nA,USD,€1.50\n", options: options)
        == "r.csv:2:7: error: the cost \"€1.50\" is in EUR, but the report says USD")
    #expect(
      problems(of: "Ad name,Currency,Cost\nA,Dollars,1.50\n", options: options)
        .hasPrefix("r.csv:2: error: \"Dollars\" is not a currency"))
    #expect(problems(of: "", options: .init(currency: "XXY")).hasPrefix("error: --currency"))
  }

  @Test func theCurrencyColumnSaysWhichDollar() throws {
    let line = try read("Ad name,Currency,Cost\nA,CAD,$1.50\n").lines.first
    #expect(line?.figures.spend == Money(minorUnits: 150, currency: "CAD"))
  }

  // MARK: Counts

  @Test(arguments: [
    "1234", "1,234", "1.234", "1 234", "1\u{202F}234", "1’234", "1234.0", "1,234.00",
  ])
  func countsAreRead(text: String) throws {
    #expect(try read("Ad name|Reach\nA|\(text)\n").lines.first?.figures.reach == 1234)
  }

  @Test(arguments: ["12.5", "1,23", "1,2,3", "1..2", "12K", "1,234.5", "5%", "1e3", "١٢", "9 9"])
  func whatIsNoCountIsRefused(text: String) {
    #expect(
      problems(of: "Ad name|Reach\nA|\(text)\n", options: january).hasPrefix(
        "r.csv:2:3: error: \"\(text)\" is not a count"))
  }

  @Test func countsHaveLimits() {
    #expect(
      problems(of: "Ad name|Reach\nA|-1\n", options: january)
        == "r.csv:2:3: error: the count \"-1\" is negative")
    #expect(
      problems(of: "Ad name|Reach\nA|99999999999999999999\n", options: january)
        == "r.csv:2:3: error: the count \"99999999999999999999\" is too large")
  }

  // MARK: Days

  @Test(arguments: [
    "2026-01-31", "2026/01/31", "2026.1.31", "20260131", "31.01.2026", "31/01/2026", "01/31/2026",
    "1-31-2026", "Jan 31, 2026", "31 January 2026", "2026 Jan 31", "Sept 1 2026",
    "2026-01-31 00:00:00", "2026-01-31T00:00:00Z", "1/31/2026 12:00:00 AM",
  ])
  func daysAreReadInManyForms(text: String) throws {
    let expected = text.hasPrefix("Sept") ? "2026-09-01" : "2026-01-31"
    #expect(try days([text]) == [expected])
  }

  @Test func anotherRowDecidesWhichNumberIsTheMonth() throws {
    #expect(try days(["03/04/2026", "13/04/2026"]) == ["2026-04-03", "2026-04-13"])
    #expect(try days(["03/04/2026", "04/13/2026"]) == ["2026-03-04", "2026-04-13"])
    #expect(try days(["05/05/2026"]) == ["2026-05-05"])
    #expect(try days(["03/04/2026"], .init(dayOrder: .monthFirst)) == ["2026-03-04"])
  }

  @Test func ambiguousAndMixedDaysAreRefused() {
    #expect(
      problems(of: "Ad name,Date\nA,03/04/2026\n") == """
        r.csv:2:3: error: "03/04/2026" may be one of two days
          hint: say which number comes first with --day-order day-first or month-first
        """)
    #expect(
      problems(of: "Ad name,Date\nA,13/04/2026\nB,04/14/2026\n").hasPrefix(
        "r.csv:3:3: error: \"04/14/2026\" has day and month in another order"))
  }

  @Test(arguments: [
    "yesterday", "2026-02-30", "31/31/2026", "2026-01", "01/02/26", "99999999", ":",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(
      problems(of: "Ad name|Day\nA|\(text)\n").hasPrefix("r.csv:2:3: error: \"\(text)\" is not"))
  }

  @Test(arguments: [
    "Ad_20260101_20260131_GMT+0.csv", "out/Ad report 2026-01-01 to 2026-01-31 (1).csv",
    "20260101-20260131.csv", "x_20260101_20260131_20260201123000.csv",
  ])
  func aReportWithoutDaysTakesThemFromItsName(file: String) throws {
    let line = try read("Ad name,Reach\nA,1\n", file: file).lines.first
    #expect(line?.firstDay == january.days?.lowerBound)
    #expect(line?.lastDay == january.days?.upperBound)
  }

  @Test(arguments: ["r.csv", "Ad_20260131.csv", "Ad_20260131_20260101.csv", "a_2026_0101_0131.csv"])
  func withoutAnyDaysAReportIsRefused(file: String) {
    #expect(
      problems(of: Array("Ad name,Reach\nA,1\n".utf8), file: file).contains(
        "error: the report does not say which days it covers\n"
          + "  hint: break it down by day in Ads Manager, or give its days with --from and --to"))
  }

  @Test func theOptionIsStrongerThanTheName() throws {
    let line = try read(
      "Ad name,Reach\nA,1\n", file: "Ad_20250101_20250131.csv", options: january
    ).lines.first
    #expect(line?.firstDay == january.days?.lowerBound)
    #expect(
      problems(of: "Ad name,Day\nA,2026-01-05\n", options: january)
        == "r.csv:1: warning: the report has days of its own; --from and --to are not used")
  }

  @Test func aRowWithoutItsDayIsRefused() {
    #expect(problems(of: "Ad name,Day\nA,-\n").hasPrefix("r.csv:2: error: this row has no day"))
  }

  // MARK: Ids

  @Test(arguments: ["1.79E+18", "1,79E+18", "1.79346E18", "1793456789012345600.0"])
  func idsThatASpreadsheetRoundedAreRefused(id: String) {
    #expect(
      problems(of: "Ad ID|Reach\n\(id)|1\n", options: january) == """
        r.csv:2:1: error: a spreadsheet has rounded the ad id "\(id)"
          hint: export the report again and import that file as it is, without opening and saving it
        """)
  }

  @Test func idsThatAllEndWithZerosWereRounded() throws {
    #expect(
      problems(
        of: "Ad ID,Reach\n1793456789012340000,1\n1793456789019990000,2\n", options: january
      ).hasPrefix("r.csv:2:1: error: a spreadsheet has rounded the ad id"))
    let honest = "Ad ID,Reach\n1793456789012340000,1\n1793456789019990001,2\n"
    #expect(try read(honest).lines.count == 2, "one of them may end so by chance")
  }

  @Test func whatIsNoIDIsRefused() {
    #expect(
      problems(of: "Ad ID,Reach\nabc,1\n", options: january).hasPrefix(
        "r.csv:2:1: error: \"abc\" is not an ad id"))
  }
}
