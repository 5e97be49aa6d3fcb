/// A linear map and a shift: `x' = a x + c y + e`, `y' = b x + d y + f`, as CSS's `matrix()`.
public struct AffineTransform: Hashable, Sendable {
  /// How much of x reaches the new x.
  public var a: Double
  /// How much of x reaches the new y.
  public var b: Double
  /// How much of y reaches the new x.
  public var c: Double
  /// How much of y reaches the new y.
  public var d: Double
  /// How far everything is moved to the right, after the linear part.
  public var e: Double
  /// How far everything is moved down, after the linear part.
  public var f: Double

  /// The map of six numbers in the order of CSS's `matrix()`; those left out are the identity's.
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

  /// Where the map takes a point.
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
  /// The map that changes nothing.
  public static let identity = AffineTransform()

  /// A shift alone.
  public init(translation: Point) { self.init(e: translation.x, f: translation.y) }

  /// A scaling about the origin; a negative factor mirrors.
  public init(scaleX: Double, y scaleY: Double) { self.init(a: scaleX, d: scaleY) }

  /// A rotation about the origin, clockwise, as y points down.
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

  /// Whether every point stays where it is, exactly.
  public var isIdentity: Bool { self == .identity }
  /// Whether points are only moved, exactly; true of the identity too.
  var isTranslation: Bool { a == 1 && b == 0 && c == 0 && d == 1 }
  /// Upright rectangles stay so.
  public var keepsAxes: Bool { (b == 0 && c == 0) || (a == 0 && d == 0) }
  /// How many whole pixels everything is moved, when that is all that happens; nil for the identity.
  public var wholeShift: Point? {
    guard isTranslation, !isIdentity, e.rounded() == e, f.rounded() == f else { return nil }
    return Point(x: e, y: f)
  }
  /// By how much areas grow; negative when the map mirrors, 0 when it flattens.
  var determinant: Double { a * d - b * c }
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
