import Pixels
import Testing

@Suite struct StrokeTests {
  private let corner = Path([
    .move(Point(x: 10, y: 30)), .line(Point(x: 10, y: 10)), .line(Point(x: 30, y: 10)),
  ])

  private func bounds(_ path: Path) throws -> [Double] {
    let bounds = try #require(path.controlBounds)
    return [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY]
  }

  @Test func aLineIsHalfItsWidthOnEachSide() throws {
    let line = Path([.move(Point(x: 10, y: 20)), .line(Point(x: 40, y: 20))])
    #expect(try bounds(line.stroked(Stroke(width: 6))) == [10, 17, 40, 23])
  }

  @Test func capsReachBeyondTheEnds() throws {
    let line = Path([.move(Point(x: 10, y: 20)), .line(Point(x: 40, y: 20))])
    #expect(try bounds(line.stroked(Stroke(width: 6, cap: .square))) == [7, 17, 43, 23])
    #expect(try bounds(line.stroked(Stroke(width: 6, cap: .round))) == [7, 17, 43, 23])
  }

  @Test func aMiterIsPointedUpToItsLimit() throws {
    #expect(try bounds(corner.stroked(Stroke(width: 4))) == [8, 8, 30, 30])
    let limited = corner.stroked(Stroke(width: 4, miterLimit: 1.4))
    #expect(!limited.elements.contains(.line(Point(x: 8, y: 8))))
  }

  @Test func aClosedContourHasAJoinWhereItBegins() {
    let square = Path.rect(Rect(x: 10, y: 10, width: 20, height: 20))
    #expect(square.stroked(Stroke(width: 4)).elements.contains(.line(Point(x: 8, y: 8))))
  }

  @Test func everyPartTurnsTheSameWay() throws {
    let blob = Path([
      .move(Point(x: 5, y: 5)),
      .cubic(Point(x: 40, y: 0), Point(x: -20, y: 30), to: Point(x: 6, y: 9)),
      .quadratic(Point(x: 30, y: 60), to: Point(x: 3, y: 2)), .close,
    ])
    for join in [Stroke.Join.miter, .round, .bevel] {
      for contour in polygons(blob.stroked(Stroke(width: 9, cap: .round, join: join))) {
        var area = 0.0
        for (a, b) in zip(contour, contour.dropFirst() + contour.prefix(1)) {
          area += a.x * b.y - a.y * b.x
        }
        #expect(area > -1e-9)
      }
    }
  }

  @Test func dashesLeaveGaps() throws {
    let line = Path([.move(Point(x: 0, y: 10)), .line(Point(x: 40, y: 10))])
    let dashes = polygons(line.stroked(Stroke(width: 2, dashes: [10, 5], dashOffset: 5)))
    #expect(dashes.map { $0.map(\.x).min() } == [0, 10, 25])
    #expect(dashes.map { $0.map(\.x).max() } == [5, 20, 35])
  }

  @Test func numbersWithoutSenseDrawNothingOrAWholeLine() {
    let line = Path([.move(Point()), .line(Point(x: 4, y: 0))])
    #expect(line.stroked(Stroke(width: 0)).elements.isEmpty)
    #expect(line.stroked(Stroke(width: .nan)).elements.isEmpty)
    #expect(Path([.move(Point(x: .infinity))]).stroked(Stroke(width: 2)).elements.isEmpty)
    let whole = line.stroked(Stroke(width: 2)).elements
    #expect(line.stroked(Stroke(width: 2, dashes: [0, 0])).elements == whole)
    #expect(line.stroked(Stroke(width: 2, dashes: [1e-9])).elements == whole)
    #expect(line.stroked(Stroke(width: 2, dashes: [-1, 4])).elements == whole)
  }

  private func polygons(_ path: Path) -> [[Point]] {
    var result: [[Point]] = []
    for element in path.elements {
      switch element {
      case .move(let point): result.append([point])
      case .line(let point): result[result.count - 1].append(point)
      default: break
      }
    }
    return result
  }
}
