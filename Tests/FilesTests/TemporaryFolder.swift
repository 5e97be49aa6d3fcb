import Files
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A fresh folder for one test; removed when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/flint-files-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer {
      unsafe mkdtemp($0.baseAddress!).map { unsafe String(cString: $0) }
    }
    path = try FileSystem.realPath(of: #require(made))
  }

  deinit { Self.remove(path) }

  subscript(name: String) -> String { FilePath.join(path, name) }

  func link(_ name: String, to target: String) {
    #expect(unsafe symlink(target, self[name]) == 0)
  }

  func makePipe(_ name: String) {
    #expect(unsafe mkfifo(self[name], 0o600) == 0)
  }

  func makeFolder(_ name: String) {
    #expect(unsafe mkdir(self[name], 0o700) == 0)
  }

  private static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    if let stream = unsafe opendir(path) {
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      unsafe closedir(stream)
    }
    unsafe rmdir(path)
  }
}
