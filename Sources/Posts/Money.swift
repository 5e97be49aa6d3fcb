/// An amount in the smallest unit of its currency; never floating point, never mixed.
public struct Money: Hashable, Sendable {
  /// Cents for USD, yen for JPY; may be negative.
  public var minorUnits: Int
  /// ISO 4217, upper case.
  public var currency: String

  public init(minorUnits: Int, currency: String) {
    self.minorUnits = minorUnits
    self.currency = currency
  }
}
