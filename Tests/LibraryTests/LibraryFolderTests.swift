import Files
import Library
import TestSupport
import Testing

@Suite struct LibraryFolderTests {
  private static let slide: [UInt8] = [1, 2, 3]

  private static func record(_ key: String, slides: [String] = ["01-hook.png"]) -> PostRecord {
    PostRecord(
      key: key, template: .init(name: "quote", digest: "d"), kit: nil,
      row: .init(
        location: "feed.csv:2:1", fields: ["title": .text("Pot “1”\n"), "list": .list(["a", ""])]),
      size: [1080, 1920], format: "png",
      fonts: [.init(family: "Inter", weight: 700, style: "normal", sha256: "f")],
      caption: "Ünïcode / caption",
      slides: slides.map {
        .init(
          file: $0, name: "hook", width: 1080, height: 1920, bytes: slide.count,
          sha256: sha256Hex(slide), alt: ["a pot"], text: "Pot")
      }, origin: "o")
  }

  private static func files(_ names: [String]) -> [FileSystem.FolderEntry] {
    names.map { .init(name: $0, bytes: slide) }
  }

  @Test func aRecordComesBackAsItWasWritten() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    try library.prepare()
    let record = Self.record("pot")
    try library.stage(record, files: Self.files(["01-hook.png"])).swapIn()
    #expect(library.record(of: "pot") == record)
    #expect(library.isComplete(record))
    #expect(folder.names(in: "lib/posts/pot") == ["01-hook.png", "post.json"])
  }

  @Test func theSameRecordGivesTheSameBytes() {
    #expect(LibraryFolder.encode(Self.record("a")) == LibraryFolder.encode(Self.record("a")))
    #expect(LibraryFolder.encode(Self.record("a")).last == 0x0a)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{\"schema\": 1}", "{\"schema\": \"one\"}", "\u{0}\u{1}",
    String(repeating: "[", count: 100_000),
  ])
  func aDamagedRecordIsNone(text: String) throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    try folder.write(text, to: "lib/posts/pot/post.json")
    #expect(library.record(of: "pot") == nil)
  }

  @Test func aRecordOfALaterVersionIsNone() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    var record = Self.record("pot")
    record.schema = PostRecord.currentSchema + 1
    try library.stage(record, files: []).swapIn()
    #expect(library.record(of: "pot") == nil)
    #expect(library.record(of: "never written") == nil)
  }

  @Test func aMissingOrShortenedSlideIsIncomplete() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    let record = Self.record("pot")
    try library.stage(record, files: []).swapIn()
    #expect(!library.isComplete(record))
    try folder.write([1, 2], to: "lib/posts/pot/01-hook.png")
    #expect(!library.isComplete(record))
  }

  @Test func writingAPostAgainReplacesAllOfIt() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    try library.stage(
      Self.record("pot"), files: Self.files(["01-hook.png", "02-more.png"])
    ).swapIn()
    try library.stage(Self.record("pot"), files: Self.files(["01-hook.png"])).swapIn()
    #expect(folder.names(in: "lib/posts") == ["pot"])
    #expect(folder.names(in: "lib/posts/pot") == ["01-hook.png", "post.json"])
  }

  @Test func leftoversOfDeadProcessesAreRemovedAndOthersStay() throws {
    let folder = try TemporaryFolder()
    // No process has this number: it is above what Linux and macOS give.
    try folder.write("x", to: "lib/posts/.flint-tmp-2147483646-0/01-hook.png")
    try folder.write("x", to: "lib/posts/.keep")
    let removed = try LibraryFolder(path: folder["lib"]).prepare()
    #expect(removed == 1)
    #expect(folder.names(in: "lib/posts") == [".keep"])
  }

  @Test func aLibraryBelowAFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(throws: (any Error).self) { try LibraryFolder(path: folder["file/lib"]).prepare() }
  }

  @Test func aFolderOutsideKeepsWhatIsNotOurs() throws {
    let folder = try TemporaryFolder()
    let names = ["01-hook.png", "02-more.png", "03-mine.png"]
    try LibraryFolder.write(
      Self.record("pot", slides: names), files: Self.files(names), toFolder: folder["out"])
    try folder.write("notes", to: "out/notes.txt")
    try folder.write("painted over", to: "out/03-mine.png")
    try LibraryFolder.write(
      Self.record("pot"), files: Self.files(["01-hook.png"]), toFolder: folder["out"])
    #expect(
      folder.names(in: "out") == ["01-hook.png", "03-mine.png", "notes.txt", "post.json"])
    #expect(try folder.text(of: "out/03-mine.png") == "painted over")
  }
}
