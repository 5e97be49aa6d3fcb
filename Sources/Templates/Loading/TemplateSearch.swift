public import Diagnostics
import Files

extension Template {
  /// The folder of the template called `name`.
  ///
  /// - Parameters:
  ///   - name: of a folder in one of `folders`, the first of which wins; or a path.
  ///   - location: what mentions the name, if a file does.
  public static func find(
    _ name: String, in folders: [String], at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    try Search(kind: "template", file: manifestName).find(name, in: folders, at: location)
  }

  /// What each template of the folders says about itself, by name; templates whose
  /// `template.yaml` cannot be read are among the diagnostics instead.
  public static func list(
    in folders: [String]
  ) -> (templates: [(folder: String, manifest: TemplateManifest)], diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    var templates: [(folder: String, manifest: TemplateManifest)] = []
    for (_, folder) in Search(kind: "template", file: manifestName).all(in: folders) {
      var own = DiagnosticLog()
      let manifest = readManifest(of: folder, log: &own)
      if let manifest, !own.hasErrors { templates.append((folder, manifest)) }
      log.add(contentsOf: own.diagnostics)
    }
    return (templates, log.sorted)
  }
}

/// Finding folders by name.
struct Search {
  /// For messages.
  let kind: String
  /// The file that makes a folder one of the kind.
  let file: String

  func find(
    _ name: String, in folders: [String], at location: SourceLocation?
  ) throws(Diagnostic) -> String {
    if FilePath.isPlainName(name) {
      for folder in folders {
        let path = FilePath.join(folder, name)
        if isOne(path) { return path }
      }
    }
    // A path, relative to the file that mentions it.
    let path = location.map { $0.file.hasPrefix("<") ? name : $0.path(of: name) } ?? name
    if !name.isEmpty, isOne(path) { return path }
    if name.contains("/") || name.hasPrefix("."), FileSystem.folderExists(path) {
      throw .folderWithout(file, kind: kind, folder: path, at: location)
    }
    throw .unknownFolder(kind, name, known: all(in: folders).map(\.name), at: location)
  }

  /// By name; of several with one name only the first.
  func all(in folders: [String]) -> [(name: String, path: String)] {
    var found: [(name: String, path: String)] = []
    for folder in folders {
      // A folder that does not exist holds none.
      guard let names = try? FileSystem.names(in: folder) else { continue }
      for name in names where !found.contains(where: { $0.name == name }) {
        let path = FilePath.join(folder, name)
        if isOne(path) { found.append((name, path)) }
      }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func isOne(_ path: String) -> Bool {
    FileSystem.fileExists(FilePath.join(path, file))
  }
}
