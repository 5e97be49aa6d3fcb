import Archives
import Diagnostics
import Feeds
import Files
import Foundation
import Images
import Library
import Pixels
import Posts
import Templates
import TestSupport

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A creator's drawn post, and what it is handed off with.
struct Handover {
  static let key = Key<Post>("best-pot-card")
  static let creator = Creator(key: Key("creator"), name: "The creator")
  static let brand = Brand(key: Key("harbor"), name: "Harbor & Sons")
  /// No code of anybody's.
  static let code = SparkCode(secret: "#Zx8cAnArYv+09/qWeRtYuIoP==")
  static let now = Moment("2026-03-10T12:00:00Z")!
  static let published = Publication(
    url: "https://www.tiktok.com/@creator/photo/7300000000000000001",
    itemID: "7300000000000000001", at: Moment("2026-03-01T09:00:00Z")!)

  let shop: Workshop
  /// Finds the shop's template by its name, as a hand-off does.
  var workspace: Workspace {
    var workspace = shop.workspace
    workspace.templateFolders.insert(shop.folder.path, at: 0)
    return workspace
  }
  var record: PostRecord

  init(_ settings: DrawSettings = DrawSettings(), title: String = "Best pot") throws {
    shop = try Workshop()
    let row = Row(
      key: nil,
      cells: [("title", title), ("price", "12 EUR"), ("image", "blue.png")].map {
        (name: $0.0, cell: Row.Cell(.text($0.1), at: SourceLocation(file: "row.yaml")))
      }, location: SourceLocation(file: "row.yaml"))
    let render = try SingleRender(
      row: row, prepared: try shop.prepared(settings),
      words: PostWords(caption: "A pot. #pots", title: "The pot", disclosure: "branded content"))
    try shop.library.prepare()
    let (record, drawn) = try render.draw()
    try shop.library.write(record, files: drawn.folderEntries(caption: record.caption))
    self.record = record
  }

  var drawing: Post.Drawing {
    Post.Drawing(
      template: record.template?.name, kit: record.kit?.name, origin: record.origin,
      format: record.format,
      slides: record.slides.map {
        Slide(
          file: $0.file, name: $0.name, width: $0.width, height: $0.height, bytes: $0.bytes,
          sha256: $0.sha256)
      })
  }

  var facts: Post.Facts {
    var facts = Post.Facts()
    facts.disclosure = .brandedContent
    facts.isAIGenerated = false
    facts.privacy = .everyone
    return facts
  }

  /// Drawn, published, and authorized when asked for.
  func story(authorized: Bool = true, published: Bool = true) throws -> PostStory {
    var story = PostStory(key: Key(record.key))
    try story.draw(
      drawing, caption: record.caption, title: record.title, facts: facts, at: Self.now)
    try story.assign(to: Self.creator.key, at: Self.now)
    if published { try story.publish(Self.published, at: Self.now) }
    if authorized {
      try story.issue(
        PostEvent.Terms(
          authorization: Key("\(record.key)@harbor"), brand: Self.brand.key, days: 30,
          agreement: agreement.key),
        code: Self.mark, start: Self.now, end: Self.now.adding(days: 30), endSource: .creator,
        at: Self.now)
    }
    return story
  }

  static var mark: CodeMark {
    CodeMark(code, sha256: sha256Hex(Array(code.secret.utf8)))
  }

  var agreement: Agreement {
    get throws {
      let key = Key<Agreement>("creator@harbor")
      return Agreement(
        key: key, creator: Self.creator.key, brand: Self.brand.key,
        terms: try Agreement.Terms(
          currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"),
          share: SpendShare("5%"), days: 30, usageRights: "ads only", agreement: key),
        made: Moment("2026-02-20T10:00:00Z")!)
    }
  }

  func stored(_ story: PostStory? = nil, takesChanged: Bool = false) throws -> StoredPost {
    try StoredPost(
      story ?? self.story(), in: shop.library, takesChanged: takesChanged)
  }

  func source(withCode: Bool) throws -> BundleSource {
    let stored = try stored()
    return BundleSource(
      stored: stored, creator: Self.creator, brand: Self.brand,
      authorization: stored.story.authorizations.first, agreement: try agreement,
      code: withCode ? Self.code : nil)
  }

  func entries(withCode: Bool = true) throws -> [FileEntry] {
    try SparkBundle.entries(of: try source(withCode: withCode))
  }

  /// The bundle as a file, changed before it is packed.
  func zip(
    withCode: Bool = true, named name: String = "bundle.zip",
    changing change: (inout [FileEntry]) throws -> Void = { _ in }
  ) throws -> String {
    var entries = try entries(withCode: withCode)
    try change(&entries)
    try shop.folder.write(try ZIPWriter.bytes(entries), to: name)
    return shop.folder[name]
  }

  /// As above, with one value of the manifest or another part changed, and its digest made to fit.
  func zip(
    _ part: String = SparkBundle.manifestName, changing change: (inout [String: Any]) -> Void
  ) throws -> String {
    try zip { entries in
      let index = entries.firstIndex { $0.path == part }!
      var object =
        try JSONSerialization.jsonObject(with: Data(entries[index].bytes)) as! [String: Any]
      change(&object)
      entries[index].bytes = Array(try JSONSerialization.data(withJSONObject: object))
      guard part != SparkBundle.manifestName else { return }
      let manifest = entries.firstIndex { $0.path == SparkBundle.manifestName }!
      var parts =
        try JSONDecoder().decode(
          SparkBundle.Manifest.self, from: Data(entries[manifest].bytes))
      let file = parts.files.firstIndex { $0.path == part }!
      parts.files[file].bytes = entries[index].bytes.count
      parts.files[file].sha256 = sha256Hex(entries[index].bytes)
      entries[manifest].bytes = Array(try JSONEncoder().encode(parts))
    }
  }
}
