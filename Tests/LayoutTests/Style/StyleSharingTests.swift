import Pixels
import Testing

@testable import Layout
@testable import Styling

/// Values with `var()` are worked out once for all slides where that is allowed.
@Suite struct StyleSharingTests {
  @Test func aRootWithItsOwnStyleDoesNotUseTheSharedValues() {
    let css = ":root { --w: 1px } html.wide { --w: 2px } #x { width: var(--w) }"
    #expect(StyledPage(css, [div(id: "x")]).style("x")?.box.width == .length(.px(1)))
    let wide = StyledPage(css, [div(id: "x")], rootClass: "wide")
    #expect(wide.style("x")?.box.width == .length(.px(2)))
  }

  @Test func mediaQueriesOnTheRootCount() {
    let css = """
      :root { --w: 1px } @media (orientation: portrait) { :root { --w: 2px } }
      #x { width: var(--w) }
      """
    let wide = StyledPage(css, [div(id: "x")], size: Size(width: 2, height: 1))
    #expect(wide.style("x")?.box.width == .length(.px(1)))
    let tall = StyledPage(css, [div(id: "x")], size: Size(width: 1, height: 2))
    #expect(tall.style("x")?.box.width == .length(.px(2)))
  }

  @Test func aWrongValueIsReportedOnlyWhereItIsUsed() {
    let css = ":root { --w: red } .used { width: var(--w) }"
    #expect(StyledPage(css, [div()]).problems.isEmpty)
    #expect(StyledPage(css, [div(class: "used"), div(class: "used")]).problems.count == 1)
  }

  @Test func aProblemOfManyElementsIsReportedOnce() {
    let css = ".c { --a: var(--a) }"
    #expect(StyledPage(css, [div(class: "c"), div(class: "c")]).problems.count == 1)
  }
}
