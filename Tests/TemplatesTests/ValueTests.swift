import Posts
import Testing

@testable import Templates

@Suite struct Values {
  @Test(arguments: [
    ("plain", "plain"), ("a **b** c", "a [b] c"), ("**a**==b==", "[a]<b>"),
    ("2 ** 3 ** 4", "2 ** 3 ** 4"), ("**open", "**open"), ("a ==b", "a ==b"), ("****", "****"),
    ("a == b == c", "a == b == c"), ("**a ==b** c==", "[a ][<b>]< c>"), ("*a* =b=", "*a* =b="),
    ("", ""),
  ])
  func spans(text: String, shown: String) {
    let found = RichText(parsing: text).runs.map { run in
      let marked = run.isMarked ? "<\(run.text)>" : run.text
      return run.isStrong ? "[\(marked)]" : marked
    }
    #expect(found.joined() == shown)
  }

  @Test(arguments: [
    ("short", 10, "short"), ("A clay pot of red earth", 12, "A clay pot…"),
    ("abcdefghij", 5, "abcd…"), ("a, bcd efgh", 7, "a, bcd…"), ("x", 1, "x"), ("xy", 1, "…"),
    ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…"), ("one. two", 6, "one…"),
  ])
  func truncation(text: String, limit: Int, shown: String) {
    #expect(RichText(parsing: text).truncated(to: limit).plain == shown)
  }

  @Test func truncationKeepsSpans() {
    let text = RichText(parsing: "a **bcd efg** h").truncated(to: 6)
    #expect(text.runs.map(\.text) == ["a ", "bcd…"])
    #expect(text.runs.map(\.isStrong) == [false, true])
  }

  @Test(arguments: [
    ("2024-02-29", "Thursday 29 February 2024"), ("2026-01-01", "Thursday 1 January 2026"),
    ("1900-03-01", "Thursday 1 March 1900"), ("0001-01-01", "Monday 1 January 1"),
  ])
  func dates(text: String, shown: String) throws {
    let format = try #require(DateFormat("dddd D MMMM YYYY"))
    #expect(Day(text)?.formatted(format, in: .english) == shown)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "",
    "2026-04-31", "2026-04-00", "2026/04/01",
  ])
  func daysNoCalendarHas(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    "12", "-1.5px", ".5", "50%", "#fff", "#12345678", "Red", "rgb(1, 2, 3)",
    "hsl(120 50% 50% / .5)", "transparent", "45deg",
  ])
  func passIntoStyles(text: String) {
    #expect(CSSScalar.isNumberOrLength(text) || CSSScalar.isColor(text))
  }

  @Test(arguments: [
    "", "1e", "12; x", "1 2", "#ggg", "#12345", "url(x)", "rgb(1)", "rgb(1,2,var(--x))", "redd",
    "5.", "--x", "px", "rgb(1,2,3);x:rgb(1,2,3)", "expression(1)",
  ])
  func doNotPassIntoStyles(text: String) {
    #expect(!CSSScalar.isNumberOrLength(text) && !CSSScalar.isColor(text))
  }

  @Test(
    arguments: [
      ("1080x1920", "1080x1920"), ("1080×1080", "1080x1080"), ("1080X1350", "1080x1350"),
      ("99x100", nil), ("1080", nil), ("1080x", nil), ("axb", nil), ("-1x500", nil),
      ("1080x1920x300", nil), ("99999999999999999999x100", nil),
    ] as [(String, String?)])
  func sizes(text: String, size: String?) {
    #expect(SlideSize(text)?.description == size)
  }

  @Test(
    arguments: [
      (12400.5, nil, "12,400.5"), (0.1 + 0.2, nil, "0.3"), (5, nil, "5"), (1e18, nil, "1e+18"),
      (1e12, nil, "1,000,000,000,000"),
      (1_234_567, 2, "1,234,567.00"), (-1500, 0, "\u{2212}1,500"), (-0.001, 2, "0.00"),
      (999.9996, nil, "1,000"),
    ] as [(Double, Int?, String)])
  func numbers(number: Double, decimals: Int?, shown: String) {
    #expect(Expression.grouped(number, decimals: decimals, .english) == shown)
  }
}
