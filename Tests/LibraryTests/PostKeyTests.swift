import Library
import Testing

@Suite struct PostKeyTests {
  @Test(arguments: [
    ("Clay Plant Pot", "clay-plant-pot"),
    ("  Mother’s  day — 20% off! ", "mothers-day-20-off"),
    ("../../etc/passwd", "etc-passwd"),
    (".hidden", "hidden"),
    ("-rf", "rf"),
    ("Διὰ τὸ θαυμάζειν", "διὰ-τὸ-θαυμάζειν"),
    ("Ёлка №5", "ёлка-5"),
    ("茶碗 二", "茶碗-二"),
    ("two\nlines\u{0}", "two-lines"),
  ])
  func keysKeepLettersOfEveryScriptAndNothingElse(text: String, key: String) {
    #expect(PostKey.make(from: [text]) == key)
  }

  @Test func partsAreJoinedAndEmptyOnesLeftOut() {
    #expect(PostKey.make(from: ["Pot", "", "🦊", "quote"]) == "pot-quote")
  }

  @Test(arguments: [[], [""], ["🦊"], ["...", "-"]])
  func aKeyIsNeverEmpty(parts: [String]) {
    #expect(PostKey.make(from: parts) == "post")
  }

  @Test(arguments: [
    String(repeating: "x", count: 5000), String(repeating: "茶", count: 5000),
    "e" + String(repeating: "\u{301}", count: 5000), String(repeating: "ab ", count: 900),
  ])
  func longNamesFitIntoAFolderName(text: String) {
    let key = PostKey.make(from: [text, text, "1080x1080"])
    #expect(key.utf8.count <= 200)
    #expect(!key.hasSuffix("-"))
  }

  @Test func repeatedKeysAreNumberedInOrder() {
    #expect(PostKey.unique(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"])
  }

  @Test func numberingNeverMeetsAnotherKey() {
    let keys = PostKey.unique(["a-2", "a", "a", "a-2", "a"])
    #expect(Set(keys).count == keys.count)
    #expect(keys.prefix(2) == ["a-2", "a"])
  }
}
