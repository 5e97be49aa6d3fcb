/// How a mask layer joins those below it (CSS Masking 1 §6.8); raw values are CSS's.
public enum MaskComposite: String, Hashable, Sendable {
  /// What either covers; this where the lower does not; what both cover; what only one covers.
  case add, subtract, intersect, exclude
}

extension Mask {
  /// This mask above `lower`, inside `area`; both cover nothing outside their bounds.
  public func composited(
    over lower: Mask, _ operation: MaskComposite, within area: PixelRect
  ) -> Mask {
    let upper = enlarged(to: area)
    var result = lower.enlarged(to: area)
    for index in result.bytes.indices {
      let (s, d) = (UInt32(upper.bytes[index]), UInt32(result.bytes[index]))
      let value =
        switch operation {
        case .add: 255 * s + 255 * d - s * d
        case .subtract: s * (255 - d)
        case .intersect: s * d
        case .exclude: s * (255 - d) + d * (255 - s)
        }
      result.bytes[index] = UInt8((value + 127) / 255)
    }
    return result
  }

  /// Covered less, evenly.
  ///
  /// - Parameter opacity: 0…1.
  public func faded(by opacity: Double) -> Mask {
    guard opacity < 1 else { return self }
    let share = UInt32(UInt16(unit: opacity))
    return Mask(bounds: bounds, bytes: bytes.map { UInt8((UInt32($0) * share + 127) / 255) })
  }
}
