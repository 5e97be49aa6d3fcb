/// Contours of lines and Bézier curves, in px; an open one is closed where it is filled.
public struct Path: Hashable, Sendable {
  /// A step of the pen from where the step before ended.
  public enum Element: Hashable, Sendable {
    /// Begins a contour.
    case move(Point)
    /// A straight line to the point.
    case line(Point)
    /// A Bézier curve with one control point.
    case quadratic(Point, to: Point)
    /// A Bézier curve with two control points.
    case cubic(Point, Point, to: Point)
    /// A straight line to the contour's beginning.
    case close
  }

  /// Which areas are inside where contours overlap (SVG 2 §13.4.2, `fill-rule`).
  public enum FillRule: String, Hashable, Sendable { case nonZero, evenOdd }

  /// The steps of the pen, contour after contour.
  public var elements: [Element]
  /// What is inside where contours overlap.
  public var fillRule: FillRule

  public init(_ elements: [Element] = [], fillRule: FillRule = .nonZero) {
    self.elements = elements
    self.fillRule = fillRule
  }
}
