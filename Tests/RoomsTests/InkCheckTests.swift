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

/// What is said about letters that touch, that lose a part, and that are of two typefaces.
@Suite struct InkCheckTests {
  private func page(_ body: String, css: String = "", in shop: Workshop) throws -> String {
    try shop.folder.write(
      """
      <style>body, p { margin: 0 } body { background: #fff; color: #000 }
      p { position: absolute; left: 200px; top: 700px; font: 700 90px/1.2 League Spartan }
      \(css)</style>
      \(body)
      """, to: "page.html")
    return shop.folder["page.html"]
  }

  private func findings(_ body: String, css: String = "") throws -> [Finding] {
    let shop = try Workshop()
    let page = try page(body, css: css, in: shop)
    return try Checker(
      target: .spark, settings: DrawSettings(), imageFolders: [], library: shop.library,
      repair: .no, in: shop.workspace
    ).check(page)[0].findings
  }

  private static let tight = "p { line-height: .7 }"

  @Test func linesThatTouchAreAnError() throws {
    let found = try findings("<p>gypsy<br>Bild</p>", css: Self.tight)
    #expect(found.map(\.rule) == [.inkCollision])
    let first = try #require(found.first)
    #expect(first.severity == .error)
    #expect(first.message == "\"gypsy\" touches \"Bild\" in the line below it")
    #expect(first.location?.line == 4 && first.slide?.number == 1)
    #expect(
      first.remedy
        == "use shorter or other words, so that its lines break elsewhere, or another template; in "
        + "CSS, give its lines more room (line-height)")
    #expect(first.area != nil)
  }

  @Test func textsThatTouchAreToldOnce() throws {
    let css = "p + p { top: 775px }"
    #expect(try findings("<p>gypsy</p><p>Bild</p>", css: css).map(\.rule) == [.inkCollision])
    // Deeper in each other it is another finding.
    #expect(
      try findings("<p>gypsy</p><p>Bild</p>", css: "p + p { top: 720px }").map(\.rule)
        == [.overlappingText])
  }

  @Test func cutLettersAreAnError() throws {
    let found = try findings(
      "<p>gypsy</p>", css: "p { overflow: hidden; font: 700 90px/72px Inter }")
    #expect(found.map(\.rule) == [.inkClipped])
    #expect(found.first?.message == "a letter of \"gypsy\" is cut by the edge of its box")
    #expect(found.first?.remedy.hasPrefix("use shorter words or another template; in CSS") == true)
  }

  @Test func textThatDoesNotFitIsToldAsThatAlone() throws {
    let found = try findings("<p>one two</p>", css: "p { overflow: hidden; height: 40px }")
    #expect(found.map(\.rule) == [.cutText])
  }

  @Test func wordsInTwoTypefacesAreAnError() throws {
    let found = try findings("<p>so a\u{10330}b, c\u{10330}d</p>")
    #expect(found.map(\.rule) == [.mixedFontsInWord])
    #expect(
      found.first?.message
        == "\"a\u{10330}b\" is set in League Spartan and Noto Sans Gothic, and 1 more word")
    #expect(found.first?.location?.line == 4)
    #expect(try findings("<p>Nguyễn</p>").isEmpty)
    #expect(try findings("<p aria-hidden=true>a\u{10330}b</p>").isEmpty)
    #expect(try findings("<p>x <i aria-hidden=true>a\u{10330}b</i></p>").isEmpty)
  }

  @Test func tooManyLettersAreANote() throws {
    let cards = (0..<200).map { "<p>x\($0)</p>" }.joined()
    let found = try findings(cards, css: "p { width: 300px; background: #fff }")
      .filter { $0.rule == .notLookedInto }
    #expect(found.map(\.severity) == [.note])
  }

  @Test func drawingWarnsWithTheSlidesNumber() throws {
    let shop = try Workshop()
    let page = try page(
      "<section class=slide>one</section><section class=slide><p>gypsy<br>Bild</p></section>",
      css: Self.tight, in: shop)
    let render = try SingleRender(page: page, settings: DrawSettings(), in: shop.workspace)
    let warnings = try render.draw().carousel.warnings
    #expect(
      warnings.map(\.message) == ["slide 2: \"gypsy\" touches \"Bild\" in the line below it"])
    #expect(warnings.first?.severity == .warning && warnings.first?.hints.count == 1)
    #expect(try render.dryRun().warnings == warnings)
  }

  @Test func aTemplateIsHeldToItsLetters() throws {
    let shop = try Workshop()
    let style = try shop.folder.text(of: "card/style.css")
    let check = {
      TemplateCheck(
        of: shop.folder["card"], settings: DrawSettings(target: .none), in: shop.workspace)
    }
    #expect(!check().hasErrors)
    try shop.folder.write(
      style + "h1 { line-height: .6; width: 60px }", to: "card/style.css")
    try shop.folder.write("best:\n  title: gypsy Bild\n", to: "card/sample.yaml")
    let problems = check().drawings.flatMap(\.problems).filter { $0.message.contains("touches") }
    #expect(problems.count == 2 && problems.allSatisfy { $0.severity == .error })
  }

  @Test func aBatchGoesOnWithAWarning() async throws {
    let shop = try Workshop()
    let style = try shop.folder.text(of: "card/style.css")
    try shop.folder.write(
      style + "h1 { line-height: .6; width: 60px }", to: "card/style.css")
    let row = Row(
      key: "a",
      cells: [("title", "gypsy Bild"), ("image", "blue.png")].map {
        (name: $0.0, cell: Row.Cell(.text($0.1), at: SourceLocation(file: "row.yaml")))
      }, location: SourceLocation(file: "row.yaml"))
    let log = ResultLog()
    let batch = Batch(rows: [row], prepared: try shop.prepared(), recorder: try shop.recorder())
    let summary = await batch.run(
      workers: 1, shouldStop: { false }, onResult: { log.add($0) })
    #expect(summary.drawn == 1)
    #expect(log.results.flatMap(\.warnings).contains { $0.message.hasPrefix("slide 2: ") })
  }
}
