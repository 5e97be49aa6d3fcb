public import Diagnostics
import Files
public import Markup

/// A folder that restyles any template: `kit.css` with custom properties, its fonts and its logo;
/// or what a run gives instead, or over it.
public struct BrandKit: Sendable {
  package static let styleSheetName = "kit.css"

  /// The folder's name, which `--kit` takes; nil when there is no folder.
  public private(set) var name: String?
  /// The folder as it was named.
  public private(set) var folder: String?
  /// To be added behind the template's own.
  public private(set) var styleSheet: StyleSheet
  /// SHA-256 over the names and contents of all files of the folder, as 64 hexadecimal digits; nil
  /// when there is none.
  public private(set) var digest: String?
  /// What a run gave, as CSS; nil when it gave nothing.
  package private(set) var addition: Addition?
  /// What is odd about the kit but not in the way of using it.
  public private(set) var warnings: [Diagnostic]
  /// The logo's width by its height; nil without a logo.
  package var logoRatio: Double?

  /// What a run gives over a kit.
  package struct Addition: Sendable {
    /// Custom properties and `@font-face` rules; paths in it are absolute.
    package var css: String
    /// The files that it names.
    package var files: [String]
    /// SHA-256 over the CSS without the paths, and the files' contents.
    package var digest: String

    package init(css: String, files: [String], digest: String) {
      self.css = css
      self.files = files
      self.digest = digest
    }
  }

  /// A kit of one run, without a folder.
  package init() {
    styleSheet = StyleSheet()
    warnings = []
  }

  /// The kit with what a run gives over it.
  package func adding(_ addition: Addition) -> BrandKit {
    var kit = self
    kit.addition = addition
    let own = StyleSheet.parse(Array(addition.css.utf8), file: "<command line>")
    precondition(own.diagnostics.isEmpty, "the CSS is written by Flint: \(own.diagnostics)")
    kit.styleSheet.rules += own.styleSheet.rules
    // A family of the same name is the run's.
    kit.styleSheet.fontFaces += own.styleSheet.fontFaces
    return kit
  }

  /// Where its pictures and fonts may lie: folders, and files by themselves.
  package var roots: [String] { (folder.map { [$0] } ?? []) + (addition?.files ?? []) }

  /// The path of `kit.css`, as the folder was named.
  public var styleSheetPath: String? { folder.map { FilePath.join($0, Self.styleSheetName) } }

  /// What to call it in a sentence.
  package var title: String { name.map { "the kit \"\($0)\"" } ?? "the kit of this run" }

  /// The winning declaration of a custom property; the last, since all stand on `:root`.
  package func declaration(of name: String) -> Declaration? {
    styleSheet.rules.flatMap(\.declarations).last { $0.name == name }
  }

  /// The path of the logo and the place that names it; nil without one.
  package var logo: (path: String, location: SourceLocation)? {
    guard let value = declaration(of: "--brand-logo")?.value.first else { return nil }
    switch value.kind {
    case .url(let address): return (value.location.path(of: address), value.location)
    case .function("url", let arguments):
      guard case .string(let address)? = arguments.first?.kind else { return nil }
      return (value.location.path(of: address), value.location)
    default: return nil
    }
  }

  /// Tells a page's style sheets that there is a logo, and its shape.
  package func mark(_ document: inout Document) {
    guard let logoRatio else { return }
    document.root.set(KitContract.logoAttribute, to: "")
    let style = document.root[attribute: "style"].map { "\($0); " } ?? ""
    document.root.set("style", to: "\(style)\(KitContract.logoRatio): \(logoRatio)")
  }

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
    var kit = BrandKit()
    kit.folder = folder
    do throws(Diagnostic) {
      let bytes = try FileSystem.read(path, limit: TemplateFolder.maximumTextBytes)
      let parsed = StyleSheet.parse(bytes, file: path)
      log.add(contentsOf: parsed.diagnostics)
      let imported = parsed.styleSheet.importing(
        identity: try FileSystem.realPath(of: path),
        loader: StyleSheet.loader(inside: folder))
      kit.styleSheet = imported.styleSheet
      log.add(contentsOf: imported.diagnostics)
      log.add(contentsOf: KitContract.unknownNames(in: kit.styleSheet))
      kit.digest = try TemplateFolder.digest(of: folder)
      kit.name = FilePath.name(of: try FileSystem.realPath(of: folder))
    } catch {
      log.add(error)
    }
    try log.throwIfErrors()
    kit.warnings = log.sorted
    return kit
  }
}

extension Element {
  fileprivate mutating func set(_ name: String, to value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append(
        Attribute(name: name, value: value, location: location, valueLocation: location))
    }
  }
}
