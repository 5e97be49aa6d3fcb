import Foundation
import Posts
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
