import Diagnostics
import Markup
import Pixels
import Testing

@testable import Layout
@testable import Styling

/// `env(safe-area-inset-…)`, CSS Environment Variables 1.
@Suite struct SafeAreaTests {
  private let insets = Edges(top: 180.0, right: 140, bottom: 520, left: 80)

  private func page(_ declarations: String, root: String = "") -> StyledPage {
    StyledPage(
      ":root { \(root) } #x { \(declarations) }", [div(id: "x")], safeArea: insets)
  }

  @Test(arguments: [
    ("env(safe-area-inset-top)", 180.0), ("env(safe-area-inset-right)", 140),
    ("env(safe-area-inset-bottom)", 520), ("env(safe-area-inset-left)", 80),
    ("ENV( safe-area-inset-top )", 180),
    // What is there never falls back.
    ("env(safe-area-inset-top, 7px)", 180), ("env(safe-area-inset-top, 1px 2px)", 180),
    ("max(96px, env(safe-area-inset-bottom, 520px))", 520),
    ("max(96px, env(safe-area-inset-left))", 96),
    ("min(96px, env(safe-area-inset-bottom))", 96),
    ("clamp(10px, env(safe-area-inset-right), 100px)", 100),
    ("calc(2 * env(safe-area-inset-left) + 1em - 6px)", 170),
    ("calc((env(safe-area-inset-top) - env(safe-area-inset-left)) / 2)", 50),
    ("var(--none, env(safe-area-inset-top))", 180), ("var(--pad)", 520),
    ("calc(var(--pad) - 20px)", 500), ("env(nothing, env(safe-area-inset-left))", 80),
    ("env(nothing 0 1, 12px)", 12), ("env(nothing, var(--pad))", 520),
    // Another variable, since this one has no dimensions.
    ("env(safe-area-inset-top 0, 5px)", 5),
    // Names keep their case.
    ("env(SAFE-AREA-INSET-TOP, 3px)", 3),
  ])
  func aLengthWhereverOneMayStand(value: String, px: Double) {
    let page = page(
      "padding-left: \(value)", root: "font-size: 16px; --pad: env(safe-area-inset-bottom)")
    #expect(page.styleProblems.filter { $0.severity == .error } == [])
    #expect(page.style("x")?.box.padding.left == .px(px))
  }

  @Test func shorthandsAndOtherProperties() {
    let page = page(
      """
      padding: env(safe-area-inset-top) 1px env(safe-area-inset-bottom); \
      letter-spacing: env(safe-area-inset-left); width: calc(100% - env(safe-area-inset-right))
      """)
    #expect(page.problems == [])
    let style = page.style("x")
    #expect(style?.box.padding.top == .px(180))
    #expect(style?.box.padding.bottom == .px(520))
    #expect(style?.text.letterSpacing == 80)
    // A calculation below 0 is 0.
    #expect(style?.box.width == .length(.max([.px(0), .sum([.percent(100), .px(-140)])])))
  }

  @Test func withoutInsetsItIsNothing() {
    let page = StyledPage(declarations: "padding-left: env(safe-area-inset-top, 9px)")
    #expect(page.problems == [])
    #expect(page.style("x")?.box.padding.left == .px(0))
  }

  @Test(arguments: [
    (
      "env(safe-area-inset-tp)",
      "env() knows no \"safe-area-inset-tp\"; did you mean \"safe-area-inset-top\"?"
    ),
    ("env(keyboard-inset-width)", "env() knows no \"keyboard-inset-width\""),
    ("env(safe-area-inset-top 1)", "env() knows no \"safe-area-inset-top\""),
    ("env()", "\"env()\" does not name a variable of the slide"),
    ("env(5px)", "\"env(5px)\" does not name a variable of the slide"),
    ("env(nothing else, 5px)", "\"env(nothing else, 5px)\" does not name a variable of the slide"),
    ("env(nothing, wide)", "\"wide\" is not a value of \"padding-left\""),
  ])
  func whatASlideHasNotIsAnError(value: String, message: String) throws {
    let page = page("padding-left: \(value)")
    let problem = try #require(page.styleProblems.first)
    #expect(page.styleProblems.count == 1)
    #expect(problem.severity == .error)
    #expect(problem.message.hasPrefix(message), "\(problem.message)")
    #expect(problem.location?.line == 1)
  }

  @Test func aNearMissWithAFallbackIsTold() {
    let page = page("padding-left: env(safe-area-inset-botom, 40px)")
    #expect(page.styleProblems.map(\.severity) == [.warning])
    #expect(page.problems.first?.contains("did you mean \"safe-area-inset-bottom\"?") == true)
    #expect(page.style("x")?.box.padding.left == .px(40))
  }

  @Test func aCustomPropertyOfAnUnknownVariableIsNotSet() {
    let page = page("padding-left: var(--pad, 3px)", root: "--pad: env(nothing)")
    #expect(page.problems.count == 1)
    #expect(page.style("x")?.box.padding.left == .px(3))
  }

  @Test func mediaQueriesHaveNoEnvironment() {
    let page = StyledPage("@media (min-height: env(safe-area-inset-top)) { p { margin: 0 } }")
    #expect(page.problems.count == 1)
    #expect(page.problems[0].contains("env() cannot be used in a media query"))
  }
}
