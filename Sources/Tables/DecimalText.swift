/// A decimal number as text gives it, without floating point: `12.5`, `-3`, `1.79E+18`.
package struct DecimalText: Equatable {
  package var isNegative: Bool
  /// Without zeros at its end; 0 for zero.
  package var digits: Int
  /// The value is `digits` times ten to this power; −1,000…1,000.
  package var exponent: Int

  /// What a spreadsheet holds of a number: further digits are noise of its floating point.
  package static let significantDigits = 15

  /// nil for anything but a number as XML Schema writes a double.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    var power = 0
    if mantissa.endIndex < rest.endIndex {
      guard let value = Int(String(decoding: rest[(mantissa.endIndex + 1)...], as: UTF8.self)),
        abs(max(value, -10_000)) <= 600
      else { return nil }
      power = value
    }
    let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard mantissa.count <= 400, parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return nil }
    if parts.count == 2 { power -= parts[1].count }
    let all = parts.joined().map { Int($0 - UInt8(ascii: "0")) }.drop { $0 == 0 }
    var value = all.prefix(Self.significantDigits).reduce(0) { $0 * 10 + $1 }
    let dropped = all.dropFirst(Self.significantDigits)
    power += dropped.count
    // Half up; what is dropped is noise.
    if let first = dropped.first, first >= 5 { value += 1 }
    while value != 0, value.isMultiple(of: 10) {
      value /= 10
      power += 1
    }
    digits = value
    exponent = value == 0 ? 0 : power
  }

  /// nil when it has decimals, or is more than an `Int` holds.
  package var wholeNumber: Int? { wholeNumber(scaledBy: 0) }

  /// Times ten to the power of `decimals`: cents of an amount.
  package func wholeNumber(scaledBy decimals: Int) -> Int? {
    let power = exponent + decimals
    guard digits == 0 || (0...18).contains(power) else { return nil }
    var value = isNegative ? -digits : digits
    for _ in 0..<(digits == 0 ? 0 : power) {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      value = product
    }
    return value
  }

  /// Plain digits, `1250.5`, for the same parser that reads texts; nil when they would be many.
  package var plainText: String? {
    guard (-18...18).contains(exponent) else { return nil }
    let sign = isNegative ? "-" : ""
    let text = String(digits)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - text.count)) + text
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
