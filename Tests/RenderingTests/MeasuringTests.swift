import Diagnostics
import Foundation
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Testing
import Typography

/// Texts measured against what is beneath them, and scrims that come of it.
@Suite struct MeasuringTests {
  private static let size = 300

  private struct Page {
    var layout: SlideLayout
    var photo: Bitmap

    init(_ body: String, css: String, photo: UInt32 = 0xffffff) throws {
      let start = Diagnostics.SourceLocation(file: "page.html", line: 1, column: 1)
      let base = "body, p { margin: 0; font: 700 40px/1.2 Inter; color: #fff; background: #000 } "
      let sheet = StyleSheet.parse(
        base + "p { background: none } img { position: absolute; left: 0; top: 0; width: 300px; "
          + "height: 300px } " + css, startingAt: start)
      try #require(sheet.diagnostics.isEmpty)
      self.photo = Bitmap(
        width: MeasuringTests.size, height: MeasuringTests.size, color: Color(rgb: photo))
      layout = try SlideLayout(
        document: Document.parse("<body>\(body)</body>", file: "page.html").document,
        rules: StyleRules([sheet.styleSheet]), slide: nil, size: Size(width: 300, height: 300),
        fonts: catalog, naturalSize: { _, _ in Size(width: 300, height: 300) })
    }

    func texts() throws -> [MeasuredText] {
      try Painter().measureTexts(
        of: layout.root, width: 300, height: 300,
        naturalSize: { _, _ in Size(width: 300, height: 300) }, images: { _ in photo })
    }

    func scene() throws -> Scene {
      try Scene(
        layout: layout.root, width: 300, height: 300,
        naturalSize: { _, _ in Size(width: 300, height: 300) })
    }

    func contrast() throws -> Double { try #require(try texts().first?.contrast) }
  }

  @Test func textIsMeasuredAgainstItsGround() throws {
    let page = try Page("<p class=a>Text</p>", css: ".a { color: #777; background: #fff }")
    #expect(abs(try page.contrast() - 4.48) < 0.011)
    let text = try #require(try page.texts().first)
    #expect(text.text == "Text" && text.sizeInPx == 40 && text.weight == 700)
    #expect(text.element?.classes == ["a"])
    #expect(text.bounds.minX >= 0 && text.bounds.maxX < 110)
  }

  @Test func groupsFadeTheirText() throws {
    // Black of 30 % on white is #b3b3b3: 2.1 : 1.
    let page = try Page(
      "<div><p>Text</p></div>",
      css: "body { background: #fff } p { color: #000 } div { opacity: 0.3 }")
    #expect(abs(try page.contrast() - 2.1) < 0.03)
  }

  @Test func turnedTextIsMeasuredWhereItLies() throws {
    let page = try Page(
      "<p>Text</p>",
      css: "p { transform: rotate(30deg) scale(0.5); width: 100px; "
        + "margin: 100px; color: #777; background: #fff }")
    let text = try #require(try page.texts().first)
    #expect(abs((text.contrast ?? 0) - 4.48) < 0.011)
    #expect(abs(text.sizeInPx - 20) < 0.01)
    #expect(text.bounds.minX > 100 && text.bounds.minY > 90 && text.bounds.maxX < 200)
  }

  @Test func decorationIsGroundAndNotMeasured() throws {
    let page = try Page(
      "<p aria-hidden=true class=big>MMM</p><p class=on>Text</p>",
      css:
        ".big { position: absolute; color: #fff } .on { color: #eee }")
    let texts = try page.texts()
    #expect(
      texts.map(\.isDecorative) == [true, false] || texts.map(\.isDecorative) == [false, true])
    #expect(texts.first { $0.isDecorative }?.contrast == nil)
  }

  @Test func aLineThroughTextDoesNotHideIt() throws {
    let page = try Page("<p>price</p>", css: "p { text-decoration: line-through 8px }")
    #expect(try page.contrast() == 21)
  }

  @Test func spansAreTheirOwnElements() throws {
    let page = try Page("<p>One <b>two</b></p>", css: "b { color: #333 }")
    let texts = try page.texts()
    #expect(texts.map { $0.element?.name } == ["p", "b"])
    #expect((texts[0].contrast ?? 0) == 21 && (texts[1].contrast ?? 0) < 2)
  }

  @Test func anOutlineIsAGroundOfItsOwn() throws {
    let page = try Page(
      "<p>Text</p>",
      css: "p { background: #fff; -webkit-text-stroke: 6px #000; paint-order: stroke }")
    #expect(try page.contrast() == 21)
    let bare = try Page("<p>Text</p>", css: "p { background: #fff }")
    #expect(try bare.contrast() == 1)
  }

  // MARK: Scrims

  private static let photo = "<img src=a.png alt=''>"
  private static let words = "<div><p>Some words</p></div>"
  private static let style = "div { position: absolute; top: 120px; -flint-scrim: auto }"

  @Test func aScrimBringsTheContrast() throws {
    let bare = try Page(Self.photo + Self.words, css: "div { position: absolute; top: 120px }")
    #expect(try bare.contrast() == 1)
    let page = try Page(Self.photo + Self.words, css: Self.style)
    let contrast = try page.contrast()
    #expect(contrast >= 4.5 && contrast < 4.9)
  }

  @Test(arguments: [0xffffff, 0xc0a080, 0x808080, 0xff0000] as [UInt32])
  func anyGroundIsDarkenedEnough(photo: UInt32) throws {
    let page = try Page(Self.photo + Self.words, css: Self.style, photo: photo)
    #expect(try page.contrast() >= 4.5)
  }

  @Test func aScrimIsNothingWhereTheContrastIsThere() throws {
    let page = try Page(Self.photo + Self.words, css: Self.style, photo: 0x202020)
    let plain = try Page(
      Self.photo + Self.words, css: "div { position: absolute; top: 120px }", photo: 0x202020)
    let scrimmed = try Painter().paint(try page.scene(), images: { _ in page.photo })
    #expect(scrimmed == (try Painter().paint(try plain.scene(), images: { _ in plain.photo })))
  }

  @Test func darkTextIsLightened() throws {
    let page = try Page(
      Self.photo + Self.words, css: Self.style + " p { color: #111 }", photo: 0x404040)
    #expect(try page.contrast() >= 4.5)
  }

  @Test func textOnItsOwnGroundAsksForNoScrim() throws {
    let page = try Page(
      Self.photo + "<div><p class=chip>Some words</p></div>",
      css: Self.style + " .chip { background: #000 }")
    let items = try page.scene().items
    #expect(!items.contains { if case .scrim = $0 { true } else { false } })
  }

  @Test func aScrimStandsBelowAllItsTextsAndAboveThePhoto() throws {
    // On the slide itself: the photo is painted after the slide's own background.
    let page = try Page(
      "<section>\(Self.photo)<p>One</p><p class=late>Two</p></section>",
      css: "section { -flint-scrim: auto } p { position: relative } .late { z-index: 3 }")
    let kinds = try page.scene().items.map { item in
      switch item {
      case .scrim: "scrim"
      case .image: "image"
      case .glyphs: "glyphs"
      default: "other"
      }
    }
    #expect(kinds.filter { $0 != "other" } == ["image", "scrim", "glyphs", "glyphs"])
    #expect(try page.texts().allSatisfy { ($0.contrast ?? 0) >= 4.5 })
  }

  @Test func scrimsAreTheSameEveryTime() throws {
    let page = try Page(Self.photo + Self.words, css: Self.style)
    let scene = try page.scene()
    let painter = Painter()
    let first = try painter.paint(scene, images: { _ in page.photo })
    #expect(first == (try painter.paint(scene, images: { _ in page.photo })))
    #expect(scene.dump.contains("scrim for 4.6"))
  }

  @Test func aScrimMovesWithItsText() throws {
    let page = try Page(
      Self.photo + Self.words, css: Self.style + " div { transform: rotate(-8deg) scale(0.8) }")
    #expect(try page.contrast() >= 4.5)
  }
}
