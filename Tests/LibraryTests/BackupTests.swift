import Diagnostics
import GRDB
import Posts
import Synchronization
import TestSupport
import Testing

@testable import Files
@testable import Library

@Suite struct BackupTests {
  typealias Sample = SampleLibrary

  private func sample() throws -> SampleLibrary {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.authorize("vase", as: "a1", code: "#First1234567=")
    try library.folder.write("slide", to: "posts/vase/01-a.png")
    try library.folder.write("茶", to: "posts/茶碗/01-a.png")
    return library
  }

  private func backUp(_ library: SampleLibrary, to path: String) throws -> LibraryBackup.Contents {
    try LibraryBackup(LibraryFolder(path: library.folder.path))
      .write(to: path, mayReplace: false, progress: { _, _ in })
  }

  private func restore(
    _ path: String, to folder: String, mayReplace: Bool = false
  ) throws -> String? {
    try LibraryBackup(LibraryFolder(path: folder))
      .restore(from: path, mayReplace: mayReplace, progress: { _, _ in }).replaced
  }

  @Test func aRestoredLibraryIsTheOneThatWasBackedUp() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    let contents = try backUp(library, to: place["b.flint"])
    // The folder without a record is kept, and is no post.
    #expect(contents.posts == 1)
    #expect(contents.files == 3)
    #expect(FileSystem.permissions(of: place["b.flint"]) == 0o600)
    #expect(place.names() == ["b.flint"])

    #expect(try restore(place["b.flint"], to: place["deep/new"]) == nil)
    #expect(place.names(in: "deep/new") == ["library.sqlite", "posts"])
    #expect(try place.text(of: "deep/new/posts/茶碗/01-a.png") == "茶")
    #expect(FileSystem.permissions(of: place["deep/new"]) == 0o700)
    #expect(FileSystem.permissions(of: place["deep/new/library.sqlite"]) == 0o600)
    let restored = try LibraryStore(LibraryFolder(path: place["deep/new"]), for: .writing)
    let story = try restored.read { try $0.story(of: Key("vase")) }
    #expect(try story == library.read { try $0.story(of: Key("vase")) })
    let mark = try #require(story?.authorizations[0].grant?.code)
    let code = try restored.read { try $0.code(withFingerprint: mark.fingerprint) }
    #expect(code?.secret == "#First1234567=")
  }

  @Test func aBackupIsWrittenWhileOthersWrite() async throws {
    let library = try sample()
    let place = try TemporaryFolder()
    let path = library.folder.path
    async let writing: Void = {
      let store = try LibraryStore(LibraryFolder(path: path), for: .writing)
      for number in 0..<50 {
        try store.write(Sample.circumstances()) { try $0.save(Brand(key: Key("b\(number)"))) }
      }
    }()
    for number in 0..<5 { _ = try backUp(library, to: place["b\(number).flint"]) }
    try await writing
    for number in 0..<5 {
      _ = try restore(place["b\(number).flint"], to: place["r\(number)"])
    }
  }

  @Test func nothingIsReplacedUnasked() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    let again = #expect(throws: Diagnostic.self) { try backUp(library, to: place["b.flint"]) }
    #expect(again?.message.hasPrefix("there is a file") == true)
    try place.write("mine", to: "other/notes.txt")
    let refusal = #expect(throws: Diagnostic.self) {
      try restore(place["b.flint"], to: place["other"])
    }
    #expect(refusal?.message.hasSuffix("is not empty") == true)
    #expect(place.names() == ["b.flint", "other"])
    let kept = try restore(place["b.flint"], to: place["other"], mayReplace: true)
    #expect(kept.map(FilePath.name(of:)) == "other.replaced")
    #expect(place.names() == ["b.flint", "other", "other.replaced"])
    #expect(place.names(in: "other.replaced") == ["notes.txt"])
    #expect(place.names(in: "other") == ["library.sqlite", "posts"])
  }

  @Test(arguments: [
    ("UPDATE sqlar SET data = x'00' WHERE name LIKE '%/01-a.png'", "is not as it was written"),
    ("UPDATE sqlar SET data = x'00', sz = 1 WHERE name = 'library.sqlite'", "as it was written"),
    ("UPDATE sqlar SET name = '../../x' WHERE name LIKE 'posts/vase/%'", "no file of a library"),
    ("UPDATE sqlar SET name = 'posts/../x' WHERE name LIKE 'posts/vase/%'", "no file of a library"),
    ("UPDATE sqlar SET name = '/etc/x' WHERE name LIKE 'posts/vase/%'", "no file of a library"),
    ("DELETE FROM sqlar WHERE name = 'library.sqlite'", "lacks \"library.sqlite\""),
    ("DELETE FROM digests", "lacks \"library.sqlite\""),
    ("UPDATE sqlar SET sz = 'many'", "is damaged"),
    ("PRAGMA application_id = 1", "is not a backup of Flint"),
    ("PRAGMA user_version = 9", "was written by a newer Flint"),
  ])
  func anUnsoundBackupChangesNothing(sql: String, reason: String) throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    let queue = try DatabaseQueue(path: place["b.flint"])
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    for mayReplace in [false, true] {
      if mayReplace { try place.write("mine", to: "target/notes.txt") }
      let error = #expect(throws: Diagnostic.self) {
        try restore(place["b.flint"], to: place["target"], mayReplace: mayReplace)
      }
      #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
      #expect(place.names() == (mayReplace ? ["b.flint", "target"] : ["b.flint"]))
    }
  }

  @Test(arguments: ["text", ""])
  func whatIsNoBackupIsRefused(text: String) throws {
    let place = try TemporaryFolder()
    try place.write(text, to: "b.flint")
    let error = #expect(throws: Diagnostic.self) {
      try restore(place["b.flint"], to: place["target"])
    }
    #expect(error?.message.hasSuffix("is not a backup of Flint") == true)
  }

  @Test func aMissingLibraryIsNotBackedUp() throws {
    let place = try TemporaryFolder()
    #expect(throws: Diagnostic.self) {
      try LibraryBackup(LibraryFolder(path: place["none"]))
        .write(to: place["b.flint"], mayReplace: false, progress: { _, _ in })
    }
    #expect(place.names().isEmpty)
  }

  // MARK: - What was there is kept

  /// With `.replaced` behind it the name is longer than a file system takes.
  @Test func aLibraryWithALongNameIsKept() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    // 250 bytes, which a cut must not leave with half a character.
    let name = String(repeating: "x", count: 1) + String(repeating: "茶", count: 83)
    try place.write("mine", to: "\(name)/notes.txt")
    let kept = try #require(try restore(place["b.flint"], to: place[name], mayReplace: true))
    #expect(FilePath.name(of: kept).hasSuffix("茶.replaced"))
    #expect(try FileSystem.read("\(kept)/notes.txt", limit: 9) == Array("mine".utf8))
    #expect(place.names(in: name) == ["library.sqlite", "posts"])
    let again = try #require(try restore(place["b.flint"], to: place[name], mayReplace: true))
    #expect(FilePath.name(of: again).hasSuffix("茶.replaced-2"))
  }

  /// Every call that changes names fails once, where names can be swapped and where they cannot.
  @Test(arguments: [true, false])
  func aRestoreThatFailsKeepsWhatWasThere(swaps: Bool) throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    let number = Mutex(0)
    var (failing, isDone) = (0, false)
    while !isDone, failing < 200 {
      try place.write("mine", to: "\(failing)/lib/notes.txt")
      number.withLock { $0 = 0 }
      let target = failing
      do {
        try SystemCalls.$answer.withValue(
          { call in
            let current = number.withLock { value in
              defer { value += 1 }
              return value
            }
            if current == target { return .noSpace }
            if !swaps, case .exchange = call { return .unsupported }
            return nil
          },
          operation: {
            _ = try restore(place["b.flint"], to: place["\(failing)/lib"], mayReplace: true)
          })
        isDone = number.withLock { $0 } <= failing
      } catch {
        let error = try #require(error as? Diagnostic)
        let old = place.names(in: "\(failing)/lib")
        let kept = place["\(failing)/lib.replaced"]
        if old != ["notes.txt"] {
          #expect(place.names(in: "\(failing)/lib.replaced") == ["notes.txt"])
        }
        // Also where only the new one could not be taken back.
        if FileSystem.folderExists(kept) {
          #expect(error.hints.contains { $0.contains("is in \"\(kept)\"") }, "\(error)")
        }
      }
      failing += 1
    }
    #expect(isDone && failing > 10)
  }

  // MARK: - What stopped runs left

  /// No process has this number.
  private static let dead = ".flint-tmp-2147483646-0"

  @Test func theNextBackupRemovesWhatAKilledOneLeft() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    for suffix in ["", "-journal"] { try place.write("#Code", to: Self.dead + suffix) }
    _ = try backUp(library, to: place["b.flint"])
    #expect(place.names() == ["b.flint"])
  }

  @Test func theNextRunRemovesWhatAKilledRestoreLeft() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    try place.write("#Code", to: "\(Self.dead)/library.sqlite")
    _ = try restore(place["b.flint"], to: place["lib"])
    #expect(place.names() == ["b.flint", "lib"])
    // Whoever writes to the library, and whatever leads to it.
    try place.makeFolder("links")
    try place.link("links/lib", to: "../lib")
    for folder in ["lib", "links/lib"] {
      try place.write("#Code", to: "\(Self.dead)/library.sqlite")
      try place.write("#Code", to: "lib/\(Self.dead)")
      let named = LibraryFolder(path: place[folder])
      #expect(named.leftovers() == [place[Self.dead], place["lib/\(Self.dead)"]])
      _ = try LibraryStore(named, for: .reading)
      #expect(named.leftovers().count == 2)
      _ = try LibraryStore(named, for: .writing)
      #expect(named.leftovers() == [])
      #expect(place.names() == ["b.flint", "lib", "links"])
    }
  }

  @Test func aLibraryOfLeftoversAloneIsEmpty() throws {
    let library = try sample()
    let place = try TemporaryFolder()
    _ = try backUp(library, to: place["b.flint"])
    try place.write("half", to: "lib/\(Self.dead)")
    #expect(try restore(place["b.flint"], to: place["lib"]) == nil)
    #expect(place.names(in: "lib") == ["library.sqlite", "posts"])
  }

  /// A file system that orders nothing keeps only what was flushed, the folder's own name too.
  @Test(arguments: [false, true])
  func aNewLibrarysNameIsFlushed(isThere: Bool) throws {
    let place = try TemporaryFolder()
    if isThere { try place.makeFolder("lib") }
    let flushed = Mutex<Set<String>>([])
    try SystemCalls.$answer.withValue(
      { call in
        if case .flush(let path) = call { flushed.withLock { _ = $0.insert(path) } }
        return nil
      }, operation: { _ = try LibraryStore(LibraryFolder(path: place["lib"]), for: .writing) })
    #expect(flushed.withLock { $0 }.isSuperset(of: [place.path, place["lib"]]))
  }
}
