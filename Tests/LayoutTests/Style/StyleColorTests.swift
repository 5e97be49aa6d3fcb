import Pixels
import Testing

@testable import Layout
@testable import Styling

@Suite struct StyleColorTests {
  /// Channels as 0…255, as Chromium 156 computes them.
  private static let cases: [(String, Double, Double, Double, Double)] = [
    ("#1a2b3c", 26, 43, 60, 1), ("#ABC", 170, 187, 204, 1), ("#abc8", 170, 187, 204, 0x88 / 255.0),
    ("#1a2b3c80", 26, 43, 60, 128 / 255.0), ("rgb(1, 2, 3)", 1, 2, 3, 1),
    ("rgb(1 2 3 / 50%)", 1, 2, 3, 0.5), ("rgba(1, 2, 3, .25)", 1, 2, 3, 0.25),
    ("rgb(50% 25% 12.5%)", 128, 64, 32, 1), ("rgb(127.5 0.4 300)", 128, 0, 255, 1),
    ("rgb(none 2 calc(1 + 2) / none)", 0, 2, 3, 0), ("hsl(210 40% 17%)", 26, 43, 61, 1),
    ("hsl(-30, 100%, 25%)", 128, 0, 64, 1), ("hsl(0.3turn 60% 40% / 50%)", 65, 163, 41, 0.5),
    ("hsl(200 150% 50%)", 0, 191, 255, 1), ("hsla(120deg, 50%, 50%, 2)", 64, 191, 64, 1),
    ("RebeccaPurple", 102, 51, 153, 1), ("lightgoldenrodyellow", 250, 250, 210, 1),
    ("transparent", 0, 0, 0, 0),
  ]

  @Test(arguments: cases)
  func colors(declared: String, red: Double, green: Double, blue: Double, alpha: Double) throws {
    let page = StyledPage(declarations: "background-color: \(declared)")
    #expect(page.problems.isEmpty)
    let color = try #require(page.style("x")).paint.backgroundColor
    #expect(color == Color(red: red / 255, green: green / 255, blue: blue / 255, alpha: alpha))
  }

  @Test func thereAreAllNamedColors() {
    #expect(NamedColors.byName.count == 148)
  }

  @Test func currentColorIsTheElementsOwn() {
    let page = StyledPage(
      "body { color: red } #x { color: lime; background-color: currentColor; border: 1px solid }",
      [div(id: "x", [div(id: "y")])])
    #expect(page.style("x")?.paint.backgroundColor == Color(rgb: 0x00ff00))
    #expect(page.style("x")?.box.borderColor.top == Color(rgb: 0x00ff00))
  }

  @Test func colorCurrentColorIsTheParents() {
    let page = StyledPage("body { color: red } #x { color: currentcolor }", [div(id: "x")])
    #expect(page.style("x")?.text.color == Color(rgb: 0xff0000))
  }
}

@Suite struct StyleGradientTests {
  private let red = Color(rgb: 0xff0000)
  private let blue = Color(rgb: 0x0000ff)

  private func gradient(_ value: String) throws -> Gradient {
    let page = StyledPage(declarations: "background-image: \(value)")
    #expect(page.problems.isEmpty)
    guard case .gradient(let gradient)? = page.style("x")?.paint.backgrounds.first?.image else {
      throw NoGradient()
    }
    return gradient
  }

  private struct NoGradient: Error {}

  @Test func linearDirections() throws {
    #expect(try gradient("linear-gradient(red, blue)").kind == .linear(.angle(180)))
    #expect(try gradient("linear-gradient(0.25turn, red, blue)").kind == .linear(.angle(90)))
    #expect(try gradient("linear-gradient(0, red, blue)").kind == .linear(.angle(0)))
    #expect(
      try gradient("linear-gradient(to top left, red, blue)").kind == .linear(.toward(x: -1, y: -1))
    )
    #expect(
      try gradient("linear-gradient(to right, red, blue)").kind == .linear(.toward(x: 1, y: 0)))
  }

  @Test func stopsHaveUpToTwoPositions() throws {
    let stops = try gradient("repeating-linear-gradient(red 10% 20%, currentcolor, blue 2em)")
    #expect(stops.isRepeating)
    #expect(
      stops.stops == [
        Gradient.Stop(color: red, position: .percent(10)),
        Gradient.Stop(color: red, position: .percent(20)),
        Gradient.Stop(color: .black, position: nil),
        Gradient.Stop(color: blue, position: .px(40)),
      ])
  }

  @Test func radialShapes() throws {
    let center = PositionValue.center
    #expect(
      try gradient("radial-gradient(red, blue)").kind
        == .radial(isCircle: false, .farthestCorner, center: center))
    #expect(
      try gradient("radial-gradient(closest-side circle at 10px bottom, red, blue)").kind
        == .radial(
          isCircle: true, .closestSide, center: PositionValue(x: .px(10), y: .percent(100))))
    #expect(
      try gradient("radial-gradient(50px circle, red, blue)").kind
        == .radial(isCircle: true, .explicit(.px(50), .px(50)), center: center))
    #expect(
      try gradient("radial-gradient(50% 2em, red, blue)").kind
        == .radial(isCircle: false, .explicit(.percent(50), .px(40)), center: center))
  }

  @Test func conicStopsAreShares() throws {
    let conic = try gradient("conic-gradient(from 45deg at 20% 30%, red 0.25turn, blue 50%)")
    #expect(
      conic.kind == .conic(from: 45, center: PositionValue(x: .percent(20), y: .percent(30))))
    #expect(conic.stops.map(\.position) == [.percent(25), .percent(50)])
  }

  @Test func aHintIsWhereTheMixIsHalf() throws {
    let stops = try gradient("linear-gradient(red, 25%, blue)").stops
    #expect(stops.first?.color == red && stops.last?.color == blue)
    let positions = stops.compactMap { stop -> Double? in
      if case .percent(let value)? = stop.position { value } else { nil }
    }
    #expect(positions.count == stops.count)
    #expect(positions == positions.sorted())
    let half = try #require(positions.firstIndex { ($0 - 25).magnitude < 1e-9 })
    #expect((stops[half].color.blue - 0.5).magnitude < 1e-9)
    // C = P^(log ½ / log H) is the square root for H = ¼.
    let other = try #require(positions.firstIndex { $0 > 50 })
    let share = (positions[other] / 100).squareRoot()
    #expect((stops[other].color.blue - share).magnitude < 1e-9)
  }

  @Test func aHintOnItsNeighborIsAStep() throws {
    let stops = try gradient("linear-gradient(red 20%, 20%, blue 60%)").stops
    #expect(stops.map(\.color) == [red, blue, blue])
    #expect(stops.map(\.position) == [.percent(20), .percent(20), .percent(60)])
  }
}
