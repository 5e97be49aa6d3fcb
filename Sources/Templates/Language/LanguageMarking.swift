import Markup

/// Tells a bound page which language its words are in, by `lang`, and which way they run, by `dir`.
///
/// The page is in the language that the row names, or the one that most of its values' letters tell. What is
/// written in another script stands in an element with a `lang` of its own, so that `:lang()`, the
/// choice of fonts and line breaks fit every word.
struct LanguageMarking {
  /// That of the template's own words, as its page says; empty when it does not.
  private let ownLanguage: String
  /// Whether the row names its language.
  private let isNamed: Bool
  private let language: String

  /// - Parameters:
  ///   - page: the `html` element of the template.
  ///   - named: the language that the row names.
  ///   - values: of the row, all that may be words.
  init(of page: Element, named: Language?, values: [String]) {
    let own = page[attribute: "lang"] ?? ""
    ownLanguage = own
    isNamed = named != nil
    if let named {
      language = named.tag
    } else {
      language =
        Self.mostFrequent(
          values.compactMap { value in
            var count = ScriptCount()
            count.add(value)
            return count.dominant == nil
              ? nil : Self.language(of: count, around: own, own: own) ?? own
          }) ?? own
    }
  }

  /// Of as many, the one that comes first.
  private static func mostFrequent(_ languages: [String]) -> String? {
    var counts: [String: Int] = [:]
    for language in languages { counts[language, default: 0] += 1 }
    let most = counts.values.max()
    return languages.first { counts[$0] == most }
  }

  /// Marks `page`, which is an `html` element.
  func mark(_ page: inout Element) {
    if language != ownLanguage { page.setAttribute("lang", to: language) }
    if Language(language)?.direction == .rtl, page[attribute: "dir"] == nil {
      page.setAttribute("dir", to: TextDirection.rtl.rawValue)
    }
    mark(childrenOf: &page, around: language)
  }

  private func mark(childrenOf element: inout Element, around language: String) {
    for index in element.children.indices {
      guard case .element(var child) = element.children[index], child.name != "head",
        !HTMLProfile.isVector(child.name)
      else { continue }
      mark(&child, around: language)
      element.children[index] = .element(child)
    }
  }

  private func mark(_ element: inout Element, around language: String) {
    let own = element[attribute: "lang"]
    guard own == nil, element.hasLetters else {
      mark(childrenOf: &element, around: own ?? language)
      return
    }
    var count = ScriptCount()
    element.addText(to: &count)
    if let found = found(count, around: language) { element.setAttribute("lang", to: found) }
  }

  /// The language of a text that is not in the one around it.
  private func found(_ count: ScriptCount, around language: String) -> String? {
    let found = Self.language(of: count, around: language, own: ownLanguage)
    // Who names a language in Latin letters is believed.
    let isBelieved = isNamed && Language(language)?.scripts.contains(.latin) == true
    return isBelieved && found == "vi" ? nil : found
  }

  /// - Returns: nil when the text is in the language around it, as far as its letters tell.
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

extension Element {
  /// Whether words stand directly in it.
  fileprivate var hasLetters: Bool {
    children.contains { child in
      guard case .text(let text) = child else { return false }
      return text.content.unicodeScalars.contains { Script(of: $0) != nil }
    }
  }

  /// Its words, without those of elements that say their own language.
  fileprivate func addText(to count: inout ScriptCount) {
    for child in children {
      switch child {
      case .text(let text): count.add(text.content)
      case .element(let child) where child[attribute: "lang"] == nil: child.addText(to: &count)
      case .element: break
      }
    }
  }

  fileprivate mutating func setAttribute(_ name: String, to value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append(
        Attribute(name: name, value: value, location: location, valueLocation: location))
    }
  }
}
