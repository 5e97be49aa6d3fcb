/// Closed contours of lines and Bézier curves, in px.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case quadratic(Point, to: Point)
    case cubic(Point, Point, to: Point)
    case close
  }

  public enum FillRule: String, Hashable, Sendable { case nonZero, evenOdd }

  public var elements: [Element]
  public var fillRule: FillRule

  public init(_ elements: [Element] = [], fillRule: FillRule = .nonZero) {
    self.elements = elements
    self.fillRule = fillRule
  }
}
