import Diagnostics
import Pixels
import Styling
import Typography

extension Painter {
  /// A path where it comes to lie on the picture.
  func placed(_ path: Path) -> Path {
    transform.isIdentity ? path : path.transformed(by: transform)
  }

  func placed(_ paint: Paint) -> Paint {
    guard !transform.isIdentity, case .gradient(let gradient) = paint else { return paint }
    return .gradient(gradient.transformed(by: transform))
  }

  /// The pixels around what `rect` becomes.
  func placed(_ rect: Rect) -> PixelRect { PixelRect(covering: transform.bounds(of: rect)) }

  /// A glyph's coverage through a transform other than the identity.
  ///
  /// Sizes that stay even come from the cache; whatever is turned or skewed is drawn from its
  /// outline, which is as sharp.
  func mask(
    of glyph: SceneGlyph, in glyphs: SceneGlyphs, through transform: AffineTransform,
    within bounds: PixelRect, snapsBaseline: Bool = true
  ) -> Mask? {
    let origin = transform.apply(to: glyph.origin)
    if transform.b == 0, transform.c == 0, transform.a == transform.d, transform.a > 0 {
      return coverage.mask(
        of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx * transform.a, origin: origin,
        within: bounds, snapsBaseline: snapsBaseline)
    }
    if glyphs.font.hasColorBitmaps {
      return silhouette(of: glyph, in: glyphs, through: transform, within: bounds)
    }
    let scales = transform.axisScales
    let scale = max(scales.width, scales.height, 1e-6)
    let turn = AffineTransform(
      a: transform.a / scale, b: transform.b / scale, c: transform.c / scale,
      d: transform.d / scale, e: origin.x, f: origin.y)
    let outline = coverage.outline(
      of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx * scale)
    return coverage.mask(of: outline.transformed(by: turn), within: bounds)
  }

  /// A picture through a transform: scaled well to about its size on the slide, then turned.
  func drawTransformed(
    _ image: SceneImage, onto picture: inout Bitmap, within clip: PixelRect, images: ScaledImage
  ) throws(Diagnostic) {
    let frame = image.pixelRect.rect
    guard !frame.isEmpty, let inverse = transform.inverse,
      let shape = coverage.mask(of: placed(Path.rect(frame)), within: clip)
    else { return }
    // Only what can be seen, and what the filter looks at beside it.
    let seen = inverse.bounds(of: shape.bounds.rect)
    let scales = transform.axisScales
    func margin(_ scale: Double) -> Double { 4 / max(scale, 1e-3) }
    let around = Edges(
      top: -margin(scales.height), right: -margin(scales.width), bottom: -margin(scales.height),
      left: -margin(scales.width))
    let part = seen.inset(by: around).intersection(frame)
    guard !part.isEmpty else { return }
    // A few times the slide's pixels at most, however the transform stretches.
    func count(_ length: Double, _ scale: Double) -> Double {
      max(1, min((length * scale).rounded(.up), 4096))
    }
    let width = count(part.width, scales.width)
    let height = count(part.height, scales.height)
    let scaleX = image.crop.width / frame.width
    let scaleY = image.crop.height / frame.height
    let crop = Rect(
      x: image.crop.x + (part.x - frame.x) * scaleX, y: image.crop.y + (part.y - frame.y) * scaleY,
      width: part.width * scaleX, height: part.height * scaleY)
    let pixels = try images(
      SceneImage(
        source: image.source, crop: crop, destination: Rect(width: width, height: height)))
    let fromPixels = AffineTransform(
      a: part.width / width, d: part.height / height, e: part.x, f: part.y)
    picture.draw(
      pixels, through: transform.concatenating(fromPixels), mask: shape, within: clip)
  }
}
