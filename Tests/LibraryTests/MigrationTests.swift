import Diagnostics
import Files
import GRDB
import TestSupport
import Testing

@testable import Library

@Suite struct MigrationTests {
  /// Once a schema has been released its line here never changes.
  @Test func releasedStepsAreNeverEdited() {
    let digests = Migration.all.map { sha256Hex(Array($0.sql.utf8)) }
    #expect(
      digests == [
        "b3c9d3dce977acf711d80e524fbb13e96184fee7c21e8e05de0db4a928915518"
      ])
  }

  static let later =
    Migration.all + [
      Migration(number: Migration.all.count + 1, sql: "CREATE TABLE later (x INTEGER) STRICT")
    ]

  @Test(arguments: [LibraryDatabase.Purpose.reading, .writing])
  func anOlderLibraryIsBroughtUpToDate(purpose: LibraryDatabase.Purpose) throws {
    let folder = try TemporaryFolder()
    try LibraryDatabase.open(folder.path, for: .writing).queue.close()
    let library = try LibraryDatabase.open(
      folder.path, for: purpose, migrations: Self.later)
    #expect(try library.queue.read { try $0.tableExists("later") })
    #expect(try library.queue.read { try Migration.version(of: $0) } == Self.later.count)
  }

  @Test func aStepThatFailsLeavesTheOldSchema() throws {
    let folder = try TemporaryFolder()
    try LibraryDatabase.open(folder.path, for: .writing).queue.close()
    let before = try folder.bytes(of: "library.sqlite")
    let broken = Self.later + [Migration(number: Self.later.count + 1, sql: "CREATE nonsense")]
    #expect(throws: Diagnostic.self) {
      _ = try LibraryDatabase.open(folder.path, for: .writing, migrations: broken)
    }
    #expect(try folder.bytes(of: "library.sqlite") == before)
  }

  @Test func manyProcessesMigrateOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try LibraryDatabase.open(path, for: .writing).queue.close()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          _ = try LibraryDatabase.open(path, for: .writing, migrations: Self.later)
        }
      }
      try await group.waitForAll()
    }
  }
}
