import Layout
import Pixels

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
        let scale = (total.a * total.d - total.b * total.c).magnitude.squareRoot()
        let outline = shape.path.stroked(style, tolerance: 0.05 / max(scale, 1e-6))
        if !outline.elements.isEmpty {
          items.append(.fill(outline.transformed(by: total), .color(color)))
        }
      }
      return items
    }
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
