/// A language tag (BCP 47), such as `de`, `pt-BR` or `zh-Hant`, of a language that is known.
public struct Language: Equatable, Sendable {
  /// Written as is customary: `zh-Hant-TW`.
  public let tag: String

  /// Reads a tag in any case, with `-` or `_`, or the English name of a language that many write.
  ///
  /// - Returns: nil for what is neither.
  public init?(_ text: String) {
    let text = Self.trimmed(text)
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

  /// The languages that may stand in for this one, the nearest first: itself, and what is left of its tag
  /// without its last parts.
  public var fallbacks: [String] {
    let parts = tag.split(separator: "-")
    return parts.indices.reversed().map { parts[...$0].joined(separator: "-") }
  }

  /// Of some languages' values the one that this language's readers understand best; nil when none is in
  /// it. Simplified Chinese is better than none for those who read traditional.
  public func best<Value>(of values: [(language: Language, value: Value)]) -> Value? {
    for tag in fallbacks {
      if let found = values.first(where: { $0.language.tag == tag }) { return found.value }
    }
    return values.first { $0.language.fallbacks.last == fallbacks.last }?.value
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
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

  /// By the English names of those that many write, in small letters.
  package static let names = [
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
  package static let countries = [
    "at": "de", "br": "pt-BR", "by": "be", "cn": "zh-Hans", "cz": "cs", "dk": "da", "gb": "en-GB",
    "gr": "el", "il": "he", "in": "hi", "ir": "fa", "jp": "ja", "mx": "es-MX", "pk": "ur",
    "rs": "sr", "si": "sl", "ua": "uk", "us": "en-US", "vn": "vi",
  ]
}
