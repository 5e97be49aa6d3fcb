import Layout
import Pixels
import Typography

/// Finds where letters stand in the way of a line, for `text-decoration-skip-ink`.
///
/// Nothing is loaded before the first line asks.
final class InkFinder {
  private lazy var coverage = CoverageRasterizer()

  /// Wider gaps would swallow the line, px.
  private static let widestMargin = 13.0

  /// The parts of the line that letters take, px on the slide, rising, none touching another.
  func gaps(for line: DecorationLine, in run: TextRun) -> [ClosedRange<Double>] {
    if run.glyphs.font.hasColorBitmaps || run.glyphs.text.unicodeScalars.contains(where: \.isCJK) {
      return []
    }
    let band = Band(top: line.y - line.thickness / 2, bottom: line.y + line.thickness / 2)
    let margin = min(line.thickness, Self.widestMargin)
    var gaps: [ClosedRange<Double>] = []
    for glyph in run.glyphs.glyphs {
      let origin = Point(x: run.origin.x + glyph.x, y: run.origin.y + glyph.y)
      let outline = coverage.outline(
        of: glyph.id, font: run.glyphs.font, sizeInPx: run.glyphs.sizeInPx)
      guard let reach = outline.controlBounds, reach.maxY + origin.y > band.top,
        reach.minY + origin.y < band.bottom, let taken = band.extent(of: outline.offset(by: origin))
      else { continue }
      gaps.append(taken.lowerBound - margin...taken.upperBound + margin)
    }
    return gaps.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, gap in
      if let last = merged.last, gap.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, gap.upperBound)
      } else {
        merged.append(gap)
      }
    }
  }
}

/// A level strip.
private struct Band {
  var top: Double
  var bottom: Double

  /// From the leftmost to the rightmost point of the path's contours inside the strip; nil when none
  /// is.
  func extent(of path: Path) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    var last = Point()
    var start = Point()

    func add(_ from: Point, _ to: Point) {
      let (upper, lower) = from.y <= to.y ? (from, to) : (to, from)
      guard lower.y >= top, upper.y <= bottom else { return }
      func x(at y: Double) -> Double {
        guard lower.y > upper.y else { return upper.x }
        let share = min(max((y - upper.y) / (lower.y - upper.y), 0), 1)
        return upper.x + (lower.x - upper.x) * share
      }
      for x in [x(at: max(top, upper.y)), x(at: min(bottom, lower.y))] {
        low = min(low, x)
        high = max(high, x)
      }
      if lower.y == upper.y {
        low = min(low, lower.x)
        high = max(high, lower.x)
      }
    }

    func addCurve(_ b: Point, _ c: Point, _ d: Point) {
      let a = last
      for step in 1...16 {
        let t = Double(step) / 16
        let s = 1 - t
        let point =
          a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t)
        add(last, point)
        last = point
      }
    }

    for element in path.elements {
      switch element {
      case .move(let point):
        last = point
        start = point
      case .line(let point):
        add(last, point)
        last = point
      case .quadratic(let control, let end):
        addCurve(last + (control - last) * (2.0 / 3), end + (control - end) * (2.0 / 3), end)
      case .cubic(let first, let second, let end): addCurve(first, second, end)
      case .close:
        add(last, start)
        last = start
      }
    }
    return low <= high ? low...high : nil
  }
}

extension Unicode.Scalar {
  /// Ideographs, kana and Hangul, whose strokes hang below the baseline everywhere.
  fileprivate var isCJK: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
