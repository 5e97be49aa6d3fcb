import Diagnostics
import Files
import Foundation
import Library
import TestSupport
import Testing

@Suite struct LibraryFolderTests {
  private static let slide: [UInt8] = [1, 2, 3]

  private static func record(_ key: String, slides: [String] = ["01-hook.png"]) -> PostRecord {
    PostRecord(
      key: key, template: .init(name: "quote", digest: "d"), kit: nil,
      row: .init(
        location: .init(file: "feed.csv", line: 2, column: 1),
        fields: ["title": .text("Pot “1”\n"), "list": .list(["a", ""])]),
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
    try library.write(record, files: Self.files(["01-hook.png"]))
    #expect(library.record(of: "pot") == record)
    #expect(library.isComplete(record))
    #expect(folder.names(in: "lib/posts/pot") == ["01-hook.png", "post.json"])
  }

  private static let places: [Diagnostics.SourceLocation] = [
    .init(file: "feed.csv", line: 2),
    .init(file: "a/feed.csv", line: 2, column: 7),
    .init(file: "post.yaml"), .init(file: "<command line>"),
    .init(file: "16:9/feed.csv", line: 3),
    .init(file: "shop.xlsx", line: 14, column: 29, sheet: "Sheet1"),
    .init(file: "shop.xlsx", line: 14, sheet: "Tiere & mehr!"),
  ]

  @Test(arguments: places)
  func aRowsPlaceComesBackAsItWas(place: Diagnostics.SourceLocation) throws {
    let folder = try TemporaryFolder()
    var record = Self.record("pot")
    record.row?.location = place
    try folder.write(LibraryFolder.encode(record), to: "pot/post.json")
    #expect(LibraryFolder.record(inFolder: folder["pot"])?.row?.location == place)
  }

  @Test func aRecordIsWrittenAsEverBefore() throws {
    let text = String(decoding: LibraryFolder.encode(Self.record("a")), as: UTF8.self)
    #expect(text == Self.recordText)
    // A dictionary that was filled in another order hands its fields out in another order.
    var record = Self.record("a")
    record.row?.fields = [:]
    for name in ["list", "title"] { record.row?.fields[name] = Self.record("a").row?.fields[name] }
    #expect(String(decoding: LibraryFolder.encode(record), as: UTF8.self) == Self.recordText)
  }

  /// What stands in users' folders, byte for byte.
  private static let recordText = #"""
    {
      "caption" : "Ünïcode / caption",
      "fonts" : [
        {
          "family" : "Inter",
          "sha256" : "f",
          "style" : "normal",
          "weight" : 700
        }
      ],
      "format" : "png",
      "key" : "a",
      "origin" : "o",
      "row" : {
        "fields" : {
          "list" : [
            "a",
            ""
          ],
          "title" : "Pot “1”\n"
        },
        "location" : "feed.csv:2:1"
      },
      "schema" : 1,
      "size" : [
        1080,
        1920
      ],
      "slides" : [
        {
          "alt" : [
            "a pot"
          ],
          "bytes" : 3,
          "file" : "01-hook.png",
          "height" : 1920,
          "name" : "hook",
          "sha256" : "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
          "text" : "Pot",
          "width" : 1080
        }
      ],
      "template" : {
        "digest" : "d",
        "name" : "quote"
      }
    }

    """#

  @Test(arguments: [
    "", "{", "[]", "null", "{\"schema\": 1}", "{\"schema\": \"one\"}", "\u{0}\u{1}",
    String(repeating: "[", count: 100_000),
  ])
  func aDamagedRecordIsNone(text: String) throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    try library.write(Self.record("pot"), files: [])
    #expect(library.record(of: "pot") != nil)
    try folder.write(text, to: "lib/posts/pot/post.json")
    #expect(library.record(of: "pot") == nil)
  }

  @Test func aRecordOfALaterVersionIsNone() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    var record = Self.record("pot")
    record.schema = PostRecord.currentSchema + 1
    try library.write(record, files: [])
    #expect(library.record(of: "pot") == nil)
    #expect(library.record(of: "never written") == nil)
  }

  @Test func aMissingOrShortenedSlideIsIncomplete() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    let record = Self.record("pot")
    try library.write(record, files: [])
    #expect(!library.isComplete(record))
    try folder.write([1, 2], to: "lib/posts/pot/01-hook.png")
    #expect(!library.isComplete(record))
  }

  @Test func writingAPostAgainReplacesAllOfIt() throws {
    let folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder["lib"])
    try library.write(
      Self.record("pot"), files: Self.files(["01-hook.png", "02-more.png"])
    )
    try library.write(Self.record("pot"), files: Self.files(["01-hook.png"]))
    #expect(folder.names(in: "lib/posts") == ["pot"])
    #expect(folder.names(in: "lib/posts/pot") == ["01-hook.png", "post.json"])
  }

  @Test func leftoversOfDeadProcessesAreRemovedAndOthersStay() throws {
    let folder = try TemporaryFolder()
    // No process has this number: it is above what Linux and macOS give.
    try folder.write("x", to: "lib/posts/.flint-tmp-2147483646-0/01-hook.png")
    // Of a change, which only the records can end.
    let change = ".flint-tmp-2147483646-1-change-0-1"
    try folder.write("x", to: "lib/posts/\(change)/01-hook.png")
    try folder.write("x", to: "lib/posts/.keep")
    #expect(try LibraryFolder(path: folder["lib"]).prepare() == 2)
    #expect(folder.names(in: "lib/posts") == [change, ".keep"])
    _ = try LibraryStore(LibraryFolder(path: folder["lib"]), for: .writing)
    #expect(folder.names(in: "lib/posts") == [".keep"])
  }

  @Test func aLibraryBelowAFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    let error = #expect(throws: Diagnostic.self) {
      try LibraryFolder(path: folder["file/lib"]).prepare()
    }
    #expect(
      error?.message
        == "cannot write \"\(folder["file"])\": a part of the path is a file, not a folder")
    #expect(try folder.text(of: "file") == "x")
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

  /// Words of which only some would be written are none.
  @Test(arguments: ["a folder", "a circle of links", "a file that is too large"])
  func wordsAreNotSetBesideARecordThatCannotBeRead(kind: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "posts/pot/caption.txt")
    let path = folder["posts/pot/post.json"]
    switch kind {
    case "a folder": try folder.write("", to: "posts/pot/post.json/a")
    case "a circle of links":
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "post.json")
    default: try folder.write([UInt8](repeating: 32, count: 5 << 20), to: "posts/pot/post.json")
    }
    let error = #expect(throws: Diagnostic.self) {
      _ = try LibraryFolder(path: folder.path)
        .stage(.init(caption: "new", title: nil, disclosure: nil), of: "pot")
    }
    #expect(error?.message.contains("\"\(path)\"") == true)
    #expect(try folder.text(of: "posts/pot/caption.txt") == "old\n")
  }
}
