import Pixels
import Typography

extension Painter {
  /// Glyphs that are pictures; of their color only the alpha counts.
  func drawPictures(
    of glyphs: SceneGlyphs, onto picture: inout Bitmap, within clip: PixelRect
  ) {
    let alpha = UInt8(max(0, min(1, glyphs.color.alpha)) * 255 + 0.5)
    for glyph in glyphs.glyphs {
      if let scale = transform.evenScale {
        let drawn = coverage.picture(
          of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx * scale,
          origin: transform.apply(to: glyph.origin), within: clip)
        guard let drawn else { continue }
        let mask = alpha < 255 ? Mask(bounds: drawn.bounds, coverage: alpha) : nil
        picture.draw(drawn.bitmap, x: drawn.x, y: drawn.y, within: clip, mask: mask)
      } else {
        draw(glyph, of: glyphs, through: transform, alpha: alpha, onto: &picture, within: clip)
      }
    }
  }

  /// What a turned or skewed color glyph covers.
  func silhouette(
    of glyph: SceneGlyph, in glyphs: SceneGlyphs, through transform: AffineTransform,
    within bounds: PixelRect
  ) -> Mask? {
    guard let frame = coverage.colorGlyph(glyph.id, font: glyphs.font)?.frame else { return nil }
    let place = transform.bounds(of: frame.placed(at: glyph.origin, sizeInPx: glyphs.sizeInPx))
    let area = PixelRect(covering: place).intersection(bounds)
    guard !area.isEmpty, area.width <= 16_384, area.height <= 16_384 else { return nil }
    var layer = Bitmap(width: area.width, height: area.height)
    let shift = AffineTransform(translation: Point(x: -Double(area.x), y: -Double(area.y)))
    draw(
      glyph, of: glyphs, through: shift.concatenating(transform), alpha: 255, onto: &layer,
      within: layer.bounds)
    return GlyphPicture(bitmap: layer, x: area.x, y: area.y).silhouette
  }

  /// Scales the glyph well to about its size on the slide, then turns it.
  private func draw(
    _ glyph: SceneGlyph, of glyphs: SceneGlyphs, through transform: AffineTransform, alpha: UInt8,
    onto picture: inout Bitmap, within clip: PixelRect
  ) {
    guard let color = coverage.colorGlyph(glyph.id, font: glyphs.font) else { return }
    let frame = color.frame.placed(at: glyph.origin, sizeInPx: glyphs.sizeInPx)
    let shape = Path.rect(frame).transformed(by: transform)
    guard !frame.isEmpty, var mask = coverage.mask(of: shape, within: clip) else { return }
    if alpha < 255 {
      for index in mask.bytes.indices {
        mask.bytes[index] = UInt8(UInt16(mask.bytes[index]) * UInt16(alpha) / 255)
      }
    }
    let scales = transform.axisScales
    func count(_ length: Double) -> Int { Int(max(1, min(length.rounded(.up), 1024))) }
    let width = count(frame.width * scales.width)
    let height = count(frame.height * scales.height)
    let whole = Rect(width: Double(color.bitmap.width), height: Double(color.bitmap.height))
    let bitmap = color.bitmap.resampled(crop: whole, width: width, height: height)
    let toFrame = AffineTransform(
      a: frame.width / Double(width), d: frame.height / Double(height), e: frame.x, f: frame.y)
    picture.draw(bitmap, through: transform.concatenating(toFrame), mask: mask, within: clip)
  }

  /// Lines along the outlines of glyphs; pictures have none.
  func draw(
    _ stroke: Stroke, of glyphs: SceneGlyphs, onto picture: inout Bitmap, within clip: PixelRect
  ) {
    if glyphs.font.hasColorBitmaps { return }
    for glyph in glyphs.glyphs {
      let outline = coverage.outline(
        of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx)
      var origin = glyph.origin
      if transform.isIdentity {
        origin = Point(x: (origin.x * 4).rounded() / 4, y: origin.y.rounded())
      }
      let line = placed(outline.stroked(stroke).offset(by: origin))
      guard let mask = coverage.mask(of: line, within: clip) else { continue }
      picture.fill(mask, with: glyphs.color, within: clip)
    }
  }
}

extension Rect {
  /// A glyph's frame in em on the slide.
  fileprivate func placed(at origin: Point, sizeInPx: Double) -> Rect {
    Rect(
      x: x * sizeInPx + origin.x, y: y * sizeInPx + origin.y, width: width * sizeInPx,
      height: height * sizeInPx)
  }
}

extension AffineTransform {
  /// The factor by which everything grows, without being turned; nil for other maps.
  fileprivate var evenScale: Double? {
    b == 0 && c == 0 && a == d && a > 0 ? a : nil
  }
}
