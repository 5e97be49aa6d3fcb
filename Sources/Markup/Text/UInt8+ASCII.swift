/// The byte classes HTML and CSS share; bytes of scalars above U+007F are in none of them.
extension UInt8 {
  /// Space, tab, line feed, form feed; carriage returns are gone (`SourceText`).
  var isASCIIWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C }

  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIILetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  var hexDigitValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x41 + 10
    case 0x61...0x66: UInt32(self) - 0x61 + 10
    default: nil
    }
  }
}

extension String {
  /// With A–Z in lower case and everything else as it is, as HTML and CSS compare names.
  var asciiLowercased: String {
    utf8.contains { $0 >= 0x41 && $0 <= 0x5A }
      ? String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self) : self
  }
}
