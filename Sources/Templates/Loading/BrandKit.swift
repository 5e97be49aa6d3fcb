public import Diagnostics
import Files
public import Markup

/// A folder that restyles any template: `kit.css` with custom properties, its fonts and its logo.
public struct BrandKit: Sendable {
  static let styleSheetName = "kit.css"

  /// The folder's name, which `--kit` takes.
  public let name: String
  /// The folder as it was named.
  public let folder: String
  /// To be added behind the template's own.
  public let styleSheet: StyleSheet
  /// The path of `kit.css`, as the folder was named.
  public let styleSheetPath: String
  /// Where the kit's own fonts lie; nil when it has none.
  public let fontFolder: String?
  /// SHA-256 over the names and contents of all its files, as 64 hexadecimal digits.
  public let digest: String
  /// What is odd about the kit but not in the way of using it.
  public let warnings: [Diagnostic]

  /// The folder of the kit called `name`; see `Template.find`.
  public static func find(
    _ name: String, in folders: [String], at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    try Search(kind: "kit", file: styleSheetName).find(name, in: folders, at: location)
  }

  /// The kits of the folders, by name.
  public static func list(in folders: [String]) -> [(name: String, path: String)] {
    Search(kind: "kit", file: styleSheetName).all(in: folders)
  }

  /// Reads the kit in `folder`, style sheets that it imports included.
  ///
  /// - Throws: all problems at once, when one of them is an error.
  public static func load(_ folder: String) throws(DiagnosticsError) -> BrandKit {
    let path = FilePath.join(folder, styleSheetName)
    var log = DiagnosticLog()
    var sheet = StyleSheet()
    var digest = ""
    var name = ""
    do throws(Diagnostic) {
      let bytes = try FileSystem.read(path, limit: TemplateFolder.maximumTextBytes)
      let parsed = StyleSheet.parse(bytes, file: path)
      log.add(contentsOf: parsed.diagnostics)
      let imported = parsed.styleSheet.importing(
        identity: try FileSystem.realPath(of: path),
        loader: StyleSheet.loader(inside: folder))
      sheet = imported.styleSheet
      log.add(contentsOf: imported.diagnostics)
      digest = try TemplateFolder.digest(of: folder)
      name = FilePath.name(of: try FileSystem.realPath(of: folder))
    } catch {
      log.add(error)
    }
    try log.throwIfErrors()
    let fonts = FilePath.join(folder, "fonts")
    return BrandKit(
      name: name, folder: folder, styleSheet: sheet, styleSheetPath: path,
      fontFolder: FileSystem.folderExists(fonts) ? fonts : nil, digest: digest,
      warnings: log.sorted)
  }
}
