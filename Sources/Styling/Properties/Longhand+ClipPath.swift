import Diagnostics
import Markup
import Pixels

extension Longhand {
  /// CSS Masking 1 §5.1 with the basic shapes of CSS Shapes 1 §3.1.
  package static let clipPath = Longhand(
    "clip-path", \.style.paint.effects.clipPath,
    expects: "none, or a shape such as inset(10px round 24px), circle(50%) or polygon(0 0, 100% 0, "
      + "50% 100%)"
  ) { (reader) throws(Diagnostic) in
    if reader.take("none") { return .constant(nil) }
    var box = reader.keyword(BackgroundLayer.Area.self)
    let shape = try basicShape(&reader)
    if box == nil { box = reader.keyword(BackgroundLayer.Area.self) }
    guard shape != nil || box != nil else { return nil }
    let area = box ?? .borderBox
    return .computed { ClipPath(shape: shape?.value(in: $0) ?? .box, box: area) }
  }

  /// Corners of a polygon; more would be a mistake.
  private static let mostCorners = 2000

  private static func basicShape(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ClipPath.Shape>? {
    guard let value = reader.peek(), case .function(let name, let arguments) = value.kind,
      let example = shapeExamples[name]
    else { return nil }
    var inner = ValueReader(arguments, at: value.location)
    let shape: Specified<ClipPath.Shape>?
    switch name {
    case "inset": shape = try inset(&inner)
    case "circle": shape = try circle(&inner)
    case "ellipse": shape = try ellipse(&inner)
    default: shape = try polygon(&inner)
    }
    guard let shape, inner.isAtEnd else {
      throw .badFunction(value.cssText, expected: example, at: value.location)
    }
    reader.skip()
    return shape
  }

  private static let shapeExamples: [String: String] = [
    "inset": "inset(10px 20px round 24px)", "circle": "circle(40% at 50% 50%)",
    "ellipse": "ellipse(50% 30% at center)",
    "polygon": "at most \(mostCorners) corners: polygon(0 0, 100% 0, 50% 100%)",
  ]

  private static func inset(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ClipPath.Shape>? {
    let sides = try reader.fourSides { (reader) throws(Diagnostic) in try reader.lengthPercentage()
    }
    guard let sides else { return nil }
    var horizontal = [SpecifiedLength](repeating: .zero, count: 4)
    var vertical = horizontal
    if reader.take("round") {
      let radii = try reader.fourSides { (reader) throws(Diagnostic) in
        try reader.lengthPercentage(.nonNegative)
      }
      guard let radii else { return nil }
      (horizontal, vertical) = (radii, radii)
      if reader.slash() {
        let others = try reader.fourSides { (reader) throws(Diagnostic) in
          try reader.lengthPercentage(.nonNegative)
        }
        guard let others else { return nil }
        vertical = others
      }
    }
    let (radiiX, radiiY) = (horizontal, vertical)
    return .computed { context in
      let edges = sides.map { $0.computed(in: context) }
      func radius(_ corner: Int) -> CornerRadius {
        CornerRadius(
          horizontal: radiiX[corner].computed(in: context),
          vertical: radiiY[corner].computed(in: context))
      }
      return .inset(
        Edges(top: edges[0], right: edges[1], bottom: edges[2], left: edges[3]),
        radius: Corners(
          topLeft: radius(0), topRight: radius(1), bottomRight: radius(2), bottomLeft: radius(3)))
    }
  }

  private enum Radius {
    case closestSide, farthestSide
    case length(SpecifiedLength)

    package func computed(in context: StyleContext) -> ClipPath.Radius {
      switch self {
      case .closestSide: .closestSide
      case .farthestSide: .farthestSide
      case .length(let length): .length(length.computed(in: context))
      }
    }
  }

  private static func radius(_ reader: inout ValueReader) throws(Diagnostic) -> Radius? {
    if reader.take("closest-side") { return .closestSide }
    if reader.take("farthest-side") { return .farthestSide }
    return try reader.lengthPercentage(.nonNegative).map { .length($0) }
  }

  /// `at` and a position, or nothing.
  private static func center(_ reader: inout ValueReader) throws(Diagnostic) -> SpecifiedPosition? {
    reader.take("at") ? try reader.position() : .center
  }

  private static func circle(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ClipPath.Shape>? {
    let radius = try radius(&reader) ?? .closestSide
    guard let center = try center(&reader) else { return nil }
    return .computed { .circle(radius.computed(in: $0), center: center.computed(in: $0)) }
  }

  private static func ellipse(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ClipPath.Shape>? {
    var radii = (Radius.closestSide, Radius.closestSide)
    if let x = try radius(&reader) {
      guard let y = try radius(&reader) else { return nil }
      radii = (x, y)
    }
    guard let center = try center(&reader) else { return nil }
    let (x, y) = radii
    return .computed {
      .ellipse(x.computed(in: $0), y.computed(in: $0), center: center.computed(in: $0))
    }
  }

  private static func polygon(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ClipPath.Shape>? {
    var rule = Path.FillRule.nonZero
    if let word = reader.keyword(["nonzero": Path.FillRule.nonZero, "evenodd": .evenOdd]) {
      rule = word
      guard reader.comma() else { return nil }
    }
    let corners = try reader.commaSeparated { (reader) throws(Diagnostic) -> SpecifiedPosition? in
      guard let x = try reader.lengthPercentage(), let y = try reader.lengthPercentage() else {
        return nil
      }
      return SpecifiedPosition(x: x, y: y)
    }
    guard let corners, corners.count <= mostCorners else { return nil }
    let fillRule = rule
    return .computed { context in
      .polygon(corners.map { $0.computed(in: context) }, fillRule)
    }
  }
}
