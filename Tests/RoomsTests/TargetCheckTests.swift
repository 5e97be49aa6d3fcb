import Diagnostics
import Feeds
import Files
import Images
import Library
import Posts
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// What `flint check` says and does about the target of a post.
@Suite struct TargetCheckTests {
  private func check(
    _ subject: String, in shop: Workshop, target: PostTarget = .spark,
    repair: Checker.Repair = .no
  ) throws -> Check {
    var workspace = shop.workspace
    workspace.templateFolders.insert(shop.folder.path, at: 0)
    return try Checker(
      target: target, settings: DrawSettings(), imageFolders: [shop.folder["photos"]],
      library: shop.library, repair: repair, in: workspace
    ).check(subject)[0]
  }

  private func findings(
    _ body: String, css: String = "", target: PostTarget = .spark
  ) throws -> [Finding] {
    let shop = try Workshop()
    try shop.folder.write(
      """
      <style>body, p { margin: 0 } body { background: #fff; color: #000 }
      p { position: absolute; left: 200px; top: 800px; font: 400 60px/1.2 Inter }
      \(css)</style>\(body)
      """, to: "page.html")
    return try check(shop.folder["page.html"], in: shop, target: target).findings
  }

  // MARK: Text on text

  @Test func textOnOtherTextIsAnError() throws {
    for target in PostTarget.allCases {
      let found = try findings("<p>Words</p><p style='top: 830px'>Other</p>", target: target)
      #expect(found.map(\.rule) == [.overlappingText])
      #expect(found.first?.severity == .error)
      #expect(found.first?.message == "\"Other\" lies on \"Words\"")
      #expect(found.first?.slide?.number == 1)
    }
  }

  @Test(arguments: [
    // Boxes that meet, letters that do not.
    "<p style='line-height: 3'>Words</p><p style='top: 930px; line-height: 3'>Other</p>",
    "<p>Words</p><p style='top: 830px' aria-hidden='true'>Other</p>",
    "<p>Words</p><p style='top: 830px; visibility: hidden'>Other</p>",
    "<p style='line-height: .7'>Wordy<br>Other <b>letters</b></p>",
    "<p style='left: 220px'>Words</p><p style='left: 400px'>Other</p>",
  ])
  func textBesideTextIsFine(body: String) throws {
    #expect(try findings(body).filter { $0.rule == .overlappingText }.isEmpty)
  }

  // MARK: Remedies

  @Test func aRemedyNeedsNoCSS() throws {
    let found = try findings("<p style='top: 1480px'>Words</p>")
    #expect(found.map(\.rule) == [.safeZone])
    #expect(
      found.first?.remedy.hasPrefix(
        "use shorter words, another template, or check with --target organic") == true)
    #expect(found.first?.remedy.contains("px") == true)
    let organic = try findings("<p style='top: 1700px'>Words</p>", target: .organic)
    #expect(
      organic.first?.remedy.hasPrefix("use shorter words, another template; in CSS, move it")
        == true)
  }

  @Test func elsewhereNothingOfTikTokCounts() throws {
    #expect(try findings("<p style='top: 5px'>Words</p>", target: .none).isEmpty)
    let one = "<section class='slide'><p>Words</p></section>"
    #expect(try findings(one).map(\.rule) == [.slideCount])
    #expect(try findings(one, target: .none).isEmpty)
  }

  // MARK: --fix

  private func post(
    in shop: Workshop, for target: PostTarget, encoding: ImageEncoding = .png(.fast)
  ) throws -> WrittenPost {
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(
      style + "#words { padding-top: env(safe-area-inset-top) }\n", to: "card/style.css")
    let place = SourceLocation(file: "row.yaml")
    let row = Row(
      key: nil,
      cells: [("title", "Pot"), ("image", "blue.png")].map {
        (name: $0.0, cell: Row.Cell(.text($0.1), at: place))
      }, location: place)
    let settings = DrawSettings(
      size: SlideSize(width: 1080, height: 1920), target: target, encoding: encoding)
    return try SingleRender(row: row, prepared: try shop.prepared(settings))
      .write(to: shop.recorder())
  }

  private let key = "pot-card-1080x1920"
  private let fixing = Checker.Repair.write(Workshop.circumstances)

  @Test func fixingDrawsADraftAgainForTheTarget() throws {
    let shop = try Workshop()
    let before = try post(in: shop, for: .none).record
    #expect(try check(key, in: shop).findings.contains { $0.rule == .safeZone })
    let plan = try check(key, in: shop, repair: .plan)
    #expect(plan.changes == ["all 2 slides again, with the safe area of spark"])
    #expect(shop.library.record(of: key) == before)

    let fixed = try check(key, in: shop, repair: fixing)
    #expect(fixed.changes == plan.changes)
    let after = try #require(shop.library.record(of: key))
    #expect(after.target == "spark")
    #expect(after.origin != before.origin)
    #expect(after.slides[0].sha256 == before.slides[0].sha256)
    #expect(after.slides[1].sha256 != before.slides[1].sha256)
    #expect(
      try LibraryStore(shop.library, for: .reading).read {
        try $0.story(of: Key(key))?.post.drawing?.origin
      } == after.origin)
    // What is drawn for a target is not drawn for it again.
    #expect(try check(key, in: shop, repair: fixing).changes == [])
    #expect(try check(key, in: shop, target: .ads, repair: .plan).changes == [])
  }

  @Test func theFormatOfWhatIsDrawnAgainIsFixedToo() throws {
    let shop = try Workshop()
    _ = try post(in: shop, for: .spark)
    let fixed = try check(key, in: shop, target: .api, repair: fixing)
    #expect(fixed.changes.count == 3)
    #expect(
      shop.folder.names(in: "library/posts/\(key)")
        == ["01-hook.jpg", "02-words.jpg", "caption.txt", "overview.png", "post.json"])
    let record = try #require(shop.library.record(of: key))
    #expect(record.target == "api")
    #expect(record.format == "jpg")
  }

  @Test func aFindingOfAPostSaysThatItCanBeDrawnAgain() throws {
    let shop = try Workshop()
    _ = try post(in: shop, for: .none)
    let found = try check(key, in: shop).findings.first { $0.rule == .safeZone }
    #expect(
      found?.remedy.hasPrefix(
        "it was drawn for none: flint check \(key) --target spark --fix draws a draft again; or ")
        == true)
  }

  @Test(arguments: ["published", "photo", "slide", "words"])
  func whatIsLeftSaysWhy(change: String) throws {
    let shop = try Workshop()
    let path = try post(in: shop, for: .none).path
    let reason: String
    switch change {
    case "published":
      _ = try LibraryStore(shop.library, for: .writing).write(Workshop.circumstances) { writer in
        try writer.change(Key(key)) { story, now in
          try story.publish(
            Publication(url: "url", itemID: "7300000000000000001", at: now), at: now)
        }
      }
      reason = "it is published, and stays as it went out"
    case "photo":
      try shop.photo(0x00aa00, to: "photos/blue.png")
      reason = "a photo of its row or its brand kit is another one now"
    case "slide":
      try shop.folder.write("mine", to: "library/posts/\(key)/02-words.png")
      reason = "\"02-words.png\" is not the file that was drawn"
    default:
      let page = try shop.folder.text(of: "card/slides.html")
      try shop.folder.write(page.replacing("<h1>", with: "<h1>The "), to: "card/slides.html")
      reason = "its row gives other slides or words now"
    }
    let before = try shop.folder.bytes(of: "library/posts/\(key)/02-words.png")
    let fixed = try check(key, in: shop, repair: fixing)
    #expect(fixed.changes == [])
    let note = try #require(fixed.findings.first { $0.severity == .note && $0.rule == .safeZone })
    #expect(note.message == "it was not drawn again for spark: \(reason)")
    let isKept = try shop.folder.bytes(of: "library/posts/\(key)/02-words.png") == before
    #expect(isKept)
    #expect(path.hasSuffix(key))
  }

  @Test func aNewTemplateOfTheSameWordsIsTaken() throws {
    let shop = try Workshop()
    _ = try post(in: shop, for: .none)
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(style + "h1 { color: #300 }\n", to: "card/style.css")
    #expect(try check(key, in: shop, repair: fixing).changes.count == 1)
    #expect(try check(key, in: shop).findings.filter { $0.rule == .notLookedInto }.isEmpty)
  }
}
