import Pixels

extension FlexContainer {
  /// Grows or shrinks a line's items into `room` (CSS Flexbox §9.7, step by step).
  func resolveFlexibleLengths(_ line: inout FlexLine, room: Double) {
    let gaps = mainGap * Double(max(0, line.items.count - 1))
    let room = room - gaps
    let hypothetical = line.outerMainSize(gap: 0, axes, of: \.hypotheticalMainSize)
    // A difference below the grain is rounding, and text of exactly its width must not wrap.
    guard abs(room - hypothetical) >= layoutUnit / 2 else { return }
    let grows = hypothetical < room
    var isFrozen = line.items.map { item in
      (grows ? item.grow : item.shrink) == 0
        || (grows
          ? item.baseSize > item.hypotheticalMainSize : item.baseSize < item.hypotheticalMainSize)
    }

    func freeSpace() -> Double {
      zip(line.items, isFrozen).reduce(room) { left, next in
        left - next.0.outerMain(next.1 ? next.0.mainSize : next.0.baseSize, axes)
      }
    }
    let initialFreeSpace = freeSpace()

    while isFrozen.contains(false) {
      let unfrozen = line.items.indices.filter { !isFrozen[$0] }
      let factors = unfrozen.reduce(0) { $0 + line.items[$1].factor(grows: grows) }
      var remaining = freeSpace()
      if factors < 1, abs(initialFreeSpace * factors) < abs(remaining) {
        remaining = initialFreeSpace * factors
      }

      let weights = unfrozen.map { line.items[$0].weight(grows: grows, axes) }
      let allWeights = weights.reduce(0, +)
      var totalViolation = 0.0
      var violations: [Double] = []
      for (index, weight) in zip(unfrozen, weights) {
        let item = line.items[index]
        let share = allWeights > 0 ? remaining * (weight / allWeights) : 0
        let target = item.baseSize + share
        let size = item.mainLimits.clamp(target)
        line.items[index].mainSize = size
        violations.append(size - target)
        totalViolation += size - target
      }

      for (index, violation) in zip(unfrozen, violations) {
        let freezes =
          abs(totalViolation) < 1e-9
          || (totalViolation > 0 ? violation > 0 : violation < 0)
        if freezes { isFrozen[index] = true }
      }
    }
  }
}

extension FlexItem {
  fileprivate func factor(grows: Bool) -> Double { grows ? grow : shrink }

  /// The scaled flex shrink factor weighs by the content box's base size.
  fileprivate func weight(grows: Bool, _ axes: FlexAxes) -> Double {
    grows ? grow : shrink * max(0, baseSize - axes.main(edges.inner))
  }
}
