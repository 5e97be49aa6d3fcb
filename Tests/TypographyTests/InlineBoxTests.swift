import Testing

@testable import Typography

/// Atomics, box edges and the order of bidi text.
@Suite struct InlineBoxTests {
  private let style = TextStyle(font: description("Inter", size: 20))

  private func paragraph(
    _ items: [InlineContent.Item], direction: InlineContent.Direction = .leftToRight
  ) -> Paragraph {
    Paragraph(
      InlineContent(items: items, styles: [style], direction: direction), fonts: catalog)
  }

  /// Texts, `#id` for atomics, `<id` and `id>` for start and end edges, left to right.
  private func visual(_ line: Line) -> [String] {
    line.fragments.map { fragment in
      switch fragment.kind {
      case .glyphs(let run): run.text
      case .atomic(let id): "#\(id)"
      case .edge(let id, let isStart): isStart ? "<\(id)" : "\(id)>"
      }
    }
  }

  @Test func mixedHebrewAndLatinStandInVisualOrder() {
    let text = "abc \u{5D0}\u{5D1} 12 \u{5D2}\u{5D3} def"
    let ltr = paragraph([.text(text, style: 0)]).lines(width: 900)[0]
    let words = runs(ltr).map { $0.text.filter { $0 != " " } }.filter { !$0.isEmpty }
    #expect(words == ["abc", "\u{5D2}\u{5D3}", "12", "\u{5D0}\u{5D1}", "def"])
    let starts = ltr.fragments.map(\.x)
    #expect(starts == starts.sorted())
    #expect(ltr.text == text)
    let rtl = paragraph([.text(text, style: 0)], direction: .rightToLeft).lines(width: 900)[0]
    #expect(runs(rtl).first?.text.contains("def") == true)
    #expect(runs(rtl).last?.text.contains("abc") == true)
    #expect(abs(rtl.width - ltr.width) < 0.01)
  }

  @Test func rightToLeftGlyphsRunFromTheRight() throws {
    let line = paragraph(
      [.text("\u{5D0}\u{5D1}\u{5D2}", style: 0)], direction: .rightToLeft
    ).lines(width: 900)[0]
    let run = try #require(runs(line).first)
    #expect(run.isRightToLeft)
    #expect(run.glyphs.map(\.cluster) == [2, 1, 0])
    #expect(run.glyphs.map(\.x) == run.glyphs.map(\.x).sorted())
  }

  @Test func atomicsBreakOnBothSides() {
    let paragraph = paragraph([
      .text("a", style: 0), .atomic(id: 7, width: 30, style: 0), .text("b c", style: 0),
    ])
    #expect(paragraph.lines(width: 0).map { visual($0).joined() } == ["a", "#7", "b", "c"])
    #expect(abs(paragraph.minContentWidth - 30) < 0.001)
    #expect(visual(paragraph.lines(width: 900)[0]) == ["a", "#7", "b c"])
  }

  @Test func edgesStayWithTheTextTheyEnclose() {
    let paragraph = paragraph([
      .text("aa ", style: 0), .boxStart(id: 1, width: 5, style: 0), .text("bb", style: 0),
      .boxEnd(id: 1, width: 6, style: 0), .text(" cc", style: 0),
    ])
    #expect(paragraph.lines(width: 0).map { visual($0) } == [["aa"], ["<1", "bb", "1>"], ["cc"]])
    let line = paragraph.lines(width: 900)[0]
    #expect(visual(line) == ["aa ", "<1", "bb", "1>", " cc"])
    let plain = self.paragraph([.text("aa bb cc", style: 0)]).maxContentWidth
    #expect(abs(line.width - plain - 11) < 0.01)
    #expect(line.fragments.map(\.item) == [0, 1, 2, 3, 4])
  }

  @Test func aBoxOverTwoLinesHasAnEdgeInEach() {
    let paragraph = paragraph([
      .boxStart(id: 1, width: 5, style: 0), .text("aa bb", style: 0),
      .boxEnd(id: 1, width: 6, style: 0),
    ])
    #expect(paragraph.lines(width: 0).map { visual($0) } == [["<1", "aa"], ["bb", "1>"]])
  }

  @Test func edgesOfEnclosingBoxesStandOutside() {
    let line = paragraph([
      .boxStart(id: 1, width: 1, style: 0), .boxStart(id: 2, width: 1, style: 0),
      .text("aa", style: 0), .boxEnd(id: 2, width: 1, style: 0),
      .boxEnd(id: 1, width: 1, style: 0), .boxStart(id: 3, width: 4, style: 0),
      .boxEnd(id: 3, width: 4, style: 0),
    ]).lines(width: 900)[0]
    #expect(visual(line) == ["<1", "<2", "aa", "2>", "1>", "<3", "3>"])
    #expect(line.fragments.map(\.x) == line.fragments.map(\.x).sorted())
  }

  @Test func aBoxAroundHebrewHasItsStartOnTheParagraphsSide() {
    let items: [InlineContent.Item] = [
      .text("ab ", style: 0), .boxStart(id: 1, width: 5, style: 0),
      .text("\u{5D0}\u{5D1}", style: 0), .boxEnd(id: 1, width: 6, style: 0),
    ]
    let hebrew = "\u{5D0}\u{5D1}"
    #expect(visual(paragraph(items).lines(width: 900)[0]) == ["ab ", "<1", hebrew, "1>"])
    let rtl = paragraph(items, direction: .rightToLeft).lines(width: 900)[0]
    #expect(visual(rtl) == ["1>", hebrew, "<1", " ", "ab"])
  }

  @Test func onlyEdgesMakeALine() {
    let lines = paragraph([
      .boxStart(id: 1, width: 5, style: 0), .boxEnd(id: 1, width: 6, style: 0),
    ]).lines(width: 100)
    #expect(lines.map { visual($0) } == [["<1", "1>"]])
    #expect(lines[0].width == 11)
  }

  @Test func kerningReachesAcrossItemsOfOneLook() {
    let whole = paragraph([.text("AV", style: 0)]).maxContentWidth
    let parts: [InlineContent.Item] = [
      .text("A", style: 0), .boxStart(id: 1, width: 0, style: 0), .text("V", style: 0),
      .boxEnd(id: 1, width: 0, style: 0),
    ]
    #expect(abs(paragraph(parts).maxContentWidth - whole) < 0.001)
  }

  @Test func preservedTabsReachTheNextStop() {
    var style = style
    style.preservesSpaces = true
    let content = InlineContent(items: [.text("a\tb\t\tc", style: 0)], styles: [style])
    let line = Paragraph(content, fonts: catalog).lines(width: 900)[0]
    var space = TextStyle(font: style.font)
    space.preservesSpaces = true
    let stop =
      Paragraph(
        InlineContent(items: [.text("        ", style: 0)], styles: [space]), fonts: catalog
      ).maxContentWidth
    #expect(abs(line.fragments[1].x - stop) < 0.01)
    #expect(abs(line.fragments[2].x - 3 * stop) < 0.01)
  }
}
