import Diagnostics
import Ledger
import Library
import Posts

extension StoredPost {
  /// Holds the words that are handed on against codes: those of the library, and what looks like one.
  ///
  /// - Throws: every word that holds one.
  func checkCodes(_ reader: LibraryReader) throws {
    var words = [("the caption", post.caption), ("the title", post.title ?? "")]
    for (index, slide) in slides.enumerated() {
      words += ([slide.recorded.name, slide.text] + slide.alt).map { ("slide \(index + 1)", $0) }
    }
    var log = DiagnosticLog()
    for (what, text) in words {
      do {
        try reader.refuseCodes(text, in: what)
      } catch let problem as Diagnostic {
        log.add(problem)
      }
    }
    try log.throwIfErrors()
  }
}
