extension Path {
  /// How far a cubic's control points lie from its ends to draw a quarter of a circle of radius 1.
  private static let quarterCircle = 0.552_284_749_830_793_4

  /// Clockwise from the top left corner.
  public static func rect(_ rect: Rect) -> Path {
    Path([
      .move(Point(x: rect.minX, y: rect.minY)), .line(Point(x: rect.maxX, y: rect.minY)),
      .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)), .close,
    ])
  }

  /// A box with elliptic corners, clockwise from the top left.
  ///
  /// - Parameter radii: px; the caller has reduced those that overlap (CSS Backgrounds 3 §4.5). A
  ///   corner with a width or height of 0 or less is square.
  public static func roundedRect(_ rect: Rect, radii: Corners<Size>) -> Path {
    let radii = radii.map { $0.width > 0 && $0.height > 0 ? $0 : Size() }
    if radii == Corners(all: Size()) { return .rect(rect) }
    let open = 1 - quarterCircle
    var path = Path()

    func corner(_ x: Double, _ y: Double, from: Point, to: Point) {
      let tip = Point(x: x, y: y)
      if case .some = path.elements.last {
        path.elements.append(.line(from))
      } else {
        path.elements.append(.move(from))
      }
      guard from != to else { return }
      path.elements.append(
        .cubic(tip + (from - tip) * open, tip + (to - tip) * open, to: to))
    }

    let topLeft = radii.topLeft
    corner(
      rect.minX, rect.minY, from: Point(x: rect.minX, y: rect.minY + topLeft.height),
      to: Point(x: rect.minX + topLeft.width, y: rect.minY))
    let topRight = radii.topRight
    corner(
      rect.maxX, rect.minY, from: Point(x: rect.maxX - topRight.width, y: rect.minY),
      to: Point(x: rect.maxX, y: rect.minY + topRight.height))
    let bottomRight = radii.bottomRight
    corner(
      rect.maxX, rect.maxY, from: Point(x: rect.maxX, y: rect.maxY - bottomRight.height),
      to: Point(x: rect.maxX - bottomRight.width, y: rect.maxY))
    let bottomLeft = radii.bottomLeft
    corner(
      rect.minX, rect.maxY, from: Point(x: rect.minX + bottomLeft.width, y: rect.maxY),
      to: Point(x: rect.minX, y: rect.maxY - bottomLeft.height))
    path.elements.append(.close)
    return path
  }

  /// A rectangle with four round corners of one radius, px.
  public static func roundedRect(_ rect: Rect, radius: Double) -> Path {
    roundedRect(rect, radii: Corners(all: Size(width: radius, height: radius)))
  }

  /// The ellipse that touches the four sides of `rect`.
  public static func ellipse(in rect: Rect) -> Path {
    roundedRect(
      rect, radii: Corners(all: Size(width: rect.width / 2, height: rect.height / 2)))
  }

  /// Both paths as one; the fill rule is the receiver's.
  public func appending(_ other: Path) -> Path {
    Path(elements + other.elements, fillRule: fillRule)
  }
}

extension Path {
  /// Every point put through `move`, which must be affine for curves to stay true.
  func mapPoints(_ move: (Point) -> Point) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(move(point))
        case .line(let point): .line(move(point))
        case .quadratic(let control, let end): .quadratic(move(control), to: move(end))
        case .cubic(let first, let second, let end):
          .cubic(move(first), move(second), to: move(end))
        case .close: .close
        }
      }, fillRule: fillRule)
  }

  /// The same path moved, px.
  public func offset(by delta: Point) -> Path { mapPoints { $0 + delta } }

  /// About the origin of the coordinates.
  public func scaled(by factor: Double) -> Path {
    mapPoints { $0 * factor }
  }

  /// The path of the transformed points; Bézier curves stay what they are.
  public func transformed(by transform: AffineTransform) -> Path {
    mapPoints { transform.apply(to: $0) }
  }

  /// Around all points, control points too; nil for a path without points or with a coordinate that
  /// is not finite.
  public var controlBounds: Rect? {
    var low = Point(x: .infinity, y: .infinity)
    var high = Point(x: -.infinity, y: -.infinity)
    var isFinite = true

    func add(_ point: Point) {
      isFinite = isFinite && point.x.isFinite && point.y.isFinite
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }

    for element in elements {
      switch element {
      case .move(let point), .line(let point): add(point)
      case .quadratic(let control, let end):
        add(control)
        add(end)
      case .cubic(let first, let second, let end):
        add(first)
        add(second)
        add(end)
      case .close: break
      }
    }
    guard isFinite, low.x <= high.x else { return nil }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }

  /// The rectangle this path is, when it is one with upright sides, drawn once around.
  public var uprightRect: Rect? {
    var corners: [Point] = []
    for (index, element) in elements.enumerated() {
      switch element {
      case .move(let point) where index == 0: corners.append(point)
      case .line(let point) where index > 0 && corners.count < 5: corners.append(point)
      case .close where index == elements.count - 1: break
      default: return nil
      }
    }
    if corners.count == 5, corners[4] == corners[0] { corners.removeLast() }
    guard corners.count == 4 else { return nil }
    let isRow = corners[0].y == corners[1].y
    let fits =
      isRow
      ? corners[1].x == corners[2].x && corners[2].y == corners[3].y && corners[3].x == corners[0].x
      : corners[0].x == corners[1].x && corners[1].y == corners[2].y && corners[2].x == corners[3].x
        && corners[3].y == corners[0].y
    return fits ? controlBounds : nil
  }
}
