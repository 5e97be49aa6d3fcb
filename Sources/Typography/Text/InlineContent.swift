/// What stands in the lines of one block: text, boxes that behave like a character, and the edges
/// of inline boxes.
///
/// Layout builds it with white space already collapsed by CSS Text 3 §4; typography shapes it,
/// breaks it and orders it.
public struct InlineContent: Equatable, Sendable {
  /// One piece of the content, in logical order.
  public enum Item: Equatable, Sendable {
    /// `style` indexes `styles`.
    case text(String, style: Int)
    /// An inline-block or image, as wide as its margin box; breaks before and after like an ideograph.
    /// The caller's `id` comes back in `LineFragment.Kind`.
    case atomic(id: Int, width: Double, style: Int)
    /// The start edge of an inline box: margin + border + padding in px, may be negative.
    case boxStart(id: Int, width: Double, style: Int)
    /// The end edge of an inline box, as the start edge.
    case boxEnd(id: Int, width: Double, style: Int)
    /// `<br>`, or a preserved line feed.
    case forcedBreak(style: Int)
  }

  /// Which side lines begin at (CSS `direction`).
  public enum Direction: String, Sendable { case leftToRight, rightToLeft }

  /// All pieces in logical order.
  public var items: [Item]
  /// The styles that the items point into.
  public var styles: [TextStyle]
  /// The paragraph's base direction (CSS `direction`).
  public var direction: Direction
  /// The inline boxes whose edges stand in every line they have a part in
  /// (`box-decoration-break: clone`), by id.
  public var clonedBoxes: Set<Int>
  /// Nested well, outer ones before inner ones that begin with them.
  public var isolates: [BidiIsolate]

  public init(
    items: [Item], styles: [TextStyle], direction: Direction = .leftToRight,
    clonedBoxes: Set<Int> = [], isolates: [BidiIsolate] = []
  ) {
    self.items = items
    self.styles = styles
    self.direction = direction
    self.clonedBoxes = clonedBoxes
    self.isolates = isolates
  }
}

/// Items that are ordered by themselves, as one neutral character to the text around them
/// (CSS `unicode-bidi: isolate`, UAX #9).
public struct BidiIsolate: Hashable, Sendable {
  /// Into `InlineContent.items`.
  public var items: Range<Int>
  /// nil when the first strong character decides.
  public var direction: InlineContent.Direction?

  public init(items: Range<Int>, direction: InlineContent.Direction?) {
    self.items = items
    self.direction = direction
  }
}

/// How a stretch of text is shaped and broken.
public struct TextStyle: Hashable, Sendable {
  /// CSS `overflow-wrap`: whether a word wider than the line may break anywhere.
  public enum OverflowWrap: String, Sendable { case normal, breakWord, anywhere }
  /// CSS `word-break`: between which letters words may break.
  public enum WordBreak: String, Sendable { case normal, breakAll, keepAll }
  /// CSS `line-break`: how strict the rules are, above all for Chinese and Japanese.
  public enum LineBreak: String, Sendable { case auto, loose, normal, strict, anywhere }

  /// The fonts, size and features to shape with.
  public var font: FontDescription
  /// px, added after each grapheme cluster.
  public var letterSpacing: Double
  /// px, added to each word separator.
  public var wordSpacing: Double
  /// False for `white-space: nowrap` and `pre`.
  public var wraps: Bool
  /// True for `pre`, `pre-wrap`, `break-spaces`: white space at a line's end is kept.
  public var preservesSpaces: Bool
  /// True for `break-spaces`: lines may break after each space, and none hangs or vanishes.
  public var breaksSpaces: Bool
  /// What happens to a word that is wider than the line.
  public var overflowWrap: OverflowWrap
  /// Where words may break.
  public var wordBreak: WordBreak
  /// How strict the rules of breaking are.
  public var lineBreak: LineBreak
  /// False for `hyphens: none`: soft hyphens do nothing.
  public var breaksAtSoftHyphens: Bool
  /// BCP 47; empty when unknown.
  public var language: String
  /// Distance of the tab stops of preserved tabs, in advances of a space.
  public var tabSize: Double

  public init(
    font: FontDescription, letterSpacing: Double = 0, wordSpacing: Double = 0, wraps: Bool = true,
    preservesSpaces: Bool = false, breaksSpaces: Bool = false,
    overflowWrap: OverflowWrap = .normal, wordBreak: WordBreak = .normal,
    lineBreak: LineBreak = .auto, breaksAtSoftHyphens: Bool = true, language: String = "",
    tabSize: Double = 8
  ) {
    self.font = font
    self.letterSpacing = letterSpacing
    self.wordSpacing = wordSpacing
    self.wraps = wraps
    self.preservesSpaces = preservesSpaces
    self.breaksSpaces = breaksSpaces
    self.overflowWrap = overflowWrap
    self.wordBreak = wordBreak
    self.lineBreak = lineBreak
    self.breaksAtSoftHyphens = breaksAtSoftHyphens
    self.language = language
    self.tabSize = tabSize
  }
}
