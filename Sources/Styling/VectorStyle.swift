public import Pixels

/// How the shapes of an inline `svg` are painted (SVG 2 §13); all inherited.
public struct VectorStyle: Equatable, Sendable {
  /// What an area or line is filled with; gradients and patterns are not drawn.
  public enum Paint: Hashable, Sendable {
    /// It is not painted.
    case none
    /// The element's `color`.
    case currentColor
    /// This color.
    case color(Color)
  }

  /// The paint of the inside of shapes.
  public var fill = Paint.color(.black)
  /// Which areas are inside where a path crosses itself.
  public var fillRule = Path.FillRule.nonZero
  /// 0…1.
  public var fillOpacity = 1.0
  /// The paint of the line along shapes.
  public var stroke = Paint.none
  /// 0…1.
  public var strokeOpacity = 1.0
  /// px, as are the dashes.
  public var strokeWidth = 1.0
  /// The form of the ends of open lines.
  public var cap = Stroke.Cap.butt
  /// The form of corners.
  public var join = Stroke.Join.miter
  /// How many widths long a miter may be; a longer one becomes a bevel.
  public var miterLimit = 4.0
  /// Dash and gap in turn; empty draws the whole line.
  public var dashes: [Double] = []
  /// From the dashes' beginning to the path's.
  public var dashOffset = 0.0

  public init() {}
}
