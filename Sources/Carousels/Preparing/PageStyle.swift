package import Diagnostics
import Files
import Layout
import Markup
import Styling
import Templates
import Typography

/// How the slides of one page or template look: rules parsed, fonts known; shared by all workers.
package struct PageStyle: Sendable {
  let rules: StyleRules
  let fonts: FontCatalog
  package let warnings: [Diagnostic]
  /// The path of the kit's logo, which nothing may cover; nil without one.
  let logo: String?

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
    let roots = [root] + (kit?.roots ?? [])
    var files: [FontFile] = []
    for face in rules.fontFaces {
      do {
        files.append(try Self.file(of: face, roots: roots))
      } catch {
        log.add(error)
      }
    }
    fonts = catalog.adding(files)
    logo = kit?.logo?.path
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
