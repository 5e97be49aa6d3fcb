import Diagnostics
import Markup
import Pixels

extension ValueReader {
  /// The six gradient functions (CSS Images 3 §3, CSS Images 4 §3.3).
  package mutating func gradient() throws(Diagnostic) -> SpecifiedGradient? {
    guard let value = peek(), case .function(let name, let arguments) = value.kind else {
      return nil
    }
    var inner = ValueReader(arguments, at: value.location)
    let isRepeating = name.hasPrefix("repeating-")
    var interpolation = try inner.takeColorInterpolation(arguments)
    let kind: SpecifiedGradient.Kind
    switch isRepeating ? String(name.dropFirst(10)) : name {
    case "linear-gradient": kind = try inner.linearDirection(name)
    case "radial-gradient": kind = try inner.radialShape(name)
    case "conic-gradient": kind = try inner.conicStart(name)
    case let other where other.hasPrefix("-webkit-") && other.hasSuffix("gradient"):
      throw .prefixedGradient(name, at: value.location)
    default: return nil
    }
    let isConic = if case .conic = kind { true } else { false }
    let stops = try inner.gradientStops(name, isConic: isConic)
    skip()
    if interpolation == nil, arguments.contains(where: \.isModernColor) {
      interpolation = ColorInterpolation(space: .oklab)
    }
    if interpolation?.space == .srgb { interpolation = nil }
    return SpecifiedGradient(
      kind: kind, isRepeating: isRepeating, interpolation: interpolation, stops: stops)
  }

  private mutating func linearDirection(
    _ name: String
  ) throws(Diagnostic) -> SpecifiedGradient.Kind {
    if let degrees = try angle() {
      try expectComma(name)
      return .angle(degrees)
    }
    guard take("to") else { return .angle(180) }
    var x = 0
    var y = 0
    for _ in 0..<2 {
      if x == 0, take("left") {
        x = -1
      } else if x == 0, take("right") {
        x = 1
      } else if y == 0, take("top") {
        y = -1
      } else if y == 0, take("bottom") {
        y = 1
      }
    }
    guard x != 0 || y != 0 else {
      let place = location
      throw .badGradientDirection(argumentText, at: place)
    }
    try expectComma(name)
    return .toward(x: x, y: y)
  }

  private mutating func radialShape(_ name: String) throws(Diagnostic) -> SpecifiedGradient.Kind {
    var isCircle: Bool?
    var extent: SpecifiedGradient.Extent?
    /// What the number of radii asks for.
    var needsCircle: Bool?
    var hasPrelude = false
    while true {
      if isCircle == nil, let shape = keyword(["circle": true, "ellipse": false]) {
        isCircle = shape
      } else if extent == nil, let keyword = radialExtentKeyword() {
        extent = keyword
      } else if extent == nil, let first = try lengthPercentage(.nonNegative) {
        if let second = try lengthPercentage(.nonNegative) {
          extent = .explicit(first, second)
          needsCircle = false
        } else {
          extent = .explicit(first, first)
          needsCircle = true
        }
      } else {
        break
      }
      hasPrelude = true
    }
    if let needsCircle, let isCircle, isCircle != needsCircle {
      throw .wrongRadii(isCircle: isCircle, at: start)
    }
    if needsCircle == true, case .explicit(let radius, _)? = extent, radius.hasPercentage {
      throw .wrongRadii(isCircle: true, at: start)
    }
    var center = SpecifiedPosition.center
    if take("at") {
      guard let position = try position() else { throw badPosition(name) }
      center = position
      hasPrelude = true
    }
    if hasPrelude { try expectComma(name) }
    return .radial(
      isCircle: isCircle ?? needsCircle ?? false, extent ?? .farthestCorner, center: center)
  }

  private mutating func radialExtentKeyword() -> SpecifiedGradient.Extent? {
    keyword([
      "closest-side": .closestSide, "farthest-side": .farthestSide,
      "closest-corner": .closestCorner, "farthest-corner": .farthestCorner,
    ])
  }

  private mutating func conicStart(_ name: String) throws(Diagnostic) -> SpecifiedGradient.Kind {
    var degrees = 0.0
    var center = SpecifiedPosition.center
    var hasPrelude = false
    if take("from") {
      guard let angle = try angle() else {
        let place = location
        throw .badGradientAngle(argumentText, at: place)
      }
      degrees = angle
      hasPrelude = true
    }
    if take("at") {
      guard let position = try position() else { throw badPosition(name) }
      center = position
      hasPrelude = true
    }
    if hasPrelude { try expectComma(name) }
    return .conic(from: degrees, center: center)
  }

  private mutating func gradientStops(
    _ name: String, isConic: Bool
  ) throws(Diagnostic) -> [SpecifiedGradient.Stop] {
    var stops: [SpecifiedGradient.Stop] = []
    repeat {
      let place = location
      if let color = try color() {
        let first = try stopPosition(isConic)
        stops.append(.color(color, first))
        if first != nil, let second = try stopPosition(isConic) {
          stops.append(.color(color, second))
        }
      } else if let hint = try stopPosition(isConic), case .color? = stops.last {
        if let color = try color() {
          // The position may come first.
          stops.append(.color(color, hint))
        } else {
          stops.append(.hint(hint))
        }
      } else {
        throw .badGradientStop(argumentText, name, at: place)
      }
    } while comma()
    if !isAtEnd {
      let place = location
      throw .badGradientStop(argumentText, name, at: place)
    }
    if case .hint? = stops.last { throw .hintWithoutColor(name, at: start) }
    // One color alone is all the gradient there is (CSS Images 4 §3.5).
    return stops.count == 1 ? stops + stops : stops
  }

  /// For conic gradients an angle becomes per cent of the turn.
  private mutating func stopPosition(_ isConic: Bool) throws(Diagnostic) -> SpecifiedLength? {
    guard isConic else { return try lengthPercentage() }
    if let degrees = try angle() { return .percent(degrees / 3.6) }
    let before = self
    guard let length = try lengthPercentage(), !length.hasLength else {
      self = before
      return nil
    }
    return length
  }

  private mutating func expectComma(_ name: String) throws(Diagnostic) {
    guard comma() else {
      let place = location
      throw .gradientNeedsComma(argumentText, name, at: place)
    }
  }

  /// `in oklch` and the like, which may stand before or behind the direction; taken out, with the
  /// comma behind it when nothing else stands before that.
  private mutating func takeColorInterpolation(
    _ arguments: [ComponentValue]
  ) throws(Diagnostic) -> ColorInterpolation? {
    let comma = arguments.firstIndex { $0.kind == .comma } ?? arguments.endIndex
    guard let word = arguments[..<comma].firstIndex(where: \.isIn) else { return nil }
    self = ValueReader(Array(arguments[word..<comma]), at: arguments[word].location)
    let interpolation = try colorInterpolation()
    let before = Array(arguments[..<word])
    let behind = rest
    let isAlone = (before + behind).allSatisfy { $0.kind == .whitespace }
    let others = arguments[comma...].dropFirst(isAlone ? 1 : 0)
    self = ValueReader(before + behind + others, at: start)
    return interpolation
  }

  private mutating func badPosition(_ name: String) -> Diagnostic {
    let place = location
    return .badPosition(argumentText, name, at: place)
  }

  /// What has not been read, up to the next comma.
  private var argumentText: String {
    mutating get {
      let rest = rest
      if rest.first?.kind == .comma { return "," }
      return (rest.split { $0.kind == .comma }.first ?? []).cssText
    }
  }
}

extension ComponentValue {
  fileprivate var isIn: Bool {
    if case .identifier(let name) = kind { name.lowercased() == "in" } else { false }
  }

  /// Whether it is a color that makes a gradient mix in Oklab (CSS Color 4 §13.1).
  fileprivate var isModernColor: Bool {
    guard case .function(let name, _) = kind else { return false }
    return ["oklab", "oklch", "lab", "lch", "color", "color-mix"].contains(name)
  }
}
