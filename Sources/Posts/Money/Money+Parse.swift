extension Money {
  /// Why a text is not an amount.
  public enum ParseError: Error, Equatable, Sendable {
    /// No number, or one that no country writes: `12,,50`, `free`.
    case notAnAmount
    /// `1.250` may be twelve hundred and fifty or one and a quarter.
    case ambiguous
    /// A number without a currency, and none was given as the default.
    case noCurrency
    /// A sign or code that is no currency of ISO 4217 that Flint knows.
    case unknownCurrency(String)
    /// `kr` may be several currencies.
    case ambiguousCurrency(String, candidates: [String])
    /// `0.125 USD`.
    case tooManyDecimals(currency: String, allowed: Int)
    /// An amount beyond what an `Int` of minor units holds.
    case tooLarge
  }

  /// Larger amounts are slips; the limit keeps sums far from overflow.
  public static let maximumMinorUnits = 1_000_000_000_000_000

  /// Reads an amount as people and shops write it: `$1,234.50`, `19.99 USD`, `1.234,50 €`, `£5`,
  /// `¥1,200`, `USD 5`, `12,50`, `1 234,50 kr`, `CHF 1’234.-`.
  ///
  /// A single comma before exactly three digits groups thousands; a single point there is refused
  /// as ambiguous, unless the currency has three decimals (and then the comma is refused).
  /// - Parameters:
  ///   - defaultCurrency: for numbers without a currency; also says which dollar `$` is.
  ///   - language: that of whoever wrote it, where that is known; settles what is ambiguous.
  public static func parse(
    _ text: String, defaultCurrency: String? = nil, language: Language? = nil
  ) throws(ParseError) -> Money {
    // More than this is not an amount, and scanning it is wasted.
    guard text.utf8.count <= 100 else { throw .notAnAmount }
    let parts = try split(Array(text.unicodeScalars))
    let currency = try currency(
      before: parts.before, after: parts.after, defaultCurrency: defaultCurrency)
    let groupMark = language.flatMap(LanguageFormat.init(known:))?.groupMark
    var minorUnits = try minorUnits(parts.number, currency: currency, groupMark: groupMark)
    if parts.isNegative { minorUnits = -minorUnits }
    return Money(minorUnits: minorUnits, currency: currency.code)
  }

  private struct Parts {
    var before = ""
    var number: [Unicode.Scalar] = []
    var after = ""
    var isNegative = false
  }

  /// Cuts `-$ 1,234.50 USD` into its sign, words and number.
  private static func split(_ scalars: [Unicode.Scalar]) throws(ParseError) -> Parts {
    guard let first = scalars.firstIndex(where: { digit($0) != nil }),
      let last = scalars.lastIndex(where: { digit($0) != nil })
    else { throw .notAnAmount }
    var start = first
    if start > 0, isPoint(scalars[start - 1]), start == 1 || !isLetter(scalars[start - 2]) {
      start -= 1
    }
    var parts = Parts()
    parts.number = Array(scalars[start...last])
    var before = trimmed(scalars[..<start])
    var after = trimmed(scalars[(last + 1)...])
    // `5.-` and `5,–` are whole amounts.
    if let mark = after.first, isPoint(mark) {
      guard after.count >= 2, isDash(after[1]) else { throw .notAnAmount }
      after = trimmed(after[2...])
    }
    if let sign = before.first, isDash(sign) || sign == "+" {
      parts.isNegative = sign != "+"
      before = trimmed(before[1...])
    } else if let sign = before.last, isDash(sign) {
      parts.isNegative = true
      before = trimmed(before[..<(before.count - 1)])
    }
    parts.before = text(before)
    parts.after = text(after)
    return parts
  }

  private static func currency(
    before: String, after: String, defaultCurrency: String?
  ) throws(ParseError) -> Currency {
    let fallback = defaultCurrency.flatMap { Currency(code: $0) }
    if let code = defaultCurrency, fallback == nil { throw .unknownCurrency(code) }
    var named: Currency?
    // The code is surer than the sign: `$5 CAD` is Canadian.
    for word in [after, before] where !word.isEmpty {
      if let exact = Currency(code: word) {
        if let named, named != exact { throw .notAnAmount }
        named = exact
      }
    }
    for word in [after, before] where !word.isEmpty && Currency(code: word) == nil {
      let candidates = Currency.candidates(forSymbol: word)
      guard let first = candidates.first else { throw .unknownCurrency(word) }
      if let named {
        if !candidates.contains(named.code) { throw .notAnAmount }
      } else if let fallback, candidates.contains(fallback.code) {
        named = fallback
      } else if candidates.count > 1, first != "USD", first != "JPY", first != "GBP" {
        throw .ambiguousCurrency(word, candidates: candidates)
      } else {
        named = Currency(code: first)
      }
    }
    guard let currency = named ?? fallback else { throw .noCurrency }
    return currency
  }

  /// The number's digits as minor units of `currency`.
  private static func minorUnits(
    _ number: [Unicode.Scalar], currency: Currency, groupMark: String?
  ) throws(ParseError) -> Int {
    // Runs of digits, and the separator before each but the first.
    var groups: [[Int]] = [[]]
    var separators: [Unicode.Scalar] = []
    for scalar in number {
      if let digit = digit(scalar) {
        groups[groups.count - 1].append(digit)
      } else {
        separators.append(normalized(scalar))
        groups.append([])
      }
    }
    let decimals = try decimalGroup(
      &groups, separators, currency: currency, groupMark: groupMark)
    var value = 0
    let kept = decimals.prefix(currency.minorDigits)
    guard decimals.dropFirst(currency.minorDigits).allSatisfy({ $0 == 0 }) else {
      throw .tooManyDecimals(currency: currency.code, allowed: currency.minorDigits)
    }
    let padding = Array(repeating: 0, count: currency.minorDigits - kept.count)
    for digit in groups.joined() + kept + padding {
      value = value * 10 + digit
      if value > maximumMinorUnits { throw .tooLarge }
    }
    return value
  }

  /// Removes the decimals from `groups` when there are any, and checks the rest.
  private static func decimalGroup(
    _ groups: inout [[Int]], _ separators: [Unicode.Scalar], currency: Currency,
    groupMark: String?
  ) throws(ParseError) -> [Int] {
    guard let last = separators.last else { return [] }
    let isDecimal: Bool
    if !isPoint(last) {
      isDecimal = false
    } else if separators.count(where: { $0 == last }) > 1 {
      isDecimal = false
    } else if separators.count > 1 || groups[groups.count - 1].count != 3 {
      isDecimal = true
    } else {
      // One mark and three digits after it: `1.250`, `1,250`.
      let mayGroup = (1...3).contains(groups[0].count) && groups[0].first != 0
      if !mayGroup || (currency.minorDigits == 3 && last == ".") {
        isDecimal = true
      } else if last == ",", currency.minorDigits != 3 {
        isDecimal = false
      } else if String(last) == groupMark {
        isDecimal = false
      } else {
        throw .ambiguous
      }
    }
    let decimals = isDecimal ? groups.removeLast() : []
    let grouping = isDecimal ? separators.dropLast() : separators[...]
    guard Set(grouping).count <= 1, !isDecimal || !grouping.contains(last) else {
      throw .notAnAmount
    }
    if grouping.isEmpty {
      // `.50` has no digits before the mark.
      if groups[0].isEmpty && decimals.isEmpty { throw .notAnAmount }
      return decimals
    }
    // Three digits a group; India's way has two before the last three.
    let middle = groups.dropFirst().dropLast()
    let isGrouped =
      (1...3).contains(groups[0].count) && groups[groups.count - 1].count == 3
      && (middle.allSatisfy { $0.count == 3 }
        || (middle.allSatisfy { $0.count == 2 } && groups[0].count <= 2))
    guard isGrouped else { throw .notAnAmount }
    return decimals
  }

  /// ASCII and every script's decimal digits (Arabic, Devanagari, full width …).
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if ("0"..."9").contains(scalar) { return Int(scalar.value - 48) }
    if scalar.isASCII || scalar.properties.numericType != .decimal { return nil }
    return scalar.properties.numericValue.flatMap { Int(exactly: $0) }
  }

  /// One sign for each kind of separator: `.`, `,`, `'` or a space.
  private static func normalized(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "٫": "."
    case "٬": ","
    case "’": "'"
    case _ where scalar.properties.isWhitespace: " "
    default: scalar
    }
  }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
    let scalar = normalized(scalar)
    return scalar == "." || scalar == ","
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2212}" || scalar == "–" || scalar == "—"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var slice = scalars
    while slice.first?.properties.isWhitespace == true { slice.removeFirst() }
    while slice.last?.properties.isWhitespace == true { slice.removeLast() }
    return Array(slice)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
