import Diagnostics
import Markup
import Pixels

/// A `color-mix()` that needs `currentcolor`.
struct SpecifiedMix: Hashable, Sendable {
  indirect enum Operand: Hashable, Sendable {
    case color(SpacedColor)
    case current
    case mix(SpecifiedMix)

    package func color(current: Color) -> SpacedColor {
      switch self {
      case .color(let color): color
      case .current: SpacedColor(current)
      case .mix(let mix): mix.color(current: current)
      }
    }

    var isConstant: Bool {
      switch self {
      case .color: true
      case .current: false
      case .mix(let mix): mix.isConstant
      }
    }
  }

  package var interpolation: ColorInterpolation
  package var first: Operand
  package var second: Operand
  /// How much of the second color there is, 0…1.
  package var fraction: Double
  /// Below 1 when the percentages do not make 100.
  package var alpha: Double

  var isConstant: Bool { first.isConstant && second.isConstant }

  package func color(current: Color) -> SpacedColor {
    var color = interpolation.mix(
      first.color(current: current), second.color(current: current), at: fraction)
    color.alpha *= alpha
    return color
  }
}

extension ValueReader {
  /// The functions of CSS Color 4 beyond sRGB's own.
  static let colorSpaces: [String: ColorSpace] = [
    "oklab": .oklab, "oklch": .oklch, "lab": .lab, "lch": .lch, "hwb": .hwb,
  ]

  /// The arguments of `oklch()` and its like: three components, perhaps a slash and alpha.
  package mutating func spaced(_ space: ColorSpace, _ name: String) throws(Diagnostic)
    -> SpacedColor
  {
    if peekIdentifier() == "from" { throw .relativeColor(name, at: location) }
    var color = SpacedColor(space, SIMD3())
    for index in 0..<3 {
      if take("none") {
        color.isMissing[index] = 1
      } else if let value = try component(index, of: space) {
        color.components[index] = value
      } else {
        throw wrongSpacedColor(name)
      }
    }
    color.alpha = try spacedAlpha(name)
    return color
  }

  private mutating func component(
    _ index: Int, of space: ColorSpace
  ) throws(Diagnostic) -> Double? {
    if index == space.hueIndex {
      if let degrees = try angle() { return degrees }
      return try number()
    }
    let whole = Self.hundredPercent(of: space)[index]
    let value: Double
    if let number = try number() {
      // HWB's numbers are per cent without the sign.
      value = space == .hwb ? number / 100 : number
    } else if let percent = try percentage() {
      value = percent / 100 * whole
    } else {
      return nil
    }
    let isChroma = index == 1 && (space == .lch || space == .oklch)
    if space == .hwb { return min(max(value, 0), 1) }
    if index == 0 { return min(max(value, 0), whole) }
    return isChroma ? max(value, 0) : value
  }

  /// What 100 % of each component is (CSS Color 4 §8–9).
  private static func hundredPercent(of space: ColorSpace) -> [Double] {
    switch space {
    case .lab: [100, 125, 125]
    case .lch: [100, 150, 1]
    case .oklab: [1, 0.4, 0.4]
    case .oklch: [1, 0.4, 1]
    default: [1, 1, 1]
    }
  }

  /// The arguments of `color()`.
  mutating func predefined(_ name: String) throws(Diagnostic) -> SpacedColor {
    let spaces: KeyValuePairs<String, ColorSpace> = [
      "srgb": .srgb, "srgb-linear": .srgbLinear, "display-p3": .displayP3, "xyz": .xyz,
      "xyz-d65": .xyz,
    ]
    if peekIdentifier() == "from" { throw .relativeColor(name, at: location) }
    guard let space = keyword(spaces) else { throw wrongSpacedColor(name) }
    var color = SpacedColor(space, SIMD3())
    for index in 0..<3 {
      if take("none") {
        color.isMissing[index] = 1
      } else if let value = try numberOrFraction() {
        color.components[index] = value
      } else {
        throw wrongSpacedColor(name)
      }
    }
    color.alpha = try spacedAlpha(name)
    return color
  }

  private mutating func spacedAlpha(_ name: String) throws(Diagnostic) -> Double {
    var alpha = 1.0
    if slash() {
      if take("none") {
        alpha = 0
      } else if let value = try numberOrFraction() {
        alpha = min(max(value, 0), 1)
      } else {
        throw wrongSpacedColor(name)
      }
    }
    guard isAtEnd else { throw wrongSpacedColor(name) }
    return alpha
  }

  private mutating func wrongSpacedColor(_ name: String) -> Diagnostic {
    let place = location
    return .wrongColorArguments("\(name)(\(text))", name, at: place)
  }

  // MARK: - color-mix()

  /// The arguments of `color-mix()` (CSS Color 5 §3).
  package mutating func mix() throws(Diagnostic) -> SpecifiedMix {
    guard let interpolation = try colorInterpolation(), comma(),
      let (first, firstPercent) = try mixPart(), comma(),
      let (second, secondPercent) = try mixPart(), isAtEnd
    else {
      let place = location
      throw .badColorMix(text, at: place)
    }
    let one = firstPercent ?? secondPercent.map { 100 - $0 } ?? 50
    let two = secondPercent ?? (100 - one)
    let sum = one + two
    guard sum > 0 else { throw .emptyColorMix(text, at: start) }
    return SpecifiedMix(
      interpolation: interpolation, first: first, second: second, fraction: two / sum,
      alpha: min(sum / 100, 1))
  }

  /// `in oklch longer hue`; nil when no `in` stands there.
  mutating func colorInterpolation() throws(Diagnostic) -> ColorInterpolation? {
    guard take("in") else { return nil }
    let place = location
    guard
      let space = keyword([
        "srgb": ColorSpace.srgb, "srgb-linear": .srgbLinear, "display-p3": .displayP3,
        "oklab": .oklab, "oklch": .oklch, "lab": .lab, "lch": .lch, "hsl": .hsl, "hwb": .hwb,
        "xyz": .xyz, "xyz-d65": .xyz,
      ])
    else { throw .unknownMixingSpace(peek()?.cssText ?? "", at: place) }
    guard space.hueIndex != nil, let hue = keyword(ColorInterpolation.Hue.self) else {
      return ColorInterpolation(space: space)
    }
    guard take("hue") else { throw .hueExpected(hue.rawValue, at: place) }
    return ColorInterpolation(space: space, hue: hue)
  }

  private mutating func mixPart() throws(Diagnostic) -> (SpecifiedMix.Operand, Double?)? {
    var percent = try mixPercentage()
    guard let color = try operand() else { return nil }
    if percent == nil { percent = try mixPercentage() }
    return (color, percent)
  }

  private mutating func mixPercentage() throws(Diagnostic) -> Double? {
    guard let token = peek() else { return nil }
    guard let percent = try percentage() else { return nil }
    guard (0...100).contains(percent) else {
      throw .badMixPercentage(token.cssText, at: token.location)
    }
    return percent
  }

  /// A color before it is brought into sRGB.
  private mutating func operand() throws(Diagnostic) -> SpecifiedMix.Operand? {
    if let value = peek(), case .function(let name, let arguments) = value.kind {
      var inner = ValueReader(arguments, at: value.location)
      let operand: SpecifiedMix.Operand? =
        if let space = Self.colorSpaces[name] {
          .color(try inner.spaced(space, name))
        } else if name == "color" {
          .color(try inner.predefined(name))
        } else if name == "color-mix" {
          .mix(try inner.mix())
        } else {
          nil
        }
      if let operand {
        skip()
        return operand
      }
    }
    switch try color() {
    case nil: return nil
    case .color(let color)?: return .color(SpacedColor(color))
    case .current?: return .current
    case .mix(let mix)?: return .mix(mix)
    }
  }
}
