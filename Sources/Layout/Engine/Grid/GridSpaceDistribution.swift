import Pixels

extension [GridTrack] {
  /// Grows base sizes until each item's tracks hold what it wants (CSS Grid 2 §12.5.1).
  ///
  /// - Parameters:
  ///   - wanted: by item.
  ///   - affected: which tracks grow, up to their growth limits.
  ///   - beyondLimits: which of them go on growing; all, when there are none.
  mutating func growBases(
    to wanted: [Double], of items: [GridContribution], gap: Double, onlyFlexible: Bool,
    affected: (GridTrack) -> Bool, beyondLimits: (GridTrack) -> Bool
  ) {
    guard contains(where: affected) else { return }
    var planned: [Double] = [Double](repeating: 0, count: count)
    for (item, wanted) in zip(items, wanted) {
      let growing = item.range.filter {
        affected(self[$0]) && (!onlyFlexible || self[$0].isFlexible)
      }
      let space = wanted - Array(self[item.range]).size(gap: gap)
      guard space > 0, !growing.isEmpty else { continue }
      let factors = growing.reduce(0) { $0 + self[$1].flexFactor }
      if onlyFlexible, factors > 0 {
        for index in growing {
          planned[index] = Swift.max(planned[index], space * self[index].flexFactor / factors)
        }
        continue
      }
      var (shares, rest) = evenly(
        space,
        upTo: growing.map { self[$0].growthLimit - self[$0].base })
      if rest > 0 {
        let preferred = growing.indices.filter { beyondLimits(self[growing[$0]]) }
        let further = preferred.isEmpty ? [Int](growing.indices) : preferred
        for position in further { shares[position] += rest / Double(further.count) }
      }
      for (index, share) in zip(growing, shares) {
        planned[index] = Swift.max(planned[index], share)
      }
    }
    for index in indices { self[index].base = finite(self[index].base + planned[index]) }
  }

  /// Grows growth limits likewise.
  ///
  /// - Parameter isFirst: the step for min-content contributions, after which the tracks that had no
  ///   limit yet grow freely once more.
  mutating func growLimits(
    to wanted: [Double], of items: [GridContribution], gap: Double,
    affected: (GridTrack) -> Bool, isFirst: Bool
  ) {
    guard contains(where: affected) else { return }
    var planned: [Double?] = [Double?](repeating: nil, count: count)
    for (item, wanted) in zip(items, wanted) {
      let growing = item.range.filter { affected(self[$0]) }
      guard !growing.isEmpty else { continue }
      let spanned = Array(self[item.range])
      let space = Swift.max(0, wanted - spanned.reduce(spanned.gaps(gap)) { $0 + $1.limitedSize })
      var (shares, rest) = evenly(space, upTo: growing.map { self[$0].roomToGrow })
      if rest > 0 {
        let further = evenly(
          rest,
          upTo: zip(growing, shares).map { self[$0].fitLimit - self[$0].limitedSize - $1 })
        for position in shares.indices { shares[position] += further.shares[position] }
      }
      for (index, share) in zip(growing, shares) {
        planned[index] = Swift.max(planned[index] ?? 0, share)
      }
    }
    for index in indices {
      let hadNoLimit = self[index].growthLimit == .infinity
      self[index].isInfinitelyGrowable = isFirst && hadNoLimit && planned[index] != nil
      guard let more = planned[index] else { continue }
      self[index].growthLimit = finite(self[index].limitedSize + more)
    }
  }
}

extension GridTrack {
  /// Its growth limit, or the base size while there is none.
  fileprivate var limitedSize: Double { growthLimit == .infinity ? base : growthLimit }

  /// How much a growth limit may grow before others do.
  fileprivate var roomToGrow: Double {
    guard growthLimit == .infinity || isInfinitelyGrowable else { return 0 }
    return max(0, fitLimit - limitedSize)
  }
}

/// Shares space in equal parts, none larger than its limit.
///
/// - Returns: the parts, and what is left over when all have reached their limits.
func evenly(_ space: Double, upTo limits: [Double]) -> (shares: [Double], rest: Double) {
  var shares = Array(repeating: 0.0, count: limits.count)
  var rest = space
  let rising = limits.indices.sorted { (limits[$0], $0) < (limits[$1], $1) }
  for (position, index) in rising.enumerated() {
    let share = min(max(0, limits[index]), rest / Double(rising.count - position))
    shares[index] = share
    rest -= share
  }
  return (shares, max(0, rest))
}
