import Diagnostics
import Files
import GRDB
import Posts
import TestSupport
import Testing

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
}
