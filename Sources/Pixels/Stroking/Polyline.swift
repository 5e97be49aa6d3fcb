/// A contour as straight pieces.
struct Polyline {
  /// No two neighbors are equal.
  var points: [Point]
  /// For each point, whether a curve passes through it rather than a corner.
  var isSmooth: [Bool]
  var isClosed: Bool

  /// Curves become so many chords at most.
  private static let mostChords = 128.0

  /// The contours of a path, those of a single point too.
  ///
  /// - Parameter tolerance: how far a chord may lie from its curve.
  static func contours(of path: Path, tolerance: Double) -> [Polyline] {
    var result: [Polyline] = []
    var current = Polyline(points: [], isSmooth: [], isClosed: false)
    /// Where the next contour begins after a `close`.
    var start = Point()

    func finish() {
      if !current.points.isEmpty { result.append(current) }
      current = Polyline(points: [], isSmooth: [], isClosed: false)
    }
    func begin() { if current.points.isEmpty { current.add(start, isSmooth: false) } }

    for element in path.elements {
      switch element {
      case .move(let point):
        // A move without a line draws nothing.
        if current.points.count > 1 || current.isDot { finish() }
        current = Polyline(points: [], isSmooth: [], isClosed: false)
        start = point
        current.add(point, isSmooth: false)
      case .line(let point):
        begin()
        current.line(to: point)
      case .quadratic(let control, let end):
        begin()
        let from = current.points[current.points.count - 1]
        current.curve(
          from, from + (control - from) * (2.0 / 3), end + (control - end) * (2.0 / 3), end,
          tolerance: tolerance)
      case .cubic(let first, let second, let end):
        begin()
        current.curve(
          current.points[current.points.count - 1], first, second, end, tolerance: tolerance)
      case .close:
        begin()
        current.isDot = true
        current.close()
        finish()
      }
    }
    if current.points.count > 1 || current.isDot { finish() }
    return result
  }

  /// Whether something was drawn, if only to where it began.
  private var isDot = false

  init(points: [Point], isSmooth: [Bool], isClosed: Bool) {
    self.points = points
    self.isSmooth = isSmooth
    self.isClosed = isClosed
  }

  private mutating func add(_ point: Point, isSmooth smooth: Bool) {
    guard points.last != point else { return }
    points.append(point)
    isSmooth.append(smooth)
  }

  private mutating func line(to point: Point) {
    isDot = true
    add(point, isSmooth: false)
  }

  private mutating func curve(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, tolerance: Double
  ) {
    isDot = true
    let first = a - b * 2 + c
    let second = b - c * 2 + d
    let bend = max(
      first.x * first.x + first.y * first.y, second.x * second.x + second.y * second.y
    ).squareRoot()
    // A chord's error is an eighth of the second derivative times its length squared.
    let wanted = (6 * bend / (8 * max(tolerance, 1e-9))).squareRoot()
    let count = Int(min(max(wanted.isFinite ? wanted : 1, 4), Self.mostChords).rounded(.up))
    for step in 1...count {
      let t = Double(step) / Double(count)
      let s = 1 - t
      let point =
        step == count
        ? d : a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t)
      add(point, isSmooth: step < count)
    }
  }

  private mutating func close() {
    isClosed = true
    while points.count > 1, points.last == points.first {
      points.removeLast()
      isSmooth.removeLast()
    }
  }

  // MARK: - Dashes

  /// More dashes than this along one contour are a solid line to the eye.
  private static let mostDashes = 10_000.0

  /// The pieces of the line that dashes leave.
  func dashed(_ pattern: [Double], offset: Double) -> [Polyline] {
    let lengths = pattern.count.isMultiple(of: 2) ? pattern : pattern + pattern
    let period = lengths.reduce(0, +)
    let corners = isClosed ? points + [points[0]] : points
    let smooth = isClosed ? isSmooth + [isSmooth[0]] : isSmooth
    let whole = zip(corners, corners.dropFirst()).reduce(0.0) { $0 + ($1.1 - $1.0).length }
    guard period > 0, period.isFinite, whole.isFinite, offset.isFinite,
      whole / period * Double(lengths.count) < Self.mostDashes
    else { return [self] }

    var phase = offset - (offset / period).rounded(.down) * period
    var index = 0
    while index < lengths.count - 1, phase >= lengths[index] {
      phase -= lengths[index]
      index += 1
    }
    var rest = max(0, lengths[index] - phase)
    var result: [Polyline] = []
    var dash: Polyline?
    if index.isMultiple(of: 2) {
      dash = Polyline(points: [corners[0]], isSmooth: [false], isClosed: false)
    }
    for segment in 0..<(corners.count - 1) {
      let (from, to) = (corners[segment], corners[segment + 1])
      let length = (to - from).length
      var done = 0.0
      while length - done > rest {
        done += rest
        let place = from + (to - from) * (done / length)
        if var piece = dash {
          piece.add(place, isSmooth: false)
          result.append(piece)
          dash = nil
        } else {
          dash = Polyline(points: [place], isSmooth: [false], isClosed: false)
        }
        index = (index + 1) % lengths.count
        rest = lengths[index]
      }
      rest -= length - done
      dash?.add(to, isSmooth: smooth[segment + 1])
    }
    if let dash { result.append(dash) }
    return result
  }
}

extension Point {
  var length: Double { (x * x + y * y).squareRoot() }
}
