import Posts
import Testing

@testable import Library

@Suite struct SearchTests {
  typealias Sample = SampleLibrary

  private func library(_ texts: [String: String]) throws -> SampleLibrary {
    let library = try SampleLibrary()
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      try library.publish(key, caption: "")
      try library.write { try $0.index(Key(key), slideTexts: [text, ""]) }
    }
    return library
  }

  private func found(_ text: String, in library: SampleLibrary) throws -> [String] {
    try library.read { try $0.search(text, limit: 50).map(\.post.text) }
  }

  @Test(arguments: [
    ("en", "Slow mornings, better cocoa", ["cocoa", "COCOA", "morn", "better slow"]),
    ("de", "Größere Straßen für Kaffeegenuß", ["grossere", "Größe", "STRASSEN", "kaffeegenuss"]),
    ("fr", "Crème brûlée à l’orange", ["creme", "brulee", "ORANGE", "crème"]),
    ("tr", "İstanbul kahvesi", ["istanbul", "KAHVESI"]),
    ("ar", "القَهْوَة الصباحيّة", ["القهوة", "القهوه", "الصباحية"]),
    ("ja", "月の出の花瓶とコーヒーカップ", ["花瓶", "月", "コーヒー", "カップ", "の花", "瓶と", "ﾌﾟ"]),
    ("zh", "每天早上一杯咖啡", ["咖啡", "早上", "一杯咖", "啡"]),
    ("ko", "아침 커피를 천천히", ["커피", "아침", "천천"]),
    ("th", "กาแฟยามเช้า", ["กาแฟ", "เช้า", "ยาม"]),
    ("ru", "Медленное утро с кофе", ["УТРО", "кофе", "медлен"]),
    ("hi", "सुबह की कॉफ़ी", ["सुबह", "कॉफी"]),
    ("el", "Πρωινός καφές", ["πρωινος", "καφε"]),
  ])
  func wordsAreFoundInEveryScript(key: String, text: String, queries: [String]) throws {
    let library = try library([key: text, "other": "nothing of the kind", "jp": "犬と猫"])
    for query in queries {
      #expect(try found(query, in: library) == [key], "\(query)")
    }
  }

  @Test func voicedKanaAreOtherLetters() throws {
    let library = try library(["kaki": "かき", "gaki": "がき"])
    #expect(try found("かき", in: library) == ["kaki"])
    #expect(try found("がき", in: library) == ["gaki"])
  }

  @Test func keysTagsCaptionsAndTitlesAreSearched() throws {
    let library = try SampleLibrary()
    try library.publish("moonrise-vase", caption: "Made by hand")
    for query in ["moonrise", "vase moon", "#coffee", "hand", "title"] {
      #expect(try found(query, in: library) == ["moonrise-vase"], "\(query)")
    }
    try library.change("moonrise-vase") { story, now in
      try story.word(caption: "Thrown", title: nil, at: now) + story.tag(["tea"], at: now)
    }
    #expect(try found("hand", in: library) == [])
    #expect(try found("coffee", in: library) == [])
    #expect(try found("thrown tea", in: library) == ["moonrise-vase"])
  }

  @Test(arguments: [
    "\"", "*", "coffee OR", "NEAR(", "a AND", "words:", "-", "", "   ", "'; DROP TABLE posts; --",
    "{caption}:x", "^a", "#", "\u{0}", "💡",
  ])
  func nothingIsReadAsAQueryLanguage(query: String) throws {
    let library = try library(["en": "plain"])
    #expect(try found(query, in: library) == [])
  }

  @Test func betterHitsComeFirst() throws {
    let library = try library([
      "coffee-post": "many other words stand here", "other": "coffee once among words",
    ])
    #expect(try found("coffee", in: library).first == "coffee-post")
  }

  @Test(arguments: [
    ("Slow mornings, better cocoa", "morn", "Slow \u{2068}morn\u{2069}ings, better cocoa"),
    ("Größere Straßen", "strasse", "Größere \u{2068}Straße\u{2069}n"),
    ("月の出の花瓶とカップ", "花瓶", "月の出の\u{2068}花瓶\u{2069}とカップ"),
    ("القَهْوَة اليوم", "القهوة", "\u{2068}القَهْوَة\u{2069} اليوم"),
  ])
  func anExcerptShowsWhatWasFound(text: String, query: String, excerpt: String) throws {
    let library = try library(["key": text])
    #expect(try library.read { try $0.search(query, limit: 1).first?.excerpt } == excerpt)
  }

  @Test func aLongTextIsShownAroundWhatWasFound() throws {
    let words = (1...500).map { "word\($0)" }.joined(separator: " ")
    let library = try library(["key": words])
    let excerpt = try library.read { try $0.search("word300", limit: 1).first?.excerpt } ?? ""
    #expect(excerpt.contains("word299 \u{2068}word300\u{2069} word301"))
    #expect(excerpt.count < 90)
    #expect(excerpt.hasPrefix("…") && excerpt.hasSuffix("…"))
  }
}
