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
  func path(
    of reference: String, field: Field, at place: SourceLocation
  ) throws(Diagnostic) -> String {
    let name = try fileName(of: reference, field: field, at: place)
    let folders =
      folders.isEmpty
      ? [place.file.hasPrefix("<") ? "." : FilePath.folder(of: place.file)] : folders
    for folder in folders where FileSystem.fileExists(FilePath.join(folder, name)) {
      return try FileSystem.resolve(name, inside: folder, at: place)
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
    guard parts.count >= 2, let last = parts.last, let name = Self.percentDecoded(last),
      FilePath.isPlainName(name), name.utf8.count <= 255
    else { throw .notAnImagePath(reference, field: field, at: place) }
    return name
  }

  /// Nil when the bytes are not UTF-8; a `%` without two digits stays.
  private static func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    let encoded = Array(text.utf8)
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
        let high = digit(encoded[index + 1]), let low = digit(encoded[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(encoded[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
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
