/// Roots and angles by arithmetic alone: the C library's differ in their last bits between machines.
enum Roots {
  /// The real cube root; finite for finite values.
  static func cube(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    let size = value.magnitude
    // Within a factor of 2 of the root, then Newton's method, which doubles the correct digits.
    var root = Double(sign: .plus, exponent: Int(size.exponent) / 3, significand: 1)
    for _ in 0..<10 { root -= (root - size / (root * root)) / 3 }
    return value < 0 ? -root : root
  }

  /// The fifth root.
  ///
  /// - Parameter value: > 0.
  static func fifth(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var root = Double(sign: .plus, exponent: Int(value.exponent) / 5, significand: 1)
    for _ in 0..<16 {
      let square = root * root
      root -= (root - value / (square * square)) / 5
    }
    return root
  }
}

/// Directions in the plane, in degrees from the x axis towards the y axis.
public enum PlaneAngle {
  /// The unit vector at an angle.
  public static func direction(degrees: Double) -> Point {
    guard degrees.isFinite else { return Point(x: 1, y: 0) }
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    let angle = turn < 0 ? turn + 360 : turn
    let eighth = (angle / 45).rounded(.down)
    // From the nearest multiple of 90°, within ±45°.
    let quarter = ((eighth + 1) / 2).rounded(.down)
    let x = (angle - quarter * 90) * Double.pi / 180
    var sine = x
    var cosine = 1.0
    var term = x
    for n in 2...19 {
      term *= x / Double(n)
      let signed = (n / 2).isMultiple(of: 2) ? term : -term
      if n.isMultiple(of: 2) { cosine += signed } else { sine += signed }
    }
    return switch Int(quarter) % 4 {
    case 0: Point(x: cosine, y: sine)
    case 1: Point(x: -sine, y: cosine)
    case 2: Point(x: -cosine, y: -sine)
    default: Point(x: sine, y: -cosine)
    }
  }

  /// The angle of a vector, 0 ..< 360; 0 for none.
  public static func degrees(of vector: Point) -> Double {
    let (x, y) = (vector.x.magnitude, vector.y.magnitude)
    guard x + y > 0, (x + y).isFinite else { return 0 }
    let isSteep = y > x
    var tangent = isSteep ? x / y : y / x
    // Halved twice: the series below then has eleven correct digits.
    for _ in 0..<2 { tangent /= 1 + (1 + tangent * tangent).squareRoot() }
    let square = tangent * tangent
    var sum = 0.0
    var power = tangent
    for n in stride(from: 1, through: 15, by: 2) {
      sum += (n % 4 == 1 ? power : -power) / Double(n)
      power *= square
    }
    var angle = sum * 4 * 180 / Double.pi
    if isSteep { angle = 90 - angle }
    if vector.x < 0 { angle = 180 - angle }
    if vector.y < 0 { angle = 360 - angle }
    return angle >= 360 ? 0 : angle
  }
}
