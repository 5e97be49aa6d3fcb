import Diagnostics
import Files

/// Finds the files that image values mean.
struct ImageLookup {
  /// Searched in order; when empty, the folder of the file that holds the value.
  var folders: [String]

  /// The absolute path of the file.
  ///
  /// A path is taken relative to the folders and must stay inside one, links followed. Of a URL
  /// only the last part of its path counts, percent-decoded: nothing is fetched.
  /// - Returns: also whether the name is another one, so that only likely is meant.
  func path(
    of reference: String, field: Field, at place: SourceLocation
  ) throws(Diagnostic) -> (path: String, isLikely: Bool) {
    let name = try fileName(of: reference, field: field, at: place)
    let folders =
      folders.isEmpty
      ? [place.file.hasPrefix("<") ? "." : FilePath.folder(of: place.file)] : folders
    for folder in folders where FileSystem.fileExists(FilePath.join(folder, name)) {
      return (try FileSystem.resolve(name, inside: folder, at: place), false)
    }
    for folder in folders {
      if let found = FileReference(to: FilePath.join(folder, name)) {
        return (try FileSystem.resolve(found.path, inside: folder, at: place), !found.isCertain)
      }
    }
    throw .missingImage(
      reference, name: name, folders: folders, nearest: nearest(to: name, in: folders),
      field: field, at: place)
  }

  private func fileName(
    of reference: String, field: Field, at place: SourceLocation
  ) throws(Diagnostic) -> String {
    let lower = reference.prefix(8).lowercased()
    let isURL = ["http://", "https://", "//"].contains { lower.hasPrefix($0) }
    if !isURL {
      if lower.hasPrefix("data:") || reference.utf8.contains(0) || reference.utf8.count > 4_000 {
        throw .notAnImagePath(reference, field: field, at: place)
      }
      return reference
    }
    let path = reference.prefix { $0 != "?" && $0 != "#" }
    let afterScheme = path.drop { $0 != "/" }.drop { $0 == "/" }
    let parts = afterScheme.split(separator: "/")
    guard parts.count >= 2, let last = parts.last, let name = FilePath.percentDecoded(last),
      FilePath.isPlainName(name), name.utf8.count <= 255
    else { throw .notAnImagePath(reference, field: field, at: place) }
    return name
  }

  private func nearest(to name: String, in folders: [String]) -> String? {
    let wanted = FilePath.name(of: name)
    for folder in folders {
      let parent = FilePath.folder(of: FilePath.join(folder, name))
      // Only for a hint: a folder that cannot be listed has none to give.
      guard let names = try? FileSystem.names(in: parent) else { continue }
      let files = names.filter { FileSystem.fileExists(FilePath.join(parent, $0)) }
      if let nearest = Spelling.nearest(to: wanted, among: files) { return nearest }
    }
    return nil
  }
}
