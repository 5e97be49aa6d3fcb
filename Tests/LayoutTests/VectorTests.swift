import Diagnostics
import Markup
import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

@Suite struct VectorTests {
  private func layOut(_ html: String, css: String = "") throws -> LayoutBox {
    let (document, syntax) = Document.parse(html, file: "p.html")
    let (sheet, _) = StyleSheet.parse(Array(css.utf8), file: "s.css")
    let rules = StyleRules([sheet])
    var log = DiagnosticLog()
    log.add(contentsOf: syntax + rules.diagnostics)
    try log.throwIfErrors()
    return try SlideLayout(
      document: document, rules: rules, slide: nil, size: Size(width: 400, height: 300),
      fonts: Fixture.fonts.get(), naturalSize: { _, _ in Size() }
    ).root
  }

  private func shapes(_ html: String, css: String = "") throws -> [VectorShape] {
    func drawings(_ box: LayoutBox) -> [VectorPicture] {
      if case .image(let image) = box.content, let drawing = image.drawing { return [drawing] }
      return box.children.flatMap(drawings)
    }
    func shapes(_ node: VectorNode) -> [VectorShape] {
      switch node {
      case .shape(let shape): [shape]
      case .group(_, let nodes): nodes.flatMap(shapes)
      }
    }
    return try drawings(layOut(html, css: css)).flatMap(\.nodes).flatMap(shapes)
  }

  private func problems(_ html: String) -> [String] {
    do {
      _ = try layOut(html)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { "\($0.location.map { "\($0)" } ?? ""): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func styleSheetsWinOverAttributesAndReachShapes() throws {
    let html =
      "<svg fill=red stroke=blue><path class=a d='M0 0h9v9z' fill=lime /><rect width=3 height=4 /></svg>"
    let found = try shapes(html, css: ":root { --k: #123456 } .a { fill: var(--k); stroke: none }")
    #expect(found.map(\.fill) == [Color(rgb: 0x123456), Color(rgb: 0xff0000)])
    #expect(found[0].stroke == nil)
    #expect(found[1].stroke?.color == Color(rgb: 0x0000ff))
  }

  @Test func currentColorIsThatOfTheShape() throws {
    let html =
      "<svg style='color: red' fill=currentColor><g color=lime><path d='M0 0h9'/></g></svg>"
    #expect(try shapes(html).map(\.fill) == [Color(rgb: 0x00ff00)])
  }

  @Test(arguments: [
    ("M1 2L3 4", "M1,2 L3,4"), ("m1 2 3 4", "M1,2 L4,6"),
    ("M1 2h3v-4H0V0z", "M1,2 L4,2 L4,-2 L0,-2 L0,0 Z"),
    ("M0 0C1 1 2 2 3 3S5 5 6 6", "M0,0 C1,1 2,2 3,3 C4,4 5,5 6,6"),
    ("M0,0q1-1 2,0t2 0", "M0,0 Q1,-1 2,0 Q3,1 4,0"), ("M.5.5-1e1+2", "M0.5,0.5 L-10,2"),
    ("M0 0h4zl1 1", "M0,0 L4,0 Z M0,0 L1,1"), ("", ""),
  ])
  func pathDataIsRead(_ data: String, _ expected: String) throws {
    func text(_ point: Point) -> String { "\(cssNumber(point.x)),\(cssNumber(point.y))" }
    let path = try PathDataParser.path(of: data)
    let words = path.elements.map { element in
      switch element {
      case .move(let point): "M" + text(point)
      case .line(let point): "L" + text(point)
      case .quadratic(let control, let end): "Q\(text(control)) \(text(end))"
      case .cubic(let one, let two, let end): "C\(text(one)) \(text(two)) \(text(end))"
      case .close: "Z"
      }
    }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test func flagsOfArcsNeedNoSpace() throws {
    let path = try PathDataParser.path(of: "M0 5a5 5 0 015-5a5 5 0 1110 10")
    #expect(path.elements.count > 2)
  }

  @Test(arguments: [
    "L0 0", "M0", "M0 0L", "M0 0 1", "M0 0a1 1 0 2 0 1 1", "M0 0x", "M1e999999 0 q", "é",
  ])
  func wrongPathDataIsNamed(_ data: String) {
    let found = problems("<svg><path d='\(data)'/></svg>")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("p.html:1:15: ") == true)
  }

  @Test(arguments: [
    ("<svg viewBox='0 0 1'></svg>", "\"0 0 1\" is not a value of \"viewbox\""),
    ("<svg viewBox='0 0 -1 1'></svg>", "\"0 0 -1 1\" is not a value of \"viewbox\""),
    ("<svg preserveAspectRatio=mid></svg>", "\"mid\" is not a value of \"preserveaspectratio\""),
    ("<svg><rect width=1em /></svg>", "\"1em\" is not a value of \"width\""),
    ("<svg><g transform='turn(3)'></g></svg>", "\"turn(3)\" is not a value of \"transform\""),
    ("<svg><polygon points='1 2 3'/></svg>", "\"1 2 3\" is not a value of \"points\""),
    ("<svg fill='red;color:blue'></svg>", "\"red;color:blue\" is not a value of \"fill\""),
    (
      "<svg><g style='transform: rotate(3deg)'></g></svg>",
      "transforms, filters, masks and blending do not reach inside an svg"
    ),
  ])
  func wrongAttributesAreNamed(_ html: String, _ message: String) {
    let found = problems(html)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(": " + message) == true, "\(found)")
  }

  @Test func longPathsHaveABudget() {
    let data = "M0 0" + String(repeating: "h1", count: 20_000)
    #expect(
      problems("<svg><path d='\(data)'/></svg>") == [
        "p.html:1:15: the path has more than 10000 parts"
      ])
  }

  @Test func anyAttributesAreReadToTheirEnd() {
    let parts = ["M", "a", "0", "1e9", "-", ".", "e", ",", " ", "z", "C", "(", ")", "rotate(", "é"]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<25 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      _ = try? PathDataParser.path(of: text)
      _ = TransformListParser.transform(of: text)
      _ = VectorFit(text)
    }
  }
}
