package import Diagnostics
import Files
package import Markup

extension StyleSheet {
  /// Reads the style sheets of a page with all they import, in document order.
  ///
  /// - Parameter folder: which they must lie in, links followed.
  package static func read(
    _ sources: [StyleSource], inside folder: String, log: inout DiagnosticLog
  ) -> [StyleSheet] {
    let loader = loader(inside: folder)
    return sources.map { source in
      let read: (styleSheet: StyleSheet, diagnostics: [Diagnostic])
      switch source {
      case .inline(let text, let place):
        let own = StyleSheet.parse(text, startingAt: place)
        log.add(contentsOf: own.diagnostics)
        read = own.styleSheet.importing(loader: loader)
      case .linked(let href, let place):
        read = StyleSheet.load(href, at: place, loader: loader)
      }
      log.add(contentsOf: read.diagnostics)
      return read.styleSheet
    }
  }

  /// Finds style sheets beside the file that names them, inside a folder.
  static func loader(inside folder: String) -> Loader {
    { (href, place) throws(Diagnostic) in
      let path = place.path(of: href)
      let real: String
      do throws(Diagnostic) {
        real = try FileSystem.realPath(of: path, at: place)
      } catch {
        throw .noStyleSheet(error)
      }
      // Checks that the file is inside; the name shown stays the one the user knows.
      _ = try FileSystem.resolve(real, inside: folder, at: place)
      let bytes = try FileSystem.read(real, limit: Budget.bytesPerFile, at: place)
      return StyleSheetFile(identity: real, name: path, bytes: bytes)
    }
  }
}
