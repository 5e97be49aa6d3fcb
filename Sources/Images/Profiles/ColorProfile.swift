import CDecoding
import Pixels

/// An open profile: what its colors are, asked color by color.
@safe struct ColorProfile: ~Copyable {
  private let profile: OpaquePointer
  /// 1, 3 or 4.
  let channels: Int

  /// `open_profile`, `make_profile`, `profile_channels`.
  ///
  /// - Returns: nil for a profile that is broken or of another kind, and where none is needed.
  init?(_ colors: StoredColors) {
    let opened: OpaquePointer?
    switch colors {
    case .srgb, .unclear: return nil
    case .profile(let bytes): unsafe opened = open_profile(bytes, bytes.count)
    case .primaries(let gamma, let chromaticities):
      guard chromaticities.count == 8 else { return nil }
      unsafe opened = make_profile(gamma ?? 0, chromaticities)
    }
    guard let opened = unsafe opened else { return nil }
    unsafe profile = opened
    channels = unsafe Int(profile_channels(opened))
  }

  deinit { unsafe close_profile(profile) }

  /// `profile_light`: linear-light sRGB of colors.
  ///
  /// - Parameter colors: `channels` numbers each, 0…1.
  /// - Returns: nil when one of them is no number; in steps of 1/65,536, since the last bits of the C
  ///   library's powers differ between machines.
  func light(of colors: [Float]) -> [SIMD3<Double>]? {
    let count = colors.count / channels
    var light = [Float](repeating: 0, count: count * 3)
    unsafe profile_light(profile, colors, &light, count)
    guard light.allSatisfy(\.isFinite) else { return nil }
    return (0..<count).map { index in
      let color = SIMD3(light[index * 3], light[index * 3 + 1], light[index * 3 + 2])
      return (SIMD3<Double>(color) * 65_536).rounded(.toNearestOrEven) / 65_536
    }
  }
}
