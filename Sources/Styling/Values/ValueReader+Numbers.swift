import Diagnostics
import Markup

extension ValueReader {
  /// The next number, length, percentage or angle, or what a math function or `env()` comes to.
  ///
  /// - Returns: nil (nothing consumed) for anything else.
  mutating func quantity() throws(Diagnostic) -> Quantity? {
    guard let value = peek() else { return nil }
    let quantity: Quantity
    switch value.kind {
    case .number(let number, _):
      quantity = .number(ValueLimits.clamped(number, to: ValueLimits.number))
    case .percentage(let percent):
      quantity = .length(.percent(ValueLimits.clamped(percent, to: ValueLimits.length)))
    case .dimension(let number, let unit):
      guard let dimension = Quantity(number, unit: unit) else {
        throw .unknownUnit(unit, at: value.location)
      }
      quantity = dimension
    case .function(let name, let arguments) where Calculation.functions.contains(name):
      quantity = try Calculation.value(of: name, arguments, at: value.location)
    case .function("env", let arguments):
      guard let inset = SafeAreaInset(arguments) else { return nil }
      quantity = .length(.safeArea(inset))
    default: return nil
    }
    skip()
    return quantity
  }

  /// A length or percentage; 0 needs no unit.
  mutating func lengthPercentage(
    _ range: ValueRange = .all
  ) throws(Diagnostic) -> SpecifiedLength? {
    guard let token = peek() else { return nil }
    let before = self
    guard let quantity = try quantity() else { return nil }
    switch quantity {
    case .length(let length): return try Self.checked(length, range, token)
    case .number(0) where token.isNumber: return .zero
    default:
      self = before
      return nil
    }
  }

  package mutating func length(_ range: ValueRange = .all) throws(Diagnostic) -> SpecifiedLength? {
    let before = self
    guard let length = try lengthPercentage(range), !length.hasPercentage else {
      self = before
      return nil
    }
    return length
  }

  package mutating func number(_ range: ValueRange = .all) throws(Diagnostic) -> Double? {
    guard let token = peek() else { return nil }
    let before = self
    guard case .number(let number)? = try quantity() else {
      self = before
      return nil
    }
    if range == .nonNegative, number < 0 {
      if token.isNumber { throw .negative(token.cssText, at: token.location) }
      return 0
    }
    return number
  }

  /// What a math function comes to is rounded, halves up (CSS Values 4 §10.12).
  package mutating func integer() throws(Diagnostic) -> Int? {
    guard let token = peek() else { return nil }
    if case .number(_, isInteger: false) = token.kind {
      throw .notWhole(token.cssText, at: token.location)
    }
    // The limit of a number keeps this within Int.
    return try number().map { Int(($0 + 0.5).rounded(.down)) }
  }

  /// 50 % is 50; only percentages.
  package mutating func percentage() throws(Diagnostic) -> Double? {
    let before = self
    guard let length = try lengthPercentage(), length.hasPercentage, !length.hasLength else {
      self = before
      return nil
    }
    return Self.percent(length)
  }

  /// A number, or a percentage as a fraction of 1.
  mutating func numberOrFraction() throws(Diagnostic) -> Double? {
    if let number = try number() { return number }
    return try percentage().map { $0 / 100 }
  }

  /// Degrees; 0 needs no unit.
  package mutating func angle() throws(Diagnostic) -> Double? {
    guard let token = peek() else { return nil }
    let before = self
    switch try quantity() {
    case .angle(let degrees)?: return degrees
    case .number(0)? where token.isNumber: return 0
    default:
      self = before
      return nil
    }
  }

  /// A literal below the range is an error; a calculation is clamped (CSS Values 4 §10.12).
  private static func checked(
    _ length: SpecifiedLength, _ range: ValueRange, _ token: ComponentValue
  ) throws(Diagnostic) -> SpecifiedLength {
    guard range == .nonNegative else { return length }
    switch (token.kind, length) {
    case (.function, _): return .max([.zero, length])
    case (_, .px(let value)), (_, .percent(let value)), (_, .relative(let value, _)):
      if value < 0 { throw .negative(token.cssText, at: token.location) }
      return length
    default: return length
    }
  }

  /// - Parameter length: without lengths in it.
  private static func percent(_ length: SpecifiedLength) -> Double {
    switch length {
    case .percent(let value): value
    case .px, .relative, .safeArea: 0
    case .sum(let terms): terms.reduce(0) { $0 + percent($1) }
    case .scaled(let term, let factor): percent(term) * factor
    case .min(let terms): terms.map(percent).min() ?? 0
    case .max(let terms): terms.map(percent).max() ?? 0
    }
  }
}

extension ComponentValue {
  fileprivate var isNumber: Bool { if case .number = kind { true } else { false } }
}
