import Diagnostics
import Feeds
import Markup
import Testing

@testable import Templates

@Suite struct Binding {
  @Test(
    arguments: [
      ("<p>{{ title }}</p>", [("title", "Pot")], "<p>Pot</p>"),
      ("<p>A {{title}}!</p>", [("title", "Pot")], "<p>A Pot!</p>"),
      ("<p class=\"{{ brand }} x\">a</p>", [("brand", "b")], "<p class=\"b x\">a</p>"),
      ("<p>{{ brand }}</p>", [], "<p></p>"),
      ("<p>{{ price }}</p>", [("price", "1234.5")], "<p>$1,234.50</p>"),
      ("<p>{{ price | money }}</p>", [("price", "5 EUR")], "<p>€5</p>"),
      ("<p>{{ price | money('de') }}</p>", [("price", "5 EUR")], "<p>5\u{A0}€</p>"),
      (
        "<p>{{ price | percent_off(compare) }}</p>", [("price", "60"), ("compare", "75")],
        "<p>20%</p>"
      ),
      ("<p>{{ price | percent_off(compare) }}</p>", [("price", "60")], "<p></p>"),
      ("<p>{{ title | upper }}</p>", [("title", "straße")], "<p>STRASSE</p>"),
      ("<p>{{ title | lower }}</p>", [("title", "ÄB")], "<p>äb</p>"),
      ("<p>{{ title | truncate(8) }}</p>", [("title", "A clay pot")], "<p>A clay…</p>"),
      ("<p>{{ brand | default(\"No | name\") }}</p>", [], "<p>No | name</p>"),
      ("<p>{{ brand | default(title) | upper }}</p>", [("title", "t")], "<p>T</p>"),
      ("<p>{{ price | default('free') }}</p>", [], "<p>free</p>"),
      ("<p>{{ price | default('free') }}</p>", [("price", "5")], "<p>$5</p>"),
      ("<p>{{ day }}</p>", [("day", "2026-03-05")], "<p>5 March 2026</p>"),
      (
        "<p>{{ day | date('ddd, MMM D YYYY [at] DD.MM.YY') }}</p>", [("day", "2026-03-05")],
        "<p>Thu, Mar 5 2026 at 05.03.26</p>"
      ),
      ("<p>{{ bullets | join(', ') }}</p>", [("bullets", "a| b |c\nd")], "<p>a, b, c, d</p>"),
      ("<p>{{ bullets | truncate(2) | join('+') }}</p>", [("bullets", "a|b|c")], "<p>a+b</p>"),
      ("<p>{{ rating }}</p>", [("rating", "4.80")], "<p>4.80</p>"),
      ("<p>{{ rating | number }}</p>", [("rating", "12400.50")], "<p>12,400.5</p>"),
      ("<p data-if=\"brand\">x</p>", [], ""),
      ("<p data-if=\"brand\" id=\"i\">x</p>", [("brand", "b")], "<p id=\"i\">x</p>"),
      ("<p data-unless=\"brand\">x</p>", [], "<p>x</p>"),
      ("<p data-if=\"sale\">x</p>", [("sale", "no")], ""),
      ("<p data-if=\"sale\" data-unless=\"brand\">x</p>", [("sale", "yes")], "<p>x</p>"),
      ("<p data-if=\"bullets\">x</p>", [("bullets", " | ")], ""),
      (
        "<i data-each=\"b in bullets\">{{ loop.index }}/{{ loop.count }} {{ b }}</i>",
        [("bullets", "x|y")], "<i>1/2 x</i><i>2/2 y</i>"
      ),
      ("<i data-each=\"b in bullets\">{{ b }}</i>", [], ""),
      (
        "<i data-each=\"b in bullets\"><b data-unless=\"loop.last\">{{ b }}</b></i>",
        [("bullets", "x|y")], "<i><b>x</b></i><i></i>"
      ),
      (
        "<i data-each=\"b in bullets | truncate(2)\" data-if=\"loop.first\">{{ b }}</i>",
        [("bullets", "x|y|z")], "<i>x</i>"
      ),
      (
        "<i data-each=\"a in bullets\"><b data-each=\"c in bullets\">{{ a }}{{ c }}"
          + "{{ loop.index }}</b></i>",
        [("bullets", "x|y")], "<i><b>xx1</b><b>xy2</b></i><i><b>yx1</b><b>yy2</b></i>"
      ),
      (
        "<p>{{ title }}</p>", [("title", "a **b ==c==** d")],
        "<p>a <strong>b <mark>c</mark></strong> d</p>"
      ),
      (
        "<p>{{ title }}</p>", [("title", "**==a== b.**")],
        "<p><strong><mark>a</mark> b.</strong></p>"
      ),
      (
        "<p>{{ title }}</p>", [("title", "==**a** b\nc== **==d==**")],
        "<p><mark><strong>a</strong> b<br>c</mark> <strong><mark>d</mark></strong></p>"
      ),
      (
        "<p>{{ title }}</p>", [("title", "**a ==b** c==")],
        "<p><strong>a <mark>b</mark></strong><mark> c</mark></p>"
      ),
      ("<p>{{ title | upper }}</p>", [("title", "**b** c")], "<p><strong>B</strong> C</p>"),
      ("<p>{{ title }}</p>", [("title", "a\r\nb\nc")], "<p>a<br>b<br>c</p>"),
      ("<p>{{ title }}</p>", [("title", "<b>&amp;</b>")], "<p><b>&amp;</b></p>"),
      ("<p title=\"{{ title }}\">x</p>", [("title", "**b** c")], "<p title=\"b c\">x</p>"),
      (
        "<p style=\"--r: {{ rating }}; color: {{ tint }}\">x</p>",
        [("rating", "4.5"), ("tint", "#f60")], "<p style=\"--r: 4.5; color: #f60\">x</p>"
      ),
      (
        "<p style=\"width: {{ title }}\">x</p>", [("title", "50%")], "<p style=\"width: 50%\">x</p>"
      ),
    ] as [(String, [(String, String)], String)])
  func valuesStandInThePage(body: String, cells: [(String, String)], html: String) throws {
    #expect(try Fixture(body: body).bound(cells) == html)
  }

  @Test func markupInAValueStaysText() throws {
    let bound = try Fixture(body: "{{ title }}").load()
      .bind(Fixture.row([("title", "<b>x</b>")]))
    let body = try #require(bound.document.root.childElements.first { $0.name == "body" })
    #expect(body.childElements[0].childElements.isEmpty)
  }

  @Test func textKnowsItsPlaceInTemplateAndRow() throws {
    let fixture = try Fixture(
      page: "<section class=\"slide\">\n  <p>Hé {{ title }} of\n {{ brand }}</p></section>")
    let bound = try fixture.load().bind(Fixture.row([("title", "Pot"), ("brand", "**B**")]))
    var texts: [Text] = []
    func collect(_ element: Element) {
      for child in element.children {
        switch child {
        case .text(let text): texts.append(text)
        case .element(let element): collect(element)
        }
      }
    }
    collect(bound.document.root)
    let found = texts.filter { !$0.content.allSatisfy(\.isWhitespace) }.map {
      let place = "\($0.location.line):\($0.location.column)"
      return "\($0.content)|\(place)|\($0.field ?? "-")|\($0.fieldLocation?.description ?? "-")"
    }
    #expect(
      found == [
        "Hé |2:6|-|-", "Pot|2:12|title|row.csv:2:1", " of\n |2:20|-|-", "B|3:5|brand|row.csv:2:2",
      ])
  }

  @Test func slidesRepeatAndAreNumbered() throws {
    let fixture = try Fixture(
      page: """
        <section id="hook" class="slide"><h1>{{ title }}</h1></section>
        <section id="benefit" class="slide" data-each="b in bullets"><p>{{ b }}</p></section>
        <section id="price" class="slide" data-if="price">{{ price | percent_off(compare) }}</section>
        <section class="slide">{{ brand }}</section>
        """)
    let template = try fixture.load()
    #expect(template.slides.map(\.name) == ["hook", "benefit", "price", "slide"])
    #expect(
      template.slides.map(\.fields) == [["title"], ["bullets"], ["price", "compare"], ["brand"]])
    let bound = try template.bind(Fixture.row([("title", "T"), ("bullets", "a|b")]))
    #expect(bound.slides.map(\.name) == ["hook", "benefit-1", "benefit-2", "slide-1"])
    #expect(bound.slides.map(\.template.name) == ["hook", "benefit", "benefit", "slide"])
    #expect(bound.warnings.isEmpty)
    // The ids stay, so that the style sheet's `#benefit` still means them.
    let body = bound.document.root.childElements.first { $0.name == "body" }
    #expect(body?.childElements.map(\.id) == ["hook", "benefit", "benefit", nil])
  }

  @Test func aSlideInsideOfASlideIsNoneOfItsOwn() throws {
    let fixture = try Fixture(
      page: """
        <section id="a" class="slide"><div><section id="b" class="slide">{{ title }}</section></div>
        {{ brand }}</section>
        <section id="c" class="slide"></section>
        """)
    let template = try fixture.load()
    #expect(template.slides.map(\.fields) == [["title", "brand"], []])
    let bound = try template.bind(Fixture.row([("title", "T")]))
    #expect(bound.slides.map(\.name) == ["a", "c"])
    #expect(bound.document.root.slides.map(\.id) == ["a", "c"])
  }

  @Test func numberedNamesAvoidOthers() throws {
    let section = { (id: String) in "<section class=\"slide\" id=\"\(id)\"></section>" }
    let fixture = try Fixture(
      page: ["a", "a-1", "b", "slide"].map(section).joined(separator: "\n")
        + "<section class=\"slide\"></section>")
    let bound = try fixture.load().bind(Fixture.row([("title", "T")]))
    #expect(bound.slides.map(\.name) == ["a", "a-1", "b", "slide-1", "slide-2"])
    #expect(
      Template.slideNames(of: ["a", "a-1", "a", "Ä B", ""]) == [
        "a-2", "a-1", "a-3", "b", "slide-1",
      ])
  }

  @Test func imagesBecomeAbsolutePaths() throws {
    let fixture = try Fixture(
      body: "<img src=\"{{ image }}\" alt=\"{{ title }}\"><img src=\"assets/l.png\">"
        + "<img data-each=\"i in images\" src=\"{{ i }}\">")
    try fixture.folder.write("", to: "demo/assets/l.png")
    try fixture.folder.write("", to: "a b.jpg")
    try fixture.folder.write("", to: "sub/c.jpg")
    let cells = [
      ("image", "https://x.test/p/a%20b.jpg?v=1#f"), ("images", "sub/c.jpg|a b.jpg"),
    ]
    #expect(
      try fixture.bound(cells)
        == "<img src=\"a b.jpg\" alt=\"T\"><img src=\"demo/assets/l.png\">"
        + "<img src=\"sub/c.jpg\"><img src=\"a b.jpg\">")
    // Without an image there is no element for it.
    #expect(try fixture.bound([]) == "<img src=\"demo/assets/l.png\">")
  }

  @Test func withoutFoldersImagesLieBesideTheFile() throws {
    let fixture = try Fixture(body: "<img src=\"{{ image }}\">")
    try fixture.folder.write("", to: "posts/a.jpg")
    let place = SourceLocation(file: "\(fixture.folder.path)/posts/p.yaml", line: 1, column: 8)
    let row = Row(
      key: nil,
      cells: [
        ("title", .init(.text("T"), at: place)), ("image", .init(.text("a.jpg"), at: place)),
      ],
      location: place)
    #expect(throws: Never.self) { try fixture.load().bind(row) }
  }

  @Test func captionsAreBound() throws {
    let fixture = try Fixture(
      manifest: "caption: |\n  {{ title | upper }} for {{ price }}\n  **new**\n")
    let bound = try fixture.load().bind(Fixture.row([("title", "a **b**"), ("price", "5")]))
    #expect(bound.caption == "A B for $5\n**new**")
  }

  @Test func oneTemplateBindsManyRows() throws {
    let template = try Fixture(body: "<p>{{ title }}</p>").load()
    for number in 0..<500 {
      let bound = try template.bind(Fixture.row([("title", "T\(number)")]))
      #expect(bound.slides.count == 2)
    }
  }
}
