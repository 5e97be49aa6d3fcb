import Layout
import Pixels
import Styling

extension BoxFrame {
  /// The border as filled shapes.
  ///
  /// Four equal solid sides are one ring; otherwise each side is the ring seen through the wedge
  /// between its corners' diagonals.
  func borderItems(_ style: BoxStyle) -> [SceneItem] {
    let sides = Side.allCases.filter { side in
      borderWidth[side] > 0 && style.borderStyle[side] != .none
        && !style.borderColor[side].isTransparent
    }
    guard let first = sides.first else { return [] }
    let isUniform =
      sides.count == 4
      && sides.allSatisfy {
        style.borderStyle[$0] == .solid && style.borderColor[$0] == style.borderColor[first]
      }
    if isUniform { return [.fill(ring(0, 1), .color(style.borderColor[first]))] }
    if let pattern = roundedPattern(style) { return [pattern] }
    return sides.flatMap { side in
      items(of: side, lineStyle: style.borderStyle[side], color: style.borderColor[side])
    }
  }

  /// Dashes or dots that run around rounded corners, where all four sides are alike; else nil.
  private func roundedPattern(_ style: BoxStyle) -> SceneItem? {
    let lineStyle = style.borderStyle.top
    let width = borderWidth.top
    guard !areas.border.isRectangle, lineStyle == .dashed || lineStyle == .dotted,
      Side.allCases.allSatisfy({
        style.borderStyle[$0] == lineStyle && borderWidth[$0] == width
          && style.borderColor[$0] == style.borderColor.top
      })
    else { return nil }
    let middle = areas.border.inset(by: Edges(all: width / 2))
    let outline = DashedOutline(along: middle, width: width, isRound: lineStyle == .dotted)
    return .fill(outline.path, .color(style.borderColor.top))
  }

  /// The part of the border between two fractions of its width, 0 outside and 1 inside.
  private func ring(_ from: Double, _ to: Double) -> Path {
    Path(
      areas.border.inset(by: borderWidth.map { $0 * from }).contour
        + areas.border.inset(by: borderWidth.map { $0 * to }).contour,
      fillRule: .evenOdd)
  }

  private func items(
    of side: Side, lineStyle: BoxStyle.BorderLineStyle, color: Color
  ) -> [SceneItem] {
    let paint = Paint.color(color)
    let shapes: [SceneItem] =
      switch lineStyle {
      case .none: []
      case .solid: [.fill(ring(0, 1), paint)]
      case .double: [.fill(ring(0, 1.0 / 3), paint), .fill(ring(2.0 / 3, 1), paint)]
      case .dashed: [.fill(dashes(along: side, isRound: false), paint)]
      case .dotted: [.fill(dashes(along: side, isRound: true), paint)]
      }
    if isStraight(side), lineStyle == .solid || lineStyle == .double, standsAlone(side) {
      return shapes
    }
    return [.group(SceneGroup(clip: wedge(of: side), items: shapes))]
  }

  /// No neighbour to share a corner with, so the ring holds this side only.
  private func standsAlone(_ side: Side) -> Bool {
    Side.allCases.allSatisfy { $0 == side || borderWidth[$0] == 0 }
  }

  private func isStraight(_ side: Side) -> Bool { areas.border.isRectangle }

  /// The quadrilateral from a side's outer corners to the inner ones, drawn on to the middle where
  /// a rounded corner reaches further in than the border is wide.
  private func wedge(of side: Side) -> Path {
    let outer = areas.border.rect
    let inner = areas.padding.rect
    let center = Point(x: inner.x + inner.width / 2, y: inner.y + inner.height / 2)
    let reach = areas.border.isRectangle ? 0.0 : 1.0
    func inward(_ corner: Point) -> Point { corner + (center - corner) * (reach * 0.999) }
    let a = Point(x: outer.minX, y: outer.minY)
    let b = Point(x: outer.maxX, y: outer.minY)
    let c = Point(x: outer.maxX, y: outer.maxY)
    let d = Point(x: outer.minX, y: outer.maxY)
    let e = inward(Point(x: inner.minX, y: inner.minY))
    let f = inward(Point(x: inner.maxX, y: inner.minY))
    let g = inward(Point(x: inner.maxX, y: inner.maxY))
    let h = inward(Point(x: inner.minX, y: inner.maxY))
    let corners: [Point] =
      switch side {
      case .top: [a, b, f, e]
      case .right: [b, c, g, f]
      case .bottom: [c, d, h, g]
      case .left: [d, a, e, h]
      }
    return Path([.move(corners[0])] + corners.dropFirst().map { .line($0) } + [.close])
  }

  /// Dashes or dots along a straight side, spaced so that both corners look alike.
  private func dashes(along side: Side, isRound: Bool) -> Path {
    let width = borderWidth[side]
    let rect = areas.border.rect
    let length = side.isHorizontal ? rect.width : rect.height
    let dash = isRound ? width : DashedOutline.dash(width)
    let gap = isRound ? width : DashedOutline.gap(width)
    let count = Int(max(1, min(10_000, ((length + gap) / (dash + gap)).rounded())))
    let step = count > 1 ? (length - dash) / Double(count - 1) : 0
    var elements: [Path.Element] = []
    for index in 0..<count {
      let start = Double(index) * step
      let box: Rect =
        switch side {
        case .top: Rect(x: rect.x + start, y: rect.y, width: dash, height: width)
        case .bottom: Rect(x: rect.x + start, y: rect.maxY - width, width: dash, height: width)
        case .left: Rect(x: rect.x, y: rect.y + start, width: width, height: dash)
        case .right: Rect(x: rect.maxX - width, y: rect.y + start, width: width, height: dash)
        }
      let radius = isRound ? Size(width: width / 2, height: width / 2) : Size()
      elements += RoundedBox(rect: box, radii: Corners(all: radius)).contour
    }
    return Path(elements)
  }
}

enum Side: CaseIterable {
  case top, right, bottom, left

  var isHorizontal: Bool { self == .top || self == .bottom }
}

extension Edges {
  subscript(side: Side) -> Value {
    switch side {
    case .top: top
    case .right: right
    case .bottom: bottom
    case .left: left
    }
  }
}
