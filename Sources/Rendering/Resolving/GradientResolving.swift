import Layout
import Pixels
import Styling

extension Gradient {
  /// The gradient on a box of known size (CSS Images 3 §3.1–3.4).
  func resolved(in box: Rect) -> SceneGradient {
    switch kind {
    case .linear(let direction):
      let axis = direction.axis(in: box.size)
      let center = Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
      let half = axis.vector * (axis.length / 2)
      return SceneGradient(
        geometry: .linear(start: center - half, end: center + half),
        stops: resolvedStops(length: axis.length), isRepeating: isRepeating)
    case .radial(let isCircle, let extent, let position):
      let center = position.point(in: box)
      let radii = extent.radii(isCircle: isCircle, center: center, box: box)
      return SceneGradient(
        geometry: .radial(center: center, radiusX: radii.width, radiusY: radii.height),
        stops: resolvedStops(length: radii.width), isRepeating: isRepeating)
    case .conic(let from, let position):
      return SceneGradient(
        geometry: .conic(center: position.point(in: box), startAngle: from),
        stops: resolvedStops(length: 1), isRepeating: isRepeating)
    }
  }

  /// Offsets as fractions of the gradient's length: missing ones spread evenly, none smaller than
  /// one before it (CSS Images 3 §3.4.3).
  private func resolvedStops(length: Double) -> [SceneGradient.Stop] {
    let scale = max(length, 1e-6)
    var offsets: [Double?] = stops.map { stop in
      stop.position.map { $0.resolved(against: scale) as Double / scale }
    }
    if offsets.first == .some(nil) { offsets[0] = 0 }
    if offsets.last == .some(nil) { offsets[offsets.count - 1] = 1 }
    var highest = -Double.infinity
    for index in offsets.indices {
      guard let offset = offsets[index] else { continue }
      highest = max(highest, offset)
      offsets[index] = highest
    }
    var index = 0
    while index < offsets.count {
      guard offsets[index] == nil else {
        index += 1
        continue
      }
      var next = index
      while offsets[next] == nil { next += 1 }
      let low = offsets[index - 1] ?? 0
      let high = offsets[next] ?? 1
      let parts = Double(next - index + 1)
      for gap in index..<next {
        offsets[gap] = low + (high - low) * Double(gap - index + 1) / parts
      }
      index = next
    }
    let resolved = zip(stops, offsets).map {
      SceneGradient.Stop(offset: $1 ?? 0, color: $0.color)
    }
    return interpolation.map { Self.expanded(resolved, $0) } ?? resolved
  }

  /// Stops so close that mixing them in sRGB looks as mixing in the space does.
  private static func expanded(
    _ stops: [SceneGradient.Stop], _ interpolation: ColorInterpolation
  ) -> [SceneGradient.Stop] {
    let parts = 32
    var result = [stops[0]]
    for (start, end) in zip(stops, stops.dropFirst()) {
      if end.offset > start.offset, start.color != end.color || interpolation.hue == .longer {
        let (from, to) = (SpacedColor(start.color), SpacedColor(end.color))
        for part in 1..<parts {
          let share = Double(part) / Double(parts)
          result.append(
            SceneGradient.Stop(
              offset: start.offset + (end.offset - start.offset) * share,
              color: interpolation.mix(from, to, at: share).clipped))
        }
      }
      result.append(end)
    }
    return result
  }
}

extension Gradient.LinearDirection {
  /// The unit vector of the gradient line and its length, so that the corners get the end colors.
  fileprivate func axis(in size: Size) -> (vector: Point, length: Double) {
    let vector: Point
    switch self {
    case .angle(let degrees):
      vector = UnitVector.clockwiseFromUp(degrees: degrees)
    case .toward(let x, let y):
      if x == 0 || y == 0 {
        vector = Point(x: Double(x), y: Double(y))
      } else {
        // The 50 % line runs through the two other corners.
        let dx = Double(x) * size.height
        let dy = Double(y) * size.width
        let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
        vector = Point(x: dx / length, y: dy / length)
      }
    }
    return (vector, abs(size.width * vector.x) + abs(size.height * vector.y))
  }
}

extension Gradient.RadialExtent {
  fileprivate func radii(isCircle: Bool, center: Point, box: Rect) -> Size {
    let left = abs(center.x - box.minX)
    let right = abs(box.maxX - center.x)
    let top = abs(center.y - box.minY)
    let bottom = abs(box.maxY - center.y)
    func side(_ pick: (Double, Double) -> Double) -> Size {
      let x = pick(left, right)
      let y = pick(top, bottom)
      return isCircle ? Size(width: pick(x, y), height: pick(x, y)) : Size(width: x, height: y)
    }
    func corner(_ pick: (Double, Double) -> Double) -> Size {
      let x = pick(left, right)
      let y = pick(top, bottom)
      if isCircle {
        let radius = (x * x + y * y).squareRoot()
        return Size(width: radius, height: radius)
      }
      // The ratio of the matching side ellipse, through the corner.
      let factor = 2.0.squareRoot()
      return Size(width: x * factor, height: y * factor)
    }
    let radii: Size =
      switch self {
      case .closestSide: side(min)
      case .farthestSide: side(max)
      case .closestCorner: corner(min)
      case .farthestCorner: corner(max)
      case .explicit(let width, let height):
        Size(
          width: width.resolved(against: box.width), height: height.resolved(against: box.height))
      }
    return Size(width: max(radii.width, 1e-3), height: max(radii.height, 1e-3))
  }
}

extension PositionValue {
  /// As a centre in `box` (nothing of its own size to subtract).
  func point(in box: Rect) -> Point {
    Point(
      x: box.x + x.resolved(against: box.width), y: box.y + y.resolved(against: box.height))
  }
}
