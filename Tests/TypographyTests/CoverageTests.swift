import Pixels
import Testing

@testable import Typography

@Suite struct CoverageTests {
  private let rasterizer = CoverageRasterizer()
  private let bounds = PixelRect(width: 40, height: 30)
  private let font = catalog.primaryFont(for: description("Inter", weight: 700))!

  private func sum(_ mask: Mask?) -> Double {
    (mask?.bytes.reduce(0.0) { $0 + Double($1) } ?? 0) / 255
  }

  @Test func wholePixelsAreCoveredWholly() throws {
    let rect = Rect(x: 3, y: 4, width: 5, height: 6)
    let mask = try #require(rasterizer.mask(of: .rect(rect), within: bounds))
    #expect(mask == Mask(bounds: PixelRect(x: 3, y: 4, width: 5, height: 6), coverage: 255))
  }

  @Test func partsOfPixelsAreCoveredInPart() throws {
    let rect = Rect(x: 3.5, y: 4.25, width: 5, height: 6)
    let mask = try #require(rasterizer.mask(of: .rect(rect), within: bounds))
    #expect(mask.bounds == PixelRect(x: 3, y: 4, width: 6, height: 7))
    #expect(abs(Int(mask.coverage(x: 3, y: 6)) - 128) <= 1)
    #expect(abs(Int(mask.coverage(x: 5, y: 4)) - 191) <= 1)
    #expect(abs(Int(mask.coverage(x: 5, y: 10)) - 64) <= 1)
    #expect(abs(Int(mask.coverage(x: 8, y: 10)) - 32) <= 1)
    #expect(mask.coverage(x: 5, y: 6) == 255)
  }

  @Test func rowsRunFromTopToBottom() throws {
    let triangle = Path([
      .move(Point(x: 10, y: 5)), .line(Point(x: 20, y: 25)), .line(Point(x: 0, y: 25)), .close,
    ])
    let mask = try #require(rasterizer.mask(of: triangle, within: bounds))
    let top = mask.bytes[..<mask.bounds.width].filter { $0 > 0 }.count
    let bottom = mask.bytes.suffix(mask.bounds.width).filter { $0 > 0 }.count
    #expect(top < 4 && bottom > 16)
  }

  @Test func fillRulesDiffer() {
    let outer = Path.rect(Rect(x: 0, y: 0, width: 20, height: 20))
    var path = outer.appending(.rect(Rect(x: 5, y: 5, width: 10, height: 10)))
    #expect(sum(rasterizer.mask(of: path, within: bounds)) == 400)
    path.fillRule = .evenOdd
    #expect(sum(rasterizer.mask(of: path, within: bounds)) == 300)
  }

  @Test func ellipseHasItsArea() {
    let path = Path.ellipse(in: Rect(x: 2, y: 3, width: 30, height: 20))
    #expect(abs(sum(rasterizer.mask(of: path, within: bounds)) - Double.pi * 150) < 4)
  }

  @Test func cornersAreElliptic() throws {
    var radii = Corners(all: Size())
    radii.topRight = Size(width: 12, height: 6)
    let path = Path.roundedRect(Rect(width: 40, height: 30), radii: radii)
    let mask = try #require(rasterizer.mask(of: path, within: bounds))
    #expect(mask.coverage(x: 0, y: 0) == 255)
    #expect(mask.coverage(x: 39, y: 0) == 0)
    #expect(mask.coverage(x: 39, y: 7) == 255)
    #expect(mask.coverage(x: 26, y: 0) == 255)
    // The corner leaves out (1 - π/4) of 12 × 6.
    #expect(abs(sum(mask) - (1200 - 72 * (1 - Double.pi / 4))) < 0.8)
  }

  @Test func whatIsFarOutsideIsCutOff() throws {
    let huge = Rect(x: -1e9, y: -1e9, width: 2e9, height: 2e9)
    #expect(
      rasterizer.mask(of: .rect(huge), within: bounds) == Mask(bounds: bounds, coverage: 255))
    // So large an ellipse is a straight edge through the middle.
    let wide = Path.ellipse(in: Rect(x: 20, y: -1e7, width: 2e7, height: 2e7))
    let half = try #require(rasterizer.mask(of: wide, within: bounds))
    #expect(half.coverage(x: 10, y: 15) == 0)
    #expect(half.coverage(x: 30, y: 15) == 255)
    let beside = Path.rect(Rect(x: 1e8, y: 0, width: 10, height: 10))
    #expect(rasterizer.mask(of: beside, within: bounds) == nil)
  }

  @Test func cuttingOffDoesNotChangeWhatIsInside() throws {
    // A star whose points reach far out, under both rules.
    let far = 9000.0
    var path = Path([
      .move(Point(x: 20, y: -far)), .line(Point(x: 60, y: far)), .line(Point(x: -far, y: -200)),
      .line(Point(x: far, y: -100)), .line(Point(x: -10, y: far)), .close,
    ])
    for rule in [Path.FillRule.nonZero, .evenOdd] {
      path.fillRule = rule
      let cut = try #require(rasterizer.mask(of: path, within: bounds))
      // Wide enough that its own horizon cuts elsewhere.
      let strip = PixelRect(x: -8000, y: 0, width: 16_000, height: 30)
      let uncut = try #require(rasterizer.mask(of: path, within: strip))
      for y in 0..<30 {
        for x in 0..<40 {
          #expect(abs(Int(cut.coverage(x: x, y: y)) - Int(uncut.coverage(x: x, y: y))) <= 2)
        }
      }
    }
  }

  @Test func noNumberCrashes() {
    let wild: [Double] = [.nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, 0, 3e9, -3e9, 12]
    var elements: [Path.Element] = []
    for a in wild {
      for b in wild {
        let point = Point(x: a, y: b)
        let other = Point(x: b, y: 5)
        for path in [
          Path([.move(point), .line(other), .line(Point(x: 9, y: 9)), .close]),
          Path([.move(Point()), .cubic(point, other, to: Point(x: b, y: a)), .close]),
          Path([.quadratic(point, to: other), .close, .close, .line(point)]),
          Path.roundedRect(Rect(x: a, y: b, width: b, height: a), radius: a),
        ] {
          let mask = rasterizer.mask(of: path, within: bounds)
          #expect(mask.map { bounds.contains($0.bounds) } ?? true)
        }
        elements += [.line(point)]
      }
    }
    #expect(rasterizer.mask(of: Path(elements), within: bounds) == nil)
    for size in wild {
      for x in wild {
        let origin = Point(x: x, y: size)
        let mask = rasterizer.mask(
          of: 40, font: font, sizeInPx: size, origin: origin, within: bounds)
        #expect(mask == nil || size.isFinite)
      }
    }
  }

  @Test func emptyPathsCoverNothing() {
    for path in [
      Path(), Path([.close]), Path([.move(Point(x: 5, y: 5))]),
      Path([.move(Point(x: 5, y: 5)), .line(Point(x: 9, y: 9)), .close]),
    ] {
      #expect(sum(rasterizer.mask(of: path, within: bounds)) == 0)
    }
    #expect(rasterizer.mask(of: .rect(bounds.rect), within: PixelRect()) == nil)
  }

  @Test func manyPointsAreNotTooMany() {
    var path = Path()
    for index in 0..<12_000 {
      let x = Double(index % 160) / 4
      let y = Double(index / 160) * 0.4
      path.elements += Path.rect(Rect(x: x, y: y, width: 0.25, height: 0.2)).elements
    }
    #expect(abs(sum(rasterizer.mask(of: path, within: bounds)) - 600) < 40)
  }

  @Test func glyphsAreDrawnAtTheirBaseline() throws {
    // The glyph of "H" stands on the baseline and has an upright left side.
    let glyph = try #require(drawnGlyph("H"))
    let mask = try #require(
      rasterizer.mask(
        of: glyph, font: font, sizeInPx: 24, origin: Point(x: 4, y: 25), within: bounds))
    #expect(mask.bounds.maxY == 25)
    let capHeight = font.metrics(sizeInPx: 24).capHeight
    #expect(abs(Double(mask.bounds.height) - capHeight) <= 1)
    #expect(mask.coverage(x: mask.bounds.x + 2, y: 20) > 200)
  }

  @Test func originsMoveByQuarters() throws {
    let glyph = try #require(drawnGlyph("H"))
    func mask(_ x: Double, _ y: Double) -> Mask? {
      rasterizer.mask(
        of: glyph, font: font, sizeInPx: 24, origin: Point(x: x, y: y), within: bounds)
    }
    #expect(mask(4, 25) != mask(4.25, 25))
    #expect(mask(4, 25) != mask(4, 25.5))
    #expect(mask(4, 25) == mask(4.1, 24.95))
    let moved = try #require(mask(5.25, 25))
    var same = try #require(mask(4.25, 25))
    same.bounds.x += 1
    #expect(moved == same)
    #expect(abs(sum(mask(4, 25)) - sum(mask(4.5, 25.75))) < 1)
  }

  @Test func cacheDoesNotChangePixels() {
    let used = CoverageRasterizer()
    func draw(_ rasterizer: CoverageRasterizer, _ size: Double) -> Mask? {
      rasterizer.mask(
        of: 50, font: font, sizeInPx: size, origin: Point(x: 3.3, y: 25.6), within: bounds)
    }
    let sizes = [20.0, 33.3, 20, 199, 260, 33.3]
    for size in sizes { _ = draw(used, size) }
    for size in sizes { #expect(draw(used, size) == draw(CoverageRasterizer(), size)) }
  }

  @Test func outlinesAgreeWithMasks() throws {
    let area = PixelRect(width: 300, height: 300)
    for letter in ["g", "R", "8"] as [Unicode.Scalar] {
      let glyph = try #require(drawnGlyph(letter))
      let path = rasterizer.outline(of: glyph, font: font, sizeInPx: 180)
        .offset(by: Point(x: 40, y: 200))
      let mask = rasterizer.mask(
        of: glyph, font: font, sizeInPx: 180, origin: Point(x: 40, y: 200), within: area)
      #expect(abs(sum(mask) - sum(rasterizer.mask(of: path, within: area))) < 1)
      #expect(sum(mask) > 1000)
    }
  }

  @Test func enormousGlyphsKeepTheirShape() throws {
    let glyph = try #require(drawnGlyph("H"))
    let small = try #require(
      rasterizer.outline(of: glyph, font: font, sizeInPx: 100).controlBounds)
    let large = try #require(
      rasterizer.outline(of: glyph, font: font, sizeInPx: 100_000).controlBounds)
    #expect(abs(large.height / small.height - 1000) < 5)
    let mask = rasterizer.mask(
      of: glyph, font: font, sizeInPx: 1e6, origin: Point(x: -1.5e5, y: 100), within: bounds)
    #expect(sum(mask) == 1200)
  }

  @Test func blankAndUnknownGlyphsCoverNothing() throws {
    let space = try #require(drawnGlyph(" "))
    for glyph in [space, 1_000_000, .max] {
      #expect(
        rasterizer.mask(
          of: glyph, font: font, sizeInPx: 24, origin: Point(x: 4, y: 25), within: bounds) == nil)
      #expect(rasterizer.outline(of: glyph, font: font, sizeInPx: 300) == Path())
    }
  }

  private func drawnGlyph(_ scalar: Unicode.Scalar) -> UInt32? {
    font.face.glyph(for: scalar)
  }
}
