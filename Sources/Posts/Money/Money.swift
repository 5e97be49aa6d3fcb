/// An amount in the smallest unit of its currency; never floating point, never mixed.
public struct Money: Hashable, Sendable, Codable {
  /// Cents for USD, yen for JPY; may be negative.
  public var minorUnits: Int
  /// ISO 4217, upper case.
  public var currency: String

  /// An amount in the currency's smallest unit, such as cents.
  public init(minorUnits: Int, currency: String) {
    self.minorUnits = minorUnits
    self.currency = currency
  }
}

extension Money {
  /// The discount from `original` in whole percent, rounded down: never more than is true.
  ///
  /// - Returns: 1...100; nil when the currencies differ, or when there is no discount of at least
  ///   one percent.
  public func percentOff(from original: Money) -> Int? {
    guard original.currency == currency, original.minorUnits > 0, minorUnits >= 0,
      minorUnits < original.minorUnits
    else { return nil }
    // Multiplied at full width: any two Ints are safe.
    let product = (original.minorUnits - minorUnits).multipliedFullWidth(by: 100)
    let percent = original.minorUnits.dividingFullWidth(product).quotient
    return percent >= 1 ? percent : nil
  }
}
