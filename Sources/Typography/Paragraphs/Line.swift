/// One line of a paragraph, its fragments in visual order from left to right.
///
/// `x` of everything is in px from the line's left edge before alignment; the caller aligns.
public struct Line: Equatable, Sendable {
  /// What stands in the line, from left to right.
  public var fragments: [LineFragment]
  /// Advance of all fragments, white space that hangs at the end left out.
  public var width: Double
  /// The width of the white space that hangs at the end, px.
  public var hangingWidth: Double
  /// Whether `<br>` or a preserved line feed ends it.
  public var endsWithForcedBreak: Bool
  /// The line's text in logical order, without what hangs.
  public var text: String
  /// Word separators inside the line, for `text-align: justify`.
  public var justificationOpportunities: Int

  public init(
    fragments: [LineFragment], width: Double, hangingWidth: Double, endsWithForcedBreak: Bool,
    text: String, justificationOpportunities: Int
  ) {
    self.fragments = fragments
    self.width = width
    self.hangingWidth = hangingWidth
    self.endsWithForcedBreak = endsWithForcedBreak
    self.text = text
    self.justificationOpportunities = justificationOpportunities
  }
}

/// A part of a line that is placed as one.
public struct LineFragment: Equatable, Sendable {
  /// What the fragment shows.
  public enum Kind: Equatable, Sendable {
    /// Text, to be drawn from the fragment's left edge on the baseline.
    case glyphs(GlyphRun)
    /// A box of the caller's, by its id in the content.
    case atomic(id: Int)
    /// An edge of an inline box; its start is on the left in a left-to-right paragraph, else on the
    /// right.
    case edge(id: Int, isStart: Bool)
  }

  /// What stands there.
  public var kind: Kind
  /// The left edge, px from the line's.
  public var x: Double
  /// px; that of an edge may be negative.
  public var width: Double
  /// Into `InlineContent.items`.
  public var item: Int

  public init(kind: Kind, x: Double, width: Double, item: Int) {
    self.kind = kind
    self.x = x
    self.width = width
    self.item = item
  }
}

/// Glyphs of one font, one style and one direction.
public struct GlyphRun: Equatable, Sendable {
  /// The font that draws all glyphs of the run.
  public var font: Font
  /// px an em.
  public var sizeInPx: Double
  /// Visual order, left to right.
  public var glyphs: [Glyph]
  /// Into `InlineContent.styles`.
  public var style: Int
  /// The text the glyphs stand for, logical order.
  public var text: String
  /// Whether the text reads from right to left; the glyphs are in visual order all the same.
  public var isRightToLeft: Bool

  public init(
    font: Font, sizeInPx: Double, glyphs: [Glyph], style: Int, text: String, isRightToLeft: Bool
  ) {
    self.font = font
    self.sizeInPx = sizeInPx
    self.glyphs = glyphs
    self.style = style
    self.text = text
    self.isRightToLeft = isRightToLeft
  }
}

/// A glyph of a run and its place.
public struct Glyph: Hashable, Sendable {
  /// The glyph's index in its font, not a character.
  public var id: UInt32
  /// How far the glyph's origin is from the fragment's left edge, px.
  public var x: Double
  /// How far the glyph's origin is below the baseline, px (usually 0; marks may differ).
  public var y: Double
  /// px, letter and word spacing included.
  public var advance: Double
  /// UTF-16 offset of the cluster in the run's `text`.
  public var cluster: Int
  /// A word separator that `justify` may widen.
  public var isSpace: Bool

  public init(
    id: UInt32, x: Double, y: Double, advance: Double, cluster: Int, isSpace: Bool = false
  ) {
    self.id = id
    self.x = x
    self.y = y
    self.advance = advance
    self.cluster = cluster
    self.isSpace = isSpace
  }
}
