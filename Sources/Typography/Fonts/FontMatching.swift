extension [FontEntry] {
  /// The face of a family that is nearest to what is asked: slant first, then weight
  /// (CSS Fonts 4 §5.2).
  /// - Parameter members: indices of the family's faces.
  /// - Returns: one of `members`; nil only when there are none.
  func nearest(
    of members: [Int], toWeight weight: Int, slant: FontDescription.Slant
  ) -> Int? {
    let slants: [FontDescription.Slant] =
      switch slant {
      case .normal: [.normal, .oblique, .italic]
      case .italic: [.italic, .oblique, .normal]
      case .oblique: [.oblique, .italic, .normal]
      }
    for slant in slants {
      let best = members.lazy.filter { self[$0].slant == slant }.min {
        weightRank(self[$0].weights, wanted: weight) < weightRank(self[$1].weights, wanted: weight)
      }
      if let best { return best }
    }
    return nil
  }
}

/// Smaller is nearer: first the direction that the rules try first, then the distance.
private func weightRank(_ weights: ClosedRange<Int>, wanted: Int) -> (Int, Int) {
  if weights.contains(wanted) { return (0, 0) }
  let isLighter = weights.upperBound < wanted
  let distance = isLighter ? wanted - weights.upperBound : weights.lowerBound - wanted
  switch wanted {
  case 400...500:
    if !isLighter, weights.lowerBound <= 500 { return (1, distance) }
    return (isLighter ? 2 : 3, distance)
  case ..<400: return (isLighter ? 1 : 2, distance)
  default: return (isLighter ? 2 : 1, distance)
  }
}
