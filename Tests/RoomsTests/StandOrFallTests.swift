import Diagnostics
import Foundation
import Library
import Posts
import Synchronization
import TestSupport
import Testing

@testable import Carousels
@testable import Files
@testable import Handoff
@testable import Ledger

/// Files and records change together: whatever fails or stops a change, the library is as it was
/// before or as it is afterwards, and `verify` finds nothing.
@Suite struct StandOrFallTests {
  /// What changes a post's files.
  enum Change: CaseIterable {
    case firstDrawing, newDrawing, words, wordsWithoutCaption, discarding, fixing

    /// A library in the state before.
    func prepare(_ shelf: PostShelf) throws {
      guard self != .firstDrawing else { return }
      try shelf.draw(bytes: [1, 2, 3])
      if self == .wordsWithoutCaption {
        try FileSystem.remove(shelf.folder["library/posts/mug/caption.txt"])
      }
    }

    func make(_ shelf: PostShelf) throws {
      switch self {
      case .firstDrawing: try shelf.draw(bytes: [1, 2, 3])
      case .newDrawing: try shelf.draw(caption: "Another mug.", bytes: [4, 5, 6, 7])
      case .words, .wordsWithoutCaption:
        var edit = PostEdit()
        edit.caption = "Words of spring."
        edit.title = "Spring"
        _ = try shelf.desk().editPost("mug", edit)
      case .discarding: _ = try shelf.desk().discardDraft("mug")
      case .fixing:
        try shelf.store.write(PostShelf.circumstances) { writer in
          let record = shelf.record(bytes: [8], file: "jpg")
          let story = try #require(try writer.reader.story(of: Key("mug")))
          try writer.change(story) { story, now in
            try story.draw(
              Post.Drawing(record, version: 1, previous: nil), caption: story.post.caption,
              title: story.post.title, facts: story.post.facts, at: now)
          }
          let files = record.slides.map { FileSystem.FolderEntry(name: $0.file, bytes: [8]) }
          try writer.make(
            try shelf.store.folder.stage(record, files: files, keeping: [], words: story.post.words)
          )
        }
      }
    }
  }

  /// What records and folders say.
  struct State: Equatable {
    var post: Post?
    var files: [String: [UInt8]]

    init(_ library: String) throws {
      let folder = LibraryFolder(path: library)
      post = try LibraryStore(folder, for: .reading).read { try $0.story(of: Key("mug"))?.post }
      files = [:]
      let path = folder.postPath("mug")
      guard FileSystem.folderExists(path) else { return }
      for name in try FileSystem.names(in: path) {
        files[name] = try FileSystem.read(FilePath.join(path, name), limit: 1 << 20)
      }
    }
  }

  private static func faults(_ library: String) throws -> [LibraryFault] {
    let check = try LibraryVerification(LibraryFolder(path: library))
    return try check.databaseFaults() + check.unrecordedFolders()
      + check.posts(named: []).flatMap { try check.faults(of: $0) }
  }

  /// Before and after, without anything in the way.
  private static func states(of change: Change) throws -> (before: State, after: State) {
    let shelf = try PostShelf()
    try change.prepare(shelf)
    let before = try State(shelf.folder["library"])
    try change.make(shelf)
    let after = try State(shelf.folder["library"])
    #expect(before != after)
    return (before, after)
  }

  @Test(arguments: Change.allCases, [true, false])
  func aFaultChangesNothing(change: Change, exchanges: Bool) throws {
    let (before, after) = try Self.states(of: change)
    var number = 0
    var hasFailed = true
    while hasFailed, number < 100 {
      let shelf = try PostShelf()
      try change.prepare(shelf)
      let count = Atomic<Int>(0)
      let failing = number
      do {
        try SystemCalls.$answer.withValue(
          { call in
            if count.add(1, ordering: .relaxed).oldValue == failing { return .damagedDisk }
            if !exchanges, case .exchange = call { return .unsupported }
            return nil
          }, operation: { try change.make(shelf) })
        // A fault of the last cleaning is none.
        hasFailed = count.load(ordering: .relaxed) > failing
        #expect(try State(shelf.folder["library"]) == after, "fault \(number)")
      } catch {
        hasFailed = true
        #expect(try State(shelf.folder["library"]) == before, "fault \(number): \(error)")
        let names = shelf.folder.names(in: "library/posts")
        #expect(names == (before.files.isEmpty ? [] : ["mug"]), "fault \(number)")
        try change.make(shelf)
        #expect(try State(shelf.folder["library"]) == after, "fault \(number)")
      }
      number += 1
    }
    #expect(number > 4 && !hasFailed)
  }

  @Test(arguments: Change.allCases, [true, false])
  func aStopIsEndedByTheNextRun(change: Change, exchanges: Bool) throws {
    let (before, after) = try Self.states(of: change)
    let shelf = try PostShelf()
    try change.prepare(shelf)
    let stops = try TemporaryFolder()
    let count = Atomic<Int>(0)
    let path = shelf.folder["library"]
    try SystemCalls.$answer.withValue(
      { call in
        let number = count.add(1, ordering: .relaxed).oldValue
        // The disk as a kill at this moment leaves it.
        try? FileManager.default.copyItem(atPath: path, toPath: stops["\(number)"])
        if !exchanges, case .exchange = call { return .unsupported }
        return nil
      }, operation: { try change.make(shelf) })
    var unfinished = 0
    for number in 0..<count.load(ordering: .relaxed) {
      let library = stops["\(number)"]
      try Self.forgetTheirMaker(FilePath.join(library, "posts"))
      unfinished += try Self.faults(library).count { $0.kind == .unfinished }
      _ = try LibraryStore(LibraryFolder(path: library), for: .writing)
      let state = try State(library)
      #expect(
        state == before || state == after,
        "stop \(number): \(state.files.keys.sorted()) \(state.post?.drawing?.format ?? "")")
      #expect(try Self.faults(library) == [], "stop \(number)")
      FileSystem.removeLeftovers(in: FilePath.join(library, "posts"))
      let names = stops.names(in: "\(number)/posts")
      #expect(names == (state.files.isEmpty ? [] : ["mug"]), "stop \(number)")
    }
    #expect(unfinished > 0)
  }

  /// The transaction's end fails, or whatever comes after the files.
  @Test(arguments: Change.allCases) func filesFallWithTheirTransaction(change: Change) throws {
    struct Refused: Error {}
    let shelf = try PostShelf()
    try change.prepare(shelf)
    let before = try State(shelf.folder["library"])
    #expect(throws: Refused.self) {
      try shelf.store.write(PostShelf.circumstances) { writer in
        let folder = shelf.store.folder
        switch change {
        case .firstDrawing, .newDrawing:
          let record = shelf.record(bytes: [9])
          try writer.make(try folder.stage(record, files: shelf.files(of: record, bytes: [9])))
        case .words, .wordsWithoutCaption:
          let words = LibraryFolder.Words(caption: "new", title: nil, disclosure: nil)
          try writer.make(try #require(try folder.stage(words, of: "mug")))
        case .discarding: try writer.make(try #require(folder.removal(of: "mug")))
        case .fixing:
          let record = shelf.record(bytes: [8], file: "jpg")
          try writer.make(
            try folder.stage(
              record, files: shelf.files(of: record, bytes: [8]), keeping: [],
              words: .init(caption: "", title: nil, disclosure: nil)))
        }
        #expect(try State(shelf.folder["library"]).files != before.files)
        throw Refused()
      }
    }
    #expect(try State(shelf.folder["library"]) == before)
    #expect(shelf.folder.names(in: "library/posts") == (before.files.isEmpty ? [] : ["mug"]))
  }

  @Test func anOlderExportComesBackWithTheTransaction() throws {
    struct Refused: Error {}
    let shelf = try PostShelf()
    try shelf.folder.write("older", to: "out.zip")
    for name in ["out.zip", "new.zip"] {
      #expect(throws: Refused.self) {
        try shelf.store.write(PostShelf.circumstances) { writer in
          try writer.make(try FileChange(stagingPrivately: [1], at: shelf.folder[name]))
          #expect(try FileSystem.read(shelf.folder[name], limit: 9) == [1])
          throw Refused()
        }
      }
      #expect(throws: Refused.self) {
        try shelf.store.write(PostShelf.circumstances) { writer in
          writer.makeWhenCommitted(
            try FileChange(stagingPrivately: [1], at: shelf.folder[name]))
          throw Refused()
        }
      }
    }
    #expect(try shelf.folder.text(of: "out.zip") == "older")
    #expect(shelf.folder.names() == ["library", "out.zip"])
  }

  /// Whose record is on the disk, and whose file could not get its name.
  @Test func aFileThatDoesNotFollowItsRecordSaysSo() throws {
    let shelf = try PostShelf()
    try shelf.draw(bytes: [1])
    let error = #expect(throws: Diagnostic.self) {
      try shelf.store.write(PostShelf.circumstances) { writer in
        try writer.change(Key("mug")) { story, now in story.tag(["spring"], at: now) }
        writer.makeWhenCommitted(
          try FileChange(stagingPrivately: [1], at: shelf.folder["out.zip"]))
        try shelf.folder.makeFolder("out.zip")
      }
    }
    #expect(error?.hints.last?.contains("recorded as handed on all the same") == true)
    #expect(try shelf.story()?.post.tags == ["spring"])
    #expect(shelf.folder.names() == ["library", "out.zip"])
  }

  /// A backup is of one moment, whatever is drawn and removed meanwhile.
  @Test func aBackupOfABusyLibraryIsSound() throws {
    let shelf = try PostShelf()
    for key in ["bowl", "jug", "mug"] { try shelf.draw(key, bytes: [1, 2, 3]) }
    let folder = LibraryFolder(path: shelf.folder["library"])
    let contents = try LibraryBackup(folder).write(
      to: shelf.folder["b.flint"], mayReplace: false,
      progress: { done, _ in
        // Another process, in the midst of it.
        guard done == 2 else { return }
        #expect(throws: Never.self) {
          try shelf.draw("bowl", bytes: [4, 5, 6])
          try shelf.draw("vase", bytes: [7])
          _ = try shelf.desk().discardDraft("jug")
          _ = try shelf.desk().discardDraft("mug")
        }
      })
    #expect(contents.posts == 2 && contents.files == 9)
    let restored = shelf.folder["restored"]
    _ = try LibraryBackup(LibraryFolder(path: restored)).restore(
      from: shelf.folder["b.flint"], mayReplace: false, progress: { _, _ in })
    #expect(try Self.faults(restored) == [])
    #expect(shelf.folder.names(in: "restored/posts") == ["bowl", "vase"])
    #expect(
      try FileSystem.read(FilePath.join(restored, "posts/bowl/01-card.png"), limit: 9) == [4, 5, 6])
  }

  /// What another run is changing at this moment is nobody else's.
  @Test func whatARunIsChangingStays() throws {
    let shelf = try PostShelf()
    try shelf.draw(bytes: [1, 2, 3])
    let record = shelf.record(bytes: [9])
    _ = try shelf.store.folder.stage(record, files: shelf.files(of: record, bytes: [9]))
    _ = try LibraryStore(shelf.store.folder, for: .writing)
    #expect(shelf.folder.names(in: "library/posts").count == 2)
  }

  /// No process has the number: Linux stops at 2^22.
  private static func forgetTheirMaker(_ folder: String) throws {
    if !FileSystem.folderExists(folder) { return }
    for name in try SystemCalls.names(in: folder) where name.hasPrefix(TemporaryName.prefix) {
      let rest = name.dropFirst(TemporaryName.prefix.count).drop { $0 != "-" }.dropFirst()
      try SystemCalls.rename(
        FilePath.join(folder, name),
        to: FilePath.join(folder, "\(TemporaryName.prefix)2147483646-\(rest)"))
    }
  }
}
