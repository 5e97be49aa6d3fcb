import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

/// Expected values are Chromium 156's for elements without author styles.
@Suite struct StyleUserAgentTests {
  @Test(arguments: [
    ("h1", 32, 700, 21.44), ("h2", 24, 700, 19.92), ("h3", 18.72, 700, 18.72),
    ("h4", 16, 700, 21.28), ("h5", 13.28, 700, 22.1776), ("h6", 10.72, 700, 24.9776),
    ("p", 16, 400, 16), ("ul", 16, 400, 16), ("blockquote", 16, 400, 16), ("figure", 16, 400, 16),
    ("div", 16, 400, 0), ("strong", 16, 700, 0), ("small", 13.3333, 400, 0),
    ("sub", 13.3333, 400, 0),
  ])
  func elements(name: String, fontSize: Double, weight: Int, margin: Double) throws {
    let style = try #require(StyledPage("", [element(name, id: "x")]).style("x"))
    #expect((style.text.font.sizeInPx - fontSize).magnitude < 0.0001)
    #expect(style.text.font.weight == weight)
    let top = try #require(style.box.margin.top)
    #expect((top.resolved(against: 0.0) as Double - margin).magnitude < 0.0001)
  }

  @Test func headingsDoNotShrinkInSections() {
    let page = StyledPage("", [element("section", [element("h1", id: "x")])])
    #expect(page.style("x")?.text.font.sizeInPx == 32)
  }

  @Test func displayTypes() {
    func display(_ name: String) -> BoxStyle.Display? {
      StyledPage("", [element(name, id: "x")]).style("x")?.box.display
    }
    for name in ["section", "header", "footer", "figcaption", "blockquote", "ol"] {
      #expect(display(name) == .block)
    }
    for name in ["span", "em", "img", "a", "mark", "br"] { #expect(display(name) == .inline) }
    #expect(display("li") == .listItem)
    #expect(display("style") == nil)
  }

  @Test func listsNest() {
    let page = StyledPage(
      "",
      [
        element("ul", id: "a", [element("li", [element("ul", id: "b", [element("ol", id: "c")])])])
      ])
    #expect(page.style("a")?.text.listStyleType == "disc")
    #expect(page.style("b")?.text.listStyleType == "circle")
    #expect(page.style("c")?.text.listStyleType == "decimal")
    #expect(page.style("a")?.box.padding.left == .px(40))
    #expect(page.style("b")?.box.margin.top == .px(0))
  }

  @Test func listPaddingStandsOnTheStartSide() {
    let page = StyledPage("", [element("ul", id: "x", attributes: ["dir": "rtl"])])
    #expect(page.style("x")?.box.padding.right == .px(40))
    #expect(page.style("x")?.box.padding.left == .px(0))
  }

  @Test func inlineElements() {
    func line(_ name: String) -> LineStyle? {
      StyledPage("", [element(name, id: "x")]).style("x")?.line
    }
    #expect(line("u")?.decoration.underline == true)
    #expect(line("s")?.decoration.lineThrough == true)
    #expect(line("sub")?.verticalAlign == .sub)
    #expect(line("sup")?.verticalAlign == .super)
    let mark = StyledPage("body { color: white }", [element("mark", id: "x")]).style("x")
    #expect(mark?.paint.backgroundColor == Color(rgb: 0xffff00))
    #expect(mark?.text.color == .black)
    let link = StyledPage("", [element("a", id: "x", attributes: ["href": "#"])]).style("x")
    #expect(link?.text.color == Color(rgb: 0x0000ee))
    #expect(link?.line.decoration.underline == true)
  }

  @Test func imageAttributesAreHintsThatRulesOverride() {
    let image = element("img", id: "x", attributes: ["width": "200", "height": "100"])
    let plain = StyledPage("", [image]).style("x")?.box
    #expect(plain?.width == .length(.px(200)))
    #expect(plain?.height == .length(.px(100)))
    #expect(plain?.aspectRatio == .autoOr(2))
    let ruled = StyledPage("img { width: 50%; height: auto }", [image]).style("x")?.box
    #expect(ruled?.width == .length(.percent(50)))
    #expect(ruled?.height == .auto)
    #expect(ruled?.aspectRatio == .autoOr(2))
  }

  @Test func directionAndLanguageComeFromAttributes() {
    let page = StyledPage(
      "#c { direction: ltr }",
      [
        element(
          "div", id: "a", attributes: ["dir": "rtl", "lang": "ar"],
          [div(id: "b"), element("div", id: "c", attributes: ["dir": "rtl"])]),
        element("div", id: "d", attributes: ["dir": "auto"], [text("12, שלום hello")]),
        element("div", id: "e", attributes: ["dir": "auto"], [text("12, hello שלום")]),
      ])
    #expect(page.style("b")?.text.direction == .rtl)
    #expect(page.style("b")?.text.language == "ar")
    #expect(page.style("b")?.line.isolatesBidi == false)
    #expect(page.style("a")?.line.isolatesBidi == true)
    #expect(page.style("c")?.text.direction == .ltr)
    #expect(page.style("d")?.text.direction == .rtl)
    #expect(page.style("e")?.text.direction == .ltr)
  }

  @Test func wrongAttributesAreErrors() {
    let page = StyledPage(
      "",
      [
        element("div", attributes: ["dir": "right"]),
        element("img", attributes: ["width": "12px", "height": "nan"]),
      ])
    #expect(
      page.problems == [
        "page.html:1:1: error: \"right\" is not a value of \"dir\"; expected ltr, rtl or auto",
        "page.html:1:1: error: \"12px\" is not a value of \"width\"; expected a number of px or a "
          + "percentage",
        "page.html:1:1: error: \"nan\" is not a value of \"height\"; expected a number of px or a "
          + "percentage",
      ])
  }
}
