import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

@Suite struct StyleCascadeTests {
  @Test func higherSpecificityWinsOverLaterRule() {
    let page = StyledPage(
      "#x { width: 1px } .a.b { width: 2px; height: 3px } .a { height: 4px } div { height: 5px }",
      [div(id: "x", class: "a b")])
    #expect(page.style("x")?.box.width == .length(.px(1)))
    #expect(page.style("x")?.box.height == .length(.px(3)))
    #expect(page.problems.isEmpty)
  }

  @Test func laterRuleWinsAtEqualSpecificity() {
    let page = StyledPage(".b { width: 1px } .a { width: 2px }", [div(id: "x", class: "a b")])
    #expect(page.style("x")?.box.width == .length(.px(2)))
  }

  @Test func importantWinsOverSpecificityAndStyleAttribute() {
    let page = StyledPage(
      "div { width: 1px !important; height: 1px } #x { width: 2px }",
      [div(id: "x", style: "width: 3px; height: 4px")])
    #expect(page.style("x")?.box.width == .length(.px(1)))
    #expect(page.style("x")?.box.height == .length(.px(4)))
  }

  @Test func importantStyleAttributeWinsOverImportantRule() {
    let page = StyledPage(
      "#x { width: 1px !important }", [div(id: "x", style: "width: 3px !important")])
    #expect(page.style("x")?.box.width == .length(.px(3)))
  }

  @Test func authorWinsOverUserAgent() {
    let page = StyledPage("* { margin: 0 }", [element("p", id: "x")])
    #expect(page.style("x")?.box.margin == Edges(all: .px(0)))
    #expect(page.body?.box.margin.top == .px(0))
  }

  @Test func shorthandAndLonghandOverrideEachOtherInOrder() {
    let page = StyledPage(declarations: "margin-top: 1px; margin: 2px; margin-left: 3px")
    #expect(
      page.style("x")?.box.margin
        == Edges(top: .px(2), right: .px(2), bottom: .px(2), left: .px(3)))
  }

  @Test func mediaQueriesAskTheSlideSize() {
    let css = """
      @media (min-width: 900px) { #x { width: 1px } }
      @media (orientation: portrait) { #x { height: 2px } }
      """
    let wide = StyledPage(css, [div(id: "x")], size: Size(width: 1000, height: 500))
    #expect(wide.style("x")?.box.width == .length(.px(1)))
    #expect(wide.style("x")?.box.height == .auto)
    let tall = StyledPage(css, [div(id: "x")], size: Size(width: 500, height: 1000))
    #expect(tall.style("x")?.box.width == .auto)
    #expect(tall.style("x")?.box.height == .length(.px(2)))
  }

  @Test func mediaAspectRatioIsExact() {
    let css = "@media (aspect-ratio: 4/5) { #x { width: 1px } }"
    let page = StyledPage(css, [div(id: "x")], size: Size(width: 1080, height: 1350))
    #expect(page.style("x")?.box.width == .length(.px(1)))
    let other = StyledPage(css, [div(id: "x")], size: Size(width: 1080, height: 1351))
    #expect(other.style("x")?.box.width == .auto)
  }

  @Test func otherSlidesAreLeftOutButCountAsSiblings() {
    let slides = ["a", "b", "c"].map { element("section", id: $0, class: "slide") }
    let page = StyledPage("section:nth-child(2) { width: 1px }", slides, slide: 1)
    #expect(page.style("a") == nil)
    #expect(page.style("b")?.box.width == .length(.px(1)))
    #expect(page.style("c") == nil)
  }

  @Test func displayNoneLeavesTheSubtreeOut() {
    let page = StyledPage(
      "#a { display: none } div:last-child { width: 1px }",
      [div(id: "a", [div(id: "inner")]), div(id: "b")])
    #expect(page.style("a") == nil)
    #expect(page.style("inner") == nil)
    #expect(page.style("b")?.box.width == .length(.px(1)))
  }

  @Test func inheritedPropertiesReachChildrenAndOthersDoNot() {
    let page = StyledPage(
      "#a { color: red; letter-spacing: 2px; width: 10px; opacity: 0.5 }",
      [div(id: "a", [div(id: "b")])])
    #expect(page.style("b")?.text.color == Color(rgb: 0xff0000))
    #expect(page.style("b")?.text.letterSpacing == 2)
    #expect(page.style("b")?.box.width == .auto)
    #expect(page.style("b")?.paint.opacity == 1)
  }

  @Test func cssWideKeywordsReachBack() {
    let page = StyledPage(
      """
      #a { width: 10px; color: red; font-size: 30px }
      #b { width: inherit; color: initial; font-size: unset; display: revert }
      b { font-weight: revert }
      """, [div(id: "a", [div(id: "b", [element("b", id: "bold")])])])
    let b = page.style("b")
    #expect(b?.box.width == .length(.px(10)))
    #expect(b?.text.color == .black)
    #expect(b?.text.font.sizeInPx == 30)
    #expect(b?.box.display == .block)
    #expect(page.style("bold")?.text.font.weight == 700)
    #expect(page.problems.isEmpty)
  }
}
