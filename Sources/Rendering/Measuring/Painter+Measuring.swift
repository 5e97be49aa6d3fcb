public import Diagnostics
public import Layout
public import Pixels
import Typography

extension Painter {
  /// Where the texts of a slide stand and how well they stand out; nothing is kept.
  ///
  /// The slide is painted twice more: once without its texts, once with the bounds of each glyph
  /// filled with the glyph's color. What lies between the two is the text's color against what is
  /// beneath it, as it is seen in the end: faded, moved and covered as the text is. Decoration
  /// (`aria-hidden`) is drawn as it is both times, as a ground for others. The contrast of a text is
  /// that of the pixel than which 10 % are worse (see `ContrastMap`).
  ///
  /// Lines under, over and through text are left out: who strikes a price through means it so.
  /// - Throws: what `naturalSize` and `images` throw; groups nested too deep.
  public func measureTexts(
    of layout: LayoutBox, width: Int, height: Int, naturalSize: NaturalSize, images: ScaledImage
  ) throws(Diagnostic) -> [MeasuredText] {
    let layout = layout.withoutTextDecorations
    let scene = try Scene(
      layout: layout, width: width, height: height, naturalSize: naturalSize)
    let spots = layout.textSpots()
    // Pictures of emoji have no one color; they stay, too.
    let decorations = Set(
      spots.filter { $0.isDecorative || $0.glyphs.font.hasColorBitmaps }
        .map { GlyphsKey($0.glyphs) })
    var areas: [GlyphsKey: [PixelRect]] = [:]
    for spot in spots.prefix(ContrastMap.mostTexts) {
      areas[GlyphsKey(spot.glyphs)] = glyphAreas(of: spot.glyphs)
    }
    var bare = scene
    bare.items = bare.items.compactMap { item in
      item.replacingGlyphs { decorations.contains(GlyphsKey($0)) ? .glyphs($0) : nil }
    }
    var inked = scene
    inked.items = inked.items.compactMap { item in
      item.replacingGlyphs { glyphs in
        let key = GlyphsKey(glyphs)
        if decorations.contains(key) { return .glyphs(glyphs) }
        return .fill(Path(areas[key] ?? []), .color(glyphs.color))
      }
    }
    // A text is measured where it shows, and the later of two has what both would have.
    var map = ContrastMap(width: scene.width, height: scene.height)
    var shown = [ShownText?](repeating: nil, count: min(spots.count, ContrastMap.mostTexts))
    var numbers: [GlyphsKey: Int] = [:]
    for number in shown.indices { numbers[GlyphsKey(spots[number].glyphs)] = number }
    let slide = PixelRect(width: scene.width, height: scene.height)
    for item in scene.items {
      item.visitGlyphs(through: .identity, within: slide) { glyphs, transform, clip in
        let key = GlyphsKey(glyphs)
        guard let number = numbers[key] else { return }
        let isDecoration = decorations.contains(key)
        for area in areas[key] ?? [] {
          shown[number, default: transform.meanScale].add(transform.bounds(of: area.rect))
          if isDecoration { continue }
          if transform.keepsAxes {
            let place = PixelRect(snapping: transform.bounds(of: area.rect))
            map.claim(place.intersection(clip), for: number)
          } else if let mask = coverage.mask(
            of: Path([area]).transformed(by: transform), within: clip)
          {
            map.claim(mask, for: number)
          }
        }
      }
    }
    let contrasts = map.contrasts(
      inked: try paint(inked, images: images), bare: try paint(bare, images: images),
      count: shown.count)
    return shown.indices.compactMap { index in
      guard let place = shown[index], let bounds = place.bounds else { return nil }
      let spot = spots[index]
      return MeasuredText(
        element: spot.element, text: spot.text, bounds: bounds,
        letters: place.letters, block: spot.block, sizeInPx: spot.glyphs.sizeInPx * place.scale,
        weight: spot.glyphs.font.weight,
        isDecorative: spot.isDecorative, mustBeSafe: spot.mustBeSafe,
        contrast: contrasts[index].map { max($0, spot.outlineContrast) })
    }
  }

  /// The bounds of each glyph that shows anything.
  func glyphAreas(of glyphs: SceneGlyphs) -> [PixelRect] {
    glyphs.glyphs.compactMap { glyph in
      let area = coverage.bounds(
        of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx, origin: glyph.origin)
      return area.isEmpty ? nil : area
    }
  }
}

/// Where a text came to lie.
private struct ShownText {
  /// nil while nothing of it was seen.
  var bounds: Rect?
  var scale: Double

  var letters: [Rect] = []

  mutating func add(_ rect: Rect) {
    bounds = bounds?.union(rect) ?? rect
    letters.append(rect)
  }
}

extension [ShownText?] {
  fileprivate subscript(index: Int, default scale: Double) -> ShownText {
    get { self[index] ?? ShownText(scale: scale) }
    set { self[index] = newValue }
  }
}

/// What tells the glyphs of one run from those of all others: the first and the last and where they
/// stand.
struct GlyphsKey: Hashable {
  var first: SceneGlyph?
  var last: SceneGlyph?
  var sizeInPx: Double

  init(_ glyphs: SceneGlyphs) {
    first = glyphs.glyphs.first
    last = glyphs.glyphs.last
    sizeInPx = glyphs.sizeInPx
  }
}

extension Path {
  /// Rectangles; where they overlap they are filled once.
  fileprivate init(_ rects: [PixelRect]) {
    self.init(
      rects.flatMap { area -> [Path.Element] in
        let rect = area.rect
        return [
          .move(Point(x: rect.minX, y: rect.minY)), .line(Point(x: rect.maxX, y: rect.minY)),
          .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)),
          .close,
        ]
      })
  }
}

extension SceneItem {
  /// The item with its glyphs replaced; nil when nothing is left of it.
  fileprivate func replacingGlyphs(_ replace: (SceneGlyphs) -> SceneItem?) -> SceneItem? {
    switch self {
    // Outlines count by their color, whichever side of the letter they are on.
    case .glyphs(let glyphs): return glyphs.stroke == nil ? replace(glyphs) : nil
    case .group(var group):
      group.items = group.items.compactMap { $0.replacingGlyphs(replace) }
      return .group(group)
    case .fill, .image, .shadow, .scrim: return self
    }
  }

  /// Calls `visit` for all glyphs in paint order, with the transform to the slide and the pixels that
  /// their groups' clips leave.
  fileprivate func visitGlyphs(
    through transform: AffineTransform, within clip: PixelRect,
    _ visit: (SceneGlyphs, AffineTransform, PixelRect) -> Void
  ) {
    switch self {
    case .glyphs(let glyphs): visit(glyphs, transform, clip)
    case .group(let group):
      let inner = transform.concatenating(group.transform)
      let bounds = group.clip?.controlBounds.map { PixelRect(covering: inner.bounds(of: $0)) }
      for item in group.items {
        item.visitGlyphs(through: inner, within: bounds.map(clip.intersection) ?? clip, visit)
      }
    case .fill, .image, .shadow, .scrim: return
    }
  }
}
