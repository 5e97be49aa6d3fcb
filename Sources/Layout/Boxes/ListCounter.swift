/// The markers of list items (CSS Counter Styles 3 §6 and §7).
enum ListCounter {
  /// With a space that the line's end does not swallow; nil without a marker.
  static func marker(_ type: String, index: Int) -> String? {
    switch type {
    case "none": nil
    case "circle": "◦\u{A0}"
    case "square": "▪\u{A0}"
    case "disc": "•\u{A0}"
    default: number(type, index: index) + ".\u{A0}"
    }
  }

  private static func number(_ type: String, index: Int) -> String {
    switch type {
    case "decimal-leading-zero": (0..<10).contains(index) ? "0\(index)" : "\(index)"
    case "lower-alpha", "lower-latin": letters(index, first: "a")
    case "upper-alpha", "upper-latin": letters(index, first: "A")
    case "lower-roman": roman(index).lowercased()
    case "upper-roman": roman(index)
    default: "\(index)"
    }
  }

  /// a … z, aa … az, ba and so on.
  private static func letters(_ index: Int, first: Unicode.Scalar) -> String {
    guard index > 0 else { return "\(index)" }
    var result = String.UnicodeScalarView()
    var rest = index
    while rest > 0 {
      let letter = Unicode.Scalar(first.value + UInt32((rest - 1) % 26)) ?? first
      result.insert(letter, at: result.startIndex)
      rest = (rest - 1) / 26
    }
    return String(result)
  }

  private static let romanSigns: [(value: Int, sign: String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func roman(_ index: Int) -> String {
    guard (1...3999).contains(index) else { return "\(index)" }
    var result = ""
    var rest = index
    for (value, sign) in romanSigns {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
