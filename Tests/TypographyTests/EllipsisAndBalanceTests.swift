import Testing

@testable import Typography

@Suite struct EllipsisAndBalanceTests {
  @Test func ellipsisKeepsWholeGraphemes() {
    // Each cluster is a base and two marks, three glyphs: no cut may part them.
    let text = String(repeating: "q\u{323}\u{302} ", count: 12)
    let paragraph = paragraph(text, "Noto Sans")
    let line = paragraph.lines(width: .infinity)[0]
    for width in stride(from: 10.0, to: line.width, by: 7.3) {
      let cut = paragraph.truncated(line, width: width, fonts: catalog)
      #expect(cut.text.hasSuffix("…"))
      let rest = cut.text.dropLast()
      #expect(text.hasPrefix(rest))
      #expect(rest.allSatisfy { $0 == " " || $0.unicodeScalars.count == 3 })
      #expect(cut.width <= max(width, 30) + LineBreaker.tolerance)
      #expect(runs(cut).dropLast().allSatisfy { hasWholeClusters($0) })
    }
  }

  /// A space is one glyph, everything else three.
  private func hasWholeClusters(_ run: GlyphRun) -> Bool {
    Dictionary(grouping: run.glyphs, by: \.cluster).values
      .allSatisfy { $0.count == ($0[0].isSpace ? 1 : 3) }
  }

  @Test func ellipsisFillsTheRoom() {
    let paragraph = paragraph("Abundance of words in one line")
    let line = paragraph.lines(width: .infinity)[0]
    let cut = paragraph.truncated(line, width: 150, fonts: catalog)
    #expect(cut.width <= 150)
    #expect(cut.width > 125)
    #expect(cut.fragments.last.map { $0.x + $0.width } == cut.width)
  }

  @Test func aLineThatFitsGetsItsEllipsisToo() {
    let paragraph = paragraph("Short")
    let cut = paragraph.truncated(paragraph.lines(width: 900)[0], width: 900, fonts: catalog)
    #expect(cut.text == "Short…")
  }

  @Test func theFirstClusterStaysEvenWithoutRoom() {
    let paragraph = paragraph("Wide")
    let cut = paragraph.truncated(paragraph.lines(width: 900)[0], width: 1, fonts: catalog)
    #expect(cut.text == "W…")
  }

  @Test func rightToLeftTextIsCutOnTheLeft() {
    let text = "\u{5D0}\u{5D1}\u{5D2} \u{5D3}\u{5D4}\u{5D5} \u{5D6}\u{5D7}\u{5D8}"
    let paragraph = paragraph(text, direction: .rightToLeft)
    let line = paragraph.lines(width: 900)[0]
    let cut = paragraph.truncated(line, width: line.width - 10, fonts: catalog)
    #expect(runs(cut).first?.text == "…")
    #expect(runs(cut).last?.text.hasPrefix("\u{5D0}\u{5D1}\u{5D2}") == true)
    #expect(cut.width <= line.width - 10)
  }

  @Test func balancedLinesAreAsManyAndMoreEven() {
    let paragraph = paragraph("The seven wonders of a slow and gentle morning routine")
    for width in stride(from: 150.0, to: 500, by: 31) {
      let plain = paragraph.lines(width: width)
      let balanced = paragraph.balancedLines(width: width)
      #expect(balanced.count == plain.count)
      #expect(balanced.allSatisfy { $0.width <= width + LineBreaker.tolerance })
      #expect(spread(balanced) <= spread(plain))
    }
    let two = paragraph.balancedLines(width: paragraph.maxContentWidth - 20)
    #expect(two.count == 2)
    #expect(spread(two) < paragraph.maxContentWidth / 4)
  }

  @Test func balancingCutsNoWordThatFits() {
    for wrap in [TextStyle.OverflowWrap.breakWord, .anywhere] {
      let paragraph = paragraph("Large, 1.7 l") { $0.overflowWrap = wrap }
      let whole = paragraph.maxContentWidth
      #expect(paragraph.balancedLines(width: whole - 4).map(\.text) == ["Large,", "1.7 l"])
      // A word that the full width cuts is balanced by cutting it as often.
      let word = self.word(wrap)
      let plain = word.lines(width: word.maxContentWidth * 0.6)
      let balanced = word.balancedLines(width: word.maxContentWidth * 0.6)
      #expect(plain.count == 2 && balanced.count == 2)
      #expect(spread(balanced) < spread(plain))
    }
  }

  private func word(_ wrap: TextStyle.OverflowWrap) -> Paragraph {
    paragraph("Sicherheitsverschluss") { $0.overflowWrap = wrap }
  }

  @Test func longTextIsNotBalanced() {
    let paragraph = paragraph(String(repeating: "word ", count: 60))
    #expect(paragraph.balancedLines(width: 200) == paragraph.lines(width: 200))
  }

  private func spread(_ lines: [Line]) -> Double {
    let widths = lines.map(\.width)
    return (widths.max() ?? 0) - (widths.min() ?? 0)
  }
}
