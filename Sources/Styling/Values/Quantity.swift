/// A number with its type, as one token or a math function gives it (CSS Values 4 §10.2).
enum Quantity: Hashable, Sendable {
  case number(Double)
  /// Degrees.
  case angle(Double)
  /// Lengths, percentages and sums of both.
  case length(SpecifiedLength)

  /// For messages.
  var typeName: String {
    switch self {
    case .number: "a number"
    case .angle: "an angle"
    case .length(let length):
      length.hasLength ? "a length" : "a percentage"
    }
  }

  /// - Parameter unit: lower case.
  /// - Returns: nil for a unit outside the profile.
  package init?(_ value: Double, unit: String) {
    if let factor = Self.pxPerUnit[unit] {
      self = .length(.px(ValueLimits.clamped(value * factor, to: ValueLimits.length)))
    } else if let factor = Self.degreesPerUnit[unit] {
      self = .angle(ValueLimits.clamped(value * factor, to: ValueLimits.number))
    } else if let relative = RelativeUnit(rawValue: unit) {
      self = .length(.relative(ValueLimits.clamped(value, to: ValueLimits.length), relative))
    } else {
      return nil
    }
  }

  static let pxPerUnit: [String: Double] = [
    "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96.0 / 72,
    "pc": 16,
  ]

  static let degreesPerUnit: [String: Double] = [
    "deg": 1, "turn": 360, "grad": 0.9, "rad": 180 / Double.pi,
  ]

  /// In the order in which messages list them.
  package static let units = [
    "px", "em", "rem", "vw", "vh", "vmin", "vmax", "ch", "ex", "pt", "pc", "in", "cm", "mm", "q",
    "deg", "turn", "rad", "grad",
  ]
}

/// Which values of a type a property takes.
enum ValueRange: Sendable { case all, nonNegative }
