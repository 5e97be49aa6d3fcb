import Ledger
import Posts

/// An amount for programs.
struct MoneyJSON: Encodable {
  var minorUnits: Int
  var currency: String
  /// For people.
  var text: String

  init(_ money: Money) {
    minorUnits = money.minorUnits
    currency = money.currency
    text = money.inFull()
  }
}
