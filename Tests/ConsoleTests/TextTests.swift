import Testing

@testable import Console

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain, ä, 杯, 🎉\nsecond", "plain, ä, 杯, 🎉\nsecond"), ("\u{1b}[2J", #"\u{1b}[2J"#),
    ("a\rb", #"a\u{d}b"#), ("a\tb", #"a\u{9}b"#), ("\u{7f}", #"\u{7f}"#),
    ("\u{9b}1m", #"\u{9b}1m"#),
    ("\u{202e}gpj", #"\u{202e}gpj"#), ("a\u{2028}b", #"a\u{2028}b"#), ("", ""),
  ])
  func nothingMovesTheCursor(text: String, visible: String) {
    #expect(VisibleText.of(text) == visible)
  }

  @Test func joinersAndIsolatesStay() {
    #expect(VisibleText.of("👩‍👧 \u{2067}א\u{2069}") == "👩‍👧 \u{2067}א\u{2069}")
  }
}

@Suite struct StyledTextTests {
  @Test func linesBreakAtBlanks() {
    #expect(
      StyledText.lines("a mug for slow mornings", width: 10) == ["a mug for", "slow", "mornings"])
    #expect(
      StyledText.lines("a mug for slow mornings", width: 8) == ["a mug", "for slow", "mornings"])
  }

  @Test func wordsThatAreTooWideStandAlone() {
    #expect(
      StyledText.lines("a wonderfully small mug", width: 6) == [
        "a", "wonderfully", "small", "mug",
      ])
  }

  @Test func eachLineOfTheTextBeginsOne() {
    #expect(StyledText.lines("a mug\n\na vase", width: 40) == ["a mug", "", "a vase"])
    #expect(StyledText.lines("", width: 40) == [""])
  }

  @Test func ideographsCountTwice() {
    #expect(StyledText.lines("杯子 杯子 杯子", width: 9) == ["杯子 杯子", "杯子"])
  }

  @Test func hostileTextMovesNothing() {
    #expect(StyledText.lines("a \u{1b}[2J", width: 40) == [#"a \u{1b}[2J"#])
  }

  @Test func furtherLinesStandBelowTheFirst() {
    let text = StyledText.block("caption  ", "a mug for slow\n\nmornings at home", width: 29)
    #expect(text == "caption  a mug for slow\n\n         mornings at home\n")
  }

  @Test func aNarrowTerminalLeavesTwentyCells() {
    #expect(
      StyledText.block("caption  ", "a mug for slow mornings", width: 5) == """
        caption  a mug for slow
                 mornings

        """)
  }
}
