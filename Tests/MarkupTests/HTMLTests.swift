import Diagnostics
import Testing

@testable import Markup

/// The document of `html`, which must have no problem.
func page(_ html: String) -> Document {
  let (document, diagnostics) = Document.parse(html, file: "page.html")
  #expect(diagnostics == [], "\(html)")
  return document
}

/// The body's content: `p("text",br)` and so on, attributes left out.
func body(_ html: String) -> String {
  describe(page(html).root.childElements[1].children)
}

func describe(_ nodes: [Node]) -> String {
  nodes.map { node in
    switch node {
    case .text(let text): "\"\(text.content)\""
    case .element(let element):
      element.children.isEmpty ? element.name : "\(element.name)(\(describe(element.children)))"
    }
  }.joined(separator: ",")
}

@Suite struct HTMLTrees {
  @Test func pageElementsAreImplied() {
    let document = page("<title>T</title><p>x")
    #expect(describe([.element(document.root)]) == "html(head(title(\"T\")),body(p(\"x\")))")
  }

  @Test func aTitleHasReferencesAndNoMarkup() {
    let document = page("<title>Salt &amp; <b>pepper</b> &#169;</title>")
    #expect(
      describe(document.root.childElements[0].children) == "title(\"Salt & <b>pepper</b> ©\")")
  }

  @Test func linksThatChangeNothingAreNoProblem() {
    let (document, diagnostics) = Document.parse(
      "<link rel=author href=a><link rel='help license' href=b><link rel=match href=c>",
      file: "page.html")
    #expect(diagnostics.isEmpty)
    #expect(document.styleSources.isEmpty)
  }

  @Test func emptyPageHasHeadAndBody() {
    #expect(describe([.element(page("").root)]) == "html(head,body)")
  }

  @Test func writtenPageElementsKeepAttributesAndPlaces() {
    let marked = MarkedText(
      """
      <!DOCTYPE html>
      ‸<html lang="de">
      ‸<head><meta charset=utf-8></head>
      ‸<body class="a">
      </body>
      </html>

      """, file: "page.html")
    let root = page(marked.text).root
    #expect(root[attribute: "lang"] == "de")
    #expect(root.childElements[1].classes == ["a"])
    #expect([root.location] + root.childElements.map(\.location) == marked.places)
  }

  @Test(arguments: [
    ("<p>a<p>b", "p(\"a\"),p(\"b\")"),
    ("<p>a<div>b</div>", "p(\"a\"),div(\"b\")"),
    ("<p>a<h2>b</h2>", "p(\"a\"),h2(\"b\")"),
    ("<p>a<span>b</span>c", "p(\"a\",span(\"b\"),\"c\")"),
    ("<div><p>a</div>", "div(p(\"a\"))"),
    ("<ul><li>a<li>b</ul>", "ul(li(\"a\"),li(\"b\"))"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(\"a\",ul(li(\"b\"))),li(\"c\"))"),
    ("<ol><li><p>a<li><p>b</ol>", "ol(li(p(\"a\")),li(p(\"b\")))"),
    ("<span><p>a</span>", "span(p(\"a\"))"),
    ("a<br>b<BR/>c<img src=x>", "\"a\",br,\"b\",br,\"c\",img"),
    ("<DIV>x</Div >", "div(\"x\")"),
  ])
  func endTagsAreImpliedAsInABrowser(_ html: String, _ expected: String) {
    #expect(body(html) == expected)
  }

  @Test func whitespaceIsKeptInTheBodyOnly() {
    let html = "\n<head>\n<title>T</title>\n</head>\n<body>\n<p> a </p>\n</body>\n</html>\n"
    #expect(body(html) == "\"\n\",p(\" a \"),\"\n\",\"\n\",\"\n\"")
    #expect(describe(page(html).root.childElements[0].children) == "title(\"T\")")
  }

  @Test func commentsLeaveNoTrace() {
    #expect(body("<!-- <p> -->a<!-->b<!--->c<!-- -- --!>d") == "\"a\",\"b\",\"c\",\"d\"")
  }

  @Test func elementsAttributesAndTextKnowTheirPlaces() throws {
    let marked = MarkedText(
      "<p>é🦊 ‸<b ‸CLASS = '‸a\nb' ‸id=‸x ‸data-if>‸text</b></p>", file: "page.html")
    let paragraph = page(marked.text).root.childElements[1].childElements[0]
    let bold = paragraph.childElements[0]
    #expect(bold.attributes.map(\.name) == ["class", "id", "data-if"])
    #expect(bold.attributes.map(\.value) == ["a\nb", "x", ""])
    guard case .text(let text) = bold.children[0] else {
      Issue.record("no text")
      return
    }
    let attributes = bold.attributes
    let found = [
      bold.location, attributes[0].location, attributes[0].valueLocation, attributes[1].location,
      attributes[1].valueLocation, attributes[2].location, text.location,
    ]
    #expect(found == marked.places)
  }

  @Test func lineEndsOfWindowsAreOneLineEnd() {
    let document = page("<p>a\r\n<b>c</b>\r<i>d</i></p>")
    let paragraph = document.root.childElements[1].childElements[0]
    #expect(describe(paragraph.children) == "\"a\n\",b(\"c\"),\"\n\",i(\"d\")")
    #expect(paragraph.childElements.map(\.location.line) == [2, 3])
    #expect(paragraph.childElements.map(\.location.column) == [1, 1])
  }

  @Test func styleSheetsAreListedInOrder() {
    let marked = MarkedText(
      """
      <link rel="stylesheet" href="‸a.css">
      <style>‸
      p > b { color: red } /* </p> */
      </style>
      <link rel=stylesheet href=‸b.css>
      """, file: "page.html")
    let document = page(marked.text)
    #expect(
      document.styleSources == [
        .linked(href: "a.css", at: marked.places[0]),
        .inline(text: "\np > b { color: red } /* </p> */\n", at: marked.places[1]),
        .linked(href: "b.css", at: marked.places[2]),
      ])
    #expect(
      describe(document.root.childElements[0].children) == "link,style,link",
      "the text of a style sheet is not content")
  }
}

@Suite struct HTMLText {
  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&nbsp;", "\u{A0}"), ("&eacute;&yuml;", "éÿ"),
    ("&Alpha;&Rho;&Sigma;&alpha;&sigmaf;&omega;", "ΑΡΣαςω"), ("&rarr;&hellip;&ndash;", "→…–"),
    ("&#233;&#xE9;&#X1f98A;", "éé🦊"), ("AT&T & co &", "AT&T & co &"), ("a < b <3 <", "a < b <3 <"),
    ("&frac12;&hearts;&check;&Zcaron;", "½♥✓Ž"),
  ])
  func referencesAreResolved(_ html: String, _ expected: String) {
    #expect(body(html) == "\"\(expected)\"")
  }

  @Test func everyNamedReferenceIsOneCharacter() {
    #expect(CharacterReferences.names.count > 400)
    for name in CharacterReferences.names {
      #expect(body("a&\(name);").unicodeScalars.count == 4, "\(name)")
    }
  }

  @Test func attributesAreLenientAboutAmpersands() {
    let image = page("<img src='?a=1&copy=2&b&amp;c' alt=&eacute;>").root.childElements[1]
      .childElements[0]
    #expect(image[attribute: "src"] == "?a=1&copy=2&b&c")
    #expect(image[attribute: "alt"] == "é")
  }

  @Test(arguments: [
    "{{ a < b }}", "{{ a <b> c }}", "{{ a && b }}", "{{ x | join('&y;') }}", "{{ open", "}}", "{ {",
  ])
  func templatesStayAsWritten(_ html: String) {
    #expect(body(html) == "\"\(html)\"")
    #expect(
      page("<p title=\"\(html)\">").root.childElements[1].childElements[0].attributes[0].value
        == html)
  }

  @Test func unclosedTemplateSwallowsNoTags() {
    #expect(body("<p>{{ a }</p><p>{{ b }}</p>") == "p(\"{{ a }\"),p(\"{{ b }}\")")
    #expect(body("<p>{{ a</p>\n<p>}}</p>") == "p(\"{{ a\"),\"\n\",p(\"}}\")")
  }

  @Test func referencesInTemplatesAreResolved() {
    #expect(body("{{ a &lt; b }}") == "\"{{ a < b }}\"")
  }

  @Test func templateBehindReferenceBeginsATextOfItsOwn() {
    let marked = MarkedText("‸a &amp; ‸{{ b }} c", file: "page.html")
    let children = page(marked.text).root.childElements[1].children
    #expect(describe(children) == "\"a & \",\"{{ b }} c\"")
    let places = children.compactMap { node -> Diagnostics.SourceLocation? in
      if case .text(let text) = node { text.location } else { nil }
    }
    #expect(places == marked.places)
  }

  @Test func placesInsideATextAreCountedFromItsStart() {
    let marked = MarkedText("<p>‸a 🦊\n b‸c", file: "page.html")
    #expect(marked.places[0].advanced(over: "a 🦊\n b") == marked.places[1])
  }
}
