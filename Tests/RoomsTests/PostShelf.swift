import Files
import Library
import Posts
import TestSupport

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A library of its own for one test, with posts in it.
struct PostShelf {
  static let now = Moment(seconds: 1_800_000_000)
  static let code = Key<Authorization>("mug@harbor")
  static let ad = Key<Ad>("spring")

  let folder: TemporaryFolder
  let store: LibraryStore

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(LibraryFolder(path: folder["library"]), for: .writing)
  }

  func desk(isDryRun: Bool = false, at now: Moment = now) throws -> Desk {
    try Desk(
      store.folder, Circumstances(at: now, by: "tester", command: "post test"),
      isDryRun: isDryRun)
  }

  /// A draft of two slides with its folder.
  func draft(_ key: String = "mug", caption: String = "A mug.") throws {
    let slides = (1...2).map { number in
      Slide(
        file: "0\(number)-card.png", name: "card", width: 160, height: 240, bytes: 3,
        sha256: String(repeating: "0", count: 64))
    }
    let origin = String(repeating: "1", count: 64)
    let record = PostRecord(
      key: key, template: PostRecord.Template(name: "card", digest: origin), kit: nil, row: nil,
      size: [160, 240], format: "png", fonts: [], caption: caption,
      slides: slides.map {
        PostRecord.Slide(
          file: $0.file, name: $0.name, width: $0.width, height: $0.height, bytes: $0.bytes,
          sha256: $0.sha256, alt: [], text: "A mug")
      }, origin: origin)
    try store.folder.write(
      record,
      files: slides.map { FileSystem.FolderEntry(name: $0.file, bytes: [1, 2, 3]) } + [
        FileSystem.FolderEntry(name: "caption.txt", bytes: Array((caption + "\n").utf8))
      ])
    let drawing = Post.Drawing(
      template: "card", kit: nil, origin: origin, format: "png", slides: slides)
    try change(key) { story, now in
      try story.draw(drawing, caption: caption, title: nil, facts: Post.Facts(), at: now)
    }
  }

  func url(_ number: Int = 1, creator: String = "creator") -> String {
    "https://www.tiktok.com/@\(creator)/photo/730000000000000000\(number)"
  }

  @discardableResult
  func publish(_ key: String = "mug", _ number: Int = 1) throws -> Desk.PostChange {
    try desk().publishPost(key, try PostLink(url(number)), at: nil, creator: nil)
  }

  /// The creator of `mug` has a code for the brand `harbor`, valid for 30 days.
  func authorize() throws {
    let code = SparkCode(secret: "#Testcode0123456789=")
    let digest = sha256Hex(Array(code.secret.utf8))
    try store.write(circumstances) { writer in
      try writer.save(Brand(key: Key("harbor")))
      try writer.keep(code, fingerprint: digest)
      try writer.change(Key("mug")) { story, now in
        try story.issue(
          PostEvent.Terms(authorization: Self.code, brand: Key("harbor"), days: 30),
          code: CodeMark(code, sha256: digest), start: now, end: now.adding(days: 30),
          endSource: .creator, at: now)
      }
    }
  }

  /// An ad of `harbor` on the code of `mug`, handed in.
  func advertise() throws {
    let advertiser = Key<Advertiser>("7000000000001")
    try store.write(circumstances) { writer in
      try writer.save(Advertiser(key: advertiser, brand: Key("harbor"), name: "Harbor EU"))
      try writer.change(Key("mug")) { story, now in
        let plan = Ad.Plan(
          authorization: Self.code, advertiser: advertiser, name: "spring", start: now,
          end: now.adding(days: 20))
        return try story.apply(Self.code, advertiser: advertiser, result: .accepted, at: now)
          + story.plan(Self.ad, plan, at: now)
          + story.submit(Self.ad, tiktokID: nil, at: now)
      }
    }
  }

  func change(
    _ key: String, _ change: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws {
    try store.write(circumstances) { _ = try $0.change(Key(key), change) }
  }

  func story(_ key: String = "mug") throws -> PostStory? {
    try store.read { try $0.story(of: Key(key)) }
  }

  func dossier(_ name: String = "mug") throws -> PostDossier {
    try PostDossier(of: name, in: store, at: Self.now)
  }

  func eventCount(_ key: String = "mug") throws -> Int {
    try store.read { try $0.events(of: Key<Post>(key)).count }
  }

  private var circumstances: Circumstances {
    Circumstances(at: Self.now, by: "tester", command: "test")
  }
}
