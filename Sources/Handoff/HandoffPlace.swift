import Carousels
public import Diagnostics
import Files
public import Library
public import Posts

/// Where hand-offs are written.
///
/// `LIBRARY/exports/TARGET/KEY…` when nothing is said; `-o` names the file or folder of one post, and
/// the folder above those of many.
public struct HandoffPlace: Sendable {
  private let target: HandoffTarget
  private let folder: String
  /// The path of the one post, as it was given.
  private let path: String?

  /// - Parameters:
  ///   - output: what `-o` says; nil for the library's own place.
  ///   - isMany: whether it is for any number of posts.
  ///   - brand: whose Spark bundles they are.
  public init(
    _ target: HandoffTarget, output: String?, isMany: Bool, brand: Key<Brand>?,
    library: LibraryFolder
  ) throws(Diagnostic) {
    self.target = target
    guard let output else {
      let place = FilePath.join(
        FilePath.join(library.path, Self.folderName), target.rawValue)
      folder = brand.map { FilePath.join(place, $0.text) } ?? place
      path = nil
      return
    }
    guard !output.isEmpty else { throw .noOutput() }
    folder = output
    let isFolder = FileSystem.folderExists(output) || output.hasSuffix("/")
    if let end = target.fileExtension {
      let isNamed = output.lowercased().hasSuffix(".\(end)") && !isFolder
      if isNamed, isMany, target != .adsManager { throw .oneFileForMany(output) }
      if !isNamed, !isFolder, let other = Self.fileEnd(of: output) {
        throw .otherFileName(output, end: other, expected: end)
      }
      path = isNamed ? output : nil
    } else {
      if !isFolder, FileSystem.fileExists(output) { throw .outputIsAFile(output) }
      path = isMany ? nil : output
    }
  }

  /// The path of a post's file or folder.
  public func path(of post: Key<Post>) -> String {
    path ?? FilePath.join(folder, post.text + (target.fileExtension.map { ".\($0)" } ?? ""))
  }

  /// The path of the sheet of codes.
  public var sheetPath: String { path ?? FilePath.join(folder, "codes.csv") }

  static let folderName = "exports"

  /// The end of a name that means another kind of file.
  private static func fileEnd(of path: String) -> String? {
    guard let end = FilePath.name(of: path).split(separator: ".").last?.lowercased() else {
      return nil
    }
    return ["zip", "pdf", "csv", "json", "txt", "png", "jpg"].contains(end) ? end : nil
  }

  /// Creates a folder; inside of the library such that only its owner can enter.
  static func createFolder(_ path: String, in library: LibraryFolder) throws(Diagnostic) {
    let exports = FilePath.join(library.path, folderName)
    if path.hasPrefix(exports + "/") || path == exports {
      try FileSystem.createPrivateFolder(exports)
    }
    try FileSystem.createFolder(path)
  }

  /// A folder is replaced whole, so that no slide of an earlier hand-off stays; but only one that
  /// holds nothing else.
  static func checkReplaceable(_ path: String) throws(Diagnostic) {
    guard FileSystem.folderExists(path) else { return }
    let own: Set<String> = ["caption.txt", "post.json", "alt-texts.txt"]
    let other = try FileSystem.names(in: path).first { name in
      !own.contains(name) && !(name.hasSuffix(".jpg") && name.first?.isNumber == true)
    }
    if let other { throw .folderHoldsOther(path, other) }
  }
}
