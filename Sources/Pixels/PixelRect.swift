/// A rectangle of whole pixels, x to the right, y down.
public struct PixelRect: Hashable, Sendable {
  /// The column of the leftmost pixel.
  public var x: Int
  /// The row of the uppermost pixel.
  public var y: Int
  /// Never negative.
  public var width: Int
  /// Never negative.
  public var height: Int

  /// A negative width or height becomes 0.
  public init(x: Int = 0, y: Int = 0, width: Int = 0, height: Int = 0) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  init(left: Int, top: Int, right: Int, bottom: Int) {
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The column right of the last one.
  public var maxX: Int { x + width }
  /// The row below the last one.
  public var maxY: Int { y + height }
  /// Whether it has no pixel.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The same area in px that need not be whole.
  public var rect: Rect {
    Rect(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
  }

  /// The pixels that both have; empty when there are none.
  public func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(
      left: max(x, other.x), top: max(y, other.y), right: min(maxX, other.maxX),
      bottom: min(maxY, other.maxY))
  }

  /// The smallest rectangle around both; an empty one adds nothing.
  public func union(_ other: PixelRect) -> PixelRect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return PixelRect(
      left: min(x, other.x), top: min(y, other.y), right: max(maxX, other.maxX),
      bottom: max(maxY, other.maxY))
  }

  /// Whether `other` lies inside, edges included.
  public func contains(_ other: PixelRect) -> Bool { intersection(other) == other }

  /// Every side moved outwards by `amount` px.
  public func expanded(by amount: Int) -> PixelRect {
    PixelRect(
      left: x - amount, top: y - amount, right: maxX + amount, bottom: maxY + amount)
  }

  /// The same rectangle elsewhere.
  public func offset(x dx: Int, y dy: Int) -> PixelRect {
    PixelRect(x: x + dx, y: y + dy, width: width, height: height)
  }
}

extension PixelRect {
  /// Farther than any picture reaches, and far from overflow when added or multiplied.
  static let farthest = 1 << 24

  /// The pixels that `rect` touches; coordinates are held within ±2²⁴, not-a-number counts as 0.
  public init(covering rect: Rect) {
    self.init(
      left: Int(clamping: rect.minX.rounded(.down), to: Self.farthest),
      top: Int(clamping: rect.minY.rounded(.down), to: Self.farthest),
      right: Int(clamping: rect.maxX.rounded(.up), to: Self.farthest),
      bottom: Int(clamping: rect.maxY.rounded(.up), to: Self.farthest))
  }

  /// `rect` with each edge moved to the nearest pixel border, as browsers snap pictures and boxes.
  public init(snapping rect: Rect) {
    self.init(
      left: Int(clamping: rect.minX.rounded(), to: Self.farthest),
      top: Int(clamping: rect.minY.rounded(), to: Self.farthest),
      right: Int(clamping: rect.maxX.rounded(), to: Self.farthest),
      bottom: Int(clamping: rect.maxY.rounded(), to: Self.farthest))
  }
}

extension Int {
  /// The nearest integer towards zero within ±`limit`; 0 for not-a-number.
  init(clamping value: Double, to limit: Int) {
    if value.isNaN {
      self = 0
    } else {
      self = Int(Swift.min(Swift.max(value, Double(-limit)), Double(limit)))
    }
  }
}

extension Rect {
  /// The same rectangle when all its edges lie on pixel borders, else nil.
  public var alignedToPixels: PixelRect? {
    let snapped = PixelRect(snapping: self)
    return snapped.rect == self ? snapped : nil
  }
}

extension Bitmap {
  /// All pixels of the picture, from (0, 0).
  public var bounds: PixelRect { PixelRect(width: width, height: height) }
}
