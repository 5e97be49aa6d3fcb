public import Diagnostics
import Markup

/// A language tag (BCP 47), such as `de`, `pt-BR` or `zh-Hant`, of a language that is known.
public struct Language: Equatable, Sendable {
  /// Written as is customary: `zh-Hant-TW`.
  public let tag: String

  /// Reads a tag in any case, with `-` or `_`, or the English name of a language that many write.
  ///
  /// - Returns: nil for what is neither.
  public init?(_ text: String) {
    let text = text.trimmingWhitespace()
    if let named = Self.names[text.lowercased()] {
      tag = named
      return
    }
    let subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let primary = subtags.first?.lowercased(), Self.isKnown(primary) else { return nil }
    var parts = [primary]
    for subtag in subtags.dropFirst() {
      guard (1...8).contains(subtag.utf8.count), subtag.utf8.allSatisfy(Self.isAlphanumeric)
      else { return nil }
      switch subtag.utf8.count {
      case 4 where subtag.utf8.allSatisfy { !(0x30...0x39).contains($0) }:
        parts.append(subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased())
      case 2: parts.append(subtag.uppercased())
      default: parts.append(subtag.lowercased())
      }
    }
    tag = parts.joined(separator: "-")
  }

  /// Reads a text and says what is wrong with one that is no language.
  public static func parse(
    _ text: String, at place: SourceLocation
  ) throws(Diagnostic) -> Language {
    guard let language = Language(text) else {
      throw .unknownLanguage(text, isError: true, at: place)
    }
    return language
  }

  /// What was probably meant by a text that is no language: `ja` for `jp`, `German` for `germn`.
  static func guess(at text: String) -> String? {
    let text = text.trimmingWhitespace().lowercased()
    if let meant = countries[String(text.prefix { $0 != "-" && $0 != "_" })] { return meant }
    return Spelling.nearest(to: text, among: names.keys.sorted()).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
  }

  /// The scripts that it is written in; Latin when it says nothing else.
  var scripts: Set<Script> {
    let subtags = tag.split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }),
      let scripts = Self.scriptSubtags[String(script)]
    {
      return scripts
    }
    return Self.scripts[String(subtags[0])] ?? [.latin]
  }

  /// Which way its lines run.
  var direction: TextDirection {
    scripts.isDisjoint(with: [.arabic, .hebrew]) ? .ltr : .rtl
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }

  /// Two letters must be one of ISO 639-1; of three there are thousands.
  private static func isKnown(_ primary: String) -> Bool {
    switch primary.utf8.count {
    case 2: twoLetterCodes.contains(Substring(primary))
    case 3: primary.utf8.allSatisfy { (0x61...0x7a).contains($0) }
    default: false
    }
  }

  /// ISO 639-1.
  private static let twoLetterCodes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia \
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo \
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl \
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk \
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " "))

  private static let names = [
    "arabic": "ar", "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr", "german": "de",
    "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "indonesian": "id",
    "italian": "it", "japanese": "ja", "korean": "ko", "malay": "ms", "norwegian": "no",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "simplified chinese": "zh-Hans", "slovak": "sk", "spanish": "es", "swedish": "sv",
    "thai": "th", "traditional chinese": "zh-Hant", "turkish": "tr", "ukrainian": "uk",
    "urdu": "ur", "vietnamese": "vi",
  ]

  /// Countries' codes that are taken for those of their languages.
  private static let countries = [
    "at": "de", "br": "pt-BR", "by": "be", "cn": "zh-Hans", "cz": "cs", "dk": "da", "gb": "en-GB",
    "gr": "el", "il": "he", "in": "hi", "ir": "fa", "jp": "ja", "mx": "es-MX", "pk": "ur",
    "rs": "sr", "si": "sl", "ua": "uk", "us": "en-US", "vn": "vi",
  ]

  private static let scripts: [String: Set<Script>] = [
    "am": [.ethiopic], "ar": [.arabic], "as": [.bengali], "be": [.cyrillic], "bg": [.cyrillic],
    "bn": [.bengali], "bo": [.tibetan], "ckb": [.arabic], "dz": [.tibetan], "el": [.greek],
    "fa": [.arabic], "gu": [.gujarati], "he": [.hebrew], "hi": [.devanagari], "hy": [.armenian],
    "ja": [.kana, .han], "ka": [.georgian], "kk": [.cyrillic], "km": [.khmer], "kn": [.kannada],
    "ko": [.hangul, .han], "ky": [.cyrillic], "lo": [.lao], "mk": [.cyrillic], "ml": [.malayalam],
    "mn": [.cyrillic], "mr": [.devanagari], "my": [.myanmar], "ne": [.devanagari], "or": [.oriya],
    "pa": [.gurmukhi], "ps": [.arabic], "ru": [.cyrillic], "sa": [.devanagari], "sd": [.arabic],
    "si": [.sinhala], "sr": [.cyrillic, .latin], "ta": [.tamil], "te": [.telugu],
    "tg": [.cyrillic], "th": [.thai], "ti": [.ethiopic], "tt": [.cyrillic], "ug": [.arabic],
    "uk": [.cyrillic], "ur": [.arabic], "yi": [.hebrew], "yue": [.han], "zh": [.han],
  ]

  private static let scriptSubtags: [String: Set<Script>] = [
    "Arab": [.arabic], "Cyrl": [.cyrillic], "Deva": [.devanagari], "Grek": [.greek],
    "Guru": [.gurmukhi], "Hang": [.hangul], "Hans": [.han], "Hant": [.han], "Hebr": [.hebrew],
    "Jpan": [.kana, .han], "Kore": [.hangul, .han], "Latn": [.latin],
  ]
}
