import Files
import Foundation
import GRDB
import Posts
import TestSupport
import Testing

@testable import Library

/// A library of every schema there ever was, as SQL text in `Schemas`, is read by today's program.
///
/// Whoever adds a step to `Migration.all` runs `make schema` and commits the new file. Those that
/// are there are never recorded again: they are what people have on their disks.
@Suite struct SchemaHistoryTests {
  static let numbers = Migration.all.map(\.number)

  @Test(arguments: numbers)
  func aFormerLibraryIsSoundAndTellsTheSame(number: Int) throws {
    let folder = try TemporaryFolder()
    try LibraryText.makeLibrary(try text(number), in: folder)
    try FormerLibrary.writeSlides(to: folder)
    let store = try LibraryStore(LibraryFolder(path: folder.path), for: .writing)
    let version = try store.database.queue.read { try Migration.version(of: $0) }
    #expect(version == Migration.all.count)
    #expect(try faults(folder) == [])

    let records = try FormerRecords(store)
    let today = try TemporaryFolder()
    #expect(try records == FormerRecords(FormerLibrary(in: today).store))
    try expectKnown(records)
  }

  /// What people would miss first, beside what today's program writes itself.
  private func expectKnown(_ records: FormerRecords) throws {
    let draft = records.stories[0].post
    #expect(draft.stage == .draft && draft.drawing?.slides.count == 2)
    #expect(draft.caption == "Five that made the difference.\nIt's coffee.")
    let story = records.stories[1]
    #expect(story.post.publication?.itemID == "7300000000000000001")
    #expect(records.code?.secret == "#Ex4mple+c0de/Kd9w=")
    let grant = try #require(story.authorizations[0].grant)
    #expect(grant.end == Moment("2026-03-06T09:00:00Z"))
    #expect(story.ads[0].status == .live && story.ads[0].runs.count == 2)
    #expect(records.agreement.payments.map(\.amount.minorUnits) == [15_000])
    // 412.31 and, from the newer report, 412.32; 5 % of both beside the fee, less what was paid.
    #expect(records.statements.map(\.spend.minorUnits) == [82_463])
    #expect(records.statements.map(\.owed.minorUnits) == [30_000 + 4_123 - 15_000])
    #expect(records.found.map(\.post) == [FormerLibrary.post, FormerLibrary.draft])
  }

  /// A change of the schema without a file of its own is seen here.
  @Test func theNewestFileHasTodaysSchema() throws {
    let former = try TemporaryFolder()
    try LibraryText.makeLibrary(try text(Migration.all.count), in: former)
    let today = try TemporaryFolder()
    try LibraryDatabase.open(today.path, for: .writing).queue.close()
    #expect(try read(former, LibraryText.schema) == read(today, LibraryText.schema))
  }

  @Test(arguments: numbers)
  func everyTableHasRows(number: Int) throws {
    let folder = try TemporaryFolder()
    try LibraryText.makeLibrary(try text(number), in: folder)
    let empty = try read(folder) { db in
      try LibraryText.tables(db).filter {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT * FROM \($0))") ?? true
      }
    }
    #expect(empty == [])
  }

  @Test(arguments: numbers)
  func nothingIsLostInTheText(number: Int) throws {
    let folder = try TemporaryFolder()
    let text = try text(number)
    try LibraryText.makeLibrary(text, in: folder)
    #expect(try read(folder, LibraryText.text) == text)
  }

  @Test func thereIsAFileForEachSchema() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set(Self.numbers.map { "\($0).sql" }))
  }

  /// Not a test: `make schema` runs it, and it fails so that nobody takes the run for one.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FLINT_RECORD_SCHEMA"] != nil))
  func recordTheNewestSchema() throws {
    let file = Self.file(Migration.all.count)
    guard !FileManager.default.fileExists(atPath: file.path) else {
      Issue.record("\(file.lastPathComponent) is there; what was released is never recorded again")
      return
    }
    let folder = try TemporaryFolder()
    _ = try FormerLibrary(in: folder)
    try read(folder, LibraryText.text).write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.lastPathComponent)")
  }

  // MARK: -

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Schemas")

  private static func file(_ number: Int) -> URL { folder.appendingPathComponent("\(number).sql") }

  private func text(_ number: Int) throws -> String {
    try String(contentsOf: Self.file(number), encoding: .utf8)
  }

  private func read<Value>(
    _ folder: TemporaryFolder, _ body: (Database) throws -> Value
  ) throws -> Value {
    let queue = try DatabaseQueue(path: folder[LibraryDatabase.fileName])
    defer { try? queue.close() }
    return try queue.read(body)
  }

  private func faults(_ folder: TemporaryFolder) throws -> [String] {
    let verification = try LibraryVerification(LibraryFolder(path: folder.path))
    let posts = try verification.posts(named: [])
    return try
      (verification.databaseFaults() + posts.flatMap { try verification.faults(of: $0) }
      + verification.unrecordedFolders())
      .map { "\($0.kind.rawValue) \($0.file ?? "")" }
  }
}
