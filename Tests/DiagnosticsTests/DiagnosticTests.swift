import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func printsPlaceSeverityMessageAndHints() {
    let diagnostic = Diagnostic.error(
      "price \"12,,50\" is not an amount",
      at: SourceLocation(file: "products.csv", line: 14, column: 31),
      hints: ["write 12.50, $12.50 or 1,250.00"])
    #expect(
      diagnostic.description == """
        products.csv:14:31: error: price "12,,50" is not an amount
          hint: write 12.50, $12.50 or 1,250.00
        """)
  }

  @Test func aLineBreakInANameDoesNotBreakTheLine() {
    let diagnostic = Diagnostic.error(
      "\"a\nb.png\" is empty", at: SourceLocation(file: "c\r\nd.csv", line: 1), hints: ["e\nf"])
    #expect(
      diagnostic.description == """
        c\\r\\nd.csv:1: error: "a\\nb.png" is empty
          hint: e\\nf
        """)
  }

  @Test func logSortsByPlaceAndDropsRepeats() {
    var log = DiagnosticLog()
    log.add(.error("b", at: SourceLocation(file: "x", line: 10, column: 2)))
    log.add(.warning("a", at: SourceLocation(file: "x", line: 9, column: 8)))
    log.add(.error("b", at: SourceLocation(file: "x", line: 10, column: 2)))
    log.add(.error("no place"))
    #expect(log.sorted.map(\.message) == ["no place", "a", "b"])
    #expect(log.hasErrors)
  }

  @Test(arguments: [
    ("colour", "color"), ("dispaly", "display"), ("paddding", "padding"), ("widht", "width"),
  ])
  func findsTheLikelyWord(typed: String, meant: String) {
    let known = ["display", "color", "padding", "width", "margin"]
    #expect(Spelling.nearest(to: typed, among: known) == meant)
  }

  @Test func suggestsNothingForAStranger() {
    #expect(Spelling.nearest(to: "zebra", among: ["display", "color"]) == nil)
  }
}
