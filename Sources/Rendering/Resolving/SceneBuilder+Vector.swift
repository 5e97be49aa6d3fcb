import Layout
import Pixels
import Styling

extension SceneBuilder {
  /// An inline `svg` in its content box.
  mutating func paintVector(
    _ picture: VectorPicture, of box: LayoutBox, in surroundings: Surroundings
  ) {
    let frame = box.rounded(.contentBox)
    guard let transform = picture.transform(into: frame.rect) else { return }
    var clip = surroundings.clip
    let items = picture.nodes.flatMap { Self.items(of: $0, transform) }
    let isInside = items.allSatisfy { $0.isInside(frame.rect) }
    if box.style.box.overflow == .hidden, !isInside || !frame.isRectangle {
      clip = Clip(inside: clip, path: frame.path)
    }
    for item in items { draw(item, in: clip) }
  }

  private static func items(of node: VectorNode, _ transform: AffineTransform) -> [SceneItem] {
    switch node {
    case .group(let opacity, let nodes):
      let items = nodes.flatMap { Self.items(of: $0, transform) }
      return opacity == 1 || items.isEmpty
        ? items : [.group(SceneGroup(opacity: opacity, items: items))]
    case .shape(let shape):
      let total = transform.concatenating(shape.transform)
      var items: [SceneItem] = []
      if let fill = shape.fill {
        items.append(.fill(shape.path.transformed(by: total), .color(fill)))
      }
      if let (style, color) = shape.stroke {
        let outline = shape.path.outline(of: style, drawnBy: total)
        if !outline.elements.isEmpty { items.append(.fill(outline, .color(color))) }
      }
      return items
    }
  }
}

extension Path {
  /// The area of a line along the path, both put through `transform`.
  ///
  /// The stroke is made at the size it is drawn with, as its curves are exact to a part of a px.
  fileprivate func outline(of stroke: Stroke, drawnBy transform: AffineTransform) -> Path {
    let area = (transform.a * transform.d - transform.b * transform.c).magnitude
    let scale = area.squareRoot()
    guard scale > 1e-6, scale < 1e6 else { return Path() }
    var scaled = stroke
    scaled.width *= scale
    scaled.dashes = stroke.dashes.map { $0 * scale }
    scaled.dashOffset *= scale
    let rest = transform.concatenating(AffineTransform(a: 1 / scale, d: 1 / scale))
    return self.scaled(by: scale).stroked(scaled).transformed(by: rest)
  }
}

extension SceneItem {
  fileprivate func isInside(_ rect: Rect) -> Bool {
    switch self {
    case .fill(let path, _):
      guard let bounds = path.controlBounds else { return true }
      return bounds.minX >= rect.minX && bounds.minY >= rect.minY && bounds.maxX <= rect.maxX
        && bounds.maxY <= rect.maxY
    case .group(let group): return group.items.allSatisfy { $0.isInside(rect) }
    default: return true
    }
  }
}
