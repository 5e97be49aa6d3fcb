import Testing

@testable import Templates

@Suite struct Bounds {
  private static let fields = """
    title: { type: text, pattern: "[A-Z0-9-]+", description: A code. }
    rating: { type: number, min: 0, max: 5 }
    price: { type: money, min: 0.01 }
    compare: { type: money, max: 1000 }
    bullets: { type: list, min: 2, limit: 4 }
    """

  @Test(
    arguments: [
      ([("title", "CLAY-5"), ("rating", "5"), ("price", "0.01"), ("bullets", "a|b")], []),
      (
        [("title", "Clay")],
        ["1: error: title is \"Clay\", which does not match [A-Z0-9-]+\n  hint: A code."]
      ),
      ([("title", "A"), ("rating", "7")], ["2: error: rating is 7; it goes from 0 to 5"]),
      ([("title", "A"), ("rating", "-0.5")], ["2: error: rating is -0.5; it goes from 0 to 5"]),
      ([("title", "A"), ("price", "-3")], ["2: error: price is \u{2212}$3; it is at least 0.01"]),
      ([("title", "A"), ("price", "0 JPY")], ["2: error: price is ¥0; it is at least 0.01"]),
      (
        [("title", "A"), ("compare", "1000.01")],
        ["2: error: compare is $1,000.01; it is at most 1000"]
      ),
      (
        [("title", "A"), ("bullets", "a")],
        ["2: error: bullets has 1 item, fewer than the 2 it must have"]
      ),
    ] as [([(String, String)], [String])])
  func holdValues(_ cells: [(String, String)], _ expected: [String]) throws {
    let found = try Fixture(body: "{{ title }}", fields: Self.fields).refusals(cells)
    #expect(found.count == expected.count)
    for (problem, start) in zip(found, expected) {
      #expect(problem.hasPrefix("row.csv:2:" + start), "\(problem)")
    }
  }

  @Test(arguments: [
    ("title: { type: text, min: 3 }", "min has no meaning for type text"),
    ("title: { type: date, max: 3 }", "max has no meaning for type date"),
    ("title: { type: list, max: 3 }", "max has no meaning for type list"),
    ("title: { type: number, pattern: x }", "pattern has no meaning for type number"),
    ("title: { type: number, min: 3, max: 2 }", "min of \"title\" is above its max"),
    ("title: { type: text, pattern: '(' }", "the pattern of \"title\" is no regular expression"),
    ("title: { type: number, min: x }", "min"),
  ])
  func areChecked(_ field: String, _ message: String) throws {
    let found = try Fixture(body: "{{ title }}", fields: field).complaints()
    #expect(found.contains { $0.contains("error: ") && $0.contains(message) }, "\(found)")
  }

  @Test func aDiscountIsOfOneCurrency() throws {
    let fixture = try Fixture(body: "{{ price | percent_off(compare) }}")
    let found = try fixture.refusals([("title", "T"), ("price", "€20"), ("compare", "$30")])
    #expect(
      found.first?.hasPrefix("row.csv:2:2: error: €20 and $30 are in different currencies") == true,
      "\(found)")
  }
}
