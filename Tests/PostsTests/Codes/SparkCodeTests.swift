import Foundation
import Posts
import TestSupport
import Testing

@Suite struct SparkCodeTests {
  private static let secret = "#Ab0cdEFghi+jkl/mnoPQR9="

  // MARK: - A secret

  @Test func nothingThatPrintsACodePrintsItsText() throws {
    let code = SparkCode(secret: Self.secret)
    let reading = try SparkCode.read(" \(Self.secret)\u{200b} ")
    let refusal = Refusal.codeIsKnown(Script.code, post: Script.post)
    var prints: [String] = []
    for value in [
      code, reading, Optional(code) as Any, [code], [Self.secret.count: code], (1, code),
      CodeMark(code, sha256: "00"), refusal,
    ] as [Any] {
      var dumped = ""
      dump(value, to: &dumped)
      prints += [dumped, "\(value)", String(reflecting: value), String(describing: value)]
    }
    let event = PostEvent.issued(
      Script.terms(), code: CodeMark(code, sha256: String(repeating: "0", count: 64)),
      start: Script.day(0), end: Script.day(1), endSource: .counted)
    prints.append(String(decoding: try JSONEncoder().encode(event), as: UTF8.self))
    for text in prints {
      #expect(!text.contains("cdEFghi") && !text.contains(Self.secret.dropFirst(4)))
    }
    #expect(prints.contains { $0.contains("#Ab…9=") })
  }

  @Test(arguments: [
    ("#Ab0cdEFghi+jkl/mnoPQR9=", "#Ab…9="), ("#12345678=", "#12…8="), ("#1234567=", "#…"),
    ("12345678", "…"), ("", "…"), ("#", "#…"),
  ])
  func masksShowTooLittleToUse(secret: String, masked: String) {
    #expect(SparkCode(secret: secret).masked == masked)
  }

  // MARK: - Reading

  @Test(arguments: [
    "#Ab0cdEFghi+jkl/mnoPQR9=", "  #Ab0cdEFghi+jkl/mnoPQR9=\n", "\u{feff}#Ab0cdEFghi+jkl/mnoPQR9=",
    "#Ab0cd\u{200b}EFghi+jkl/mno\u{2060}PQR9=", "%23Ab0cdEFghi%2Bjkl%2FmnoPQR9%3D",
    "%23Ab0cdEFghi%2bjkl%2fmnoPQR9%3d", "#Ab0cdEFghi%2Bjkl/mnoPQR9=",
    "\r\n\r\n#Ab0cdEFghi+jkl/mnoPQR9=\r\n", "\u{202a}#Ab0cdEFghi+jkl/mnoPQR9=\u{202c}\u{a0}",
  ])
  func whatChatsAddIsTakenAway(text: String) throws {
    let reading = try SparkCode.read(text)
    #expect(reading.code.secret == Self.secret)
    #expect(reading.doubts.isEmpty)
    #expect(reading.cleanings.isEmpty == (text == Self.secret))
  }

  @Test func nothingElseIsChanged() throws {
    for text in ["#aB+/=", "#a b=", "#ａＢ=", "#a%20b=", "#a%252B=", "a#b", "#Ä=", "#a\u{301}="] {
      let secret = try SparkCode.read(text).code.secret
      #expect(secret == (text == "#a%252B=" ? "#a%252B=" : text))
    }
  }

  @Test func percentEncodingIsUndoneOnceOnly() throws {
    #expect(try SparkCode.read("%2523abc").code.secret == "%2523abc")
    #expect(try SparkCode.read("%%323abc").code.secret == "%%323abc")
    #expect(try SparkCode.read("abc%3").code.secret == "abc%3")
    #expect(try SparkCode.read("abc%").code.secret == "abc%")
    #expect(try SparkCode.read("%3D").code.secret == "=")
  }

  @Test(
    arguments: [
      ("Ab0cdEF=", [.noHashAtStart]), ("#Ab0cdEF", [.noEqualsAtEnd]),
      ("#Ab c=", [.oddCharacter(" ", place: 4)]), ("#Ab#cd=", [.hashInside(place: 4)]),
      ("abc", [.noHashAtStart, .noEqualsAtEnd]), ("#О=", [.oddCharacter("О", place: 2)]),
      ("#a_b-c=", [.oddCharacter("_", place: 3), .oddCharacter("-", place: 5)]), ("#=", []),
    ] as [(String, [SparkCode.Doubt])])
  func doubtsShowThePlace(text: String, doubts: [SparkCode.Doubt]) throws {
    #expect(try SparkCode.read(text).doubts == doubts)
  }

  @Test(arguments: ["", "   ", "\u{200b}\u{feff}", "\n\n", "\0"])
  func nothingIsNoCode(text: String) {
    #expect(throws: SparkCode.Fault.empty) { try SparkCode.read(text) }
  }

  @Test func oneCodeIsReadAtATime() {
    #expect(throws: SparkCode.Fault.severalLines(2)) { try SparkCode.read("#a=\n\n#b=\n") }
    #expect(throws: SparkCode.Fault.severalLines(3)) { try SparkCode.read("#a=\r\n#b=\r#c=") }
  }

  @Test func aFileGivenByMistakeIsRefused() throws {
    let most = SparkCode.mostBytes
    #expect(throws: SparkCode.Fault.tooLong(limit: most)) {
      try SparkCode.read(String(repeating: "a", count: most + 1))
    }
    #expect(try SparkCode.read(String(repeating: "a", count: most)).code.secret.count == most)
  }

  @Test func hostileTextIsReadOrRefusedNeverACrash() throws {
    var dice = SeededNumbers(seed: 7)
    let parts: [String] = [
      "#", "=", "%", "%2", "%2B", "%23", "+", "/", "\n", "\r", " ", "\u{200d}", "\u{301}", "🏳️‍🌈",
      "\u{202e}", "\0", "A", "ß", "İ", "\u{10ffff}", "\u{e0041}", "ﷺ",
    ]
    for _ in 0..<2_000 {
      let text = (0..<dice.roll(0...20)).map { _ in dice.pick(parts) }.joined()
      guard let reading = try? SparkCode.read(text) else { continue }
      let again = try SparkCode.read(reading.code.secret)
      #expect(!reading.code.secret.isEmpty)
      // Cleaned once it is clean, but for an escape that decoding made.
      if !reading.cleanings.contains(.percentEncoding), !reading.code.secret.contains("%") {
        #expect(again.code == reading.code)
        #expect(again.cleanings.isEmpty)
      }
      #expect(reading.code.masked.count <= 6)
      #expect(reading.code.likeness == reading.code.likeness)
    }
  }

  // MARK: - Codes that look alike

  @Test(arguments: [
    ("#AbC=", "#aBc="), ("#O0o=", "#00O="), ("#1lI|=", "#lIl1="), ("#А=", "#A="), ("#２Ｚ＝", "#z2="),
    ("#S5=", "#5s="), ("#8B=", "#Bb="), ("＃a=", "#a="),
  ])
  func whatAPersonMixesUpFallsTogether(one: String, other: String) {
    #expect(SparkCode(secret: one).likeness == SparkCode(secret: other).likeness)
  }

  @Test(arguments: [("#abc=", "#abd="), ("#abc=", "#abc"), ("#abc=", "#acb="), ("#a+=", "#a/=")])
  func otherCodesDoNot(one: String, other: String) {
    #expect(SparkCode(secret: one).likeness != SparkCode(secret: other).likeness)
  }

  @Test func differencesAreShownWithTheirPlaces() {
    let found = SparkCode(secret: "#Ab0=").differences(from: SparkCode(secret: "#abO="))
    #expect(found.map(\.place) == [2, 4])
    #expect(found.map(\.here) == ["A", "0"])
    #expect(found.map(\.there) == ["a", "O"])
  }
}
