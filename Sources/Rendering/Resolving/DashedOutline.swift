import Pixels
import Styling

/// Dashes or dots around a rounded box, spaced so that they close without a seam.
struct DashedOutline {
  private(set) var path = Path()

  /// A curve's points are this many px apart at most; a border's dash hides the corners.
  private static let step = 1.5
  /// More dashes than any slide shows.
  private static let limit = 20_000

  /// The length of a dash and of the gap behind it, as Chromium has them; thin lines get longer ones.
  static func dash(_ width: Double) -> Double { width * (width < 3 ? 3 : 2) }
  static func gap(_ width: Double) -> Double { width * (width < 3 ? 2 : 1) }

  /// - Parameters:
  ///   - middle: the line that the dashes are centered on.
  ///   - width: of the border, px.
  ///   - isRound: dots as wide as the border instead of dashes twice as long.
  init(along middle: RoundedBox, width: Double, isRound: Bool) {
    let points = Self.points(of: middle)
    var distances = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      let dx = b.x - a.x
      let dy = b.y - a.y
      distances.append(distances[distances.count - 1] + (dx * dx + dy * dy).squareRoot())
    }
    let length = distances[distances.count - 1]
    let dash = isRound ? 0 : Self.dash(width)
    let wanted = isRound ? width * 2 : dash + Self.gap(width)
    guard width > 0, length > 0, length / wanted < Double(Self.limit) else { return }
    let period = length / max(1, (length / wanted).rounded())
    var index = 0
    for number in 0..<Int((length / period).rounded()) {
      let start = Double(number) * period
      while index + 1 < distances.count - 1, distances[index + 1] <= start { index += 1 }
      if isRound {
        let center = Self.point(at: start, points, distances, from: index).place
        let box = Rect(
          x: center.x - width / 2, y: center.y - width / 2, width: width, height: width)
        let radius = Size(width: width / 2, height: width / 2)
        path.elements += RoundedBox(rect: box, radii: Corners(all: radius)).contour
      } else {
        add(from: start, to: start + dash, points, distances, first: index, width: width)
      }
    }
  }

  /// One dash as a band: its outer edge forwards, its inner edge back.
  private mutating func add(
    from start: Double, to end: Double, _ points: [Point], _ distances: [Double], first: Int,
    width: Double
  ) {
    var stations = [Self.point(at: start, points, distances, from: first)]
    var index = first
    while index + 1 < distances.count, distances[index + 1] < end {
      index += 1
      stations.append(Self.point(at: distances[index], points, distances, from: index))
    }
    stations.append(Self.point(at: end, points, distances, from: index))
    let outer = stations.map { $0.place + $0.normal * (width / 2) }
    let inner = stations.reversed().map { $0.place - $0.normal * (width / 2) }
    path.elements.append(.move(outer[0]))
    path.elements += (outer.dropFirst() + inner).map { .line($0) }
    path.elements.append(.close)
  }

  /// The place at a distance along the line, and the unit vector to its outer side.
  private static func point(
    at distance: Double, _ points: [Point], _ distances: [Double], from index: Int
  ) -> (place: Point, normal: Point) {
    let i = min(index, points.count - 2)
    let length = max(distances[i + 1] - distances[i], 1e-9)
    let direction = (points[i + 1] - points[i]) * (1 / length)
    let along = min(max(distance - distances[i], 0), length)
    return (points[i] + direction * along, Point(x: direction.y, y: -direction.x))
  }

  /// The contour as a closed line of points.
  private static func points(of box: RoundedBox) -> [Point] {
    var points: [Point] = []
    var first = Point()
    for element in box.contour {
      switch element {
      case .move(let point):
        first = point
        points.append(point)
      case .line(let point): points.append(point)
      case .quadratic(_, let point): points.append(point)
      case .cubic(let c, let d, let end):
        let start = points[points.count - 1]
        let span = abs(end.x - start.x) + abs(end.y - start.y)
        let count = Int(max(2, min(500, (span / step).rounded(.up))))
        for number in 1...count {
          let t = Double(number) / Double(count)
          let s = 1 - t
          let a = start * (s * s * s) + c * (3 * s * s * t)
          points.append(a + d * (3 * s * t * t) + end * (t * t * t))
        }
      case .close: points.append(first)
      }
    }
    // Equal neighbours have no direction.
    var distinct: [Point] = []
    for point in points where point != distinct.last { distinct.append(point) }
    return distinct.count > 1 ? distinct : [first, first + Point(x: 1e-6, y: 0)]
  }
}
