import Pixels
import Styling

/// Reads SVG's `transform` attribute (CSS Transforms 1 §8); angles in degrees.
enum TransformListParser {
  private static let mostFunctions = 100

  /// - Returns: nil for anything else.
  static func transform(of text: String) -> AffineTransform? {
    var scanner = NumberScanner(text)
    var result = AffineTransform()
    var count = 0
    while !scanner.isAtEnd {
      let name = scanner.word()
      guard scanner.take(UInt8(ascii: "(")), count < mostFunctions else { return nil }
      var numbers: [Double] = []
      while !scanner.take(UInt8(ascii: ")")) {
        guard numbers.count < 6, let number = scanner.number() else { return nil }
        numbers.append(number)
        scanner.skipSeparator()
      }
      scanner.skipSeparator()
      guard let next = function(name, numbers) else { return nil }
      result = result.concatenating(next)
      count += 1
    }
    return result
  }

  private static func function(_ name: String, _ numbers: [Double]) -> AffineTransform? {
    switch (name, numbers.count) {
    case ("translate", 1...2):
      return AffineTransform(e: numbers[0], f: numbers.count > 1 ? numbers[1] : 0)
    case ("scale", 1...2): return AffineTransform(a: numbers[0], d: numbers.last ?? 1)
    case ("rotate", 1), ("rotate", 3):
      let direction = PlaneAngle.direction(degrees: numbers[0])
      let turn = AffineTransform(
        a: direction.x, b: direction.y, c: -direction.y, d: direction.x)
      guard numbers.count == 3 else { return turn }
      return AffineTransform(e: numbers[1], f: numbers[2]).concatenating(turn)
        .concatenating(AffineTransform(e: -numbers[1], f: -numbers[2]))
    case ("skewX", 1), ("skewY", 1):
      let direction = PlaneAngle.direction(degrees: numbers[0])
      let slope = ValueLimits.clamped(direction.y / direction.x, to: ValueLimits.number)
      return name == "skewX" ? AffineTransform(c: slope) : AffineTransform(b: slope)
    case ("matrix", 6):
      return AffineTransform(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    default: return nil
    }
  }
}
