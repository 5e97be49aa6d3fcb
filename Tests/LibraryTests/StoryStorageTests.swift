import Diagnostics
import Foundation
import GRDB
import Posts
import TestSupport
import Testing

@testable import Library

@Suite struct StoryStorageTests {
  typealias Sample = SampleLibrary
  let now = Sample.now

  /// What is stored is what the events lead to, and reading it back changes nothing.
  private func expectSound(_ library: SampleLibrary, _ key: String, is story: PostStory) throws {
    try library.read { reader in
      #expect(try reader.story(of: Key(key)) == story)
      let events = try reader.events(of: Key<Post>(key))
      #expect(try PostStory.rebuilt(key: Key(key), from: events) == story)
    }
  }

  @Test func everyStateComesBackAsItWasWritten() throws {
    let library = try SampleLibrary()
    var story = try library.publish("vase")
    try expectSound(library, "vase", is: story)
    func change(_ body: (inout PostStory) throws -> [PostEvent]) throws {
      story = try library.change("vase") { story, _ in try body(&story) }
      try expectSound(library, "vase", is: story)
    }
    let terms = PostEvent.Terms(authorization: Key("r1"), brand: Sample.brand, days: 30)
    try change { try $0.request(terms, at: now) }
    try change { try $0.withdraw(Key("r1"), at: now) }
    story = try library.authorize("vase", as: "a1", code: "#First1234567=")
    try expectSound(library, "vase", is: story)
    try change { try $0.share(Key("a1"), how: "mail", at: now) }
    try change {
      try $0.apply(
        Key("a1"), advertiser: Key("7000000000000000002"), result: .refused("no"), at: now)
    }
    try change { try $0.extend(Key("a1"), days: 30, at: now) }
    try change {
      try $0.readEnd(Key("a1"), end: now.adding(days: 50), source: .tiktok, at: now)
    }
    story = try library.advertise("vase", on: "a1", as: "ad1")
    try expectSound(library, "vase", is: story)
    try change { try $0.submit(Key("ad1"), tiktokID: "1790000000000001", at: now) }
    try change { try $0.move(Key("ad1"), to: .rejected, reasons: ["music", "text"], at: now) }
    try change { try $0.submit(Key("ad1"), tiktokID: nil, at: now) }
    for status in [Ad.Status.inReview, .approved, .live, .paused, .live] {
      try change { try $0.move(Key("ad1"), to: status, at: now) }
    }
    try change { try $0.readStatus(Key("ad1"), word: "SOME_NEW_WORD", at: now) }
    story = try library.authorize(
      "vase", as: "a2", code: "#Second123456=", brand: Key("atelier"))
    try change { try $0.revoke(Key("a2"), isForced: false, at: now) }
    try change {
      try $0.request(
        PostEvent.Terms(authorization: Key("r2"), brand: Key("atelier"), days: 7), at: now)
    }
    try change { try $0.remove(by: .tiktok, isForced: true, at: now) }
    #expect(story.authorizations.count == 4)
    #expect(story.ads[0].status == .ended)
  }

  @Test func nothingIsWrittenWithoutEventsOrWhenAVerbRefuses() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    let before = try library.read { try $0.log(limit: 1000).count }
    try library.change("vase") { $0.tag(["coffee", "spring"], at: $1) }
    #expect(throws: Refusal.self) {
      try library.change("vase") { story, now in
        let events = story.tag(["other"], at: now)
        return try events + story.extend(Key("none"), days: 30, at: now)
      }
    }
    #expect(try library.read { try $0.log(limit: 1000).count } == before)
    #expect(
      try library.read { try $0.story(of: Key("vase"))?.post.tags } == ["coffee", "spring"])
  }

  @Test func eachEventSaysWhenWhoAndByWhichCommand() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    let last = try library.read { try $0.log(limit: 1)[0] }
    #expect(last.subjectKind == "post")
    #expect(last.subject == "vase")
    #expect(last.kind == "published")
    #expect(last.at == now)
    #expect(last.by == "tester")
    #expect(last.command == "test")
  }

  @Test(arguments: ["UPDATE events SET by = 'me'", "DELETE FROM events"])
  func eventsCannotBeChanged(sql: String) throws {
    let library = try SampleLibrary()
    #expect(throws: Diagnostic.self) {
      try library.write { try $0.db.execute(sql: sql) }
    }
  }

  @Test(arguments: [
    "UPDATE posts SET stage = 'gone'", "UPDATE posts SET stage = 'draft'",
    "UPDATE posts SET url = NULL", "UPDATE posts SET removed = 1",
    "UPDATE posts SET creator = 'nobody'", "UPDATE posts SET published = 'soon'",
    "UPDATE authorizations SET fingerprint = NULL", "UPDATE authorizations SET closed = 1",
    "UPDATE authorizations SET stage = 'requested'", "UPDATE authorizations SET brand = 'nobody'",
    "UPDATE ads SET stage = 'ended'", "UPDATE ads SET since = 1",
    "UPDATE ads SET budget_currency = NULL", "DELETE FROM posts", "DELETE FROM brands",
  ])
  func theDatabaseItselfRefusesWhatCannotBe(sql: String) throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.authorize("vase", as: "a1", code: "#First1234567=")
    try library.advertise("vase", on: "a1", as: "ad1")
    #expect(throws: Diagnostic.self) {
      try library.write { try $0.db.execute(sql: sql) }
    }
  }

  // MARK: Rules over several posts

  @Test func oneIDAtTikTokBelongsToOnePost() throws {
    let library = try SampleLibrary()
    let publication = try #require(try library.publish("vase").post.publication)
    #expect(
      throws: Refusal.itemIsKnown(itemID: publication.itemID, post: Key("vase"))
    ) {
      try library.change("mug") { story, now in
        try story.note(at: now) + story.publish(publication, at: now)
      }
    }
    #expect(try library.read { try $0.story(of: Key("mug")) } == nil)
  }

  @Test func oneCodeBelongsToOneAuthorization() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.publish("mug")
    try library.authorize("vase", as: "a1", code: "#First1234567=")
    #expect(throws: Refusal.codeIsKnown(Key("a1"), post: Key("vase"))) {
      try library.authorize("mug", as: "a2", code: "#First1234567=")
    }
  }

  @Test func lookAlikeCodesAreFound() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.authorize("vase", as: "a1", code: "#First1O34567=")
    func alike(_ code: String) throws -> [String] {
      try library.read { try $0.codes(alike: SparkCode(secret: code)).map(\.authorization.text) }
    }
    #expect(try alike("#first1034567=") == ["a1"])
    #expect(try alike("#First1O34567=") == [])
    #expect(try alike("#Other") == [])
  }

  @Test func aDiscardedDraftLeavesItsEventsOnly() throws {
    let library = try SampleLibrary()
    func draw(tags: Set<String>) throws -> PostStory {
      try library.change("bowl") { story, now in
        try story.draw(
          Sample.drawing(), caption: "Bowl", title: nil, facts: Post.Facts(), at: now)
          + story.tag(tags, at: now)
      }
    }
    _ = try draw(tags: ["one"])
    try library.write { try $0.discard(Key("bowl")) }
    #expect(try library.read { try $0.story(of: Key("bowl")) } == nil)
    #expect(try library.read { try $0.search("bowl", limit: 9).isEmpty })
    #expect(try library.read { try $0.log(limit: 1)[0].kind } == "discarded")
    try expectSound(library, "bowl", is: draw(tags: []))
    try library.publish("vase")
    #expect(throws: Diagnostic.self) { try library.write { try $0.discard(Key("vase")) } }
  }

  @Test func keysOfAuthorizationsAndAdsAreUniqueInTheLibrary() throws {
    let library = try SampleLibrary()
    for (post, code) in [("vase", "#First1234567="), ("mug", "#Second123456=")] {
      try library.publish(post)
      try library.authorize(post, as: "\(post)-1", code: code)
    }
    try library.advertise("vase", on: "vase-1", as: "ad1")
    #expect(throws: Refusal.adIsKnown(Key("ad1"))) {
      try library.advertise("mug", on: "mug-1", as: "ad1")
    }
    #expect(throws: Diagnostic.self) {
      try library.authorize("mug", as: "vase-1", code: "#Third1234567=", brand: Key("atelier"))
    }
  }

  @Test func partiesMustBeKnown() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    let error = #expect(throws: Diagnostic.self) {
      try library.authorize("vase", as: "a1", code: "#First1234567=", brand: Key("nobody"))
    }
    #expect(error?.message == "the library has no brand \"nobody\"")
    let creator = #expect(throws: Diagnostic.self) {
      try library.change("mug") { story, now in
        try story.note(at: now) + story.assign(to: Key("nobody"), at: now)
      }
    }
    #expect(creator?.message == "the library has no creator \"nobody\"")
  }

  // MARK: Secrets

  @Test func aCodeStandsInTheVaultOnly() throws {
    let library = try SampleLibrary()
    try library.publish("vase")
    try library.authorize("vase", as: "a1", code: "#Canary0123456789=")
    let queue = try DatabaseQueue(path: library.folder["library.sqlite"])
    let tables = try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'codes'")
    }
    for table in tables {
      let rows = try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM \"\(table)\"") }
      #expect(!rows.contains { $0.description.lowercased().contains("canary") }, "\(table)")
    }
    let story = try library.read { try $0.story(of: Key("vase")) }
    let mark = try #require(story?.authorizations[0].grant?.code)
    #expect(
      try library.read { try $0.code(withFingerprint: mark.fingerprint)?.secret }
        == "#Canary0123456789=")
  }
}
