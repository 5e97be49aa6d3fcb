/// What a picture's file says its numbers mean.
enum StoredColors: Hashable, Sendable {
  /// sRGB, or nothing is said.
  case srgb
  /// An ICC profile.
  case profile([UInt8])
  /// A power of light, and where the primaries lie.
  ///
  /// - Parameters:
  ///   - gamma: light is a value to this power; nil for sRGB's curve.
  ///   - chromaticities: x and y of white, red, green and blue.
  case primaries(gamma: Double?, chromaticities: [Double])
  /// Something is said that cannot be followed. The reason completes "is taken for sRGB: …".
  case unclear(String)

  /// x and y of D65.
  static let daylight = [0.3127, 0.3290]
  /// x and y of red, green and blue of BT.709 and sRGB.
  static let rec709 = [0.64, 0.33, 0.30, 0.60, 0.15, 0.06]

  /// By the numbers of video signals.
  ///
  /// Source: ITU-T H.273, tables 2 and 3.
  ///
  /// - Parameter cameraGamma: of a camera's signal; nil takes it for sRGB.
  init(signalPrimaries primaries: Int, transfer: Int, cameraGamma: Double?) {
    let chromaticities: [Double]? =
      switch primaries {
      case 1, 2: Self.daylight + Self.rec709
      case 5: Self.daylight + [0.64, 0.33, 0.29, 0.60, 0.15, 0.06]
      case 6, 7: Self.daylight + [0.630, 0.340, 0.310, 0.595, 0.155, 0.070]
      case 9: Self.daylight + [0.708, 0.292, 0.170, 0.797, 0.131, 0.046]
      case 11: [0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060]
      case 12: Self.daylight + [0.680, 0.320, 0.265, 0.690, 0.150, 0.060]
      default: nil
      }
    guard let chromaticities else {
      self = .unclear("signal primaries \(primaries) are not known")
      return
    }
    switch transfer {
    case 2, 13:
      self = primaries <= 2 ? .srgb : .primaries(gamma: nil, chromaticities: chromaticities)
    case 1, 6, 14, 15:
      self =
        cameraGamma == nil && primaries <= 2
        ? .srgb : .primaries(gamma: cameraGamma, chromaticities: chromaticities)
    case 4: self = .primaries(gamma: 2.2, chromaticities: chromaticities)
    case 5: self = .primaries(gamma: 2.8, chromaticities: chromaticities)
    case 8: self = .primaries(gamma: 1, chromaticities: chromaticities)
    case 16, 18: self = .unclear("it is made for brighter screens (HDR)")
    default: self = .unclear("signal transfer \(transfer) is not known")
    }
  }
}
