import Pixels

/// A gradient as declared: colors may be `currentcolor`, lengths relative.
struct SpecifiedGradient: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Degrees, 0 up, clockwise.
    case angle(Double)
    case toward(x: Int, y: Int)
    case radial(isCircle: Bool, Extent, center: SpecifiedPosition)
    case conic(from: Double, center: SpecifiedPosition)
  }

  package enum Extent: Hashable, Sendable {
    case closestSide, farthestSide, closestCorner, farthestCorner
    case explicit(SpecifiedLength, SpecifiedLength)
  }

  package enum Stop: Hashable, Sendable {
    /// The position is nil when not given.
    case color(ColorValue, SpecifiedLength?)
    /// Where the mix of the stops on both sides is half and half.
    case hint(SpecifiedLength)
  }

  package var kind: Kind
  package var isRepeating: Bool
  /// nil is sRGB.
  package var interpolation: ColorInterpolation?
  /// At least two colors; a hint only between two colors.
  package var stops: [Stop]

  package func computed(in context: StyleContext) -> Gradient {
    let kind: Gradient.Kind =
      switch self.kind {
      case .angle(let degrees): .linear(.angle(degrees))
      case .toward(let x, let y): .linear(.toward(x: x, y: y))
      case .radial(let isCircle, let extent, let center):
        .radial(
          isCircle: isCircle, extent.computed(in: context), center: center.computed(in: context))
      case .conic(let from, let center): .conic(from: from, center: center.computed(in: context))
      }
    return Gradient(
      kind: kind, isRepeating: isRepeating, interpolation: interpolation,
      stops: GradientHints.expand(stops, in: context))
  }
}

extension SpecifiedGradient.Extent {
  fileprivate func computed(in context: StyleContext) -> Gradient.RadialExtent {
    switch self {
    case .closestSide: .closestSide
    case .farthestSide: .farthestSide
    case .closestCorner: .closestCorner
    case .farthestCorner: .farthestCorner
    case .explicit(let x, let y): .explicit(x.computed(in: context), y.computed(in: context))
    }
  }
}

/// Turns color hints into stops (CSS Images 3 §3.5.3): between two stops, at the fraction P of the
/// way, the mix is C = P^(log ½ / log H), which is a half at the hint H.
///
/// Seen from C, P = H^(-log₂ C): for C = 2^(-j/4) a chain of square roots and products, which
/// every machine computes alike.
enum GradientHints {
  static func expand(_ stops: [SpecifiedGradient.Stop], in context: StyleContext) -> [Gradient.Stop]
  {
    guard stops.contains(where: { if case .hint = $0 { true } else { false } }) else {
      return stops.compactMap { stop in
        guard case .color(let color, let position) = stop else { return nil }
        return Gradient.Stop(
          color: color.computed(in: context), position: position?.computed(in: context))
      }
    }
    let positions = spread(stops, in: context)
    var result: [Gradient.Stop] = []
    for (index, stop) in stops.enumerated() {
      switch stop {
      case .color(let color, _):
        result.append(
          Gradient.Stop(color: color.computed(in: context), position: positions[index]))
      case .hint:
        guard case .color(let left, _) = stops[index - 1],
          case .color(let right, _) = stops[index + 1]
        else { continue }
        result += between(
          left.computed(in: context), right.computed(in: context), from: positions[index - 1],
          hint: positions[index], to: positions[index + 1])
      }
    }
    return result
  }

  /// A position for every stop and hint: missing ones evenly between their neighbors.
  private static func spread(
    _ stops: [SpecifiedGradient.Stop], in context: StyleContext
  ) -> [LengthPercentage] {
    var positions: [LengthPercentage?] = stops.map { stop in
      switch stop {
      case .color(_, let position): position?.computed(in: context)
      case .hint(let position): position.computed(in: context)
      }
    }
    positions[0] = positions[0] ?? .percent(0)
    positions[positions.count - 1] = positions[positions.count - 1] ?? .percent(100)
    var known = 0
    for index in 1..<positions.count {
      guard let end = positions[index], let start = positions[known] else { continue }
      for missing in (known + 1)..<max(known + 1, index) {
        let share = Double(missing - known) / Double(index - known)
        positions[missing] = mix(start, end, share)
      }
      known = index
    }
    return positions.map { $0 ?? .zero }
  }

  private static func between(
    _ left: Color, _ right: Color, from start: LengthPercentage, hint: LengthPercentage,
    to end: LengthPercentage
  ) -> [Gradient.Stop] {
    // Positions in mixed units can only be compared with the box known; a usual slide's width
    // stands for it, which moves the curve a little and never the stops.
    let basis = 1000.0
    let a: Double = start.resolved(against: basis)
    let h: Double = hint.resolved(against: basis)
    let b: Double = end.resolved(against: basis)
    guard b > a, h > a else { return [Gradient.Stop(color: right, position: start)] }
    guard h < b else { return [Gradient.Stop(color: left, position: end)] }
    let fraction = (h - a) / (b - a)
    if (fraction - 0.5).magnitude < 1e-9 { return [] }
    let quarter = fraction.squareRoot().squareRoot()
    let quarterOfHalf = 0.5.squareRoot().squareRoot()
    var place = 1.0
    var share = 1.0
    var stops: [Gradient.Stop] = []
    for _ in 1...28 {
      place *= quarter
      share *= quarterOfHalf
      stops.append(
        Gradient.Stop(color: mix(left, right, share), position: mix(start, end, place)))
    }
    return stops.reversed()
  }

  private static func mix(
    _ start: LengthPercentage, _ end: LengthPercentage, _ share: Double
  ) -> LengthPercentage {
    switch (start, end) {
    case (.px(let a), .px(let b)): .px(a + (b - a) * share)
    case (.percent(let a), .percent(let b)): .percent(a + (b - a) * share)
    default: .sum([.scaled(start, by: 1 - share), .scaled(end, by: share)])
    }
  }

  /// Premultiplied, as gradients mix.
  private static func mix(_ a: Color, _ b: Color, _ share: Double) -> Color {
    let alpha = a.alpha + (b.alpha - a.alpha) * share
    guard alpha > 0 else { return .transparent }
    func channel(_ x: Double, _ y: Double) -> Double {
      (x * a.alpha * (1 - share) + y * b.alpha * share) / alpha
    }
    return Color(
      red: channel(a.red, b.red), green: channel(a.green, b.green), blue: channel(a.blue, b.blue),
      alpha: alpha)
  }
}
