import Diagnostics
import Files
import GRDB
import Posts
import TestSupport
import Testing

@testable import Library

/// Changes that are only tried, and records that are not there.
@Suite struct RehearsalTests {
  private func listing(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    try Dictionary(
      uniqueKeysWithValues: FileSystem.names(in: folder.path).map {
        ($0, try folder.bytes(of: $0))
      })
  }

  @Test func aRehearsalSeesTheLibraryAndLeavesItAlone() throws {
    let library = try SampleLibrary()
    try library.publish("mug")
    try library.store.database.queue.close()
    let before = try listing(library.folder)
    let copy = try LibraryStore(library.store.folder, for: .rehearsing)
    _ = try copy.write(SampleLibrary.circumstances()) { writer in
      try writer.change(Key("mug")) { story, now in story.tag(["tried"], at: now) }
    }
    #expect(try copy.read { try $0.story(named: "mug").post.tags } == ["tried"])
    try copy.database.queue.close()
    #expect(try listing(library.folder) == before)
    let again = try LibraryStore(library.store.folder, for: .reading)
    #expect(try again.read { try $0.story(named: "mug").post.tags.contains("tried") } == false)
  }

  @Test func aRehearsalNeedsNoLibraryAndMakesNone() throws {
    let folder = try TemporaryFolder()
    let copy = try LibraryStore(LibraryFolder(path: folder["none"]), for: .rehearsing)
    try copy.write(SampleLibrary.circumstances()) { try $0.save(Creator(key: Key("mia"))) }
    #expect(try copy.read { try $0.creator(named: "@mia").key.text } == "mia")
    #expect(try FileSystem.names(in: folder.path) == [])
  }

  @Test func aRehearsalBringsOnlyItsCopyUpToDate() throws {
    let folder = try TemporaryFolder()
    try LibraryDatabase.open(folder.path, for: .writing).queue.close()
    let before = try listing(folder)
    let copy = try LibraryDatabase.open(
      folder.path, for: .rehearsing, migrations: MigrationTests.later)
    #expect(try copy.queue.read { try $0.tableExists("later") })
    try copy.queue.close()
    #expect(try listing(folder) == before)
  }

  @Test func aRecordThatIsMissingSaysThatTheLibraryIsDamaged() throws {
    let library = try SampleLibrary()
    try library.publish("mug")
    try library.authorize("mug", as: "mug@harbor", code: "#First1234567=")
    try library.store.database.queue.inDatabase { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          UPDATE authorizations SET post = post + 1000;
          PRAGMA foreign_keys = ON;
          """)
    }
    let error = #expect(throws: Diagnostic.self) {
      try library.read { try $0.authorization(named: "mug@harbor", at: SampleLibrary.now) }
    }
    #expect(error?.message.contains("is damaged") == true)
    #expect(error?.hints.first == "see what with: flint verify")
  }
}
