import Diagnostics
import Files

/// Files that Flint comes with or that a library has of its own, read whole.
enum DataFile {
  /// - Throws: when the file is missing, unreadable or larger than `limit` bytes.
  static func bytes(_ path: String, limit: Int) throws(DiagnosticsError) -> [UInt8] {
    do throws(Diagnostic) {
      return try FileSystem.read(path, limit: limit)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  /// - Throws: also when it is not UTF-8.
  static func text(_ path: String, limit: Int) throws(DiagnosticsError) -> String {
    let bytes = try bytes(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticsError(.notUTF8(path))
    }
    return text
  }
}
