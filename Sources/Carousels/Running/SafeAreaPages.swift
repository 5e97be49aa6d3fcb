import Diagnostics
import Files
import Markup
import Pixels
import Styling

/// Writes the insets of a slide's safe area into a page for a browser.
///
/// A browser on a desk knows `env(safe-area-inset-…)` too, as 0, and no page can tell it otherwise.
/// So they are replaced by their px: in `style` attributes and elements where they stand, and in
/// linked style sheets by bringing the sheet, with what it imports, into the page.
struct SafeAreaPages {
  let insets: Edges<Double>

  /// Above any style sheet that was read before.
  private static let fileLimit = 8 << 20

  package func page(_ page: Document) throws(Diagnostic) -> Document {
    var sources = page.styleSources[...]
    var written: [StyleSource] = []
    var result = page
    result.root = try element(page.root, &sources, &written)
    result.styleSources = written
    return result
  }

  /// - Parameters:
  ///   - sources: of the style elements to come, the next first.
  ///   - written: those of the elements before.
  private func element(
    _ element: Element, _ sources: inout ArraySlice<StyleSource>, _ written: inout [StyleSource]
  ) throws(Diagnostic) -> Element {
    var result = element
    if let index = element.attributes.firstIndex(where: { $0.name == "style" }) {
      let pieces = pieces(of: Array(element.attributes[index].value.utf8))
      if pieces.readSafeArea { result.attributes[index].value = text(of: pieces) }
    }
    if element.isStyleSheet {
      // The kit's link was added to the page and is none of its sources.
      let source =
        element.name == "link" && element[attribute: "href"] != sources.first?.href
        ? StyleSource.linked(href: element[attribute: "href"] ?? "", at: element.location)
        : sources.popFirst()
      guard let source else { return result }
      let sheet = try css(of: source)
      if sheet.readsSafeArea {
        written.append(.inline(text: sheet.text, at: element.location))
        result.name = "style"
        result.attributes.removeAll { ["rel", "href"].contains($0.name) }
      } else {
        written.append(source)
      }
      return result
    }
    for (index, child) in element.children.enumerated() {
      guard case .element(let inner) = child else { continue }
      result.children[index] = .element(try self.element(inner, &sources, &written))
    }
    return result
  }

  // MARK: - Style sheets

  private struct Sheet {
    var text: String
    var readsSafeArea: Bool
  }

  private func css(of source: StyleSource) throws(Diagnostic) -> Sheet {
    switch source {
    case .inline(let text, let place):
      return try sheet(Array(text.utf8), at: place, isMoved: false)
    case .linked(let href, let place):
      return try file(place.path(of: href))
    }
  }

  private func file(_ path: String) throws(Diagnostic) -> Sheet {
    let bytes = try FileSystem.read(path, limit: Self.fileLimit)
    return try sheet(bytes, at: SourceLocation(file: path), isMoved: true)
  }

  /// - Parameter isMoved: whether the text will stand elsewhere, so that what it links to has to be
  ///   named in full.
  private func sheet(
    _ css: [UInt8], at place: SourceLocation, isMoved: Bool
  ) throws(Diagnostic) -> Sheet {
    let pieces = pieces(of: css)
    var sheet = Sheet(text: "", readsSafeArea: pieces.readSafeArea)
    for piece in pieces {
      switch piece {
      case .importing(let href, let media):
        // Imports stand first, so where one is brought in all are.
        let imported = try file(place.path(of: href))
        sheet.readsSafeArea = sheet.readsSafeArea || imported.readsSafeArea
        sheet.text += media.isEmpty ? imported.text : "@media \(media) {\n\(imported.text)\n}"
      case .link(let address) where isMoved && address.isRelative:
        let folder = try FileSystem.realPath(of: FilePath.folder(of: place.file))
        sheet.text += "url(\"\(PageExport.urlPath(FilePath.join(folder, address)))\")"
      default: sheet.text += text(of: [piece])
      }
    }
    return sheet
  }

  private func pieces(of css: [UInt8]) -> [StyleSheetPiece] {
    StyleSheet.pieces(of: css, variables: SafeAreaInset.names)
  }

  private func text(of pieces: [StyleSheetPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .environment(let name): px(SafeAreaInset(rawValue: name)?.px(in: insets) ?? 0)
      case .link(let address): "url(\"\(address.replacing("\"", with: "\\\""))\")"
      case .importing(let href, let media): "@import \"\(href)\" \(media);"
      }
    }.joined()
  }

  private func px(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))px" : "\(value)px"
  }
}

extension Element {
  fileprivate var isStyleSheet: Bool {
    if name == "style" { return true }
    let types = (self[attribute: "rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    return name == "link" && types.contains("stylesheet")
  }
}

extension StyleSource {
  fileprivate var href: String? { if case .linked(let href, _) = self { href } else { nil } }
}

extension [StyleSheetPiece] {
  fileprivate var readSafeArea: Bool {
    contains { if case .environment = $0 { true } else { false } }
  }
}

extension String {
  /// Neither a place in the page nor an address with a scheme.
  fileprivate var isRelative: Bool { !hasPrefix("#") && !hasPrefix("/") && !hasPrefix("data:") }
}
