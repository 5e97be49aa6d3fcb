import Layout
import Pixels
import Styling
import Typography

extension SceneBuilder {
  /// The order is Chromium's: lines with their shadows, letters with theirs, lines through them.
  mutating func paintText(of line: LineBox, in clip: Clip?) {
    for run in line.runs where run.paint.isVisible {
      for decoration in run.paint.decorations where !decoration.crossesText {
        paint(decoration, of: run, in: clip)
      }
      let glyphs = run.sceneGlyphs
      let outline = run.outlineItem(glyphs)
      let isBelow = run.paint.outline?.isBelowFill ?? false
      if isBelow, let outline { draw(outline, in: clip) }
      for shadow in run.paint.shadows.reversed() where !shadow.color.isTransparent {
        var silhouette = glyphs
        silhouette.glyphs = glyphs.glyphs.map {
          SceneGlyph(id: $0.id, origin: $0.origin + Point(x: shadow.x, y: shadow.y))
        }
        draw(shadow.item(of: .glyphs(silhouette)), in: clip)
      }
      if !glyphs.glyphs.isEmpty, !glyphs.color.isTransparent { draw(.glyphs(glyphs), in: clip) }
      if !isBelow, let outline { draw(outline, in: clip) }
      for decoration in run.paint.decorations where decoration.crossesText {
        paint(decoration, of: run, in: clip)
      }
    }
  }

  private mutating func paint(_ line: DecorationLine, of run: TextRun, in clip: Clip?) {
    if run.width <= 0 || line.color.isTransparent { return }
    let gaps = line.skipsInk ? ink.gaps(for: line, in: run) : []
    let path = line.path(from: run.origin.x, width: run.width)
    let inner = gaps.isEmpty ? clip : Clip(inside: clip, path: line.open(gaps, of: run))
    for shadow in run.paint.shadows.reversed() where !shadow.color.isTransparent {
      draw(shadow.item(of: .path(path.offset(by: Point(x: shadow.x, y: shadow.y)))), in: clip)
    }
    draw(.fill(path, .color(line.color)), in: inner)
  }
}

extension TextShadow {
  fileprivate func item(of shape: SceneShadow.Shape) -> SceneItem {
    .shadow(SceneShadow(shape: shape, sigma: blur / 2, color: color))
  }
}

extension TextRun {
  var sceneGlyphs: SceneGlyphs {
    SceneGlyphs(
      font: glyphs.font, sizeInPx: glyphs.sizeInPx,
      glyphs: glyphs.glyphs.map {
        SceneGlyph(id: $0.id, origin: Point(x: origin.x + $0.x, y: origin.y + $0.y))
      },
      color: paint.color)
  }

  /// `-webkit-text-stroke`, with Chromium's pointed joins; nil when there is none.
  func outlineItem(_ glyphs: SceneGlyphs) -> SceneItem? {
    guard let outline = paint.outline, !outline.color.isTransparent, !glyphs.glyphs.isEmpty else {
      return nil
    }
    var line = glyphs
    line.color = outline.color
    line.stroke = Stroke(width: outline.width)
    return .glyphs(line)
  }
}

extension DecorationLine {
  func path(from x: Double, width: Double) -> Path {
    // In whole px, as browsers draw lines, but for waves.
    let thickness = max(1, self.thickness.rounded())
    let top = (y - self.thickness / 2).rounded()
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
      case .double: bar(top, 0, width) + bar(top + thickness + 1, 0, width)
      case .dashed: pattern(thickness * 2, thickness, radius: 0)
      case .dotted: pattern(thickness, thickness, radius: thickness / 2)
      case .wavy: wave(from: x, width: width)
      }
    return Path(elements)
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

  /// Where the line shows between `gaps`.
  func open(_ gaps: [ClosedRange<Double>], of run: TextRun) -> Path {
    let height = thickness * 16 + 4
    var elements: [Path.Element] = []
    var start = run.origin.x
    func add(to end: Double) {
      guard end > start else { return }
      elements +=
        RoundedBox(rect: Rect(x: start, y: y - height / 2, width: end - start, height: height))
        .contour
    }
    for gap in gaps {
      add(to: gap.lowerBound)
      start = max(start, gap.upperBound)
    }
    add(to: run.origin.x + run.width)
    return Path(elements)
  }
}
