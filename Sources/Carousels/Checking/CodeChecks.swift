import Diagnostics
import Library
import Posts

/// Finds Spark codes in what a post says: what looks like one, and every code of the library.
struct CodeChecks: Sendable {
  private let store: LibraryStore?

  /// - Parameter library: need not be there.
  init(_ library: LibraryFolder) {
    // What is wrong with a library is for others to say; what looks like a code is found without.
    store = try? LibraryStore(library, for: .reading)
  }

  /// Finds only what looks like one.
  init() { store = nil }

  /// - Parameters:
  ///   - what: names the text, such as `slide 2`.
  ///   - onlyKnown: what looks like a code was looked for already.
  func findings(
    in text: String, of what: String, onlyKnown: Bool = false, at location: SourceLocation?,
    slide: Finding.Slide? = nil
  ) -> [Finding] {
    let found: String
    if isKnown(text) {
      found = "a Spark code of this library"
    } else if !onlyKnown, CodeShapes.builtIn.holdsCode(text) {
      found = "what looks like a Spark code"
    } else {
      return []
    }
    var finding = Finding(
      .publishedCode, "\(what) holds \(found)", remedy: WordProblem.codeRemedy, at: location,
      slide: slide)
    // All slides of a post have its record as their place.
    finding.variant = what
    return [finding]
  }

  private func isKnown(_ text: String) -> Bool {
    guard let store else { return false }
    // As above.
    return (try? store.read { try $0.holdsCode(text) }) ?? false
  }
}
