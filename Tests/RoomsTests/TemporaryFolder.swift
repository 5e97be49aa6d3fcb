import Foundation

/// A fresh folder for one test; removed when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("flint-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self[name])))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// All names in a folder, hidden ones too, sorted; none when it is not there.
  func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self[name])) ?? []).sorted()
  }

  /// Every file below a folder by its path in it, with its bytes.
  func tree(_ name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in names(in: name) {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: self["\(name)/\(entry)"], isDirectory: &isFolder)
      if isFolder.boolValue {
        for (path, bytes) in try tree("\(name)/\(entry)") { files["\(entry)/\(path)"] = bytes }
      } else {
        files[entry] = try bytes(of: "\(name)/\(entry)")
      }
    }
    return files
  }
}
