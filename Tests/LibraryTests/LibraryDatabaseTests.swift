import Diagnostics
import Files
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Library

@Suite struct LibraryDatabaseTests {
  // MARK: Opening

  @Test func aLibraryIsCreatedWhenFirstWrittenTo() throws {
    let folder = try TemporaryFolder()
    let library = try LibraryDatabase.open(folder["deep/library"], for: .writing)
    #expect(library.exists)
    #expect(folder.names(in: "deep/library").contains("library.sqlite"))
  }

  @Test func readingAMissingLibraryFindsNothingAndCreatesNothing() throws {
    let folder = try TemporaryFolder()
    for name in ["none", "."] {
      let library = try LibraryDatabase.open(folder[name], for: .reading)
      #expect(!library.exists)
      #expect(try library.queue.read { try Migration.version(of: $0) } == Migration.all.count)
    }
    #expect(folder.names().isEmpty)
  }

  @Test func commitsAreFlushedToTheDisk() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 {
      let library = try LibraryDatabase.open(folder.path, for: .writing)
      let settings = try library.queue.inDatabase { db in
        try ["synchronous", "journal_mode", "foreign_keys", "trusted_schema", "secure_delete"]
          .map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
      }
      #expect(settings == ["2", "wal", "1", "0", "1"])
    }
  }

  @Test func anotherJournalIsTurnedBackIntoALog() throws {
    let folder = try TemporaryFolder()
    _ = try LibraryDatabase.open(folder.path, for: .writing)
    try DatabaseQueue(path: folder["library.sqlite"]).inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    let library = try LibraryDatabase.open(folder.path, for: .writing)
    let mode = try library.queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
  }

  @Test func readersCannotWrite() throws {
    let folder = try TemporaryFolder()
    _ = try LibraryDatabase.open(folder.path, for: .writing)
    let library = try LibraryDatabase.open(folder.path, for: .reading)
    #expect(throws: DatabaseError.self) {
      try library.queue.inDatabase { try $0.execute(sql: "CREATE TABLE x (y)") }
    }
  }

  @Test func aClosedLibraryIsOneFile() throws {
    let folder = try TemporaryFolder()
    for purpose in [LibraryDatabase.Purpose.writing, .reading] {
      let library = try LibraryDatabase.open(folder.path, for: purpose)
      try library.queue.close()
      #expect(folder.names() == ["library.sqlite"])
    }
  }

  // MARK: Privacy

  @Test func onlyTheOwnerCanReadWhatIsCreated() throws {
    let folder = try TemporaryFolder()
    let library = try LibraryDatabase.open(folder["mine"], for: .writing)
    try library.write(.test) { try $0.db.execute(sql: "CREATE TABLE x (y)") }
    #expect(FileSystem.permissions(of: folder["mine"]) == 0o700)
    for name in ["library.sqlite", "library.sqlite-wal", "library.sqlite-shm"] {
      #expect(FileSystem.permissions(of: folder["mine/\(name)"]) == 0o600, "\(name)")
    }
  }

  @Test func aFolderThatIsThereKeepsItsRights() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    _ = try LibraryDatabase.open(folder.path, for: .writing)
    #expect(FileSystem.permissions(of: folder.path) == 0o755)
  }

  // MARK: Refusals

  /// What `open` says of a file, for both purposes; the folder must stay as it was.
  private func refusal(of bytes: [UInt8]) throws -> [String] {
    try [LibraryDatabase.Purpose.reading, .writing].map { purpose in
      let folder = try TemporaryFolder()
      try folder.write(bytes, to: "library.sqlite")
      let error = #expect(throws: Diagnostic.self) {
        _ = try LibraryDatabase.open(folder.path, for: purpose)
      }
      #expect(try folder.bytes(of: "library.sqlite") == bytes)
      #expect(folder.names() == ["library.sqlite"])
      #expect(error?.hints.isEmpty == false)
      return (error?.message ?? "").replacing(folder.path, with: "F")
    }
  }

  /// The bytes of a closed library after some SQL.
  private func bytes(after sql: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try LibraryDatabase.open(folder.path, for: .writing).queue.close()
    let queue = try DatabaseQueue(path: folder["library.sqlite"])
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    return try folder.bytes(of: "library.sqlite")
  }

  @Test func aNewerSchemaIsRefused() throws {
    let found = try refusal(of: bytes(after: "PRAGMA user_version = 99"))
    let newest = Migration.all.count
    #expect(
      Set(found) == [
        "\"F/library.sqlite\" was written by a newer Flint (schema 99; this one knows \(newest))"
      ])
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let found = try refusal(of: bytes(after: "PRAGMA application_id = 7"))
    #expect(Set(found) == ["\"F/library.sqlite\" is the database of another program"])
  }

  @Test(arguments: ["hello", String(repeating: "no database ", count: 1000)])
  func aFileThatIsNoDatabaseIsRefused(text: String) throws {
    let found = try refusal(of: Array(text.utf8))
    #expect(Set(found) == ["\"F/library.sqlite\" is not a database"])
  }

  @Test func anEmptyFileIsRefused() throws {
    let found = try refusal(of: [])
    #expect(
      Set(found) == ["\"F/library.sqlite\" is an empty file, not a library's database"])
  }

  @Test func aDamagedDatabaseIsRefused() throws {
    var bytes = try bytes(after: "PRAGMA user_version = \(Migration.all.count)")
    for index in 100..<4096 { bytes[index] = 0xaa }
    let found = try refusal(of: bytes)
    #expect(Set(found) == ["\"F/library.sqlite\" is damaged"])
  }

  @Test func aFileInTheLibrarysPlaceIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("text", to: "library")
    let reading = #expect(throws: Diagnostic.self) {
      _ = try LibraryDatabase.open(folder["library"], for: .reading)
    }
    #expect(reading?.message == "the library \"\(folder["library"])\" is a file, not a folder")
    #expect(throws: Diagnostic.self) {
      _ = try LibraryDatabase.open(folder["library"], for: .writing)
    }
  }

  @Test func aFullDiskIsNamedAndChangesNothing() throws {
    let folder = try TemporaryFolder()
    let library = try LibraryDatabase.open(folder.path, for: .writing)
    try library.write(.test) { try $0.db.execute(sql: "CREATE TABLE x (y)") }
    try library.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let error = #expect(throws: Diagnostic.self) {
      try library.write(.test) { try $0.db.execute(sql: "INSERT INTO x VALUES (zeroblob(100000))") }
    }
    #expect(error?.message.hasSuffix("no space is left on the disk") == true)
    #expect(try library.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM x") } == 0)
  }

  // MARK: Several at once

  @Test func aWriterThatThrowsChangesNothing() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let library = try LibraryDatabase.open(folder.path, for: .writing)
    #expect(throws: Stop.self) {
      try library.write(.test) { writer in
        try writer.db.execute(sql: "CREATE TABLE x (y)")
        throw Stop()
      }
    }
    let tables = try library.read { try $0.db.tableExists("x") }
    #expect(!tables)
  }

  @Test func manyOpenersAtOnceMakeOneLibrary() async throws {
    let folder = try TemporaryFolder()
    let path = folder["library"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let library = try LibraryDatabase.open(path, for: .writing)
          try library.write(.test) {
            try $0.db.execute(sql: "CREATE TABLE IF NOT EXISTS x (y)")
            try $0.db.execute(sql: "INSERT INTO x VALUES (?)", arguments: [number])
          }
        }
      }
      try await group.waitForAll()
    }
    let library = try LibraryDatabase.open(path, for: .reading)
    #expect(try library.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM x") } == 8)
    try library.queue.close()
    #expect(folder.names(in: "library") == ["library.sqlite"])
  }

  @Test func writersOfOneLibraryWaitForEachOther() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try LibraryDatabase.open(path, for: .writing).write(.test) {
      try $0.db.execute(sql: "CREATE TABLE x (y)")
      try $0.db.execute(sql: "INSERT INTO x VALUES (0)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let library = try LibraryDatabase.open(path, for: .writing)
          for _ in 0..<25 {
            // Read, think, write: an update is lost when anybody comes between.
            try library.write(.test) { writer in
              let old = try Int.fetchOne(writer.db, sql: "SELECT y FROM x") ?? 0
              try writer.db.execute(sql: "UPDATE x SET y = ?", arguments: [old + 1])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let library = try LibraryDatabase.open(path, for: .reading)
    #expect(try library.read { try Int.fetchOne($0.db, sql: "SELECT y FROM x") } == 100)
  }
}
