/// A gradient with every position resolved, in px on the picture.
public struct ResolvedGradient: Hashable, Sendable {
  /// Which points have which offset.
  public enum Geometry: Hashable, Sendable {
    /// Offset 0 at `start`, 1 at `end`.
    case linear(start: Point, end: Point)
    /// Offset 1 on the ellipse.
    case radial(center: Point, radiusX: Double, radiusY: Double)
    /// Degrees clockwise from up; offset 1 is a whole turn later.
    case conic(center: Point, startAngle: Double)
  }

  /// A color at an offset; between two stops colors are mixed.
  public struct Stop: Hashable, Sendable {
    /// Not descending; may lie outside 0…1.
    public var offset: Double
    /// The color at the offset, straight (not premultiplied).
    public var color: Color

    public init(offset: Double, color: Color) {
      self.offset = offset
      self.color = color
    }
  }

  /// Where the offsets lie on the picture.
  public var geometry: Geometry
  /// In the order of their offsets.
  public var stops: [Stop]
  /// Whether the stops begin again beyond the last one and before the first.
  public var isRepeating: Bool
  /// From the geometry's coordinates to the picture's; nil: they are the same.
  public var transform: AffineTransform?

  public init(
    geometry: Geometry, stops: [Stop], isRepeating: Bool = false,
    transform: AffineTransform? = nil
  ) {
    self.geometry = geometry
    self.stops = stops
    self.isRepeating = isRepeating
    self.transform = transform
  }
}

extension ResolvedGradient {
  /// The gradient as it looks after a transform.
  ///
  /// A linear one stays linear; its line is turned so that the bands of one color follow. Rings and
  /// cones keep their own coordinates, unless they are only moved.
  public func transformed(by transform: AffineTransform) -> ResolvedGradient {
    if transform.isIdentity { return self }
    var result = self
    if self.transform == nil {
      switch geometry {
      case .linear(let start, let end):
        result.geometry = Self.line(from: start, to: end, transformed: transform)
        return result
      case .radial(let center, let radiusX, let radiusY) where transform.b == 0 && transform.c == 0:
        result.geometry = .radial(
          center: transform.apply(to: center), radiusX: radiusX * abs(transform.a),
          radiusY: radiusY * abs(transform.d))
        return result
      case .conic(let center, let startAngle) where transform.isTranslation:
        result.geometry = .conic(center: transform.apply(to: center), startAngle: startAngle)
        return result
      case .radial, .conic: break
      }
    }
    result.transform = self.transform.map { transform.concatenating($0) } ?? transform
    return result
  }

  private static func line(
    from start: Point, to end: Point, transformed transform: AffineTransform
  ) -> Geometry {
    let from = transform.apply(to: start)
    let along = end - start
    let squared = along.x * along.x + along.y * along.y
    guard squared > 1e-12, let inverse = transform.inverse else {
      return .linear(start: from, end: from)
    }
    // The offset grows along this vector, by its length a px.
    let slope = along * (1 / squared)
    let turned = Point(
      x: inverse.a * slope.x + inverse.b * slope.y, y: inverse.c * slope.x + inverse.d * slope.y)
    let steepness = turned.x * turned.x + turned.y * turned.y
    guard steepness > 0 else { return .linear(start: from, end: from) }
    return .linear(start: from, end: from + turned * (1 / steepness))
  }
}
