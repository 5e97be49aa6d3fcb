extension Path {
  /// The path as polygons whose corners lie within `bounds`.
  ///
  /// What lies inside `bounds` is covered as before, under both fill rules; parts outside are pushed
  /// onto its border, where they cover nothing. Curves become chords (16 px apart where huge, never
  /// more than 256 a curve), so it is meant for paths far larger than the picture.
  /// - Precondition: all coordinates are finite.
  public func flattened(clippedTo bounds: Rect) -> Path {
    var result = Path(fillRule: fillRule)
    var contour: [Point] = []

    func finish() {
      let polygon = clip(contour, to: bounds)
      if polygon.count > 2 {
        result.elements.append(.move(polygon[0]))
        result.elements += polygon.dropFirst().map { .line($0) }
        result.elements.append(.close)
      }
      contour = contour.first.map { [$0] } ?? []
    }

    for element in elements {
      let start = contour.last ?? Point()
      switch element {
      case .move(let point):
        finish()
        contour = [point]
      case .line(let point): contour.append(point)
      case .quadratic(let control, let end):
        let first = start + (control - start) * (2.0 / 3)
        let second = end + (control - end) * (2.0 / 3)
        appendChords(of: (start, first, second, end), to: &contour)
      case .cubic(let first, let second, let end):
        appendChords(of: (start, first, second, end), to: &contour)
      case .close: finish()
      }
    }
    finish()
    return result
  }

  private func appendChords(of curve: (Point, Point, Point, Point), to contour: inout [Point]) {
    let reach =
      abs(curve.1.x - curve.0.x) + abs(curve.1.y - curve.0.y) + abs(curve.2.x - curve.1.x)
      + abs(curve.2.y - curve.1.y) + abs(curve.3.x - curve.2.x) + abs(curve.3.y - curve.2.y)
    let count = Int(min(256, max(16, reach / 16)))
    for step in 1...count {
      let t = Double(step) / Double(count)
      let s = 1 - t
      contour.append(
        curve.0 * (s * s * s) + curve.1 * (3 * s * s * t) + curve.2 * (3 * s * t * t)
          + curve.3 * (t * t * t))
    }
  }

  /// Sutherland and Hodgman: one side of `bounds` after the other.
  private func clip(_ polygon: [Point], to bounds: Rect) -> [Point] {
    // Beyond this, differences of coordinates would lose the picture's own pixels.
    let farthest = 1e12
    var points = polygon.map {
      Point(x: min(max($0.x, -farthest), farthest), y: min(max($0.y, -farthest), farthest))
    }
    points = cut(points, isUpright: true, sign: 1, border: bounds.minX)
    points = cut(points, isUpright: true, sign: -1, border: bounds.maxX)
    points = cut(points, isUpright: false, sign: 1, border: bounds.minY)
    return cut(points, isUpright: false, sign: -1, border: bounds.maxY)
  }

  /// What lies on one side of an upright or level line.
  ///
  /// - Parameters:
  ///   - isUpright: the line is `x == border`, else `y == border`.
  ///   - sign: 1 keeps what is greater, -1 what is less.
  private func cut(
    _ points: [Point], isUpright: Bool, sign: Double, border: Double
  ) -> [Point] {
    guard var previous = points.last else { return [] }
    var result: [Point] = []
    for point in points {
      let from = ((isUpright ? previous.x : previous.y) - border) * sign
      let to = ((isUpright ? point.x : point.y) - border) * sign
      if (from >= 0) != (to >= 0) {
        let crossing = previous + (point - previous) * (from / (from - to))
        result.append(
          isUpright ? Point(x: border, y: crossing.y) : Point(x: crossing.x, y: border))
      }
      if to >= 0 { result.append(point) }
      previous = point
    }
    return result
  }
}
