import Files
import Foundation

/// A fresh folder for one test; removed when the value goes.
public final class TemporaryFolder: Sendable {
  /// Absolute, without links.
  public let path: String

  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("flint-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = try FileSystem.realPath(of: url.path)
  }

  // Nobody is there to tell, and the next start of the machine clears the rest.
  deinit { try? FileManager.default.removeItem(atPath: path) }

  public subscript(name: String) -> String { "\(path)/\(name)" }

  // MARK: Writing

  /// Folders on the way are made.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Folders on the way are made.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self[name], withIntermediateDirectories: false)
  }

  /// - Parameter target: as it stands in the link; need not exist.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  /// A pipe with a name, by `mkfifo`.
  public func makePipe(_ name: String) throws {
    guard unsafe mkfifo(self[name], 0o600) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: self[name]])
    }
  }

  // MARK: Reading

  public func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self[name])))
  }

  public func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// All names in a folder, hidden ones too, sorted; none when it is not there.
  public func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self[name])) ?? []).sorted()
  }

  /// Every file below a folder by its path in it, with its bytes.
  public func tree(_ name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in names(in: name) {
      let path = "\(name)/\(entry)"
      if FileSystem.folderExists(self[path]) {
        for (below, bytes) in try tree(path) { files["\(entry)/\(below)"] = bytes }
      } else {
        files[entry] = try bytes(of: path)
      }
    }
    return files
  }
}
