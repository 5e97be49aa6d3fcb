import Diagnostics
import Layout
import Pixels
import Testing
import Typography

/// The public tree: what the renderer and `flint inspect` see.
@Suite struct LayoutTreeTests {
  @Test func jsonHasTheDocumentedShape() throws {
    let layout = try LaidOutPage.layOut(
      "<p id=\"t\" class=\"a b\">Say \"hi\"</p>", css: "p { margin: 0 0 0 1.5px }")
    let tree = try #require(layout.root.inspection.first("p"))
    let json = tree.json(size: Size(width: 400, height: 300))
    #expect(
      json.hasPrefix(
        "{\"size\":[400,300],\"root\":{\"tag\":\"p\",\"id\":\"t\",\"class\":\"a b\","
          + "\"x\":1.5,\"y\":0,\"width\":398.5,\"height\":20,"
          + "\"lines\":[{\"text\":\"Say \\\"hi\\\"\",\"x\":1.5,\"baseline\":"))
    #expect(
      json.contains("\"direction\":\"ltr\",\"runs\":[{\"text\":\"Say \\\"hi\\\"\",\"x\":1.5,"))
    #expect(json.hasSuffix("\"direction\":\"ltr\",\"font\":\"Inter 400\"}]}]}}"))
  }

  @Test func runsShowDirectionAndVisualOrder() throws {
    let layout = try LaidOutPage.layOut(
      "<p>by <bdi id=\"b\">אבג!</bdi> 12 reviews</p>", css: "p { font: 16px Inter }")
    let paragraph = try #require(layout.root.inspection.first("p"))
    let runs = try #require(paragraph.runs.first)
    #expect(runs.map(\.text).joined() == "by !אבג 12 reviews")
    #expect(runs.filter(\.isRightToLeft).map(\.text) == ["!", "אבג"])
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.x + $0.width <= $1.x + 0.001 })
    #expect(paragraph.lines.map(\.text) == ["by אבג! 12 reviews"])
  }

  @Test func breakOpportunitiesShowInABoxWithoutWidth() throws {
    func lines(_ text: String, _ css: String) throws -> [String] {
      let layout = try LaidOutPage.layOut(
        "<p lang=\"ja\">\(text)</p>", css: "p { width: 0; font: 16px Inter; \(css) }")
      return try #require(layout.root.inspection.first("p")).lines.map(\.text)
    }
    #expect(try lines("a b-c", "") == ["a", "b-", "c"])
    #expect(try lines("(a!)", "line-break: anywhere") == ["(", "a", "!", ")"])
    #expect(try lines("ab&shy;cd", "hyphens: none") == ["ab\u{AD}cd"])
    #expect(try lines("ab&shy;cd", "hyphens: manual").count == 2)
    #expect(try lines("コーヒー", "line-break: strict") == ["コー", "ヒー"])
    #expect(try lines("コーヒー", "line-break: loose") == ["コ", "ー", "ヒ", "ー"])
    #expect(try lines("กาแฟสด", "") == ["กาแฟ", "สด"])
  }

  @Test func absoluteBoxesStandWhereTheirElementDoes() throws {
    let layout = try LaidOutPage.layOut(
      "<div id=\"a\"><b id=\"b\"></b></div><div id=\"c\"></div>",
      css: "#b { position: absolute; right: 0; bottom: 0; width: 10px; height: 10px }")
    let b = try #require(layout.root.inspection.first("a")?.children.first)
    #expect(b.borderBox == Rect(x: 390, y: 290, width: 10, height: 10))
  }

  @Test func anInlineBoxHasAPieceForEachLine() throws {
    let layout = try LaidOutPage.layOut(
      "<p>x <span>one<br>two</span></p>", css: "span { padding: 0 4px }")
    func spans(_ box: LayoutBox) -> [LayoutBox] {
      (box.element?.name == "span" ? [box] : []) + box.children.flatMap(spans)
    }
    let pieces = try #require(spans(layout.root).first).inlinePieces
    #expect(pieces.map(\.line) == [0, 1])
    #expect(pieces.map(\.hasLeftEdge) == [true, false])
    #expect(pieces.map(\.hasRightEdge) == [false, true])
  }

  @Test func decorationsReachInlineDescendantsButNotInlineBlocks() throws {
    let layout = try LaidOutPage.layOut(
      "<p>a<b>b</b><span>c</span></p>",
      css: "p { text-decoration: underline; color: #f00 } span { display: inline-block }")
    let decorated = layout.root.runs.filter { !$0.paint.decorations.isEmpty }
    #expect(decorated.map(\.glyphs.text) == ["a", "b"])
    #expect(Set(decorated.flatMap { $0.paint.decorations.map(\.color) }).count == 1)
  }

  /// CSS Text Decoration 4 §2.1: whatever is raised or lowered inside of the decorating box.
  @Test(arguments: ["<s>€<b>1<sup>00</sup></b> <sub>x</sub></s>", "€<sup>00</sup> <sub>x</sub>"])
  func aDecoratingBoxHasOneLine(html: String) throws {
    let layout = try LaidOutPage.layOut(
      "<p>\(html)</p>",
      css:
        "p { text-decoration: underline } s { text-decoration: line-through } sup { font-size: 50% }"
    )
    let runs = layout.root.runs
    #expect(Set(runs.map(\.origin.y)).count == 3)
    for crosses in [true, false] {
      let lines = runs.flatMap { $0.paint.decorations.filter { $0.crossesText == crosses } }
      #expect(Set(lines.map(\.y)).count == (crosses && !html.contains("<s>") ? 0 : 1))
      #expect(Set(lines.map(\.thickness)).count <= 1)
    }
  }

  /// A box that is raised and decorates takes its line along.
  @Test func aRaisedDecoratingBoxHasALineOfItsOwn() throws {
    let layout = try LaidOutPage.layOut(
      "<p>a<sup>b</sup></p>", css: "sup { text-decoration: underline }")
    let run = try #require(layout.root.runs.first { $0.glyphs.text == "b" })
    let line = try #require(run.paint.decorations.first)
    #expect(line.y > run.origin.y && line.y < run.origin.y + 5)
  }

  @Test func listItemsHaveTheirMarkerOutside() throws {
    let layout = try LaidOutPage.layOut(
      "<ol><li>first</li><li>second</li></ol>", css: "ol { margin: 0; padding-left: 40px }")
    let runs = layout.root.runs
    #expect(runs.map(\.glyphs.text) == ["first", "1.\u{A0}", "second", "2.\u{A0}"])
    let marker = try #require(runs.first { $0.glyphs.text.hasPrefix("1.") })
    #expect(marker.origin.x + marker.width <= 40.01)
  }

  @Test(arguments: [
    ("lower-greek", ["α.\u{A0}", "β.\u{A0}"]), ("upper-latin", ["A.\u{A0}", "B.\u{A0}"]),
    ("lower-roman", ["i.\u{A0}", "ii.\u{A0}"]),
    ("decimal-leading-zero", ["01.\u{A0}", "02.\u{A0}"]),
    ("none", []),
  ])
  func markersAreWrittenInTheirStyle(style: String, markers: [String]) throws {
    let layout = try LaidOutPage.layOut(
      "<ol><li>first</li><li>second</li></ol>", css: "ol { list-style-type: \(style) }")
    #expect(layout.root.runs.map(\.glyphs.text).filter { $0.hasSuffix("\u{A0}") } == markers)
  }

  @Test func relativeOffsetsMoveTextAndPieces() throws {
    let css = "span { position: relative; top: 7px; left: 3px }"
    let still = try LaidOutPage.layOut("<p>a <span>b</span></p>").root.inspection
    let moved = try LaidOutPage.layOut("<p>a <span>b</span></p>", css: css).root.inspection
    let a = try #require(still.first("span"))
    let b = try #require(moved.first("span"))
    #expect(b.borderBox == a.borderBox.offset(by: Point(x: 3, y: 7)))
    #expect(b.lines.first.map(\.x) == a.lines.first.map { $0.x + 3 })
  }

  @Test(arguments: ["block", "flex", "inline-block", "inline-flex", "inline"])
  func deepNestingIsLaidOutInTime(_ display: String) throws {
    let depth = 190
    let open = String(repeating: "<div>", count: depth)
    let close = String(repeating: "</div>", count: depth)
    let layout = try LaidOutPage.layOut(
      "\(open)deep\(close)", css: "div { display: \(display); padding: 1px 0 }",
      size: Size(width: 1000, height: 1000), allowsCutText: true)
    #expect(layout.root.runs.map(\.glyphs.text) == ["deep"])
  }

  @Test func hugeLengthsStayFinite() throws {
    let layout = try LaidOutPage.layOut(
      "<div><p>x</p></div>",
      css: "div { width: 1e300px; padding: 1e300px; margin: -1e300px } p { height: 1e300px;"
        + " font-size: 1px; line-height: 1e300 }", allowsCutText: true)
    let box = try #require(layout.root.inspection.first("p")).borderBox
    #expect(box.width.isFinite && box.height.isFinite && box.x.isFinite && box.y.isFinite)
  }
}
