import Diagnostics
import Layout
import Pixels
import Testing
import Typography

/// `-flint-min-font-size` and `-flint-fit-group`.
@Suite struct TextFittingTests {
  private static let long = Array(repeating: "seven words that make a long line", count: 6)
    .joined(separator: " ")

  private func fontSize(_ layout: SlideLayout) -> Double {
    layout.root.runs.first?.glyphs.sizeInPx ?? 0
  }

  @Test func textThatFitsKeepsItsSize() throws {
    let layout = try LaidOutPage.layOut(
      "<h1>Short</h1>",
      css: "h1 { margin: 0; font-size: 40px; line-height: 1; max-height: 80px;"
        + " -flint-min-font-size: 20px }")
    #expect(fontSize(layout) == 40)
  }

  @Test func textShrinksToTheLargestSizeThatFitsItsMaxHeight() throws {
    let css =
      "h1 { margin: 0; width: 300px; font-size: 40px; line-height: 1; max-height: 80px;"
      + " -flint-min-font-size: 10px }"
    let layout = try LaidOutPage.layOut("<h1>Seven words that need a third line</h1>", css: css)
    let size = fontSize(layout)
    #expect(size < 40)
    #expect(size > 10)
    let box = try #require(layout.root.inspection.first("h1"))
    #expect(box.borderBox.height <= 80)
    // One step more would not have fitted.
    let larger = try LaidOutPage.layOut(
      "<h1>Seven words that need a third line</h1>",
      css: "h1 { margin: 0; width: 300px; font-size: \(size + 0.5)px; line-height: 1 }")
    #expect(try #require(larger.root.inspection.first("h1")).borderBox.height > 80)
  }

  @Test func unwrappableTextShrinksToItsWidth() throws {
    let layout = try LaidOutPage.layOut(
      "<p>12,345.67 USD</p>",
      css: "p { margin: 0; width: 150px; white-space: nowrap; font-size: 60px; line-height: 1;"
        + " -flint-min-font-size: 10px }")
    let size = fontSize(layout)
    #expect(size < 60)
    let line = try #require(layout.root.inspection.first("p")?.lines.first)
    #expect(line.width <= 150.5)
  }

  @Test func textShrinksUntilAFlexContainerHoldsEverything() throws {
    let layout = try LaidOutPage.layOut(
      "<div id=\"card\"><h1>\(Self.long)</h1><footer>below</footer></div>",
      css: "#card { display: flex; flex-direction: column; height: 200px }"
        + " h1 { margin: 0; font-size: 40px; line-height: 1.1; -flint-min-font-size: 8px }"
        + " footer { flex-shrink: 0 }")
    let tree = layout.root.inspection
    let footer = try #require(tree.first("footer"))
    #expect(footer.borderBox.maxY <= 200.5)
    #expect(fontSize(layout) < 40)
  }

  @Test func absoluteTextAnchoredAtTheBottomStaysOnTheSlide() throws {
    let layout = try LaidOutPage.layOut(
      "<div id=\"words\"><h1>\(Self.long)</h1></div>",
      css: "#words { position: absolute; left: 20px; right: 20px; bottom: 20px }"
        + " h1 { margin: 0; font-size: 60px; line-height: 1; -flint-min-font-size: 8px }")
    let box = try #require(layout.root.inspection.first("h1")).borderBox
    #expect(box.minY >= -0.5)
    #expect(fontSize(layout) < 60)
  }

  @Test func tooMuchTextNamesTheFieldAndHowMuchFits() throws {
    let errors = try LaidOutPage.errors(
      "<h1>\(Self.long)</h1>",
      css: "h1 { margin: 0; width: 300px; font-size: 44px; line-height: 1; max-height: 88px;"
        + " -flint-min-font-size: 32px }", field: "title")
    let message = try #require(errors.first)
    #expect(message.hasPrefix("row.csv:2:5: title is 203 characters; about "))
    #expect(message.hasSuffix(" fit at 32px"))
  }

  @Test func aClampAllowsTextToBeCutAtTheLeastSize() throws {
    let layout = try LaidOutPage.layOut(
      "<h1>\(Self.long)</h1>",
      css: "h1 { margin: 0; width: 300px; font-size: 44px; line-height: 1; overflow: hidden;"
        + " display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;"
        + " -flint-min-font-size: 32px }")
    #expect(fontSize(layout) == 32)
    let lines = try #require(layout.root.inspection.first("h1")).lines
    #expect(lines.count == 2)
    #expect(lines.last?.text.hasSuffix("…") == true)
  }

  @Test func overflowOfOtherContentDoesNotShrinkText() throws {
    let layout = try LaidOutPage.layOut(
      "<div id=\"box\"><h1>Short</h1><div id=\"deco\"></div></div>",
      css: "#box { height: 100px } #deco { height: 10px; width: 900px }"
        + " h1 { margin: 0; font-size: 30px; line-height: 1; -flint-min-font-size: 10px }")
    #expect(fontSize(layout) == 30)
  }

  @Test func whatSticksOutElsewhereDoesNotHideTooMuchText() throws {
    func size(_ margin: String) throws -> Double {
      fontSize(
        try LaidOutPage.layOut(
          "<div class='x'></div><h1>Seven words that need a third line</h1>",
          css: ".x { margin-right: \(margin); height: 10px } h1 { margin: 0; width: 300px;"
            + " font-size: 40px; line-height: 1; max-height: 80px; -flint-min-font-size: 10px }"))
    }
    #expect(try size("-60px") == size("0"))
  }

  @Test func nestedSizesShrinkInProportion() throws {
    let layout = try LaidOutPage.layOut(
      "<h1>\(Self.long) <b>bold</b></h1>",
      css: "h1 { margin: 0; width: 300px; font-size: 40px; line-height: 1; max-height: 120px;"
        + " -flint-min-font-size: 6px } b { font-size: 2em }")
    let sizes = Set(layout.root.runs.map(\.glyphs.sizeInPx)).sorted()
    #expect(sizes.count == 2)
    #expect(abs((sizes.last ?? 0) - 2 * (sizes.first ?? 0)) < 1e-9)
  }

  @Test func aGroupTakesItsSmallestMembersSize() throws {
    let css =
      "p { margin: 0; width: 200px; white-space: nowrap; font-size: 40px; line-height: 1;"
      + " -flint-min-font-size: 8px; -flint-fit-group: price }"
    let layout = try LaidOutPage.layOut("<p>$5</p><p>$1,234,567.89 only</p>", css: css)
    let sizes = Set(layout.root.runs.map(\.glyphs.sizeInPx))
    #expect(sizes.count == 1)
    #expect(layout.fitGroupSizes == ["price": try #require(sizes.first)])
    let other = try LaidOutPage.layOut(
      "<p>$5</p>", css: css, fitGroupLimits: layout.fitGroupSizes)
    #expect(other.root.runs.first?.glyphs.sizeInPx == sizes.first)
  }
}
