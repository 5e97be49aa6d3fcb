import Diagnostics
import Files
import GRDB

/// Writes a whole library into one file, and brings it back.
///
/// A backup holds the Spark codes, like the library itself; it is readable by its owner alone.
public struct LibraryBackup: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// What a backup holds.
  public struct Contents: Equatable, Sendable {
    /// How many posts' folders are in it.
    public var posts: Int
    /// The database among them.
    public var files: Int
    /// The sizes of all files together.
    public var bytes: Int
  }

  // MARK: - Writing

  /// Writes a backup; the file appears whole, other commands may go on meanwhile.
  ///
  /// - Parameters:
  ///   - mayReplace: whether a file that is there is replaced.
  ///   - progress: called after each post with how many are done, and of how many.
  public func write(
    to path: String, mayReplace: Bool, progress: (Int, Int) -> Void
  ) throws -> Contents {
    if !mayReplace, FileSystem.fileExists(path) { throw Diagnostic.backupExists(path) }
    let database = try LibraryDatabase.open(folder.path, for: .reading)
    guard database.exists else { throw Diagnostic.nothingToBackUp(folder.path) }
    let temporary = try FileSystem.createPrivateTemporary(in: FilePath.folder(of: path))
    do {
      let contents = try naming(path) {
        let archive = try BackupFile.create(at: try FileSystem.realPath(of: temporary))
        let contents = try archive.inDatabase { db in
          try DatabaseFault.naming(db) { try fill(db, from: database, beside: path, progress) }
        }
        try archive.close()
        return contents
      }
      let isWritten = try FileSystem.put(temporary, at: path, mayReplace: mayReplace)
      if !isWritten { throw Diagnostic.backupExists(path) }
      return contents
    } catch {
      FileSystem.discard(temporary)
      throw error
    }
  }

  /// The posts first, while others may write; then, while nobody writes, the database and whatever
  /// changed since: what is told of posts and their files is true of one moment.
  private func fill(
    _ db: Database, from database: LibraryDatabase, beside path: String,
    _ progress: (Int, Int) -> Void
  ) throws -> Contents {
    var archive = PostArchive(db: db, folder: folder)
    let keys = try archive.keys()
    for (index, key) in keys.enumerated() {
      try archive.addIfReadable(key)
      progress(index + 1, keys.count)
    }
    return try whileNobodyWrites(to: database) {
      let bytes = try copy(of: database, in: FilePath.folder(of: path))
      try BackupFile.add(LibraryDatabase.fileName, bytes, to: db)
      try archive.bringUpToDate()
      // Posts that were made elsewhere have no files.
      return Contents(
        posts: try database.read { try $0.postKeys().count }, files: archive.files + 1,
        bytes: archive.bytes + bytes.count)
    }
  }

  /// A library that this user cannot write to, or not now, is taken as it is.
  private func whileNobodyWrites<Value>(
    to database: LibraryDatabase, _ work: () throws -> Value
  ) throws -> Value {
    guard database.isWritable,
      let writer = try? LibraryDatabase.open(folder.path, for: .changing)
    else { return try work() }
    return try writer.transaction { _ in try work() }
  }

  /// The database's bytes at one moment, by SQLite's backup API.
  private func copy(of database: LibraryDatabase, in folder: String) throws -> [UInt8] {
    let temporary = try FileSystem.createPrivateTemporary(in: folder)
    defer {
      for suffix in Connection.companions + [""] { FileSystem.discard(temporary + suffix) }
    }
    let copy = try DatabaseQueue(
      path: try FileSystem.realPath(of: temporary),
      configuration: Connection.configuration(for: .creating))
    try database.queue.backup(to: copy)
    try copy.close()
    return try FileSystem.read(temporary, limit: BackupFile.largestFile)
  }

  // MARK: - Restoring

  /// Brings a library back; nothing is changed unless the whole backup is sound.
  ///
  /// - Parameter mayReplace: whether a library that is there may be replaced; it is kept beside it.
  /// - Returns: what was restored, and where the library that was there is now.
  public func restore(
    from path: String, mayReplace: Bool, progress: (Int, Int) -> Void
  ) throws -> (contents: Contents, replaced: String?) {
    folder.removeLeftovers()
    let isEmpty = try isEmpty()
    if !isEmpty, !mayReplace { throw Diagnostic.libraryIsNotEmpty(folder.path) }
    // A link to a folder stays, and what it leads to is replaced.
    let target =
      FileSystem.folderExists(folder.path)
      ? try FileSystem.realPath(of: folder.path) : folder.path
    let parent = FilePath.folder(of: target)
    if !FileSystem.folderExists(parent) { try FileSystem.createFolder(parent) }
    let temporary = try FileSystem.createPrivateTemporaryFolder(in: parent)
    do {
      let contents = try naming(path) { try extract(path, into: temporary, progress) }
      try check(temporary, path)
      if isEmpty {
        try FileSystem.put(temporary, at: target, mayReplace: true)
        return (contents, nil)
      }
      let old = freeName(target)
      try FileSystem.exchange(temporary, with: target, keepingOldAs: old)
      return (contents, old)
    } catch {
      FileSystem.discard(temporary)
      throw error
    }
  }

  private func isEmpty() throws -> Bool {
    guard FileSystem.folderExists(folder.path) else {
      if FileSystem.fileExists(folder.path) { throw Diagnostic.libraryIsAFile(folder.path) }
      return true
    }
    return try FileSystem.names(in: folder.path).isEmpty
  }

  /// A name beside the library's own that is not taken, cut to what file systems take.
  private func freeName(_ path: String) -> String {
    let (parent, name) = (FilePath.folder(of: path), FilePath.name(of: path))
    var number = 1
    while true {
      let suffix = number == 1 ? ".replaced" : ".replaced-\(number)"
      var stem = name
      while stem.utf8.count + suffix.utf8.count > Self.longestName { stem.removeLast() }
      let free = FilePath.join(parent, stem + suffix)
      if !FileSystem.folderExists(free), !FileSystem.fileExists(free) { return free }
      number += 1
    }
  }

  /// Bytes: `NAME_MAX` of Linux and macOS.
  private static let longestName = 255

  private func extract(
    _ path: String, into temporary: String, _ progress: (Int, Int) -> Void
  ) throws -> Contents {
    let archive = try BackupFile.open(path)
    return try archive.read { db in
      try DatabaseFault.naming(db) { try extract(db, of: path, into: temporary, progress) }
    }
  }

  private func extract(
    _ db: Database, of path: String, into temporary: String, _ progress: (Int, Int) -> Void
  ) throws -> Contents {
    let restored = LibraryFolder(path: temporary)
    let names = try String.fetchAll(db, sql: "SELECT name FROM sqlar ORDER BY name")
    for name in names where !BackupFile.isAllowed(name) {
      throw Diagnostic.backupHasOther(path, name)
    }
    guard names.contains(LibraryDatabase.fileName) else {
      throw Diagnostic.backupLacks(path, LibraryDatabase.fileName)
    }
    var contents = Contents(posts: 0, files: 1, bytes: 0)
    let bytes = try BackupFile.read(LibraryDatabase.fileName, from: db, path: path)
    contents.bytes += bytes.count
    try FileSystem.writePrivate(
      bytes, to: FilePath.join(temporary, LibraryDatabase.fileName))
    try FileSystem.createPrivateFolder(restored.postsPath)
    let posts = Dictionary(grouping: names.filter { $0 != LibraryDatabase.fileName }) {
      String($0.split(separator: "/")[1])
    }
    for (index, (key, files)) in posts.sorted(by: { $0.key < $1.key }).enumerated() {
      let entries = try files.map { name in
        FileSystem.FolderEntry(
          name: FilePath.name(of: name), bytes: try BackupFile.read(name, from: db, path: path))
      }
      try FileSystem.replaceFolder(restored.postPath(key), with: entries, isPrivate: true)
      contents.files += entries.count
      contents.bytes += entries.reduce(0) { $0 + $1.bytes.count }
      progress(index + 1, posts.count)
    }
    let database = try LibraryDatabase.open(temporary, for: .reading)
    contents.posts = try database.read { try $0.postKeys().count }
    try database.queue.close()
    return contents
  }

  /// Refuses a database that is not sound, before anything is replaced.
  private func check(_ temporary: String, _ path: String) throws {
    let database = try LibraryDatabase.open(temporary, for: .reading)
    let faults = try RecordCheck(database: database).faults()
    try database.queue.close()
    if let fault = faults.first(where: \.isOfTheRecords) {
      throw Diagnostic.backupIsDamaged(path, fault.detail)
    }
  }

  private func naming<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw Diagnostic.naming(error, path: path) ?? error
    }
  }
}
