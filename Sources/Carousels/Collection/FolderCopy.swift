import Diagnostics
import Files

/// New templates and kits, made as copies of others.
enum FolderCopy {
  private static let fileLimit = 64 << 20

  /// - Parameters:
  ///   - kind: for messages.
  ///   - parent: the folder to create it in.
  /// - Returns: the new folder.
  package static func create(
    _ name: String, kind: String, from origin: String, in parent: String
  ) throws(Diagnostic) -> String {
    try create(name, kind: kind, in: parent) { staged throws(Diagnostic) in
      try copy(origin, into: staged, as: name)
    }
  }

  /// A new folder, whole or not at all.
  ///
  /// - Parameter fill: writes what is in it, given the folder under a temporary name.
  static func create(
    _ name: String, kind: String, in parent: String, fill: (String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> String {
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { isNameByte($0) }
    guard isPlain else { throw .notAName(name, of: kind) }
    let target = FilePath.join(parent, name)
    guard !FileSystem.folderExists(target), !FileSystem.fileExists(target) else {
      throw .alreadyThere(target)
    }
    let staged = try FileSystem.createTemporaryFolder(in: parent)
    do throws(Diagnostic) {
      try fill(staged)
      guard try FileSystem.put(staged, at: target, mayReplace: false) else {
        throw .alreadyThere(target)
      }
    } catch {
      FileSystem.discard(staged)
      throw error
    }
    return target
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func copy(
    _ origin: String, into target: String, as name: String
  ) throws(Diagnostic) {
    for entry in try FileSystem.names(in: origin) where !entry.hasPrefix(".") {
      let path = FilePath.join(origin, entry)
      if FileSystem.folderExists(path) {
        let folder = FilePath.join(target, entry)
        try FileSystem.createFolder(folder)
        try copy(path, into: folder, as: name)
        continue
      }
      var bytes = try FileSystem.read(path, limit: fileLimit)
      if entry == "template.yaml" { bytes = renamed(bytes, to: name) }
      try FileSystem.write(bytes, to: FilePath.join(target, entry))
    }
  }

  /// `template.yaml` with its `name:` line changed.
  private static func renamed(_ yaml: [UInt8], to name: String) -> [UInt8] {
    let lines = String(decoding: yaml, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { $0.hasPrefix("name:") ? "name: \(name)" : String($0) }
    return Array(changed.joined(separator: "\n").utf8)
  }
}
