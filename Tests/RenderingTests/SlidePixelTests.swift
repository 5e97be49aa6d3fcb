import Diagnostics
import Files
import Foundation
import Layout
import Markup
import Pixels
import Rendering
import Styling
import Testing
import Typography

/// The same input gives the same pixels on every machine: a whole slide, hashed.
///
/// The digest changes only when drawing changes on purpose; then say in the commit what the eye sees.
@Suite struct SlidePixelTests {
  private static let expected =
    "294e0228c742bc61366c315a970c0572d6724e0403ae47a66b250ae1a3592742"

  private static let css = """
    body { margin: 0; background: linear-gradient(160deg, #1c1230, #4a1d52 60%, #e2603c); }
    section { display: flex; flex-direction: column; gap: 12px; padding: 24px; height: 400px;
      box-sizing: border-box; color: #fff; font: 500 18px/1.3 Inter }
    h1 { margin: 0; font: 400 52px/1 "EB Garamond"; letter-spacing: -0.02em; text-wrap: balance;
      text-shadow: 0 2px 12px rgba(0, 0, 0, 0.5) }
    .card { padding: 14px 18px; border-radius: 18px / 12px; background: rgba(255, 255, 255, 0.9);
      color: #222; box-shadow: 0 8px 24px rgba(0, 0, 0, 0.3); border: 2px dashed #e2603c }
    .row { display: flex; justify-content: space-between; opacity: 0.8 }
    .dot { width: 60px; height: 60px; border-radius: 50%;
      background: conic-gradient(from 45deg, #ffd60a, #e2603c, #ffd60a) }
    img { width: 90px; height: 60px; object-fit: cover; border-radius: 12px }
    u { text-decoration-thickness: 2px }
    """

  private static let body = """
    <section><h1>Ein fixer Žluťoučký кот, Ελλάδα &amp; fi</h1>
    <div class="card">Sphinx of <b>black</b> quartz, <u>judge</u> my vow — 1,234.50</div>
    <div class="row"><div class="dot"></div><img src="a.png" alt=""><p>שלום, world</p></div></section>
    """

  @Test func aSlideHasTheSamePixelsEverywhere() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let fonts = try FontCatalog(path: root.appendingPathComponent("fonts/fonts.yaml").path)
    let start = Diagnostics.SourceLocation(file: "page.html", line: 1, column: 1)
    let sheet = StyleSheet.parse(Self.css, startingAt: start)
    let rules = StyleRules([sheet.styleSheet])
    try #require(sheet.diagnostics.isEmpty && rules.diagnostics.isEmpty)
    let photo = Self.photo()
    let size = Size(width: Double(photo.width), height: Double(photo.height))
    let layout = try SlideLayout(
      document: Document.parse(Self.body, file: "page.html").document, rules: rules, slide: nil,
      size: Size(width: 360, height: 400), fonts: fonts, naturalSize: { _, _ in size })
    let scene = try Scene(
      layout: layout.root, width: 360, height: 400, naturalSize: { _, _ in size })
    func paint() throws -> Bitmap {
      try Painter().paint(scene) { image in
        photo.resampled(
          crop: image.crop, width: image.pixelRect.width, height: image.pixelRect.height)
      }
    }
    let bitmap = try paint()
    #expect(try paint() == bitmap)
    #expect(sha256Hex(bitmap.pixels) == Self.expected)
  }

  /// A picture with edges in all directions.
  private static func photo() -> Bitmap {
    var bitmap = Bitmap(width: 120, height: 120)
    for y in 0..<120 {
      for x in 0..<120 {
        let start = (y * 120 + x) * 4
        bitmap.pixels[start] = UInt8(x * 2)
        bitmap.pixels[start + 1] = UInt8((x * y) % 251)
        bitmap.pixels[start + 2] = (x / 10 + y / 10) % 2 == 0 ? 220 : 40
        bitmap.pixels[start + 3] = 255
      }
    }
    return bitmap
  }
}
