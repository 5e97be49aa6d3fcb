public import Pixels

/// A soft shade behind texts, resolved only when it is painted: by then what lies beneath is there
/// to be measured, and no more is laid over it than the texts need.
public struct SceneScrim: Equatable, Sendable {
  /// To be drawn later, above the scrim.
  public var texts: [SceneGlyphs]
  /// The slide; near its edges the scrim runs on to them.
  public var frame: Rect
  /// The contrast ratio each text shall reach.
  public var ratio: Double

  public init(texts: [SceneGlyphs], frame: Rect, ratio: Double = Self.readableRatio) {
    self.texts = texts
    self.frame = frame
    self.ratio = ratio
  }

  /// 4.5 : 1 (WCAG 2.2, 1.4.3), and a little more for the rounding of pixels. Large type is held to
  /// it too, though 3 : 1 would do on an even ground: a photo's ground is never even.
  public static let readableRatio = 4.6
}
