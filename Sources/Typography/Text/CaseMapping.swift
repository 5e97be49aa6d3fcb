/// What CSS `text-transform` does to letters, by the language's rules (CSS Text 3 §2.1).
public enum CaseMapping: Sendable {
  /// All letters become capitals; `ß` becomes `SS`.
  case uppercase
  /// All letters become small.
  case lowercase
  /// Only the text's first letter changes; in Dutch a first `ij` changes as one.
  case titlecase

  /// Greek loses its accents in capitals, Turkish and Azeri keep the dot of an i, Lithuanian has
  /// its dots below accents, Dutch has its ij.
  ///
  /// Letters outside `text` are not known: a final sigma is one at its end.
  ///
  /// - Parameter language: BCP 47; empty when unknown.
  public func applied(to text: String, language: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }), !Self.hasOwnRules(language) {
      switch self {
      case .uppercase: return text.uppercased()
      case .lowercase: return text.lowercased()
      case .titlecase: return text.prefix(1).uppercased() + text.dropFirst()
      }
    }
    let units = TextBreak.mapped(Array(text.utf16), to: self, language: language)
    return String(decoding: units, as: UTF16.self)
  }

  /// Whether ASCII letters of the language may become others than usual.
  private static func hasOwnRules(_ language: String) -> Bool {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "tr", "az", "lt", "nl": true
    default: false
    }
  }
}
