import Diagnostics
import Files
import Library
package import Markup
import Templates
import Typography

/// A bare HTML page and its look.
struct Page {
  package let path: String
  package let document: Document
  package let style: PageStyle
  package let kit: BrandKit?
  /// The folder that its pictures and style sheets must lie in.
  package let root: String
  /// One a `section.slide`; empty for a page that is one slide by itself.
  let sections: [String]
  package let warnings: [Diagnostic]
  /// SHA-256 of the page and its style sheets.
  package let digest: String

  /// Above the reader's own budget, so that the reader names what is too much.
  private static let fileLimit = 8 << 20

  package init(path: String, kit: BrandKit?, catalog: FontCatalog) throws(DiagnosticsError) {
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
    self.kit = kit
    var document = parsed.document
    kit?.mark(&document)
    self.document = document
    digest = sha256Hex(bytes)
    let sheets = StyleSheet.read(document.styleSources, inside: root, log: &log)
    do {
      style = try PageStyle(sheets: sheets, root: root, kit: kit, catalog: catalog)
    } catch {
      log.add(contentsOf: error.diagnostics)
      throw DiagnosticsError(log.sorted)
    }
    try log.throwIfErrors()
    warnings = log.sorted + style.warnings
    sections = document.slideNames
  }

  /// The file's name without its extension.
  package var name: String { String(FilePath.name(of: path).prefix { $0 != "." }) }

  /// Folders that its pictures may come from.
  var pictureRoots: [String] { [root] + (kit?.roots ?? []) }

  package func drawing(
    settings: DrawSettings, in workspace: Workspace
  ) throws(DiagnosticsError) -> CarouselDrawing {
    let size = settings.size ?? .standard
    let zones = try SafeZones(of: settings.target, in: workspace)
    return CarouselDrawing(
      document: document, slideNames: sections.isEmpty ? [name.isEmpty ? "slide" : name] : sections,
      hasSections: !sections.isEmpty, style: style, size: size, target: settings.target,
      safeArea: zones.insets(of: size), encoding: settings.encoding,
      allowsMissingGlyphs: settings.allowsMissingGlyphs)
  }
}

extension Document {
  /// The names of the `section.slide` elements in order: their ids, or `slide-1`, `slide-2` ….
  package var slideNames: [String] {
    var taken: Set<String> = []
    return root.slides.enumerated().map { index, section in
      let id = section.id.map(Self.safeName) ?? ""
      let name = id.isEmpty ? "slide-\(index + 1)" : id
      return taken.insert(name).inserted ? name : "\(name)-\(index + 1)"
    }
  }

  /// An id as a part of a file name.
  private static func safeName(_ id: String) -> String {
    let words = id.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.isEmpty ? "" : PostKey.make(from: [words.joined(separator: "-")])
  }
}
