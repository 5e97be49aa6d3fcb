import Diagnostics
import Markup
import Testing
import Typography

@testable import Layout
@testable import Styling

@Suite struct FontFaceTests {
  private func rules(_ css: String) -> StyleRules {
    let place = Diagnostics.SourceLocation(file: "kits/acme/kit.css", line: 1, column: 1)
    return StyleRules([StyleSheet.parse(css, startingAt: place).styleSheet])
  }

  @Test func descriptorsAreRead() {
    let rules = rules(
      """
      @font-face { font-family: "Acme Sans"; src: url("fonts/a.ttf") format("truetype"),
        url(fonts/b.otf); font-weight: 300 700; font-style: italic; font-display: swap }
      """)
    #expect(rules.diagnostics.isEmpty)
    #expect(
      rules.fontFaces == [
        FontFace(
          family: "Acme Sans", weight: 300...700, slant: .italic,
          paths: ["kits/acme/fonts/a.ttf", "kits/acme/fonts/b.otf"],
          location: Diagnostics.SourceLocation(file: "kits/acme/kit.css", line: 1, column: 1))
      ])
  }

  @Test func weightAndStyleHaveDefaults() {
    let face = rules("@font-face { font-family: A; src: url(a.ttf) }").fontFaces.first
    #expect(face?.weight == 400...400)
    #expect(face?.slant == .normal)
  }

  @Test(arguments: [
    ("src: local(\"Arial\")", "local() fonts are not used, because they differ"),
    ("src: url(https://a.test/a.woff2)", "is on the network"),
    ("src: a.ttf", "is not a value of \"src\" in @font-face"),
    ("font-weight: heavy", "\"heavy\" is not a value of \"font-weight\" in @font-face"),
    ("unicode-range: U+20", "\"unicode-range\" is not supported in @font-face"),
    ("font-famly: B", "did you mean \"font-family\"?"),
  ])
  func wrongDescriptorsAreErrors(descriptor: String, message: String) {
    let rules = rules("@font-face { font-family: A; src: url(a.ttf); \(descriptor) }")
    #expect(rules.fontFaces.isEmpty)
    #expect(rules.diagnostics.contains { $0.message.contains(message) }, "\(rules.diagnostics)")
  }

  @Test func missingDescriptorsAreErrors() {
    let rules = rules("@font-face { font-weight: 400 }")
    #expect(
      rules.diagnostics.map(\.message) == [
        "@font-face has no font-family", "@font-face has no src",
      ])
  }
}
