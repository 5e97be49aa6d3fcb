import Pixels
import Synchronization

/// The conversions of the profiles seen last, each made once for all workers.
enum KnownProfiles {
  /// What is known of a profile.
  enum Conversion: Sendable {
    /// It is sRGB, or as good as that.
    case none
    case by(ProfileConversion)
    /// It is broken, or of another kind.
    case unreadable
  }

  /// Cameras, screens and presses of one feed; 300 KB each at most, of inks 700 KB.
  private static let limit = 16
  private static let known = Mutex<[(colors: StoredColors, conversion: Conversion)]>([])

  static func conversion(of colors: StoredColors) -> Conversion {
    switch colors {
    case .srgb: return .none
    case .unclear: return .unreadable
    case .profile, .primaries: break
    }
    if let found = known.withLock({ $0.first { $0.colors == colors }?.conversion }) {
      return found
    }
    // Outside of the lock: two workers may make the same one, which is the same.
    let made = made(of: colors)
    known.withLock { known in
      if known.count >= limit { known.removeFirst() }
      known.append((colors, made))
    }
    return made
  }

  private static func made(of colors: StoredColors) -> Conversion {
    guard let profile = ColorProfile(colors), let conversion = ProfileConversion(profile) else {
      return .unreadable
    }
    return conversion.changesNothing ? .none : .by(conversion)
  }
}
