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
    var texts = row.cells.flatMap { cell in cell.cell.texts.map { ("\"\(cell.name)\"", $0, $1) } }
    texts.append(("the caption", carousel.caption, row.location))
    if let title = carousel.words.title { texts.append(("the title", title, row.location)) }
    let log = try DiagnosticsError.catching {
      try store.read { reader in
        var log = DiagnosticLog()
        for (what, text, place) in texts where try reader.holdsCode(text) {
          log.add(.holdsKnownCode(what, at: place))
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
