import Diagnostics
import Pixels
import Testing
import Typography

@testable import Rendering

/// Color glyphs and outlined letters.
@Suite struct GlyphPaintTests {
  private let noImages: ScaledImage = { _ throws(Diagnostic) in
    throw .error("no image was expected")
  }

  private func paint(_ items: [SceneItem], width: Int = 80, height: Int = 80) throws -> Bitmap {
    try Painter().paint(
      Scene(width: width, height: height, background: .white, items: items), images: noImages)
  }

  /// A red heart: a glyph that is nearly one color.
  private func heart(size: Double, alpha: Double = 1, at origin: Point) throws -> SceneGlyphs {
    let description = FontDescription(families: ["Noto Color Emoji"], sizeInPx: size)
    let style = TextStyle(font: description)
    let paragraph = Paragraph(
      InlineContent(items: [.text("❤️", style: 0)], styles: [style]), fonts: catalog)
    let line = try #require(paragraph.lines(width: 1000).first)
    guard case .glyphs(let run) = line.fragments[0].kind else {
      throw Diagnostic.error("no glyphs")
    }
    return SceneGlyphs(
      font: run.font, sizeInPx: size,
      glyphs: run.glyphs.map { SceneGlyph(id: $0.id, origin: origin) },
      color: Color(red: 0, green: 0, blue: 1, alpha: alpha))
  }

  private func isRed(_ pixel: [UInt8]) -> Bool { pixel[0] > 180 && pixel[1] < 90 && pixel[2] < 90 }

  @Test(arguments: [20.0, 50, 109, 300]) func emojiKeepTheirOwnColors(size: Double) throws {
    let heart = try heart(size: size, at: Point(x: 40 - size * 0.62, y: 40 + size * 0.35))
    #expect(isRed(pixel(try paint([.glyphs(heart)]), 40, 40)))
  }

  @Test func theAlphaOfTheColorFadesEmoji() throws {
    let heart = try heart(size: 50, alpha: 0.5, at: Point(x: 9, y: 58))
    let faded = pixel(try paint([.glyphs(heart)]), 40, 40)
    #expect(faded[0] > 210 && faded[1] > 120 && faded[1] < 180)
  }

  @Test func emojiTurnWithTheirGroup() throws {
    let heart = try heart(size: 50, at: Point(x: -31, y: 18))
    let turned = SceneGroup(
      transform: AffineTransform(e: 40, f: 40).concatenating(AffineTransform(rotation: 180)),
      items: [.glyphs(heart)])
    let upright = SceneGroup(transform: AffineTransform(e: 40, f: 40), items: [.glyphs(heart)])
    let a = try paint([.group(turned)])
    let b = try paint([.group(upright)])
    #expect(isRed(pixel(a, 40, 40)))
    // The point of the heart is below, or above when it is turned.
    #expect(isRed(pixel(b, 40, 56)) && !isRed(pixel(b, 40, 22)))
    #expect(isRed(pixel(a, 40, 23)) && !isRed(pixel(a, 40, 57)))
  }

  @Test func aShadowOfEmojiIsATintedSilhouette() throws {
    let heart = try heart(size: 50, at: Point(x: 9, y: 58))
    let shadow = SceneShadow(shape: .glyphs(heart), sigma: 0, color: Color(rgb: 0x00ff00))
    #expect(pixel(try paint([.shadow(shadow)]), 40, 40) == [0, 255, 0, 255])
  }

  @Test func anOutlineIsDrawnOnBothSidesOfTheLetter() throws {
    let font = try #require(
      catalog.primaryFont(for: FontDescription(families: ["Inter"], weight: 700, sizeInPx: 60)))
    let letter = CoverageRasterizer()
    let glyph = try #require(
      (1..<200).first {
        (letter.outline(of: UInt32($0), font: font, sizeInPx: 60).uprightRect?.height ?? 0) > 30
      })
    let shape = try #require(
      letter.outline(of: UInt32(glyph), font: font, sizeInPx: 60).uprightRect)
    let origin = Point(x: 20 - shape.minX, y: 70)
    let glyphs = SceneGlyphs(
      font: font, sizeInPx: 60, glyphs: [SceneGlyph(id: UInt32(glyph), origin: origin)],
      color: .black, stroke: Stroke(width: 4))
    let picture = try paint([.glyphs(glyphs)])
    #expect(pixel(picture, 18, 50)[0] < 20)
    #expect(pixel(picture, 20, 50)[0] < 20)
    #expect(pixel(picture, 16, 50)[0] == 255)
    #expect(pixel(picture, 24, 50)[0] == 255)
  }
}
