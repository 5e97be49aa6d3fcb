import Testing

@testable import Layout
@testable import Styling

@Suite struct StyleGridTests {
  private func grid(_ declarations: String) -> GridStyle {
    StyledPage(declarations: declarations).style("x")?.grid ?? GridStyle()
  }

  private func problem(_ declaration: String) -> String {
    StyledPage("#x {\n\(declaration);\n}", [div(id: "x")], file: "s.css").problems
      .joined(separator: "\n")
  }

  @Test func tracksTakeEverySizingFunction() {
    let columns = grid(
      "grid-template-columns: 10px [a b] 2fr auto min-content minmax(5px, 1fr) fit-content(20%)"
    ).templateColumns.before
    #expect(
      columns.sizes == [
        GridTrackSize(.length(.px(10))), GridTrackSize(minimum: .auto, maximum: .flex(2)),
        .auto, GridTrackSize(.minContent),
        GridTrackSize(minimum: .length(.px(5)), maximum: .flex(1)),
        GridTrackSize(minimum: .auto, maximum: .maxContent, fitLimit: .percent(20)),
      ])
    #expect(columns.lineNames == [[], ["a", "b"], [], [], [], [], []])
  }

  @Test func repetitionsJoinTheNamesWhereTheyMeet() {
    let columns = grid("grid-template-columns: repeat(2, [a] 1em [b]) [c]").templateColumns.before
    #expect(columns.sizes == [GridTrackSize(.length(.px(20))), GridTrackSize(.length(.px(20)))])
    #expect(columns.lineNames == [["a"], ["b", "a"], ["b", "c"]])
  }

  @Test func placementsReadNumbersNamesAndSpansInAnyOrder() {
    let style = grid("grid-area: 2 / foo / span 3 / bar -1")
    #expect(style.rowStart == .line(2))
    #expect(style.columnStart == .area("foo"))
    #expect(style.rowEnd == .span(3))
    #expect(style.columnEnd == .named("bar", index: -1))
    #expect(grid("grid-column: 2 span x").columnStart == .spanNamed("x", 2))
    #expect(grid("grid-row: foo").rowEnd == .area("foo"))
    #expect(grid("grid-row: 3").rowEnd == .auto)
  }

  @Test func areasAreRectanglesOfNames() {
    let areas = grid("grid-template-areas: 'a a .' 'b b c'").templateAreas
    #expect(areas.areas.map(\.name) == ["a", "b", "c"])
    #expect(areas.areas[1].rows == 1..<2)
    #expect(areas.areas[1].columns == 0..<2)
    #expect(areas.columnCount == 3)
  }

  @Test(arguments: [
    ("grid-template-columns: 1fr repeat(auto-fill, 100px)", "every track needs a size"),
    ("grid-template-columns: repeat(auto-fill, 1fr)", "every track needs a size"),
    ("grid-template-columns: repeat(0, 1fr)", "repeat() expects"),
    ("grid-template-columns: repeat(1000000000, 1px)", "at most 1000 columns"),
    ("grid-template-columns: repeat(900, 1px 2px)", "at most 1000 columns"),
    ("grid-template-columns: minmax(1fr, 10px)", "cannot be in fr"),
    ("grid-template-columns: subgrid", "give the inner grid the same columns"),
    ("grid-template-areas: 'a b' 'c'", "different numbers of cells"),
    ("grid-template-areas: 'a b' 'b a'", "is not a rectangle"),
    ("grid-column: 0", "no line 0"), ("grid-column: 5000", "too far away"),
    ("grid-row: span -2", "is negative"), ("grid-column: 1.5", "not a whole number"),
    ("width: 1fr", "unknown unit \"fr\""),
    ("grid-template-columns: repeat(auto-fill, 9px) repeat(auto-fit, 9px)", "only one repeat()"),
  ])
  func whatAGridCannotHoldIsSaid(declaration: String, part: String) {
    let message = problem(declaration)
    #expect(message.hasPrefix("s.css:2:"), "\(message)")
    #expect(message.contains(part), "\(message)")
  }
}
