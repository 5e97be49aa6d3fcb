/// A computed `<length-percentage>`: px, per cent of a basis known at layout, or a calculation of both.
public indirect enum LengthPercentage: Hashable, Sendable {
  /// A length that is known.
  case px(Double)
  /// 100 means the whole basis.
  case percent(Double)
  /// All terms added; a difference adds a scaled term.
  case sum([LengthPercentage])
  /// One term times a number.
  case scaled(LengthPercentage, by: Double)
  /// The least of the terms.
  case min([LengthPercentage])
  /// The greatest of the terms.
  case max([LengthPercentage])

  /// 0 px.
  public static let zero = LengthPercentage.px(0)

  /// - Parameter basis: px that 100 % stands for.
  public func resolved(against basis: Double) -> Double {
    switch self {
    case .px(let value): value
    case .percent(let value): value / 100 * basis
    case .sum(let terms): terms.reduce(0) { $0 + $1.resolved(against: basis) }
    case .scaled(let term, let factor): term.resolved(against: basis) * factor
    case .min(let terms): terms.map { $0.resolved(against: basis) }.min() ?? 0
    case .max(let terms): terms.map { $0.resolved(against: basis) }.max() ?? 0
    }
  }

  /// nil when it needs a basis and there is none.
  public func resolved(against basis: Double?) -> Double? {
    if let basis { return resolved(against: basis) as Double }
    return hasPercentage ? nil : resolved(against: 0) as Double
  }

  /// Whether it needs a basis; per cents that cancel each other out count.
  public var hasPercentage: Bool {
    switch self {
    case .px: false
    case .percent: true
    case .sum(let terms), .min(let terms), .max(let terms): terms.contains(where: \.hasPercentage)
    case .scaled(let term, _): term.hasPercentage
    }
  }
}
