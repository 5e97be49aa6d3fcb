import Layout
import Pixels
import Typography

extension SceneBuilder {
  /// A picture in its content box, cropped and placed by `object-fit` and its focus.
  mutating func paintImage(
    _ image: ReplacedImage, of box: LayoutBox, in surroundings: Surroundings
  ) {
    guard box.style.text.visibility == .visible else { return }
    let frame = box.rounded(.contentBox)
    guard
      let placed = ObjectPlacement(
        natural: image.naturalSize, into: frame.rect, style: box.style.paint,
        subject: subjects[image.source])
    else { return }
    let clip =
      frame.isRectangle ? surroundings.clip : Clip(inside: surroundings.clip, path: frame.path)
    draw(
      .image(
        SceneImage(source: image.source, crop: placed.crop, destination: placed.destination)),
      in: clip)
  }

  mutating func paintText(of line: LineBox, in clip: Clip?) {
    for run in line.runs where run.paint.isVisible {
      let glyphs = run.sceneGlyphs
      for shadow in run.paint.shadows.reversed() where !shadow.color.isTransparent {
        var silhouette = glyphs
        silhouette.glyphs = glyphs.glyphs.map {
          SceneGlyph(id: $0.id, origin: $0.origin + Point(x: shadow.x, y: shadow.y))
        }
        draw(
          .shadow(
            SceneShadow(shape: .glyphs(silhouette), sigma: shadow.blur / 2, color: shadow.color)),
          in: clip)
      }
      for decoration in run.paint.decorations where !decoration.crossesText(of: run) {
        draw(decoration.item(from: run.origin.x, width: run.width), in: clip)
      }
      for item in run.letterItems(glyphs) { draw(item, in: clip) }
      for decoration in run.paint.decorations where decoration.crossesText(of: run) {
        draw(decoration.item(from: run.origin.x, width: run.width), in: clip)
      }
    }
  }
}

extension TextRun {
  /// Fill and outline, in paint order.
  func letterItems(_ glyphs: SceneGlyphs) -> [SceneItem] {
    if glyphs.glyphs.isEmpty { return [] }
    let fill = glyphs.color.isTransparent ? [] : [SceneItem.glyphs(glyphs)]
    guard let outline = paint.outline, !outline.color.isTransparent else { return fill }
    var line = glyphs
    line.color = outline.color
    line.stroke = Stroke(width: outline.width)
    return outline.isBelowFill ? [.glyphs(line)] + fill : fill + [.glyphs(line)]
  }

  var sceneGlyphs: SceneGlyphs {
    SceneGlyphs(
      font: glyphs.font, sizeInPx: glyphs.sizeInPx,
      glyphs: glyphs.glyphs.map {
        SceneGlyph(id: $0.id, origin: Point(x: origin.x + $0.x, y: origin.y + $0.y))
      },
      color: paint.color)
  }
}

extension DecorationLine {
  /// Line-through is drawn above the text, the others below (CSS Text Decoration 3 §2.5.1).
  fileprivate func crossesText(of run: TextRun) -> Bool {
    y < run.origin.y && y > run.origin.y - run.glyphs.sizeInPx * 0.6
  }

  func item(from x: Double, width: Double) -> SceneItem {
    let top = y - thickness / 2
    func bar(_ y: Double, _ start: Double, _ length: Double, radius: Double = 0) -> [Path.Element] {
      RoundedBox(
        rect: Rect(x: x + start, y: y, width: length, height: thickness),
        radii: Corners(all: Size(width: radius, height: radius))
      ).contour
    }
    func pattern(_ dash: Double, _ gap: Double, radius: Double) -> [Path.Element] {
      let count = Int(max(1, min(10_000, (width / (dash + gap)).rounded(.up))))
      return (0..<count).flatMap { index in
        let start = Double(index) * (dash + gap)
        return bar(top, start, min(dash, max(0, width - start)), radius: radius)
      }
    }
    let elements: [Path.Element] =
      switch style {
      case .solid: bar(top, 0, width)
      case .double: bar(top, 0, width) + bar(top + thickness * 2, 0, width)
      case .dashed: pattern(thickness * 3, thickness * 2, radius: 0)
      case .dotted: pattern(thickness, thickness, radius: thickness / 2)
      case .wavy: wave(from: x, width: width)
      }
    return .fill(Path(elements), .color(color))
  }

  /// A band of the line's thickness that swings by 1.5 times it, one period 6 times as long.
  private func wave(from x: Double, width: Double) -> [Path.Element] {
    let half = max(thickness * 3, 0.5)
    let swing = thickness * 3
    let count = Int(max(1, min(10_000, (width / half).rounded(.up))))
    func edge(_ index: Int, _ offset: Double, reversed: Bool) -> Path.Element {
      let from = x + Double(index + (reversed ? 1 : 0)) * half
      let to = x + Double(index + (reversed ? 0 : 1)) * half
      let control = y + offset + (index.isMultiple(of: 2) ? -swing : swing)
      return .quadratic(Point(x: (from + to) / 2, y: control), to: Point(x: to, y: y + offset))
    }
    let above = -thickness / 2
    let below = thickness / 2
    let forward = (0..<count).map { edge($0, above, reversed: false) }
    let backward = (0..<count).reversed().map { edge($0, below, reversed: true) }
    return [.move(Point(x: x, y: y + above))] + forward
      + [.line(Point(x: x + Double(count) * half, y: y + below))] + backward + [.close]
  }
}

/// Which part of a picture stands where (CSS Images 3 §5.5, and `-flint-focus`).
struct ObjectPlacement: Equatable {
  /// In the picture's px.
  var crop: Rect
  var destination: Rect

  /// nil when nothing shows.
  init?(natural: Size, into frame: Rect, style: PaintStyle, subject: SubjectMap? = nil) {
    guard natural.width > 0, natural.height > 0, !frame.isEmpty else { return nil }
    let scaleX = frame.width / natural.width
    let scaleY = frame.height / natural.height
    let scale: Size =
      switch style.objectFit {
      case .fill: Size(width: scaleX, height: scaleY)
      case .contain: Size(width: min(scaleX, scaleY), height: min(scaleX, scaleY))
      case .cover: Size(width: max(scaleX, scaleY), height: max(scaleX, scaleY))
      case .none: Size(width: 1, height: 1)
      case .scaleDown:
        Size(width: min(1, scaleX, scaleY), height: min(1, scaleX, scaleY))
      }
    let whole = Size(width: natural.width * scale.width, height: natural.height * scale.height)
    var position = style.objectPosition
    if style.objectFit == .cover {
      switch style.focus {
      case .point(let point)?:
        position = Self.position(centering: point, whole: whole, frame: frame)
      case .automatic?:
        let center = subject?.center(
          visible: Size(width: frame.width / whole.width, height: frame.height / whole.height))
        if let center {
          let point = PositionValue(x: .percent(center.x * 100), y: .percent(center.y * 100))
          position = Self.position(centering: point, whole: whole, frame: frame)
        }
      case nil: break
      }
    }
    let placed = Rect(
      x: frame.x + position.x.resolved(against: frame.width - whole.width),
      y: frame.y + position.y.resolved(against: frame.height - whole.height),
      width: whole.width, height: whole.height)
    let visible = placed.intersection(frame)
    guard !visible.isEmpty else { return nil }
    destination = visible
    crop = Rect(
      x: (visible.x - placed.x) / scale.width, y: (visible.y - placed.y) / scale.height,
      width: visible.width / scale.width, height: visible.height / scale.height)
  }

  /// The position that brings the point of interest as near to the middle as the picture reaches.
  private static func position(
    centering focus: PositionValue, whole: Size, frame: Rect
  ) -> PositionValue {
    func start(_ point: LengthPercentage, _ whole: Double, _ room: Double) -> LengthPercentage {
      let wanted = room / 2 - point.resolved(against: whole)
      return .px(min(0, max(room - whole, wanted)))
    }
    return PositionValue(
      x: start(focus.x, whole.width, frame.width), y: start(focus.y, whole.height, frame.height))
  }
}
