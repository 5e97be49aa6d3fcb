extension Path {
  /// The area of a line along the path, to be filled.
  ///
  /// Contours that end with `close` are closed, others have caps. Every segment, join and cap is a
  /// contour of its own, all of them turning the same way: by the non-zero rule they cover what any
  /// of them covers, however tightly the path turns.
  public func stroked(_ stroke: Stroke) -> Path {
    guard stroke.width > 0, stroke.width.isFinite, controlBounds != nil else { return Path() }
    var pen = StrokePen(stroke)
    for line in polylines(strokeRadius: stroke.width / 2) {
      for part in line.dashed(stroke) { pen.draw(part) }
    }
    return Path(pen.elements)
  }

  fileprivate func polylines(strokeRadius: Double) -> [Polyline] {
    var result: [Polyline] = []
    var line = Polyline()

    func finish(isClosed: Bool) {
      line.isClosed = isClosed
      if !line.points.isEmpty, isClosed || line.points.count > 1 || line.isDot {
        result.append(line.withoutRepetitions)
      }
      let start = line.points.first
      line = Polyline()
      if isClosed, let start { line.points = [start] }
    }

    for element in elements {
      let start = line.points.last ?? Point()
      switch element {
      case .move(let point):
        finish(isClosed: false)
        line.points = [point]
      case .line(let point): line.add(point)
      case .quadratic(let control, let end):
        line.addCurve(
          start, start + (control - start) * (2.0 / 3), end + (control - end) * (2.0 / 3), end,
          strokeRadius: strokeRadius)
      case .cubic(let first, let second, let end):
        line.addCurve(start, first, second, end, strokeRadius: strokeRadius)
      case .close: finish(isClosed: true)
      }
    }
    finish(isClosed: false)
    return result
  }
}

/// A contour as straight pieces.
private struct Polyline {
  var points: [Point] = []
  var isClosed = false
  /// The contour has a segment, though perhaps one without length.
  var isDot = false

  /// px; chords stay this near to their curve and to its offset curve.
  private static let tolerance = 0.04
  private static let mostChords = 256.0

  mutating func add(_ point: Point) {
    if points.isEmpty { points.append(Point()) }
    points.append(point)
    isDot = true
  }

  mutating func addCurve(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, strokeRadius: Double
  ) {
    if points.isEmpty { points.append(a) }
    let bend = max((a - b * 2 + c).length, (b - c * 2 + d).length)
    let size = max((b - a).length + (c - b).length + (d - c).length, 1e-6)
    let spread = bend + strokeRadius * min(2, 4 * bend / size)
    let count = (0.75 * spread / Self.tolerance).squareRoot().rounded(.up)
    let steps = Int(min(max(count, 1), Self.mostChords))
    for step in 1...steps {
      let t = Double(step) / Double(steps)
      let s = 1 - t
      points.append(
        a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
    }
    isDot = true
  }

  /// Without segments that have no length, and without a closing one.
  var withoutRepetitions: Polyline {
    var result = self
    result.points = []
    for point in points where result.points.last.map({ ($0 - point).length > 1e-6 }) ?? true {
      result.points.append(point)
    }
    if isClosed, result.points.count > 1,
      (result.points[0] - result.points[result.points.count - 1]).length <= 1e-6
    {
      result.points.removeLast()
    }
    return result
  }

  // MARK: - Dashes

  /// More dashes than this are drawn as a whole line.
  private static let mostDashes = 10_000.0

  /// The parts that dashes leave; the line itself without dashes.
  func dashed(_ stroke: Stroke) -> [Polyline] {
    var pattern = stroke.dashes
    let sum = pattern.reduce(0, +)
    guard sum > 0, sum.isFinite, pattern.allSatisfy({ $0 >= 0 }), points.count > 1 else {
      return [self]
    }
    if !pattern.count.isMultiple(of: 2) { pattern += pattern }
    let corners = isClosed ? points + [points[0]] : points
    let length = zip(corners, corners.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    guard length / sum * Double(stroke.dashes.count) <= Self.mostDashes else { return [self] }
    let whole = pattern.reduce(0, +)
    var (index, rest) = (0, stroke.dashOffset.truncatingRemainder(dividingBy: whole))
    if !rest.isFinite { rest = 0 }
    if rest < 0 { rest += whole }
    while rest >= pattern[index] {
      rest -= pattern[index]
      index = (index + 1) % pattern.count
      if rest <= 0, pattern[index] > 0 { break }
    }
    rest = pattern[index] - rest
    var parts: [Polyline] = []
    var current = Polyline(points: index.isMultiple(of: 2) ? [corners[0]] : [])
    let startsDrawn = index.isMultiple(of: 2)
    for (from, to) in zip(corners, corners.dropFirst()) {
      let segment = (to - from).length
      var done = 0.0
      while segment - done > rest {
        done += rest
        let point = from + (to - from) * (done / segment)
        if index.isMultiple(of: 2) {
          current.points.append(point)
          parts.append(current.dash)
          current = Polyline()
        } else {
          current = Polyline(points: [point])
        }
        index = (index + 1) % pattern.count
        rest = pattern[index]
      }
      rest -= segment - done
      if index.isMultiple(of: 2) { current.points.append(to) }
    }
    if index.isMultiple(of: 2), !current.points.isEmpty {
      if isClosed, startsDrawn, let first = parts.first {
        current.points += first.points.dropFirst()
        parts[0] = current.dash
      } else {
        parts.append(current.dash)
      }
    }
    return parts
  }

  private var dash: Polyline {
    var dash = withoutRepetitions
    dash.isDot = true
    return dash
  }
}

/// Draws polylines as quadrilaterals, joins and caps.
private struct StrokePen {
  private let stroke: Stroke
  private let radius: Double
  private(set) var elements: [Path.Element] = []

  init(_ stroke: Stroke) {
    self.stroke = stroke
    radius = stroke.width / 2
  }

  mutating func draw(_ line: Polyline) {
    let points = line.points
    guard points.count > 1 else {
      if let point = points.first, line.isDot { dot(at: point) }
      return
    }
    var directions = zip(points, points.dropFirst()).map { ($1 - $0).unit }
    if line.isClosed { directions.append((points[0] - points[points.count - 1]).unit) }
    for (index, direction) in directions.enumerated() {
      let side = direction.left * radius
      let (from, to) = (points[index], points[(index + 1) % points.count])
      polygon([from + side, to + side, to - side, from - side])
      if index > 0 { join(at: from, directions[index - 1], direction) }
    }
    let last = directions[directions.count - 1]
    if line.isClosed {
      join(at: points[0], last, directions[0])
    } else {
      cap(at: points[0], facing: directions[0] * -1)
      cap(at: points[points.count - 1], facing: last)
    }
  }

  private mutating func join(at point: Point, _ before: Point, _ after: Point) {
    let cross = before.x * after.y - before.y * after.x
    let dot = before.x * after.x + before.y * after.y
    if abs(cross) < 1e-9, dot > 0 { return }
    let sign = cross >= 0 ? 1.0 : -1
    // In the order that turns as the segments do.
    let (first, second) = cross >= 0 ? (before, after) : (after, before)
    let from = first.left * sign
    let to = second.left * sign
    var corners = [point, point + from * radius]
    switch stroke.join {
    case .round: corners += arc(around: point, from: from, to: to, halves: 5)
    case .miter:
      if (1 + dot) / 2 * stroke.miterLimit * stroke.miterLimit >= 1, dot > -0.999_999 {
        corners.append(point + (from + to) * (radius / (1 + dot)))
      }
    case .bevel: break
    }
    corners.append(point + to * radius)
    polygon(corners)
  }

  private mutating func cap(at point: Point, facing direction: Point) {
    let side = direction.left
    switch stroke.cap {
    case .butt: break
    case .square:
      let (a, b) = (point + side * radius, point - side * radius)
      polygon([a, a + direction * radius, b + direction * radius, b])
    case .round:
      var corners = [point + side * radius]
      corners += arc(around: point, from: side, to: direction, halves: 5)
      corners.append(point + direction * radius)
      corners += arc(around: point, from: direction, to: side * -1, halves: 5)
      corners.append(point - side * radius)
      polygon(corners)
    }
  }

  private mutating func dot(at point: Point) {
    guard stroke.cap != .butt else { return }
    cap(at: point, facing: Point(x: 1))
    cap(at: point, facing: Point(x: -1))
  }

  /// Points between two directions less than half a turn apart, found by halving.
  private func arc(around center: Point, from: Point, to: Point, halves: Int) -> [Point] {
    let sum = from + to
    let length = sum.length
    // Chords nearer than 1/50 px to the circle are near enough.
    let sag = radius * (1 - length / 2)
    guard halves > 0, sag > 0.02 else { return [] }
    let middle =
      length > 1e-6 ? sum * (1 / length) : Point(x: -from.y, y: from.x)
    return arc(around: center, from: from, to: middle, halves: halves - 1)
      + [center + middle * radius]
      + arc(around: center, from: middle, to: to, halves: halves - 1)
  }

  private mutating func polygon(_ corners: [Point]) {
    elements.append(.move(corners[0]))
    elements += corners.dropFirst().map { .line($0) }
    elements.append(.close)
  }
}

extension Point {
  fileprivate var length: Double { (x * x + y * y).squareRoot() }

  fileprivate var unit: Point {
    let length = length
    return length > 0 ? self * (1 / length) : Point(x: 1)
  }

  /// A quarter turn to the left as seen on the slide.
  fileprivate var left: Point { Point(x: y, y: -x) }
}
