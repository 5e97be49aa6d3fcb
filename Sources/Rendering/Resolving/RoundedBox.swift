import Layout
import Pixels
import Styling

/// A rectangle with elliptic corners, each corner's radii in px.
struct RoundedBox: Equatable {
  var rect: Rect
  var radii: Corners<Size>

  init(rect: Rect, radii: Corners<Size> = Corners(all: Size())) {
    self.rect = rect
    self.radii = radii
  }

  /// The used radii of `style` on a border box, overlapping curves reduced (CSS Backgrounds 3 §4.5).
  init(borderBox: Rect, radius: Corners<CornerRadius>) {
    rect = borderBox
    let wanted = radius.map { corner in
      let width = max(0, corner.horizontal.resolved(against: borderBox.width))
      let height = max(0, corner.vertical.resolved(against: borderBox.height))
      return width > 0 && height > 0 ? Size(width: width, height: height) : Size()
    }
    var factor = 1.0
    func fit(_ sum: Double, into side: Double) {
      if sum > side, sum > 0 { factor = min(factor, side / sum) }
    }
    fit(wanted.topLeft.width + wanted.topRight.width, into: borderBox.width)
    fit(wanted.bottomLeft.width + wanted.bottomRight.width, into: borderBox.width)
    fit(wanted.topLeft.height + wanted.bottomLeft.height, into: borderBox.height)
    fit(wanted.topRight.height + wanted.bottomRight.height, into: borderBox.height)
    radii = wanted.map { Size(width: $0.width * factor, height: $0.height * factor) }
  }

  var isRectangle: Bool { radii == Corners(all: Size()) }

  /// The edge `edges` further in; radii shrink with it and end in sharp corners.
  func inset(by edges: Edges<Double>) -> RoundedBox {
    func shrunk(_ radius: Size, _ x: Double, _ y: Double) -> Size {
      let width = max(0, radius.width - x)
      let height = max(0, radius.height - y)
      return width > 0 && height > 0 ? Size(width: width, height: height) : Size()
    }
    return RoundedBox(
      rect: rect.inset(by: edges),
      radii: Corners(
        topLeft: shrunk(radii.topLeft, edges.left, edges.top),
        topRight: shrunk(radii.topRight, edges.right, edges.top),
        bottomRight: shrunk(radii.bottomRight, edges.right, edges.bottom),
        bottomLeft: shrunk(radii.bottomLeft, edges.left, edges.bottom)))
  }

  /// Grown on all sides for a shadow's spread, or shrunk when negative.
  ///
  /// A sharp corner stays sharp; a small radius grows by less than the spread, so that the corner
  /// keeps its look (CSS Backgrounds 3 §6.1.1).
  func spread(by amount: Double) -> RoundedBox {
    if amount <= 0 { return inset(by: Edges(all: -amount)) }
    func grown(_ radius: Double) -> Double {
      guard radius > 0 else { return 0 }
      guard radius < amount else { return radius + amount }
      let ratio = radius / amount - 1
      return radius + amount * (1 + ratio * ratio * ratio)
    }
    return RoundedBox(
      rect: Rect(
        x: rect.x - amount, y: rect.y - amount, width: rect.width + 2 * amount,
        height: rect.height + 2 * amount),
      radii: radii.map { Size(width: grown($0.width), height: grown($0.height)) })
  }

  func offset(by delta: Point) -> RoundedBox {
    RoundedBox(rect: rect.offset(by: delta), radii: radii)
  }

  var path: Path { Path(contour) }

  /// Clockwise from the top left corner.
  var contour: [Path.Element] {
    let left = rect.minX
    let top = rect.minY
    let right = rect.maxX
    let bottom = rect.maxY
    guard !isRectangle else {
      return [
        .move(Point(x: left, y: top)), .line(Point(x: right, y: top)),
        .line(Point(x: right, y: bottom)), .line(Point(x: left, y: bottom)), .close,
      ]
    }
    /// Distance of a control point from the corner, for a quarter ellipse by one cubic.
    let handle = 1 - 0.552_284_749_830_793_4
    let a = radii.topLeft
    let b = radii.topRight
    let c = radii.bottomRight
    let d = radii.bottomLeft
    return [
      .move(Point(x: left + a.width, y: top)),
      .line(Point(x: right - b.width, y: top)),
      .cubic(
        Point(x: right - b.width * handle, y: top), Point(x: right, y: top + b.height * handle),
        to: Point(x: right, y: top + b.height)),
      .line(Point(x: right, y: bottom - c.height)),
      .cubic(
        Point(x: right, y: bottom - c.height * handle),
        Point(x: right - c.width * handle, y: bottom),
        to: Point(x: right - c.width, y: bottom)),
      .line(Point(x: left + d.width, y: bottom)),
      .cubic(
        Point(x: left + d.width * handle, y: bottom),
        Point(x: left, y: bottom - d.height * handle),
        to: Point(x: left, y: bottom - d.height)),
      .line(Point(x: left, y: top + a.height)),
      .cubic(
        Point(x: left, y: top + a.height * handle), Point(x: left + a.width * handle, y: top),
        to: Point(x: left + a.width, y: top)),
      .close,
    ]
  }
}

extension RoundedBox {
  /// The edges moved to the nearest pixel borders, as browsers paint boxes: sharp on every side.
  var snapped: RoundedBox { RoundedBox(rect: PixelRect(snapping: rect).rect, radii: radii) }
}

extension LayoutBox {
  var roundedBorderBox: RoundedBox {
    RoundedBox(borderBox: borderBox, radius: style.box.borderRadius).snapped
  }

  func rounded(_ area: BackgroundLayer.Area) -> RoundedBox {
    switch area {
    case .borderBox: roundedBorderBox
    case .paddingBox: roundedBorderBox.inset(by: borderWidth)
    case .contentBox:
      RoundedBox(borderBox: borderBox, radius: style.box.borderRadius)
        .inset(by: borderWidth + padding).snapped
    }
  }

  func roundedPath(of area: BackgroundLayer.Area) -> Path { rounded(area).path }
}
