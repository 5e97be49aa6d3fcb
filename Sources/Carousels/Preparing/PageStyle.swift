package import Diagnostics
import Files
import Layout
package import Markup
import Styling
import Templates
import Typography

/// How the slides of one page or template look: rules parsed, fonts known; shared by all workers.
package struct PageStyle: Sendable {
  let rules: StyleRules
  let fonts: FontCatalog
  package let warnings: [Diagnostic]

  /// - Parameters:
  ///   - sheets: the page's own, in document order.
  ///   - root: the folder that the page's fonts must lie in.
  ///   - kit: its style sheet comes last and so wins.
  init(
    sheets: [StyleSheet], root: String, kit: BrandKit?, catalog: FontCatalog
  ) throws(DiagnosticsError) {
    rules = StyleRules(sheets + (kit.map { [$0.styleSheet] } ?? []))
    var log = DiagnosticLog()
    log.add(contentsOf: rules.diagnostics)
    let roots = [root] + (kit.map { [$0.folder] } ?? [])
    var files: [FontFile] = []
    for face in rules.fontFaces {
      do {
        files.append(try Self.file(of: face, roots: roots))
      } catch {
        log.add(error)
      }
    }
    fonts = catalog.adding(files)
    try log.throwIfErrors()
    warnings = log.sorted + (kit?.warnings ?? [])
  }

  /// The first of a face's files that is there.
  private static func file(
    of face: FontFace, roots: [String]
  ) throws(Diagnostic) -> FontFile {
    let path = face.paths.first(where: FileSystem.fileExists) ?? face.paths[0]
    let real: String
    do throws(Diagnostic) {
      real = try FileSystem.realPath(of: path, at: face.location)
    } catch {
      throw .withRemedy(error, "put the font's file there, or use a family of the font catalogue")
    }
    // Whether one of several roots holds it is the question; the last answer is the error.
    let isHome = roots.contains { (try? FileSystem.resolve(real, inside: $0)) != nil }
    guard isHome else { throw .fontOutside(path, at: face.location) }
    return FontFile(
      family: face.family, weights: face.weight, slant: face.slant, path: real,
      location: face.location)
  }
}

extension StyleSheet {
  /// Far above any style sheet; the reader has its own budgets within.
  private static let fileLimit = 8 << 20

  /// Reads a page's own and linked style sheets, which must lie in `root`.
  package static func read(
    of document: Document, root: String, log: inout DiagnosticLog
  ) -> [StyleSheet] {
    var sheets: [StyleSheet] = []
    let loader: StyleSheet.Loader = { (href, location) throws(Diagnostic) in
      let path = location.path(of: href)
      let real: String
      do throws(Diagnostic) {
        real = try FileSystem.realPath(of: path, at: location)
      } catch {
        throw .withRemedy(error, "write its path as seen from the file that names it")
      }
      _ = try FileSystem.resolve(real, inside: root, at: location)
      let bytes = try FileSystem.read(path, limit: fileLimit, at: location)
      return StyleSheetFile(identity: real, name: path, bytes: bytes)
    }
    for source in document.styleSources {
      let parsed: (styleSheet: StyleSheet, diagnostics: [Diagnostic])
      switch source {
      case .inline(let text, let location):
        let own = StyleSheet.parse(text, startingAt: location)
        log.add(contentsOf: own.diagnostics)
        parsed = own.styleSheet.importing(loader: loader)
      case .linked(let href, let location):
        parsed = StyleSheet.load(href, at: location, loader: loader)
      }
      sheets.append(parsed.styleSheet)
      log.add(contentsOf: parsed.diagnostics)
    }
    return sheets
  }
}
