/// Directions without the C library's `sin` and `cos`, whose last bits differ between machines.
public enum UnitVector {
  /// 0° is up, 90° right; y points down.
  public static func clockwiseFromUp(degrees: Double) -> Point {
    guard degrees.isFinite else { return Point(x: 0, y: -1) }
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    let angle = turn < 0 ? turn + 360 : turn
    let quadrant = Int((angle / 90).rounded(.down)) % 4
    let rest = angle - Double(quadrant) * 90
    let (sine, cosine) = sineAndCosine(degrees: rest)
    return switch quadrant {
    case 0: Point(x: sine, y: -cosine)
    case 1: Point(x: cosine, y: sine)
    case 2: Point(x: -sine, y: cosine)
    default: Point(x: -cosine, y: -sine)
    }
  }

  /// For 0…90°, by Taylor series on 0…45° (error below 1e-15).
  private static func sineAndCosine(degrees: Double) -> (Double, Double) {
    let isSteep = degrees > 45
    let x = (isSteep ? 90 - degrees : degrees) * Double.pi / 180
    var sine = x
    var cosine = 1.0
    var power = x
    var factorial = 1.0
    for n in 2...19 {
      power *= x
      factorial *= Double(n)
      let sign = (n / 2).isMultiple(of: 2) ? 1.0 : -1.0
      if n.isMultiple(of: 2) {
        cosine += sign * power / factorial
      } else {
        sine += sign * power / factorial
      }
    }
    return isSteep ? (cosine, sine) : (sine, cosine)
  }
}
