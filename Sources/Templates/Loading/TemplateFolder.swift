import Diagnostics
import Files
import Markup

/// Reading the files of a template or kit.
enum TemplateFolder {
  /// The largest page, style sheet or YAML file.
  static let maximumTextBytes = Budget.bytesPerFile
  /// The largest picture or font.
  static let maximumAssetBytes = 64 << 20
  /// Fonts, pictures and texts together; a folder with more is somebody's home, not a template.
  static let maximumFiles = 1_000
  static let maximumDepth = 8

  /// SHA-256 over one line a file, `digest  path`, sorted by path; files and folders whose names
  /// start with a point (an editor's, a file manager's) do not count.
  static func digest(of folder: String) throws(Diagnostic) -> String {
    var paths: [String] = []
    try collect(in: folder, below: "", depth: 0, into: &paths)
    var lines = ""
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      // Also refuses a link that leads out of the folder.
      let real = try FileSystem.resolve(path, inside: folder)
      lines += "\(sha256Hex(try FileSystem.read(real, limit: maximumAssetBytes)))  \(path)\n"
    }
    return sha256Hex(Array(lines.utf8))
  }

  private static func collect(
    in folder: String, below prefix: String, depth: Int, into paths: inout [String]
  ) throws(Diagnostic) {
    guard depth <= maximumDepth else { throw .folderTooDeep(folder) }
    for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let path = FilePath.join(folder, name)
      if FileSystem.folderExists(path) {
        try collect(in: path, below: "\(prefix)\(name)/", depth: depth + 1, into: &paths)
      } else {
        paths.append(prefix + name)
        if paths.count > maximumFiles { throw .tooManyFiles(folder) }
      }
    }
  }
}
