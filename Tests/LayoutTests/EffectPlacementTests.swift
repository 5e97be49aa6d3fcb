import Testing

@Suite struct EffectPlacementTests {
  @Test(arguments: [
    "filter: blur(2px)", "mix-blend-mode: multiply", "clip-path: circle()",
    "mask: linear-gradient(black, transparent)", "backdrop-filter: blur(2px)",
  ])
  func effectsOnInlineBoxesAreRefused(declaration: String) throws {
    let property = declaration.prefix { $0 != ":" }
    let page = "<p>One <b>word</b></p>"
    let errors = try LaidOutPage.errors(page, css: "b { \(declaration) }")
    #expect(errors.count == 1)
    #expect(errors[0].hasSuffix("\"\(property)\" is not supported on <b> as an inline box"))
    let block = try LaidOutPage.errors(page, css: "b { display: inline-block; \(declaration) }")
    #expect(block.isEmpty)
  }
}
