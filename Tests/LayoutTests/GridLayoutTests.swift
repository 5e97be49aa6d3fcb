import Diagnostics
import Layout
import Pixels
import Testing

/// What fixtures cannot say of grids: broken numbers, great numbers of items and tracks, depth.
@Suite struct GridLayoutTests {
  private func boxes(_ body: String, css: String) throws -> [Rect] {
    var found: [Rect] = []
    func visit(_ tree: InspectionTree) {
      if tree.tag == "p" { found.append(tree.borderBox) }
      tree.children.forEach(visit)
    }
    visit(
      try LaidOutPage.layOut(body, css: "p { margin: 0 } " + css, allowsCutText: true).root
        .inspection)
    return found
  }

  private func items(_ count: Int) -> String { String(repeating: "<p>x</p>", count: count) }

  @Test(arguments: [
    "1e300fr 1fr", "1e300px 1fr", "minmax(1e9px, 1fr) auto", "0fr 0fr", "0px 0px",
    "repeat(1000, 1px)", "repeat(auto-fill, 0px)", "repeat(auto-fill, minmax(0, 1fr))",
    "repeat(auto-fit, 1e-9px)", "fit-content(0px) fit-content(1e9px)", "calc(1px - 1e9px) 1fr",
  ])
  func brokenTracksGiveFiniteBoxes(columns: String) throws {
    let boxes = try boxes(
      "<div class='g'>\(items(4))</div>",
      css: ".g { display: grid; grid-template-columns: \(columns); gap: 1px }")
    #expect(boxes.count == 4)
    #expect(boxes.allSatisfy { $0.x.isFinite && $0.width.isFinite && $0.height.isFinite })
  }

  @Test func farLinesAndWideSpansEnd() throws {
    let boxes = try boxes(
      "<div class='g'>\(items(300))</div>",
      css: """
        .g { display: grid; grid-auto-flow: dense; grid-auto-columns: minmax(auto, 7px) }
        p:nth-child(3n) { grid-area: -1000 / -1000 / 1000 / 1000 }
        p:nth-child(3n+1) { grid-column: span 900 } p:nth-child(5n) { grid-row: span 1000 }
        """)
    #expect(boxes.count == 300)
  }

  @Test func aGridWithTooManyItemsIsAnError() throws {
    let errors = try LaidOutPage.errors(
      "<div class='g'>\(items(1001))</div>", css: ".g { display: grid }")
    #expect(errors.first?.hasSuffix("a grid has at most 1000 items") == true, "\(errors)")
  }

  /// Each level measures its item more than once; without memory that is 2^60 layouts.
  @Test func nestedGridsDoNotMultiplyTheirWork() throws {
    let depth = 60
    let body =
      String(repeating: "<div class='g'>", count: depth) + "<p>x</p>"
      + String(repeating: "</div>", count: depth)
    let boxes = try boxes(body, css: ".g { display: grid; grid-template-columns: auto 1fr }")
    #expect(boxes.first?.height == 20)
  }

  @Test func whatALineClampLeavesOutHasNoBox() throws {
    let boxes = try boxes(
      "<div class='c'><p>One</p><p>Two</p><p>Three</p><p>Four</p></div>",
      css: """
        .c { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
          overflow: hidden } p { margin: 10px 0 }
        """)
    #expect(boxes.map(\.y) == [10, 40])
  }

  @Test func theLastLineThatAClampLeavesEndsInAnEllipsis() throws {
    let layout = try LaidOutPage.layOut(
      "<div class='c'><p>One</p><p>Two</p></div>",
      css: """
        .c { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1;
          overflow: hidden }
        """)
    var texts: [String] = []
    func visit(_ tree: InspectionTree) {
      texts += tree.lines.map(\.text)
      tree.children.forEach(visit)
    }
    visit(layout.root.inspection)
    #expect(texts == ["One…"])
  }
}
