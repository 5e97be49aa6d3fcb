import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct PageExportTests {
  @Test func eachSlideIsAPageInWhichTheOthersAreHidden() throws {
    let workshop = try Workshop()
    try workshop.folder.write(
      """
      <style>h1 { font: 40px Inter; color: red }</style>
      <section class="slide" id="one"><h1>A &amp; B</h1></section>
      <section class="slide" id="two" style="color: blue"><p title="&quot;q&quot;">Two</p></section>
      """, to: "page.html")
    let render = try SingleRender(
      page: workshop.folder["page.html"], settings: DrawSettings(), in: workshop.workspace)
    let paths = try render.writePages(toFolder: workshop.folder["pages"])
    #expect(paths == [workshop.folder["pages/01-one.html"], workshop.folder["pages/02-two.html"]])
    let first = try String(contentsOfFile: paths[0], encoding: .utf8)
    #expect(first.contains("<h1>A &amp; B</h1>"))
    #expect(first.contains("h1 { font: 40px Inter; color: red }"))
    #expect(first.contains(#"style="color: blue; display: none !important""#))
    #expect(first.contains(#"content="width=1080,height=1920""#))
    let second = try String(contentsOfFile: paths[1], encoding: .utf8)
    #expect(second.contains(#"id="one" style="display: none !important""#))
    #expect(second.contains(#"<p title="&quot;q&quot;">Two</p>"#))
  }

  @Test func shrunkTextIsWrittenAtItsFinalSize() throws {
    let workshop = try Workshop()
    try workshop.folder.write(
      """
      <style>
        p { margin: 0; width: 300px; font: 100px/1 Inter; -flint-min-font-size: 10px }
        .tall { max-height: 100px }
      </style>
      <p class="tall">Much too long for one line</p><p>Free</p>
      """, to: "page.html")
    let render = try SingleRender(
      page: workshop.folder["page.html"], settings: DrawSettings(), in: workshop.workspace)
    let paths = try render.writePages(toFolder: workshop.folder["pages"])
    let page = try String(contentsOfFile: paths[0], encoding: .utf8)
    let size = try #require(page.firstMatch(of: /class="tall" style="font-size: ([0-9.]+)px/))
    let px = try #require(Double(size.1))
    #expect(px > 10 && px < 100)
    #expect(page.contains("<p>Free</p>"))
  }
}
