extension Path {
  /// Continues with an elliptic arc, as SVG's `A` (SVG 2 §9.5.1 and appendix B.2).
  ///
  /// - Parameters:
  ///   - start: where the path stands.
  ///   - rotation: of the ellipse's x axis, degrees.
  public mutating func appendArc(
    from start: Point, radii: Size, rotation: Double, isLarge: Bool, sweeps: Bool, to end: Point
  ) {
    if start == end { return }
    var (rx, ry) = (radii.width.magnitude, radii.height.magnitude)
    guard rx > 0, ry > 0, rx.isFinite, ry.isFinite else {
      elements.append(.line(end))
      return
    }
    let axis = PlaneAngle.direction(degrees: rotation)
    let half = (start - end) * 0.5
    let x = axis.x * half.x + axis.y * half.y
    let y = -axis.y * half.x + axis.x * half.y
    let excess = (x * x) / (rx * rx) + (y * y) / (ry * ry)
    if excess > 1 {
      rx *= excess.squareRoot()
      ry *= excess.squareRoot()
    }
    let (u, v) = (x / rx, y / ry)
    let square = u * u + v * v
    guard square > 0, square.isFinite else {
      elements.append(.line(end))
      return
    }
    var offset = max(0, (1 - square) / square).squareRoot()
    if isLarge == sweeps { offset = -offset }
    // Centre and ends on the unit circle.
    let center = Point(x: offset * v, y: -offset * u)
    let first = PlaneAngle.degrees(of: Point(x: u - center.x, y: v - center.y))
    let last = PlaneAngle.degrees(of: Point(x: -u - center.x, y: -v - center.y))
    var turn = last - first
    if sweeps, turn < 0 { turn += 360 }
    if !sweeps, turn > 0 { turn -= 360 }
    let middle = (start + end) * 0.5
    func place(_ point: Point) -> Point {
      let (x, y) = ((point.x + center.x) * rx, (point.y + center.y) * ry)
      return Point(x: axis.x * x - axis.y * y, y: axis.y * x + axis.x * y) + middle
    }
    let parts = max(1, Int((turn.magnitude / 90 - 1e-9).rounded(.up)))
    let step = turn / Double(parts)
    let quarter = PlaneAngle.direction(degrees: step / 4)
    let reach = 4 / 3 * quarter.y / quarter.x
    var from = PlaneAngle.direction(degrees: first)
    for part in 1...parts {
      let to = PlaneAngle.direction(degrees: first + step * Double(part))
      let one = Point(x: from.x - reach * from.y, y: from.y + reach * from.x)
      let two = Point(x: to.x + reach * to.y, y: to.y - reach * to.x)
      elements.append(.cubic(place(one), place(two), to: part == parts ? end : place(to)))
      from = to
    }
  }
}
