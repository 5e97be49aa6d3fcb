import Archives
import Diagnostics
import Files
import Foundation
import Images
import Library
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// From the creator's library through a ZIP into the brand's.
@Suite struct PostImportTests {
  private static let circumstances = Circumstances(
    at: Handover.now.adding(days: 1), by: "somebody", command: "test")

  /// A creator with a post, and a brand without anything.
  private struct Sides {
    let handover: Handover
    let creator: LibraryStore
    var brandFolder: LibraryFolder { LibraryFolder(path: handover.shop.folder["brand"]) }

    init(authorized: Bool = true, published: Bool = true) throws {
      handover = try Handover()
      creator = try LibraryStore(handover.shop.library, for: .writing)
      let handover = handover
      let agreement = try handover.agreement
      try creator.write(Circumstances(at: agreement.made, by: "c", command: "test")) { writer in
        try writer.save(Handover.creator)
        try writer.save(Handover.brand)
        try writer.save(agreement, events: [agreement.making])
        let wanted = try handover.story(authorized: authorized, published: published)
        try writer.dated(Handover.now).change(wanted.post.key) { story, now in
          var events = try story.draw(
            handover.drawing, caption: handover.record.caption, title: handover.record.title,
            facts: handover.facts, at: now)
          events += try story.assign(to: Handover.creator.key, at: now)
          if published { events += try story.publish(Handover.published, at: now) }
          guard authorized else { return events }
          try writer.keep(Handover.code, fingerprint: Handover.mark.fingerprint)
          return try events
            + story.issue(
              PostEvent.Terms(
                authorization: Key("best-pot-card@harbor"), brand: Handover.brand.key, days: 30,
                agreement: agreement.key),
              code: Handover.mark, start: now, end: now.adding(days: 30), endSource: .creator,
              at: now)
        }
      }
    }

    /// Packs the post for the brand.
    func pack(
      withCode: Bool = true, to name: String = "bundle.zip",
      at now: Moment = PostImportTests.circumstances.at
    ) throws -> String {
      let path = handover.shop.folder[name]
      _ = try PostExport(
        .init(target: .spark, brand: Handover.brand.key, withCode: withCode), from: creator,
        in: handover.workspace
      ).export(
        Handover.key, to: path,
        circumstances: Circumstances(at: now, by: "c", command: "post export"), isPlan: false)
      return path
    }

    @discardableResult
    func take(
      _ path: String, at now: Moment = PostImportTests.circumstances.at, isPlan: Bool = false
    ) throws -> PostImport.Imported {
      try PostImport(path).take(
        at: try Desk(
          brandFolder, Circumstances(at: now, by: "b", command: "post import"), begins: true,
          isDryRun: isPlan), show: { "\($0)" })
    }

    func brandStore() throws -> LibraryStore { try LibraryStore(brandFolder, for: .writing) }
  }

  @Test func bothSidesHaveTheSamePostTermsAndStatement() throws {
    let sides = try Sides()
    let imported = try sides.take(try sides.pack())
    #expect(imported.isNew && imported.warnings.isEmpty)
    let brand = try sides.brandStore()
    let theirs = try #require(try sides.creator.read { try $0.story(of: Handover.key) })
    let ours = try #require(try brand.read { try $0.story(of: imported.post) })
    #expect(ours.post == theirs.post)
    let (a, b) = (theirs.authorizations[0], ours.authorizations[0])
    #expect((a.key, a.brand, a.days, a.agreement) == (b.key, b.brand, b.days, b.agreement))
    #expect(a.grant?.code == b.grant?.code)
    #expect(a.grant?.start == b.grant?.start && a.grant?.end == b.grant?.end)
    let later = Handover.now.adding(days: 3)
    func statements(_ store: LibraryStore) throws -> [Statement] {
      try store.read {
        try $0.statements(
          creator: Handover.creator.key, brand: Handover.brand.key, agreement: nil, days: nil,
          at: later)
      }
    }
    #expect(try statements(brand) == statements(sides.creator))
    #expect(try statements(brand).count == 1)
    #expect(
      try brand.read { try $0.code(withFingerprint: Handover.mark.fingerprint) } == Handover.code)
    #expect(try brand.read { try $0.search("best", limit: 9) }.map(\.post) == [imported.post])
  }

  @Test func theFilesAreTheCreators() throws {
    let sides = try Sides()
    try sides.take(try sides.pack())
    let shop = sides.handover.shop.folder
    let theirs = try shop.tree("library/posts/best-pot-card")
    let ours = try shop.tree("brand/posts/best-pot-card")
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (name, bytes) in ours where name != "post.json" {
      #expect(theirs[name] == bytes, "\(name)")
    }
    let record = try #require(sides.brandFolder.record(of: "best-pot-card"))
    #expect(record.slides == sides.handover.record.slides)
    #expect(record.row == nil)
    for (path, mode) in [("", 0o700), ("/posts", 0o700), ("/posts/best-pot-card", 0o700)] {
      #expect(FileSystem.permissions(of: sides.brandFolder.path + path) == mode)
    }
    #expect(
      FileSystem.permissions(of: shop["brand/posts/best-pot-card/01-hook.png"]) == 0o600)
  }

  @Test func rebuiltFromEventsItIsTheSame() throws {
    let sides = try Sides()
    let imported = try sides.take(try sides.pack())
    let brand = try sides.brandStore()
    let (story, events) = try brand.read { reader in
      (try reader.story(of: imported.post), try reader.events(of: imported.post))
    }
    #expect(try PostStory.rebuilt(key: imported.post, from: events) == story)
  }

  @Test func aSecondTimeChangesNothing() throws {
    let sides = try Sides()
    let path = try sides.pack()
    let first = try sides.take(path)
    let brand = try sides.brandStore()
    let before = try brand.read { try $0.events(of: first.post) }
    let second = try sides.take(path, at: Self.circumstances.at.adding(days: 1))
    #expect(!second.isNew && second.changes.isEmpty && second.warnings.isEmpty)
    #expect(second.post == first.post && second.authorization == first.authorization)
    #expect(try brand.read { try $0.events(of: first.post) } == before)
    #expect(try brand.read { try $0.agreements(creator: nil, brand: nil) }.count == 1)
  }

  @Test func exportingTheCodeIsNotedAndExportingWithoutIsNot() throws {
    let sides = try Sides()
    func shares() throws -> [Grant.Share] {
      try sides.creator.read { try $0.story(of: Handover.key) }?.authorizations[0].grant?.shares
        ?? []
    }
    _ = try sides.pack(withCode: false)
    #expect(try shares() == [])
    let path = try sides.pack()
    #expect(try shares() == [Grant.Share(how: "export", at: Self.circumstances.at)])
    #expect(FileSystem.permissions(of: path) == 0o600)
    // What was shared before is not in the bytes.
    let again = try sides.pack(to: "again.zip")
    #expect(
      try FileSystem.read(path, limit: 1 << 24) == FileSystem.read(again, limit: 1 << 24))
  }

  @Test func anExtensionIsNewsAndSaidSo() throws {
    let sides = try Sides()
    try sides.take(try sides.pack())
    let now = Self.circumstances.at
    _ = try sides.creator.write(Self.circumstances) { writer in
      try writer.change(Handover.key) { story, now in
        try story.extend(story.authorizations[0].key, days: 30, at: now)
      }
    }
    let imported = try sides.take(try sides.pack(to: "later.zip"), at: now.adding(days: 2))
    #expect(
      imported.changes == [
        "best-pot-card@harbor ends 2026-05-09T12:00:00Z instead of 2026-04-09T12:00:00Z"
      ])
    let brand = try sides.brandStore()
    let story = try brand.read { try $0.story(of: imported.post) }
    #expect(story?.authorizations.count == 1)
    #expect(story?.authorizations[0].grant?.end == Handover.now.adding(days: 60))
  }

  @Test func withoutItsCodeAnAuthorizationIsAskedForAndThenAnswered() throws {
    let sides = try Sides()
    let first = try sides.take(try sides.pack(withCode: false))
    #expect(first.warnings.map(\.message) == ["the bundle speaks of a code and does not hold it"])
    let brand = try sides.brandStore()
    func status() throws -> [Authorization.Status] {
      try brand.read { try $0.story(of: first.post) }?.authorizations
        .map { $0.status(at: Self.circumstances.at) } ?? []
    }
    #expect(try status() == [.requested])
    #expect(try sides.take(try sides.pack(withCode: false)).changes.isEmpty)
    try sides.take(try sides.pack())
    #expect(try status() == [.shared])
  }

  @Test func aPostThatWasOnlyNotedGetsItsPictures() throws {
    let sides = try Sides()
    let brand = try sides.brandStore()
    let noted = Key<Post>("pot")
    try brand.write(Self.circumstances) { writer in
      try writer.save(Brand(key: Handover.brand.key))
      try writer.change(noted) { story, now in
        try story.note(at: now) + story.publish(Handover.published, at: now)
          + story.request(
            PostEvent.Terms(
              authorization: Key("pot@harbor"), brand: Handover.brand.key, days: 30), at: now)
      }
    }
    let imported = try sides.take(try sides.pack())
    #expect(imported.post == noted && !imported.isNew)
    let story = try #require(try brand.read { try $0.story(of: noted) })
    #expect(story.post.drawing?.slides == sides.handover.drawing.slides)
    #expect(story.post.creator == Handover.creator.key)
    #expect(story.authorizations.map(\.key) == [Key("pot@harbor")])
    #expect(story.authorizations[0].status(at: Self.circumstances.at) == .shared)
    #expect(sides.brandFolder.record(of: "pot")?.slides.count == 2)
  }

  @Test func anotherPostOfTheNameStaysAndIsSaidSo() throws {
    let sides = try Sides()
    let brand = try sides.brandStore()
    _ = try brand.write(Self.circumstances) { writer in
      try writer.change(Handover.key) { story, now in story.note(at: now) }
    }
    let path = try sides.pack()
    let imported = try sides.take(path)
    #expect(imported.post == Key("best-pot-card-2"))
    #expect(
      imported.warnings.map(\.message) == [
        "another post is named \"best-pot-card\" here; this one is \"best-pot-card-2\""
      ])
    #expect(imported.authorization == Key("best-pot-card-2@harbor"))
    #expect(try sides.take(path).post == imported.post)
  }

  @Test func aFolderThatIsInTheWayIsNeverOverwritten() throws {
    let sides = try Sides()
    try sides.handover.shop.folder.write("mine", to: "brand/posts/best-pot-card/notes.txt")
    #expect(try sides.take(try sides.pack()).post == Key("best-pot-card-2"))
    #expect(
      try sides.handover.shop.folder.text(of: "brand/posts/best-pot-card/notes.txt") == "mine")
  }

  @Test func draftsAreKnownByTheirPictures() throws {
    let sides = try Sides(authorized: false, published: false)
    let path = try sides.pack(withCode: false)
    let first = try sides.take(path)
    #expect(first.isNew && first.authorization == nil)
    #expect(try !sides.take(path).isNew)
    _ = try sides.creator.write(Self.circumstances) { writer in
      try writer.change(Handover.key) { story, now in
        try story.publish(Handover.published, at: now)
      }
    }
    let later = try sides.take(try sides.pack(withCode: false, to: "live.zip"))
    #expect(later.post == first.post && !later.isNew)
    #expect(later.changes == ["published as 7300000000000000001"])
  }

  @Test func codesAreUniqueAsWithCodeAdd() throws {
    let sides = try Sides()
    let brand = try sides.brandStore()
    let look = SparkCode(secret: "#zx8cAnArYv+09/qWeRtYuIoP==")
    let mark = CodeMark(look, sha256: sha256Hex(Array(look.secret.utf8)))
    let path = try sides.pack()
    try brand.write(Self.circumstances) { writer in
      try writer.save(Brand(key: Key("other")))
      try writer.keep(look, fingerprint: mark.fingerprint)
      try writer.change(Key("elsewhere")) { story, now in
        var publication = Handover.published
        publication.itemID = "7300000000000000002"
        return try story.note(at: now) + story.publish(publication, at: now)
          + story.issue(
            PostEvent.Terms(
              authorization: Key("elsewhere@other"), brand: Key("other"), days: 30), code: mark,
            start: now, end: now.adding(days: 30), endSource: .creator, at: now)
      }
    }
    let refusal = try #require(throws: Refusal.self) { try sides.take(path) }
    #expect(refusal.name == "code-is-almost-known")
    // Nothing of it stays.
    #expect(try brand.read { try $0.story(of: Handover.key) } == nil)
    #expect(!FileSystem.folderExists(sides.brandFolder.postPath("best-pot-card")))
    #expect(try brand.read { try $0.creators() }.isEmpty)
  }

  @Test func codesThatAreOverAreNotHandedOff() throws {
    let sides = try Sides()
    let end = Handover.now.adding(days: 30)
    let refusal = try #require(throws: Refusal.self) { try sides.pack(at: end) }
    #expect(refusal.name == "code-has-ended")
    #expect(!FileSystem.fileExists(sides.handover.shop.folder["bundle.zip"]))
    let imported = try sides.take(try sides.pack(withCode: false, at: end), at: end)
    #expect(imported.authorization == nil && imported.warnings.count == 1)
  }

  @Test func withoutAnAuthorizationThereIsNoCodeToHandOff() throws {
    let sides = try Sides(authorized: false)
    let refusal = try #require(throws: Refusal.self) { try sides.pack() }
    #expect(refusal.name == "no-such-authorization")
  }

  @Test func aPlanChangesNothing() throws {
    let sides = try Sides()
    let path = try sides.pack()
    #expect(try sides.take(path, isPlan: true).isNew)
    #expect(!FileSystem.folderExists(sides.brandFolder.path))
    let brand = try sides.brandStore()
    #expect(try sides.take(path, isPlan: true).changes.contains("new post"))
    #expect(try brand.read { try $0.posts(PostFilter(), at: Handover.now) }.isEmpty)
    #expect(!FileSystem.folderExists(sides.brandFolder.postPath("best-pot-card")))
  }

  @Test func paymentsThatAreNotNotedHereAreTold() throws {
    let sides = try Sides()
    try sides.take(try sides.pack())
    try sides.creator.write(Self.circumstances) { writer in
      var agreement = try sides.handover.agreement
      let events = try agreement.pay(
        Money(minorUnits: 10_000, currency: "USD"), note: nil, at: Self.circumstances.at)
      try writer.save(agreement, events: events)
    }
    let path = try sides.pack(to: "paid.zip")
    let imported = try sides.take(path)
    #expect(imported.warnings.count == 1)
    // A library that hears of the agreement for the first time takes them over.
    let fresh = LibraryFolder(path: sides.handover.shop.folder["fresh"])
    _ = try PostImport(path).take(
      at: try Desk(fresh, Self.circumstances, begins: true), show: { "\($0)" })
    let payments = try LibraryStore(fresh, for: .reading).read {
      try $0.agreements(creator: nil, brand: nil).flatMap(\.payments)
    }
    #expect(payments.map(\.amount.minorUnits) == [10_000])
  }

  @Test func theCodeIsInTheVaultAndNowhereElse() throws {
    let sides = try Sides()
    let imported = try sides.take(try sides.pack(withCode: false))
    #expect(!"\(imported)".contains(Handover.code.secret))
    let with = try sides.take(try sides.pack())
    #expect(!"\(with)".contains(Handover.code.secret))
    let secret = Array(Handover.code.secret.utf8)
    for (path, bytes) in try sides.handover.shop.folder.tree("brand/posts") {
      #expect(!bytes.contains(secret) && !path.contains(Handover.code.secret))
    }
  }

  @Test func codesOfManyPostsMakeASheet() throws {
    let sides = try Sides()
    let masked = try CodeSheet(
      AuthorizationFilter(), posts: nil, withCodes: false, from: sides.creator,
      at: Self.circumstances.at)
    #expect(
      masked.text
        == """
        post,creator,brand,authorization,code,fingerprint,item id,url,start (UTC),end (UTC),end is\r
        best-pot-card,creator,harbor,best-pot-card@harbor,#Zx…==,\
        \(Handover.mark.shortFingerprint),7300000000000000001,\
        https://www.tiktok.com/'@creator'/photo/7300000000000000001,2026-03-10 12:00:00,\
        2026-04-09 12:00:00,creator\r

        """.replacing("'@creator'", with: "@creator"))
    let sheet = try CodeSheet(
      AuthorizationFilter(), posts: nil, withCodes: true, from: sides.creator,
      at: Self.circumstances.at)
    #expect(sheet.text.contains(",\(Handover.code.secret),"))
    let path = sides.handover.shop.folder["codes.csv"]
    try sheet.write(to: path, store: sides.creator, circumstances: Self.circumstances)
    #expect(FileSystem.permissions(of: path) == 0o600)
    let story = try sides.creator.read { try $0.story(of: Handover.key) }
    #expect(story?.authorizations[0].grant?.shares.map(\.how) == ["export"])
  }
}
