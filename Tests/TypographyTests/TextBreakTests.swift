import Testing

@testable import Typography

@Suite struct TextBreakTests {
  /// The text with `|` where lines may break.
  private func marked(_ text: String) -> String {
    paragraph(text).lines(width: 0).map(\.text).joined(separator: "|")
  }

  @Test(arguments: [
    ("and/or", "and/or"),
    ("well-being", "well-|being"),
    ("from -5 to A-4", "from|-5|to|A-|4"),
    ("what?yes", "what?|yes"),
    ("what?!", "what?!"),
    ("call(me)", "call(me)"),
    ("50%(net)", "50%|(net)"),
    ("50% off", "50%|off"),
    ("a :) b", "a|:)|b"),
    ("https://example.com/a-b?c", "https://example.com/a-|b?|c"),
    ("$19.99", "$19.99"),
    ("one\u{A0}two", "one\u{A0}two"),
    ("one\u{200B}two", "one\u{200B}|two"),
    ("one\u{2014}two", "one|\u{2014}|two"),
    ("go \u{2013}now", "go|\u{2013}now"),
  ])
  func linesBreakWhereChromiumBreaksThem(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test func thaiBreaksByDictionary() {
    #expect(marked("ภาษาไทย") == "ภาษา|ไทย")
  }

  @Test func arabicJoinsAcrossABrokenWord() throws {
    let whole = "\u{628}\u{628}\u{628}\u{628}"
    let lines = paragraph(whole, "Noto Sans Arabic", direction: .rightToLeft) {
      $0.overflowWrap = .anywhere
    }.lines(width: 0)
    #expect(lines.count == 4)
    let forms = lines.compactMap { runs($0).first?.glyphs.first?.id }
    // Initial, medial, medial, final: the letters still know their neighbors.
    #expect(forms[1] == forms[2])
    #expect(Set(forms).count == 3)
  }

  @Test func cursiveScriptsAreNotLetterSpaced() {
    let word = "\u{645}\u{631}\u{62D}\u{628}\u{627}"
    let plain = paragraph(word).maxContentWidth
    #expect(paragraph(word) { $0.letterSpacing = 9 }.maxContentWidth == plain)
  }

  @Test func scriptsAndClassesHaveTheirUnicodeNames() {
    #expect(TextBreak.script(of: "ж") == Script("Cyrl"))
    #expect(TextBreak.script(of: "!") == .common)
    #expect(TextBreak.lineBreakClass(of: "\u{A0}") == .glue)
    #expect(TextBreak.lineBreakClass(of: "\u{200D}") == .zeroWidthJoiner)
  }

  @Test func bidiLevelsFollowTheBaseDirection() {
    let text = Array("ab \u{5D0}\u{5D1}".utf16)
    #expect(TextBreak.bidiLevels(of: text, isRightToLeft: false) == [0, 0, 0, 1, 1])
    #expect(TextBreak.bidiLevels(of: text, isRightToLeft: true) == [2, 2, 1, 1, 1])
    #expect(TextBreak.visualOrder(of: [2, 1, 1]) == [2, 1, 0])
  }
}
