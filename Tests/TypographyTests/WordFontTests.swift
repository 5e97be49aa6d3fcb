import Testing

@testable import Typography

/// A word is set in one family where one has it whole.
@Suite struct WordFontTests {
  /// Sora has é and à, and neither ễ nor ơ nor ư.
  private static let display = "Sora"

  private func families(_ text: String, _ names: String...) -> [String] {
    let shown = paragraph(text, names)
    return (shown.lines(width: 10_000).first.map(runs) ?? []).map {
      "\($0.font.family): \($0.text)"
    }
  }

  private func paragraph(_ text: String, _ families: [String]) -> Paragraph {
    let style = TextStyle(font: FontDescription(families: families, sizeInPx: 40))
    return Paragraph(
      InlineContent(items: [.text(text, style: 0)], styles: [style]), fonts: catalog)
  }

  @Test func aWordFollowsTheFamilyThatHasItWhole() {
    #expect(
      families("Chào Nguyễn ơi", Self.display, "Inter")
        == ["Sora: Chào ", "Inter: Nguyễn", "Sora:  ", "Inter: ơi"])
  }

  @Test func theFallbackOrderServesWholeWordsToo() {
    #expect(
      families("Chào Nguyễn", Self.display) == ["Sora: Chào ", "Noto Sans: Nguyễn"])
  }

  @Test func decomposedLettersDecideLikeComposedOnes() {
    #expect(
      families("Nguye\u{302}\u{303}n", "Bebas Neue", "Inter").first == "Inter: Nguye\u{302}\u{303}n"
    )
  }

  @Test func whatStandsBetweenWordsStaysAsItIs() {
    #expect(
      families("“Ưu”, 100% (ưu)!", Self.display, "Inter") == [
        "Sora: “", "Inter: Ưu", "Sora: ”, 100% (", "Inter: ưu",
        "Sora: )!",
      ])
  }

  @Test func digitsAndApostrophesInAWordFollowIt() {
    #expect(families("Ư2 Ơ’n", Self.display, "Inter").filter { $0.hasPrefix("Inter") }.count == 2)
    #expect(families("Ư2", Self.display, "Inter") == ["Inter: Ư2"])
  }

  @Test func aWordBoldInPartHasOneFamily() {
    let plain = TextStyle(font: FontDescription(families: [Self.display, "Inter"], sizeInPx: 40))
    var bold = plain
    bold.font.weight = 700
    let shown = Paragraph(
      InlineContent(
        items: [.text("Ng", style: 0), .text("uyễn", style: 1)], styles: [plain, bold]),
      fonts: catalog)
    let line = shown.lines(width: 10_000)[0]
    #expect(runs(line).map(\.font.family) == ["Inter", "Inter"])
    #expect(runs(line).map(\.font.weight) == [400, 700])
    #expect(shown.mixedWords.isEmpty)
  }

  @Test func aPartInAFamilyOfItsOwnIsLeftAlone() {
    let first = TextStyle(font: FontDescription(families: ["Bebas Neue"], sizeInPx: 40))
    let second = TextStyle(font: FontDescription(families: ["Inter"], sizeInPx: 40))
    let shown = Paragraph(
      InlineContent(
        items: [.text("N", style: 0), .text("guyễn", style: 1)], styles: [first, second]),
      fonts: catalog)
    #expect(runs(shown.lines(width: 10_000)[0]).map(\.font.family) == ["Bebas Neue", "Inter"])
    #expect(shown.mixedWords.isEmpty)
  }

  @Test func emojiNeitherPullNorFollow() {
    #expect(
      families("ưu❤️ ưu👍🏽", Self.display, "Inter") == [
        "Inter: ưu", "Noto Color Emoji: ❤️", "Sora:  ", "Inter: ưu",
        "Noto Color Emoji: 👍🏽",
      ])
    #expect(families("aℹ️", "Inter").last == "Noto Color Emoji: ℹ️")
  }

  @Test func japaneseAndChineseKeepToCharacters() {
    // Klee One has all of it but 㐀.
    let shown = families("東京㐀びの店", "Klee One", "Noto Sans CJK JP")
    #expect(
      shown == ["Klee One: 東京", "Noto Sans CJK JP: 㐀", "Klee One: びの", "Klee One: 店"])
    #expect(paragraph("東京㐀びの店", ["Klee One", "Noto Sans CJK JP"]).mixedWords.isEmpty)
  }

  @Test(arguments: ["สวัสดีปีใหม่", "مرحبا", "नमस्ते", "שלום", "한국어", "Привет", "Ελλάδα", "ł", "မြန်မာ"])
  func aWordOfAnyScriptIsOneRun(word: String) {
    #expect(families(word, "Leckerli One").count == 1)
    #expect(paragraph(word, ["Leckerli One"]).mixedWords.isEmpty)
  }

  @Test func aWordThatNoFamilyHasIsNamed() throws {
    // No font has both the Latin letter and Gothic's.
    let shown = paragraph("so a\u{10330}b go", ["Inter"])
    let mixed = try #require(shown.mixedWords.first)
    #expect(shown.mixedWords.count == 1)
    #expect(mixed.word == "a\u{10330}b" && mixed.families.count == 2)
    #expect(mixed.families.first == "Inter" && mixed.item == 0)
    #expect(shown.missing.isEmpty)
  }

  @Test func aMissingLetterIsNoSecondFamily() {
    let shown = paragraph("a\u{1F8FF}b", ["Inter"])
    #expect(shown.mixedWords.isEmpty)
  }
}
