import Diagnostics
import Files
import Foundation
import GRDB
import Posts
import TestSupport
import Testing

@testable import Library

@Suite struct VerificationTests {
  typealias Sample = SampleLibrary

  /// A library with one drawn post, `vase`, whose files are there.
  private func sample() throws -> SampleLibrary {
    let library = try SampleLibrary()
    let slides = ["01-a.png", "02-b.png"].map { name in
      Slide(
        file: name, name: name, width: 10, height: 10, bytes: name.utf8.count,
        sha256: sha256Hex(Array(name.utf8)))
    }
    try library.change("vase") { story, now in
      try story.draw(
        Post.Drawing(
          template: "quote", kit: nil, origin: "o", format: "png", slides: slides),
        caption: "Vase", title: nil, facts: Post.Facts(), at: now)
    }
    for slide in slides { try library.folder.write(slide.file, to: "posts/vase/\(slide.file)") }
    for name in ["post.json", "caption.txt", "overview.png"] {
      try library.folder.write("", to: "posts/vase/\(name)")
    }
    return library
  }

  private func faults(_ library: SampleLibrary) throws -> [String] {
    let verification = try LibraryVerification(LibraryFolder(path: library.folder.path))
    let posts = try verification.posts(named: [])
    return try
      (verification.databaseFaults() + posts.flatMap { try verification.faults(of: $0) }
      + verification.unrecordedFolders())
      .map { "\($0.kind.rawValue) \($0.file ?? "")" }
  }

  @Test func aSoundLibraryHasNoFaults() throws {
    let library = try sample()
    try library.publish("mug")
    try library.authorize("mug", as: "a1", code: "#First1234567=")
    try library.advertise("mug", on: "a1", as: "ad1")
    #expect(try faults(library) == ["missing posts/mug"])
  }

  @Test func eachDifferenceOfTheFilesIsNamed() throws {
    let library = try sample()
    try library.folder.write("01-x.png", to: "posts/vase/01-a.png")
    try library.folder.write("mine", to: "posts/vase/notes.txt")
    try library.folder.write("{}", to: "posts/other/post.json")
    try FileSystem.remove(library.folder["posts/vase/02-b.png"])
    #expect(
      try faults(library) == [
        "changed posts/vase/01-a.png", "missing posts/vase/02-b.png",
        "extra posts/vase/notes.txt", "unrecorded posts/other",
      ])
    try library.folder.write("longer than it was", to: "posts/vase/01-a.png")
    #expect(try faults(library).first == "changed posts/vase/01-a.png")
  }

  @Test(arguments: [
    "UPDATE posts SET caption = 'mine'", "UPDATE slides SET sha256 = 'x'",
    "INSERT INTO tags VALUES (1, 'mine')",
    """
    INSERT INTO events (subject_kind, subject, kind, at, by, command, event)
    VALUES ('post', 'vase', 'published', 1, '', '', '{}')
    """,
    """
    INSERT INTO events (subject_kind, subject, kind, at, by, command, event)
    VALUES ('post', 'gone', 'noted', 1, '', '', '{"noted":{}}')
    """,
  ])
  func whatTheEventsDoNotLeadToIsFound(sql: String) throws {
    let library = try sample()
    try library.write { try $0.db.execute(sql: sql) }
    #expect(try faults(library).contains("state differs library.sqlite"))
  }

  @Test func aPostThatTheSearchDoesNotKnowIsFound() throws {
    let library = try sample()
    try library.write { try $0.db.execute(sql: "DELETE FROM search") }
    #expect(try faults(library) == ["search outdated library.sqlite"])
  }

  @Test func aReferenceToNothingIsFound() throws {
    let library = try sample()
    let queue = try DatabaseQueue(path: library.folder["library.sqlite"])
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "INSERT INTO tags VALUES (99, 'lost')")
    }
    #expect(try faults(library) == ["database damaged library.sqlite"])
  }

  @Test func aDatabaseThatOthersCanReadIsNamed() throws {
    let library = try sample()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: library.folder["library.sqlite"])
    #expect(try faults(library) == ["not private library.sqlite"])
  }

  @Test func verifyingCreatesNothing() throws {
    let folder = try TemporaryFolder()
    let verification = try LibraryVerification(LibraryFolder(path: folder["none"]))
    #expect(try verification.posts(named: []).isEmpty)
    #expect(try verification.databaseFaults().isEmpty)
    #expect(folder.names().isEmpty)
  }
}
