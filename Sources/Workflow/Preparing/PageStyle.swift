import Diagnostics
import Files
import Layout
import Markup
import Typography

/// How the slides of one page or template look: rules parsed, fonts known; shared by all workers.
struct PageStyle: Sendable {
  let rules: StyleRules
  let fonts: FontCatalog

  /// Far above any style sheet; the reader has its own budgets within.
  private static let sheetLimit = 8 << 20

  /// - Parameters:
  ///   - root: the folder that linked style sheets must lie in.
  ///   - kit: a brand kit's style sheet, which comes last and so wins.
  init(
    of document: Document, root: String, kit: String?, catalog: FontCatalog
  ) throws(DiagnosticsError) {
    var log = DiagnosticLog()
    var sheets: [StyleSheet] = []
    for source in document.styleSources {
      let parsed: (styleSheet: StyleSheet, diagnostics: [Diagnostic])
      switch source {
      case .inline(let text, let location):
        parsed = StyleSheet.parse(text, startingAt: location)
      case .linked(let href, let location):
        do {
          let path = location.path(of: href)
          _ = try FileSystem.resolve(FileSystem.realPath(of: path, at: location), inside: root)
          let bytes = try FileSystem.read(path, limit: Self.sheetLimit, at: location)
          parsed = StyleSheet.parse(bytes, file: path)
        } catch {
          log.add(error)
          continue
        }
      }
      sheets.append(parsed.styleSheet)
      log.add(contentsOf: parsed.diagnostics)
    }
    if let kit {
      do {
        let bytes = try FileSystem.read(kit, limit: Self.sheetLimit)
        let parsed = StyleSheet.parse(bytes, file: kit)
        sheets.append(parsed.styleSheet)
        log.add(contentsOf: parsed.diagnostics)
      } catch {
        log.add(error)
      }
    }
    rules = StyleRules(sheets)
    log.add(contentsOf: rules.diagnostics)
    var files: [FontFile] = []
    for face in rules.fontFaces {
      do {
        files.append(try Self.file(of: face, root: root))
      } catch {
        log.add(error)
      }
    }
    fonts = catalog.adding(files)
    try log.throwIfErrors()
  }

  /// The first of a face's files that is there.
  private static func file(of face: FontFace, root: String) throws(Diagnostic) -> FontFile {
    let path = face.paths.first(where: FileSystem.fileExists) ?? face.paths[0]
    _ = try FileSystem.resolve(
      FileSystem.realPath(of: path, at: face.location), inside: root, at: face.location)
    return FontFile(
      family: face.family, weights: face.weight, slant: face.slant, path: path,
      location: face.location)
  }
}
