import Diagnostics
import Foundation
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Testing
import Typography

/// What a page becomes before it has pixels: which items, in which order.
@Suite struct SceneBuilderTests {
  private func scene(_ body: String, css: String, size: Int = 100) throws -> Scene {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let fonts = try FontCatalog(path: root.appendingPathComponent("fonts/fonts.yaml").path)
    let parsed = Document.parse("<body>\(body)</body>", file: "page.html")
    let start = Diagnostics.SourceLocation(file: "page.html", line: 1, column: 1)
    let sheet = StyleSheet.parse("body { margin: 0 } " + css, startingAt: start)
    try #require(sheet.diagnostics.isEmpty)
    let layout = try SlideLayout(
      document: parsed.document, rules: StyleRules([sheet.styleSheet]), slide: nil,
      size: Size(width: Double(size), height: Double(size)), fonts: fonts,
      naturalSize: { _, _ in Size(width: 400, height: 200) })
    return try Scene(
      layout: layout.root, width: size, height: size,
      naturalSize: { _, _ in Size(width: 400, height: 200) })
  }

  /// The plain colors of filled shapes in paint order, groups opened.
  private func fills(_ items: [SceneItem]) -> [Color] {
    items.flatMap { item -> [Color] in
      switch item {
      case .fill(_, .color(let color)): [color]
      case .group(let group): fills(group.items)
      default: []
      }
    }
  }

  private let red = Color(rgb: 0xff0000)
  private let lime = Color(rgb: 0x00ff00)
  private let blue = Color(rgb: 0x0000ff)

  private let stacked = """
    div { width: 50px; height: 50px } .r { background: #f00 } .g { background: #0f0 }
    .b { background: #00f }
    """

  @Test func positionedBoxesPaintAboveLaterOnesInFlow() throws {
    let scene = try scene(
      "<div class='r'></div><div class='g'></div>", css: stacked + ".r { position: relative }")
    #expect(fills(scene.items) == [lime, red])
  }

  @Test func zIndexOrdersPositionedBoxes() throws {
    let scene = try scene(
      "<div class='r'></div><div class='g'></div><div class='b'></div>",
      css: stacked
        + "div { position: absolute } .r { z-index: 2 } .g { z-index: 1 } .b { z-index: -1 }")
    #expect(fills(scene.items) == [blue, lime, red])
  }

  @Test func flexItemsPaintInOrderModifiedOrder() throws {
    let scene = try scene(
      "<section><div class='r'></div><div class='g'></div></section>",
      css: stacked + "section { display: flex } .r { order: 1 }")
    #expect(fills(scene.items) == [lime, red])
  }

  @Test func aCanvasTakesTheBodysBackgroundOnce() throws {
    let scene = try scene("<div class='g'></div>", css: stacked + "body { background: #f00 }")
    #expect(fills(scene.items) == [red, lime])
    guard case .fill(let path, _) = scene.items.first else {
      Issue.record("the canvas is filled first")
      return
    }
    #expect(path.elements.contains(.line(Point(x: 100, y: 100))))
  }

  @Test func opacityMakesOneGroupOfAnElementAndItsContent() throws {
    let scene = try scene(
      "<div class='r'><div class='g'></div></div>", css: stacked + ".r { opacity: 0.5 }")
    guard scene.items.count == 1, case .group(let group) = scene.items[0] else {
      Issue.record("one group: \(scene.dump)")
      return
    }
    #expect(group.opacity == 0.5)
    #expect(fills(group.items) == [red, lime])
  }

  @Test func opacityOfAnInlineBoxFadesItsTextAndItsBackground() throws {
    let scene = try scene(
      "<p>a <span>b <b>c</b></span></p>",
      css: "p { font: 20px Inter; color: #f00 } span { opacity: 0.5; background: #0f0 }")
    let alphas = scene.items.compactMap { item -> Double? in
      if case .glyphs(let glyphs) = item { glyphs.color.alpha } else { nil }
    }
    #expect(alphas == [1, 0.5, 0.5])
    let groups = scene.items.compactMap { item -> Double? in
      if case .group(let group) = item { group.opacity } else { nil }
    }
    #expect(groups == [0.5])
  }

  @Test func overflowClipsContentButNotTheBoxItself() throws {
    let scene = try scene(
      "<div class='r'><div class='g'></div></div>",
      css: stacked + ".r { overflow: hidden; border-radius: 10px }")
    guard scene.items.count == 2, case .group(let group) = scene.items[1] else {
      Issue.record("a fill and a clipped group: \(scene.dump)")
      return
    }
    #expect(fills([scene.items[0]]) == [red])
    #expect(group.clip != nil)
    #expect(fills(group.items) == [lime])
  }

  @Test func overflowDoesNotClipAbsoluteBoxesOfAnOuterContainingBlock() throws {
    let scene = try scene(
      "<div class='r'><div class='g'></div></div>",
      css: stacked + ".r { overflow: hidden } .g { position: absolute }")
    #expect(
      scene.items.allSatisfy { item in
        if case .group = item { false } else { true }
      })
  }

  @Test func coverCropsToTheFrameAndFocusMovesTheCrop() throws {
    func crop(_ css: String) throws -> Rect? {
      let scene = try scene(
        "<img src='a.jpg' alt=''>",
        css: "img { display: block; width: 100px; height: 100px; object-fit: cover; \(css) }")
      guard case .image(let image) = scene.items.first else { return nil }
      return image.crop
    }
    #expect(try crop("") == Rect(x: 100, y: 0, width: 200, height: 200))
    #expect(try crop("-flint-focus: 0% 50%") == Rect(x: 0, y: 0, width: 200, height: 200))
    #expect(try crop("-flint-focus: 60% 50%") == Rect(x: 140, y: 0, width: 200, height: 200))
  }

  @Test func equalBordersAreOneRingAndUnequalOnesFourWedges() throws {
    let ring = try scene("<div></div>", css: "div { height: 40px; border: 4px solid #f00 }")
    #expect(fills(ring.items) == [red])
    let wedges = try scene(
      "<div></div>",
      css: "div { height: 40px; border: 4px solid; border-color: #f00 #0f0 #00f #f00 }")
    #expect(fills(wedges.items) == [red, lime, blue, red])
  }

  @Test func dashesRunAroundRoundedCornersAsOneShape() throws {
    let scene = try scene(
      "<div></div>", css: "div { height: 40px; border: 4px dashed #f00; border-radius: 20px }")
    #expect(fills(scene.items) == [red])
    guard case .fill(let path, _) = scene.items.first else { return }
    // 100 × 48 px with corners of 20 px: about 250 px around the middle of the line, a dash every 12.
    let dashes = path.elements.filter { if case .move = $0 { true } else { false } }
    #expect((19...22).contains(dashes.count))
    #expect(path.elements.allSatisfy { $0 != .move(Point(x: 0, y: 0)) })
  }

  @Test func shadowsLieBelowTheirBoxFirstOneOnTop() throws {
    let scene = try scene(
      "<div></div>",
      css: "div { height: 40px; background: #f00; box-shadow: 0 0 1px #0f0, 0 0 2px #00f }")
    let colors = scene.items.compactMap { item -> Color? in
      if case .shadow(let shadow) = item { shadow.color } else { nil }
    }
    #expect(colors == [blue, lime])
    guard case .shadow = scene.items[0], case .fill = scene.items[2] else {
      Issue.record("shadows first: \(scene.dump)")
      return
    }
  }

  @Test func gradientStopsSpreadEvenlyAndNeverGoBack() throws {
    let scene = try scene(
      "<div></div>",
      css: "div { height: 100px; background: linear-gradient(#f00, #0f0 60%, #00f 20%, #f00) }")
    guard case .fill(_, .gradient(let gradient)) = scene.items.first else {
      Issue.record("a gradient: \(scene.dump)")
      return
    }
    #expect(gradient.stops.map(\.offset) == [0, 0.6, 0.6, 1])
    #expect(
      gradient.geometry == .linear(start: Point(x: 50, y: 0), end: Point(x: 50, y: 100)))
  }

  @Test func hiddenBoxesPaintNothingButTheirVisibleChildrenDo() throws {
    let scene = try scene(
      "<div class='r'><div class='g'></div></div>",
      css: stacked + ".r { visibility: hidden } .g { visibility: visible }")
    #expect(fills(scene.items) == [lime])
  }
}
