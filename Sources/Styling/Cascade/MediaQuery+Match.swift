package import Markup
package import Pixels

extension MediaQueryList {
  /// Whether one of its queries holds for a slide of this size; slides are `screen`.
  package func holds(for slide: Size) -> Bool {
    queries.contains { $0.holds(for: slide) }
  }
}

extension MediaQuery {
  fileprivate func holds(for slide: Size) -> Bool {
    let holds = mediaType != .print && conditions.allSatisfy { $0.holds(for: slide) }
    return holds != isNegated
  }
}

extension MediaQuery.Condition {
  fileprivate func holds(for slide: Size) -> Bool {
    switch feature {
    case .width: compare(slide.width, value)
    case .height: compare(slide.height, value)
    // Without a division, so that 1080×1350 is exactly 4/5.
    case .aspectRatio: compare(slide.width, value * slide.height)
    case .orientation: (slide.height >= slide.width) == (value == 1)
    }
  }

  private func compare(_ found: Double, _ wanted: Double) -> Bool {
    // Ratios such as 9/16 come rounded.
    let isEqual = (found - wanted).magnitude <= 1e-9 * max(found.magnitude, wanted.magnitude)
    return switch comparison {
    case .equal: isEqual
    case .less: found < wanted && !isEqual
    case .lessOrEqual: found < wanted || isEqual
    case .greater: found > wanted && !isEqual
    case .greaterOrEqual: found > wanted || isEqual
    }
  }
}
