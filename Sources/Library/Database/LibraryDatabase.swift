public import Diagnostics
import Files
import GRDB

/// The library's SQLite database: what happened to the posts, and what they are now.
///
/// All reading happens in `read`, all writing in `write`; a value of either sees one consistent
/// state and must not leave its closure. Several processes may have the library open: a `write` waits
/// for those of others, and what it returned is on the disk.
///
///     let library = try LibraryDatabase.open("output", for: .writing)
///     try library.write(circumstances) { writer in … }
public final class LibraryDatabase: Sendable {
  /// What a library is opened for.
  public enum Purpose: Sendable {
    /// A library that is not there reads as an empty one and is not created.
    case reading
    /// Creates the library when needed, and brings an older one up to date.
    case writing
    /// As for writing, but a library that is not there is an empty one in memory: for changes to
    /// what must be there already.
    case changing
    /// Writes to a copy in memory that is forgotten with this value: for changes that are only
    /// tried. The library may be read-only or not there, and no other process waits.
    case rehearsing
  }

  /// The library's folder, as the user named it.
  public let folder: String
  /// Whether the database is a file, not the empty stand-in for one that does not exist.
  public let exists: Bool
  let queue: DatabaseQueue
  /// Whether the file can be written to, whatever it was opened for.
  let isWritable: Bool

  /// The database's file, in the library's folder.
  public static let fileName = "library.sqlite"

  init(folder: String, queue: DatabaseQueue, exists: Bool, isWritable: Bool) {
    self.folder = folder
    self.queue = queue
    self.exists = exists
    self.isWritable = isWritable
  }

  /// - Throws: when the file is no library of this or an older Flint, is damaged, or may not be
  ///   read or (for writing) written. The file is then as it was, byte for byte.
  public static func open(
    _ folder: String, for purpose: Purpose
  ) throws(Diagnostic) -> LibraryDatabase {
    try open(folder, for: purpose, migrations: Migration.all)
  }

  /// Looks at one consistent state; writers of other processes are not held up.
  @discardableResult
  public func read<T>(_ body: (LibraryReader) throws -> T) throws -> T {
    try naming { try readConnection { try body(LibraryReader(db: $0, path: path)) } }
  }

  /// As `read`, for what asks SQLite itself; throws `DatabaseFault`s, for `naming` to say.
  func readConnection<T>(_ body: (Database) throws -> T) throws -> T {
    try queue.read { db in try DatabaseFault.naming(db) { try body(db) } }
  }

  /// Changes the library in one transaction: all of it, flushed to the disk, or nothing.
  ///
  /// The library is this writer's from the start, so what `body` reads cannot change before it
  /// writes. Whatever `body` throws undoes everything, the writer's changes of files too, and is
  /// thrown on.
  @discardableResult
  public func write<T>(
    _ circumstances: Circumstances, _ body: (LibraryWriter) throws -> T
  ) throws -> T {
    let files = FileChanges()
    let result: T
    do {
      result = try naming {
        try transaction { db in
          try body(LibraryWriter(db: db, path: path, files: files, circumstances: circumstances))
        }
      }
    } catch {
      throw Diagnostic.naming(error, notPutBack: files.undo()) ?? error
    }
    try files.finish()
    return result
  }

  /// As `write`, for what asks SQLite itself.
  func transaction<T>(_ body: (Database) throws -> T) throws -> T {
    try queue.writeWithoutTransaction { db in
      var result: T?
      try DatabaseFault.naming(db) {
        try db.inTransaction(.immediate) {
          try DatabaseFault.naming(db) { result = try body(db) }
          return .commit
        }
      }
      guard let result else { preconditionFailure("a transaction that ended without its body") }
      return result
    }
  }

  /// Turns SQLite's faults into diagnostics that name the library's file.
  func naming<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch {
      throw Diagnostic.naming(error, path: path) ?? error
    }
  }

  var path: String { FilePath.join(folder, Self.fileName) }
}
