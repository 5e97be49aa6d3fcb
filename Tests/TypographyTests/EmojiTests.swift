import Testing

@testable import Typography

/// What Chromium 156 shows of the same texts in the same fonts.
@Suite struct EmojiTests {
  @Test(arguments: [
    "😀", "⭐", "⚡", "⌚", "❤️", "☺️", "↔️", "©️", "1️⃣", "#️⃣", "🇩🇪", "🇩", "👍🏽", "☝🏿", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "👩🏽‍🚀", "🏳️‍🌈", "🏳‍🌈", "🤷🏾‍♂", "👁️‍🗨️", "🧑🏻‍🤝‍🧑🏿", "🫱🏼‍🫲🏿", "〰️", "‼️", "🅰️", "㊗️", "⭐️",
  ])
  func pictureIsOneGlyphAsWideAsItsBitmap(text: String) throws {
    let line = try #require(paragraph(text, size: 100).lines(width: 1_000).first)
    let run = try #require(runs(line).first)
    #expect(run.font.hasColorBitmaps)
    #expect(run.glyphs.filter { $0.advance > 0 }.count == 1)
    // The bitmaps are 136 px wide at 109 px.
    #expect(abs(line.width - 13_600 / 109) < 0.01)
  }

  @Test(arguments: [
    "❤", "❤\u{FE0E}", "☺", "⭐\u{FE0E}", "↔", "✔", "☀", "©", "1", "1\u{20E3}",
    "⌚\u{FE0E}", "▶", "☎", "✂", "★", "→", "♀", "‼",
  ])
  func whatIsNoPictureTakesAFontOfLetters(text: String) throws {
    for family in ["Inter", "Bebas Neue"] {
      let shown = paragraph(text, family)
      let line = try #require(shown.lines(width: 1_000).first)
      #expect(runs(line).allSatisfy { !$0.font.hasColorBitmaps })
      #expect(shown.missing.isEmpty)
    }
  }

  @Test func whatOnlyAPictureShowsIsOneThoughTextIsAsked() throws {
    let line = try #require(paragraph("😀\u{FE0E}").lines(width: 1_000).first)
    #expect(runs(line).map(\.font.family) == ["Noto Color Emoji"])
  }

  @Test func theTextsOwnFamilyOfPicturesServesWhatIsTextByDefault() throws {
    let line = try #require(paragraph("❤", "Noto Color Emoji").lines(width: 1_000).first)
    #expect(runs(line).map(\.font.family) == ["Noto Color Emoji"])
  }

  @Test func neighboringPicturesAreOneRunAmongLetters() throws {
    let line = try #require(paragraph("Hi 👩🏽‍🚀🇩🇪 مرحبا 👍🏽", size: 50).lines(width: 2_000).first)
    let pictures = runs(line).filter(\.font.hasColorBitmaps)
    #expect(pictures.map(\.text) == ["👩🏽‍🚀🇩🇪", "👍🏽"])
  }

  @Test func linesNeverBreakInsideAPicture() {
    let lines = paragraph("👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷1️⃣") { $0.overflowWrap = .anywhere }.lines(width: 0)
    #expect(lines.map(\.text) == ["👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "🇫🇷", "1️⃣"])
  }
}
