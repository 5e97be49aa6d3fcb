import Layout
import Testing
import Typography

@Suite struct TextWrapTests {
  /// `pretty` breaks as Chromium does.
  @Test(arguments: [
    ("wrap", "free."), ("balance", "cup is warm for free."), ("pretty", "for free."),
  ])
  func theLastLineFollowsTextWrap(wrap: String, last: String) throws {
    let layout = try LaidOutPage.layOut(
      "<p>It tastes like paper until you do, and the cup is warm for free.</p>",
      css: "p { width: 211px; font-size: 15px; text-wrap: \(wrap) }")
    #expect(layout.root.runs.last?.glyphs.text == last)
  }
}
