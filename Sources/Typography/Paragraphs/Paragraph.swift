/// Shaped inline content, ready to be broken at any width.
///
/// Shaping happens once, in `init`; breaking works on the shaped runs and reshapes only where a
/// break is unsafe.
public struct Paragraph: Sendable {
  /// A character that no font of the description or of the fallback order covers.
  public struct MissingCharacter: Hashable, Sendable {
    /// The grapheme cluster.
    public var cluster: String
    public var scalar: Unicode.Scalar
    /// Into `InlineContent.items`.
    public var item: Int
    /// Unicode scalars before it in the item's text.
    public var offset: Int
  }

  public let content: InlineContent
  /// Empty when everything can be drawn. A missing character is given a placeholder glyph's room.
  public let missing: [MissingCharacter]
  /// Width of the widest part that cannot be broken, px.
  public let minContentWidth: Double
  /// Width of the widest line when only forced breaks break, px.
  public let maxContentWidth: Double

  /// Itemises (bidi, script, font) and shapes `content`.
  public init(_ content: InlineContent, fonts: FontCatalog) {
    fatalError("not implemented")
  }

  /// Breaks into lines no wider than `width`, greedily, at UAX #14 opportunities.
  ///
  /// A part that cannot be broken and is wider than `width` is left whole and overflows.
  /// - Parameter firstLineIndent: px taken from the first line's width (and added to its x).
  /// - Returns: the lines in order; empty only for content without items.
  public func lines(width: Double, firstLineIndent: Double = 0) -> [Line] {
    fatalError("not implemented")
  }

  /// As `lines(width:)`, but the lines are as even as possible without there being more of them
  /// (CSS Text 4 `text-wrap: balance`).
  public func balancedLines(width: Double) -> [Line] {
    fatalError("not implemented")
  }

  /// The line cut at a grapheme cluster so that it and an ellipsis fit into `width`.
  public func truncated(_ line: Line, width: Double, fonts: FontCatalog) -> Line {
    fatalError("not implemented")
  }
}
