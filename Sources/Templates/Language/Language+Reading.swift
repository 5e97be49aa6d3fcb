public import Diagnostics
import Markup
public import Posts

extension Language {
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
