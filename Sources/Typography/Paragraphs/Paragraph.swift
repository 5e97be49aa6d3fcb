public import Diagnostics

/// Shaped inline content, ready to be broken at any width.
///
/// Shaping happens once, in `init`; breaking works on the shaped runs and reshapes only where a
/// break is unsafe.
public struct Paragraph: Sendable {
  /// A character that no font of the description or of the fallback order covers.
  public struct MissingCharacter: Hashable, Sendable {
    /// The grapheme cluster.
    public var cluster: String
    /// The first visible character of the cluster, for messages.
    public var scalar: Unicode.Scalar
    /// Into `InlineContent.items`.
    public var item: Int
    /// Unicode scalars before it in the item's text.
    public var offset: Int
  }

  /// A word in several typefaces, because no family that its style or the fallback order names has
  /// all of its letters.
  public struct MixedWord: Hashable, Sendable {
    /// As it is set.
    public var word: String
    /// In the order of their first letters; at least two.
    public var families: [String]
    /// Where it begins: into `InlineContent.items`.
    public var item: Int
  }

  /// Why the paragraph does not look as it should; the caller knows the place.
  public struct Problem: Hashable, Sendable {
    /// An error without a place.
    public var diagnostic: Diagnostic
    /// Into `InlineContent.items`; nil when it is not about one of them.
    public var item: Int?
  }

  /// What was shaped, as it was given.
  public let content: InlineContent
  /// Empty when everything can be drawn. A missing character is given a placeholder glyph's room.
  public let missing: [MissingCharacter]
  /// Words in several typefaces, in order.
  public let mixedWords: [MixedWord]
  /// Font files that are missing or altered, and text beyond the budgets of `TextLimits`, which is
  /// left out. All are errors.
  public let problems: [Problem]
  /// Width of the widest part that cannot be broken, px.
  public let minContentWidth: Double
  /// Width of the widest line when only forced breaks break, px.
  public let maxContentWidth: Double

  let text: ShapedText

  /// Itemises (bidi, script, font) and shapes `content`.
  public init(_ content: InlineContent, fonts: FontCatalog) {
    let text = ParagraphText(content)
    let buffer = ShapingBuffer()
    let levels = TextBreak.bidiLevels(
      of: text.units, isRightToLeft: content.direction == .rightToLeft,
      controls: text.bidiControls)
    let clusterStarts = graphemeClusterStarts(of: text.units)
    var chooser = FontChooser(catalog: fonts, styles: content.styles, buffer: buffer)
    let itemizer = Itemizer(
      text, styles: content.styles, levels: levels, clusterStarts: clusterStarts,
      chooser: &chooser)
    let shaper = TextShaper(text: text, buffer: buffer)
    let shaped = ShapedText(
      text, styles: content.styles, pieces: shaper.pieces(of: itemizer.runs), levels: levels,
      clusterStarts: clusterStarts)
    self.content = content
    self.text = shaped
    missing = itemizer.missing.map { MissingCharacter($0, in: text) }
    mixedWords = itemizer.mixedWords.map { word in
      MixedWord(
        word: text.string(word.range), families: word.families,
        item: text.item(at: word.range.lowerBound))
    }
    problems =
      chooser.problems.map { Problem(diagnostic: $0, item: nil) }
      + text.excesses.map { Problem(diagnostic: .excess($0), item: $0.item) }
    let longest = LineBreaker(text: shaped, shaper: shaper)
    maxContentWidth =
      longest.plans(width: .infinity).lazy.map { longest.wholeWidth(of: $0) }.max() ?? 0
    let shortest = LineBreaker(text: shaped, shaper: shaper, purpose: .minContent)
    minContentWidth = shortest.plans(width: 0).lazy.map { shortest.wholeWidth(of: $0) }.max() ?? 0
  }

  /// Breaks into lines no wider than `width`, greedily, at UAX #14 opportunities.
  ///
  /// A part that cannot be broken and is wider than `width` is left whole and overflows.
  /// - Parameter firstLineIndent: px taken from the first line's width. In left-to-right
  ///   paragraphs it is added to its fragments' x; it never counts in `Line.width`.
  /// - Returns: the lines in order; empty only for content without items.
  public func lines(width: Double, firstLineIndent: Double = 0) -> [Line] {
    if content.items.isEmpty { return [] }
    let breaker = LineBreaker(
      text: text, shaper: TextShaper(text: text.text, buffer: ShapingBuffer()))
    let plans = breaker.plans(width: width, firstLineIndent: firstLineIndent)
    return lines(of: plans, by: breaker, firstLineIndent: firstLineIndent)
  }

  func lines(
    of plans: [LinePlan], by breaker: LineBreaker, firstLineIndent: Double
  ) -> [Line] {
    plans.enumerated().map { index, plan in
      var builder = LineBuilder(
        text, plan, baseLevel: content.direction == .rightToLeft ? 1 : 0)
      return builder.line(
        indent: index == 0 ? firstLineIndent : 0,
        hyphenAdvance: breaker.hyphenAdvance(of: plan), with: breaker.shaper)
    }
  }
}

extension Paragraph.MissingCharacter {
  fileprivate init(_ range: Range<Int>, in text: ParagraphText) {
    cluster = text.string(range)
    scalar = cluster.unicodeScalars.first { !$0.isInvisible } ?? "\u{FFFD}"
    let item = text.item(at: range.lowerBound)
    self.item = item
    // Tabs cut an item's text into several spans.
    let start = text.spans.first { $0.item == item }?.range.lowerBound ?? 0
    offset = text.string(start..<range.lowerBound).unicodeScalars.count
  }
}
