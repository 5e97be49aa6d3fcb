/// The mixing functions B(Cb, Cs) of Compositing and Blending 1 §10.1 and §10.2, on straight colors
/// 0…1; the fourth channel has no meaning.
enum BlendFunctions {
  typealias Channels = SIMD4<Float>

  @inline(__always)
  static func mixed(_ backdrop: Channels, _ source: Channels, _ mode: BlendMode) -> Channels {
    switch mode {
    case .normal, .plusLighter: source
    case .multiply: backdrop * source
    case .screen: screen(backdrop, source)
    case .overlay: hardLight(source, backdrop)
    case .darken: pointwiseMin(backdrop, source)
    case .lighten: pointwiseMax(backdrop, source)
    case .colorDodge: colorDodge(backdrop, source)
    case .colorBurn: colorBurn(backdrop, source)
    case .hardLight: hardLight(backdrop, source)
    case .softLight: softLight(backdrop, source)
    case .difference: pointwiseMax(backdrop, source) - pointwiseMin(backdrop, source)
    case .exclusion: backdrop + source - backdrop * source * 2
    case .hue: withLuminosity(luminosity(backdrop), withSaturation(saturation(backdrop), source))
    case .saturation:
      withLuminosity(luminosity(backdrop), withSaturation(saturation(source), backdrop))
    case .color: withLuminosity(luminosity(backdrop), source)
    case .luminosity: withLuminosity(luminosity(source), backdrop)
    }
  }

  @inline(__always)
  private static func screen(_ backdrop: Channels, _ source: Channels) -> Channels {
    backdrop + source - backdrop * source
  }

  @inline(__always)
  private static func hardLight(_ backdrop: Channels, _ source: Channels) -> Channels {
    let dark = backdrop * source * 2
    let light = screen(backdrop, source * 2 - 1)
    return dark.replacing(with: light, where: source .> 0.5)
  }

  @inline(__always)
  private static func colorDodge(_ backdrop: Channels, _ source: Channels) -> Channels {
    let rest = pointwiseMax(1 - source, Channels(repeating: 1e-6))
    let mixed = pointwiseMin(backdrop / rest, Channels(repeating: 1))
    return mixed.replacing(with: 0, where: backdrop .<= 0)
  }

  @inline(__always)
  private static func colorBurn(_ backdrop: Channels, _ source: Channels) -> Channels {
    let ink = pointwiseMax(source, Channels(repeating: 1e-6))
    let mixed = 1 - pointwiseMin((1 - backdrop) / ink, Channels(repeating: 1))
    return mixed.replacing(with: 1, where: backdrop .>= 1)
  }

  @inline(__always)
  private static func softLight(_ backdrop: Channels, _ source: Channels) -> Channels {
    let darker = backdrop - (1 - source * 2) * backdrop * (1 - backdrop)
    let curve = ((backdrop * 16 - 12) * backdrop + 4) * backdrop
    let root = curve.replacing(with: backdrop.squareRoot(), where: backdrop .> 0.25)
    let lighter = backdrop + (source * 2 - 1) * (root - backdrop)
    return darker.replacing(with: lighter, where: source .> 0.5)
  }

  // MARK: - Hue, saturation, luminosity

  @inline(__always)
  private static func luminosity(_ color: Channels) -> Float {
    0.3 * color.x + 0.59 * color.y + 0.11 * color.z
  }

  @inline(__always)
  private static func saturation(_ color: Channels) -> Float {
    max(color.x, color.y, color.z) - min(color.x, color.y, color.z)
  }

  private static func withLuminosity(_ value: Float, _ color: Channels) -> Channels {
    var color = color + (value - luminosity(color))
    let level = luminosity(color)
    let least = min(color.x, color.y, color.z)
    let most = max(color.x, color.y, color.z)
    if least < 0 { color = level + (color - level) * (level / (level - least)) }
    if most > 1 { color = level + (color - level) * ((1 - level) / (most - level)) }
    return color
  }

  private static func withSaturation(_ value: Float, _ color: Channels) -> Channels {
    let least = min(color.x, color.y, color.z)
    let range = max(color.x, color.y, color.z) - least
    return range > 0 ? (color - least) * (value / range) : .zero
  }
}
