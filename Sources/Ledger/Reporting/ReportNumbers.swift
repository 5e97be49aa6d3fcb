import Foundation
public import Posts

/// Numbers as a report writes them: English, the same on every machine.
public enum ReportNumbers {
  /// `12,345`.
  public static func count(_ value: Double) -> String {
    value.isFinite && abs(value) < 9e18 ? grouped(String(Int(value.rounded()))) : "∞"
  }

  public static func count(_ value: Int) -> String { grouped(String(value)) }

  /// `950`, `12k`, `3.4M`, for axes.
  public static func short(_ value: Double) -> String {
    for (size, letter) in [(1e9, "B"), (1e6, "M"), (1e3, "k")] where abs(value) >= size {
      return trimmed(decimal(value / size, abs(value) < 10 * size ? 1 : 0)) + letter
    }
    return trimmed(decimal(value, value.rounded() == value ? 0 : 2))
  }

  /// `12.3%`, `1.23%`, `0.123%`: three digits that mean something.
  public static func share(_ value: Double) -> String {
    decimal(value * 100, shareDigits(value)) + "%"
  }

  /// `5%`, `0.5%`, for axes.
  public static func trimmedShare(_ value: Double) -> String {
    trimmed(decimal(value * 100, 4)) + "%"
  }

  /// `10.1–14.2%`, with as many decimals as the value in it.
  public static func shares(_ interval: ConfidenceInterval, around value: Double) -> String {
    let digits = shareDigits(value)
    return "\(decimal(interval.lower * 100, digits))–\(decimal(interval.upper * 100, digits))%"
  }

  /// `+38%`, `−4%`, `0%`.
  public static func lift(_ value: Double) -> String {
    if value == .infinity { return "+∞" }
    let percent = (value * 100).rounded()
    if percent == 0 { return "0%" }
    return (percent < 0 ? "−" : "+") + count(abs(percent)) + "%"
  }

  /// `+12% to +71%`.
  public static func lifts(_ interval: ConfidenceInterval) -> String {
    interval.upper == .infinity
      ? "\(lift(interval.lower)) or more" : "\(lift(interval.lower)) to \(lift(interval.upper))"
  }

  /// `$4.12`, `$1,204`, `$0.0042`: whole amounts from a thousand, three digits below one.
  /// - Parameters:
  ///   - minorUnits: of `currency`, fractions too.
  ///   - other: an amount to have as many decimals as; the same when nil.
  public static func money(_ minorUnits: Double, _ currency: String, like other: Double? = nil)
    -> String
  {
    guard minorUnits.isFinite else { return "∞" }
    let known = Currency(code: currency)
    let unit = Double(known?.minorUnitsPerMajor ?? 100)
    let amount = minorUnits / unit
    let digits: Int
    switch abs((other ?? minorUnits) / unit) {
    case 1000...: digits = 0
    case 1..., 0: digits = min(known?.minorDigits ?? 2, 2)
    case 0.1...: digits = 3
    case 0.01...: digits = 4
    default: digits = 5
    }
    let text = decimal(abs(amount), digits)
    let parts = text.split(separator: ".")
    let number = ([grouped(String(parts[0]))] + parts.dropFirst().map(String.init)).joined(
      separator: ".")
    let symbol = known?.symbol ?? currency
    let sign = amount < 0 ? "−" : ""
    if known?.symbolIsBefore == false { return "\(sign)\(number)\u{A0}\(symbol)" }
    let isWord = symbol.unicodeScalars.last?.properties.isAlphabetic == true
    return "\(sign)\(symbol)\(isWord ? "\u{A0}" : "")\(number)"
  }

  public static func money(_ money: Money) -> String {
    self.money(Double(money.minorUnits), money.currency)
  }

  /// A metric's value in its own unit.
  public static func value(_ value: Double, of metric: AdMetric, _ currency: String?) -> String {
    metric.isCost ? money(value, currency ?? "") : share(value)
  }

  public static func interval(
    _ interval: ConfidenceInterval, around value: Double, of metric: AdMetric, _ currency: String?
  ) -> String {
    guard metric.isCost else { return shares(interval, around: value) }
    let ends = [interval.lower, interval.upper].map { money($0, currency ?? "", like: value) }
    // The sign stands once: `$5.96–6.05`, `5.96–6.05 kr`.
    let isAfter = currency.flatMap(Currency.init(code:))?.symbolIsBefore == false
    let first = isAfter ? String(ends[0].prefix { $0 != "\u{A0}" }) : ends[0]
    let last = isAfter ? ends[1] : String(ends[1].drop { !$0.isNumber && $0 != "∞" })
    return "\(first)–\(last)"
  }

  /// `31 Jan 2026`.
  public static func day(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(name(ofMonth: month)) \(year)"
  }

  /// `1–31 Jan 2026`, `28 Dec 2025 – 3 Jan 2026`.
  public static func days(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound.civil, days.upperBound.civil)
    if days.lowerBound == days.upperBound { return day(days.lowerBound) }
    if first.year != last.year { return "\(day(days.lowerBound)) – \(day(days.upperBound))" }
    if first.month != last.month {
      return "\(first.day) \(name(ofMonth: first.month)) – \(day(days.upperBound))"
    }
    return "\(first.day)–\(day(days.upperBound))"
  }

  /// `4 ads`, `1 ad`, never torn apart.
  public static func many(_ count: Int, _ one: String, _ several: String? = nil) -> String {
    "\(self.count(count))\u{A0}\(count == 1 ? one : several ?? one + "s")"
  }

  /// With `digits` decimals; a result of zero has no sign.
  public static func decimal(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
      ? String(text.dropFirst()) : text.replacing("-", with: "−")
  }

  private static func name(ofMonth month: Int) -> Substring { Day.monthNames[month - 1].prefix(3) }

  private static func shareDigits(_ value: Double) -> Int {
    switch abs(value) {
    case 0.1..., 0: 1
    case 0.01...: 2
    default: 3
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func grouped(_ digits: String) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      let rest = digits.count - index
      if index > 0, rest % 3 == 0, grouped.last != "-" { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }
}
