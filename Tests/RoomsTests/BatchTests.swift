import Diagnostics
import Feeds
import Files
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct BatchTests {
  private static let feed = """
    handle,title,price,image
    a,Pot,12,blue.png
    b,Vase,9.50,red.png
    c,Cup,7,
    """

  @Test func aSecondRunDrawsNothing() async throws {
    let shop = try Workshop()
    #expect(try await shop.batch(Self.feed) == ["a-card: drawn", "b-card: drawn", "c-card: drawn"])
    let before = try shop.folder.tree("library")
    #expect(
      try await shop.batch(Self.feed)
        == ["a-card: unchanged", "b-card: unchanged", "c-card: unchanged"])
    let isSame = try shop.folder.tree("library") == before
    #expect(isSame)
  }

  @Test func onlyWhatAChangedPhotoShowsIsDrawnAgain() async throws {
    let shop = try Workshop()
    try await shop.batch(Self.feed)
    let before = try shop.folder.bytes(of: "library/posts/a-card/01-hook.png")
    try shop.photo(0x00aa00, to: "photos/blue.png")
    #expect(
      try await shop.batch(Self.feed)
        == ["a-card: drawn", "b-card: unchanged", "c-card: unchanged"])
    #expect(try shop.folder.bytes(of: "library/posts/a-card/01-hook.png") != before)
  }

  @Test func onlyAChangedRowIsDrawnAgain() async throws {
    let shop = try Workshop()
    try await shop.batch(Self.feed)
    let changed = Self.feed.replacing("9.50", with: "9.90")
    #expect(
      try await shop.batch(changed)
        == ["a-card: unchanged", "b-card: drawn", "c-card: unchanged"])
  }

  @Test func aChangedTemplateDrawsAllAgain() async throws {
    let shop = try Workshop()
    try await shop.batch(Self.feed)
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(style + "h1 { color: red }\n", to: "card/style.css")
    #expect(
      try await shop.batch(Self.feed) == ["a-card: drawn", "b-card: drawn", "c-card: drawn"])
  }

  @Test func aLostSlideIsDrawnAgain() async throws {
    let shop = try Workshop()
    try await shop.batch(Self.feed)
    try shop.folder.write("cut", to: "library/posts/b-card/02-words.png")
    #expect(
      try await shop.batch(Self.feed)
        == ["a-card: unchanged", "b-card: drawn", "c-card: unchanged"])
  }

  @Test func badRowsStopNoOther() async throws {
    let shop = try Workshop()
    try shop.folder.write("not a picture", to: "photos/broken.png")
    let outcomes = try await shop.batch(
      """
      handle,title,price,image
      a,Pot,twelve,blue.png
      b,Vase,9,nowhere.png
      c,Cup,7,broken.png
      d,Jug,8,red.png
      """)
    #expect(outcomes == ["a-card: failed", "b-card: failed", "c-card: failed", "d-card: drawn"])
    #expect(shop.folder.names(in: "library/posts") == ["d-card"])
  }

  @Test func aBadPictureIsBlamedOnItsRowOnce() async throws {
    let shop = try Workshop()
    try shop.folder.write("not a picture", to: "photos/broken.png")
    let rows = try shop.feed("handle,title,image\nx,Cup,broken.png\ny,Cup,broken.png\n").rows
    let batch = Batch(rows: rows, prepared: try shop.prepared(), recorder: try shop.recorder())
    let log = ResultLog()
    let summary = await batch.run(workers: 1, shouldStop: { false }, onResult: log.add)
    #expect(summary.failed == 2 && summary.drawn == 0)
    let places = log.results.map { result -> [String] in
      guard case .failed(let error) = result.outcome else { return [] }
      return error.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    }
    #expect(places == [["2:7"], ["3:7"]])
  }

  @Test func rowsOfOneNameGetKeysOfTheirOwn() async throws {
    let shop = try Workshop()
    let outcomes = try await shop.batch("title,price\nPot,1\nPot,2\nPOT!,3\n🦊,4\n🦊,5\n")
    // The fox is a glyph no catalogue font has to have; only the keys matter here.
    let keys = outcomes.map { $0.prefix { $0 != ":" } }
    #expect(keys == ["pot-card", "pot-card-2", "pot-card-3", "card", "card-2"])
  }

  @Test func aPlanWritesNothing() async throws {
    let shop = try Workshop()
    #expect(
      try await shop.batch(Self.feed, isPlan: true)
        == ["a-card: drawn", "b-card: drawn", "c-card: drawn"])
    #expect(shop.folder.names(in: "library").isEmpty)
  }

  @Test func twoWorkersWriteWhatOneWrites() async throws {
    let shop = try Workshop()
    let rows = (0..<12).map { "p\($0),Pot \($0),\($0 + 1),\($0 % 2 == 0 ? "red" : "blue").png" }
    let feed = (["handle,title,price,image"] + rows).joined(separator: "\n")
    try await shop.batch(feed, workers: 1)
    let other = LibraryFolder(path: shop.folder["other"])
    try await shop.batch(feed, workers: 2, in: other)
    let one = try shop.folder.tree("library/posts")
    let two = try shop.folder.tree("other/posts")
    #expect(one.count == 12 * 5)
    // Not in the expectation, which would print all bytes.
    let isSame = one == two
    #expect(isSame)
    for library in [shop.library, other] {
      let keys = try LibraryStore(library, for: .reading).read { try $0.postKeys() }
      #expect(keys.count == 12)
    }
  }

  @Test func aPublishedPostIsKeptAndDrawnAsTheNextVersion() async throws {
    let shop = try Workshop()
    #expect(try await shop.batch("handle,title\npot,Pot\n") == ["pot-card: drawn"])
    let store = try LibraryStore(shop.library, for: .writing)
    _ = try store.write(Workshop.circumstances) { writer in
      try writer.change(Key("pot-card")) { story, now in
        try story.publish(Publication(url: "url", itemID: "7300000000000000001", at: now), at: now)
      }
    }
    let published = try shop.folder.tree("library/posts/pot-card")
    #expect(try await shop.batch("handle,title\npot,Pot\n") == ["pot-card: unchanged"])
    #expect(try await shop.batch("handle,title\npot,Jug\n") == ["pot-card: drawn"])
    #expect(shop.folder.names(in: "library/posts") == ["pot-card", "pot-card-v2"])
    let isKept = try shop.folder.tree("library/posts/pot-card") == published
    #expect(isKept)
    #expect(try await shop.batch("handle,title\npot,Jug\n") == ["pot-card: unchanged"])
    #expect(shop.library.record(of: "pot-card-v2")?.key == "pot-card-v2")
    let next = try store.read { try $0.story(of: Key("pot-card-v2")) }
    #expect(next?.post.drawing?.version == 2)
    #expect(next?.post.drawing?.previous == Key("pot-card"))
  }

  @Test func postsWithoutARowAreAdopted() async throws {
    let shop = try Workshop()
    try await shop.batch("handle,title\npot,Pot\ncup,Cup\n")
    for name in ["library.sqlite", "library.sqlite-wal", "library.sqlite-shm"] {
      try? FileSystem.remove(shop.folder["library/\(name)"])
    }
    let recorder = try shop.recorder()
    #expect(recorder.adopted == ["cup-card", "pot-card"])
    #expect(try shop.recorder().adopted.isEmpty)
    #expect(try await shop.batch("handle,title\npot,Pot\n") == ["pot-card: unchanged"])
  }

  @Test func aStoppedBatchGoesOnWhereItStopped() async throws {
    let shop = try Workshop()
    #expect(try await shop.batch(Self.feed, stoppingAfter: 1) == ["a-card: drawn"])
    #expect(
      try await shop.batch(Self.feed)
        == ["a-card: unchanged", "b-card: drawn", "c-card: drawn"])
  }

  @Test func whatACrashLeftIsRemoved() async throws {
    let shop = try Workshop()
    try shop.folder.write("half", to: "library/posts/.flint-tmp-2147483646-3/01-hook.png")
    try await shop.batch("title\nPot\n")
    #expect(shop.folder.names(in: "library/posts") == ["pot-card"])
  }
}
