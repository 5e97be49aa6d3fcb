import Diagnostics
import Feeds
import Files
import Foundation
import Library
import Pixels
import Posts
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// Targets, and the part of a slide that they leave free.
@Suite struct SafeAreaTests {
  @Test(arguments: [
    (PostTarget.spark, 1920, [180.0, 140, 520, 80]), (.spark, 1440, [0, 140, 280, 80]),
    (.spark, 1350, [0, 140, 235, 80]), (.spark, 1080, [0, 140, 100, 80]),
    (.organic, 1920, [180, 140, 320, 80]), (.organic, 1440, [0, 140, 80, 80]),
    (.organic, 1350, [0, 140, 35, 80]), (.organic, 1080, [0, 140, 0, 80]),
    (.ads, 1920, [180, 140, 520, 80]), (.api, 1920, [180, 140, 320, 80]),
    (.none, 1920, [0, 0, 0, 0]),
  ])
  func insetsOfATarget(target: PostTarget, height: Int, expected: [Double]) throws {
    let zones = try SafeZones(of: target, in: try Workshop().workspace)
    let insets = zones.insets(of: SlideSize(width: 1080, height: height))
    #expect([insets.top, insets.right, insets.bottom, insets.left] == expected)
  }

  @Test func insetsAreOfTheSlideNotOfTheScreen() throws {
    let zones = try SafeZones(of: .spark, in: try Workshop().workspace)
    #expect(
      zones.insets(of: SlideSize(width: 540, height: 960))
        == Edges(top: 90, right: 70, bottom: 260, left: 40))
    // A slide that lies is as wide as the screen.
    let wide = zones.insets(of: SlideSize(width: 2160, height: 1080))
    #expect(wide == Edges(top: 0, right: 280, bottom: 0, left: 160))
    // A narrow one has the screen beside it.
    #expect(zones.insets(of: SlideSize(width: 540, height: 1920)).right == 0)
  }

  /// A workshop whose template keeps the safe area free.
  private func careful() throws -> Workshop {
    let shop = try Workshop()
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(
      style + "#words { padding-top: env(safe-area-inset-top, 9px) }\n", to: "card/style.css")
    return shop
  }

  private let row = Row(
    key: nil,
    cells: [(name: "title", cell: Row.Cell(.text("Pot"), at: SourceLocation(file: "row.yaml")))],
    location: SourceLocation(file: "row.yaml"))

  private func render(
    _ shop: Workshop, for target: PostTarget, size: SlideSize? = nil
  ) throws -> SingleRender {
    try SingleRender(
      row: row, prepared: try shop.prepared(DrawSettings(size: size, target: target)))
  }

  @Test func slidesKeepTheTargetsAreaFree() throws {
    let shop = try careful()
    func top(_ target: PostTarget) throws -> String {
      try PageInspection(of: try render(shop, for: target, size: SlideSize("9:16")), slide: 2).text
    }
    #expect(try top(.spark).contains("h1  0,180"))
    #expect(try top(.none).contains("h1  0,0"))
  }

  @Test func theTargetIsRecordedAndPartOfTheOrigin() throws {
    let shop = try Workshop()
    var origins: Set<String> = []
    for target in PostTarget.allCases {
      let record = try render(shop, for: target).draw().record
      #expect(record.target == target.rawValue)
      origins.insert(record.origin)
    }
    #expect(origins.count == PostTarget.allCases.count)
  }

  @Test func anOldPostWithoutATargetWasDrawnWithoutInsets() async throws {
    let shop = try careful()
    let feed = "handle,title\na,Pot\n"
    try await shop.batch(feed, settings: DrawSettings(target: .none))
    let path = shop.folder["library/posts/a-card/post.json"]
    var record = try #require(shop.library.record(of: "a-card"))
    record.target = nil
    record.row?.photos = nil
    try FileSystem.write(LibraryFolder.encode(record), to: path)
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("target"))
    #expect(shop.library.record(of: "a-card")?.drawnFor == PostTarget.none)
    // Its origin is that of today without insets.
    #expect(
      try await shop.batch(feed, settings: DrawSettings(target: .none)) == ["a-card: unchanged"])
    #expect(try await shop.batch(feed) == ["a-card: drawn"])
    #expect(shop.library.record(of: "a-card")?.target == "spark")
  }

  // MARK: What went out

  private func publish(_ key: String, in shop: Workshop) throws {
    let store = try LibraryStore(shop.library, for: .writing)
    _ = try store.write(Workshop.circumstances) { writer in
      try writer.change(Key(key)) { story, now in
        try story.publish(Publication(url: "url", itemID: "7300000000000000001", at: now), at: now)
      }
    }
  }

  @Test func aPublishedPostIsNotDrawnForANewTemplateOrTargetAlone() async throws {
    let shop = try careful()
    let feed = "handle,title,image,other\na,Pot,blue.png,1\nb,Vase,red.png,1\n"
    try await shop.batch(feed)
    try publish("a-card", in: shop)
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(style + "h1 { color: red }\n", to: "card/style.css")
    // A column that the template has no field for is not its row's.
    let other = feed.replacing(",1", with: ",2")
    let settings = DrawSettings(target: .organic)
    for isPlan in [true, false] {
      #expect(
        try await shop.batch(other, isPlan: isPlan, settings: settings)
          == ["a-card: published", "b-card: drawn"])
    }
    #expect(shop.folder.names(in: "library/posts") == ["a-card", "b-card"])
    #expect(
      try await shop.batch(feed, settings: settings, restyles: true)
        == ["a-card: drawn", "b-card: unchanged"])
    #expect(shop.folder.names(in: "library/posts") == ["a-card", "a-card-v2", "b-card"])
  }

  @Test(arguments: [true, false])
  func anotherRowOrPhotoMakesANewVersion(changesPhoto: Bool) async throws {
    let shop = try careful()
    let feed = "handle,title,image\na,Pot,blue.png\n"
    try await shop.batch(feed)
    try publish("a-card", in: shop)
    if changesPhoto { try shop.photo(0x00aa00, to: "photos/blue.png") }
    let changed = changesPhoto ? feed : feed.replacing("Pot", with: "Pan")
    #expect(try await shop.batch(changed) == ["a-card: drawn"])
    #expect(shop.folder.names(in: "library/posts") == ["a-card", "a-card-v2"])
  }

  // MARK: Pages

  @Test func pagesForABrowserCarryTheInsets() throws {
    let shop = try careful()
    try shop.folder.write(
      "p { padding: 0 env(safe-area-inset-right); background: url(dot.png) }",
      to: "card/more/deep.css")
    try shop.folder.write(
      "@import 'more/deep.css' (min-width: 1px);\n\(try shop.folder.text(of: "card/style.css"))",
      to: "card/style.css")
    try shop.photo(0, to: "card/more/dot.png")
    let prepared = try shop.prepared(DrawSettings(size: SlideSize(width: 1080, height: 1920)))
    let paths = try SingleRender(row: row, prepared: prepared)
      .writePages(toFolder: shop.folder["pages"])
    let page = try String(contentsOfFile: paths[1], encoding: .utf8)
    #expect(!page.contains("env("))
    #expect(!page.contains("<link"))
    #expect(page.contains("#words { padding-top: 180px }"))
    let folder = try FileSystem.realPath(of: shop.folder["card"])
    #expect(
      page.contains(
        "@media (min-width: 1px) {\np { padding: 0 140px; background: url(\"\(folder)/more/dot.png\") }"
      ))
  }

  @Test func whatReadsNoInsetStaysALink() throws {
    let shop = try Workshop()
    try shop.folder.write(
      """
      <style>p { top: env(safe-area-inset-top) }</style><link rel="stylesheet" href="a.css">
      <style>p { left: 1px }</style>
      <section class="slide"><p style="right: env(safe-area-inset-right, 3px)">A</p></section>
      """, to: "page.html")
    try shop.folder.write("p { color: red }", to: "a.css")
    let paths = try SingleRender(
      page: shop.folder["page.html"], settings: DrawSettings(), in: shop.workspace
    ).writePages(toFolder: shop.folder["pages"])
    let page = try String(contentsOfFile: paths[0], encoding: .utf8)
    #expect(
      page.contains("<style>p { top: 180px }</style><link rel=\"stylesheet\" href=\"a.css\">"))
    #expect(page.contains("<style>p { left: 1px }</style>"))
    #expect(page.contains("style=\"right: 140px\""))
  }

  // MARK: Handing off, sizes

  @Test func anExportToAnotherPlatformKeepsNothingFree() throws {
    let shop = try careful()
    let record = try render(shop, for: .spark).draw().record
    var workspace = shop.workspace
    workspace.templateFolders.insert(shop.folder.path, at: 0)
    let size = SlideSize(width: 160, height: 240)
    func slides(_ target: PostTarget) throws -> [Bitmap] {
      try Redrawing.slides(
        of: record, size: size, target: target, imageFolders: [], in: workspace)
    }
    let (forSpark, elsewhere) = (try slides(.spark), try slides(.none))
    #expect(forSpark != elsewhere)
    #expect(SlideDemand.instagram.target == PostTarget.none)
    #expect(SlideDemand.linkedin.target == PostTarget.none)
    #expect(SlideDemand.tiktok.target == nil)
  }

  @Test func aSizeThatTheTemplateIsNotMadeForIsTold() throws {
    let shop = try Workshop()
    #expect(try shop.prepared().warnings == [])
    let warnings = try shop.prepared(DrawSettings(size: SlideSize("3:4"))).warnings
    #expect(
      warnings.map(\.message)
        == ["the template \"card\" is not made for 1080x1440; look at every slide"])
    #expect(warnings.first?.hints == ["it is made for 160x240, 240x160"])
  }

  @Test func sizesHaveNames() {
    #expect(SlideSize("9:16") == SlideSize(width: 1080, height: 1920))
    #expect(SlideSize("3:4") == SlideSize(width: 1080, height: 1440))
    #expect(SlideSize("4:5") == SlideSize(width: 1080, height: 1350))
    #expect(SlideSize("1:1") == SlideSize(width: 1080, height: 1080))
    #expect(SlideSize("16:9") == nil)
  }
}
