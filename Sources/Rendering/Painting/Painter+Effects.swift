import Diagnostics
import Pixels
import Typography

extension Painter {
  /// Pixels that all layers of a slide may have together, a thousand slides' worth; a page that
  /// needs more would take minutes.
  private static let mostLayerPixels = 2 << 30
  /// The most pixels of one layer; larger ones are drawn coarser, which only large blurs need.
  private static let largestLayer = 16 << 20

  /// Draws a group that has filters, a mask, a backdrop or a blend mode.
  ///
  /// - Parameters:
  ///   - area: where the group may show.
  ///   - clip: its clip, when that is no rectangle of whole pixels.
  func drawEffects(
    _ effects: SceneEffects, of group: SceneGroup, onto picture: inout Bitmap,
    within area: PixelRect, clip: Mask?, images: ScaledImage
  ) throws(Diagnostic) {
    var seen = reach(of: group.items)
    if !seen.isEmpty { seen = seen.expanded(by: spread(of: effects.filters)) }
    if let backdrop = effects.backdrop { seen = seen.union(reach(of: backdrop.clip)) }
    seen = seen.intersection(area)
    if seen.isEmpty { return }
    try countCopy()
    defer { copies -= 1 }
    var mask = clip
    if let layers = effects.mask {
      let own = try self.mask(of: layers, within: seen, images: images)
      mask = mask.map { own.composited(over: $0, .intersect, within: seen) } ?? own
    }
    if effects.needsLayer {
      if let backdrop = effects.backdrop {
        let earlier = picture.copy(of: seen)
        draw(backdrop, onto: &picture, within: seen)
        picture.restore(earlier, at: seen, keeping: mask, opacity: group.opacity)
      }
      guard let layer = try layer(of: group.items, effects.filters, within: seen, images: images)
      else { return }
      if group.opacity < 1 {
        mask = (mask ?? Mask(bounds: seen, coverage: 255)).faded(by: group.opacity)
      }
      picture.draw(layer, blendMode: effects.blendMode, within: seen, mask: mask)
      return
    }
    let earlier = picture.copy(of: seen)
    if let backdrop = effects.backdrop { draw(backdrop, onto: &picture, within: seen) }
    try paint(group.items, onto: &picture, within: seen, images: images)
    picture.restore(earlier, at: seen, keeping: mask, opacity: group.opacity)
  }

  // MARK: - Layers

  /// The items on their own, filtered.
  ///
  /// - Parameter area: of the picture, where the result is wanted.
  private func layer(
    of items: [SceneItem], _ filters: [SceneFilter], within area: PixelRect, images: ScaledImage
  ) throws(Diagnostic) -> Layer? {
    let room = area.expanded(by: spread(of: filters)).intersection(reach(of: items))
    if room.isEmpty { return nil }
    if let coarse = coarseBlur(of: filters) {
      let grid = room.divided(by: coarse.scale)
      guard var layer = try layer(of: items, over: grid, scale: coarse.scale, images: images) else {
        return nil
      }
      layer.picture.apply(filters[..<coarse.index].matrices)
      let blurred = layer.blurredFromGrid(
        sigma: coarse.sigma, within: self.area(for: filters[(coarse.index + 1)...], around: area))
      return apply(filters[(coarse.index + 1)...], to: blurred, within: area)
    }
    let layer = try layer(of: items, over: room, scale: 1, images: images)
    return apply(filters[...], to: layer, within: area)
  }

  /// The first filter that is not one of color, when it is a blur so large that the items may be
  /// drawn on its coarse grid.
  private func coarseBlur(
    of filters: [SceneFilter]
  ) -> (index: Int, sigma: Double, scale: Int)? {
    let first = filters.firstIndex { if case .color = $0 { false } else { true } }
    guard let index = first, case .blur(let sigma) = filters[index] else { return nil }
    let scaled = sigma * transform.meanScale
    let scale = Layer.gridScale(ofBlur: scaled)
    return scale > 1 ? (index, scaled, scale) : nil
  }

  /// The items alone on a transparent picture.
  ///
  /// - Parameter area: in cells of `scale` px.
  private func layer(
    of items: [SceneItem], over area: PixelRect, scale: Int, images: ScaledImage
  ) throws(Diagnostic) -> Layer? {
    let count = area.width * area.height
    guard count <= Self.largestLayer, layerPixels + count <= Self.mostLayerPixels else {
      throw .layersTooLarge
    }
    layerPixels += count
    var layer = Layer(bounds: area)
    let outer = transform
    defer { transform = outer }
    let factor = 1 / Double(scale)
    transform = AffineTransform(
      a: factor, d: factor, e: Double(-area.x), f: Double(-area.y)
    ).concatenating(outer)
    try paint(items, onto: &layer.picture, within: layer.picture.bounds, images: images)
    return layer
  }

  /// The alpha of mask layers, bottom layer first.
  private func mask(
    of layers: [SceneMaskLayer], within area: PixelRect, images: ScaledImage
  ) throws(Diagnostic) -> Mask {
    var result: Mask?
    for layer in layers {
      let painted = try self.layer(of: layer.items, over: area, scale: 1, images: images)
      let mask = painted.map { Mask(alphaOf: $0) } ?? Mask(bounds: area)
      result = result.map { mask.composited(over: $0, layer.composite, within: area) } ?? mask
    }
    return result ?? Mask(bounds: area)
  }

  // MARK: - Filters

  private func apply(
    _ filters: ArraySlice<SceneFilter>, to layer: Layer?, within area: PixelRect
  ) -> Layer? {
    guard var layer else { return nil }
    for (index, filter) in zip(filters.indices, filters) {
      let wanted = self.area(for: filters[(index + 1)...], around: area)
      switch filter {
      case .color(let matrix): layer.picture.apply([matrix])
      case .blur(let sigma):
        guard let blurred = layer.blurred(sigma: sigma * transform.meanScale, within: wanted)
        else { return nil }
        layer = blurred
      case .dropShadow(let offset, let sigma, let color):
        let (x, y) = placed(offset: offset)
        let shadow = layer.tinted(with: color).blurred(
          sigma: sigma * transform.meanScale, within: wanted.offset(x: -x, y: -y))
        if let shadow { layer = layer.over(shadow.offset(x: x, y: y)) }
      }
    }
    return layer
  }

  /// What later filters look at; of several huge blurs in a chain only the nearest part.
  private func area(
    for filters: ArraySlice<SceneFilter>, around area: PixelRect
  ) -> PixelRect {
    area.expanded(by: min(spread(of: filters), 1024))
  }

  /// Whole px of the picture.
  private func placed(offset: Point) -> (x: Int, y: Int) {
    let moved = AffineTransform(a: transform.a, b: transform.b, c: transform.c, d: transform.d)
      .apply(to: offset)
    let place = PixelRect(snapping: Rect(x: moved.x, y: moved.y))
    return (place.x, place.y)
  }

  /// How far filters carry color, px of the picture.
  func spread(of filters: some Sequence<SceneFilter>) -> Int {
    var sum = 0
    for filter in filters {
      switch filter {
      case .color: continue
      case .blur(let sigma): sum += spread(ofBlur: sigma)
      case .dropShadow(let offset, let sigma, _):
        let (x, y) = placed(offset: offset)
        sum += spread(ofBlur: sigma) + max(abs(x), abs(y))
      }
    }
    // Beyond this nothing could be seen of what is on the slide.
    return min(sum, 1 << 20)
  }

  /// Filters what is on the picture already.
  private func draw(_ backdrop: SceneBackdrop, onto picture: inout Bitmap, within area: PixelRect) {
    let path = placed(backdrop.clip)
    // The whole box is looked at, even where it is clipped; beyond it, its mirror image.
    let room = reach(of: backdrop.clip).intersection(picture.bounds)
    guard !room.isEmpty, let shape = coverage.mask(of: path, within: area) else { return }
    var layer = Layer(bounds: room, picture: picture.copy(of: room))
    for filter in backdrop.filters {
      switch filter {
      case .color(let matrix): layer.picture.apply([matrix])
      case .blur(let sigma):
        layer =
          layer.blurred(sigma: sigma * transform.meanScale, within: room, edges: .mirrored)
          ?? layer
      case .dropShadow: continue
      }
    }
    picture.draw(layer, blendMode: .normal, within: area, mask: shape)
  }
}

extension Sequence<SceneFilter> {
  /// The matrices of those filters that change colors.
  fileprivate var matrices: [ColorMatrix] {
    compactMap { if case .color(let matrix) = $0 { matrix } else { nil } }
  }
}
