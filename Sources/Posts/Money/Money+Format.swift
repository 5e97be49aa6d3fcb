extension Money {
  /// The amount with its currency's sign and digits: `$1,234.50`, `¥1,200`, `KWD 1.250`.
  ///
  /// A whole amount has no decimals (`$75`): on a slide the zeros only make it longer. Spaces are
  /// no-break spaces; a negative amount starts with the minus sign U+2212.
  public func formatted(_ format: LanguageFormat = .english) -> String {
    let known = Currency(code: currency)
    let unit = known?.minorUnitsPerMajor ?? 100
    let magnitude = minorUnits.magnitude
    let (major, minor) = magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    // Rupees are counted in lakhs in English everywhere.
    let isIndian = currency == "INR" && format.amount == .asItsCurrency
    var number = format.grouped(String(major), inTwos: isIndian ? true : nil)
    if minor > 0 {
      let digits = String(minor)
      let width = known?.minorDigits ?? 2
      number += format.decimalMark + String(repeating: "0", count: width - digits.count) + digits
    }
    let sign = "\(format.lead)\(minorUnits < 0 ? "\u{2212}" : "")"
    let symbol = format.signs[currency] ?? known?.symbol ?? currency
    let isWord = symbol.unicodeScalars.last?.properties.isAlphabetic == true
    switch format.amount {
    case .asItsCurrency where known?.symbolIsBefore == false, .behind:
      return "\(sign)\(number)\u{A0}\(symbol)"
    case .before(spaced: true): return "\(sign)\(symbol)\u{A0}\(number)"
    // A sign stands close to its number, a word does not.
    case .asItsCurrency, .before: return "\(sign)\(symbol)\(isWord ? "\u{A0}" : "")\(number)"
    }
  }

  /// `1234.50 USD`: digits and a point, as commands take it.
  public var plain: String {
    let digits = Currency(code: currency)?.minorDigits ?? 2
    let unit = UInt(Currency(code: currency)?.minorUnitsPerMajor ?? 100)
    let (major, minor) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    let sign = minorUnits < 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(major) \(currency)" }
    let rest = String(minor)
    return
      "\(sign)\(major).\(String(repeating: "0", count: digits - rest.count))\(rest) \(currency)"
  }
}
