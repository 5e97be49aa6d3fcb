/// The color spaces of CSS Color 4 that Flint computes in; pixels are always sRGB.
public enum ColorSpace: String, Hashable, Sendable {
  case srgb, srgbLinear, displayP3, xyz, lab, lch, oklab, oklch, hsl, hwb

  /// Index of the component that is an angle in degrees.
  public var hueIndex: Int? {
    switch self {
    case .lch, .oklch: 2
    case .hsl, .hwb: 0
    default: nil
    }
  }
}

/// A color in one of the spaces, perhaps outside what sRGB shows.
///
/// Components in the order and size of CSS's functions: `lab` 0…100, `oklab` 0…1, `hsl` and `hwb`
/// degrees and 0…1.
public struct SpacedColor: Hashable, Sendable {
  /// The space that the components are in.
  public var space: ColorSpace
  /// The color's three numbers, in the order and size of CSS's functions.
  public var components: SIMD3<Double>
  /// 0…1
  public var alpha: Double
  /// Components that are `none`: 0 where a number is needed, the other color's when mixed.
  public var isMissing: SIMD3<UInt8>

  public init(
    _ space: ColorSpace, _ components: SIMD3<Double>, alpha: Double = 1,
    isMissing: SIMD3<UInt8> = SIMD3()
  ) {
    self.space = space
    self.components = components
    self.alpha = alpha
    self.isMissing = isMissing
  }

  /// An sRGB color as one of the space `srgb`, none of its components missing.
  public init(_ color: Color) {
    self.init(.srgb, SIMD3(color.red, color.green, color.blue), alpha: color.alpha)
  }

  /// In sRGB, each channel brought within 0…1 as browsers do when they draw.
  public var clipped: Color {
    let rgb = converted(to: .srgb).components
    func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
    return Color(red: unit(rgb[0]), green: unit(rgb[1]), blue: unit(rgb[2]), alpha: unit(alpha))
  }

  /// The same color in another space, not limited to what that shows; a gray has no hue there.
  public func converted(to other: ColorSpace) -> SpacedColor {
    guard other != space else { return self }
    var result = SpacedColor(
      other, ColorConversion.fromLinear(ColorConversion.toLinear(components, space), other),
      alpha: alpha)
    // A grey has no hue (CSS Color 4 §4.4).
    if let hue = other.hueIndex, result.isGrey { result.isMissing[hue] = 1 }
    return result
  }

  private var isGrey: Bool {
    switch space {
    case .lch: components[1] < 0.0015
    case .oklch: components[1] < 4e-6
    case .hsl: components[1] < 1e-5
    case .hwb: components[1] + components[2] >= 1 - 1e-5
    default: false
    }
  }
}

/// How colors are mixed: where, and which way around the hues.
public struct ColorInterpolation: Hashable, Sendable {
  /// Which way around the circle of hues (CSS Color 4 §12.4).
  public enum Hue: String, Sendable { case shorter, longer, increasing, decreasing }

  /// Where the colors are mixed.
  public var space: ColorSpace
  /// Which way the hues go; means nothing in a space without one.
  public var hue: Hue

  public init(space: ColorSpace, hue: Hue = .shorter) {
    self.space = space
    self.hue = hue
  }

  /// The color at `fraction` of the way from `first` to `second` (CSS Color 4 §12), in `space`.
  public func mix(_ first: SpacedColor, _ second: SpacedColor, at fraction: Double) -> SpacedColor {
    var a = first.converted(to: space)
    var b = second.converted(to: space)
    for index in 0..<3 {
      if a.isMissing[index] != 0 { a.components[index] = b.components[index] }
      if b.isMissing[index] != 0 { b.components[index] = a.components[index] }
    }
    let isMissing = a.isMissing & b.isMissing
    let hueIndex = space.hueIndex
    if let hueIndex {
      let (from, to) = turned(a.components[hueIndex], b.components[hueIndex])
      (a.components[hueIndex], b.components[hueIndex]) = (from, to)
    }
    let alpha = a.alpha + (b.alpha - a.alpha) * fraction
    var mixed = SIMD3<Double>()
    for index in 0..<3 {
      let isHue = index == hueIndex
      let from = a.components[index] * (isHue ? 1 : a.alpha)
      let to = b.components[index] * (isHue ? 1 : b.alpha)
      let value = from + (to - from) * fraction
      mixed[index] = isHue ? value : alpha > 0 ? value / alpha : 0
    }
    return SpacedColor(space, mixed, alpha: alpha, isMissing: isMissing)
  }

  /// Hues moved by whole turns so that a straight line goes the way asked for (§12.4).
  private func turned(_ first: Double, _ second: Double) -> (Double, Double) {
    var from = wrapped(first)
    var to = wrapped(second)
    switch hue {
    case .shorter:
      if to - from > 180 { from += 360 } else if to - from < -180 { to += 360 }
    case .longer:
      if to - from > 0, to - from < 180 {
        from += 360
      } else if to - from > -180, to - from <= 0 {
        to += 360
      }
    case .increasing: if to < from { to += 360 }
    case .decreasing: if from < to { from += 360 }
    }
    return (from, to)
  }

  private func wrapped(_ degrees: Double) -> Double {
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    return turn < 0 ? turn + 360 : turn
  }
}
