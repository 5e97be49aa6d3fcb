import Diagnostics
import Markup
import Pixels

/// A `<color>` as declared.
enum ColorValue: Hashable, Sendable {
  case color(Color)
  case current
  /// Never a constant one: that is a color.
  case mix(SpecifiedMix)

  package func computed(in context: StyleContext) -> Color {
    switch self {
    case .color(let color): color
    case .current: context.color
    case .mix(let mix): mix.color(current: context.color).clipped
    }
  }

  /// nil is `currentcolor`, which some properties resolve later.
  func computedOrCurrent(in context: StyleContext) -> Color? {
    self == .current ? nil : computed(in: context)
  }

  /// As `computedOrCurrent`.
  var specifiedOrCurrent: Specified<Color?> {
    switch self {
    case .color(let color): .constant(color)
    case .current: .constant(nil)
    case .mix(let mix): .computed { mix.color(current: $0.color).clipped }
    }
  }
}

extension ValueReader {
  package mutating func color() throws(Diagnostic) -> ColorValue? {
    guard let value = peek() else { return nil }
    let color: ColorValue
    switch value.kind {
    case .identifier(let written):
      let name = written.lowercased()
      if name == "currentcolor" {
        color = .current
      } else if name == "transparent" {
        color = .color(.transparent)
      } else if let rgb = NamedColors.byName[name] {
        color = .color(Color(rgb: rgb))
      } else {
        return nil
      }
    case .hash(let digits):
      guard let hex = Self.hexColor(digits) else { throw .badHexColor(digits, at: value.location) }
      color = .color(hex)
    case .function(let name, let arguments):
      var inner = ValueReader(arguments, at: value.location)
      switch name {
      case "rgb", "rgba": color = .color(try inner.rgb(name))
      case "hsl", "hsla": color = .color(try inner.hsl(name))
      case "color": color = .color(try inner.predefined(name).clipped)
      case "color-mix":
        let mix = try inner.mix()
        color = mix.isConstant ? .color(mix.color(current: .black).clipped) : .mix(mix)
      case "light-dark", "device-cmyk", "contrast-color":
        throw .unsupportedColorFunction(name, at: value.location)
      default:
        guard let space = Self.colorSpaces[name] else { return nil }
        color = .color(try inner.spaced(space, name).clipped)
      }
    default: return nil
    }
    skip()
    return color
  }

  /// 3, 4, 6 or 8 digits without the `#`.
  private static func hexColor(_ digits: String) -> Color? {
    let nibbles = digits.compactMap(\.hexDigitValue)
    guard nibbles.count == digits.count, digits.allSatisfy(\.isASCII) else { return nil }
    let bytes: [Int]
    switch nibbles.count {
    case 3, 4: bytes = nibbles.map { $0 * 17 }
    case 6, 8:
      bytes = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] * 16 + nibbles[$0 + 1] }
    default: return nil
    }
    let channels = bytes.map { Double($0) / 255 }
    return Color(
      red: channels[0], green: channels[1], blue: channels[2],
      alpha: channels.count == 4 ? channels[3] : 1)
  }

  /// The arguments of `rgb()`: with commas, or with spaces and a slash before alpha.
  private mutating func rgb(_ name: String) throws(Diagnostic) -> Color {
    var channels: [Double] = []
    var kinds: Set<ComponentKind> = []
    let hasCommas = try colorArguments(name) { (reader) throws(Diagnostic) -> Bool in
      if reader.take("none") {
        channels.append(0)
        kinds.insert(.none)
      } else if let number = try reader.number() {
        channels.append(number / 255)
        kinds.insert(.number)
      } else if let percent = try reader.percentage() {
        channels.append(percent / 100)
        kinds.insert(.percentage)
      } else {
        return false
      }
      return true
    }
    // The older syntax allows no mixtures and no `none`.
    if hasCommas, kinds.count > 1 || kinds.contains(.none) { throw wrongColorArguments(name) }
    let alpha = try alpha(name, hasCommas: hasCommas)
    return Color(
      red: Self.byteFraction(channels[0]), green: Self.byteFraction(channels[1]),
      blue: Self.byteFraction(channels[2]), alpha: alpha)
  }

  private enum ComponentKind { case none, number, percentage }

  private mutating func hsl(_ name: String) throws(Diagnostic) -> Color {
    var components: [Double] = []
    var kinds: Set<ComponentKind> = []
    let hasCommas = try colorArguments(name) { (reader) throws(Diagnostic) -> Bool in
      if reader.take("none") {
        components.append(0)
        kinds.insert(.none)
      } else if components.isEmpty {
        if let degrees = try reader.angle() {
          components.append(degrees)
        } else if let number = try reader.number() {
          components.append(number)
        } else {
          return false
        }
      } else if let percent = try reader.percentage() {
        components.append(percent)
      } else if let number = try reader.number() {
        components.append(number)
        kinds.insert(.number)
      } else {
        return false
      }
      return true
    }
    if hasCommas, !kinds.isEmpty { throw wrongColorArguments(name) }
    let alpha = try alpha(name, hasCommas: hasCommas)
    return Self.hslColor(
      hue: components[0], saturation: components[1] / 100, lightness: components[2] / 100,
      alpha: alpha)
  }

  /// Reads three components.
  ///
  /// - Parameter component: false when none stands there.
  /// - Returns: whether commas separate them.
  private mutating func colorArguments(
    _ name: String, _ component: (inout ValueReader) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Bool {
    var hasCommas = false
    for index in 0..<3 {
      if index == 1 { hasCommas = comma() }
      if index == 2, hasCommas, !comma() { throw wrongColorArguments(name) }
      guard try component(&self) else { throw wrongColorArguments(name) }
    }
    return hasCommas
  }

  private mutating func alpha(_ name: String, hasCommas: Bool) throws(Diagnostic) -> Double {
    var alpha = 1.0
    if hasCommas ? comma() : slash() {
      if take("none") {
        alpha = 0
      } else if let value = try numberOrFraction() {
        alpha = min(max(value, 0), 1)
      } else {
        throw wrongColorArguments(name)
      }
    }
    guard isAtEnd else { throw wrongColorArguments(name) }
    return alpha
  }

  private mutating func wrongColorArguments(_ name: String) -> Diagnostic {
    let place = location
    return .wrongColorArguments("\(name)(\(text))", name, at: place)
  }

  /// Within 0…1 and on one of the 256 levels that sRGB colors have in CSS Color 4 §15.1.
  private static func byteFraction(_ value: Double) -> Double {
    (min(max(value, 0), 1) * 255).rounded() / 255
  }

  /// CSS Color 4 §7.1.
  private static func hslColor(
    hue: Double, saturation: Double, lightness: Double, alpha: Double
  ) -> Color {
    let hue = hue - (hue / 360).rounded(.down) * 360
    let saturation = max(saturation, 0)
    let lightness = min(max(lightness, 0), 1)
    func channel(_ n: Double) -> Double {
      let k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
      let a = saturation * min(lightness, 1 - lightness)
      return byteFraction(lightness - a * max(-1, min(k - 3, 9 - k, 1)))
    }
    return Color(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
  }
}
