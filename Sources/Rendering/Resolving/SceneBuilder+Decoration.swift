import Layout
import Pixels
import Styling

/// The background that covers the whole slide: that of `html`, or of `body` when `html` has none
/// (CSS Backgrounds 3 §2.11.2). Its box does not paint it again.
struct CanvasBackground {
  let source: LayoutBox?

  init(root: LayoutBox) {
    let body = root.children.first { $0.element?.name == "body" }
    source = [root, body].compactMap(\.self).first { $0.hasBackground }
  }

  func isPainted(by box: LayoutBox) -> Bool {
    guard let source else { return false }
    return source.element == box.element && source.element != nil
  }
}

extension LayoutBox {
  var hasBackground: Bool {
    !style.paint.backgroundColor.isTransparent || !style.paint.backgrounds.isEmpty
  }
}

extension SceneBuilder {
  mutating func paintCanvas(_ canvas: CanvasBackground, slide: Rect) {
    guard let source = canvas.source else { return }
    let area = RoundedBox(rect: slide)
    paintBackground(
      source.style.paint, in: BackgroundAreas(border: area, padding: area, content: area), clip: nil
    )
  }

  /// Shadows, background and border of one box.
  mutating func paintDecoration(
    of box: LayoutBox, in surroundings: Surroundings, canvas: CanvasBackground?
  ) {
    guard box.style.text.visibility == .visible, !box.isInline else { return }
    let frame = BoxFrame(
      areas: BackgroundAreas(
        border: box.rounded(.borderBox), padding: box.rounded(.paddingBox),
        content: box.rounded(.contentBox)),
      borderWidth: box.borderWidth)
    paint(
      frame, style: box.style, clip: surroundings.clip,
      paintsBackground: !(canvas?.isPainted(by: box) ?? false), text: { box.clippingText })
  }

  /// The parts of an inline box, one a line.
  ///
  /// - Parameter lines: those of the block around it.
  mutating func paintPieces(
    of box: LayoutBox, lines: [LineBox], in surroundings: Surroundings
  ) {
    guard box.style.text.visibility == .visible else { return }
    for piece in box.inlinePieces {
      var border = box.borderWidth
      var padding = box.padding
      var radii = RoundedBox(borderBox: piece.rect, radius: box.style.box.borderRadius).radii
      if !piece.hasLeftEdge {
        border.left = 0
        padding.left = 0
        radii.topLeft = Size()
        radii.bottomLeft = Size()
      }
      if !piece.hasRightEdge {
        border.right = 0
        padding.right = 0
        radii.topRight = Size()
        radii.bottomRight = Size()
      }
      let outer = RoundedBox(rect: piece.rect, radii: radii).snapped
      let frame = BoxFrame(
        areas: BackgroundAreas(
          border: outer, padding: outer.inset(by: border),
          content: outer.inset(by: border + padding)
        ),
        borderWidth: border)
      paint(
        frame, style: box.style, clip: surroundings.clip, paintsBackground: true,
        text: { box.clippingText(in: lines) })
    }
  }

  private mutating func paint(
    _ frame: BoxFrame, style: ComputedStyle, clip: Clip?, paintsBackground: Bool,
    text: () -> [SceneItem]
  ) {
    for shadow in style.paint.boxShadows.reversed() where !shadow.isInset {
      paintOuterShadow(shadow, of: frame.areas.border, clip: clip)
    }
    if paintsBackground { paintBackground(style.paint, in: frame.areas, clip: clip, text: text) }
    for shadow in style.paint.boxShadows.reversed() where shadow.isInset {
      paintInsetShadow(shadow, of: frame.areas.padding, clip: clip)
    }
    for item in frame.borderItems(style.box) { draw(item, in: clip) }
  }

  private mutating func paintOuterShadow(_ shadow: BoxShadow, of box: RoundedBox, clip: Clip?) {
    let silhouette = box.spread(by: shadow.spread).offset(by: Point(x: shadow.x, y: shadow.y))
    guard !shadow.color.isTransparent, !silhouette.rect.isEmpty else { return }
    draw(
      .shadow(
        SceneShadow(
          shape: .path(silhouette.path), sigma: shadow.blur / 2, color: shadow.color,
          exclusion: box.path)),
      in: clip)
  }

  private mutating func paintInsetShadow(_ shadow: BoxShadow, of box: RoundedBox, clip: Clip?) {
    guard !shadow.color.isTransparent, !box.rect.isEmpty else { return }
    let hole = box.spread(by: -shadow.spread).offset(by: Point(x: shadow.x, y: shadow.y))
    draw(
      .shadow(
        SceneShadow(
          shape: .path(hole.path), sigma: shadow.blur / 2, color: shadow.color, clip: box.path,
          isInverted: true)),
      in: clip)
  }
}

/// A box's (or an inline piece's) outline and border widths.
struct BoxFrame {
  var areas: BackgroundAreas
  var borderWidth: Edges<Double>
}

struct BackgroundAreas {
  var border: RoundedBox
  var padding: RoundedBox
  var content: RoundedBox

  subscript(area: BackgroundLayer.Area) -> RoundedBox {
    switch area {
    case .borderBox: border
    case .paddingBox: padding
    case .contentBox: content
    }
  }
}
