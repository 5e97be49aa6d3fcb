import Testing

@testable import Pixels

@Suite struct RootTests {
  @Test(arguments: [1e-300, 1e-9, 0.001, 0.3, 1, 2, 7.9, 8, 8.1, 64, 1e9, 1e300])
  func rootsMultipliedGiveTheNumberAgain(_ value: Double) {
    let cube = Roots.cube(value)
    #expect(abs(cube * cube * cube / value - 1) < 1e-14)
    #expect(Roots.cube(-value) == -cube)
    guard value > 1e-9, value < 1e9 else { return }
    let fifth = Roots.fifth(value)
    #expect(abs(fifth * fifth * fifth * fifth * fifth / value - 1) < 1e-13)
  }

  @Test func anglesComeBack() {
    for degrees in stride(from: 0.0, to: 360, by: 7.5) {
      let direction = PlaneAngle.direction(degrees: degrees)
      #expect(abs(PlaneAngle.degrees(of: direction) - degrees) < 1e-9)
    }
    #expect(PlaneAngle.direction(degrees: 90) == Point(x: 0, y: 1))
    #expect(PlaneAngle.degrees(of: Point()) == 0)
    #expect(PlaneAngle.direction(degrees: .nan) == Point(x: 1, y: 0))
  }
}

@Suite struct ArcTests {
  @Test func anArcEndsWhereItShouldAndKeepsItsRadius() {
    var path = Path([.move(Point(x: 0, y: 0))])
    path.appendArc(
      from: Point(), radii: Size(width: 5, height: 5), rotation: 0, isLarge: false, sweeps: true,
      to: Point(x: 10, y: 0))
    #expect(path.elements.last.map { "\($0)" }?.contains("10.0") == true)
    #expect(abs((path.controlBounds?.minY ?? 0) + 5) < 1e-9)
  }

  @Test(arguments: [0, 1e-300, 1e300, Double.infinity, Double.nan, -1])
  func strangeNumbersEndQuickly(_ value: Double) {
    var path = Path([.move(Point())])
    path.appendArc(
      from: Point(), radii: Size(width: value, height: 1), rotation: value, isLarge: true,
      sweeps: false, to: Point(x: value, y: 1))
    #expect(path.elements.count < 10)
  }
}
