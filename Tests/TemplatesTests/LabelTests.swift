import Diagnostics
import Feeds
import Markup
import Testing

@testable import Templates

@Suite struct Labels {
  private static let manifest = """
    labels:
      was: { en: Was, de: Vorher, pt: Antes, zh-Hans: 原价 }
      until: { en: "Until {{ day }}", de: "Bis {{ day }}", pt: "Até {{ day }}", zh-Hans: "{{ day }}前" }

    """

  private func bound(
    _ cells: [(String, String)],
    body: String = "<p>{{ was }}</p><p data-if=\"day\">{{ until }}</p>",
    manifest: String = manifest, fields: String = Fixture.fields
  ) throws -> String {
    let page = """
      <html lang="en"><body><section class="slide">\(body)</section><section class="slide">{{ title }}
      </section></body></html>
      """
    return try Fixture(page: page, fields: fields, manifest: manifest).bound(cells)
  }

  @Test(
    arguments: [
      ([], "<p>Was</p>"), ([("language", "de")], "<p>Vorher</p>"),
      ([("language", "de-AT")], "<p>Vorher</p>"), ([("language", "pt-BR")], "<p>Antes</p>"),
      ([("language", "zh-Hant")], "<p>原价</p>"), ([("title", "陶瓷杯")], "<p>原价</p>"),
      ([("language", "de"), ("was", "Statt")], "<p>Statt</p>"),
      ([("was", "**RRP**")], "<p><strong>RRP</strong></p>"),
      ([("language", "de"), ("was", " ")], "<p>Vorher</p>"),
      ([("day", "2026-03-05"), ("language", "de")], "<p>Vorher</p><p>Bis 5. März 2026</p>"),
      ([("day", "2026-03-05"), ("language", "zh")], "<p>原价</p><p>2026年3月5日前</p>"),
    ] as [([(String, String)], String)])
  func areInTheRowsLanguage(_ cells: [(String, String)], _ html: String) throws {
    #expect(try bound(cells).replacing(" lang=\"zh\"", with: "") == html)
  }

  @Test func aLanguageTheyLackIsSaid() throws {
    let page =
      "<html lang=\"en\"><body><section class=\"slide\">{{ was }}{{ until }}{{ title }}</section><section class=\"slide\"></section></body></html>"
    let fixture = try Fixture(page: page, manifest: Self.manifest)
    let expected =
      "warning: the template's own words are not in fi; they stay in en\n  hint: say them in the row: "
    #expect(
      try fixture.refusals([("title", "T"), ("language", "fi")])
        == ["row.csv:2:2: \(expected)was, until"])
    #expect(
      try fixture.refusals([("title", "T"), ("language", "fi"), ("was", "Oli")])
        == ["row.csv:2:2: \(expected)until"])
    #expect(try fixture.refusals([("title", "Чашка")]) == [])
    #expect(try fixture.refusals([("title", "T"), ("until", "x"), ("was", "y")]) == [])
  }

  @Test func standardTextsAreTranslatedToo() throws {
    let fields = "title: { type: text, default: { en: Save this, tr: Bunu kaydet } }\nday: date"
    let body = "<p>{{ title }}</p>"
    func text(_ language: String) throws -> String {
      try bound(
        [("title", ""), ("language", language)], body: body, manifest: "", fields: fields)
    }
    #expect(try text("en") == "<p>Save this</p>")
    #expect(try text("tr") == "<p>Bunu kaydet</p>")
    #expect(try text("fi") == "<p>Save this</p>")
  }

  @Test(arguments: [
    ("de", "1.234,50\u{A0}€", "20\u{A0}%", "4,80", "12.400,5", "5. März 2026", "5. März", "Do."),
    ("tr", "€1.234,50", "%20", "4,80", "12.400,5", "5 Mart 2026", "5 Mart", "Per"),
    ("ja", "€1,234.50", "20%", "4.80", "12,400.5", "2026年3月5日", "3月5日", "木"),
    ("en", "€1,234.50", "20%", "4.80", "12,400.5", "5 March 2026", "5 March", "Thu"),
  ])
  func valuesAreWrittenAsTheLanguageHasThem(
    _ language: String, _ money: String, _ percent: String, _ rating: String, _ number: String,
    _ long: String, _ day: String, _ weekday: String
  ) throws {
    let cells = [
      ("language", language), ("price", "1234.5 EUR"), ("rating", "4.80"), ("day", "2026-03-05"),
      ("compare", "1543.13 EUR"),
    ]
    let body = """
      <i>{{ price }}</i><i>{{ price | money }}</i><i>{{ price | percent_off(compare) }}</i>\
      <i>{{ rating }}</i><i>{{ day }}</i><i>{{ day | date('long') }}</i><i>{{ day | date('day') }}</i>\
      <i>{{ day | date('ddd') }}</i><i>{{ price | money('de') }}</i>
      """
    let expected = [money, money, percent, rating, long, long, day, weekday, "1.234,50\u{A0}€"]
    #expect(
      try bound(cells, body: body, manifest: "").replacing(" lang=\"\(language)\"", with: "")
        .replacing(" lang=\"en\"", with: "")
        == expected.map { "<i>\($0)</i>" }.joined())
    #expect(
      try bound(
        [("language", language), ("rating", "12400.50")], body: "<i>{{ rating | number }}</i>",
        manifest: "") == "<i>\(number)</i>")
  }

  @Test func amountsAreReadAsTheRowsLanguageWritesThem() throws {
    let body = "<i>{{ price }}</i>"
    #expect(
      try bound([("language", "de"), ("price", "1.299 EUR")], body: body, manifest: "")
        == "<i>1.299\u{A0}€</i>")
    #expect(throws: DiagnosticsError.self) {
      try bound([("price", "1.299 EUR")], body: body, manifest: "")
    }
  }

  @Test func caseFiltersKnowTheDotlessI() throws {
    let body = "<i>{{ title | upper }}</i><i>{{ title | lower }}</i>"
    func text(_ language: String) throws -> String {
      try bound([("title", "kIşın"), ("language", language)], body: body, manifest: "")
    }
    #expect(try text("tr") == "<i>KIŞIN</i><i>kışın</i>")
    #expect(try text("en") == "<i>KIŞIN</i><i>kişın</i>")
  }

  @Test(arguments: [
    (
      "was: { de: Vorher }",
      "3:3: error: the label \"was\" has no text in en, the page's own language"
    ),
    ("was: { jp: x, en: y }", "3:10: error: \"jp\" is no language; did you mean \"ja\"?"),
    ("was: { en: '' }", "3:14: error: the label \"was\" has no text in en"),
    (
      "was: {}",
      "3:8: error: the label \"was\" has no text in any language\n  hint: for example { en: Was, de: Vorher }"
    ),
    (
      "title: { en: x }",
      "3:3: error: \"title\" is a field and a label\n  hint: give one another name"
    ),
    (
      "loop: { en: x }",
      "3:3: error: \"loop\" cannot be a field's name\n  hint: use letters, digits, _ and -, a letter first; \"loop\" is taken"
    ),
    (
      "was: { en: '{{ later }}' }\n  later: { en: x }",
      "3: error: unknown field \"later\"\n  hint: known here: title"
    ),
    (
      "was: { en: x, de: y }\n  now: { en: z }",
      "4:3: warning: the label \"now\" has no text in de, which other texts have"
    ),
    ("other: { en: x }", "3:3: warning: no slide uses the label \"other\""),
  ])
  func whatIsWrongWithThemIsNamed(_ labels: String, _ problem: String) throws {
    let fixture = try Fixture(
      page: """
        <html lang="en"><body><section class="slide">{{ title }}{{ was }}{{ now }}</section></body></html>
        """, fields: "title: text", manifest: "title: Demo\nlabels:\n  \(labels)\n")
    let found = fixture.complaints()
    #expect(found.contains { $0.hasSuffix("template.yaml:" + problem) }, "\(found)")
  }
}
