import Diagnostics
import Feeds
import Library

extension PostRecorder {
  /// Refuses a row with a code of the library in it, before anything is drawn.
  ///
  /// `post.json` keeps all of a row, and a bundle shows what is drawn of it. What only looks like a
  /// code is drawn, and named by `flint check` and a hand-off.
  ///
  /// - Throws: each value, with its place.
  func checkCodes(of carousel: BoundCarousel) throws(DiagnosticsError) {
    let row = carousel.row
    let values = row.cells.flatMap { cell in
      cell.cell.texts.map { ("\"\(cell.name)\"", $0, $1) }
    }
    let words = [("the caption", carousel.caption), ("the title", carousel.words.title ?? "")]
      .map { ($0, $1, row.location) }
    let log = try DiagnosticsError.catching {
      try store.read { reader in
        var log = DiagnosticLog()
        // Words are made of values, or else are the post file's.
        for texts in [values, words] where !log.hasErrors {
          for (what, text, place) in texts where try reader.holdsCode(text) {
            log.add(.holdsKnownCode(what, at: place))
          }
        }
        return log
      }
    }
    try log.throwIfErrors()
  }
}

extension Row.Cell {
  /// Each text of it with its place.
  fileprivate var texts: [(String, SourceLocation)] {
    switch value {
    case .text(let text): [(text, location)]
    case .list(let cells): cells.flatMap(\.texts)
    }
  }
}
