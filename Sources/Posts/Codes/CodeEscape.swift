/// How mails, pages and links write the signs of codes, and what they put between.
enum CodeEscape {
  enum Kind { case percent, entity }

  /// The sign that an escape at the beginning stands for, nil when there is none.
  ///
  /// - Parameter again: `%2523` too, which was encoded twice.
  static func decoded(
    _ text: Substring.UnicodeScalarView, again: Bool
  ) -> (scalar: Unicode.Scalar, kind: Kind, end: String.Index)? {
    switch text.first {
    case "%": percent(text, again: again)
    case "&": entity(text)
    default: nil
    }
  }

  private static let percents: [String: Unicode.Scalar] = [
    "23": "#", "2B": "+", "2F": "/", "3D": "=",
  ]

  private static func percent(
    _ text: Substring.UnicodeScalarView, again: Bool
  ) -> (scalar: Unicode.Scalar, kind: Kind, end: String.Index)? {
    var rest = text.dropFirst()
    while again, rest.starts(with: "25".unicodeScalars) { rest = rest.dropFirst(2) }
    let digits = rest.prefix(2)
    return percents[String(digits).uppercased()].map { ($0, .percent, digits.endIndex) }
  }

  /// HTML's names of the signs of codes, of quotes, and of what stands for `&` itself.
  static let names: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "num": "#",
    "plus": "+", "sol": "/", "equals": "=", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "laquo": "«", "raquo": "»", "shy": "\u{ad}",
  ]
  private static let longest = 10

  private static func entity(
    _ text: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, kind: Kind, end: String.Index)? {
    let name = text.dropFirst().prefix(longest).prefix { $0 != ";" }
    guard name.endIndex < text.endIndex, text[name.endIndex] == ";" else { return nil }
    let end = text.index(after: name.endIndex)
    if let scalar = names[String(name)] { return (scalar, .entity, end) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let number = isHex ? UInt32(String(digits.dropFirst()), radix: 16) : UInt32(String(digits))
    return number.flatMap(Unicode.Scalar.init).map { ($0, .entity, end) }
  }

  /// Characters that chats and documents add and nobody sees.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x34f, 0x61c, 0x180e, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f,
      0xfe00...0xfe0f, 0xfeff, 0x0...0x8, 0xe...0x1f, 0x7f:
      true
    default: false
    }
  }

  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
