public import Pixels

/// A glyph that is a picture, as its font has it.
public struct ColorGlyph: Sendable {
  /// With a transparent pixel on every side.
  public let bitmap: Bitmap
  /// Where the bitmap lies around the glyph's origin: em, y down.
  public let frame: Rect
}

/// A color glyph at a size and a place.
public struct GlyphPicture: Sendable {
  /// The glyph at the size asked for, premultiplied.
  public var bitmap: Bitmap
  /// The column of the left pixels on the picture it is for.
  public var x: Int
  /// The row of the upper pixels on the picture it is for.
  public var y: Int

  public init(bitmap: Bitmap, x: Int, y: Int) {
    self.bitmap = bitmap
    self.x = x
    self.y = y
  }

  /// The pixels that the glyph takes up on the picture it is for.
  public var bounds: PixelRect {
    PixelRect(x: x, y: y, width: bitmap.width, height: bitmap.height)
  }

  /// What the glyph's alpha covers.
  public var silhouette: Mask {
    Mask(
      bounds: bounds,
      bytes: stride(from: 3, to: bitmap.pixels.count, by: 4).map { bitmap.pixels[$0] }
    )
  }
}

extension CoverageRasterizer {
  /// px; larger pictures rarely repeat, and only what is visible of them is made.
  private static let largestCachedPicture = 256.0
  /// As many as an emoji of 200 px takes some 80 times.
  private static let pictureBudget = 16 << 20

  /// A color glyph, scaled, its origin rounded as a mask's is.
  ///
  /// - Returns: nil when nothing is visible, or the font has no picture of the glyph.
  public func picture(
    of glyph: UInt32, font: Font, sizeInPx: Double, origin: Point, within bounds: PixelRect,
    snapsBaseline: Bool = true
  ) -> GlyphPicture? {
    guard font.hasColorBitmaps, sizeInPx > 0, sizeInPx < 1e5, abs(origin.x) < 1e6,
      abs(origin.y) < 1e6
    else { return nil }
    let quarterX = Int((origin.x * 4).rounded())
    let quarterY = Int(((snapsBaseline ? origin.y.rounded() : origin.y) * 4).rounded())
    let rest = Point(x: Double(quarterX & 3) / 4, y: Double(quarterY & 3) / 4)
    let (left, top) = (quarterX >> 2, quarterY >> 2)
    var picture: GlyphPicture?
    if sizeInPx > Self.largestCachedPicture {
      picture = scaled(
        glyph, font: font, sizeInPx: sizeInPx, origin: rest,
        within: bounds.offset(x: -left, y: -top))
    } else {
      let key = GlyphKey(
        font: font, glyph: glyph, size: Int((sizeInPx * 64).rounded()), x: UInt8(quarterX & 3),
        y: UInt8(quarterY & 3))
      picture = cachedPicture(key, sizeInPx: sizeInPx, origin: rest)
    }
    picture?.x += left
    picture?.y += top
    return picture.flatMap { $0.bounds.intersection(bounds).isEmpty ? nil : $0 }
  }

  private func cachedPicture(
    _ key: GlyphKey, sizeInPx: Double, origin: Point
  ) -> GlyphPicture? {
    if let known = pictures[key] { return known }
    let picture = scaled(key.glyph, font: key.font, sizeInPx: sizeInPx, origin: origin)
    let size = (picture?.bitmap.pixels.count ?? 0) + 128
    if pictureBytes + size > Self.pictureBudget {
      pictures.removeAll(keepingCapacity: true)
      pictureBytes = 0
    }
    pictureBytes += size
    pictures[key] = .some(picture)
    return picture
  }

  private func scaled(
    _ glyph: UInt32, font: Font, sizeInPx: Double, origin: Point, within bounds: PixelRect? = nil
  ) -> GlyphPicture? {
    guard let color = colorGlyph(glyph, font: font) else { return nil }
    let frame = Rect(
      x: color.frame.x * sizeInPx + origin.x, y: color.frame.y * sizeInPx + origin.y,
      width: color.frame.width * sizeInPx, height: color.frame.height * sizeInPx)
    var area = PixelRect(covering: frame)
    if let bounds { area = area.intersection(bounds) }
    guard !area.isEmpty, area.width <= 16_384, area.height <= 16_384 else { return nil }
    let scaleX = Double(color.bitmap.width) / frame.width
    let scaleY = Double(color.bitmap.height) / frame.height
    let crop = Rect(
      x: (Double(area.x) - frame.x) * scaleX, y: (Double(area.y) - frame.y) * scaleY,
      width: Double(area.width) * scaleX, height: Double(area.height) * scaleY)
    let bitmap = color.bitmap.resampled(crop: crop, width: area.width, height: area.height)
    return GlyphPicture(bitmap: bitmap, x: area.x, y: area.y)
  }

  /// The glyph's own picture; nil when the font has none.
  public func colorGlyph(_ glyph: UInt32, font: Font) -> ColorGlyph? {
    guard font.hasColorBitmaps else { return nil }
    return face(for: font)?.colorGlyph(glyph)
  }
}
