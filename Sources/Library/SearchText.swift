import Foundation

/// Folds text for the search, so that what a person would call the same word is found.
///
/// Letter case, accents, compatibility forms, Arabic vowel signs and joining strokes are dropped.
/// Scripts without spaces are cut into overlapping pairs, so that any part of a word is found.
enum SearchText {
  /// Words, separated by spaces, for the index.
  static func folded(_ text: String) -> String {
    words(text).map { word in
      word.isUnspaced
        ? pairs(word.scalars, endsWithSingle: true).joined(separator: " ")
        : String(String.UnicodeScalarView(word.scalars))
    }.joined(separator: " ")
  }

  /// What FTS5 is to match: every word, as the beginning of one; nil when there is no word.
  static func query(_ text: String) -> String? {
    let terms = words(text).prefix(mostTerms).map { word in
      guard word.isUnspaced else {
        return "\"\(String(String.UnicodeScalarView(word.scalars)))\" *"
      }
      // A single character begins a pair, or stands alone at the end.
      if word.scalars.count == 1 { return "\"\(word.scalars[0])\" *" }
      return "\"\(pairs(word.scalars, endsWithSingle: false).joined(separator: " "))\""
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  /// More words than anybody searches for.
  private static let mostTerms = 32

  struct Word {
    var scalars: [Unicode.Scalar] = []
    var isUnspaced: Bool
  }

  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var current: Word?
    for scalar in fold(text) {
      guard isLetterOrDigit(scalar) else {
        if let word = current { words.append(word) }
        current = nil
        continue
      }
      let isUnspaced = isUnspaced(scalar)
      if current?.isUnspaced == isUnspaced {
        current?.scalars.append(scalar)
      } else {
        if let word = current { words.append(word) }
        current = Word(scalars: [scalar], isUnspaced: isUnspaced)
      }
    }
    if let word = current { words.append(word) }
    return words
  }

  private static func pairs(_ scalars: [Unicode.Scalar], endsWithSingle: Bool) -> [String] {
    var pairs = zip(scalars, scalars.dropFirst()).map { "\($0)\($1)" }
    if endsWithSingle, let last = scalars.last { pairs.append("\(last)") }
    return pairs
  }

  static func fold(_ text: String) -> [Unicode.Scalar] {
    let cased = text.replacing("ß", with: "ss").lowercased()
    let kept = cased.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      !isMark($0) && $0.value != 0x640
    }
    return String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
      .unicodeScalars.map { arabicForms[$0] ?? $0 }
  }

  /// Forms that Arabic and Persian writers use for one another.
  private static let arabicForms: [Unicode.Scalar: Unicode.Scalar] = [
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // The voicing marks of kana make other letters.
    if scalar.value == 0x3099 || scalar.value == 0x309a { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      true
    default: false
    }
  }

  /// Thai, Lao, Burmese, Khmer, kana and ideographs are written without spaces.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x3005...0x3007, 0x3040...0x30ff,
      0x3100...0x312f, 0x31a0...0x31bf, 0x31f0...0x31ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
      0xf900...0xfaff, 0x20000...0x3ffff:
      true
    default: false
    }
  }
}
