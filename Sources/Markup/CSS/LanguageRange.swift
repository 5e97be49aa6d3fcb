/// A language range of `:lang()`, such as `de`, `de-CH` or `*-Hant` (Selectors Level 4 §7.2).
struct LanguageRange: Sendable {
  private let subtags: [Substring]

  init(_ text: String) { subtags = text.split(separator: "-", omittingEmptySubsequences: false) }

  /// By extended filtering (RFC 4647 §3.3.2): `de-CH` also contains `de-Latn-CH`, in any case of
  /// letters. Only the empty range contains the unknown language, which is empty.
  func contains(_ language: String) -> Bool {
    let tag = language.split(separator: "-", omittingEmptySubsequences: false)
    guard subtags[0] == "*" ? !language.isEmpty : Self.areEqual(subtags[0], tag[0]) else {
      return false
    }
    var rest = tag.dropFirst()
    for subtag in subtags.dropFirst() where subtag != "*" {
      // A single letter begins an extension, past which nothing is skipped.
      while let first = rest.first, !Self.areEqual(first, subtag), first.utf8.count > 1 {
        rest.removeFirst()
      }
      guard let first = rest.popFirst(), Self.areEqual(first, subtag) else { return false }
    }
    return true
  }

  private static func areEqual(_ a: Substring, _ b: Substring) -> Bool {
    a.utf8.elementsEqual(b.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }
}
