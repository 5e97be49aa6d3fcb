/// TikTok's authorization code for one post: a secret, for whoever holds it can run ads on the post.
///
/// Whatever prints the value prints it masked; only `secret` has the text.
public struct SparkCode: Hashable, Sendable {
  /// The code as TikTok gave it, in its letter case. Only for the library's vault, for `code reveal`
  /// and for a hand-off that asks for it.
  public let secret: String

  /// - Parameter secret: cleaned already; see `read(_:)`.
  public init(secret: String) { self.secret = secret }

  /// `#Ab…9=`: enough to tell codes apart, too little to use one. Short texts show less.
  public var masked: String {
    let characters = Array(secret)
    guard characters.count >= 10 else { return "\(characters.first == "#" ? "#" : "")…" }
    return "\(String(characters.prefix(3)))…\(String(characters.suffix(2)))"
  }

  /// What codes that a person would take for one another have in common.
  ///
  /// Letter case is folded; `0 O`, `1 l I |`, `2 Z`, `5 S`, `8 B` and the Cyrillic, Greek and
  /// full-width letters that look like Latin ones fall together.
  public var likeness: String { Self.likeness(of: secret.unicodeScalars) }

  static func likeness(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      let latin = latin(scalar)
      if latin.isASCII {
        result.append(alikeInASCII[Int(latin.value)])
      } else {
        for folded in latin.properties.lowercaseMapping.unicodeScalars {
          result.append(alike[folded] ?? folded)
        }
      }
    }
    return String(result)
  }

  /// Where two codes of one likeness differ: places from 1, this code's character, the other's.
  public func differences(
    from other: SparkCode
  ) -> [(place: Int, here: Character, there: Character)] {
    zip(secret, other.secret).enumerated().compactMap { index, pair in
      pair.0 == pair.1 ? nil : (index + 1, pair.0, pair.1)
    }
  }

  private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "l", "i": "l", "|": "l", "2": "z", "5": "s", "8": "b",
  ]

  /// What each ASCII character falls together with, by its number.
  private static let alikeInASCII = (0..<0x80).map { number in
    let small = Unicode.Scalar(UInt8(number)).properties.lowercaseMapping.unicodeScalars.first
    let folded = small ?? Unicode.Scalar(UInt8(number))
    return alike[folded] ?? folded
  }

  /// Letters of other scripts that are drawn like Latin ones.
  private static let latinLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y",
    "х": "x", "і": "i", "ј": "j", "ѕ": "s", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H",
    "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
    "ο": "o", "ν": "v", "＝": "=", "＋": "+", "／": "/", "＃": "#",
  ]

  /// The ASCII character that a scalar is drawn like, or the scalar itself.
  static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let letter = latinLetters[scalar] { return letter }
    guard (0xff01...0xff5e).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xfee0) ?? scalar
  }
}

extension SparkCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The masked form; the code's text is never printed.
  public var description: String { masked }
  /// The masked form, in a debugger and in tests' output too.
  public var debugDescription: String { masked }
  /// Also what `dump` and a failed assertion print.
  public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// What records keep of a code: never the code.
public struct CodeMark: Hashable, Sendable, Codable {
  /// SHA-256 of the code's UTF-8 bytes, 64 hexadecimal digits.
  public let fingerprint: String
  /// The masked form, safe to print.
  public let masked: String

  /// The mark of a code, with the SHA-256 of its text in hexadecimal digits.
  public init(_ code: SparkCode, sha256: String) {
    fingerprint = sha256
    masked = code.masked
  }

  /// A mark as it was stored; neither part tells the code.
  public init(fingerprint: String, masked: String) {
    self.fingerprint = fingerprint
    self.masked = masked
  }

  /// The first eight digits, which people compare.
  public var shortFingerprint: String { String(fingerprint.prefix(8)) }
}

extension CodeMark: CustomStringConvertible {
  /// The masked form and the beginning of the fingerprint.
  public var description: String { "\(masked) (\(shortFingerprint))" }
}
