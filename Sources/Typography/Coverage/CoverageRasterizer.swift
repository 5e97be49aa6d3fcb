public import Pixels

/// Turns paths and glyphs into masks, with FreeType's smooth renderer for both.
///
/// Belongs to one worker: it owns a FreeType library, the faces it has opened, and masks of glyphs it
/// has drawn. What is cached never changes what is drawn.
public final class CoverageRasterizer {
  private let library = FreeTypeLibrary()
  private var faces: [Font: FreeTypeFace] = [:]
  private var cachedGlyphs: [GlyphKey: Mask?] = [:]
  private var cachedBytes = 0
  /// Scaled pictures of color glyphs, and what they take.
  var pictures: [GlyphKey: GlyphPicture?] = [:]
  var pictureBytes = 0

  /// The text of several slides at headline size; when it is full, it is emptied.
  private static let cacheBudget = 16 << 20
  /// px; larger glyphs rarely repeat and are placed exactly.
  private static let largestCachedSize = 256.0
  /// Farther outside the picture than this, px, a path is cut before FreeType sees it.
  private static let margin = 2048.0
  /// FreeType counts rows and columns with 16 bits.
  private static let largestMask = 16_384

  struct GlyphKey: Hashable {
    var font: Font
    var glyph: UInt32
    /// 1/64 px.
    var size: Int
    /// The place of the origin in its pixel, in quarters of a px.
    var x: UInt8
    var y: UInt8
  }

  /// A rasterizer that has opened no face yet.
  public init() {}

  /// The coverage of `path` inside `bounds`.
  ///
  /// - Parameter bounds: px; what lies outside is not drawn, however far away it is.
  /// - Returns: nil when nothing of the path lies in `bounds`, or a coordinate is not finite; else a
  ///   mask no larger than `bounds`.
  public func mask(of path: Path, within bounds: PixelRect) -> Mask? {
    guard let reach = path.controlBounds else { return nil }
    let area = PixelRect(covering: reach).intersection(bounds)
    guard !area.isEmpty, area.width <= Self.largestMask, area.height <= Self.largestMask else {
      return nil
    }
    let horizon = area.rect.inset(by: -Self.margin)
    let isNear = horizon.union(reach) == horizon
    let path = isNear ? path : path.flattened(clippedTo: area.rect.inset(by: -1))
    var result: Mask?
    let origin = Point(x: Double(area.x), y: Double(area.y))
    for var outline in OutlineBuffer.outlines(
      of: path, origin: origin, height: Double(area.height))
    {
      let mask = unsafe outline.withOutline(evenOdd: path.fillRule == .evenOdd) {
        unsafe library.render($0, bounds: area)
      }
      guard let mask else { continue }
      if result == nil { result = mask } else { result?.unite(mask) }
    }
    return result
  }

  /// The coverage of a line along `path`; see `mask(of:within:)`.
  public func mask(
    ofStroke stroke: Stroke, along path: Path, within bounds: PixelRect
  ) -> Mask? {
    mask(of: path.stroked(stroke), within: bounds)
  }

  /// The coverage of a glyph, with its origin at a point of the picture.
  ///
  /// Unless the glyph is large, its origin is rounded to a quarter of a px across and to a whole one
  /// down, which keeps baselines sharp and letters evenly spaced.
  /// - Parameters:
  ///   - sizeInPx: of the em.
  ///   - bounds: what lies outside may be left out.
  ///   - snapsBaseline: false: to a quarter of a px down too.
  /// - Returns: nil when nothing is visible: a blank glyph, one outside `bounds`, no such glyph.
  public func mask(
    of glyph: UInt32, font: Font, sizeInPx: Double, origin: Point, within bounds: PixelRect,
    snapsBaseline: Bool = true
  ) -> Mask? {
    guard sizeInPx > 0, sizeInPx.isFinite, abs(origin.x) < 1e6, abs(origin.y) < 1e6 else {
      return nil
    }
    if font.hasColorBitmaps {
      return picture(
        of: glyph, font: font, sizeInPx: sizeInPx, origin: origin, within: bounds,
        snapsBaseline: snapsBaseline)?.silhouette
    }
    if sizeInPx > Self.largestCachedSize {
      return mask(
        of: outline(of: glyph, font: font, sizeInPx: sizeInPx).offset(by: origin), within: bounds)
    }
    let quarterX = Int((origin.x * 4).rounded())
    let quarterY = Int(((snapsBaseline ? origin.y.rounded() : origin.y) * 4).rounded())
    let key = GlyphKey(
      font: font, glyph: glyph, size: Int((sizeInPx * 64).rounded()), x: UInt8(quarterX & 3),
      y: UInt8(quarterY & 3))
    guard var mask = cachedMask(key, sizeInPx: sizeInPx) else { return nil }
    mask.bounds = mask.bounds.offset(x: quarterX >> 2, y: quarterY >> 2)
    return mask.bounds.intersection(bounds).isEmpty ? nil : mask
  }

  private func cachedMask(_ key: GlyphKey, sizeInPx: Double) -> Mask? {
    if let known = cachedGlyphs[key] { return known }
    let mask = face(for: key.font)?.mask(
      of: key.glyph, sizeInPx: sizeInPx, shiftX: Int(key.x) * 16, shiftY: Int(key.y) * 16)
    let size = (mask?.bytes.count ?? 0) + 128
    if cachedBytes + size > Self.cacheBudget {
      cachedGlyphs.removeAll(keepingCapacity: true)
      cachedBytes = 0
    }
    cachedBytes += size
    cachedGlyphs[key] = .some(mask)
    return mask
  }

  /// A glyph's shape, its origin at 0, 0; empty for a blank or unknown glyph.
  public func outline(of glyph: UInt32, font: Font, sizeInPx: Double) -> Path {
    guard sizeInPx > 0, sizeInPx.isFinite else { return Path() }
    return face(for: font)?.path(of: glyph, sizeInPx: sizeInPx) ?? Path()
  }

  /// The pixels that a glyph's mask reaches; empty for a blank or unknown glyph.
  public func bounds(
    of glyph: UInt32, font: Font, sizeInPx: Double, origin: Point
  ) -> PixelRect {
    if font.hasColorBitmaps {
      guard let frame = colorGlyph(glyph, font: font)?.frame, sizeInPx < 1e5 else {
        return PixelRect()
      }
      let place = Rect(
        x: frame.x * sizeInPx + origin.x, y: frame.y * sizeInPx + origin.y,
        width: frame.width * sizeInPx, height: frame.height * sizeInPx)
      return PixelRect(covering: place).expanded(by: 1)
    }
    if sizeInPx > Self.largestCachedSize {
      let shape = outline(of: glyph, font: font, sizeInPx: sizeInPx).offset(by: origin)
      return shape.controlBounds.map(PixelRect.init(covering:)) ?? PixelRect()
    }
    let everywhere = PixelRect(x: -1 << 22, y: -1 << 22, width: 1 << 23, height: 1 << 23)
    let mask = mask(of: glyph, font: font, sizeInPx: sizeInPx, origin: origin, within: everywhere)
    return mask?.bounds ?? PixelRect()
  }

  func face(for font: Font) -> FreeTypeFace? {
    if let face = faces[font] { return face }
    let face = FreeTypeFace(font, library: library)
    faces[font] = face
    return face
  }
}
