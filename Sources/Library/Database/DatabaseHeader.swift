import Diagnostics
import Files

/// The first 100 bytes of a SQLite file: what it is, before SQLite opens and perhaps changes it.
///
/// Source: "Database File Format", section 1.3 (sqlite.org/fileformat2.html).
struct DatabaseHeader: Equatable {
  /// nil when the file does not begin as a database.
  var applicationID: UInt32?
  var version: Int32 = 0

  static let length = 100
  /// `FLNT`: what the file command and other programs know a library by.
  static let flintID: UInt32 = 0x464c_4e54

  init(_ bytes: [UInt8]) {
    guard bytes.count >= Self.length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return
    }
    applicationID = Self.number(bytes[68..<72])
    version = Int32(bitPattern: Self.number(bytes[60..<64]))
  }

  init(of path: String) throws(Diagnostic) {
    self.init(try FileSystem.readStart(of: path, count: Self.length))
  }

  /// Refuses what is no library, or one that this version would not understand.
  func check(_ path: String, newestVersion: Int) throws(Diagnostic) {
    guard let applicationID else {
      let isEmpty = FileSystem.size(of: path) == 0
      throw isEmpty ? .libraryIsEmpty(path) : .notADatabase(path)
    }
    guard applicationID == Self.flintID else { throw .notALibrary(path) }
    guard version <= newestVersion else {
      throw .libraryIsNewer(path, Int(version), newest: newestVersion)
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
