import Diagnostics
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Typography

extension FuzzTarget {
  /// HTML with its style sheets, laid out.
  static let page = FuzzTarget("page", mostBytes: 2048) { input in
    let size = Size(width: 200, height: 160)
    _ = try layout(of: input, size: size).root.inspection.json(size: size)
  }

  /// A page that could be laid out, painted.
  static let painting = FuzzTarget("painting", mostBytes: 2048) { input in
    let (width, height) = (72, 96)
    let layout = try layout(of: input, size: Size(width: Double(width), height: Double(height)))
    let scene = try Scene(
      layout: layout.root, width: width, height: height, naturalSize: naturalSize)
    let painter = Painter()
    let ink = painter.measureInk(of: layout.root, in: scene)
    precondition(
      ink.cuts.allSatisfy { !$0.word.text.isEmpty }, "a word that is cut has a letter at least")
    let bitmap = try painter.paint(scene) { image in
      Bitmap(width: image.pixelRect.width, height: image.pixelRect.height)
    }
    precondition(bitmap.width == width && bitmap.height == height, "the slide has another size")
  }

  private static func layout(of input: [UInt8], size: Size) throws -> SlideLayout {
    var (document, problems) = Document.parse(input, file: "a.html")
    var sheets: [StyleSheet] = []
    for case .inline(let text, let location) in document.styleSources {
      let parsed = StyleSheet.parse(text, startingAt: location)
      problems += parsed.diagnostics
      sheets.append(parsed.styleSheet)
    }
    let rules = StyleRules(sheets)
    _ = (problems + rules.diagnostics).map(\.description)
    return try SlideLayout(
      document: document, rules: rules, slide: nil, size: size, fonts: try fonts.get(),
      allowsMissingGlyphs: true, allowsCutText: true, naturalSize: naturalSize)
  }

  /// Every picture that a page names is there.
  private static func naturalSize(
    _ path: String, _ location: SourceLocation
  ) throws(Diagnostic) -> Size { Size(width: 30, height: 20) }

  private static let fonts = Result {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    return try FontCatalog(path: root + "/fonts/fonts.yaml")
  }
}
