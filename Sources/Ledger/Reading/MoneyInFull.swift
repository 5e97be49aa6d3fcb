public import Posts

extension Money {
  /// With all decimals of its currency, for columns: `$1,234.50`, `$300.00`, `1,200.00 kr`.
  ///
  /// - Parameter rest: ten-thousandths of a minor unit beyond it, 0...9,999: `$61.7250` without the
  ///   zeros at its end.
  public func inFull(rest: Int = 0) -> String {
    let unit = Currency(code: currency)?.minorUnitsPerMajor ?? 100
    let digits = Currency(code: currency)?.minorDigits ?? 2
    var text = formatted().replacing("\u{A0}", with: " ")
    guard let last = text.lastIndex(where: \.isNumber) else { return text }
    var decimals = minorUnits.isMultiple(of: unit) ? String(repeating: "0", count: digits) : ""
    if !decimals.isEmpty { decimals = "." + decimals }
    if rest > 0 {
      let extra = String(10_000 + rest).dropFirst()
      let zeros = extra.reversed().prefix { $0 == "0" }.count
      decimals += (digits == 0 ? "." : "") + extra.dropLast(zeros)
    }
    text.insert(contentsOf: decimals, at: text.index(after: last))
    return text
  }
}

extension SpendShare {
  /// What the share is before it is rounded: `$61.725`.
  public func exactly(of spend: Money) -> String {
    let product = spend.minorUnits.magnitude.multipliedFullWidth(by: UInt(basisPoints))
    // At most 10,000 ten-thousandths of what fits an `Int`.
    let (quotient, rest) = UInt(10_000).dividingFullWidth(product)
    let minorUnits = Int(clamping: quotient)
    return Money(
      minorUnits: spend.minorUnits < 0 ? -minorUnits : minorUnits, currency: spend.currency
    ).inFull(rest: Int(rest))
  }
}
