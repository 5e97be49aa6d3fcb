import Diagnostics
import Feeds
import Markup
import Posts
import Testing

@testable import Templates

@Suite struct Languages {
  @Test(arguments: [
    ("de", "de"), ("DE_at", "de-AT"), ("zh-hant-tw", "zh-Hant-TW"), ("  ja ", "ja"),
    ("German", "de"), ("yue", "yue"), ("es-419", "es-419"), ("Traditional Chinese", "zh-Hant"),
  ])
  func areRead(_ text: String, _ tag: String) { #expect(Language(text)?.tag == tag) }

  @Test(arguments: [
    ("jp", "ja"), ("us", "en-US"), ("germn", "German"), ("", nil), ("xx", nil), ("de-", nil),
    ("de-ü", nil), ("q1", nil),
  ])
  func areRefusedWithWhatWasMeant(_ text: String, _ guess: String?) {
    #expect(Language(text) == nil)
    #expect(Language.guess(at: text) == guess)
  }

  @Test(
    arguments: [
      ("Keramikbecher", .latin), ("Чашка", .cyrillic), ("कुल्हड़ चाय", .devanagari),
      ("iPhone 15 Pro ケース", .kana), ("東京の器", .kana), ("优の良品茶具套装上新", .han),
      ("도자기 茶碗", .hangul), ("ถ้วยชา", .thai), ("لجدي Ceramics GmbH", .arabic),
      ("Learn to say شكرا in five minutes of your day", .latin), ("ﾊﾝﾄﾞﾒｲﾄﾞ", .kana),
      ("12 € – 30 %", nil), ("✨🔥", nil), ("", nil),
    ] as [(String, Script?)])
  func areToldByTheirLetters(_ text: String, _ script: Script?) {
    var count = ScriptCount()
    count.add(text)
    #expect(count.dominant == script)
  }

  @Test(arguments: [
    ("Những chiếc cốc gốm thủ công", true),
    ("Nhu\u{31b}\u{303}ng chie\u{302}\u{301}c co\u{302}\u{301}c tho\u{309}", true),
    ("Crème brûlée pour deux", false), ("Phở is a soup of noodles, herbs and much patience", false),
    ("Đurđevak", false), ("", false),
  ])
  func vietnameseIsToldByItsLetters(_ text: String, _ expected: Bool) {
    var count = ScriptCount()
    count.add(text)
    #expect(count.isVietnamese == expected)
  }
}

@Suite struct LanguageOfAPage {
  private static let page = """
    <html lang="en"><body><section class="slide"><p>Was</p><h1>{{ title }}</h1>
    <p>{{ brand }} <b>{{ brand }}</b></p></section><section class="slide"></section></body></html>
    """

  /// `html`'s language and direction, then the `lang` of each element that has one, with its name.
  private func marks(
    _ cells: [(String, String)], page: String = page, _ options: BindOptions = BindOptions()
  ) throws -> [String] {
    let fixture = try Fixture(page: page)
    let root = try fixture.load().bind(Fixture.row(cells), options: options).document.root
    var found: [String] = []
    func walk(_ element: Element) {
      for attribute in element.attributes where ["lang", "dir"].contains(attribute.name) {
        found.append("\(element.name) \(attribute.name)=\(attribute.value)")
      }
      for child in element.childElements { walk(child) }
    }
    walk(root)
    return found
  }

  @Test func staysTheTemplatesForItsScript() throws {
    #expect(try marks([("title", "Becher"), ("brand", "Ton")]) == ["html lang=en"])
  }

  @Test func isThatOfTheValuesScript() throws {
    #expect(
      try marks([("title", "أكواب"), ("brand", "@atelier")])
        == ["html lang=ar", "html dir=rtl", "p lang=en", "p lang=en"])
    #expect(
      try marks([("title", "Чашка"), ("brand", "手作りの器です")])
        == ["html lang=und-Cyrl", "p lang=en", "p lang=ja"])
    #expect(
      try marks([("title", "iPhone 15"), ("brand", "حافظة جلد"), ("bullets", "متينة|خفيفة")])
        == ["html lang=ar", "html dir=rtl", "p lang=en", "h1 lang=en"])
    #expect(
      try marks([("title", "Handgemachte Flasche"), ("brand", "أعدنا ترتيب المستودع ووجدنا")])
        == ["html lang=en", "p lang=ar"])
    #expect(try marks([("title", "Cốc gốm thủ công"), ("brand", "x")]).first == "html lang=vi")
  }

  @Test func isTheOneThatTheRowNames() throws {
    #expect(
      try marks([("title", "Bardak"), ("language", "tr_tr")]) == ["html lang=tr-TR"])
    #expect(
      try marks([("title", "گلدان"), ("brand", "手作りの器"), ("language", "Persian")])
        == ["html lang=fa", "html dir=rtl", "p lang=en", "p lang=ja"])
    #expect(
      try marks([("title", "Cốc gốm"), ("language", "de")]) == ["html lang=de"])
  }

  @Test func leavesWhatTheTemplateSays() throws {
    let page = """
      <html lang="de" dir="ltr"><body><section class="slide" lang="ar"><h1 lang="fr">{{ title }}</h1>
      <p>{{ brand }}</p></section><section class="slide"></section></body></html>
      """
    #expect(
      try marks([("title", "كوب كبير"), ("brand", "Ton")], page: page)
        == ["html lang=ar", "html dir=ltr", "section lang=ar", "h1 lang=fr", "p lang=de"])
  }

  @Test func aTemplateWithoutALanguageGetsOne() throws {
    let page = "<section class=\"slide\"><h1>{{ title }}</h1><p>Was</p></section>"
    #expect(
      try marks([("title", "דוד")], page: page + "<section class=\"slide\"></section>")
        == ["html lang=he", "html dir=rtl", "p lang=und-Latn"])
  }

  @Test func aLanguageNobodyKnowsIsNamed() throws {
    let fixture = try Fixture()
    #expect(
      try fixture.refusals([("title", "T"), ("language", "jp")])
        == ["row.csv:2:2: error: \"jp\" is no language; did you mean \"ja\"?"])
    let feed = BindOptions(allowsUnknownFields: true)
    let bound = try fixture.load().bind(
      Fixture.row([("title", "T"), ("language", "klingonish")]), options: feed)
    #expect(
      bound.warnings.map(\.description) == [
        "row.csv:2:2: warning: \"klingonish\" is no language\n"
          + "  hint: write a code such as de, ar or pt-BR, or German"
      ])
  }
}
