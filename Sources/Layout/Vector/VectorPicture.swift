public import Pixels

/// An inline `svg`, its shapes as paths in their own units.
public struct VectorPicture: Equatable, Sendable {
  /// What fills the content box; nil when units are px.
  public var viewBox: Rect?
  /// How the view box is scaled into a content box of another ratio.
  public var fit: VectorFit
  /// Shapes and groups, each over those before it.
  public var nodes: [VectorNode]

  /// From the drawing's units to the slide.
  ///
  /// - Parameter box: the content box.
  /// - Returns: nil when nothing shows.
  public func transform(into box: Rect) -> AffineTransform? {
    guard let viewBox else { return AffineTransform(e: box.x, f: box.y) }
    guard viewBox.width > 0, viewBox.height > 0, box.width > 0, box.height > 0 else { return nil }
    var x = box.width / viewBox.width
    var y = box.height / viewBox.height
    switch fit.scaling {
    case .none: break
    case .meet: (x, y) = (min(x, y), min(x, y))
    case .slice: (x, y) = (max(x, y), max(x, y))
    }
    return AffineTransform(
      a: x, d: y,
      e: box.x - viewBox.x * x + (box.width - viewBox.width * x) * fit.alignX,
      f: box.y - viewBox.y * y + (box.height - viewBox.height * y) * fit.alignY)
  }
}

/// `preserveAspectRatio` (SVG 2 §8.7).
public struct VectorFit: Equatable, Sendable {
  /// Each axis by itself; as large as fits; as small as covers.
  public enum Scaling: Sendable { case none, meet, slice }

  /// How the ratio is kept.
  public var scaling = Scaling.meet
  /// Share of the free room that comes on the left: 0, ½ or 1.
  public var alignX = 0.5
  /// Share of the free room that comes above: 0, ½ or 1.
  public var alignY = 0.5

  public init() {}
}

/// A shape, or several that fade together.
public indirect enum VectorNode: Equatable, Sendable {
  /// One path, filled and stroked.
  case shape(VectorShape)
  /// Drawn together, then faded.
  case group(opacity: Double, [VectorNode])
}

/// A path of a drawing with its paints.
public struct VectorShape: Equatable, Sendable {
  /// The outline in the shape's own units.
  public var path: Path
  /// From the path's units to the drawing's.
  public var transform: AffineTransform
  /// nil is `none`.
  public var fill: Color?
  /// The line along the path, in the path's units; nil is `none`.
  public var stroke: (style: Stroke, color: Color)?

  public static func == (a: Self, b: Self) -> Bool {
    a.path == b.path && a.transform == b.transform && a.fill == b.fill
      && a.stroke?.style == b.stroke?.style && a.stroke?.color == b.stroke?.color
  }
}
