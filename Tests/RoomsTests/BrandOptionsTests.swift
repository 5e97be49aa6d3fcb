import Diagnostics
import Feeds
import Files
import Foundation
import Images
import Library
import Pixels
import Templates
import TestSupport
import Testing

@testable import Carousels

/// A color, font and logo given to a run.
@Suite struct BrandOptionsTests {
  private let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.photo(0x204080, to: "brand/logo.png")
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(
      style
        + """
        h1 { color: var(--brand-color, #000); font-family: var(--brand-font, Inter) }
        :root[data-logo] #words::after {
          content: ""; position: absolute; right: 4px; bottom: 4px; height: 20px;
          width: calc(20px * var(--brand-logo-ratio)); background: var(--brand-logo) center / contain;
        }
        """, to: "card/style.css")
  }

  private var settings: DrawSettings {
    DrawSettings(
      brand: BrandOptions(color: "tomato", font: "Sora", logo: shop.folder["brand/logo.png"]))
  }

  private let feed = "title,image\nPot,blue.png\n"

  @Test func aSecondRunLeavesItAlone() async throws {
    #expect(try await shop.batch(feed, settings: settings) == ["pot-card: drawn"])
    #expect(try await shop.batch(feed, settings: settings) == ["pot-card: unchanged"])
    #expect(try await shop.batch(feed) == ["pot-card: drawn"])
  }

  @Test func anotherLogoOfTheSameNameIsAnotherLook() async throws {
    try await shop.batch(feed, settings: settings)
    try shop.photo(0x804020, to: "brand/logo.png")
    #expect(try await shop.batch(feed, settings: settings) == ["pot-card: drawn"])
  }

  @Test func theSameLogoElsewhereIsTheSameLook() async throws {
    try await shop.batch(feed, settings: settings)
    try shop.photo(0x204080, to: "other/mark.png")
    var moved = settings
    moved.brand.logo = shop.folder["other/mark.png"]
    #expect(try await shop.batch(feed, settings: moved) == ["pot-card: unchanged"])
  }

  @Test func whatWasGivenIsWrittenDown() async throws {
    try await shop.batch(feed, settings: settings)
    let record = try #require(shop.library.record(of: "pot-card"))
    #expect(record.kit == nil)
    #expect(record.brand?.options == settings.brand)
    #expect(record.brand?.digest.count == 64)
    #expect(record.fonts.map(\.family) == ["Sora"])
  }

  private func redraw(_ record: PostRecord?, images: [String] = []) throws -> [Bitmap] {
    var record = record
    record?.template?.name = shop.folder["card"]
    return try Redrawing.slides(
      of: record, size: SlideSize(width: 240, height: 160), target: .spark,
      imageFolders: [shop.folder["photos"]] + images, in: shop.workspace)
  }

  @Test func itIsDrawnAgainInItsOwnLook() async throws {
    try await shop.batch(feed, settings: settings)
    let record = shop.library.record(of: "pot-card")
    let slides = try redraw(record)
    // The logo's color in the corner.
    let slide = slides[1]
    let pixel = ((slide.height - 10) * slide.width + slide.width - 10) * 4
    #expect(Array(slide.pixels[pixel..<pixel + 3]) == [0x20, 0x40, 0x80])
  }

  @Test func aLogoThatIsGoneIsNamed() async throws {
    try await shop.batch(feed, settings: settings)
    let record = shop.library.record(of: "pot-card")
    try shop.photo(0x204080, to: "elsewhere/logo.png")
    try FileSystem.remove(shop.folder["brand/logo.png"])
    let error = #expect(throws: DiagnosticsError.self) { try redraw(record) }
    #expect(
      error?.diagnostics.map(\.message) == [
        "the logo \"\(shop.folder["brand/logo.png"])\" that it was drawn with is not there"
      ])
    #expect(try redraw(record, images: [shop.folder["elsewhere"]]).count == 2)
    try shop.photo(0x111111, to: "elsewhere/logo.png")
    #expect(throws: DiagnosticsError.self) {
      try redraw(record, images: [shop.folder["elsewhere"]])
    }
  }

  @Test func anOptionStandsOverTheKit() throws {
    try shop.folder.write(
      ":root { --brand-color: #102030; --brand-paper: #ffffff; --brand-font: Inter }",
      to: "acme/kit.css")
    let kit = try #require(
      try shop.workspace.kit(
        of: DrawSettings(kit: shop.folder["acme"], brand: BrandOptions(color: "#a02020"))))
    #expect(kit.color(of: "--brand-color") == Color(rgb: 0xa02020))
    #expect(kit.color(of: "--brand-paper") == .white)
    #expect(kit.declaration(of: "--brand-font") != nil)
    let error = #expect(throws: DiagnosticsError.self) {
      try shop.workspace.kit(
        of: DrawSettings(kit: shop.folder["acme"], brand: BrandOptions(color: "#fffffe")))
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "the color #fffffe is lost on the paper #ffffff of the kit \"acme\": 1 : 1"
      ])
  }

  private func findings(style: String, settings: DrawSettings) throws -> [Finding] {
    try shop.folder.write(
      try shop.folder.text(of: "card/style.css") + style, to: "card/style.css")
    let checker = try Checker(
      target: .none, settings: settings, imageFolders: [], library: shop.library, repair: .no,
      in: shop.workspace)
    return try checker.check(shop.folder["card"]).flatMap(\.findings)
  }

  @Test func nothingMayLieOnTheLogo() throws {
    let apart = try findings(style: "", settings: settings)
    #expect(!apart.contains { $0.rule == .overlappingText })
    let near = try findings(
      style: "\n#words::after { right: auto; left: 0; bottom: auto; top: 0 }\n", settings: settings)
    #expect(
      near.first { $0.rule == .overlappingText }?.message
        == "\"Best pot\" lies on the logo, or too near to it")
  }

  private func check(kit css: String) async throws -> KitCheck {
    try shop.folder.write(css, to: "acme/kit.css")
    return try await KitCheck(
      of: shop.folder["acme"], templates: [shop.folder["card"]], size: nil, target: .none,
      in: shop.workspace, workers: 2, onStep: {})
  }

  @Test func whatTheKitDoesIsToldAtItsLine() async throws {
    let check = try await check(
      kit: ":root {\n  --brand-paper: #fff;\n  --brand-color: #ffe;\n}\n")
    let template = try #require(check.templates.first)
    #expect(template.drawings == 2)
    // The card's type is small whatever the kit is; that is not told here.
    #expect(template.findings.map(\.rule) == [.contrast])
    #expect(template.findings[0].location?.description == "\(shop.folder["acme/kit.css"]):3:18")
    #expect(template.findings[0].remedy.contains("it is set at \(shop.folder["card/slides.html"])"))
    #expect(check.hasErrors)
  }

  @Test func aTemplateThatCannotBeDrawnIsNotCalledFine() async throws {
    try shop.folder.write("h1 { float: left }", to: "card/style.css")
    let check = try await check(kit: ":root { --brand-color: #123 }\n")
    #expect(check.templates[0].findings.map(\.rule) == [.notLookedInto])
    #expect(!check.hasErrors)
  }

  @Test func aTemplateWithoutTheLogoIsNamed() async throws {
    try shop.photo(0x204080, to: "acme/logo.png")
    let check = try await check(kit: ":root { --brand-logo: url(logo.png) }\n")
    #expect(
      check.templates[0].findings.map(\.message)
        == ["the template \"card\" shows no logo on 2 of its slides"])
  }

  @Test func aLogoThatIsNotSeenIsToldAPlate() async throws {
    // 8 × 4 px, the left half white, the right half clear.
    let logo = Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAYAAACzzX7wAAAAHElEQVR4nGP8////fwYkwMjIyIjMZ2IgAChXAAAIcgQIFSXj+AAAAABJRU5ErkJggg=="
    )
    try shop.folder.write(Array(try #require(logo)), to: "acme/logo.png")
    let css = ":root { --brand-paper: #fff; --brand-logo: url(logo.png) }\n"
    let problems = try await check(kit: css).examination.problems
    #expect(
      problems.map(\.message) == [
        "of the logo \"\(shop.folder["acme/logo.png"])\" 0 % stand out from its ground"
      ])
    #expect(problems.first?.hints == ["give it a plate: --brand-logo-ground: #111111"])
    let seen = css.replacing("}", with: "; --brand-logo-ground: #111 }")
    #expect(try await check(kit: seen).examination.problems.isEmpty)
  }
}
