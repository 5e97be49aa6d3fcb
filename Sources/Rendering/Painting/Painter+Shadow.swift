import Pixels
import Styling
import Typography

extension Painter {
  func draw(_ shadow: SceneShadow, onto picture: inout Bitmap, within clip: PixelRect) {
    var area = clip
    var inside: Mask?
    if let path = shadow.clip.map(placed) {
      if let rect = path.uprightRect?.alignedToPixels {
        area = area.intersection(rect)
      } else {
        guard let mask = coverage.mask(of: path, within: area) else { return }
        area = mask.bounds
        inside = mask
      }
    }
    guard !area.isEmpty, !shadow.color.isTransparent else { return }
    let blurred = BlurredMask(covering: area, sigma: shadow.sigma * transform.meanScale) {
      scale, grid in
      silhouette(of: shadow.shape, scale: scale, within: grid)
    }
    if !shadow.isInverted {
      guard let blurred else { return }
      area = area.intersection(blurred.bounds)
    }
    let outside = shadow.exclusion.flatMap { coverage.mask(of: placed($0), within: area) }
    picture.fill(
      blurred, isInverted: shadow.isInverted, with: shadow.color, within: area, inside: inside,
      outside: outside)
  }

  /// The shape's coverage, scaled down by `scale`.
  private func silhouette(
    of shape: SceneShadow.Shape, scale: Int, within grid: PixelRect
  ) -> Mask? {
    switch shape {
    case .path(let path):
      return coverage.mask(of: placed(path).scaled(by: 1 / Double(scale)), within: grid)
    case .glyphs(let glyphs) where !transform.isIdentity:
      let factor = 1 / Double(scale)
      let shrink = AffineTransform(scaleX: factor, y: factor).concatenating(transform)
      return united(
        glyphs.glyphs.compactMap {
          mask(of: $0, in: glyphs, through: shrink, within: grid, snapsBaseline: scale == 1)
        },
        within: grid)
    case .glyphs(let glyphs):
      // A quarter of a grid pixel, to which glyphs are placed, is far less than the blur.
      let factor = 1 / Double(scale)
      var smaller = glyphs
      smaller.sizeInPx *= factor
      for index in smaller.glyphs.indices {
        smaller.glyphs[index].origin = smaller.glyphs[index].origin * factor
      }
      return silhouette(of: smaller, within: grid, snapsBaseline: scale == 1)
    }
  }

  private func silhouette(
    of glyphs: SceneGlyphs, within grid: PixelRect, snapsBaseline: Bool
  ) -> Mask? {
    let masks = glyphs.glyphs.compactMap { glyph in
      coverage.mask(
        of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx, origin: glyph.origin,
        within: grid, snapsBaseline: snapsBaseline)
    }
    return united(masks, within: grid)
  }

  private func united(_ masks: [Mask], within grid: PixelRect) -> Mask? {
    let reach = masks.reduce(PixelRect()) { $0.union($1.bounds) }.intersection(grid)
    if reach.isEmpty { return nil }
    var result = Mask(bounds: reach)
    for mask in masks { result.unite(mask) }
    return result
  }
}
