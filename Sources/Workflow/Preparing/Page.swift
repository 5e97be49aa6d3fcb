import Diagnostics
import Files
import Markup
import Typography

/// A bare HTML page and its look.
struct Page {
  let path: String
  let document: Document
  let style: PageStyle
  /// The folder that its pictures and style sheets must lie in.
  let root: String
  /// One a `section.slide`; empty for a page that is one slide by itself.
  let sections: [String]
  let warnings: [Diagnostic]

  /// Above the reader's own budget, so that the reader names what is too much.
  private static let fileLimit = 8 << 20

  init(path: String, kit: String?, catalog: FontCatalog) throws(DiagnosticsError) {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: Self.fileLimit)
    } catch {
      throw DiagnosticsError(error)
    }
    let parsed = Document.parse(bytes, file: path)
    var log = DiagnosticLog()
    log.add(contentsOf: parsed.diagnostics)
    root = FilePath.folder(of: path)
    self.path = path
    document = parsed.document
    do {
      style = try PageStyle(of: document, root: root, kit: kit, catalog: catalog)
    } catch {
      log.add(contentsOf: error.diagnostics)
      throw DiagnosticsError(log.sorted)
    }
    try log.throwIfErrors()
    warnings = log.sorted
    sections = document.slideNames
  }
}

extension Document {
  /// The names of the `section.slide` elements in order: their ids, or `slide-1`, `slide-2` ….
  var slideNames: [String] {
    root.sections.enumerated().map { index, section in
      let id = section.id.map(Self.safeName) ?? ""
      return id.isEmpty ? "slide-\(index + 1)" : id
    }
  }

  /// An id as a part of a file name.
  private static func safeName(_ id: String) -> String {
    String(id.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "-" }.prefix(40))
  }
}

extension Element {
  fileprivate var sections: [Element] {
    if name == "section", classes.contains("slide") { return [self] }
    return childElements.flatMap(\.sections)
  }
}
