/// A linear map and a shift: `x' = a x + c y + e`, `y' = b x + d y + f`, as CSS's `matrix()`.
public struct AffineTransform: Hashable, Sendable {
  public var a: Double
  public var b: Double
  public var c: Double
  public var d: Double
  public var e: Double
  public var f: Double

  public init(
    a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0
  ) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  public func apply(to point: Point) -> Point {
    Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// First `other`, then the receiver.
  public func concatenating(_ other: AffineTransform) -> AffineTransform {
    AffineTransform(
      a: a * other.a + c * other.b, b: b * other.a + d * other.b,
      c: a * other.c + c * other.d, d: b * other.c + d * other.d,
      e: a * other.e + c * other.f + e, f: b * other.e + d * other.f + f)
  }
}

extension AffineTransform {
  public static let identity = AffineTransform()

  public init(translation: Point) { self.init(e: translation.x, f: translation.y) }

  public init(scaleX: Double, y scaleY: Double) { self.init(a: scaleX, d: scaleY) }

  /// Clockwise, as y points down.
  public init(rotation degrees: Double) {
    // Pointing up becomes pointing along the vector.
    let up = UnitVector.clockwiseFromUp(degrees: degrees)
    self.init(a: -up.y, b: up.x, c: -up.x, d: -up.y)
  }

  /// Skewed along each axis; a right angle gives what is not finite.
  public init(skewX degreesX: Double, y degreesY: Double) {
    func tangent(_ degrees: Double) -> Double {
      let up = UnitVector.clockwiseFromUp(degrees: degrees)
      return up.x / -up.y
    }
    self.init(b: tangent(degreesY), c: tangent(degreesX))
  }

  public var isIdentity: Bool { self == .identity }
  public var isTranslation: Bool { a == 1 && b == 0 && c == 0 && d == 1 }
  /// Upright rectangles stay so.
  public var keepsAxes: Bool { (b == 0 && c == 0) || (a == 0 && d == 0) }
  /// How many whole pixels everything is moved, when that is all that happens; nil for the identity.
  public var wholeShift: Point? {
    guard isTranslation, !isIdentity, e.rounded() == e, f.rounded() == f else { return nil }
    return Point(x: e, y: f)
  }
  public var determinant: Double { a * d - b * c }
  /// By how much areas grow, as a length.
  public var meanScale: Double { abs(determinant).squareRoot() }

  /// How long the units of both axes become.
  public var axisScales: Size {
    Size(width: (a * a + b * b).squareRoot(), height: (c * c + d * d).squareRoot())
  }

  /// nil when the map flattens everything, or is so large that nothing of it can be seen.
  public var inverse: AffineTransform? {
    let determinant = determinant
    guard determinant.isFinite, abs(determinant) > 1e-12 else { return nil }
    let result = AffineTransform(
      a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
      e: (c * f - d * e) / determinant, f: (b * e - a * f) / determinant)
    let numbers = [a, b, c, d, e, f, result.a, result.b, result.c, result.d, result.e, result.f]
    return numbers.allSatisfy { abs($0) < 1e12 } ? result : nil
  }

  /// The upright rectangle around what `rect` becomes.
  public func bounds(of rect: Rect) -> Rect {
    if isTranslation { return rect.offset(by: Point(x: e, y: f)) }
    let corners = [
      Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
      Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
    ].map(apply)
    let left = corners.reduce(.infinity) { min($0, $1.x) }
    let top = corners.reduce(.infinity) { min($0, $1.y) }
    let right = corners.reduce(-.infinity) { max($0, $1.x) }
    let bottom = corners.reduce(-.infinity) { max($0, $1.y) }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
