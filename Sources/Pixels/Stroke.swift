/// How a line is drawn along a path (SVG 2 §13.5).
public struct Stroke: Hashable, Sendable {
  /// How the ends of an open line look.
  public enum Cap: String, Hashable, Sendable { case butt, round, square }
  /// How the corners of a line look.
  public enum Join: String, Hashable, Sendable { case miter, round, bevel }

  /// px, half of it on each side of the path.
  public var width: Double
  /// The shape of the ends of open lines and of dashes.
  public var cap: Cap
  /// The shape of the corners.
  public var join: Join
  /// How many widths long a miter may be; a longer one becomes a bevel.
  public var miterLimit: Double
  /// px, dash and gap in turn; empty draws the whole line.
  public var dashes: [Double]
  /// px from the dashes' beginning to the path's.
  public var dashOffset: Double

  public init(
    width: Double, cap: Cap = .butt, join: Join = .miter, miterLimit: Double = 4,
    dashes: [Double] = [], dashOffset: Double = 0
  ) {
    self.width = width
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
    self.dashes = dashes
    self.dashOffset = dashOffset
  }

  /// px beyond the path that the stroke may reach.
  public var reach: Double {
    width / 2 * max(join == .miter ? miterLimit : 1, cap == .square ? 1.5 : 1)
  }
}
