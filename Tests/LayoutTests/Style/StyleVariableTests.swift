import Diagnostics
import Markup
import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

@Suite struct StyleVariableTests {
  private let place = "templates/demo/style.css"

  @Test func customPropertiesInheritAndOverride() {
    let page = StyledPage(
      ":root { --c: red; --w: 10px } #b { --c: blue } div { color: var(--c); width: var(--w) }",
      [div(id: "a", [div(id: "b", [div(id: "c")])])])
    #expect(page.problems.isEmpty)
    #expect(page.style("a")?.text.color == Color(rgb: 0xff0000))
    #expect(page.style("b")?.text.color == Color(rgb: 0x0000ff))
    #expect(page.style("c")?.text.color == Color(rgb: 0x0000ff))
    #expect(page.style("c")?.box.width == .length(.px(10)))
  }

  @Test func everyStyleAttributeHasItsOwnValue() {
    // What one came to was once taken for another's, when it stood at the same address in memory.
    let names = (1...40).map { "--w\($0)" }
    let root = names.enumerated().map { "\($1): \($0 + 1)px" }.joined(separator: "; ")
    let page = StyledPage(
      ":root { \(root) }", names.map { div(id: $0, style: "width: var(\($0))") })
    for (index, name) in names.enumerated() {
      #expect(page.style(name)?.box.width == .length(.px(Double(index + 1))))
    }
  }

  @Test func namesKeepTheirCase() {
    let page = StyledPage(
      ":root { --A: 1px; --a: 2px } #x { width: var(--A); height: var(--a) }", [div(id: "x")])
    #expect(page.style("x")?.box.width == .length(.px(1)))
    #expect(page.style("x")?.box.height == .length(.px(2)))
  }

  @Test func fallbacksNestAndMayBeEmpty() {
    let page = StyledPage(
      """
      #x { width: var(--no, var(--neither, 3px)); height: calc(2 * var(--no, 1px + 2px));
        font-family: var(--no, Inter, serif); margin: var(--no,) 4px }
      """, [div(id: "x")])
    #expect(page.problems.isEmpty)
    #expect(page.style("x")?.box.width == .length(.px(3)))
    #expect(page.style("x")?.box.margin.top == .px(4))
    #expect(page.style("x")?.text.font.families == ["Inter", "serif"])
  }

  @Test func propertiesOfPropertiesAreFilledInWhereTheyAreSet() {
    let page = StyledPage(
      """
      :root { --unit: 8px; --gap: calc(2 * var(--unit)) }
      #x { --unit: 100px; width: var(--gap) }
      """, [div(id: "x")])
    #expect(page.style("x")?.box.width == .length(.px(16)))
  }

  @Test func shorthandsWithVariablesSetTheirLonghands() {
    let page = StyledPage(
      """
      :root { --v: 5px }
      #x { margin: 1px var(--v); margin-left: 9px; border: var(--v) solid red; padding-left: 1px;
        padding: var(--v) }
      """, [div(id: "x")])
    let box = page.style("x")?.box
    #expect(box?.margin == Edges(top: .px(1), right: .px(5), bottom: .px(1), left: .px(9)))
    #expect(box?.borderWidth == Edges(all: 5))
    #expect(box?.padding == Edges(all: .px(5)))
  }

  @Test func wideKeywordsWorkInAndThroughVariables() {
    let page = StyledPage(
      """
      :root { --c: red; --k: inherit } body { color: lime }
      #x { --c: initial; color: var(--c, blue); } #y { color: var(--k) }
      """, [div(id: "x"), div(id: "y")])
    #expect(page.style("x")?.text.color == Color(rgb: 0x0000ff))
    #expect(page.style("y")?.text.color == Color(rgb: 0x00ff00))
  }

  @Test func anUnsetVariableIsAnErrorWithItsNearestName() {
    let page = StyledPage(
      ":root { --brand-color: red } #x {\n  color: var(--brand-colour);\n}", [div(id: "x")])
    #expect(
      page.problems == [
        """
        \(place):2:10: error: "--brand-colour" is not set where "color" uses it; did you mean \
        "--brand-color"?
          hint: set it on :root, or write a fallback: var(--brand-colour, …)
        """
      ])
  }

  @Test func aValueThatDoesNotFitAfterFillingInPointsAtTheDeclaration() {
    let page = StyledPage(
      ":root { --c: 12px }\ndiv { color: red }\n#x { color: var(--c); }", [div(id: "x")])
    #expect(
      page.problems == [
        """
        \(place):3:13: error: "12px" is not a value of "color"; expected a color such as \
        #1a2b3c, rgb(26 43 60 / 80%) or teal
          hint: with var() filled in, the value is "12px"
        """
      ])
    // Invalid at computed-value time is unset, not what a weaker rule says.
    #expect(page.style("x")?.text.color == .black)
  }

  @Test func circlesAreReportedOnceAndInvalid() {
    let page = StyledPage(
      """
      :root { --a: var(--b, red); --b: var(--c); --c: var(--a) }
      #x { color: var(--a, lime) }
      """, [div(id: "x")])
    #expect(
      page.problems == [
        """
        \(place):1:9: error: custom properties refer to each other in a circle: "--a" → "--b" → \
        "--c" → "--a"
        """
      ])
    #expect(page.style("x")?.text.color == Color(rgb: 0x00ff00))
  }

  @Test func selfReferenceIsACircle() {
    let page = StyledPage(":root { --a: calc(var(--a) + 1px) }")
    #expect(page.problems.count == 1)
    #expect(page.problems.first?.contains("in a circle: \"--a\" → \"--a\"") == true)
  }

  @Test func doublingChainsHaveABudget() {
    var css = ":root { --v0: 1px 1px;"
    for index in 1...30 { css += " --v\(index): var(--v\(index - 1)) var(--v\(index - 1));" }
    let page = StyledPage(css + " } #x { width: var(--v30) }", [div(id: "x")])
    #expect(page.problems.contains { $0.contains("becomes longer than 10000 values") })
  }

  @Test func longChainsHaveABudget() {
    var css = ":root { --v0: 1px;"
    for index in 1...5_000 { css += " --v\(index): calc(var(--v\(index - 1)));" }
    let page = StyledPage(css + " } #x { width: var(--v5000) }", [div(id: "x")])
    #expect(!page.problems.isEmpty)
  }

  @Test func kitFilesResolveTheirOwnUrls() {
    let place = SourceFile.place("kits/acme/kit.css")
    let (kit, _) = Markup.StyleSheet.parse(
      ":root { --brand-logo: url(logo.png) }", startingAt: place)
    let (style, _) = Markup.StyleSheet.parse(
      "body { background-image: var(--brand-logo) }", startingAt: SourceFile.place("t/style.css"))
    let rules = StyleRules([style, kit])
    let page = Markup.Element(
      name: "html", children: [.element(Markup.Element(name: "body", location: place))],
      location: place)
    let tree = styledTree(
      document: Document(root: page), rules: rules, slide: nil, viewport: Size(), fonts: nil)
    guard case .element(let body)? = tree.root.children.first else {
      Issue.record("no body")
      return
    }
    #expect(body.style.paint.backgrounds.first?.image == .url("kits/acme/logo.png"))
  }
}

private enum SourceFile {
  static func place(_ file: String) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: file, line: 1, column: 1)
  }
}
