extension Money {
  /// How a language writes amounts.
  public enum Style: String, CaseIterable, Sendable {
    /// `$1,234.50`; rupees group as `₹1,23,456`.
    case english = "en"
    /// `1.234,50 €`.
    case german = "de"
    /// `1 234,50 €`, with narrow no-break spaces.
    case french = "fr"
    /// `CHF 1’234.50`.
    case swiss = "de-CH"
  }

  /// The amount with its currency's sign and digits: `$1,234.50`, `¥1,200`, `KWD 1.250`.
  ///
  /// A whole amount has no decimals (`$75`): on a slide the zeros only make it longer. Spaces are
  /// no-break spaces; a negative amount starts with the minus sign U+2212.
  public func formatted(_ style: Style = .english) -> String {
    let known = Currency(code: currency)
    let unit = known?.minorUnitsPerMajor ?? 100
    let magnitude = minorUnits.magnitude
    let (major, minor) = magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    var number = Self.grouped(String(major), style: style, isIndian: currency == "INR")
    if minor > 0 {
      let digits = String(minor)
      let width = known?.minorDigits ?? 2
      number += style == .german || style == .french ? "," : "."
      number += String(repeating: "0", count: width - digits.count) + digits
    }
    let sign = minorUnits < 0 ? "\u{2212}" : ""
    let symbol = known?.symbol ?? currency
    let isBefore: Bool
    switch style {
    case .english: isBefore = known?.symbolIsBefore ?? true
    case .german, .french: isBefore = false
    case .swiss: isBefore = true
    }
    if !isBefore { return "\(sign)\(number)\u{A0}\(symbol)" }
    // A sign stands close to its number, a word does not.
    let needsSpace = style == .swiss || symbol.unicodeScalars.last?.properties.isAlphabetic == true
    return "\(sign)\(symbol)\(needsSpace ? "\u{A0}" : "")\(number)"
  }

  private static func grouped(_ digits: String, style: Style, isIndian: Bool) -> String {
    let separator =
      switch style {
      case .english: ","
      case .german: "."
      case .french: "\u{202F}"
      case .swiss: "’"
      }
    var groups = [String(digits.suffix(3))]
    var rest = digits.dropLast(3)
    let size = isIndian && style == .english ? 2 : 3
    while !rest.isEmpty {
      groups.insert(String(rest.suffix(size)), at: 0)
      rest = rest.dropLast(size)
    }
    return groups.joined(separator: separator)
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
