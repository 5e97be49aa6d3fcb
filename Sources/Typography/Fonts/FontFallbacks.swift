/// Which families serve a script that a text's own families lack, in the written order.
struct FontFallbacks: Sendable {
  struct Key: Hashable, Sendable {
    var script: Script
    /// BCP 47 in lower case; empty for every language.
    var language = ""
  }

  var families: [Key: [String]] = [:]
  /// Families with serifs, in lower case.
  var serifs: Set<String> = []
  /// The family with serifs that stands in for one without, in lower case.
  var serifCounterparts: [String: String] = [:]

  /// Debian packages that may have characters no font of the catalogue has; `Script.common` holds
  /// the one for all other scripts.
  var packages: [Script: String] = [:]

  /// The families to try, best first: those for the script in the text's language, in any
  /// language, and then what serves every script.
  ///
  /// - Parameter withSerifs: the text's own family has them, so its stand-ins should.
  func families(for script: Script, language: String, withSerifs: Bool) -> [String] {
    var result: [String] = []
    for script in script == .common ? [script] : [script, .common] {
      result += languageFamilies(script, language)
      result += families[Key(script: script)] ?? []
    }
    if !withSerifs { return result }
    return result.map { serifCounterparts[$0.lowercased()] ?? $0 }
  }

  /// By RFC 4647 §3.4: the longest tag that begins the text's.
  private func languageFamilies(_ script: Script, _ language: String) -> [String] {
    var tag = language.lowercased()[...]
    while !tag.isEmpty {
      if let found = families[Key(script: script, language: String(tag))] { return found }
      guard let hyphen = tag.lastIndex(of: "-") else { return [] }
      tag = tag[..<hyphen]
    }
    return []
  }
}
