import Diagnostics
import Files
import GRDB
import Posts
import TestSupport
import Testing

@testable import Library

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says reaches the user as it was, whichever of SQLite's calls it was said to.
@Suite struct SystemFaultTests {
  typealias Sample = SampleLibrary

  /// A library that no connection of this process has open, for those share what they opened.
  private func library() throws -> TemporaryFolder {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.store.database.queue.inDatabase {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let folder = try TemporaryFolder()
    try FileSystem.writePrivate(
      FileSystem.read(library.folder["library.sqlite"], limit: 1 << 24),
      to: folder["library.sqlite"])
    return folder
  }

  /// What a person is told when `calls` fail while a library is opened and read or written.
  private func message(
    _ library: TemporaryFolder, _ purpose: LibraryDatabase.Purpose, _ fault: SQLiteCalls.Fault
  ) throws -> Diagnostic? {
    do {
      try SQLiteCalls.failing(fault) {
        let store = try LibraryStore(LibraryFolder(path: library.path), for: purpose)
        if purpose == .reading {
          _ = try store.read { try $0.story(of: Key("vase")) }
        } else {
          try store.write(Sample.circumstances()) { try $0.save(Brand(key: Key("new"))) }
        }
      }
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic
    }
  }

  @Test(
    arguments: [
      (EMFILE, "too many files are open", "raise the limit with: ulimit -n 4096"),
      (EIO, "the disk reported an error", "see whether the disk is failing with: dmesg"),
      (ENOMEM, "the system has no memory left", "close other programs and try again"),
      (ESTALE, "the disk or its server is gone", "see whether it is still mounted with: df"),
    ], ["-wal", "-shm"])
  func anOpenThatFailsSaysWhy(fault: (CInt, String, String), suffix: String) throws {
    let library = try library()
    for purpose in [LibraryDatabase.Purpose.reading, .writing] {
      let said = try message(library, purpose, .opening("library.sqlite\(suffix)", fault.0))
      let path = library["library.sqlite"]
      #expect(said?.message == "cannot open \"\(path)\": \(fault.1)")
      #expect(said?.hints == [fault.2])
    }
  }

  @Test func aFullDiskThatOpensNothingIsNamed() throws {
    let library = try library()
    let said = try message(library, .writing, .opening("library.sqlite-wal", ENOSPC))
    #expect(said?.message.hasSuffix("no space is left on the disk") == true)
    // Reading needs no log.
    #expect(try message(library, .reading, .opening("library.sqlite-wal", ENOSPC)) == nil)
  }

  @Test func aFileThatOpensForReadingOnlyIsNotCalledReadOnly() throws {
    let library = try library()
    let said = try message(library, .writing, .opening("library.sqlite", EMFILE, times: 1))
    let path = library["library.sqlite"]
    #expect(said?.message == "cannot open \"\(path)\": the system refused it for a moment")
  }

  @Test func aReadThatTheDiskRefusesIsNoDamage() throws {
    let library = try library()
    var failures = 0
    for skipped in 0..<40 {
      for purpose in [LibraryDatabase.Purpose.reading, .writing] {
        guard let said = try message(library, purpose, .reading(EIO, after: skipped)) else {
          continue
        }
        failures += 1
        #expect(
          said.message == "cannot read or write \"\(library["library.sqlite"])\": "
            + "the disk reported an error", "read \(skipped)")
      }
    }
    #expect(failures > 10)
  }

  @Test(arguments: [
    (EIO, "the disk reported an error"), (ENOSPC, "no space is left on the disk"),
    (EDQUOT, "your share of the disk is used up"), (EFBIG, "the file would be too large"),
  ])
  func aWriteThatFailsSaysWhyAndChangesNothing(code: CInt, reason: String) throws {
    let library = try library()
    let said = try message(library, .writing, .writing(code))
    #expect(said?.message.hasSuffix(": \(reason)") == true, "\(said?.message ?? "nothing")")
    let after = try LibraryStore(LibraryFolder(path: library.path), for: .reading)
    #expect(try after.read { try $0.brand(Key("new")) } == nil)
  }

  @Test func verifyTellsTheDiskFromTheLibrary() throws {
    let library = try library()
    var failures = 0
    for skipped in 0..<80 {
      do {
        try SQLiteCalls.failing(.reading(EIO, after: skipped)) {
          let verification = try LibraryVerification(LibraryFolder(path: library.path))
          #expect(try verification.databaseFaults() == [], "read \(skipped)")
        }
      } catch let diagnostic as Diagnostic {
        failures += 1
        #expect(diagnostic.message.hasSuffix("the disk reported an error"), "read \(skipped)")
      }
    }
    #expect(failures > 20)
  }

  /// `restore` ends with this check, of a library on a disk that it may just have filled.
  @Test func aFullDiskIsChecked() throws {
    let library = try library()
    try SQLiteCalls.failing(.writing(ENOSPC)) {
      let verification = try LibraryVerification(LibraryFolder(path: library.path))
      #expect(try verification.databaseFaults() == [])
    }
  }
}
