/// The `An+B` of `:nth-child()`: CSS Syntax 3 §6, with `odd` and `even`.
struct AnPlusB: Equatable {
  var a: Int
  var b: Int

  /// No page has as many elements; larger figures mean the same as this one.
  private static let largest = 1_000_000

  /// - Parameter text: what stands between the parentheses, white space included.
  init?(_ text: String) {
    var rest = Substring(text.asciiLowercased).utf8
    Self.skipWhitespace(&rest)
    while let last = rest.last, last.isASCIIWhitespace { rest.removeLast() }
    switch String(Substring(rest)) {
    case "odd": self.init(a: 2, b: 1)
    case "even": self.init(a: 2, b: 0)
    default:
      let sign = Self.takeSign(&rest)
      let digits = Self.takeDigits(&rest)
      guard rest.first == UInt8(ascii: "n") else {
        guard rest.isEmpty, let digits else { return nil }
        self.init(a: 0, b: (sign ?? 1) * digits)
        return
      }
      rest.removeFirst()
      let a = (sign ?? 1) * (digits ?? 1)
      Self.skipWhitespace(&rest)
      if rest.isEmpty {
        self.init(a: a, b: 0)
        return
      }
      guard let offsetSign = Self.takeSign(&rest) else { return nil }
      Self.skipWhitespace(&rest)
      guard let offset = Self.takeDigits(&rest), rest.isEmpty else { return nil }
      self.init(a: a, b: offsetSign * offset)
    }
  }

  private init(a: Int, b: Int) {
    self.a = a
    self.b = b
  }

  private static func skipWhitespace(_ text: inout Substring.UTF8View) {
    while let first = text.first, first.isASCIIWhitespace { text.removeFirst() }
  }

  /// 1 or -1.
  private static func takeSign(_ text: inout Substring.UTF8View) -> Int? {
    guard let first = text.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
      return nil
    }
    text.removeFirst()
    return first == UInt8(ascii: "-") ? -1 : 1
  }

  private static func takeDigits(_ text: inout Substring.UTF8View) -> Int? {
    var value: Int?
    while let digit = text.first, digit.isASCIIDigit {
      value = min((value ?? 0) * 10 + Int(digit - 0x30), largest)
      text.removeFirst()
    }
    return value
  }
}
