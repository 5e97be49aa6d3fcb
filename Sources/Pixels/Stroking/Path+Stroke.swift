extension Path {
  /// The outline of the path's line, to be filled by the nonzero rule.
  ///
  /// - Parameter tolerance: how far the outline may be off; a fraction of a pixel.
  public func stroked(_ style: StrokeStyle, tolerance: Double) -> Path {
    guard style.width > 0, style.width.isFinite, controlBounds != nil else { return Path() }
    var stroker = Stroker(style)
    for contour in Polyline.contours(of: self, tolerance: tolerance) {
      let isDashed = contour.points.count > 1 && style.dashes.contains { $0 > 0 }
      let pieces =
        isDashed ? contour.dashed(style.dashes, offset: style.dashOffset) : [contour]
      for piece in pieces { stroker.add(piece) }
    }
    return stroker.outline
  }
}

/// Walks along both sides of lines.
private struct Stroker {
  private let style: StrokeStyle
  private let radius: Double
  private(set) var outline = Path()
  private var isOpen = false

  init(_ style: StrokeStyle) {
    self.style = style
    radius = style.width / 2
  }

  mutating func add(_ line: Polyline) {
    guard line.points.count > 1 else {
      if let point = line.points.first { addDot(at: point) }
      return
    }
    var reversed = line
    reversed.points.reverse()
    reversed.isSmooth.reverse()
    if line.isClosed {
      addSide(of: line)
      close()
      addSide(of: reversed)
      close()
    } else {
      addSide(of: line)
      addCap(at: reversed.points[0], line.endDirection)
      addSide(of: reversed)
      addCap(at: line.points[0], reversed.endDirection)
      close()
    }
  }

  private mutating func addDot(at point: Point) {
    guard style.cap != .butt else { return }
    let right = Point(x: 1, y: 0)
    move(to: point + right.leftNormal * radius)
    addCap(at: point, right)
    addCap(at: point, Point(x: -1, y: 0))
    close()
  }

  // MARK: - Sides

  private mutating func addSide(of line: Polyline) {
    let points = line.points
    let count = points.count
    let segments = line.isClosed ? count : count - 1
    let directions = (0..<segments).map { (points[($0 + 1) % count] - points[$0]).unit }
    if !line.isClosed { move(to: points[0] + directions[0].leftNormal * radius) }
    for index in (line.isClosed ? 0 : 1)..<segments {
      let before = directions[(index + segments - 1) % segments]
      let room = min(
        (points[index] - points[(index + count - 1) % count]).length,
        (points[(index + 1) % count] - points[index]).length)
      addJoin(
        at: points[index], before, directions[index], isSmooth: line.isSmooth[index], room: room)
    }
    if !line.isClosed { move(to: points[count - 1] + directions[segments - 1].leftNormal * radius) }
  }

  /// - Parameter room: the shorter of the two pieces that meet.
  private mutating func addJoin(
    at point: Point, _ before: Point, _ after: Point, isSmooth: Bool, room: Double
  ) {
    let (from, to) = (before.leftNormal, after.leftNormal)
    let cosine = from.x * to.x + from.y * to.y
    let isOuter = before.x * after.y - before.y * after.x >= 0
    move(to: point + from * radius)
    if cosine > 0.999_999 { return }
    if !isOuter {
      // Behind a sharp bend the side would leave the line's own body.
      if !isSmooth || (to - from).length * radius > room { move(to: point) }
    } else if isSmooth || style.join == .round {
      addArc(around: point, from: from, to: to, through: before)
    } else if style.join == .miter,
      1 <= style.miterLimit * style.miterLimit * (1 + cosine) / 2, cosine > -0.999_999
    {
      move(to: point + (from + to) * (radius / (1 + cosine)))
    }
    move(to: point + to * radius)
  }

  // MARK: - Ends

  private mutating func addCap(at point: Point, _ direction: Point) {
    let normal = direction.leftNormal
    switch style.cap {
    case .butt: break
    case .square:
      move(to: point + (normal + direction) * radius)
      move(to: point + (direction - normal) * radius)
    case .round: addArc(around: point, from: normal, to: normal * -1, through: direction)
    }
    move(to: point - normal * radius)
  }

  /// Arcs of 90° at most, from one unit vector to another less than 180° on, or half around.
  private mutating func addArc(
    around center: Point, from: Point, to: Point, through direction: Point
  ) {
    let cosine = from.x * to.x + from.y * to.y
    if cosine < 0.1 {
      let sum = from + to
      let middle = sum.length > 1e-6 ? sum.unit : direction
      addArc(around: center, from: from, to: middle, through: direction)
      addArc(around: center, from: middle, to: to, through: direction)
      return
    }
    // The tangent of a quarter of the angle, by halving twice.
    let half = ((1 + cosine) / 2).squareRoot()
    let quarter = (max(0, 1 - half) / (1 + half)).squareRoot()
    let reach = quarter * 4 / 3
    let one = from + Point(x: -from.y, y: from.x) * reach
    let two = to - Point(x: -to.y, y: to.x) * reach
    outline.elements.append(
      .cubic(center + one * radius, center + two * radius, to: center + to * radius))
  }

  private mutating func move(to point: Point) {
    outline.elements.append(isOpen ? .line(point) : .move(point))
    isOpen = true
  }

  private mutating func close() {
    outline.elements.append(.close)
    isOpen = false
  }
}

extension Polyline {
  /// Of the last piece; at least two points.
  fileprivate var endDirection: Point {
    (points[points.count - 1] - points[points.count - 2]).unit
  }
}

extension Point {
  fileprivate var unit: Point {
    let length = length
    return length > 0 ? self * (1 / length) : Point(x: 1, y: 0)
  }

  /// The direction's left side where y points up; on the screen the right one.
  fileprivate var leftNormal: Point { Point(x: y, y: -x) }
}
