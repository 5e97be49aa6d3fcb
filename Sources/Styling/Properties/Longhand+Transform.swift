import Diagnostics
import Markup
import Pixels

extension Longhand {
  /// CSS Transforms 1, and the individual properties of CSS Transforms 2.
  package static let transforms: [Longhand] = [
    Longhand(
      "transform", \.style.paint.effects.transform,
      expects: "none, or functions such as translate(0, 24px) rotate(-4deg) scale(1.1)"
    ) { (reader) throws(Diagnostic) in
      try transform(&reader)
    },
    Longhand(
      "transform-origin", \.style.paint.effects.transformOrigin,
      expects: "one or two values such as center, left bottom or 50% 100%"
    ) { (reader) throws(Diagnostic) in
      guard reader.rest.count(where: { $0.kind != .whitespace }) <= 2 else { return nil }
      return try reader.position().map { position in .computed { position.computed(in: $0) } }
    },
    Longhand(
      "translate", \.style.paint.effects.translate,
      expects: "none, or one or two lengths or percentages"
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      guard let x = try reader.lengthPercentage() else { return nil }
      let y = try reader.lengthPercentage() ?? .zero
      return .computed { PositionValue(x: x.computed(in: $0), y: y.computed(in: $0)) }
    },
    Longhand("rotate", \.style.paint.effects.rotate, expects: "none or an angle such as -4deg") {
      (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      return try reader.angle().map { .constant($0) }
    },
    Longhand(
      "scale", \.style.paint.effects.scale, expects: "none, or one or two numbers or percentages"
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(nil) }
      guard let x = try reader.numberOrFraction() else { return nil }
      return .constant(Size(width: x, height: try reader.numberOrFraction() ?? x))
    },
  ]

  /// More would be a mistake.
  private static let mostFunctions = 64

  private static func transform(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[TransformFunction]>? {
    if reader.take("none") { return .constant([]) }
    var functions: [Specified<TransformFunction>] = []
    while functions.count < mostFunctions, let next = try transformFunction(&reader) {
      functions.append(next)
    }
    if functions.isEmpty { return nil }
    let list = functions
    return .computed { context in list.map { $0.value(in: context) } }
  }

  private static func transformFunction(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<TransformFunction>? {
    guard let value = reader.peek(), case .function(let name, let arguments) = value.kind else {
      return nil
    }
    var inner = ValueReader(arguments, at: value.location)
    let function: Specified<TransformFunction>?
    switch name {
    case "translate", "translatex", "translatey": function = try translation(name, &inner)
    case "scale", "scalex", "scaley": function = try scaling(name, &inner)
    case "rotate", "rotatez":
      function = try inner.angle().map { matrix(AffineTransform(rotation: $0)) }
    case "skew", "skewx", "skewy": function = try skewing(name, &inner)
    case "matrix": function = try matrix(&inner)
    default: return nil
    }
    guard let function, inner.isAtEnd else {
      throw .badFunction(
        value.cssText, expected: transformExamples[name] ?? name, at: value.location)
    }
    reader.skip()
    return function
  }

  private static let transformExamples: [String: String] = [
    "translate": "translate(10px, 50%)", "translatex": "translateX(10px)",
    "translatey": "translateY(50%)", "scale": "scale(1.2) or scale(1, 0.5)",
    "scalex": "scaleX(1.2)", "scaley": "scaleY(1.2)", "rotate": "rotate(-4deg)",
    "rotatez": "rotateZ(-4deg)", "skew": "skew(10deg, 5deg)", "skewx": "skewX(10deg)",
    "skewy": "skewY(10deg)", "matrix": "matrix(1, 0, 0, 1, 0, 0)",
  ]

  private static func translation(
    _ name: String, _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<TransformFunction>? {
    guard let first = try reader.lengthPercentage() else { return nil }
    var second = SpecifiedLength.zero
    if name == "translate", reader.comma() {
      guard let next = try reader.lengthPercentage() else { return nil }
      second = next
    }
    let (x, y) = name == "translatey" ? (second, first) : (first, second)
    return .computed { .translate(x.computed(in: $0), y.computed(in: $0)) }
  }

  private static func scaling(
    _ name: String, _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<TransformFunction>? {
    guard let first = try reader.numberOrFraction() else { return nil }
    switch name {
    case "scalex": return matrix(AffineTransform(scaleX: first, y: 1))
    case "scaley": return matrix(AffineTransform(scaleX: 1, y: first))
    default:
      guard reader.comma() else { return matrix(AffineTransform(scaleX: first, y: first)) }
      return try reader.numberOrFraction().map { matrix(AffineTransform(scaleX: first, y: $0)) }
    }
  }

  private static func skewing(
    _ name: String, _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<TransformFunction>? {
    guard let first = try reader.angle() else { return nil }
    if name == "skewy" { return matrix(AffineTransform(skewX: 0, y: first)) }
    guard name == "skew", reader.comma() else {
      return matrix(AffineTransform(skewX: first, y: 0))
    }
    return try reader.angle().map { matrix(AffineTransform(skewX: first, y: $0)) }
  }

  private static func matrix(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<TransformFunction>? {
    let numbers = try reader.commaSeparated { (reader) throws(Diagnostic) in try reader.number() }
    guard let n = numbers, n.count == 6 else { return nil }
    return matrix(AffineTransform(a: n[0], b: n[1], c: n[2], d: n[3], e: n[4], f: n[5]))
  }

  private static func matrix(_ transform: AffineTransform) -> Specified<TransformFunction> {
    .constant(.matrix(transform))
  }
}
