import AdReports
import Diagnostics
import Feeds
import Files
import Foundation
import Library
import Posts
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A code of the library is neither kept nor handed on as words, whatever it looks like.
@Suite struct KnownCodeGuardTests {
  /// Every verb that takes words is given each code, in words of its own and alone.
  @Test(arguments: PastedCode.all)
  func noVerbKeepsACodeOfTheLibrary(pasted: PastedCode) throws {
    let library = try SparkLibrary()
    try library.issue(pasted.text)
    let before = try Self.singing(pasted.song, in: library)
    #expect(before == ["library.sqlite": before["library.sqlite"]])
    let desk = try library.books()
    let code = try SparkCode.read(pasted.text).code.secret
    for words in ["sent as \(pasted.spellings[0]), thanks", "\(code)"] {
      try explain(words, at: desk, in: library)
      refuse(words, at: desk)
    }
    #expect(try Self.singing(pasted.song, in: library) == before)
  }

  /// What explains is kept, masked.
  private func explain(_ words: String, at desk: Desk, in library: SparkLibrary) throws {
    var terms = AgreementTerms()
    terms.fee = Money(minorUnits: 30_000, currency: "USD")
    terms.usageRights = words
    terms.exclusivity = Agreement.Exclusivity(
      category: words, until: SparkLibrary.now.adding(days: 30).day)
    let made = try desk.makeAgreement(creator: "mia", brand: "harbor", terms: terms)
    _ = try desk.pay(
      made.agreement.key.text, amount: Money(minorUnits: 100, currency: "USD"), note: words)
    _ = try desk.addCreator("@mia", name: words, contact: words)
    _ = try desk.addBrand("harbor", name: words, contact: words)
    _ = try desk.addAdvertiser("7000001", brand: "harbor", name: words, currency: "USD")
    _ = try desk.shareCode("mug", how: words)
    _ = try desk.applyCode("mug", advertiser: "7000001", refusal: words, isAsTikTokSaid: true)
    _ = try desk.applyCode("mug", advertiser: "7000001", refusal: nil, isAsTikTokSaid: true)
    let plan = try desk.planAd(AdPlanRequest(subject: "mug", advertiser: "7000001"))
    let ad = plan.record.ad.key.text
    _ = try desk.submitAd(ad)
    _ = try desk.moveAd(ad, to: .rejected, reasons: [words])
    // TikTok's word is one line.
    _ = try desk.readAdStatus(ad, word: words.replacing("\n", with: ""))
    let name = words.replacing(",", with: "").replacing("\n", with: "")
    let report = """
      Ad name,Ad ID,By Day,Cost,Currency,Primary status
      \(name),1790000000000000009,2026-03-01,10.00,USD,\(name)
      """
    // A file's name has no slash.
    let file = "given/\(name.replacing("/", with: "")) \(words.count).csv"
    try library.folder.write(report, to: file)
    var scope = ReportScope()
    scope.brand = "harbor"
    scope.restIsStandard = true
    let intakes = try desk.importReports(
      [ReportFile(path: library.folder[file], options: AdReportOptions())], scope: scope)
    #expect(intakes.flatMap(\.errors).isEmpty)
  }

  /// What names, or is handed on, is refused, and no word of the refusal has the code.
  private func refuse(_ words: String, at desk: Desk) {
    var edit = PostEdit()
    edit.caption = words
    #expect(throws: Diagnostic.self) { try desk.editPost("mug", edit) }
    edit = PostEdit()
    edit.title = words
    #expect(throws: Diagnostic.self) { try desk.editPost("mug", edit) }
    for field in [\AdPlanRequest.name, \.targeting, \.landingPage, \.objective, \.callToAction] {
      var plan = AdPlanRequest(subject: "mug", advertiser: "7000001")
      plan[keyPath: field] = field == \.landingPage ? "https://example.com/?a=\(words)&b" : words
      #expect(throws: DiagnosticsError.self) { try desk.planAd(plan) }
    }
    #expect(throws: Diagnostic.self) {
      let link = try PostLink("https://www.tiktok.com/@mia/photo/7300000000000000009")
      _ = try desk.addPost(Key("new"), link, caption: words, at: nil, creator: nil)
    }
    #expect(throws: Diagnostic.self) { try desk.addCreator("@\(words)", name: nil, contact: nil) }
    #expect(throws: Diagnostic.self) { try desk.addBrand(words, name: nil, contact: nil) }
    #expect(throws: Diagnostic.self) {
      try desk.tagPosts(["mug"], nil, adding: [try PostTag.normalized(words)], removing: [])
    }
  }

  @Test func addressesAndKeysAreHeldToTheLibrarysCodes() throws {
    let library = try SparkLibrary()
    try library.issue("7f3a9c04e1b28d56")
    try library.issue("b7Wq2Zk9", post: "vase")
    let desk = try library.books()
    func link(_ name: String) throws -> PostLink {
      try PostLink("https://vm.tiktok.com/\(name)/", itemID: "7300000000000000009")
    }
    for name in ["7f3a9c04e1b28d56", "b7Wq2Zk9"] {
      let refusal = Diagnostic.holdsKnownCode("the post's address")
      #expect(throws: refusal) {
        _ = try desk.addPost(Key("new"), try link(name), caption: nil, at: nil, creator: nil)
      }
      #expect(throws: Diagnostic.holdsKnownCode("the key")) {
        _ = try desk.addPost(
          Key(name.lowercased()), try link("x"), caption: nil, at: nil, creator: nil)
      }
      #expect(throws: Diagnostic.holdsKnownCode("the key")) {
        try desk.addBrand(name.lowercased(), name: nil, contact: nil)
      }
      #expect(throws: Diagnostic.holdsKnownCode("the handle")) {
        try desk.addCreator("@\(name)", name: nil, contact: nil)
      }
      #expect(throws: Diagnostic.holdsKnownCode("the tag")) {
        try desk.tagPosts(
          ["mug"], nil, adding: [try PostTag.normalized(name)], removing: [])
      }
    }
    // Somebody else's random parts are no code.
    let other = try link("9c04e1b27f3a8d56Wq7b2Zk9")
    _ = try desk.addPost(Key("new"), other, caption: nil, at: nil, creator: nil)
    var plan = AdPlanRequest(subject: "mug", advertiser: "7000001")
    plan.landingPage =
      "https://example.com/p/8f3a9c04e1b28d56?utm_id=17900001&gclid=Cj0KCQiA3sq6BhD2ARIsAJ8MRwXk4Qv7"
    _ = try desk.planAd(plan)
  }

  // MARK: - Slides

  @Test func aRowWithACodeOfTheLibraryIsNotDrawn() async throws {
    let shop = try Workshop()
    try Self.keep(PastedCode.all.map(\.text), in: shop.library)
    for pasted in PastedCode.all where !pasted.text.contains("\n") {
      let feed = "title,price,image,sku\nBest pot,12,blue.png,\n,12,blue.png,\n"
      for rows in [
        feed.replacing("\n,12", with: "\nSent as \(pasted.text),12"),
        feed.replacing("\n,12", with: "\nOther pot,12").replacing(
          "png,\n", with: "png,\(pasted.text)\n", maxReplacements: 2
        ).replacing("Best pot,12,blue.png,\(pasted.text)", with: "Best pot,12,blue.png,"),
      ] {
        let results = try await shop.batch(rows)
        #expect(results.map { $0.hasSuffix("failed") } == [false, true], "\(rows)\(results)")
      }
    }
    let singing = try shop.folder.files(holding: PastedCode.all.map(\.song))
    #expect(singing.subtracting(["feed.csv"]) == ["library/library.sqlite"], "\(singing)")
    let problem = Diagnostic.holdsKnownCode(
      "\"title\"", at: SourceLocation(file: "row.yaml", line: 2, column: 3))
    let row = Row(
      key: nil, cells: [(name: "title", cell: Row.Cell(.text("#z9Kq4w="), at: problem.location!))],
      location: SourceLocation(file: "row.yaml"))
    let render = try SingleRender(row: row, prepared: try shop.prepared(), words: PostWords())
    let error = #expect(throws: DiagnosticsError.self) {
      try render.write(to: try shop.recorder())
    }
    #expect(error?.diagnostics == [problem])
  }

  /// A slide that was drawn before its code was added, and one that only looks like a code.
  @Test(arguments: ["b7Wq2Zk9", "7f3a9c04e1b28d56", "#Ex4mplec0deKd9wQr", "Ex4mple+c0de/9="])
  func aSlideWithACodeIsNeverHandedOn(code: String) throws {
    var settings = DrawSettings()
    settings.size = SlideSize(width: 240, height: 160)
    let handover = try Handover(settings, title: code)
    let post = Key<Post>(handover.record.key)
    let store = try LibraryStore(handover.shop.library, for: .writing)
    try store.write(Workshop.circumstances) { writer in
      try writer.save(Handover.creator)
      try writer.save(Handover.brand)
      try writer.change(post) { story, now in
        try story.draw(
          handover.drawing, caption: handover.record.caption, title: nil, facts: handover.facts,
          at: now)
      }
    }
    if !CodeShapes.builtIn.holdsCode(code) { try Self.keep([code], in: handover.shop.library) }
    for target in [HandoffTarget.spark, .tiktok, .instagram, .linkedin] {
      let options = PostExport.Options(target: target, brand: Handover.brand.key)
      let export = PostExport(options, from: store, in: handover.workspace)
      let path = handover.shop.folder["handed/\(target.rawValue)"]
      do {
        _ = try export.export(
          post, to: path, circumstances: Workshop.circumstances, isPlan: false)
        Issue.record("\(target) was handed \(code)")
      } catch let error as DiagnosticsError {
        // The alternative text of the first slide, the words of the second.
        #expect(error.diagnostics.map { $0.message.prefix(8) } == ["slide 1 ", "slide 2 "])
      }
      #expect(!FileSystem.fileExists(path) && !FileSystem.folderExists(path))
    }
    let checks = try Checker(
      target: .organic, settings: DrawSettings(), imageFolders: [handover.shop.folder["photos"]],
      library: handover.shop.library, repair: .no, in: handover.workspace
    ).check(post.text)
    let found = checks.flatMap(\.findings).filter { $0.rule == .publishedCode }
    #expect(Set(found.compactMap(\.slide?.number)) == [1, 2])
    #expect(found.allSatisfy { $0.severity == .error && !$0.message.contains(code) })
  }

  @Test func wordsOfACaptionThatAreACodeAreFoundByTheCheck() throws {
    let handover = try Handover()
    try Self.keep(["b7Wq2Zk9"], in: handover.shop.library)
    try handover.shop.folder.write(
      "template: card\ntitle: Pot\nimage: blue.png\ncaption: take b7Wq2Zk9\npost_title: b7Wq2Zk9\n",
      to: "photos/post.yaml")
    let checks = try Checker(
      target: .organic, settings: DrawSettings(), imageFolders: [handover.shop.folder["photos"]],
      library: handover.shop.library, repair: .no, in: handover.workspace
    ).check(handover.shop.folder["photos/post.yaml"])
    let found = checks.flatMap(\.findings).filter { $0.rule == .publishedCode }
    #expect(
      found.map(\.message) == [
        "the caption holds a Spark code of this library",
        "the title holds a Spark code of this library",
      ], "\(checks.flatMap(\.findings).map(\.message))")
  }

  // MARK: -

  private static func keep(_ codes: [String], in library: LibraryFolder) throws {
    try LibraryStore(library, for: .writing).write(Workshop.circumstances) { writer in
      for text in codes {
        let code = try SparkCode.read(text).code
        try writer.keep(code, fingerprint: sha256Hex(Array(code.secret.utf8)))
      }
    }
  }

  /// How often the letters of a code stand in each file of a library; the vault has them.
  private static func singing(
    _ song: String, in library: SparkLibrary
  ) throws -> [String: Int] {
    let path = library.library.path
    var counts: [String: Int] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var rest = (FileManager.default.contents(atPath: FilePath.join(path, name)) ?? Data())[...]
      while let found = rest.range(of: Data(song.utf8)) {
        counts[name, default: 0] += 1
        rest = rest[found.upperBound...]
      }
      if name.contains(song) { counts[name, default: 0] += 1 }
    }
    return counts
  }
}

extension TemporaryFolder {
  /// The files that hold one of these.
  fileprivate func files(holding songs: [String]) throws -> Set<String> {
    Set(
      try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
        let bytes = FileManager.default.contents(atPath: self[name]) ?? Data()
        return songs.contains { name.contains($0) || bytes.range(of: Data($0.utf8)) != nil }
      })
  }
}
