public import Pixels
public import Typography

/// The properties of text that children take from their parent.
public struct InheritedTextStyle: Equatable, Sendable {
  /// CSS `text-align`.
  public enum Align: String, Sendable { case start, end, left, right, center, justify }
  /// CSS `text-transform`.
  public enum Transform: String, Sendable { case none, uppercase, lowercase, capitalize }
  /// CSS `white-space`: what is collapsed and where lines break.
  public enum WhiteSpace: String, Sendable {
    case normal, nowrap, pre, preWrap, preLine, breakSpaces
  }
  /// CSS `text-wrap-style`: as it comes, lines of equal length, or none with a lone last word.
  public enum Wrap: String, Sendable { case wrap, balance, pretty }
  /// CSS `visibility`; what is hidden takes its room all the same.
  public enum Visibility: String, Sendable { case visible, hidden }
  /// CSS `direction`.
  public enum Direction: String, Sendable { case ltr, rtl }

  /// Families, weight, slant, size in px, features and variations.
  public var font = FontDescription(families: ["serif"])
  /// CSS `color`, which is `currentcolor` elsewhere.
  public var color = Color.black
  /// How high a line is.
  public var lineHeight = LineHeight.normal
  /// px between letters, more than the font has; may be negative.
  public var letterSpacing = 0.0
  /// px between words, more than the font has; may be negative.
  public var wordSpacing = 0.0
  /// Where lines stand in their block.
  public var align = Align.start
  /// How far the first line of a block is moved in; per cent of the block's width.
  public var indent = LengthPercentage.zero
  /// Which letters become capital or small.
  public var transform = Transform.none
  /// What becomes of spaces and line feeds.
  public var whiteSpace = WhiteSpace.normal
  /// How lines are chosen among those possible.
  public var wrap = Wrap.wrap
  /// What happens to a word wider than the line.
  public var overflowWrap = TextStyle.OverflowWrap.normal
  /// Between which letters words may break.
  public var wordBreak = TextStyle.WordBreak.normal
  /// How strict the rules of breaking are.
  public var lineBreak = TextStyle.LineBreak.auto
  /// `hyphens: none` sets it false.
  public var breaksAtSoftHyphens = true
  /// Which side lines begin at.
  public var direction = Direction.ltr
  /// Whether it is painted.
  public var visibility = Visibility.visible
  /// Front to back.
  public var shadows: [TextShadow] = []
  /// `-webkit-text-fill-color`; nil is `currentcolor`.
  public var fillColor: Color?
  /// px, half of it on each side of the letters' outlines.
  public var strokeWidth = 0.0
  /// nil is `currentcolor`.
  public var strokeColor: Color?
  /// `paint-order: stroke`.
  public var strokesFirst = false
  /// `text-decoration-skip-ink`.
  public var skipsInk = true
  /// `disc`, `circle`, `square`, `decimal`, `none`.
  public var listStyleType = "disc"
  /// Distance of the tab stops, in advances of a space.
  public var tabSize = 8.0
  /// From the nearest `lang` attribute; empty when there is none.
  public var language = ""

  public init() {}
}

/// CSS `line-height`, as it is inherited.
public enum LineHeight: Hashable, Sendable {
  /// As high as the fonts are.
  case normal
  /// Times the element's own font size.
  case number(Double)
  /// The same height whatever the font size.
  case px(Double)
}

/// A shadow behind letters (CSS Text Decoration 3 §4).
public struct TextShadow: Hashable, Sendable {
  /// px to the right.
  public var x: Double
  /// px down.
  public var y: Double
  /// CSS blur radius, px; the Gaussian's standard deviation is half of it.
  public var blur: Double
  /// The shadow's color; `currentcolor` is resolved.
  public var color: Color

  public init(x: Double, y: Double, blur: Double = 0, color: Color) {
    self.x = x
    self.y = y
    self.blur = blur
    self.color = color
  }
}

/// The properties of lines and text that are not inherited.
public struct LineStyle: Equatable, Sendable {
  /// CSS `vertical-align` of an inline box.
  public enum VerticalAlign: Hashable, Sendable {
    /// By the parent's baseline and text, or by the line as a whole.
    case baseline, sub, `super`, top, bottom, middle, textTop, textBottom
    /// Raised above the baseline; per cent of the line height.
    case length(LengthPercentage)
  }
  /// CSS `text-overflow`: what happens to a line that is cut off.
  public enum TextOverflow: String, Sendable { case clip, ellipsis }

  /// Where an inline box stands on its line.
  public var verticalAlign = VerticalAlign.baseline
  /// The lines that the element draws along all text in it.
  public var decoration = TextDecoration()
  /// What happens to a line that is cut off.
  public var textOverflow = TextOverflow.clip
  /// `-webkit-line-clamp`; nil is `none`.
  public var lineClamp: Int?
  /// `-flint-min-font-size` in px; nil when not set.
  public var minFontSize: Double?
  /// `-flint-fit-group`; nil when not set.
  public var fitGroup: String?
  /// `unicode-bidi: isolate`: ordered by itself, as one neutral character to what is around it.
  public var isolatesBidi = false

  public init() {}
}

/// CSS `text-decoration`: lines along a text.
public struct TextDecoration: Hashable, Sendable {
  /// CSS `text-decoration-style`.
  public enum Style: String, Sendable { case solid, double, dotted, dashed, wavy }

  /// A line below the baseline.
  public var underline = false
  /// A line above the letters.
  public var overline = false
  /// A line through the letters.
  public var lineThrough = false
  /// nil is `currentcolor`.
  public var color: Color?
  /// How the lines are drawn, all alike.
  public var style = Style.solid
  /// nil is `auto`/`from-font`; per cent of 1em.
  public var thickness: LengthPercentage?
  /// How far the underline's upper edge is below the baseline; nil is `auto`; per cent of 1em.
  public var underlineOffset: LengthPercentage?

  public init() {}
}
