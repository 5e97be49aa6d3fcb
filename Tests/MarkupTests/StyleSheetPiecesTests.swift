import Testing

@testable import Markup

@Suite struct StyleSheetPiecesTests {
  private func pieces(_ css: String) -> [StyleSheetPiece] {
    StyleSheet.pieces(of: Array(css.utf8), variables: ["top", "left"])
  }

  @Test func variablesGoWithTheirFallbacks() {
    #expect(
      pieces("a { padding: max(1px, env( top , calc((2px)))) env(left) }")
        == [
          .text("a { padding: max(1px, "), .environment("top"), .text(") "), .environment("left"),
          .text(" }"),
        ])
  }

  @Test func othersStayButForWhatIsInTheirFallback() {
    #expect(
      pieces("env(nope, env(top)) env(top 1, 2px)")
        == [.text("env(nope, "), .environment("top"), .text(") env(top 1, 2px)")])
  }

  @Test func commentsAndStringsSayNothing() {
    let css = "/* env(top) url(a) @import \"b\"; */ a::before { content: \"env(top) url(a)\" }"
    #expect(pieces(css) == [.text(css)])
  }

  @Test func linksAndImports() {
    #expect(
      pieces(
        "@import \"a b.css\";@import url('c.css')  screen and (width > 1px) ; x { src: url( d.png ) url(\"e'f\") }"
      )
        == [
          .importing("a b.css", media: ""),
          .importing("c.css", media: "screen and (width > 1px)"), .text(" x { src: "),
          .link("d.png"), .text(" "), .link("e'f"), .text(" }"),
        ])
  }
}
