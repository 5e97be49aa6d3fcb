import Layout
import Pixels
import Styling

extension SceneBuilder {
  /// What makes a group of a box beside moving, clipping and fading it; nil when nothing does.
  mutating func effects(of box: LayoutBox, isIsolated: Bool) -> SceneEffects? {
    let style = box.style.paint.effects
    var effects = SceneEffects()
    effects.filters = style.filters.map(SceneFilter.init)
    if !style.backdropFilters.isEmpty, box.style.text.visibility == .visible {
      effects.backdrop = SceneBackdrop(
        filters: style.backdropFilters.map(SceneFilter.init),
        clip: box.roundedPath(of: .borderBox))
    }
    if !style.masks.isEmpty { effects.mask = mask(style.masks, of: box) }
    effects.blendMode = style.blendMode
    effects.isIsolated = isIsolated
    return effects == SceneEffects() ? nil : effects
  }

  /// Bottom layer first.
  private mutating func mask(_ layers: [MaskLayer], of box: LayoutBox) -> [SceneMaskLayer] {
    let areas = BackgroundAreas(
      border: box.rounded(.borderBox), padding: box.rounded(.paddingBox),
      content: box.rounded(.contentBox))
    return layers.reversed().map { mask in
      SceneMaskLayer(
        items: mask.layer.map { items(of: $0, in: areas) } ?? [], composite: mask.composite)
    }
  }
}

extension SceneFilter {
  init(_ function: FilterFunction) {
    switch function {
    case .blur(let sigma): self = .blur(sigma: sigma)
    case .brightness(let amount): self = .color(ColorMatrix(slope: amount))
    case .contrast(let amount):
      self = .color(ColorMatrix(slope: amount, intercept: 0.5 - 0.5 * amount))
    case .saturate(let amount): self = .color(ColorMatrix(saturation: amount))
    case .grayscale(let amount): self = .color(ColorMatrix(grayscale: amount))
    case .sepia(let amount): self = .color(ColorMatrix(sepia: amount))
    case .hueRotate(let degrees): self = .color(ColorMatrix(hueRotation: degrees))
    case .invert(let amount):
      self = .color(ColorMatrix(slope: 1 - 2 * amount, intercept: amount))
    case .opacity(let amount): self = .color(ColorMatrix(opacity: amount))
    case .dropShadow(let x, let y, let sigma, let color):
      self = .dropShadow(offset: Point(x: x, y: y), sigma: sigma, color: color)
    }
  }
}

extension LayoutBox {
  /// The outline of `clip-path`; nil without one.
  var clipPath: Path? {
    guard let clip = style.paint.effects.clipPath else { return nil }
    let frame = rounded(clip.box)
    let box = frame.rect
    switch clip.shape {
    case .box: return frame.path
    case .inset(let edges, let radius):
      let inset = Edges(
        top: edges.top.resolved(against: box.height),
        right: edges.right.resolved(against: box.width),
        bottom: edges.bottom.resolved(against: box.height),
        left: edges.left.resolved(against: box.width))
      return RoundedBox(borderBox: box.inset(by: inset), radius: radius).path
    case .circle(let radius, let position):
      let center = position.point(in: box)
      let distances = SideDistances(center, box)
      let length: Double =
        switch radius {
        case .closestSide: min(distances.left, distances.right, distances.top, distances.bottom)
        case .farthestSide: max(distances.left, distances.right, distances.top, distances.bottom)
        case .length(let length):
          length.resolved(
            against: ((box.width * box.width + box.height * box.height) / 2).squareRoot())
        }
      return .ellipse(around: center, length, length)
    case .ellipse(let radiusX, let radiusY, let position):
      let center = position.point(in: box)
      let distances = SideDistances(center, box)
      return .ellipse(
        around: center, radiusX.length(distances.left, distances.right, of: box.width),
        radiusY.length(distances.top, distances.bottom, of: box.height))
    case .polygon(let corners, let rule):
      let points = corners.map { $0.point(in: box) }
      return Path(
        points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) }
          + [.close], fillRule: rule)
    }
  }
}

private struct SideDistances {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  init(_ center: Point, _ box: Rect) {
    left = abs(center.x - box.minX)
    right = abs(box.maxX - center.x)
    top = abs(center.y - box.minY)
    bottom = abs(box.maxY - center.y)
  }
}

extension ClipPath.Radius {
  fileprivate func length(_ low: Double, _ high: Double, of side: Double) -> Double {
    switch self {
    case .closestSide: min(low, high)
    case .farthestSide: max(low, high)
    case .length(let length): length.resolved(against: side)
    }
  }
}

extension Path {
  fileprivate static func ellipse(around center: Point, _ radiusX: Double, _ radiusY: Double)
    -> Path
  {
    .ellipse(
      in: Rect(
        x: center.x - radiusX, y: center.y - radiusY, width: 2 * radiusX, height: 2 * radiusY))
  }
}
