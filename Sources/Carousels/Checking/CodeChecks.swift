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

  /// - Parameters:
  ///   - what: names the text, such as `slide 2`.
  ///   - onlyKnown: what looks like a code was looked for already.
  func findings(
    in text: String, of what: String, onlyKnown: Bool = false, at location: SourceLocation?,
    slide: Finding.Slide? = nil
  ) -> [Finding] {
    if isKnown(text) {
      return [
        Finding(
          .publishedCode, "\(what) holds a Spark code of this library",
          remedy: WordProblem.codeRemedy, at: location, slide: slide)
      ]
    }
    guard !onlyKnown, CodeShapes.builtIn.holdsCode(text) else { return [] }
    return [
      Finding(
        .publishedCode, "\(what) holds what looks like a Spark code",
        remedy: WordProblem.codeRemedy, at: location, slide: slide)
    ]
  }

  private func isKnown(_ text: String) -> Bool {
    guard let store else { return false }
    // As above.
    return (try? store.read { try $0.holdsCode(text) }) ?? false
  }
}
