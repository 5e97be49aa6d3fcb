public import Diagnostics
public import Pixels
import Styling
import Typography

/// Gives the part `crop` of the picture named `source`, scaled to `SceneImage.pixelRect`'s size.
public typealias ScaledImage = (SceneImage) throws(Diagnostic) -> Bitmap

/// Draws scenes. One for each worker: it keeps faces and the masks of glyphs it has drawn.
///
/// Items are drawn straight onto the opaque picture. A group that fades or clips has no layer of its
/// own: what was there is copied first and mixed back afterwards, which gives the same pixels.
public final class Painter {
  let coverage = CoverageRasterizer()
  /// Groups being drawn that hold a copy of the picture.
  var copies = 0
  /// The pixels of all layers of the slide so far.
  var layerPixels = 0
  /// From the coordinates of the items being drawn to the picture's pixels.
  var transform = AffineTransform.identity

  /// A painter that has drawn nothing yet.
  public init() {}

  /// The slide's pixels, opaque.
  ///
  /// - Parameter images: asked once for each image item that is visible.
  /// - Throws: what `images` throws; groups nested too deep.
  public func paint(_ scene: Scene, images: ScaledImage) throws(Diagnostic) -> Bitmap {
    var background = scene.background
    background.alpha = 1
    var picture = Bitmap(width: scene.width, height: scene.height, color: background)
    copies = 0
    layerPixels = 0
    transform = .identity
    try paint(scene.items, onto: &picture, within: picture.bounds, images: images)
    return picture
  }

  /// - Parameter clip: nothing outside it changes.
  func paint(
    _ items: [SceneItem], onto picture: inout Bitmap, within clip: PixelRect, images: ScaledImage
  ) throws(Diagnostic) {
    for item in items {
      switch item {
      case .fill(let path, let paint): fill(path, with: paint, onto: &picture, within: clip)
      case .glyphs(let glyphs): draw(glyphs, onto: &picture, within: clip)
      case .image(let image):
        try draw(image, onto: &picture, within: clip, mask: nil, images: images)
      case .shadow(let shadow): draw(shadow, onto: &picture, within: clip)
      case .group(let group): try draw(group, onto: &picture, within: clip, images: images)
      case .scrim(let scrim): draw(scrim, onto: &picture, within: clip)
      }
    }
  }

  private func fill(
    _ path: Path, with paint: Paint, onto picture: inout Bitmap, within clip: PixelRect
  ) {
    let path = placed(path)
    let paint = placed(paint)
    if let rect = path.uprightRect?.alignedToPixels {
      fill(rect.intersection(clip), with: paint, mask: nil, onto: &picture)
    } else if let mask = coverage.mask(of: path, within: clip) {
      fill(mask.bounds, with: paint, mask: mask, onto: &picture)
    }
  }

  func fill(_ area: PixelRect, with paint: Paint, mask: Mask?, onto picture: inout Bitmap) {
    switch paint {
    case .color(let color):
      if let mask {
        picture.fill(mask, with: color, within: area)
      } else {
        picture.fill(area, with: color)
      }
    case .gradient(let gradient): picture.fill(area, with: gradient, mask: mask)
    }
  }

  private func draw(
    _ glyphs: SceneGlyphs, onto picture: inout Bitmap, within clip: PixelRect
  ) {
    if let stroke = glyphs.stroke {
      return draw(stroke, of: glyphs, onto: &picture, within: clip)
    }
    if glyphs.font.hasColorBitmaps {
      return drawPictures(of: glyphs, onto: &picture, within: clip)
    }
    for glyph in glyphs.glyphs {
      let mask =
        transform.isIdentity
        ? coverage.mask(
          of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx, origin: glyph.origin,
          within: clip)
        : mask(of: glyph, in: glyphs, through: transform, within: clip)
      if let mask { picture.fill(mask, with: glyphs.color, within: clip) }
    }
  }

  /// - Parameter mask: draws only to its extent; nil: everywhere.
  func draw(
    _ image: SceneImage, onto picture: inout Bitmap, within clip: PixelRect, mask: Mask?,
    images: ScaledImage
  ) throws(Diagnostic) {
    if let shift = transform.wholeShift {
      let image = SceneImage(
        source: image.source, crop: image.crop,
        destination: image.pixelRect.rect.offset(by: shift))
      let outer = transform
      defer { transform = outer }
      transform = .identity
      return try draw(image, onto: &picture, within: clip, mask: mask, images: images)
    }
    if !transform.isIdentity {
      precondition(mask == nil, "a transformed image has only its own mask")
      return try drawTransformed(image, onto: &picture, within: clip, images: images)
    }
    if image.pixelRect.intersection(clip).isEmpty { return }
    let image = image.cutToPicture(picture.bounds)
    let place = image.pixelRect
    let pixels = try images(image)
    precondition(
      pixels.width == place.width && pixels.height == place.height,
      "an image arrives at the size it was asked for")
    picture.draw(pixels, x: place.x, y: place.y, within: clip, mask: mask)
  }
}

extension SceneImage {
  /// Where the image is drawn: `destination`, its edges moved to the nearest pixel borders as
  /// browsers do, so that edges are sharp. Empty when it is smaller than half a pixel.
  public var pixelRect: PixelRect { PixelRect(snapping: destination) }

  /// The same image without what lies outside the picture, when that is most of it.
  ///
  /// Keeps an enormous destination from being scaled whole.
  fileprivate func cutToPicture(_ bounds: PixelRect) -> SceneImage {
    let place = pixelRect
    guard place.width * place.height > 2 * bounds.width * bounds.height else { return self }
    let visible = place.intersection(bounds)
    let scaleX = crop.width / Double(place.width)
    let scaleY = crop.height / Double(place.height)
    let part = Rect(
      x: crop.x + Double(visible.x - place.x) * scaleX,
      y: crop.y + Double(visible.y - place.y) * scaleY,
      width: Double(visible.width) * scaleX, height: Double(visible.height) * scaleY)
    return SceneImage(source: source, crop: part, destination: visible.rect)
  }
}
