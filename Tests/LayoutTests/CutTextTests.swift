import Diagnostics
import Layout
import Pixels
import Testing
import Typography

/// Text always fits, or Flint says so.
@Suite struct CutTextTests {
  @Test func textThatLeavesTheSlideIsAnError() throws {
    let errors = try LaidOutPage.errors(
      "<p>far away</p>",
      css: "p { position: absolute; left: 380px; top: 0; margin: 0;"
        + " white-space: nowrap }", field: "title")
    #expect(errors == ["row.csv:2:5: title does not fit and is cut off"])
  }

  @Test func textThatItsBoxCutsIsAnErrorThatCountsLines() throws {
    let errors = try LaidOutPage.errors(
      "<p class=\"a\">one<br>two<br>three</p>",
      css: "p { margin: 0; height: 40px; overflow: hidden }")
    let message = try #require(errors.first)
    #expect(errors.count == 1)
    #expect(message.hasSuffix(": text of p.a does not fit and is cut off: 1 of 3 lines"))
  }

  @Test func anEllipsisIsAnExplicitCut() throws {
    #expect(
      try LaidOutPage.errors(
        "<p>a text that is much too long for its box</p>",
        css: "p { margin: 0; width: 100px; overflow: hidden; white-space: nowrap;"
          + " text-overflow: ellipsis }") == [])
  }

  @Test func invisibleAndDecorativeTextMayBeCut() throws {
    let css = "p { position: absolute; left: 380px; top: 0; margin: 0; white-space: nowrap }"
    #expect(
      try LaidOutPage.errors("<p>far away</p>", css: css + " p { visibility: hidden }") == [])
    let page = "<p aria-hidden=\"true\">far away</p>"
    #expect(try LaidOutPage.errors(page, css: css) == [])
  }

  @Test func absoluteTextIsNotCutByAStaticBoxAroundIt() throws {
    #expect(
      try LaidOutPage.errors(
        "<div id=\"a\"><p>free</p></div>",
        css: "#a { height: 10px; overflow: hidden } p { position: absolute; top: 50px; margin: 0 }"
      ) == [])
  }

  @Test func cutTextCanBeAWarning() throws {
    let layout = try LaidOutPage.layOut(
      "<p>far away</p>",
      css: "p { position: absolute; left: 380px; margin: 0;"
        + " white-space: nowrap }", allowsCutText: true)
    #expect(layout.warnings.map(\.severity) == [.warning])
  }

  @Test func aMissingCharacterIsNamedWithItsField() throws {
    let errors = try LaidOutPage.errors("<p>a \u{10FFFD} b</p>", field: "title")
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("row.csv:2:5: no font has U+10FFFD") == true)
    #expect(errors.first?.hasSuffix("(in field title)") == true)
    let draft = try LaidOutPage.layOut("<p>a \u{10FFFD} b</p>", allowsMissingGlyphs: true)
    #expect(draft.warnings.count == 1)
  }

  @Test func everyMissingPictureIsToldAtOnce() throws {
    let errors = try LaidOutPage.errors(
      "<img src=\"a.jpg\" alt=\"\"><img src=\"b.jpg\" alt=\"\"><img alt=\"\">")
    #expect(errors.count == 3)
    #expect(errors.contains { $0.hasSuffix("no picture \"b.jpg\"") })
    #expect(errors.contains { $0.hasSuffix("this img has no src") })
  }
}
