/// A gradient with every position resolved, in px on the picture.
public struct ResolvedGradient: Hashable, Sendable {
  public enum Geometry: Hashable, Sendable {
    /// Offset 0 at `start`, 1 at `end`.
    case linear(start: Point, end: Point)
    /// Offset 1 on the ellipse.
    case radial(center: Point, radiusX: Double, radiusY: Double)
    /// Degrees clockwise from up; offset 1 is a whole turn later.
    case conic(center: Point, startAngle: Double)
  }

  public struct Stop: Hashable, Sendable {
    /// Not descending; may lie outside 0…1.
    public var offset: Double
    public var color: Color

    public init(offset: Double, color: Color) {
      self.offset = offset
      self.color = color
    }
  }

  public var geometry: Geometry
  public var stops: [Stop]
  public var isRepeating: Bool

  public init(geometry: Geometry, stops: [Stop], isRepeating: Bool = false) {
    self.geometry = geometry
    self.stops = stops
    self.isRepeating = isRepeating
  }
}
