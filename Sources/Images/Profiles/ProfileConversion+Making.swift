import Pixels

extension ProfileConversion {
  /// The conversion of a profile, by asking it for as many colors as its kind needs.
  ///
  /// A profile is judged by what it does, never by its name or tags.
  /// - Returns: nil when it gives something that is no number.
  init?(_ profile: borrowing ColorProfile) {
    switch profile.channels {
    case 1:
      guard let light = profile.light(of: Self.bytes) else { return nil }
      // By its luminance: a gray profile may have a tinted white, and nobody means that.
      self.init(grayLight: light.map { $0.x * 0.2126 + $0.y * 0.7152 + $0.z * 0.0722 })
    case 3:
      if let sum = Self.additive(profile) {
        self = sum
        return
      }
      let side = Self.gridSide
      let colors = (0..<side * side * side).flatMap { index -> [Float] in
        [index / side / side, index / side % side, index % side]
          .map { Float($0) / Float(side - 1) }
      }
      guard let light = profile.light(of: colors) else { return nil }
      self.init(gridLight: light)
    default:
      let side = Self.inkGridSide
      let slab = side * side * side
      let inks = (0..<slab * side).flatMap { index -> [Float] in
        [index / side / side % side, index / side % side, index % side, index / slab]
          .map { Float($0) / Float(side - 1) }
      }
      guard let light = profile.light(of: inks) else { return nil }
      self.init(inkLight: light)
    }
  }

  /// Every value of a byte.
  private static let bytes = (0..<256).map { Float($0) / 255 }

  /// Tables of the three channels, when the light of any color is the sum of its channels'.
  private static func additive(_ profile: borrowing ColorProfile) -> ProfileConversion? {
    func alone(_ channel: Int) -> [SIMD3<Double>]? {
      profile.light(
        of: bytes.flatMap { value in (0..<3).map { $0 == channel ? value : 0 } })
    }
    guard let red = alone(0), let green = alone(1), let blue = alone(2) else { return nil }
    let black = red[0]
    let probes = probes
    guard let light = profile.light(of: probes.flatMap { $0.map { Float($0) / 255 } }) else {
      return nil
    }
    // Below what shows in the dark, where a level is five of these.
    let tolerance = 1.0 / 16_384
    for (color, light) in zip(probes, light) {
      let difference = red[color[0]] + green[color[1]] + blue[color[2]] - 2 * black - light
      guard (0..<3).allSatisfy({ difference[$0].magnitude < tolerance }) else { return nil }
    }
    return ProfileConversion(
      redLight: red, greenLight: green.map { $0 - black }, blueLight: blue.map { $0 - black })
  }

  /// Grays, and colors all over the cube.
  private static var probes: [[Int]] {
    let grays = stride(from: 0, through: 255, by: 15).map { [$0, $0, $0] }
    let levels = [0, 64, 128, 191, 255]
    return grays
      + levels.flatMap { red in
        levels.flatMap { green in levels.map { [red, green, $0] } }
      }
  }

  /// Whether no color changes by more than one level, as with the many profiles of sRGB.
  var changesNothing: Bool {
    guard !isForInks else { return false }
    return Self.probes.allSatisfy { probe in
      let color = SIMD4(UInt8(probe[0]), UInt8(probe[1]), UInt8(probe[2]), 255)
      // A gray profile speaks of grays alone.
      if isForGray, color.x != color.y || color.y != color.z { return true }
      let result = self.color(color)
      return (0..<3).allSatisfy { abs(Int(result[$0]) - Int(color[$0])) <= 1 }
    }
  }
}
