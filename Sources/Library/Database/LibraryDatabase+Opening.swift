import Diagnostics
import Files
import Foundation
import GRDB

extension LibraryDatabase {
  /// As the public `open`, with the schema's versions as an argument, for tests.
  static func open(
    _ folder: String, for purpose: Purpose, migrations: [Migration]
  ) throws(Diagnostic) -> LibraryDatabase {
    let path = FilePath.join(folder, fileName)
    do {
      switch purpose {
      case .writing:
        try FileSystem.createPrivateFolder(folder)
        if !FileSystem.fileExists(path) { try create(in: folder, migrations: migrations) }
        return try openFile(path, folder: folder, for: purpose, migrations: migrations)
      case .reading, .changing, .rehearsing:
        // What a folder out of reach holds is not known, and must not look like an empty library.
        guard FileSystem.folderExists(folder), try FileSystem.names(in: folder).contains(fileName)
        else {
          if FileSystem.fileExists(folder) { throw Diagnostic.libraryIsAFile(folder) }
          return try empty(folder, for: purpose, migrations: migrations)
        }
        return try openFile(path, folder: folder, for: purpose, migrations: migrations)
      }
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic.naming(error, path: path)
        ?? .database(DatabaseFault(DatabaseError(message: "\(type(of: error))")), path: path)
    }
  }

  /// A library in memory, without anything in it.
  private static func empty(
    _ folder: String, for purpose: Purpose, migrations: [Migration]
  ) throws -> LibraryDatabase {
    let queue = try DatabaseQueue(configuration: Connection.configuration(for: .creating))
    try queue.inDatabase { db in
      try Migration.apply(migrations, to: db)
      if purpose == .reading { try db.execute(sql: "PRAGMA query_only = ON") }
    }
    return LibraryDatabase(folder: folder, queue: queue, exists: false, isWritable: false)
  }

  /// Builds the database under a temporary name and gives it its own when it is whole.
  ///
  /// So nobody ever meets half a library, and of two processes that start at once one wins and the
  /// other uses what it made.
  private static func create(in folder: String, migrations: [Migration]) throws {
    let temporary = try FileSystem.createPrivateTemporary(in: folder)
    var isFinished = false
    defer {
      for suffix in Connection.companions { FileSystem.discard(temporary + suffix) }
      if !isFinished { FileSystem.discard(temporary) }
    }
    let queue = try Connection.open(try FileSystem.realPath(of: temporary), mode: .creating)
    try queue.inDatabase { db in
      try DatabaseFault.naming(db) {
        try db.execute(sql: "PRAGMA application_id = \(DatabaseHeader.flintID)")
        try Migration.apply(migrations, to: db)
        // Where the file system has no shared memory, the journal stays one that needs none.
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
    }
    try queue.close()
    isFinished = true
    // Nobody may have flushed the name of a folder that was there.
    try FileSystem.flushName(of: folder)
    try FileSystem.put(
      temporary, at: FilePath.join(folder, fileName), mayReplace: false)
  }

  /// - Returns: the mode too, for on a full disk it is another than was asked for.
  private static func connect(
    _ path: String, mode: Connection.Mode
  ) throws -> (DatabaseQueue, Connection.Mode) {
    do {
      return (try Connection.open(path, mode: mode), mode)
    } catch let fault as DatabaseFault {
      // On a full disk SQLite has no room for its companions; reading needs none of them.
      let isFull = fault.system == .noSpace || fault.system == .overQuota
      guard fault.error.resultCode == .SQLITE_IOERR || isFull, mode == .reading, !hasLog(path)
      else { throw fault }
      return (try Connection.open(path, mode: .immutable), .immutable)
    }
  }

  /// The same library in memory, one consistent state of it.
  private static func copy(of library: DatabaseQueue) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: Connection.configuration(for: .creating))
    try library.backup(to: copy)
    try library.close()
    return copy
  }

  private static func hasLog(_ path: String) -> Bool {
    (FileSystem.size(of: path + "-wal") ?? 0) > 0
  }

  private static func openFile(
    _ path: String, folder: String, for purpose: Purpose, migrations: [Migration]
  ) throws -> LibraryDatabase {
    let newest = migrations.count
    try DatabaseHeader(of: path).check(path, newestVersion: newest)
    let realPath = try FileSystem.realPath(of: path)
    var isWritable =
      FileSystem.isWritable(realPath) && FileSystem.isWritable(FilePath.folder(of: realPath))
    var mode: Connection.Mode
    switch (purpose, isWritable) {
    case (.writing, false), (.changing, false): throw Diagnostic.libraryIsReadOnly(path)
    case (.writing, true), (.changing, true): mode = .writing
    case (.reading, true), (.rehearsing, true): mode = .reading
    case (.reading, false), (.rehearsing, false):
      // SQLite cannot write its companions there; without a log the file alone is the truth.
      mode = hasLog(realPath) ? .readOnly : .immutable
    }
    if mode == .writing { LibraryFolder(path: folder).removeLeftovers() }
    var queue: DatabaseQueue
    (queue, mode) = try connect(realPath, mode: mode)
    let isFull = isWritable && mode == .immutable
    if isFull { isWritable = false }
    if purpose == .rehearsing { queue = try copy(of: queue) }
    // What a rehearsal brings up to date is its copy.
    let mayMigrate = isWritable || purpose == .rehearsing
    try queue.inDatabase { db in
      try DatabaseFault.naming(db) {
        // Again, since a newer version may still stand in the log only.
        var version = try Migration.version(of: db)
        if version > newest { throw Diagnostic.libraryIsNewer(path, version, newest: newest) }
        if version < newest, mayMigrate {
          if purpose == .rehearsing {
            try Migration.apply(migrations, to: db)
          } else {
            try Connection.writably(db) { try Migration.apply(migrations, to: db) }
          }
          version = try Migration.version(of: db)
        }
        // Another Flint may have been faster, and newer.
        if version > newest { throw Diagnostic.libraryIsNewer(path, version, newest: newest) }
        if version < newest, isFull { throw Diagnostic.libraryHasNoSpace(path) }
        if version < newest { throw Diagnostic.libraryIsOlder(path) }
      }
    }
    let library = LibraryDatabase(
      folder: folder, queue: queue, exists: true, isWritable: isWritable)
    if mode == .writing {
      try FolderRecovery(folder: LibraryFolder(path: folder)).run(in: library)
    }
    return library
  }
}
