import Files
import Posts
import TestSupport

@testable import Library

/// A library in a temporary folder, and the parties and stories that tests write into it.
struct SampleLibrary {
  let folder: TemporaryFolder
  let store: LibraryStore

  /// Noon of a day in 2026.
  static let now = Moment("2026-03-01T12:00:00Z")!
  static let brand = Key<Brand>("harbor")
  static let creator = Key<Creator>("creator")
  static let account = Key<Advertiser>("7000000000000000001")

  static func circumstances(_ at: Moment = now) -> Circumstances {
    Circumstances(at: at, by: "tester", command: "test")
  }

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(LibraryFolder(path: folder.path), for: .writing)
    try write { writer in
      try writer.save(Creator(key: Self.creator))
      try writer.save(Brand(key: Self.brand, name: "Harbor"))
      try writer.save(Brand(key: Key("atelier")))
      try writer.save(Advertiser(key: Self.account, brand: Self.brand, currency: "USD"))
      try writer.save(Advertiser(key: Key("7000000000000000002"), brand: Self.brand))
    }
  }

  @discardableResult
  func write<Value>(
    at: Moment = now, _ body: (LibraryWriter) throws -> Value
  ) throws -> Value {
    try store.write(Self.circumstances(at), body)
  }

  @discardableResult
  func read<Value>(_ body: (LibraryReader) throws -> Value) throws -> Value {
    try store.read(body)
  }

  /// Changes a post, as the verbs say.
  @discardableResult
  func change(
    _ key: String, at: Moment = now, _ body: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws -> PostStory {
    try write(at: at) { try $0.change(Key(key), body) }
  }

  static func drawing(_ words: String = "a", origin: String = "origin") -> Post.Drawing {
    Post.Drawing(
      template: "quote", kit: nil, origin: origin, format: "png",
      slides: [
        Slide(
          file: "01-\(words).png", name: words, width: 1080, height: 1920, bytes: 10, sha256: "ab"),
        Slide(file: "02-b.png", name: "b", width: 1080, height: 1920, bytes: 20, sha256: "cd"),
      ])
  }

  /// A post that is drawn and published.
  @discardableResult
  func publish(_ key: String, caption: String = "Caption", at: Moment = now) throws -> PostStory {
    try change(key, at: at) { story, now in
      var facts = Post.Facts()
      facts.disclosure = .brandedContent
      facts.musicIsCleared = true
      var events = try story.draw(
        Self.drawing(), caption: caption, title: "Title", facts: facts, at: now)
      events += try story.assign(to: Self.creator, at: now)
      events += story.tag(["spring", "coffee"], at: now)
      events += try story.publish(
        Publication(
          url: "https://www.tiktok.com/@creator/photo/\(Self.itemID(of: key))",
          itemID: Self.itemID(of: key), at: now), at: now)
      return events
    }
  }

  /// Digits made of a key.
  static func itemID(of key: String) -> String {
    let number = key.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 1_000_000_007 }
    return "7\(1_000_000_000_000_000_000 + number)".prefix(19).description
  }

  /// A code for a published post.
  @discardableResult
  func authorize(
    _ post: String, as key: String, code: String, days: Int = 30, agreement: Key<Agreement>? = nil,
    brand: Key<Brand> = brand, at: Moment = now
  ) throws -> PostStory {
    let secret = SparkCode(secret: code)
    let mark = CodeMark(secret, sha256: sha256Hex(Array(code.utf8)))
    return try write(at: at) { writer in
      try writer.keep(secret, fingerprint: mark.fingerprint)
      return try writer.change(Key(post)) { story, now in
        try story.issue(
          PostEvent.Terms(
            authorization: Key(key), brand: brand, days: days, agreement: agreement),
          code: mark, start: now, end: now.adding(days: days), endSource: .counted, at: now)
      }
    }
  }

  /// An ad on a code, applied and planned.
  @discardableResult
  func advertise(
    _ post: String, on authorization: String, as key: String, days: Int = 10, at: Moment = now
  ) throws -> PostStory {
    try change(post, at: at) { story, now in
      var events = try story.apply(
        Key(authorization), advertiser: Self.account, result: .accepted, at: now)
      var plan = Ad.Plan(
        authorization: Key(authorization), advertiser: Self.account, name: "Ad \(key)",
        start: now, end: now.adding(days: days))
      plan.budget = .daily(Money(minorUnits: 5_000, currency: "USD"))
      plan.objective = "TRAFFIC"
      events += try story.plan(Key(key), plan, at: now)
      return events
    }
  }
}
