import Diagnostics
import Markup
import Pixels
import Testing

@testable import Layout
@testable import Styling

@Suite struct GeneratedContentTests {
  /// The texts of a page in document order, pseudo-elements' in brackets.
  private func texts(_ css: String, _ body: [Node]) -> String {
    func text(of element: StyledElement) -> String {
      let inner = element.children.map { child in
        switch child {
        case .text(let text): text.content
        case .element(let element): text(of: element)
        }
      }.joined()
      return element.element.name.hasPrefix("::") ? "[\(inner)]" : inner
    }
    let page = StyledPage(css, body)
    #expect(page.problems == [])
    return text(of: page.root)
  }

  private func words(_ text: String) -> Node {
    .text(
      Markup.Text(content: text, location: SourceLocation(file: "page.html", line: 1, column: 1)))
  }

  @Test func boxesStandBeforeAndAfterTheContent() {
    let css = "p::before { content: \"a\" \"b\" } p::after { content: \"c\" }"
    #expect(texts(css, [element("p", [words("x")])]) == "[ab]x[c]")
  }

  @Test(arguments: ["none", "normal", "\"a\"; display: none"])
  func nothingMeansNoBox(_ content: String) {
    #expect(texts("p::before { content: \(content) }", [element("p", [words("x")])]) == "x")
    #expect(texts("p::before { color: red }", [element("p", [words("x")])]) == "x")
  }

  @Test func anEmptyTextStillMakesABox() {
    #expect(texts("p::before { content: \"\" }", [element("p", [words("x")])]) == "[]x")
  }

  @Test func attributesGiveTheirText() {
    let css = "p::after { content: \"(\" attr(data-note) attr(DATA-missing) \")\" }"
    let page = element("p", attributes: ["data-note": "<b>{"], [words("x")])
    #expect(texts(css, [page]) == "x[(<b>{)]")
  }

  @Test func stylesAreInheritedFromTheElement() throws {
    let page = StyledPage(
      """
      p { color: lime; --gap: 7px; font-size: 40px; background-color: red }
      p::before { content: "a"; padding-left: var(--gap); margin-left: 0.5em; --own: 3px }
      p::before { padding-right: var(--own) }
      """, [element("p", id: "x", [words("x")])])
    #expect(page.problems == [])
    let paragraph = try #require(page.element("x"))
    guard case .element(let before)? = paragraph.children.first else {
      Issue.record("no box")
      return
    }
    #expect(before.element.name == "::before")
    #expect(before.style.text.color == paragraph.style.text.color)
    #expect(before.style.paint.backgroundColor.isTransparent)
    #expect(before.style.box.padding.left == .px(7))
    #expect(before.style.box.padding.right == .px(3))
    #expect(before.style.box.margin.left == .px(20))
  }

  @Test func theRootsFontSizeIsNotThatOfItsPseudoElement() {
    let page = StyledPage(
      "html::before { content: \"a\"; font-size: 99px } #x { width: 1rem }", [div(id: "x")])
    #expect(page.style("x")?.box.width == .length(.px(16)))
  }

  @Test func replacedElementsHaveNone() {
    let css = "img::before, br::after { content: \"a\" }"
    #expect(texts(css, [element("img"), element("br")]) == "")
  }

  @Test func countersCountInDocumentOrder() {
    let css = """
      ol { counter-reset: item } li { counter-increment: item }
      li::before { content: counters(item, ".") " " counter(item, upper-roman) "; " }
      """
    let inner = element("ol", [element("li"), element("li")])
    let page = element("ol", [element("li"), element("li", [inner]), element("li")])
    #expect(texts(css, [page]) == "[1 I; ][2 II; ][2.1 I; ][2.2 II; ][3 III; ]")
  }

  @Test func countersLiveAmongSiblings() {
    let css = """
      .r { counter-reset: a 5 } i { counter-increment: a 2 } i::before { content: counter(a) " " }
      b { counter-set: a 40 } .h { display: none }
      """
    let page = [
      element("p", class: "r", [element("i")]), element("i"), element("i", class: "h"),
      element("b"), element("i"),
    ]
    #expect(texts(css, [div(page), element("i")]) == "[7 ][9 ][42 ][2 ]")
  }

  @Test(arguments: [
    (CounterStyle.decimalLeadingZero, 7, "07"), (.decimalLeadingZero, -7, "-07"),
    (.lowerAlpha, 1, "a"), (.lowerAlpha, 27, "aa"), (.upperAlpha, 702, "ZZ"), (.lowerAlpha, 0, "0"),
    (.lowerRoman, 1994, "mcmxciv"), (.upperRoman, 4000, "4000"), (.lowerGreek, 25, "αα"),
    (.decimal, -3, "-3"),
  ])
  func numbersAreWrittenInTheirStyle(_ style: CounterStyle, _ value: Int, _ text: String) {
    #expect(style.text(of: value) == text)
  }

  @Test func countersStopAtALimit() {
    let css = "i { counter-increment: a 999999999 } i::before { content: counter(a) \" \" }"
    #expect(
      texts(css, [element("i"), element("i"), element("i")])
        == "[999999999 ][1000000000 ][1000000000 ]")
  }

  @Test func contentOfAnElementIsAnError() {
    let page = StyledPage(
      "p { content: \"a\" } p { content: none }", [div(style: "content: attr(id)")])
    let sentence =
      "error: \"content\" does nothing on an element\n  hint: add ::before or ::after "
      + "to the selector, or write the text into the page"
    #expect(
      page.problems == ["templates/demo/style.css:1:5: \(sentence)", "page.html:1:1: \(sentence)"])
  }

  @Test(arguments: [
    ("attr(data-x px)", "\"attr(data-x px)\" does not name an attribute"),
    ("counter(a, klingon)", "\"counter(a, klingon)\" is not a counter"),
    ("counters(a)", "\"counters(a)\" is not a counter"),
  ])
  func wrongFunctionsAreNamed(_ value: String, _ message: String) {
    let page = StyledPage("p::before { content: \(value) }")
    #expect(page.styleProblems.map(\.message) == [message])
  }

  @Test func anEmptyAlternativeMakesDecoration() throws {
    let page = StyledPage(
      "p::before { content: \"“\" / \"\" }", [element("p", id: "x", [words("x")])])
    guard case .element(let before)? = try #require(page.element("x")).children.first else {
      Issue.record("no box")
      return
    }
    #expect(before.element[attribute: "aria-hidden"] == "true")
  }
}
