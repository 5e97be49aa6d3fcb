import Diagnostics
import Markup
import Testing

@Suite struct MediaQueries {
  private func queries(_ text: String) -> [MediaQuery] {
    sheet("@media \(text) { p { a: b } }").rules[0].media[0].queries
  }

  private func conditions(_ text: String) -> [MediaQuery.Condition] {
    queries(text).flatMap(\.conditions)
  }

  @Test(arguments: [
    ("(width: 600px)", MediaQuery.Feature.width, MediaQuery.Comparison.equal, 600.0),
    ("(min-width: 600px)", .width, .greaterOrEqual, 600),
    ("(MAX-HEIGHT: 50EM)", .height, .lessOrEqual, 800),
    ("(width >= 10rem)", .width, .greaterOrEqual, 160),
    ("(height<1in)", .height, .less, 96),
    ("(600px <= width)", .width, .greaterOrEqual, 600),
    ("(0 < width)", .width, .greater, 0),
    ("(100px = height)", .height, .equal, 100),
    ("(height)", .height, .greater, 0),
    ("(min-aspect-ratio: 3/4)", .aspectRatio, .greaterOrEqual, 0.75),
    ("(aspect-ratio > 1)", .aspectRatio, .greater, 1),
    ("(9 / 16 < aspect-ratio)", .aspectRatio, .greater, 0.5625),
    ("(orientation: portrait)", .orientation, .equal, 1),
    ("(orientation: landscape)", .orientation, .equal, 0),
  ])
  func featuresAreUnderstood(
    _ text: String, _ feature: MediaQuery.Feature, _ comparison: MediaQuery.Comparison,
    _ value: Double
  ) {
    #expect(
      conditions(text) == [
        MediaQuery.Condition(feature: feature, comparison: comparison, value: value)
      ])
  }

  @Test func rangesHaveTwoSides() {
    #expect(
      conditions("(400px <= width < 700px)") == conditions("(min-width: 400px) and (width < 700px)")
    )
    #expect(
      conditions("(700px > width >= 400px)") == conditions("(width < 700px) and (width >= 400px)"))
  }

  @Test func queriesCombine() {
    #expect(
      queries("not screen and (width > 1px), print") == [
        MediaQuery(
          isNegated: true, mediaType: .screen,
          conditions: [.init(feature: .width, comparison: .greater, value: 1)]),
        MediaQuery(mediaType: .print),
      ])
    #expect(queries("only all") == [MediaQuery()])
    #expect(queries("") == [MediaQuery()])
    #expect(queries("not (width > 1px)")[0].isNegated)
    #expect(conditions("((width > 1px) and (height > 2px)) and (height > 3px)").count == 3)
  }

  @Test func listsKnowTheirPlace() {
    let marked = MarkedText("@media  ‸print { p { a: b } }", file: "style.css")
    #expect(sheet(marked.text).rules[0].media[0].location == marked.places[0])
  }

  @Test(arguments: [
    ("‸speech", "unknown media type \"speech\""),
    ("‸scren", "unknown media type \"scren\"; did you mean \"screen\"?"),
    ("print, ‸", "a media query is missing here"),
    (
      "(width > 1px) ‸or (height > 1px)",
      "\"or\" is not supported here\n  hint: separate the queries by commas"
    ),
    (
      "print and ‸not (width)",
      "\"not\" is not supported here\n  hint: begin the query with not, or turn the range around"
    ),
    (
      "print and ‸",
      "expected a condition in parentheses\n  hint: for example (min-aspect-ratio: 1/1) or (height < 1400px)"
    ),
    (
      "(‸hover: hover)",
      "media feature \"hover\" is not supported\n  hint: width, height, aspect-ratio and orientation are supported"
    ),
    ("(‸min-widht: 1px)", "unknown media feature \"min-widht\"; did you mean \"min-width\"?"),
    (
      "(‸min-orientation: portrait)",
      "unknown media feature \"min-orientation\"; did you mean \"orientation\"?"
    ),
    ("(‸orientation > 1)", "\"orientation\" has no order\n  hint: write (orientation: portrait)"),
    ("(orientation: ‸upright)", "expected portrait or landscape"),
    ("(width: ‸wide)", "expected a length\n  hint: for example 1350px"),
    ("(width: ‸600)", "expected a length\n  hint: for example 1350px"),
    ("(width: ‸50vw)", "unit \"vw\" cannot be used in a media query\n  hint: use px, em or rem"),
    ("(aspect-ratio: ‸a)", "expected a ratio\n  hint: for example 9/16"),
    ("(aspect-ratio: 1/‸0)", "expected a ratio\n  hint: for example 9/16"),
    ("(width ‸1px)", "expected \":\", \"<\", \"<=\", \">\", \">=\" or \"=\""),
    ("(width: 1px ‸2px)", "expected \")\""),
    (
      "‸(1px < width > 2px)",
      "both comparisons have to point the same way\n  hint: for example (400px <= width <= 700px)"
    ),
    (
      "(‸1px)",
      "expected a media feature\n  hint: width, height, aspect-ratio and orientation are supported"
    ),
  ])
  func wrongQueriesAreNamed(_ text: String, _ expected: String) {
    expectProblems(["error: \(expected)"], inSheet: "@media \(text){ p { a: b } }")
  }

  @Test func wrongQueriesNeverHold() {
    let start = Diagnostics.SourceLocation(file: "s.css", line: 1, column: 1)
    let sheet = StyleSheet.parse("@media (hover) { p { a: b } }", startingAt: start).styleSheet
    #expect(sheet.rules[0].media[0].queries == [MediaQuery(isNegated: true)])
  }
}
