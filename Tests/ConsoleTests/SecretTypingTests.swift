import Testing

@testable import Console

@Suite struct SecretTypingTests {
  private func steps(_ text: String) -> [SecretTyping.Step] {
    var typing = SecretTyping()
    return text.utf8.map { typing.take($0) }
  }

  /// - Returns: the text, and the step that the last byte was.
  private func type(_ text: String) -> (text: String, last: SecretTyping.Step?) {
    var typing = SecretTyping()
    let steps = text.utf8.map { typing.take($0) }
    return (typing.text, steps.last)
  }

  @Test func enterEndsWhatIsTyped() {
    #expect(type("#Ex4mple=") == ("#Ex4mple=", .more))
    #expect(type("#Ex4mple=\n") == ("#Ex4mple=", .lineEnd))
    #expect(type("#Ex4mple=\r") == ("#Ex4mple=", .lineEnd))
  }

  @Test func enterInAPasteEndsNothing() {
    #expect(
      type("\u{1b}[200~Here it is:\r#Ex4mple=\n\u{1b}[201~") == ("Here it is:\n#Ex4mple=", .more))
    #expect(steps("\u{1b}[200~a\rb\nc\u{1b}[201~").allSatisfy { $0 == .more })
    #expect(type("\u{1b}[200~#Ex4\rmple=\u{1b}[201~\r") == ("#Ex4\nmple=", .lineEnd))
  }

  @Test func whatComesAfterAnUnmarkedLineEndBelongsToIt() {
    #expect(type("Here it is:\n#Ex4mple=\n") == ("Here it is:\n#Ex4mple=", .lineEnd))
  }

  @Test func keysEdit() {
    #expect(type("abc\u{7f}\u{8}d").text == "ad")
    #expect(type("aü\u{7f}b").text == "ab")
    #expect(type("a🎉\u{7f}b").text == "ab")
    #expect(type("\u{7f}a").text == "a")
    #expect(type("wrong\u{15}right").text == "right")
  }

  @Test func othersMeanNothing() {
    #expect(type("a\u{1b}[A\u{1b}[1;5C\u{1b}OPb\u{1a}\u{0}c").text == "abc")
    #expect(type("\u{1b}abc").text == "abc")
  }

  @Test func whoeverGivesUpIsUnderstood() {
    #expect(type("abc\u{3}").last == .gaveUp)
    #expect(type("\u{4}").last == .gaveUp)
    #expect(type("abc\u{4}") == ("abc", .done))
  }

  @Test func aPasteHasNoKeys() {
    #expect(
      type("\u{1b}[200~a\u{3}\u{4}\u{15}\u{8}b\u{1b}[201~") == ("ab", .more))
  }

  @Test func thereIsAnEndToIt() {
    #expect(type(String(repeating: "a", count: 70_000)).text.count == 65_536)
  }

  @Test func anEndlessSequenceIsNone() {
    #expect(type("\u{1b}[" + String(repeating: "1", count: 40)).text.count < 40)
  }
}
