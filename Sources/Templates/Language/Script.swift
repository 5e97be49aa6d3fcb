/// The scripts that a text's language is told by, as Unicode's blocks have them (Scripts.txt).
enum Script: CaseIterable, Sendable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati
  case oriya, tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan, myanmar, georgian
  case ethiopic, khmer, kana, hangul, han

  private static let blocks: [(ClosedRange<UInt32>, Script)] = [
    (0x41...0x5a, .latin), (0x61...0x7a, .latin), (0xaa...0xaa, .latin), (0xba...0xba, .latin),
    (0xc0...0x24f, .latin), (0x370...0x3ff, .greek), (0x400...0x52f, .cyrillic),
    (0x531...0x58f, .armenian), (0x591...0x5f4, .hebrew), (0x600...0x6ff, .arabic),
    (0x750...0x77f, .arabic), (0x8a0...0x8ff, .arabic), (0x900...0x97f, .devanagari),
    (0x980...0x9ff, .bengali), (0xa00...0xa7f, .gurmukhi), (0xa80...0xaff, .gujarati),
    (0xb00...0xb7f, .oriya), (0xb80...0xbff, .tamil), (0xc00...0xc7f, .telugu),
    (0xc80...0xcff, .kannada), (0xd00...0xd7f, .malayalam), (0xd80...0xdff, .sinhala),
    (0xe00...0xe7f, .thai), (0xe80...0xeff, .lao), (0xf00...0xfff, .tibetan),
    (0x1000...0x109f, .myanmar), (0x10a0...0x10ff, .georgian), (0x1100...0x11ff, .hangul),
    (0x1200...0x139f, .ethiopic), (0x1780...0x17ff, .khmer), (0x1c80...0x1c8f, .cyrillic),
    (0x1c90...0x1cbf, .georgian), (0x1e00...0x1eff, .latin), (0x1f00...0x1fff, .greek),
    (0x3005...0x3007, .han), (0x3041...0x30ff, .kana), (0x3130...0x318f, .hangul),
    (0x31f0...0x31ff, .kana), (0x3400...0x9fff, .han), (0xac00...0xd7ff, .hangul),
    (0xf900...0xfaff, .han), (0xfb00...0xfb06, .latin), (0xfb1d...0xfb4f, .hebrew),
    (0xfb50...0xfdff, .arabic), (0xfe70...0xfefe, .arabic), (0xff21...0xff3a, .latin),
    (0xff41...0xff5a, .latin), (0xff66...0xff9f, .kana), (0x20000...0x3ffff, .han),
  ]

  /// That of a letter; nil for marks, digits, signs, emoji and scripts that are not told apart here.
  init?(of scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    var (low, high) = (0, Self.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.blocks[middle].0.upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low < Self.blocks.count, Self.blocks[low].0.contains(scalar.value) else { return nil }
    self = Self.blocks[low].1
  }

  /// The language of a text in this script of which nothing else is known: the one of most readers, or
  /// the script alone where many languages share it.
  var language: String {
    switch self {
    case .latin: "und-Latn"
    case .greek: "el"
    case .cyrillic: "und-Cyrl"
    case .armenian: "hy"
    case .hebrew: "he"
    case .arabic: "ar"
    case .devanagari: "hi"
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .oriya: "or"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .sinhala: "si"
    case .thai: "th"
    case .lao: "lo"
    case .tibetan: "bo"
    case .myanmar: "my"
    case .georgian: "ka"
    case .ethiopic: "am"
    case .khmer: "km"
    case .kana: "ja"
    case .hangul: "ko"
    case .han: "zh"
    }
  }
}

/// How many letters of each script a text has.
struct ScriptCount {
  private var letters: [Script: Int] = [:]
  /// Letters and marks of which only Vietnamese has many.
  private var vietnamese = 0

  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      if let script = Script(of: scalar) { letters[script, default: 0] += 1 }
      switch scalar.value {
      // ơ, ư, â, ă, ê and ô with a tone, and the combining horn and hook.
      case 0x1a0...0x1a1, 0x1af...0x1b0, 0x1ea4...0x1eb7, 0x1ebe...0x1ec7, 0x1ed0...0x1ee3,
        0x1ee8...0x1ef1, 0x309, 0x31b:
        vietnamese += 1
      default: break
      }
    }
  }

  /// The script that the text is written in; nil without letters.
  ///
  /// A Latin letter counts a quarter: every language writes brands and names in them, few that are
  /// written in them do so in others.
  var dominant: Script? {
    var weights = letters.mapValues { $0 * 4 }
    weights[.latin] = letters[.latin]
    // Chinese writes の in names; Japanese has kana between all its words.
    if let kana = weights[.kana], let han = weights[.han] {
      weights[kana * 9 > han ? .kana : .han] = kana + han
    }
    if let hangul = weights[.hangul], let han = weights[.han], hangul >= han {
      weights[.hangul] = hangul + han
    }
    var best: Script?
    for script in Script.allCases {
      guard let weight = weights[script] else { continue }
      if let known = best, let most = weights[known], most >= weight { continue }
      best = script
    }
    return best
  }

  /// Whether a text in Latin letters is Vietnamese: one letter in twelve is one that others lack.
  var isVietnamese: Bool { vietnamese * 12 >= letters[.latin, default: 0] && vietnamese > 0 }
}
