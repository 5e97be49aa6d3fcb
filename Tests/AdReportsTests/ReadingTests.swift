import AdReports
import Diagnostics
import Posts
import Testing

@Suite struct ReadingTests {
  @Test func everyColumnFindsItsFigure() throws {
    let report = try read(
      """
      Ad name,Ad ID,Primary status,Secondary status,Currency,Cost,Impressions,Reach,Clicks (all),\
      Clicks (destination),Video views,2-second video views,6-second video views,\
      6-second video views (focused view),Video views at 100%,Paid likes,Paid comments,Paid shares,\
      Paid followers,Paid profile visits,Conversions,CTR (all),Cost per result,Frequency
      Hook A,1793456789012345678,Active,Delivering,USD,"1,234.56",1,2,3,4,5,6,7,8,9,10,11,12,13,14,\
      15,1.23%,0.50,1.2
      """)
    let line = try #require(report.lines.first)
    #expect(line.adName == "Hook A")
    #expect(line.adID == "1793456789012345678")
    #expect(line.primaryStatus == "Active")
    #expect(line.secondaryStatus == "Delivering")
    let figures = line.figures
    #expect(figures.spend == Money(minorUnits: 123_456, currency: "USD"))
    let counts = [
      figures.impressions, figures.reach, figures.clicks, figures.destinationClicks,
      figures.videoViews, figures.views2s, figures.views6s, figures.focusedViews6s,
      figures.completions, figures.likes, figures.comments, figures.shares, figures.follows,
      figures.profileVisits, figures.conversions,
    ]
    #expect(counts == (1...15).map { $0 })
    #expect(report.unknownColumns.isEmpty)
  }

  @Test func olderNamesAndOddHeadersAreUnderstood() throws {
    let report = try read(
      """
      \u{FEFF}  AD\u{A0}\u{A0}name ;SPEND (GBP);2s Video Views;6s video views;Video views (P100);\
      Clicks;6\u{2011}second focused views
      A;12,50;1;2;3;4;5
      """)
    let figures = try #require(report.lines.first?.figures)
    #expect(figures.spend == Money(minorUnits: 1250, currency: "GBP"))
    #expect(figures.views2s == 1)
    #expect(figures.views6s == 2)
    #expect(figures.completions == 3)
    #expect(figures.destinationClicks == 4, "the older name of destination clicks")
    #expect(figures.clicks == nil)
    #expect(figures.focusedViews6s == 5)
  }

  @Test func unknownColumnsAreKeptByNameAndTold() throws {
    let csv = "Ad name,Impressions,Live views,My = metric\nA,1,2,3\n"
    #expect(try read(csv).unknownColumns == ["Live views", "My = metric"])
    #expect(
      problems(of: csv, options: january)
        == "r.csv:1: warning: 2 columns are not known and left out: \"Live views\", "
        + "\"My = metric\"")
  }

  @Test func totalsBlanksTitlesAndRepeatedHeadersAreSkipped() throws {
    let report = try read(
      """
      Ad report, harbor
      2026-01-01 to 2026-01-31

      Campaign name,Ad name,Impressions
      C,A,1
      ,-,--
      Campaign name,Ad name,Impressions
      C,Total comfort,2
      Total of 2 results,-,3
      ,Summary,3
      """)
    #expect(report.lines.map(\.adName) == ["A", "Total comfort"])
    #expect(report.lines.map(\.row) == [5, 8])
    #expect(report.lines[0].campaignName == "C")
    #expect(report.skippedRows == [1, 2, 6, 7, 9, 10])
  }

  @Test func anAdCalledTotalIsAnAdWhenItHasAnID() throws {
    let report = try read("Ad ID,Ad name,Impressions\n1793456789012345678,Total,1\n,Total,2\n")
    #expect(report.lines.count == 1)
    #expect(report.skippedRows == [3])
  }

  @Test(arguments: ["", "-", "--", "—", "–", "N/A", "<5", "< 10", " "])
  func unknownFiguresAreUnknownAndNotZero(text: String) throws {
    let line = try #require(try read("Ad name,Cost,Reach\nA,\(text),\(text)\n").lines.first)
    #expect(line.figures == AdFigures())
  }

  @Test func formulasAreText() throws {
    let report = try read(
      "Ad name,Ad ID,Reach\n\"=HYPERLINK(\"\"http://x\"\")\",\"=\"\"1793456789012345678\"\"\",1\n"
        + "@cmd,'1793456789012345679,2\n+1,1793456789012345670,3\n")
    #expect(report.lines.map(\.adName) == ["=HYPERLINK(\"http://x\")", "@cmd", "+1"])
    #expect(report.lines.map(\.adID?.last) == ["8", "9", "0"])
  }

  @Test(arguments: [
    ("Ad group name,Ad group ID,Cost", "ad groups"), ("Campaign name,Primary status", "campaigns"),
  ])
  func otherLevelsAreRefused(header: String, level: String) {
    #expect(
      problems(of: "\(header)\nA,1,2\n", options: january) == """
        r.csv:1: error: this is a report of \(level), not of ads
          hint: choose the Ad level in Ads Manager, and the columns Ad name and Ad ID
        """)
  }

  @Test(arguments: ["hello\n", "name,price\nvase,3\n", "Ad name\nA\n", "{\"ads\": []}"])
  func whatIsNoReportIsRefused(text: String) {
    #expect(problems(of: text).hasPrefix("r.csv: error: no line names the columns"))
  }

  @Test func columnsThatSayTheSameAreRefused() {
    #expect(
      problems(of: "Ad name,Cost,Spend\nA,1,2\n", options: january).hasPrefix(
        "r.csv:1:14: error: the columns \"Cost\" and \"Spend\" say the same"))
    #expect(
      problems(of: "Ad name,Cost,cost\nA,1,2\n", options: january).hasPrefix(
        "r.csv:1:14: error: the columns \"Cost\" and \"cost\""))
  }

  @Test func allProblemsAreNamedAtOnceWithTheirPlaces() {
    let found = problems(
      of: """
        Ad name,Ad ID,By Day,Impressions,Cost
        A,1.79E+18,2026-01-01,12.5,free
        "Two
        lines",x,never,-3,-1 USD
        ,,2026-01-01,1,1 USD
        """)
    let places = found.split(separator: "\n").filter { $0.contains("error:") }
      .map { String($0.prefix { $0 != " " }) }
    #expect(
      places == [
        "r.csv:2:3:", "r.csv:2:23:", "r.csv:2:28:", "r.csv:4:8:", "r.csv:4:10:", "r.csv:4:16:",
        "r.csv:4:19:", "r.csv:5:",
      ])
  }

  @Test func onlySoManyProblemsAreListed() {
    let rows = (0..<300).map { "A\($0),x\n" }.joined()
    let found = problems(of: "Ad name,Reach\n" + rows, options: january)
    #expect(found.contains("r.csv: error: 200 more errors in this report"))
  }

  @Test func warningsNeverHideErrors() {
    let rows = (0..<300).map { "A\($0)\n" }.joined()
    let found = problems(of: "Ad name,Reach\n\(rows)B,x\n", options: january)
    #expect(found.contains("r.csv: warning: 280 more warnings about this report"))
    #expect(found.hasSuffix("hint: write whole numbers: 1234"))
    #expect(problems(of: "Ad name,Reach\n\(rows)", options: january).contains("280 more"))
  }

  @Test func noBreakSpacesAroundACellAreNothing() throws {
    let line = try read("Ad name,Reach,Cost\n\u{A0}A\u{A0},\u{A0}7,\u{A0}\n").lines.first
    #expect(line?.adName == "A")
    #expect(line?.figures.reach == 7)
  }

  @Test func aBreakdownThatRepeatsAnAdIsRefused() {
    #expect(
      problems(of: "Ad ID,Age,Reach\n17,18-24,1\n17,25-34,2\n", options: january) == """
        r.csv:1: warning: the column "Age" is not known and left out
        r.csv:3: error: a second line of the ad "17" for the same days; the first is 2
          hint: export the report without breakdowns other than by day; perhaps it has one by "Age"
        """)
    #expect(
      problems(of: "Ad name,Reach\nA,1\nA,2\n", options: january)
        .contains("hint: if these are two ads, add the column Ad ID"))
  }

  @Test func sameNamesInOtherAdGroupsAreOtherAds() throws {
    let report = try read("Ad group name,Ad name,Reach\nG,A,1\nH,A,2\n")
    #expect(report.lines.map(\.adGroupName) == ["G", "H"])
  }

  @Test func aNameWithASeparatorDoesNotShiftFigures() {
    #expect(
      problems(of: "Ad name,Reach\nA, B,1\n", options: january).contains(
        "r.csv:2: error: this row has 3 cells, the header has 2 columns"))
  }

  @Test func aReportWithoutAdsIsAWarning() {
    #expect(
      problems(of: "Ad name,Reach\n", options: january) == "r.csv: warning: the report has no ads")
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func anyDelimiterIsFoundBehindLinesAbove(delimiter: Character) throws {
    let text = "Report, of; three | kinds\nfrom, a, b, c, d, e, f\nAd name,Reach\nA,7\n"
    let csv = String(
      text.split(separator: "\n").enumerated().map { index, line in
        index < 2 ? String(line) : String(line.map { $0 == "," ? delimiter : $0 })
      }.joined(separator: "\n"))
    #expect(try read(csv).lines.first?.figures.reach == 7)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsRead(isBigEndian: Bool, hasMark: Bool) throws {
    var bytes: [UInt8] = []
    for unit in ((hasMark ? "\u{FEFF}" : "") + "Ad name\tReach\nCafé 🔥\t7\n").utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    let line = try AdReport.read(bytes, file: "a.csv", options: january).report.lines.first
    #expect(line?.adName == "Café 🔥")
    #expect(line?.figures.reach == 7)
    #expect(
      problems(of: Array(bytes.dropLast()), file: "r.csv").hasPrefix(
        "r.csv: error: the text is damaged UTF-16"))
  }

  @Test func otherFilesAreNamed() {
    #expect(problems(of: [], file: "r.csv").hasPrefix("r.csv: error: the report is empty"))
    #expect(
      problems(of: [0xD0, 0xCF, 0x11, 0xE0, 1], file: "r.xls").contains(
        "hint: export the report as XLSX or CSV, without a password"))
  }
}
