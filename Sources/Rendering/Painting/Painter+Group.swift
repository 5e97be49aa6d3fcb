import Diagnostics
import Pixels
import Typography

extension Painter {
  /// A copy of a whole slide takes 8 MB; a design that nests deeper than this is a mistake.
  private static let mostCopies = 32

  func draw(
    _ group: SceneGroup, onto picture: inout Bitmap, within clip: PixelRect, images: ScaledImage
  ) throws(Diagnostic) {
    guard group.opacity > 0, !group.items.isEmpty || group.effects?.backdrop != nil else { return }
    if group.transform.isIdentity {
      return try drawPlaced(group, onto: &picture, within: clip, images: images)
    }
    let outer = transform
    defer { transform = outer }
    transform = outer.concatenating(group.transform)
    // What is flattened to a line cannot be seen (CSS Transforms 1 §3).
    guard transform.inverse != nil else { return }
    try drawPlaced(group, onto: &picture, within: clip, images: images)
  }

  private func drawPlaced(
    _ group: SceneGroup, onto picture: inout Bitmap, within clip: PixelRect, images: ScaledImage
  ) throws(Diagnostic) {
    var area = clip
    var mask: Mask?
    if let path = group.clip.map(placed) {
      if let rect = path.uprightRect?.alignedToPixels {
        area = area.intersection(rect)
      } else {
        guard let shape = coverage.mask(of: path, within: area) else { return }
        area = shape.bounds
        mask = shape
      }
    }
    if area.isEmpty { return }
    if let effects = group.effects {
      return try drawEffects(
        effects, of: group, onto: &picture, within: area, clip: mask, images: images)
    }
    if group.opacity >= 1 {
      guard let shape = mask else {
        try paint(group.items, onto: &picture, within: area, images: images)
        return
      }
      if group.items.count == 1 {
        let isDrawn = try drawAlone(
          group.items[0], onto: &picture, within: area, mask: shape, images: images)
        if isDrawn { return }
      }
    }
    area = area.intersection(reach(of: group.items))
    if area.isEmpty { return }
    try countCopy()
    defer { copies -= 1 }
    let earlier = picture.copy(of: area)
    try paint(group.items, onto: &picture, within: area, images: images)
    picture.restore(earlier, at: area, keeping: mask, opacity: group.opacity)
  }

  /// Counts a copy or layer that lives while a group is drawn.
  func countCopy() throws(Diagnostic) {
    guard copies < Self.mostCopies else { throw .groupsTooDeep(limit: Self.mostCopies) }
    copies += 1
  }

  /// Draws an item that can take the group's clip as its own mask.
  ///
  /// - Returns: false when it cannot; nothing is drawn then.
  private func drawAlone(
    _ item: SceneItem, onto picture: inout Bitmap, within clip: PixelRect, mask: Mask,
    images: ScaledImage
  ) throws(Diagnostic) -> Bool {
    switch item {
    case .image(let image):
      guard transform.isIdentity || transform.wholeShift != nil else { return false }
      try draw(image, onto: &picture, within: clip, mask: mask, images: images)
      return true
    case .fill(let path, let paint):
      guard let rect = placed(path).uprightRect?.alignedToPixels else { return false }
      fill(rect.intersection(clip), with: placed(paint), mask: mask, onto: &picture)
      return true
    case .glyphs, .shadow, .group, .scrim: return false
    }
  }

  /// The pixels that items may change, perhaps a few more.
  func reach(of items: [SceneItem]) -> PixelRect {
    items.reduce(PixelRect()) { $0.union(reach(of: $1)) }
  }

  private func reach(of item: SceneItem) -> PixelRect {
    switch item {
    case .fill(let path, _): return reach(of: path)
    case .glyphs(let glyphs): return reach(of: glyphs)
    case .scrim(let scrim): return reach(of: scrim)
    case .image(let image): return placed(image.pixelRect.rect)
    case .shadow(let shadow):
      if shadow.isInverted {
        let everywhere = Rect(x: -1e6, y: -1e6, width: 2e6, height: 2e6)
        return shadow.clip.map(reach) ?? PixelRect(covering: everywhere)
      }
      let shape =
        switch shadow.shape {
        case .path(let path): reach(of: path)
        case .glyphs(let glyphs): reach(of: glyphs)
        }
      return shape.isEmpty ? shape : shape.expanded(by: spread(ofBlur: shadow.sigma))
    case .group(let group):
      let outer = transform
      defer { transform = outer }
      transform = outer.concatenating(group.transform)
      var items = reach(of: group.items)
      if let effects = group.effects {
        if !items.isEmpty { items = items.expanded(by: spread(of: effects.filters)) }
        if let backdrop = effects.backdrop { items = items.union(reach(of: backdrop.clip)) }
      }
      guard let clip = group.clip else { return items }
      return items.intersection(reach(of: clip))
    }
  }

  func reach(of path: Path) -> PixelRect {
    path.controlBounds.map(placed) ?? PixelRect()
  }

  /// How far a blur is seen, px of the picture: three standard deviations, and two cells of the
  /// coarse grid, each at most half of one.
  func spread(ofBlur sigma: Double) -> Int {
    let sigma = sigma * transform.meanScale
    return sigma > 0 ? Int(min(sigma, 1e5) * 4 + 4) : 0
  }

  private func reach(of glyphs: SceneGlyphs) -> PixelRect {
    let bounds = glyphs.glyphs.reduce(PixelRect()) { area, glyph in
      area.union(
        coverage.bounds(
          of: glyph.id, font: glyphs.font, sizeInPx: glyphs.sizeInPx, origin: glyph.origin))
    }
    let reached = glyphs.stroke.map { bounds.expanded(by: Int(min($0.reach, 1e5)) + 1) } ?? bounds
    return transform.isIdentity || bounds.isEmpty ? reached : placed(reached.rect)
  }
}
