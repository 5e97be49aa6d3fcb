import Diagnostics
import Testing

@testable import Typography

/// A paragraph of one style.
func paragraph(
  _ text: String, _ family: String = "Inter", size: Double = 20,
  direction: InlineContent.Direction = .leftToRight, _ change: (inout TextStyle) -> Void = { _ in }
) -> Paragraph {
  var style = TextStyle(font: description(family, size: size))
  change(&style)
  return Paragraph(
    InlineContent(items: [.text(text, style: 0)], styles: [style], direction: direction),
    fonts: catalog)
}

func runs(_ line: Line) -> [GlyphRun] {
  line.fragments.compactMap { fragment in
    guard case .glyphs(let run) = fragment.kind else { return nil }
    return run
  }
}

@Suite struct ParagraphTests {
  @Test func linesAreNoWiderThanAsked() {
    let text = "The quick brown fox jumps over the lazy dog, again and again and again."
    let paragraph = paragraph(text)
    for width in stride(from: paragraph.minContentWidth, to: 500, by: 13.7) {
      let lines = paragraph.lines(width: width)
      #expect(lines.allSatisfy { $0.width <= width + LineBreaker.tolerance })
      #expect(lines.map(\.text).joined(separator: " ") == text)
    }
  }

  @Test func widthZeroShowsEveryOpportunity() {
    let lines = paragraph("one two-three four").lines(width: 0)
    #expect(lines.map(\.text) == ["one", "two-", "three", "four"])
  }

  @Test func minAndMaxContentAgreeWithLines() {
    let paragraph = paragraph("some wonderful words")
    #expect(paragraph.lines(width: paragraph.maxContentWidth).count == 1)
    #expect(paragraph.lines(width: paragraph.minContentWidth).count == 3)
    #expect(paragraph.lines(width: 0).map(\.width).max() == paragraph.minContentWidth)
  }

  @Test func fragmentsStandSideBySide() throws {
    let line = try #require(paragraph("Wave after wave").lines(width: 1_000).first)
    let fragment = try #require(line.fragments.first)
    #expect(fragment.x == 0)
    #expect(abs(fragment.width - line.width) < 0.001)
    let glyphs = runs(line)[0].glyphs
    for (glyph, next) in zip(glyphs, glyphs.dropFirst()) {
      #expect(abs(glyph.x + glyph.advance - next.x) < 0.001)
    }
  }

  @Test func kerningChangesWidth() {
    let kerned = paragraph("AVAVAV")
    let plain = paragraph("AVAVAV") { $0.font.features = [FontFeature(tag: "kern", value: 0)] }
    #expect(kerned.maxContentWidth < plain.maxContentWidth - 3)
  }

  @Test func fiBecomesOneGlyphUnlessLettersAreSpaced() {
    let joined = paragraph("fi", "Vollkorn").lines(width: 100)
    #expect(runs(joined[0])[0].glyphs.count == 1)
    let spaced = paragraph("fi", "Vollkorn") { $0.letterSpacing = 1 }.lines(width: 100)
    #expect(runs(spaced[0])[0].glyphs.count == 2)
  }

  @Test func letterSpacingFollowsEachCluster() {
    let plain = paragraph("abc")
    let spaced = paragraph("abc") { $0.letterSpacing = 5 }
    #expect(abs(spaced.maxContentWidth - plain.maxContentWidth - 15) < 0.001)
    let words = paragraph("a b c") { $0.wordSpacing = 7 }
    #expect(abs(words.maxContentWidth - paragraph("a b c").maxContentWidth - 14) < 0.001)
  }

  @Test func tabularFiguresAreEquallyWide() {
    let feature = FontFeature(tag: "tnum", value: 1)
    let ones = paragraph("1111") { $0.font.features = [feature] }
    let eights = paragraph("8888") { $0.font.features = [feature] }
    #expect(abs(ones.maxContentWidth - eights.maxContentWidth) < 0.001)
    #expect(paragraph("1111").maxContentWidth < paragraph("8888").maxContentWidth - 3)
  }

  @Test func nowrapKeepsOneLine() {
    let lines = paragraph("one two three") { $0.wraps = false }.lines(width: 10)
    #expect(lines.count == 1)
  }

  @Test func aForcedBreakEndsItsLine() {
    let style = TextStyle(font: description("Inter"))
    let content = InlineContent(
      items: [
        .text("one", style: 0), .forcedBreak(style: 0), .forcedBreak(style: 0),
        .text("two", style: 0), .forcedBreak(style: 0),
      ], styles: [style])
    let lines = Paragraph(content, fonts: catalog).lines(width: 500)
    #expect(lines.map(\.text) == ["one", "", "two"])
    #expect(lines.map(\.endsWithForcedBreak) == [true, true, true])
  }

  @Test func contentWithoutItemsHasNoLines() {
    let paragraph = Paragraph(InlineContent(items: [], styles: []), fonts: catalog)
    #expect(paragraph.lines(width: 100).isEmpty)
    #expect(paragraph.maxContentWidth == 0)
  }

  @Test func spacesAtALinesEndVanishUnlessPreserved() {
    let word = paragraph("wide").maxContentWidth
    #expect(paragraph("wide ").maxContentWidth == word)
    let lines = paragraph("wide   wide") { $0.preservesSpaces = true }.lines(width: word + 1)
    #expect(lines.map(\.text) == ["wide", "wide"])
    #expect(lines[0].width == word)
    #expect(lines[0].hangingWidth > 5)
  }

  @Test func longWordsBreakOnlyWhereOverflowWrapAllows() {
    let text = "Donaudampfschifffahrt"
    #expect(paragraph(text).lines(width: 60).count == 1)
    let broken = paragraph(text) { $0.overflowWrap = .breakWord }
    let lines = broken.lines(width: 60)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.width <= 60 + LineBreaker.tolerance })
    #expect(lines.map(\.text).joined() == text)
    #expect(broken.minContentWidth == broken.maxContentWidth)
    let anywhere = paragraph(text) { $0.overflowWrap = .anywhere }
    #expect(anywhere.minContentWidth < 20)
  }

  @Test func breakAllAndKeepAll() {
    let all = paragraph("abc def") { $0.wordBreak = .breakAll }.lines(width: 0)
    #expect(all.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    let ideographs = "漢字 仮名"
    #expect(paragraph(ideographs).lines(width: 0).count == 4)
    let kept = paragraph(ideographs) { $0.wordBreak = .keepAll }.lines(width: 0)
    #expect(kept.map(\.text) == ["漢字", "仮名"])
  }

  @Test func aSoftHyphenShowsWhereItBreaks() {
    let paragraph = paragraph("extra\u{AD}ordinary")
    #expect(runs(paragraph.lines(width: 500)[0]).count == 1)
    let lines = paragraph.lines(width: 80)
    #expect(lines.count == 2)
    #expect(runs(lines[0]).last?.text == "\u{2010}")
    #expect(lines[0].width > self.paragraphWidth("extra"))
  }

  private func paragraphWidth(_ text: String) -> Double { paragraph(text).maxContentWidth }

  @Test func missingCharactersAreNamed() throws {
    let paragraph = paragraph("so \u{10FFFD} good")
    let missing = try #require(paragraph.missing.first)
    #expect(paragraph.missing.count == 1)
    #expect(missing.cluster == "\u{10FFFD}")
    #expect(missing.scalar == "\u{10FFFD}")
    #expect(missing.item == 0)
    #expect(missing.offset == 3)
    #expect(paragraph.maxContentWidth > paragraphWidth("so  good"))
  }

  @Test func fallbackFontsServeOtherScripts() {
    let line = paragraph("Héllo Ελλάδα мир שלום สวัสดี नमस्ते ⚠").lines(width: 2_000)[0]
    let families = runs(line).map(\.font.family)
    #expect(families.contains("Inter"))
    #expect(families.contains("Noto Sans Hebrew"))
    #expect(families.contains("Noto Sans Thai"))
    #expect(families.contains("Noto Sans Devanagari"))
  }

  @Test func tooMuchTextIsAProblemNotACrash() {
    let long = paragraph(String(repeating: "word ", count: 1_200))
    #expect(
      long.problems.map(\.diagnostic.message)
        == ["the text has 6000 characters; a text box may hold 5000"])
    #expect(long.lines(width: 300).count > 100)
    let zalgo = paragraph("a" + String(repeating: "\u{301}", count: 1_000) + "b")
    #expect(
      zalgo.problems.map(\.diagnostic.message)
        == ["a character carries more than 32 combining marks"])
    #expect(paragraph("a" + String(repeating: "\u{301}", count: 32)).problems.isEmpty)
  }
}
