import TestSupport
import Testing

@testable import Markup

/// What `Document.html()` writes, `Document.parse` reads again.
@Suite struct HTMLWritingTests {
  static let hostile = [
    "</p><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "&amp;",
    "&lt;b&gt;", "&copy", "&#x3c;", "a & b && c", "<!-- x -->", "<![CDATA[x]]>", "</style>",
    "</title>", "1 < 2 > 0", "\u{202e}evil\u{2066}", "\u{a0}\u{200b}\u{feff}", "`{{ field }}`",
    "{{ &amp; }}", "two\nlines\tand more", "  spaces  ", "👩‍👩‍👧 e\u{301} 海の塩 שלום",
    "\u{10fffd}\u{e000}",
  ]

  @Test(arguments: hostile)
  func textAndAttributesComeBackAsTheyWere(text: String) throws {
    let read = try body(of: [
      .element(Element("p", ["title": text, "class": "a"], [.text(Text(text))])),
      .element(Element("img", ["src": "x.png", "alt": text])),
    ])
    let elements = read.childElements
    #expect(elements.map(\.name) == ["p", "img"])
    #expect(elements[0][attribute: "title"] == text && elements[0].classes == ["a"])
    #expect(elements[0].children.map(content).joined() == text)
    #expect(elements[1][attribute: "alt"] == text)
  }

  @Test(arguments: hostile)
  func aTitleComesBackAsItWas(text: String) {
    let document = Document(
      root: Element(
        "html", [:],
        [
          .element(Element("head", [:], [.element(Element("title", [:], [.text(Text(text))]))])),
          .element(Element("body")),
        ]))
    let title = page(document.html()).root.childElements[0].childElements[0]
    #expect(title.name == "title" && title.children.map(content) == [text])
  }

  @Test func aStyleSheetCannotEndItsElement() {
    let css = "p::after { content: '</style><script>'; } /* </STYLE> & < */"
    let document = Document(
      root: Element(
        "html", [:],
        [
          .element(Element("head", [:], [.element(Element("style"))])), .element(Element("body")),
        ]), styleSources: [.inline(css)])
    let read = page(document.html())
    guard case .inline(let text, _)? = read.styleSources.first else {
      Issue.record("no style sheet")
      return
    }
    // The same to CSS, where a backslash before a slash is nothing.
    #expect(text == css.replacing("</", with: "<\\/"))
    #expect(describe(read.root.childElements[0].children) == "style")
    #expect(read.root.childElements[1].childElements.isEmpty)
  }

  @Test func whatHTMLCannotHoldBecomesASpace() throws {
    let read = try body(of: [
      .element(
        Element("p", ["title": "a\u{0}b"], [.text(Text("\u{0}\u{1}\r\u{7f}\u{9f}\u{fffe}x"))]))
    ])
    #expect(read.childElements[0][attribute: "title"] == "a b")
    #expect(read.childElements[0].children.map(content) == ["      x"])
  }

  @Test func elementsWithoutContentHaveNoEndTag() {
    let document = Document(
      root: Element(
        "p", [:], [.element(Element("br")), .element(Element("wbr")), .element(Element("span"))]))
    #expect(document.html() == "<!doctype html>\n<p><br><wbr><span></span></p>\n")
  }

  @Test func anyTreeComesBack() throws {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<200 {
      let nodes = tree(depth: 5, &numbers)
      try #require(plain(body(of: nodes).children) == plain(nodes))
    }
  }

  /// Elements that may stand in each other without implied tags.
  private func tree(depth: Int, _ numbers: inout SeededNumbers) -> [Node] {
    (0..<numbers.roll(1...4)).map { _ in
      if depth == 0 || numbers.flip() {
        return .text(Text((0..<3).map { _ in numbers.pick(Self.hostile) }.joined()))
      }
      let name = numbers.pick(["div", "section", "span", "b", "bdi", "small", "img", "br"])
      let isVoid = HTMLProfile.voidElements.contains(name)
      return .element(
        Element(
          name, ["title": numbers.pick(Self.hostile), "lang": "en"],
          isVoid ? [] : tree(depth: depth - 1, &numbers)))
    }
  }

  // MARK: -

  /// The body that is read of a page with these nodes; it must have no problem.
  private func body(of nodes: [Node]) throws -> Element {
    let document = Document(
      root: Element(
        "html", [:], [.element(Element("head")), .element(Element("body", [:], nodes))]))
    var body = try #require(page(document.html()).root.childElements.last)
    // The file's last line end, which a browser puts there too.
    #expect(body.children.popLast().map(content) == "\n")
    return body
  }

  private func content(_ node: Node) -> String {
    if case .text(let text) = node { return text.content }
    return ""
  }

  /// Names, attributes and text in one line, texts side by side as one.
  private func plain(_ nodes: [Node]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return text.content
      case .element(let element):
        let attributes = element.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        return "⟨\(element.name) \(attributes)⟩\(plain(element.children))⟨⟩"
      }
    }.joined()
  }
}
