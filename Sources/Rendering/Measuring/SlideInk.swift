public import Layout
public import Pixels

/// What the letters of a slide do to each other and to the edges around them, as they are drawn:
/// shaped, moved and clipped.
///
/// Ink is what the fill of letters covers, also where only an outline or a clipped background shows them,
/// and the pictures of emoji. Shadows, outlines and lines along text are not: they overlap on purpose.
/// Decoration (`aria-hidden`) is left out.
public struct SlideInk: Equatable, Sendable {
  /// A part of a text.
  public struct Word: Equatable, Sendable {
    /// From space to space, as far as it is drawn in one font and style.
    public var text: String
    /// The innermost element it belongs to.
    public var element: ElementIdentity?
    /// The number of the block it stands in, as in `MeasuredText`.
    public var block: Int
    /// The element of that block; nil only for a page without elements.
    public var blockElement: ElementIdentity?
  }

  /// Letters of two lines, or of two texts, that touch where both are seen.
  public struct Collision: Equatable, Sendable {
    /// The one that stands higher.
    public var upper: Word
    /// The other.
    public var lower: Word
    /// Around the two letters, px on the slide.
    public var bounds: PixelRect
    /// Whether both are lines of one block.
    public var isOneText: Bool { upper.block == lower.block }
  }

  /// A word that loses a part of a letter.
  public struct Cut: Equatable, Sendable {
    /// The word with the first such letter.
    public var word: Word
    /// Whether it is the slide's edge that cuts it.
    public var isBySlide: Bool
    /// Around the letter as it would be whole, px on the slide.
    public var bounds: PixelRect
  }

  /// At most one for each two blocks.
  public var collisions: [Collision] = []
  /// At most one for each block.
  public var cuts: [Cut] = []
  /// Whether all letters were compared; a slide on which thousands lie on each other is not worth it.
  public var isComplete = true
}
