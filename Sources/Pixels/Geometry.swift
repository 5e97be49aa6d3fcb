/// A point in px, x to the right, y down.
public struct Point: Hashable, Sendable {
  /// px to the right.
  public var x: Double
  /// px down.
  public var y: Double

  public init(x: Double = 0, y: Double = 0) {
    self.x = x
    self.y = y
  }

  /// Both coordinates added.
  public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  /// The way from `b` to `a`.
  public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  /// Both coordinates scaled, about the origin.
  public static func * (a: Point, factor: Double) -> Point {
    Point(x: a.x * factor, y: a.y * factor)
  }
}

/// A width and a height in px.
public struct Size: Hashable, Sendable {
  /// px.
  public var width: Double
  /// px.
  public var height: Double

  public init(width: Double = 0, height: Double = 0) {
    self.width = width
    self.height = height
  }
}

/// A rectangle in px; `width` and `height` are never negative in layout results.
public struct Rect: Hashable, Sendable {
  /// The left edge, px.
  public var x: Double
  /// The upper edge, px.
  public var y: Double
  /// px; a rectangle of width 0 is empty.
  public var width: Double
  /// px; a rectangle of height 0 is empty.
  public var height: Double

  public init(x: Double = 0, y: Double = 0, width: Double = 0, height: Double = 0) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The rectangle of that size with its top left corner at `origin`.
  public init(origin: Point, size: Size) {
    self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
  }

  /// The top left corner.
  public var origin: Point { Point(x: x, y: y) }
  /// The width and the height.
  public var size: Size { Size(width: width, height: height) }
  /// The left edge.
  public var minX: Double { x }
  /// The upper edge.
  public var minY: Double { y }
  /// The right edge, px.
  public var maxX: Double { x + width }
  /// The lower edge, px.
  public var maxY: Double { y + height }
  /// Whether it has no area.
  public var isEmpty: Bool { width <= 0 || height <= 0 }

  /// The same rectangle elsewhere.
  public func offset(by delta: Point) -> Rect {
    Rect(x: x + delta.x, y: y + delta.y, width: width, height: height)
  }

  /// Each side moved inwards by its edge; a size never falls below 0.
  public func inset(by edges: Edges<Double>) -> Rect {
    Rect(
      x: x + edges.left, y: y + edges.top,
      width: max(0, width - edges.left - edges.right),
      height: max(0, height - edges.top - edges.bottom))
  }

  /// Every side moved inwards; a negative amount makes it larger.
  public func inset(by amount: Double) -> Rect { inset(by: Edges(all: amount)) }

  /// What both have in common; of width or height 0 when they only touch, or not even that.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }

  /// The smallest rectangle around both; an empty one counts as the point or line that it is.
  public func union(_ other: Rect) -> Rect {
    let left = min(minX, other.minX)
    let top = min(minY, other.minY)
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}

/// One value for each side of a box.
public struct Edges<Value> {
  /// The value of the upper side.
  public var top: Value
  /// The value of the right side.
  public var right: Value
  /// The value of the lower side.
  public var bottom: Value
  /// The value of the left side.
  public var left: Value

  public init(top: Value, right: Value, bottom: Value, left: Value) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }

  /// The same value on all four sides.
  public init(all value: Value) { self.init(top: value, right: value, bottom: value, left: value) }

  /// What `transform` makes of each side, asked in CSS's order: top, right, bottom, left.
  public func map<Other>(_ transform: (Value) -> Other) -> Edges<Other> {
    Edges<Other>(
      top: transform(top), right: transform(right), bottom: transform(bottom), left: transform(left)
    )
  }
}

extension Edges: Equatable where Value: Equatable {}
extension Edges: Hashable where Value: Hashable {}
extension Edges: Sendable where Value: Sendable {}

extension Edges where Value == Double {
  /// No width on any side.
  public static var zero: Edges { Edges(all: 0) }
  /// The left and the right side together.
  public var horizontal: Double { left + right }
  /// The upper and the lower side together.
  public var vertical: Double { top + bottom }

  /// Each side's sum.
  public static func + (a: Edges, b: Edges) -> Edges {
    Edges(
      top: a.top + b.top, right: a.right + b.right, bottom: a.bottom + b.bottom,
      left: a.left + b.left)
  }
}

/// One value for each corner of a box.
public struct Corners<Value> {
  /// The value of the top left corner.
  public var topLeft: Value
  /// The value of the top right corner.
  public var topRight: Value
  /// The value of the bottom right corner.
  public var bottomRight: Value
  /// The value of the bottom left corner.
  public var bottomLeft: Value

  public init(topLeft: Value, topRight: Value, bottomRight: Value, bottomLeft: Value) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// The same value at all four corners.
  public init(all value: Value) {
    self.init(topLeft: value, topRight: value, bottomRight: value, bottomLeft: value)
  }

  /// What `transform` makes of each corner, asked clockwise from the top left.
  public func map<Other>(_ transform: (Value) -> Other) -> Corners<Other> {
    Corners<Other>(
      topLeft: transform(topLeft), topRight: transform(topRight),
      bottomRight: transform(bottomRight), bottomLeft: transform(bottomLeft))
  }
}

extension Corners: Equatable where Value: Equatable {}
extension Corners: Hashable where Value: Hashable {}
extension Corners: Sendable where Value: Sendable {}
