/// Between the spaces by way of linear-light sRGB, with the matrices of CSS Color 4 §18 and the
/// article that defines Oklab (Ottosson 2020).
enum ColorConversion {
  static func toLinear(_ value: SIMD3<Double>, _ space: ColorSpace) -> SIMD3<Double> {
    switch space {
    case .srgbLinear: value
    case .srgb: value.map(decoded)
    case .displayP3: xyzToLinear * (p3ToXYZ * value.map(decoded))
    case .xyz: xyzToLinear * value
    case .lab: xyzToLinear * (d50ToD65 * labToXYZ(value))
    case .lch: toLinear(rectangular(value), .lab)
    case .oklab: lmsToLinear * (oklabToRoots * value).map { $0 * $0 * $0 }
    case .oklch: toLinear(rectangular(value), .oklab)
    case .hsl: hslToRGB(value).map(decoded)
    case .hwb: hwbToRGB(value).map(decoded)
    }
  }

  static func fromLinear(_ linear: SIMD3<Double>, _ space: ColorSpace) -> SIMD3<Double> {
    switch space {
    case .srgbLinear: linear
    case .srgb: linear.map(encoded)
    case .displayP3: (xyzToP3 * (linearToXYZ * linear)).map(encoded)
    case .xyz: linearToXYZ * linear
    case .lab: xyzToLab(d65ToD50 * (linearToXYZ * linear))
    case .lch: polar(fromLinear(linear, .lab))
    case .oklab: rootsToOklab * (linearToLMS * linear).map(Roots.cube)
    case .oklch: polar(fromLinear(linear, .oklab))
    case .hsl: rgbToHSL(linear.map(encoded))
    case .hwb: rgbToHWB(linear.map(encoded))
    }
  }

  // MARK: - sRGB's curve

  /// To linear light; odd, so that it holds outside 0…1 too.
  static func decoded(_ value: Double) -> Double {
    let size = value.magnitude
    guard size > 0.04045 else { return value / 12.92 }
    let base = (size + 0.055) / 1.055
    // base^2.4
    let root = Roots.fifth(base)
    let linear = base * base * root * root
    return value < 0 ? -linear : linear
  }

  static func encoded(_ value: Double) -> Double {
    let size = value.magnitude
    guard size > 0.0031308 else { return value * 12.92 }
    // size^(1/2.4) is the fifth power of the twelfth root.
    let root = Roots.cube(size).squareRoot().squareRoot()
    let square = root * root
    let curved = 1.055 * square * square * root - 0.055
    return value < 0 ? -curved : curved
  }

  // MARK: - Polar spaces

  /// Lightness, chroma, hue to lightness and two axes.
  private static func rectangular(_ value: SIMD3<Double>) -> SIMD3<Double> {
    let direction = PlaneAngle.direction(degrees: value[2])
    return SIMD3(value[0], value[1] * direction.x, value[1] * direction.y)
  }

  private static func polar(_ value: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(
      value[0], (value[1] * value[1] + value[2] * value[2]).squareRoot(),
      PlaneAngle.degrees(of: Point(x: value[1], y: value[2])))
  }

  // MARK: - HSL and HWB

  private static func hslToRGB(_ value: SIMD3<Double>) -> SIMD3<Double> {
    let hue = value[0] - (value[0] / 360).rounded(.down) * 360
    let chroma = value[1] * min(value[2], 1 - value[2])
    func channel(_ n: Double) -> Double {
      let k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
      return value[2] - chroma * max(-1, min(k - 3, 9 - k, 1))
    }
    return SIMD3(channel(0), channel(8), channel(4))
  }

  private static func hwbToRGB(_ value: SIMD3<Double>) -> SIMD3<Double> {
    let sum = value[1] + value[2]
    if sum >= 1 { return SIMD3(repeating: value[1] / sum) }
    return hslToRGB(SIMD3(value[0], 1, 0.5)) * (1 - sum) + value[1]
  }

  private static func rgbToHSL(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
    let (low, high) = (rgb.min(), rgb.max())
    let lightness = (low + high) / 2
    let room = min(lightness, 1 - lightness)
    return SIMD3(hue(of: rgb), room == 0 ? 0 : (high - lightness) / room, lightness)
  }

  private static func rgbToHWB(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(hue(of: rgb), rgb.min(), 1 - rgb.max())
  }

  private static func hue(of rgb: SIMD3<Double>) -> Double {
    let (low, high) = (rgb.min(), rgb.max())
    let range = high - low
    guard range > 0 else { return 0 }
    let sixths =
      if high == rgb[0] {
        (rgb[1] - rgb[2]) / range + (rgb[1] < rgb[2] ? 6 : 0)
      } else if high == rgb[1] {
        (rgb[2] - rgb[0]) / range + 2
      } else {
        (rgb[0] - rgb[1]) / range + 4
      }
    return sixths * 60
  }

  // MARK: - CIE Lab

  private static let whiteD50 = SIMD3(0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585)
  private static let kappa = 24389.0 / 27
  private static let epsilon = 216.0 / 24389

  private static func labToXYZ(_ lab: SIMD3<Double>) -> SIMD3<Double> {
    let y = (lab[0] + 16) / 116
    let roots = SIMD3(lab[1] / 500 + y, y, y - lab[2] / 200)
    return roots.map { root in
      let cube = root * root * root
      return cube > epsilon ? cube : (116 * root - 16) / kappa
    } * whiteD50
  }

  private static func xyzToLab(_ xyz: SIMD3<Double>) -> SIMD3<Double> {
    let roots = (xyz / whiteD50).map { value in
      value > epsilon ? Roots.cube(value) : (kappa * value + 16) / 116
    }
    return SIMD3(116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]))
  }

  // MARK: - Matrices

  private struct Matrix {
    var rows: [SIMD3<Double>]

    static func * (matrix: Matrix, vector: SIMD3<Double>) -> SIMD3<Double> {
      SIMD3(
        (matrix.rows[0] * vector).sum(), (matrix.rows[1] * vector).sum(),
        (matrix.rows[2] * vector).sum())
    }
  }

  private static let linearToXYZ = Matrix(rows: [
    SIMD3(0.41239079926595934, 0.357584339383878, 0.1804807884018343),
    SIMD3(0.21263900587151027, 0.715168678767756, 0.07219231536073371),
    SIMD3(0.01933081871559182, 0.11919477979462598, 0.9505321522496607),
  ])
  private static let xyzToLinear = Matrix(rows: [
    SIMD3(3.2409699419045226, -1.537383177570094, -0.4986107602930034),
    SIMD3(-0.9692436362808796, 1.8759675015077202, 0.04155505740717559),
    SIMD3(0.05563007969699366, -0.20397695888897652, 1.0569715142428786),
  ])
  private static let p3ToXYZ = Matrix(rows: [
    SIMD3(0.4865709486482162, 0.26566769316909306, 0.1982172852343625),
    SIMD3(0.2289745640697488, 0.6917385218365064, 0.079286914093745),
    SIMD3(0, 0.04511338185890264, 1.043944368900976),
  ])
  private static let xyzToP3 = Matrix(rows: [
    SIMD3(2.493496911941425, -0.9313836179191239, -0.40271078445071684),
    SIMD3(-0.8294889695615747, 1.7626640603183463, 0.023624685841943577),
    SIMD3(0.03584583024378447, -0.07617238926804182, 0.9568845240076872),
  ])
  private static let d65ToD50 = Matrix(rows: [
    SIMD3(1.0479298208405488, 0.022946793341019088, -0.05019222954313557),
    SIMD3(0.029627815688159344, 0.990434484573249, -0.01707382502938514),
    SIMD3(-0.009243058152591178, 0.015055144896577895, 0.7518742899580008),
  ])
  private static let d50ToD65 = Matrix(rows: [
    SIMD3(0.9554734527042182, -0.023098536874261423, 0.0632593086610217),
    SIMD3(-0.028369706963208136, 1.0099954580058226, 0.021041398966943008),
    SIMD3(0.012314001688319899, -0.020507696433477912, 1.3303659366080753),
  ])
  private static let linearToLMS = Matrix(rows: [
    SIMD3(0.4122214708, 0.5363325363, 0.0514459929),
    SIMD3(0.2119034982, 0.6806995451, 0.1073969566),
    SIMD3(0.0883024619, 0.2817188376, 0.6299787005),
  ])
  private static let lmsToLinear = Matrix(rows: [
    SIMD3(4.0767416621, -3.3077115913, 0.2309699292),
    SIMD3(-1.2684380046, 2.6097574011, -0.3413193965),
    SIMD3(-0.0041960863, -0.7034186147, 1.7076147010),
  ])
  private static let rootsToOklab = Matrix(rows: [
    SIMD3(0.2104542553, 0.7936177850, -0.0040720468),
    SIMD3(1.9779984951, -2.4285922050, 0.4505937099),
    SIMD3(0.0259040371, 0.7827717662, -0.8086757660),
  ])
  private static let oklabToRoots = Matrix(rows: [
    SIMD3(1, 0.3963377774, 0.2158037573),
    SIMD3(1, -0.1055613458, -0.0638541728),
    SIMD3(1, -0.0894841775, -1.2914855480),
  ])
}

extension SIMD3<Double> {
  fileprivate func map(_ change: (Double) -> Double) -> SIMD3 {
    SIMD3(change(x), change(y), change(z))
  }
}
