/// A font's vertical measures in px at one size, y downwards from the baseline taken as positive up.
public struct FontMetrics: Hashable, Sendable {
  /// Above the baseline, positive.
  public var ascent: Double
  /// Below the baseline, positive.
  public var descent: Double
  /// What the font adds between two lines, ≥ 0.
  public var lineGap: Double
  /// How high an `x` is, for the `ex` unit and `vertical-align: middle`.
  public var xHeight: Double
  /// How high an `H` is.
  public var capHeight: Double
  /// How far the underline's center is below the baseline, positive downwards.
  public var underlineOffset: Double
  /// Advance of `0`, for the `ch` unit.
  public var zeroAdvance: Double

  public init(
    ascent: Double, descent: Double, lineGap: Double, xHeight: Double, capHeight: Double,
    underlineOffset: Double, zeroAdvance: Double
  ) {
    self.ascent = ascent
    self.descent = descent
    self.lineGap = lineGap
    self.xHeight = xHeight
    self.capHeight = capHeight
    self.underlineOffset = underlineOffset
    self.zeroAdvance = zeroAdvance
  }
}
