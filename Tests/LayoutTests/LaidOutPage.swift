import Diagnostics
import Layout
import Markup
import Pixels
import Styling

/// A page given as text, laid out with the catalogue's fonts.
enum LaidOutPage {
  /// - Parameters:
  ///   - field: taken as what bound every text, standing at row.csv:2:5; nil for the page's own.
  ///   - pictures: natural sizes by path.
  static func layOut(
    _ body: String, css: String = "", size: Size = Size(width: 400, height: 300),
    field: String? = nil, allowsMissingGlyphs: Bool = false, allowsCutText: Bool = false,
    fitGroupLimits: [String: Double] = [:], pictures: [String: Size] = [:]
  ) throws -> SlideLayout {
    let base = "body { margin: 0; font: 16px/20px Inter }"
    let html = "<!doctype html><style>\(base)\(css)</style>\(body)"
    var (document, problems) = Document.parse(Array(html.utf8), file: "page.html")
    var sheets: [StyleSheet] = []
    for case .inline(let text, let location) in document.styleSources {
      let parsed = StyleSheet.parse(text, startingAt: location)
      problems += parsed.diagnostics
      sheets.append(parsed.styleSheet)
    }
    let rules = StyleRules(sheets)
    var log = DiagnosticLog()
    log.add(contentsOf: problems + rules.diagnostics)
    try log.throwIfErrors()
    if let field { document.root = document.root.bound(to: field) }
    return try SlideLayout(
      document: document, rules: rules, slide: nil, size: size, fonts: Fixture.fonts.get(),
      allowsMissingGlyphs: allowsMissingGlyphs, allowsCutText: allowsCutText,
      fitGroupLimits: fitGroupLimits
    ) { (path, location) throws(Diagnostic) in
      guard let size = pictures[path] else {
        throw Diagnostic.error("no picture \"\(path)\"", at: location)
      }
      return size
    }
  }

  /// The messages of the error that laying out throws; empty when it throws none.
  static func errors(
    _ body: String, css: String = "", size: Size = Size(width: 400, height: 300),
    field: String? = nil
  ) throws -> [String] {
    do {
      _ = try layOut(body, css: css, size: size, field: field)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { "\($0.location.map(\.description) ?? ""): \($0.message)" }
    }
  }
}

extension Element {
  fileprivate func bound(to field: String) -> Element {
    var element = self
    element.children = children.map { child in
      switch child {
      case .element(let inner): return .element(inner.bound(to: field))
      case .text(var text):
        text.field = field
        text.fieldLocation = SourceLocation(file: "row.csv", line: 2, column: 5)
        return .text(text)
      }
    }
    return element
  }
}

extension InspectionTree {
  /// The first element with this id, or tag, in document order.
  func first(_ name: String) -> InspectionTree? {
    if tag == name || id == name { return self }
    return children.lazy.compactMap { $0.first(name) }.first
  }
}

extension LayoutBox {
  /// All text runs below, in document order.
  var runs: [TextRun] {
    var own: [TextRun] = []
    if case .lines(let lines, _) = content { own = lines.flatMap(\.runs) }
    return own + children.flatMap(\.runs)
  }
}
