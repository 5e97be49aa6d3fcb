import Files
import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What SQLite reported, with what the system had told it.
///
/// SQLite's result codes alone blame the wrong thing: an open that fails is `SQLITE_CANTOPEN`
/// whatever the reason, and a read that the disk refuses is `SQLITE_CORRUPT`.
struct DatabaseFault: Error {
  var error: DatabaseError
  /// nil when the system had no part in it, or it is not known which.
  var system: SystemFault?

  /// - Parameter system: where the connection is gone; SQLite's code may still say as much.
  init(_ error: DatabaseError, system: SystemFault? = nil) {
    self.error = error
    // A read that met EIO, or an error that is treated like it.
    let isRefusedRead = error.extendedResultCode == .SQLITE_IOERR_CORRUPTFS
    self.system = system ?? (isRefusedRead ? .damagedDisk : nil)
  }

  /// - Parameter connection: the one that `error` came from, before anything else is asked of it.
  init(_ error: DatabaseError, of connection: Database) {
    self.error = error
    switch error.resultCode {
    case .SQLITE_CANTOPEN:
      // Set for this code and IOERR only, and for that not when a commit fails.
      let code = unsafe sqlite3_system_errno(connection.sqliteConnection)
      if code != 0 { system = SystemFault(code: code) }
    case .SQLITE_IOERR:
      let code = unsafe sqlite3_system_errno(connection.sqliteConnection)
      system = Self.lastFault(connection) ?? (code == 0 ? nil : SystemFault(code: code))
    case .SQLITE_CORRUPT: system = Self.faultOfReading(connection)
    default: break
    }
  }

  /// Does what SQLite is asked for, and says what the system said where that fails.
  static func naming<Value>(
    _ connection: Database, _ work: () throws -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw DatabaseFault(error, of: connection)
    }
  }

  /// Whether the file's content is at fault, not the disk that did not give it.
  var isDamage: Bool { error.resultCode == .SQLITE_CORRUPT && system == nil }

  /// `sqlite3_db_readonly`.
  static func isReadOnly(_ connection: Database) -> Bool {
    unsafe sqlite3_db_readonly(connection.sqliteConnection, "main") == 1
  }

  /// Throws what the last failed read of this connection met.
  static func checkReading(_ connection: Database) throws {
    guard let system = faultOfReading(connection) else { return }
    throw DatabaseFault(DatabaseError(resultCode: .SQLITE_IOERR), system: system)
  }

  /// What the last failed read of the database's file or its log met; nil when none failed.
  ///
  /// SQLite turns EIO, ENXIO and ERANGE of a read into `SQLITE_IOERR_CORRUPTFS`, and that into
  /// `SQLITE_CORRUPT`; only its files still know.
  private static func faultOfReading(_ connection: Database) -> SystemFault? {
    let codes = lastCodes(connection).filter { [EIO, ENXIO, ERANGE].contains($0) }
    return codes.first.map { SystemFault(code: $0) }
  }

  private static func lastFault(_ connection: Database) -> SystemFault? {
    lastCodes(connection).first { $0 != 0 }.map { SystemFault(code: $0) }
  }

  /// The last `errno` that the log and the database's file met (`SQLITE_FCNTL_LAST_ERRNO`).
  private static func lastCodes(_ connection: Database) -> [CInt] {
    [SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER].compactMap { pointer in
      var file: UnsafeMutablePointer<sqlite3_file>?
      guard
        unsafe sqlite3_file_control(connection.sqliteConnection, "main", pointer, &file)
          == SQLITE_OK, let file = unsafe file, let methods = unsafe file.pointee.pMethods
      else { return nil }
      var code: CInt = 0
      let status = unsafe methods.pointee.xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code)
      return status == SQLITE_OK ? code : nil
    }
  }
}
