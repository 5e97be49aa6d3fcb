import Diagnostics
import Files
import Foundation
import GRDB

/// A backup: one SQLite file with the library's files in it.
///
/// The table `sqlar` is SQLite's archive format (sqlite.org/sqlar.html), nothing compressed, so
/// `sqlite3 FILE -Ax` unpacks a backup without Flint; `digests` holds a SHA-256 for each file.
enum BackupFile {
  /// `FLBK`.
  static let applicationID: UInt32 = 0x464c_424b
  static let version = 1
  /// A regular file that only its owner can read, as `stat` tells it.
  static let mode = 0o100600

  static let schema = """
    CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);
    CREATE TABLE digests (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
    """

  /// SQLite takes no larger value, less some for the row around it.
  static let largestFile = 999_000_000

  static func create(at path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: path, configuration: Connection.configuration(for: .creating))
    try queue.inDatabase { db in
      // The file is nobody's until it is flushed and named; a journal would write it twice.
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      try db.execute(sql: schema)
    }
    return queue
  }

  static func open(_ path: String) throws -> DatabaseQueue {
    let header = try DatabaseHeader(of: path)
    guard header.applicationID == applicationID else { throw Diagnostic.notABackup(path) }
    guard header.version <= version else { throw Diagnostic.backupIsNewer(path) }
    return try Connection.open(try FileSystem.realPath(of: path), mode: .immutable)
  }

  static func add(_ name: String, _ bytes: [UInt8], to db: Database) throws {
    let data = Data(bytes)
    try db.cachedStatement(
      sql: "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?, ?, 0, ?, ?)"
    ).execute(arguments: [name, mode, bytes.count, data])
    try db.cachedStatement(sql: "INSERT INTO digests (name, sha256) VALUES (?, ?)")
      .execute(arguments: [name, sha256Hex(bytes)])
  }

  /// - Returns: how many bytes it had.
  static func remove(_ name: String, from db: Database) throws -> Int {
    let size = try Int.fetchOne(
      db, sql: "SELECT sz FROM sqlar WHERE name = ?", arguments: [name])
    for table in ["sqlar", "digests"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE name = ?", arguments: [name])
    }
    return size ?? 0
  }

  /// A file of the backup, held against its digest.
  static func read(_ name: String, from db: Database, path: String) throws -> [UInt8] {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT sz, data, sha256 FROM sqlar JOIN digests ON digests.name = sqlar.name
          WHERE sqlar.name = ?
          """), arguments: [name])
    guard let row else { throw Diagnostic.backupLacks(path, name) }
    var columns = Columns(row)
    let size: Int = try columns.next()
    let data: Data = try columns.next()
    let digest: String = try columns.next()
    let bytes = Array(data)
    guard bytes.count == size, sha256Hex(bytes) == digest else {
      throw Diagnostic.backupIsChanged(path, name)
    }
    return bytes
  }

  /// Where a name leads below the library's folder: `library.sqlite` or `posts/KEY/FILE`.
  static func isAllowed(_ name: String) -> Bool {
    if name == LibraryDatabase.fileName { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 3 && parts[0] == "posts"
      && parts.dropFirst().allSatisfy { FilePath.isPlainName($0) && !$0.hasPrefix(".") }
  }
}
