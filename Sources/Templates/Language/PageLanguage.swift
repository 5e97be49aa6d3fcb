import Posts

/// The language of a bound page: the one that the row names, or the one that most of its values' letters
/// tell; the template's own where they tell nothing else.
struct PageLanguage: Equatable, Sendable {
  /// That of the template's own words, as its page says; empty when it does not.
  let own: String
  /// A language tag, or empty.
  let tag: String
  /// Whether the row names it.
  let isNamed: Bool

  /// - Parameters:
  ///   - named: the language that the row names.
  ///   - values: of the row, all that may be words.
  init(own: String, named: Language?, values: [String]) {
    self.own = own
    isNamed = named != nil
    tag =
      named?.tag
      ?? Self.mostFrequent(
        values.compactMap { value in
          var count = ScriptCount()
          count.add(value)
          return count.dominant == nil
            ? nil : Self.language(of: count, around: own, own: own) ?? own
        }) ?? own
  }

  /// Nil when nothing tells it.
  var language: Language? { Language(tag) }

  /// How it writes amounts and days.
  var format: LanguageFormat { language.map(LanguageFormat.init(of:)) ?? .english }

  /// The language of a text that is not in the one around it; nil when it is, as far as its letters tell.
  func found(_ count: ScriptCount, around language: String) -> String? {
    let found = Self.language(of: count, around: language, own: own)
    // Who names a language in Latin letters is believed.
    let isBelieved = isNamed && self.language?.scripts.contains(.latin) == true
    return isBelieved && found == "vi" ? nil : found
  }

  /// Of as many, the one that comes first.
  private static func mostFrequent(_ languages: [String]) -> String? {
    var counts: [String: Int] = [:]
    for language in languages { counts[language, default: 0] += 1 }
    let most = counts.values.max()
    return languages.first { counts[$0] == most }
  }

  private static func language(
    of count: ScriptCount, around language: String, own: String
  ) -> String? {
    guard let script = count.dominant else { return nil }
    if script == .latin, count.isVietnamese { return language.hasPrefix("vi") ? nil : "vi" }
    if script == .latin, language.isEmpty { return nil }
    if Language(language)?.scripts.contains(script) == true { return nil }
    return Language(own)?.scripts == [script] ? own : script.language
  }
}

extension PageLanguage {
  /// Turkish and Azerbaijani have an i with a dot and one without.
  private var hasDotlessI: Bool { tag.hasPrefix("tr") || tag.hasPrefix("az") }

  func uppercased(_ text: String) -> String {
    guard hasDotlessI else { return text.uppercased() }
    return String(text.map { $0 == "i" ? "İ" : $0 }).uppercased()
  }

  func lowercased(_ text: String) -> String {
    guard hasDotlessI else { return text.lowercased() }
    return String(text.map { $0 == "I" ? "ı" : $0 == "İ" ? "i" : $0 }).lowercased()
  }
}
