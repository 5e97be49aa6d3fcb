import Files
import Foundation
import GRDB

/// How Flint talks to SQLite: one connection, settings that lose nothing.
///
/// A `DatabaseQueue`, not a pool: a command does one thing after another, opening one connection is
/// faster, and a pool would lower `synchronous` to NORMAL behind our back.
enum Connection {
  enum Mode {
    /// A new file that nobody else knows, or memory.
    case creating
    case writing
    /// As a writer's, so that SQLite can tidy up its log; but nothing can be changed.
    case reading
    /// Neither the file nor its folder can be written to.
    case readOnly
    /// As above, and nobody can change the file meanwhile.
    case immutable
  }

  /// What SQLite keeps beside a database.
  static let companions = ["-wal", "-shm", "-journal"]

  /// Longer than any import of ours takes; only then does a user hear of another process.
  static let patience = 120.0

  static func open(_ path: String, mode: Mode) throws -> DatabaseQueue {
    let name = mode == .immutable ? "\(uri(path))?immutable=1" : path
    let queue = try openQueue(name, path, mode: mode)
    try queue.inDatabase { db in
      try DatabaseFault.naming(db) {
        switch mode {
        case .creating, .readOnly, .immutable: return
        case .reading: try db.execute(sql: "PRAGMA query_only = ON")
        case .writing:
          try checkWritable(db, path)
          try makeDurable(db)
        }
      }
    }
    return queue
  }

  private static func openQueue(
    _ name: String, _ path: String, mode: Mode
  ) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: name, configuration: configuration(for: mode))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // The connection that knew why is gone; whoever opens the file now meets the same.
      throw DatabaseFault(
        error, system: FileSystem.faultOfOpening(path, forWriting: mode != .immutable))
    }
  }

  /// Where opening a file for writing fails, SQLite quietly opens it for reading.
  private static func checkWritable(_ db: Database, _ path: String) throws {
    guard DatabaseFault.isReadOnly(db) else { return }
    throw DatabaseFault(
      DatabaseError(resultCode: .SQLITE_CANTOPEN),
      system: FileSystem.faultOfOpening(path, forWriting: true))
  }

  /// Lets `work` write on a connection that otherwise only reads.
  static func writably(_ db: Database, _ work: () throws -> Void) throws {
    let wasReading = try Bool.fetchOne(db, sql: "PRAGMA query_only") ?? false
    try db.execute(sql: "PRAGMA query_only = OFF")
    try makeDurable(db)
    try work()
    if wasReading { try db.execute(sql: "PRAGMA query_only = ON") }
  }

  static func configuration(for mode: Mode) -> Configuration {
    var configuration = Configuration()
    configuration.label = "library"
    let isReadOnly = mode == .readOnly || mode == .immutable
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback(waits)
    configuration.prepareDatabase { db in
      try DatabaseFault.naming(db) { try prepare(db, for: mode) }
    }
    return configuration
  }

  private static func prepare(_ db: Database, for mode: Mode) throws {
    // A schema that somebody tampered with can call nothing, and damaged pages are noticed.
    try db.execute(
      sql: """
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        """)
    // What is deleted, a code for one, is overwritten.
    if mode != .readOnly, mode != .immutable { try db.execute(sql: "PRAGMA secure_delete = ON") }
    // A new file is flushed as a whole before it gets its name.
    try db.execute(sql: "PRAGMA synchronous = \(mode == .creating ? "OFF" : "FULL")")
    // Here, where a fault can be named, and not by GRDB's own look at the format.
    try db.execute(sql: "SELECT 1 FROM sqlite_master LIMIT 1")
  }

  /// Sets what makes a commit survive a power cut, and makes sure that it is set.
  private static func makeDurable(_ db: Database) throws {
    var journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
    // Somebody's tool may have changed it; where there is no shared memory it stays what it is.
    if journal != "wal" { journal = try switchToLog(db) }
    // A rollback journal is final only when its removal is on the disk too.
    let wanted = journal == "wal" ? 2 : 3
    try db.execute(
      sql: """
        PRAGMA synchronous = \(wanted);
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        """)
    let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard level == wanted else {
      throw DatabaseError(message: "synchronous is \(level ?? -1), not \(wanted)")
    }
  }

  /// The journal's mode afterwards. SQLite asks no busy handler here, hence the waiting.
  private static func switchToLog(_ db: Database) throws -> String {
    var tries = 0
    while true {
      do {
        return try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") ?? ""
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard waits(tries: tries) else { throw error }
        tries += 1
      }
    }
  }

  /// Waits a little for another process; false when it has been long enough.
  ///
  /// Pauses stay short, so that a steady writer starves nobody; they differ between processes,
  /// so that two do not meet again and again.
  @Sendable private static func waits(tries: Int) -> Bool {
    let pause = min(0.000_5 * Double(tries + 1), 0.01)
    // Each pause is at least half of the longest one soon, so this many make up the patience.
    guard Double(tries) * 0.01 < patience else { return false }
    Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1.5))
    return true
  }

  /// A path as SQLite's URI, by RFC 3986.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "file:") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.append(Character(Unicode.Scalar(byte)))
      default:
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
