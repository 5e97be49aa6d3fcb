import Diagnostics
import Feeds
import Files
import Library
import Templates
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct SingleRenderTests {
  private func render(
    _ assignments: [String], in shop: Workshop, settings: DrawSettings = DrawSettings()
  ) throws -> SingleRender {
    let request = try RenderRequest.parse(
      subject: shop.folder["card"], data: nil, sample: nil, assignments: assignments,
      in: shop.workspace)
    guard case .template(_, _, let row, _, _, _) = request else {
      throw Diagnostic.error("not a template")
    }
    return try SingleRender(row: row, prepared: try shop.prepared(settings))
  }

  @Test func aPostHasSlidesOverviewCaptionAndRecord() throws {
    let shop = try Workshop()
    let post = try render(["title=Pot", "image=blue.png"], in: shop).write(to: shop.recorder())
    #expect(
      shop.folder.names(in: "library/posts/pot-card")
        == ["01-hook.png", "02-words.png", "caption.txt", "overview.png", "post.json"])
    #expect(try shop.folder.text(of: "library/posts/pot-card/caption.txt") == "Pot\n")
    #expect(shop.library.record(of: "pot-card") == post.record)
    #expect(post.record.slides.map(\.text) == ["", "Pot"])
    #expect(post.record.slides[0].alt == ["Pot"])
    #expect(post.record.fonts.map(\.family) == ["Inter"])
    let bytes = try shop.folder.bytes(of: "library/posts/pot-card/01-hook.png")
    #expect(post.record.slides[0].sha256 == sha256Hex(bytes))
  }

  /// Renders a post file of the given name and content, and tells its post's key and the other's.
  private func keys(_ name: String, _ text: String, in shop: Workshop) throws -> [String?] {
    try shop.folder.write("template: ../card\n\(text)\nimage: blue.png\n", to: "posts/\(name)")
    let request = try RenderRequest.parse(
      subject: shop.folder["posts/\(name)"], data: nil, sample: nil, assignments: [],
      in: shop.workspace)
    guard case .template(_, _, let row, _, _, _) = request else {
      throw Diagnostic.error("not a template")
    }
    let post = try SingleRender(row: row, prepared: try shop.prepared()).write(to: shop.recorder())
    return [post.record.key, post.other]
  }

  @Test func filesOfOneTitleDoNotReplaceEachOther() throws {
    let shop = try Workshop()
    #expect(try keys("a.yaml", "title: Pot", in: shop) == ["pot-card", nil])
    #expect(try keys("b.yaml", "title: Pot", in: shop) == ["pot-card-2", "pot-card"])
    #expect(try keys("c/b.yaml", "title: Pot", in: shop) == ["pot-card-3", "pot-card"])
    #expect(try keys("a.yaml", "title: Pot\nprice: 3", in: shop) == ["pot-card", nil])
    #expect(try keys("b.yaml", "title: Pot\nprice: 4", in: shop) == ["pot-card-2", "pot-card"])
    #expect(try keys("d.yaml", "key: pot\ntitle: Pot", in: shop) == ["pot-card", nil])
    let typed = try render(["title=Pot", "image=blue.png"], in: shop).write(to: shop.recorder())
    #expect(typed.record.key == "pot-card" && typed.other == nil)
    #expect(shop.folder.names(in: "library/posts").count == 3)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let shop = try Workshop()
    for name in ["one", "two"] {
      let library = LibraryFolder(path: shop.folder[name])
      _ = try render(["title=Pot", "image=blue.png", "price=3"], in: shop).write(
        to: shop.recorder(in: library))
    }
    let one = try shop.folder.tree("one/posts/pot-card")
    let two = try shop.folder.tree("two/posts/pot-card")
    #expect(one.count == 5)
    let isSame = one == two
    #expect(isSame)
  }

  @Test func aDryRunWritesNothing() throws {
    let shop = try Workshop()
    let plan = try render(["title=Pot"], in: shop).dryRun()
    #expect(plan.slides == ["hook", "words"])
    #expect(shop.folder.names(in: "library").isEmpty)
  }

  @Test func aSampleRowIsDrawn() throws {
    let shop = try Workshop()
    let request = try RenderRequest.parse(
      subject: shop.folder["card"], data: nil, sample: "best", assignments: ["title=Mine"],
      in: shop.workspace)
    guard case .template(_, _, let row, _, _, _) = request else {
      Issue.record("a sample is a template's")
      return
    }
    #expect(row.key == "sample-best")
    #expect(row["title"]?.value == .text("Mine"))
    #expect(row["price"]?.value == .text("12 EUR"))
  }

  @Test func anotherSizeIsAnotherPost() throws {
    let shop = try Workshop()
    let settings = DrawSettings(size: .init(width: 240, height: 160))
    let post = try render(["title=Pot"], in: shop, settings: settings)
    #expect(post.key == "pot-card-240x160")
    #expect(try post.draw().record.size == [240, 160])
  }

  @Test func severalSlidesDoNotFitIntoOneFile() throws {
    let shop = try Workshop()
    #expect(throws: DiagnosticsError.self) {
      try render(["title=Pot"], in: shop).write(toPath: shop.folder["one.png"])
    }
    #expect(!shop.folder.names().contains("one.png"))
  }

  @Test(arguments: ["one.jpg", "one.webp", ""])
  func aNameOfAnotherFormatIsRefused(name: String) throws {
    let shop = try Workshop()
    try shop.folder.write("<p>Hi</p>", to: "page.html")
    let render = try SingleRender(
      page: shop.folder["page.html"], settings: DrawSettings(size: .init(width: 100, height: 100)),
      in: shop.workspace)
    let path = name.isEmpty ? "" : shop.folder[name]
    #expect(throws: DiagnosticsError.self) { try render.write(toPath: path) }
    #expect(!shop.folder.names().contains(name))
  }

  @Test func membersOfAFitGroupShareASizeAcrossSlides() throws {
    let shop = try Workshop()
    try shop.folder.write(
      """
      <style>
      body, h1 { margin: 0 } .slide { width: 100%; height: 100% }
      h1 { font-family: Inter; font-size: 60px; height: 70px; -flint-min-font-size: 8px;
        -flint-fit-group: head; white-space: nowrap; overflow: hidden; line-height: 1 }
      </style>
      <section class="slide" id="a"><h1>Hi</h1></section>
      <section class="slide" id="b"><h1>A much longer line</h1></section>
      """, to: "page.html")
    let render = try SingleRender(
      page: shop.folder["page.html"], settings: DrawSettings(size: .init(width: 200, height: 100)),
      in: shop.workspace)
    let sizes = try render.dumpScenes().split(separator: "\n")
      .compactMap { line in line.firstMatch(of: #/([0-9.]+)px/#).map { String($0.1) } }
    #expect(Set(sizes).count == 1, "\(sizes)")
  }
}
