/// Finds, for rows of pixels, which entry of a `ColorRamp` each takes.
///
/// Single precision and a fixed order of operations: the same on every machine.
struct GradientIndices {
  private let geometry: ResolvedGradient.Geometry
  private let isRepeating: Bool
  /// Ramp entries per unit of offset, and the offset of the first of them.
  private let scale: Float
  private let start: Float
  /// From the picture's coordinates to the geometry's; nil: they are the same.
  private let inverse: AffineTransform?

  init(_ gradient: ResolvedGradient, ramp: ColorRamp) {
    geometry = gradient.geometry
    inverse = gradient.transform?.inverse
    isRepeating = gradient.isRepeating
    start = Float(ramp.start)
    // Coinciding stops are one sharp edge.
    scale = ramp.length > 1e-9 ? Float(Double(ColorRamp.resolution) / ramp.length) : 1e12
  }

  /// Whether all pixels of a row take the same entry.
  var isConstantAlongRows: Bool {
    guard inverse == nil, case .linear(let start, let end) = geometry else { return false }
    return start.x == end.x && start.y != end.y
  }

  /// Whether all rows are alike.
  var isConstantAlongColumns: Bool {
    guard inverse == nil, case .linear(let start, let end) = geometry else { return false }
    return start.y == end.y
  }

  /// Whether the period of a repetition is less than one px, so that only its mean can be seen.
  func isTooFine(ramp: ColorRamp) -> Bool {
    guard isRepeating else { return false }
    let scale = inverse.map { 1 / $0.meanScale } ?? 1
    switch geometry {
    case .linear(let start, let end):
      let dx = end.x - start.x
      let dy = end.y - start.y
      return !((dx * dx + dy * dy).squareRoot() * ramp.length >= 1)
    case .radial(_, let radiusX, let radiusY):
      return !(min(radiusX, radiusY) * ramp.length * scale >= 1)
    case .conic: return !(ramp.length >= 1e-4)
    }
  }

  /// Writes the entries of `count` pixels from `x`, `y` on.
  func fill(
    _ indices: UnsafeMutablePointer<UInt16>, offsets: UnsafeMutablePointer<Float>, x: Int, y: Int,
    count: Int
  ) {
    switch geometry {
    case _ where inverse != nil:
      unsafe fillTransformed(offsets, x: Double(x) + 0.5, y: Double(y) + 0.5, count: count)
    case .linear(let start, let end):
      unsafe fillLinear(offsets, x: x, y: y, count: count, start: start, end: end)
    case .radial(let center, let radiusX, let radiusY):
      unsafe fillRadial(
        offsets, dx: Double(x) + 0.5 - center.x, dy: Double(y) + 0.5 - center.y,
        radius: (radiusX, radiusY), count: count)
    case .conic(let center, let startAngle):
      unsafe fillConic(
        offsets, dx: Double(x) + 0.5 - center.x, dy: Double(y) + 0.5 - center.y,
        startTurn: startAngle / 360, count: count)
    }
    let last = Float(ColorRamp.resolution) + 1
    if isRepeating {
      for index in 0..<count {
        let whole = unsafe (offsets[index] - start) * scale / Float(ColorRamp.resolution)
        // Adding this number rounds to a whole one.
        let rounding: Float = 12_582_912
        let fraction = whole - ((whole + rounding) - rounding)
        let entry = (fraction < 0 ? fraction + 1 : fraction) * Float(ColorRamp.resolution) + 0.5
        unsafe indices[index] = wholePart(entry > 1 ? min(entry, last - 1) : 1)
      }
    } else {
      for index in 0..<count {
        let entry = unsafe (offsets[index] - start) * scale + 0.5
        unsafe indices[index] = wholePart(entry > 0 ? min(entry, last) : 0)
      }
    }
  }

  /// Rounds 0…65535 to a whole number: one addition leaves it in the lowest bits.
  @inline(__always)
  private func wholePart(_ value: Float) -> UInt16 {
    UInt16(truncatingIfNeeded: (value + 8_388_608).bitPattern)
  }

  private func fillLinear(
    _ offsets: UnsafeMutablePointer<Float>, x: Int, y: Int, count: Int, start: Point, end: Point
  ) {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let squared = dx * dx + dy * dy
    // No length: everything lies after the last stop (CSS Images 3 §3.4.2 leaves it to geometry).
    guard squared > 1e-12 else {
      for index in 0..<count { unsafe offsets[index] = .greatestFiniteMagnitude }
      return
    }
    let first = ((Double(x) + 0.5 - start.x) * dx + (Double(y) + 0.5 - start.y) * dy) / squared
    let base = Float(first)
    let step = Float(dx / squared)
    for index in 0..<count {
      unsafe offsets[index] = base + Float(Int32(truncatingIfNeeded: index)) * step
    }
  }

  private func fillRadial(
    _ offsets: UnsafeMutablePointer<Float>, dx: Double, dy: Double,
    radius: (x: Double, y: Double), count: Int
  ) {
    // A radius of nothing leaves only what lies after the last stop.
    let smallest = 1e-5
    let scaleX = 1 / max(radius.x, smallest)
    let first = Float(dx * scaleX)
    let step = Float(scaleX)
    let vertical = Float(dy / max(radius.y, smallest))
    let squared = vertical * vertical
    for index in 0..<count {
      let horizontal = first + Float(Int32(truncatingIfNeeded: index)) * step
      unsafe offsets[index] = (horizontal * horizontal + squared).squareRoot()
    }
  }

  private func fillConic(
    _ offsets: UnsafeMutablePointer<Float>, dx: Double, dy: Double, startTurn: Double, count: Int
  ) {
    let first = Float(dx)
    let up = Float(-dy)
    let start = Float(startTurn - startTurn.rounded(.down))
    for index in 0..<count {
      let right = first + Float(Int32(truncatingIfNeeded: index))
      let turn = turnClockwiseFromUp(right: right, up: up) - start
      unsafe offsets[index] = turn < 0 ? turn + 1 : turn
    }
  }

  /// Each pixel brought back into the geometry's coordinates.
  private func fillTransformed(
    _ offsets: UnsafeMutablePointer<Float>, x: Double, y: Double, count: Int
  ) {
    guard let inverse else { return }
    let first = inverse.apply(to: Point(x: x, y: y))
    switch geometry {
    case .linear(let start, let end):
      let along = end - start
      let squared = max(along.x * along.x + along.y * along.y, 1e-12)
      let from = first - start
      let base = Float((from.x * along.x + from.y * along.y) / squared)
      let step = Float((inverse.a * along.x + inverse.b * along.y) / squared)
      for index in 0..<count {
        unsafe offsets[index] = base + Float(Int32(truncatingIfNeeded: index)) * step
      }
    case .radial(let center, let radiusX, let radiusY):
      let (scaleX, scaleY) = (1 / max(radiusX, 1e-5), 1 / max(radiusY, 1e-5))
      let (startX, stepX) = (Float((first.x - center.x) * scaleX), Float(inverse.a * scaleX))
      let (startY, stepY) = (Float((first.y - center.y) * scaleY), Float(inverse.b * scaleY))
      for index in 0..<count {
        let distance = Float(Int32(truncatingIfNeeded: index))
        let dx = startX + distance * stepX
        let dy = startY + distance * stepY
        unsafe offsets[index] = (dx * dx + dy * dy).squareRoot()
      }
    case .conic(let center, let startAngle):
      let turns = startAngle / 360
      let start = Float(turns - turns.rounded(.down))
      let (startX, stepX) = (Float(first.x - center.x), Float(inverse.a))
      let (startY, stepY) = (Float(center.y - first.y), Float(-inverse.b))
      for index in 0..<count {
        let distance = Float(Int32(truncatingIfNeeded: index))
        let turn =
          turnClockwiseFromUp(
            right: startX + distance * stepX, up: startY + distance * stepY) - start
        unsafe offsets[index] = turn < 0 ? turn + 1 : turn
      }
    }
  }

  /// 0…1; the arc tangent is a polynomial with an error below 10⁻⁵ of a radian.
  @inline(__always)
  private func turnClockwiseFromUp(right: Float, up: Float) -> Float {
    let width = abs(right)
    let height = abs(up)
    let longer = width > height ? width : height
    let shorter = width > height ? height : width
    let ratio = shorter / (longer > 1e-30 ? longer : 1)
    let square = ratio * ratio
    var series: Float = -0.011_721_20
    series = series * square + 0.052_653_32
    series = series * square - 0.116_432_87
    series = series * square + 0.193_543_46
    series = series * square - 0.332_623_47
    series = series * square + 0.999_977_26
    let radians = series * ratio
    let eighth = radians * 0.159_154_943
    let quarter = width > height ? 0.25 - eighth : eighth
    let half = up < 0 ? 0.5 - quarter : quarter
    return right < 0 ? 1 - half : half
  }
}
