public import Pixels

/// How the shapes of an inline `svg` are painted (SVG 2 §13); all inherited.
public struct VectorStyle: Equatable, Sendable {
  public enum Paint: Hashable, Sendable {
    case none
    case currentColor
    case color(Color)
  }

  public var fill = Paint.color(.black)
  public var fillRule = Path.FillRule.nonZero
  public var fillOpacity = 1.0
  public var stroke = Paint.none
  public var strokeOpacity = 1.0
  /// px, as are the dashes.
  public var strokeWidth = 1.0
  public var cap = Stroke.Cap.butt
  public var join = Stroke.Join.miter
  public var miterLimit = 4.0
  public var dashes: [Double] = []
  public var dashOffset = 0.0

  public init() {}
}
