import Diagnostics
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Testing
import Typography

/// Letters that touch, and letters that lose a part, on pages of 600 × 600 px.
@Suite struct InkTests {
  private func ink(_ body: String, css: String = "") throws -> SlideInk {
    let start = Diagnostics.SourceLocation(file: "page.html", line: 1, column: 1)
    let base =
      "body, p { margin: 0 } body { background: #fff; color: #000; font: 700 80px/1 Inter } "
    let sheet = StyleSheet.parse(base + css, startingAt: start)
    try #require(sheet.diagnostics.isEmpty)
    let size = Size(width: 600, height: 600)
    let layout = try SlideLayout(
      document: Document.parse("<body>\(body)</body>", file: "page.html").document,
      rules: StyleRules([sheet.styleSheet]), slide: nil, size: size, fonts: catalog,
      allowsCutText: true, naturalSize: { _, _ in size })
    let scene = try Scene(
      layout: layout.root, width: 600, height: 600, naturalSize: { _, _ in size })
    return Painter().measureInk(of: layout.root, in: scene)
  }

  private func touching(_ body: String, css: String = "") throws -> [String] {
    try ink(body, css: css).collisions.map { "\($0.upper.text)/\($0.lower.text)" }
  }

  private func cut(_ body: String, css: String = "") throws -> [String] {
    try ink(body, css: css).cuts.map(\.word.text)
  }

  // MARK: Lines of one text

  @Test func linesThatMeetTouch() throws {
    let found = try ink("<p class=a>gypsy<br>Bild</p>", css: "p { line-height: .8 }").collisions
    #expect(found.map { "\($0.upper.text)/\($0.lower.text)" } == ["gypsy/Bild"])
    let first = try #require(found.first)
    #expect(first.isOneText && first.upper.element?.classes == ["a"])
    #expect(first.bounds.width < 120 && first.bounds.y < 64 && first.bounds.maxY > 64)
  }

  @Test(arguments: [
    // A descender above small letters, boxes deep in each other.
    ("g g g g<br>ananana", "p { line-height: .8 }"),
    // The stem of a q comes down beside the L's.
    ("q<br>L", "p { line-height: .8 }"),
    // Descenders between what rises below them.
    ("one long<br>i l i l i", "p { line-height: .9; text-indent: 0 }"),
    ("Handgloves<br>Typography<br>Quickly", "p { line-height: 1.1 }"),
    ("THE BIG<br>HEADLINE", "p { line-height: .76 }"),
  ])
  func lettersThatOnlyReachIntoEachOthersBoxesDoNot(text: String, css: String) throws {
    #expect(try touching("<p>\(text)</p>", css: css) == [])
  }

  @Test func lettersOfOneLineMayTouch() throws {
    #expect(try touching("<p>AVAVA <b>mm</b>m</p>", css: "p { letter-spacing: -12px }") == [])
    #expect(try touching("<p>a<sup>2</sup>b</p>", css: "sup { line-height: 0 }") == [])
  }

  @Test(arguments: [
    ("Nguyễn<br>Ễ Ộ Ấ", ".95", "Inter"), ("في الوقت<br>الذي أإآ", ".9", "Noto Sans Arabic"),
    ("ปู่ญฐ<br>น้ำที่ดี", ".9", "Noto Sans Thai"), ("कृतज्ञ सूर्य<br>हिंदी र्कीं", ".9", "Noto Sans Devanagari"),
  ])
  func marksTouch(text: String, height: String, family: String) throws {
    let css = "p { font-family: \(family); line-height: "
    #expect(try touching("<p>\(text)</p>", css: css + "\(height) }").count == 1)
    #expect(try touching("<p>\(text)</p>", css: css + "1.9 }") == [])
  }

  @Test func picturesTouchToo() throws {
    #expect(try touching("<p>go 😀<br>on 😀</p>", css: "p { line-height: .8 }").count == 1)
    #expect(try touching("<p>go 😀<br>on 😀</p>", css: "p { line-height: 1.3 }") == [])
  }

  @Test func lessThanAPixelBetweenLettersIsNone() throws {
    // Capitals of Inter are 0.727 em high: 58 px; the lines' distance is theirs and a few px.
    #expect(try touching("<p>HH<br>HH</p>", css: "p { line-height: 58px }").count == 1)
    #expect(try touching("<p>HH<br>HH</p>", css: "p { line-height: 61px }") == [])
  }

  @Test func movedLettersAreMeasuredWhereTheyLie() throws {
    let css = "p { line-height: .8; transform: translate(60px, 60px) rotate(20deg) scale(.7) }"
    #expect(try touching("<p>gypsy<br>Bild</p>", css: css) == ["gypsy/Bild"])
    #expect(try touching("<p>ggg<br>nan</p>", css: css) == [])
  }

  // MARK: Other texts

  private static let two = "<p class=a>Words</p><p class=b>Other</p>"
  private static let near =
    "p { position: absolute; left: 0; top: 0 } .b { top: 40px; left: 10px } "

  @Test func textOnOtherTextTouches() throws {
    let found = try ink(Self.two, css: Self.near).collisions
    #expect(found.count == 1 && found.first?.isOneText == false)
  }

  @Test(arguments: [
    ".b { visibility: hidden }", ".b { opacity: 0 }", ".b { top: 200px }",
    ".b { color: transparent }",
    // What lies below a card is not seen.
    ".b { background: #fff; width: 600px; padding: 60px; margin: -60px }",
  ])
  func textThatIsNotSeenTouchesNothing(css: String) throws {
    #expect(try touching(Self.two, css: Self.near + css) == [])
  }

  @Test func aCardThatShowsWhatIsBelowHidesNothing() throws {
    for css in [
      "background: rgb(255 255 255 / .5)", "background: linear-gradient(#fff, #fff0)",
      "background: #fff; opacity: .6",
    ] {
      let found = try touching(
        Self.two, css: Self.near + ".b { \(css); width: 600px; padding: 60px; margin: -60px }")
      #expect(found.count == 1)
    }
  }

  @Test func decorationMayTouch() throws {
    let echo = "<p class=a aria-hidden=true>Words</p><p class=b>Words</p>"
    #expect(try touching(echo, css: Self.near) == [])
    #expect(
      try touching(
        "<p>gypsy<br>nano</p>",
        css: "p { line-height: .9; text-decoration: underline 12px; text-underline-offset: 0; "
          + "text-shadow: 0 70px 0 #888; -webkit-text-stroke: 20px #ccc; paint-order: stroke }")
        == [])
  }

  @Test func aTextDrawnTwiceAtOnePlaceIsOneText() throws {
    let css = "p { position: absolute; left: 0; top: 0 } .b { color: #f00 }"
    #expect(try touching("<p>Words</p><p class=b>Words</p>", css: css) == [])
  }

  @Test(arguments: [
    "-webkit-text-stroke: 3px #000; color: transparent",
    "background: linear-gradient(#000, #888); background-clip: text; color: transparent",
  ])
  func lettersWithoutAFillOfTheirOwnCount(css: String) throws {
    let text = "<p>gypsy<br>Bild</p>"
    #expect(try touching(text, css: "p { line-height: .8; \(css) }") == ["gypsy/Bild"])
    #expect(try touching(text, css: "p { line-height: 1.4; \(css) }") == [])
  }

  // MARK: Cut letters

  @Test func descendersAndAccentsAreCut() throws {
    let found = try ink(
      "<p class=a>Éggy jpq</p>", css: "p { overflow: hidden; line-height: 64px; margin: 99px }")
    #expect(found.cuts.map(\.word.text) == ["Éggy"])
    #expect(found.cuts.first?.isBySlide == false)
    #expect(found.cuts.first?.word.element?.classes == ["a"])
    #expect(try cut("<p>nano jpq</p>", css: "p { overflow: hidden; line-height: 64px }") == ["jpq"])
  }

  @Test func dotsOfArabicAreLetters() throws {
    let css = "p { overflow: hidden; font: 400 80px/1 Noto Sans Arabic; margin: 99px; height: "
    // Two dots below the last letter: without them it is another one.
    #expect(try cut("<p>لجدي</p>", css: css + "66px }") == ["لجدي"])
    #expect(try cut("<p>لجدي</p>", css: css + "190px }") == [])
  }

  @Test func aClampCutsTheLastLinesDescenders() throws {
    let css =
      "p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; "
      + "overflow: hidden; width: 400px; line-height: "
    #expect(try cut("<p>Happy gypsy jogging quickly</p>", css: css + ".9 }").count == 1)
    #expect(try cut("<p>Happy gypsy jogging quickly</p>", css: css + "1.4 }") == [])
  }

  @Test func theSlidesEdgeCuts() throws {
    let found = try ink("<p>gypsy</p>", css: "p { position: absolute; top: 532px }").cuts
    #expect(found.map(\.isBySlide) == [true])
    #expect(try cut("<p>gypsy</p>", css: "p { position: absolute; top: 510px }") == [])
  }

  @Test func shapesCut() throws {
    let css = "p { margin: 40px; width: 300px; text-align: center; "
    #expect(try cut("<p>gypsy</p>", css: css + "clip-path: inset(0 0 20px 0) }") == ["gypsy"])
    #expect(try cut("<p>gypsy</p>", css: css + "clip-path: circle(60px) }") == ["gypsy"])
    #expect(try cut("<p>a</p>", css: css + "clip-path: circle(60px) }") == [])
    #expect(
      try cut(
        "<p>a</p>", css: css + "clip-path: polygon(0 0, 100% 0, 52% 50%, 100% 100%, 0 100%) }")
        == ["a"])
    let round = "p { margin: 40px; overflow: hidden; border-radius: 60px; width: 300px; "
    #expect(try cut("<p>gypsy</p>", css: round + "padding: 20px 60px }") == [])
    #expect(try cut("<p>Mmm</p>", css: round + "line-height: 70px }") == ["Mmm"])
  }

  @Test(arguments: [
    // An overshoot of a pixel.
    "<p>oxo</p>", "<p aria-hidden=true>gypsy</p>", "<p style='visibility: hidden'>gypsy</p>",
  ])
  func whatNobodyMissesIsNotCut(body: String) throws {
    #expect(try cut(body, css: "p { overflow: hidden; height: 69px; line-height: 80px }") == [])
  }

  @Test func aLineOutOfSightIsNotPartOfALetter() throws {
    #expect(try cut("<p>one<br>two</p>", css: "p { overflow: hidden; height: 80px }") == [])
  }

  // MARK: Hostile pages

  @Test func thousandsOfTextsOnEachOtherEndEarly() throws {
    let texts = (0..<4_000).map { "<p style='left: \($0 % 7)px'>Mg\($0)</p>" }.joined()
    let found = try ink(texts, css: "p { position: absolute; top: 0 }")
    #expect(found.collisions.count == 50)
  }

  @Test func thousandsOfLettersOnEachOtherEndEarly() throws {
    // Lines that never touch, each in all others' boxes: every pair would be compared.
    let line = String(repeating: "- ", count: 30)
    let lines = (0..<80).map { _ in line }.joined(separator: "<br>")
    let found = try ink(
      "<p>\(lines)</p>", css: "p { font-size: 10px; line-height: 7px; white-space: nowrap }")
    #expect(found.collisions.isEmpty && found.isComplete)
    // Each hides those before it.
    let cards = (0..<300).map { "<p>x\($0)</p>" }.joined()
    let hidden = try ink(
      cards, css: "p { position: absolute; top: 0; width: 600px; background: #fff }")
    #expect(hidden.collisions.isEmpty && !hidden.isComplete)
  }
}
