/// How a counter is written (CSS Counter Styles 3 §6).
package enum CounterStyle: String, Hashable, Sendable {
  case decimal
  case decimalLeadingZero = "decimal-leading-zero"
  case lowerAlpha = "lower-alpha"
  case upperAlpha = "upper-alpha"
  case lowerRoman = "lower-roman"
  case upperRoman = "upper-roman"
  case lowerGreek = "lower-greek"
  case disc, circle, square, none

  /// - Parameter name: lower case.
  package init?(name: String) {
    switch name {
    case "lower-latin": self = .lowerAlpha
    case "upper-latin": self = .upperAlpha
    default: self.init(rawValue: name)
    }
  }

  /// Numbers outside a style's range are written in decimal.
  package func text(of value: Int) -> String {
    switch self {
    case .decimal: String(value)
    case .decimalLeadingZero:
      (value < 0 ? "-" : "") + (value.magnitude < 10 ? "0" : "") + String(value.magnitude)
    case .lowerAlpha: Self.letters(value, from: Self.latin)
    case .upperAlpha: Self.letters(value, from: Self.latin).uppercased()
    case .lowerRoman: Self.roman(value)
    case .upperRoman: Self.roman(value).uppercased()
    case .lowerGreek: Self.letters(value, from: Array("αβγδεζηθικλμνξοπρστυφχψω"))
    case .disc: "•"
    case .circle: "◦"
    case .square: "▪"
    case .none: ""
    }
  }

  private static let latin = Array("abcdefghijklmnopqrstuvwxyz")

  /// a, b, … z, aa, ab …
  private static func letters(_ value: Int, from alphabet: [Character]) -> String {
    guard value > 0 else { return String(value) }
    var rest = value
    var text: [Character] = []
    while rest > 0 {
      text.append(alphabet[(rest - 1) % alphabet.count])
      rest = (rest - 1) / alphabet.count
    }
    return String(text.reversed())
  }

  private static let numerals: [(value: Int, text: String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]

  private static func roman(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return String(value) }
    var rest = value
    var text = ""
    for numeral in numerals {
      while rest >= numeral.value {
        text += numeral.text
        rest -= numeral.value
      }
    }
    return text
  }
}
