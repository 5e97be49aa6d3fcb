import CTextBreak

/// What ICU knows of a text: where lines may break, in which order it is read, which script it is,
/// what it is in capitals.
enum TextBreak {
  /// For each UTF-16 offset 0...count whether a line may break before it (UAX #14); true at the end.
  ///
  /// - Parameters:
  ///   - language: BCP 47; empty when unknown.
  ///   - strictness: CSS's `line-break`; nil for Unicode's rules as they stand.
  static func lineBreaks(
    in text: [UInt16], language: String, strictness: TextStyle.LineBreak? = .auto
  ) -> [Bool] {
    var marks = [UInt8](repeating: 0, count: text.count + 1)
    let succeeded = unsafe text_break_lines(
      text, Int32(clamping: text.count), icuLocale(language, strictness), &marks)
    precondition(succeeded, "ICU's line breaking rules cannot be loaded")
    return marks.map { $0 != 0 }
  }

  /// For each UTF-16 offset 0...count whether a word, or what stands between two, ends or begins there
  /// (UAX #29 §4); false at the beginning, true at the end.
  static func wordBounds(in text: [UInt16], language: String) -> [Bool] {
    var marks = [UInt8](repeating: 0, count: text.count + 1)
    let succeeded = unsafe text_break_words(
      text, Int32(clamping: text.count), icuTag(language), &marks)
    precondition(succeeded, "ICU's word breaking rules cannot be loaded")
    return marks.map { $0 != 0 }
  }

  /// The embedding level of each UTF-16 unit (UAX #9); odd is right to left.
  ///
  /// - Parameters:
  ///   - isRightToLeft: of the paragraph; nil when its first strong character decides.
  ///   - controls: isolates around parts of the text.
  static func bidiLevels(
    of text: [UInt16], isRightToLeft: Bool?, controls: [BidiControl] = []
  ) -> [UInt8] {
    // The common case: nothing to order.
    if isRightToLeft != true, text.allSatisfy({ $0 < 0x0590 }),
      !controls.contains(where: { $0.kind == .rightToLeft })
    {
      return [UInt8](repeating: 0, count: text.count)
    }
    if !controls.isEmpty {
      let isolated = IsolatedText(text, controls: controls)
      let levels = bidiLevels(of: isolated.units, isRightToLeft: isRightToLeft)
      return isolated.places.map { levels[$0] }
    }
    var levels = [UInt8](repeating: 0, count: text.count)
    let succeeded = unsafe text_break_bidi_levels(
      text, Int32(clamping: text.count), isRightToLeft.map { $0 ? 1 : 0 } ?? 0xFE, &levels)
    precondition(succeeded, "ICU ran out of memory")
    return levels
  }

  /// Indices of `levels` in the order their runs stand from left to right (rule L2).
  static func visualOrder(of levels: [UInt8]) -> [Int] {
    if levels.allSatisfy({ $0 == 0 }) { return Array(levels.indices) }
    var order = [Int32](repeating: 0, count: levels.count)
    unsafe text_break_visual_order(levels, Int32(levels.count), &order)
    return order.map(Int.init)
  }

  static func script(of scalar: Unicode.Scalar) -> Script {
    Script(tag: text_break_script(scalar.value))
  }

  static func lineBreakClass(of scalar: Unicode.Scalar) -> LineBreakClass {
    LineBreakClass(tag: text_break_class(scalar.value))
  }

  /// - Parameter language: BCP 47; empty when unknown.
  static func mapped(_ text: [UInt16], to mapping: CaseMapping, language: String) -> [UInt16] {
    let wanted =
      switch mapping {
      case .uppercase: text_break_uppercase
      case .lowercase: text_break_lowercase
      case .titlecase: text_break_titlecase
      }
    // Most text stays as long as it is, no character becomes longer than three.
    var capacity = text.count + 16
    while true {
      var result = [UInt16](repeating: 0, count: capacity)
      let count = unsafe Int(
        text_break_change_case(
          wanted, text, Int32(clamping: text.count), icuTag(language), &result,
          Int32(clamping: capacity)))
      precondition(count >= 0, "ICU ran out of memory")
      if count <= capacity { return Array(result[..<count]) }
      capacity = count
    }
  }

  private static func icuLocale(_ language: String, _ strictness: TextStyle.LineBreak?) -> String {
    switch strictness {
    case nil: icuTag(language)
    case .auto, .normal, .anywhere: icuTag(language) + "@lb=normal"
    case .loose: icuTag(language) + "@lb=loose"
    case .strict: icuTag(language) + "@lb=strict"
    }
  }

  /// The tag as ICU writes it; no language for anything odd.
  private static func icuTag(_ language: String) -> String {
    let isPlain = language.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x41 && $0 <= 0x5a) || $0 == 0x2d
        || ($0 >= 0x30 && $0 <= 0x39)
    }
    return isPlain && !language.isEmpty && language.utf8.count <= 35 ? language : "und"
  }
}

/// An ISO 15924 script.
struct Script: Hashable, Sendable {
  var tag: UInt32

  init(tag: UInt32) { self.tag = tag }
  init(_ code: String) { tag = openTypeTag(code) }

  static let common = Script("Zyyy")
  static let inherited = Script("Zinh")
  static let latin = Script("Latn")
  /// Emoji in color.
  static let emoji = Script("Zsye")

  /// Whether its words are told apart in writing, or by a dictionary, and are set in one font each:
  /// Chinese and Japanese are not, where a run of characters is no word.
  var hasWords: Bool { !isNeutral && !Self.ideographic.contains(self) }
  private static let ideographic: Set<Script> = [
    Script("Hani"), Script("Hira"), Script("Kana"), Script("Bopo"),
  ]

  /// Whether its letters join, so that space between them would tear words apart (CSS Text 4
  /// §8.3.1).
  var isCursive: Bool { Self.cursive.contains(self) }
  private static let cursive: Set<Script> = [
    Script("Arab"), Script("Rohg"), Script("Mand"), Script("Mong"), Script("Nkoo"),
    Script("Phag"), Script("Syrc"),
  ]

  /// Whether it takes its neighbors' script.
  var isNeutral: Bool { self == .common || self == .inherited }
}

/// A Line_Break property value of UAX #14, by its letters.
struct LineBreakClass: Hashable, Sendable {
  var tag: UInt32

  init(tag: UInt32) { self.tag = tag }
  init(_ letters: String) { tag = openTypeTag(letters) }

  static let alphabetic = LineBreakClass("AL")
  static let ambiguous = LineBreakClass("AI")
  static let hebrewLetter = LineBreakClass("HL")
  static let glue = LineBreakClass("GL")
  static let wordJoiner = LineBreakClass("WJ")
  static let zeroWidthJoiner = LineBreakClass("ZWJ")
}
