import CFreeType
import Pixels

/// Contours as FreeType wants them: 26.6 fixed point, y up.
struct OutlineBuffer {
  private(set) var points: [FT_Vector] = []
  private(set) var tags: [CChar] = []
  /// Index of each contour's last point.
  private(set) var ends: [CShort] = []

  private enum Tag {
    static let conic: CChar = 0
    static let onCurve: CChar = 1
    static let cubic: CChar = 2
  }

  /// FreeType 2.12 counts points with a signed 16-bit number.
  private static let mostPoints = Int(CShort.max) - 8

  /// - Parameters:
  ///   - path: coordinates within ±2²⁰ px.
  ///   - origin: the picture's point that becomes FreeType's left end of row 0.
  ///   - height: rows; y is turned upwards in it.
  /// - Returns: one outline, or several when the path has more points than FreeType can count.
  static func outlines(of path: Path, origin: Point, height: Double) -> [OutlineBuffer] {
    var result = [OutlineBuffer()]
    var contour = OutlineBuffer()

    func vector(_ point: Point) -> FT_Vector {
      FT_Vector(
        x: FT_Pos(((point.x - origin.x) * 64).rounded()),
        y: FT_Pos(((height - (point.y - origin.y)) * 64).rounded()))
    }

    func finish() {
      // The stubborn case, one contour with more points than fit, draws nothing.
      if contour.points.count > 1, contour.points.count <= mostPoints {
        if result[result.count - 1].points.count + contour.points.count > mostPoints {
          result.append(OutlineBuffer())
        }
        result[result.count - 1].append(contour)
      }
      let first = contour.points.first
      contour = OutlineBuffer()
      if let first { contour.add(first, Tag.onCurve) }
    }

    for element in path.elements {
      switch element {
      case .move(let point):
        finish()
        contour = OutlineBuffer()
        contour.add(vector(point), Tag.onCurve)
      case .line(let point): contour.add(vector(point), Tag.onCurve)
      case .quadratic(let control, let end):
        contour.add(vector(control), Tag.conic)
        contour.add(vector(end), Tag.onCurve)
      case .cubic(let first, let second, let end):
        contour.add(vector(first), Tag.cubic)
        contour.add(vector(second), Tag.cubic)
        contour.add(vector(end), Tag.onCurve)
      case .close: finish()
      }
    }
    finish()
    return result
  }

  private mutating func add(_ point: FT_Vector, _ tag: CChar) {
    // A curve that nothing preceded starts where its first control point is.
    if points.isEmpty, tag != Tag.onCurve {
      points.append(point)
      tags.append(Tag.onCurve)
    }
    points.append(point)
    tags.append(tag)
  }

  private mutating func append(_ contour: OutlineBuffer) {
    points += contour.points
    tags += contour.tags
    ends.append(CShort(points.count - 1))
  }

  /// Calls `body` with an outline that lives as long as the call; nil when there are no contours.
  mutating func withOutline<Result>(
    evenOdd: Bool, _ body: (UnsafeMutablePointer<FT_Outline>) -> Result
  ) -> Result? {
    guard !ends.isEmpty else { return nil }
    let pointCount = CShort(points.count)
    let contourCount = CShort(ends.count)
    let flags = evenOdd ? CInt(FT_OUTLINE_EVEN_ODD_FILL) : 0
    return unsafe points.withUnsafeMutableBufferPointer { points in
      unsafe tags.withUnsafeMutableBufferPointer { tags in
        unsafe ends.withUnsafeMutableBufferPointer { ends in
          var outline = unsafe FT_Outline(
            n_contours: contourCount, n_points: pointCount, points: points.baseAddress,
            tags: tags.baseAddress, contours: ends.baseAddress, flags: flags)
          return unsafe body(&outline)
        }
      }
    }
  }
}

extension Path {
  /// Reads an outline back: px, y down, the outline's own origin at 0, 0.
  ///
  /// - Parameter scale: px for each of the outline's units.
  init(_ outline: FT_Outline, scale: Double) {
    self.init()
    guard let points = unsafe outline.points, let tags = unsafe outline.tags,
      let ends = unsafe outline.contours
    else { return }
    var first = 0
    for contour in 0..<Int(unsafe outline.n_contours) {
      let last = unsafe Int(ends[contour])
      defer { first = last + 1 }
      guard first < last, last < Int(unsafe outline.n_points) else { continue }
      let corners = (first...last).map { index in
        OutlinePoint(
          place: Point(
            x: Double(unsafe points[index].x) * scale, y: -Double(unsafe points[index].y) * scale),
          kind: unsafe tags[index] & 3)
      }
      appendContour(corners)
    }
  }

  private struct OutlinePoint {
    var place: Point
    /// FreeType's: 1 on the curve, 0 quadratic control, 2 cubic control.
    var kind: CChar
  }

  private mutating func appendContour(_ corners: [OutlinePoint]) {
    // Two neighbouring quadratic controls have a point on the curve halfway between them.
    guard let firstOnCurve = corners.firstIndex(where: { $0.kind == 1 }) else {
      let start = (corners[0].place + corners[corners.count - 1].place) * 0.5
      appendSegments(from: start, corners)
      return
    }
    let turned = corners[(firstOnCurve + 1)...] + corners[..<firstOnCurve]
    appendSegments(from: corners[firstOnCurve].place, Array(turned))
  }

  private mutating func appendSegments(from start: Point, _ corners: [OutlinePoint]) {
    elements.append(.move(start))
    var index = 0
    while index < corners.count {
      let corner = corners[index]
      let next = index + 1 < corners.count ? corners[index + 1] : nil
      switch corner.kind {
      case 1:
        elements.append(.line(corner.place))
        index += 1
      case 2:
        let end = index + 2 < corners.count ? corners[index + 2].place : start
        elements.append(.cubic(corner.place, next?.place ?? start, to: end))
        index += 3
      default:
        switch next {
        case .some(let next) where next.kind == 1:
          elements.append(.quadratic(corner.place, to: next.place))
          index += 2
        case .some(let next):
          elements.append(.quadratic(corner.place, to: (corner.place + next.place) * 0.5))
          index += 1
        case nil:
          elements.append(.quadratic(corner.place, to: start))
          index += 1
        }
      }
    }
    elements.append(.close)
  }
}
