import Testing

@testable import Console

@Suite struct TableTests {
  private static func table(_ rows: [[String]]) -> Table {
    var table = Table([
      .init(title: "post"), .init(title: "slides", isRightAligned: true),
      .init(title: "creator", isEssential: false), .init(title: "ads", isEssential: false),
      .init(title: "caption", leastWidth: 8),
    ])
    for row in rows { table.add(row) }
    return table
  }

  private static let posts = table([
    ["mug", "5", "@mia", "none", "A mug for slow mornings"], ["vase-2", "12", "@jo", "1", "Vase"],
  ])

  private func lines(_ table: Table, width: Int?) -> [String] {
    table.text(width: width, hasColor: false).split(separator: "\n").map(String.init)
  }

  @Test func columnsAreAsWideAsTheirWidestCell() {
    #expect(
      Self.posts.text(width: nil, hasColor: false) == """
        post    slides  creator  ads   caption
        mug          5  @mia     none  A mug for slow mornings
        vase-2      12  @jo      1     Vase

        """)
  }

  @Test func nothingIsCutInAPipe() {
    let words = String(repeating: "word ", count: 100)
    let text = Self.table([["mug", "5", "@mia", "none", words + "end"]]).text(width: nil)
    #expect(text.hasSuffix(words + "end\n"))
  }

  @Test(arguments: 34...60)
  func noLineIsWiderThanTheTerminal(width: Int) {
    for line in lines(Self.posts, width: width) { #expect(line.cells <= width) }
  }

  @Test func flexibleColumnsAreCutFirst() {
    #expect(
      lines(Self.posts, width: 50) == [
        "post    slides  creator  ads   caption",
        "mug          5  @mia     none  A mug for slow mor…",
        "vase-2      12  @jo      1     Vase",
      ])
  }

  @Test func thenColumnsThatAreNotEssentialGoTheLastFirst() {
    #expect(
      lines(Self.posts, width: 38) == [
        "post    slides  creator  caption",
        "mug          5  @mia     A mug for sl…",
        "vase-2      12  @jo      Vase",
      ])
    #expect(
      lines(Self.posts, width: 32) == [
        "post    slides  caption",
        "mug          5  A mug for slow …",
        "vase-2      12  Vase",
      ])
  }

  @Test func essentialColumnsStayOnTheNarrowestTerminal() {
    #expect(
      lines(Self.posts, width: 10) == [
        "post    slides  caption",
        "mug          5  A mug f…",
        "vase-2      12  Vase",
      ])
  }

  @Test func titlesAreBoldOnATerminalOnly() {
    #expect(Self.posts.text(width: 80, hasColor: true).hasPrefix("\u{1b}[1mpost    slides"))
    #expect(!Self.posts.text(width: nil, hasColor: true).contains("\u{1b}"))
    #expect(!Self.posts.text(width: 80, hasColor: false).contains("\u{1b}"))
  }

  @Test func withoutRowsThereAreNoTitles() {
    #expect(Self.table([]).text(width: 80).isEmpty)
  }

  @Test func aCellIsOneLineWithoutControls() {
    let table = Self.table([["a\nb", "5", "", "", "\u{1b}[2J\u{202e}x"]])
    #expect(lines(table, width: nil).last?.hasSuffix(#"\u{1b}[2J\u{202e}x"#) == true)
    #expect(lines(table, width: nil).last?.hasPrefix("a b ") == true)
  }

  @Test func ideographsTakeTwoCells() {
    let table = Self.table([["杯子", "1", "", "", "x"], ["mug-two", "1", "", "", "y"]])
    let rows = lines(table, width: nil)
    #expect(rows[1] == "杯子          1                x")
    #expect(rows[1].cells == rows[2].cells)
  }
}

@Suite struct CellTests {
  @Test(arguments: [
    ("", 0), ("mug", 3), ("杯", 2), ("コップ", 6), ("컵", 2), ("ﾏｸﾞ", 3), ("Ａ", 2), ("☕️", 2),
    ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("…", 1),
  ])
  func charactersFillCells(text: String, cells: Int) {
    #expect(text.cells == cells)
  }

  @Test(arguments: [
    ("mug", 3, "mug"), ("mugs", 3, "mu…"), ("mug", 1, "…"), ("mug", 0, ""), ("", 0, ""),
    ("杯子杯", 5, "杯子…"), ("杯子杯", 4, "杯…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func whatIsCutFits(text: String, width: Int, cut: String) {
    #expect(text.cut(toCells: width) == cut)
    #expect(text.cut(toCells: width).cells <= width)
  }
}
