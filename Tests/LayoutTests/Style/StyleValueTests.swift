import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

/// Expected values are what Chromium 156 computes on the same page.
@Suite struct StyleValueTests {
  @Test(arguments: [
    ("1.5em", 30), ("150%", 30), ("calc(1em + 2vw)", 40), ("clamp(1rem, 4vw, 3rem)", 40),
    ("larger", 24), ("smaller", 16.6667), ("x-large", 24), ("2vmax", 20), ("2vmin", 10),
    ("12pt", 16), ("0", 0), ("calc(1px - 5px)", 0),
  ])
  func fontSize(declared: String, px: Double) throws {
    let page = StyledPage(declarations: "font-size: \(declared)")
    #expect(page.problems.isEmpty)
    let size = try #require(page.style("x")).text.font.sizeInPx
    #expect((size - px).magnitude < 0.0001)
  }

  @Test(arguments: [
    ("1cm", 37.7953), ("10Q", 9.4488), ("1in", 96), ("1mm", 3.7795), ("2pc", 32), ("2ch", 20),
    ("2ex", 20), ("calc(10px + 2em * 3 - 5px / 2)", 127.5), ("max(1em, 5vh, 10px)", 25),
    ("min(1em, 5vh, 10px)", 10), ("clamp(50px, 10px, 20px)", 50), ("calc(-1 * (2px + 3px))", -5),
    ("calc((1px + 2px) * -3)", -9), ("calc(-1 * min(2px, 1em))", -2), ("calc(pi * 10px)", 31.4159),
    ("1e2px", 100), ("+5px", 5), ("-.5px", -0.5), ("-0", 0), ("2rem", 32),
  ])
  func lengths(declared: String, px: Double) throws {
    let page = StyledPage(declarations: "margin-left: \(declared)")
    #expect(page.problems.isEmpty)
    let margin = try #require(page.style("x")?.box.margin.left)
    #expect(!margin.hasPercentage)
    #expect((margin.resolved(against: 0.0) as Double - px).magnitude < 0.0001)
  }

  @Test(arguments: [
    ("calc(100% - 24px)", 176), ("calc(100% / 3 + 1em)", 86.6667), ("min(50%, 120px)", 100),
    ("max(50%, 6em)", 120), ("clamp(10px, 80%, 150px)", 150), ("calc(2 * min(50%, 30px))", 60),
    ("calc(-1 * max(50%, 30px) + 100%)", 100), ("calc(10% - 50px)", 0),
  ])
  func percentagesWaitForTheirBasis(declared: String, px: Double) throws {
    let page = StyledPage(declarations: "width: \(declared)")
    #expect(page.problems.isEmpty)
    guard case .length(let width)? = page.style("x")?.box.width else {
      Issue.record("no length")
      return
    }
    #expect(width.hasPercentage)
    #expect((width.resolved(against: 200.0) as Double - px).magnitude < 0.0001)
  }

  @Test func hugeNumbersStayFinite() throws {
    let page = StyledPage(
      declarations: """
        width: 1e300px; height: calc(1e300px * 1e300); margin-left: calc(-1e300px * 1e9);
        z-index: 99999999999999999999; flex-grow: 1e400; padding: calc(1e300% * 1e300 + 1px)
        """)
    let style = try #require(page.style("x"))
    #expect(style.box.width == .length(.px(ValueLimits.length)))
    #expect(style.box.height == .length(.px(ValueLimits.length)))
    #expect(style.box.margin.left == .px(-ValueLimits.length))
    #expect(style.box.zIndex == 1_000_000_000)
    #expect(style.flex.grow.isFinite)
    #expect((style.box.padding.top.resolved(against: 1e6) as Double).isFinite)
  }

  @Test func calculationsRoundToWholeNumbersHalvesUp() {
    #expect(StyledPage(declarations: "z-index: calc(1.5)").style("x")?.box.zIndex == 2)
    #expect(StyledPage(declarations: "order: calc(-3 / 2)").style("x")?.flex.order == -1)
  }

  @Test func remOfTheRootIsItsInitialSizeAndElsewhereTheRoots() {
    let page = StyledPage("html { font-size: 2rem } #x { width: 2rem }", [div(id: "x")])
    #expect(page.root.style.text.font.sizeInPx == 32)
    #expect(page.style("x")?.box.width == .length(.px(64)))
  }

  @Test func emOfOtherPropertiesIsTheElementsOwnSize() {
    let page = StyledPage(declarations: "width: 2em; font-size: 2em")
    #expect(page.style("x")?.box.width == .length(.px(80)))
  }

  @Test func lineHeightNumbersScaleInChildrenAndPercentagesDoNot() {
    let page = StyledPage(
      """
      #a { line-height: 150% } #b { line-height: 1.5 } #a, #b { font-size: 20px }
      #ac, #bc { font-size: 40px }
      """, [div(id: "a", [div(id: "ac")]), div(id: "b", [div(id: "bc")])])
    #expect(page.style("ac")?.text.lineHeight == .px(30))
    #expect(page.style("bc")?.text.lineHeight == .number(1.5))
  }

  @Test(arguments: [
    ("1.7px solid", 1), ("0.3px solid", 1), ("thick solid", 5), ("solid", 3), ("0.1em solid", 2),
    ("5px none", 0), ("5px", 0), ("0 solid", 0), ("2.999px dashed", 2),
  ])
  func borderWidthsAreWholePixelsAndZeroWithoutStyle(declared: String, px: Double) {
    let page = StyledPage(declarations: "border: \(declared)")
    #expect(page.style("x")?.box.borderWidth == Edges(all: px))
  }

  @Test func bolderAndLighterDependOnTheParent() {
    let page = StyledPage(
      "#a { font-weight: 300 } .bolder { font-weight: bolder } .lighter { font-weight: lighter }",
      [
        div(
          id: "a",
          [
            div(
              id: "b", class: "bolder",
              [
                div(
                  id: "c", class: "bolder",
                  [div(id: "d", class: "bolder", [div(id: "e", class: "lighter")])])
              ])
          ])
      ])
    let weights = ["a", "b", "c", "d", "e"].map { page.style($0)?.text.font.weight }
    #expect(weights == [300, 400, 700, 900, 700])
  }

  @Test func aspectRatios() {
    func ratio(_ value: String) -> AspectRatio? {
      StyledPage(declarations: "aspect-ratio: \(value)").style("x")?.box.aspectRatio
    }
    #expect(ratio("4 / 5") == .ratio(0.8))
    #expect(ratio("2") == .ratio(2))
    #expect(ratio("auto 1 / 2") == .autoOr(0.5))
    #expect(ratio("1 / 2 auto") == .autoOr(0.5))
    #expect(ratio("4 / 0") == .auto)
  }

  @Test func whiteSpaceAndTextWrapShareTheirLonghands() {
    func text(_ declarations: String) -> InheritedTextStyle? {
      StyledPage(declarations: declarations).style("x")?.text
    }
    #expect(text("white-space: nowrap")?.whiteSpace == .nowrap)
    #expect(text("white-space: pre")?.whiteSpace == .pre)
    #expect(text("white-space: pre-line")?.whiteSpace == .preLine)
    #expect(text("white-space: pre; text-wrap: balance")?.whiteSpace == .preWrap)
    #expect(text("text-wrap: balance")?.wrap == .balance)
    #expect(text("text-wrap: nowrap")?.whiteSpace == .nowrap)
    #expect(text("text-wrap: balance; white-space: nowrap")?.wrap == .balance)
  }

  @Test func fontFeaturesOfSeveralPropertiesComeTogether() {
    let page = StyledPage(
      declarations: """
        font-variant-numeric: tabular-nums oldstyle-nums; font-kerning: none;
        font-feature-settings: "ss01", "tnum" off
        """)
    #expect(
      page.style("x")?.text.font.features == [
        FontFeature(tag: "kern", value: 0), FontFeature(tag: "onum", value: 1),
        FontFeature(tag: "ss01", value: 1), FontFeature(tag: "tnum", value: 0),
      ])
  }

  @Test func flintsOwnPropertiesAreRead() throws {
    let style = try #require(
      StyledPage(
        declarations: """
          -flint-min-font-size: 2em; -flint-fit-group: headline; -flint-focus: 50% 30%;
          -flint-safe: none
          """
      ).style("x"))
    #expect(style.line.minFontSize == 40)
    #expect(style.line.fitGroup == "headline")
    #expect(style.paint.focus == .point(PositionValue(x: .percent(50), y: .percent(30))))
    #expect(!style.paint.mustBeSafe)
  }

  @Test func lineClampIdiomIsRead() {
    let style = StyledPage(
      declarations: "display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3"
    ).style("x")
    #expect(style?.box.display == .webkitBox)
    #expect(style?.line.lineClamp == 3)
  }

  @Test func urlsAreRelativeToTheFileThatWritesThem() {
    let page = StyledPage(declarations: "background-image: url(a/b.png), url(\"/c.png\")")
    #expect(
      page.style("x")?.paint.backgrounds.map(\.image) == [
        .url("templates/demo/a/b.png"), .url("/c.png"),
      ])
  }
}
