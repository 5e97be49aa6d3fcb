public import Pixels
public import Typography

/// Every property of one element after cascade, inheritance and defaulting, lengths in px
/// (CSS Cascade 4 §4.4). Names are CSS's own.
public struct ComputedStyle: Equatable, Sendable {
  /// Size, place and borders.
  public var box = BoxStyle()
  /// What CSS Flexbox and Box Alignment say.
  public var flex = FlexStyle()
  /// Backgrounds, shadows, pictures and effects.
  public var paint = PaintStyle()
  /// Inherited as a whole.
  public var text = InheritedTextStyle()
  /// The text properties that are not inherited.
  public var line = LineStyle()
  /// Empty or one: few elements have to do with grids, and styles are copied often.
  private var grids: [GridStyle] = []
  /// Empty or one, inherited; for the same reason.
  private var vectors: [VectorStyle] = []

  /// Every property at its initial value.
  public init() {}

  /// What CSS Grid says; the initial values where nothing is set.
  public var grid: GridStyle {
    get { grids.first ?? GridStyle() }
    set { grids = [newValue] }
  }

  /// How an inline `svg` is painted, inherited; the initial values where nothing is set.
  public var vector: VectorStyle {
    get { vectors.first ?? VectorStyle() }
    set { vectors = [newValue] }
  }

  /// Takes the inherited properties of `parent`.
  mutating func inherit(from parent: ComputedStyle) {
    text = parent.text
    vectors = parent.vectors
  }
}

// MARK: - Box

/// How a box takes part in the flow, how large it is and what is around it; not inherited.
public struct BoxStyle: Equatable, Sendable {
  /// CSS `display`: what kind of box the element makes and how its children are laid out.
  public enum Display: String, Sendable {
    /// `none` makes no box at all; the others are CSS's of these names.
    case none, block, inline, inlineBlock, flex, inlineFlex, grid, inlineGrid, listItem
    /// `-webkit-box` and `-webkit-inline-box`, the idiom of `-webkit-line-clamp`; otherwise like block.
    case webkitBox, webkitInlineBox
  }
  /// CSS `position`: whether the box is in flow, moved from there, or taken out of it.
  public enum Position: String, Sendable { case `static`, relative, absolute }
  /// CSS `overflow`: whether what sticks out of the padding box is seen.
  public enum Overflow: String, Sendable { case visible, hidden }
  /// CSS `box-sizing`: which box `width` and `height` are about.
  public enum BoxSizing: String, Sendable { case contentBox, borderBox }
  /// CSS `border-style`, as far as it can be drawn.
  public enum BorderLineStyle: String, Sendable { case none, solid, dashed, dotted, double }
  /// CSS `box-decoration-break`: whether each line has all edges, or only the ends have theirs.
  public enum DecorationBreak: String, Sendable { case slice, clone }

  /// What kind of box it is.
  public var display = Display.inline
  /// How the box is placed.
  public var position = Position.static
  /// Which box `width`, `height` and their limits are about.
  public var boxSizing = BoxSizing.contentBox
  /// The width asked for, of the box that `boxSizing` names.
  public var width = SizeValue.auto
  /// The height asked for, of the box that `boxSizing` names.
  public var height = SizeValue.auto
  /// `auto` means no limit but the automatic minimum (flex items) or 0.
  public var minWidth = SizeValue.auto
  /// `auto` means no limit but the automatic minimum (flex items) or 0.
  public var minHeight = SizeValue.auto
  /// `nil` is `none`.
  public var maxWidth: SizeValue?
  /// `nil` is `none`.
  public var maxHeight: SizeValue?
  /// nil is `auto`.
  public var margin = Edges<LengthPercentage?>(all: .zero)
  /// Per cent of the containing block's width, on all sides.
  public var padding = Edges<LengthPercentage>(all: .zero)
  /// px; 0 where the border style is `none`.
  public var borderWidth = Edges<Double>.zero
  /// How each border is drawn; `none` has no width.
  public var borderStyle = Edges<BorderLineStyle>(all: .none)
  /// `currentcolor` is resolved.
  public var borderColor = Edges<Color>(all: .black)
  /// Per cent of the border box's width and height.
  public var borderRadius = Corners<CornerRadius>(all: CornerRadius())
  /// nil is `auto`.
  public var inset = Edges<LengthPercentage?>(all: nil)
  /// nil is `auto`.
  public var zIndex: Int?
  /// Whether what sticks out is seen.
  public var overflow = Overflow.visible
  /// The ratio that one size follows the other by.
  public var aspectRatio = AspectRatio.auto
  /// How an inline box that goes on in the next line is padded and bordered.
  public var decorationBreak = DecorationBreak.slice

  public init() {}
}

/// A `width`, `height`, or a limit of one.
public enum SizeValue: Hashable, Sendable {
  /// As the kind of box has it, or no limit.
  case auto
  /// px, or per cent of the containing block's size.
  case length(LengthPercentage)
  /// As narrow as it can be without anything sticking out.
  case minContent
  /// As wide as it is without a soft line break.
  case maxContent
  /// `fit-content`: as the room allows, between `min-content` and `max-content`.
  case fitContent
}

/// The two radii of a rounded corner.
public struct CornerRadius: Hashable, Sendable {
  /// Along the upper or lower edge; per cent of the border box's width.
  public var horizontal = LengthPercentage.zero
  /// Along the left or right edge; per cent of the border box's height.
  public var vertical = LengthPercentage.zero

  public init() {}

  public init(horizontal: LengthPercentage, vertical: LengthPercentage) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}

/// CSS `aspect-ratio` (CSS Sizing 4 §5.1).
public enum AspectRatio: Hashable, Sendable {
  /// A replaced element's own, else none.
  case auto
  /// width / height, > 0.
  case ratio(Double)
  /// `auto <ratio>`: a replaced element's own ratio first.
  case autoOr(Double)
}

// MARK: - Flex

/// What an element says as a flex container and as a flex item; not inherited.
public struct FlexStyle: Equatable, Sendable {
  /// CSS `flex-direction`: the main axis and where it begins.
  public enum Direction: String, Sendable { case row, rowReverse, column, columnReverse }
  /// CSS `flex-wrap`: one line or several, and on which side the next one stands.
  public enum Wrap: String, Sendable { case nowrap, wrap, wrapReverse }
  /// CSS `justify-content` and `align-content`: where free room goes.
  public enum Justify: String, Sendable {
    case normal, flexStart, flexEnd, start, end, left, right, center, spaceBetween, spaceAround,
      spaceEvenly, stretch
  }
  /// CSS `align-items` and `align-self`: where an item stands across its line.
  public enum Align: String, Sendable {
    /// Only `align-self` has `auto`.
    case auto
    case normal, stretch, flexStart, flexEnd, start, end, selfStart, selfEnd, center, baseline,
      lastBaseline
  }
  /// CSS `flex-basis`: how long an item is before room is given or taken.
  public enum Basis: Hashable, Sendable {
    /// The item's own width or height, whichever is the main size.
    case auto
    /// As long as its content.
    case content
    /// The size given.
    case size(SizeValue)
  }

  /// The main axis.
  public var direction = Direction.row
  /// Whether there may be several lines.
  public var wrap = Wrap.nowrap
  /// Share of the free room that the item takes, ≥ 0.
  public var grow = 0.0
  /// Share of the lacking room that the item gives up, times its base size, ≥ 0.
  public var shrink = 1.0
  /// The length to begin with.
  public var basis = Basis.auto
  /// Items of a smaller number come first; equal ones in document order.
  public var order = 0
  /// Free room along the main axis; in a grid, between the columns.
  public var justifyContent = Justify.normal
  /// Where the items stand that do not say it themselves; for grids too.
  public var alignItems = Align.normal
  /// Where this item stands; `auto` asks the container.
  public var alignSelf = Align.auto
  /// Free room between lines; in a grid, between the rows.
  public var alignContent = Justify.normal
  /// nil is `normal`.
  public var rowGap: LengthPercentage?
  /// nil is `normal`.
  public var columnGap: LengthPercentage?

  public init() {}
}

// MARK: - Paint

/// What is painted in and behind a box; not inherited.
public struct PaintStyle: Equatable, Sendable {
  /// `-flint-scrim`: whether a shade is laid behind the texts in the element.
  public enum Scrim: String, Sendable { case none, auto }
  /// CSS `object-fit`: how a picture is scaled into its box.
  public enum ObjectFit: String, Sendable { case fill, contain, cover, none, scaleDown }

  /// Painted below all background images.
  public var backgroundColor = Color.transparent
  /// Top layer first. Empty when there is no image.
  public var backgrounds: [BackgroundLayer] = []
  /// `background-clip` of the color (that of the last layer).
  public var backgroundColorClip = BackgroundLayer.Area.borderBox
  /// `background-clip: text` of the color.
  public var backgroundColorClipsToText = false
  /// 0…1.
  public var opacity = 1.0
  /// Front to back.
  public var boxShadows: [BoxShadow] = []
  /// How the picture of an `img` is scaled.
  public var objectFit = ObjectFit.fill
  /// Where the picture of an `img` stands in its box.
  public var objectPosition = PositionValue.center
  /// `-flint-focus`; nil when not set.
  public var focus: Focus?
  /// `-flint-safe: none` sets it false.
  public var mustBeSafe = true
  /// Transforms, filters, masks, clips and blending.
  public var effects = EffectStyle()
  /// `-flint-scrim`.
  public var scrim = Scrim.none

  public init() {}
}

/// Which part of a picture a crop keeps.
public enum Focus: Hashable, Sendable {
  /// The part around this place of the picture.
  case point(PositionValue)
  /// Found in the picture.
  case automatic
}

/// One image of a background or mask, and where it repeats.
public struct BackgroundLayer: Equatable, Sendable {
  /// The box that a background is placed in or clipped to.
  public enum Area: String, Sendable { case borderBox, paddingBox, contentBox }
  /// CSS `background-repeat`, along one axis.
  public enum Repeat: String, Sendable { case `repeat`, noRepeat, space, round }
  /// A width or height of `background-size`.
  public enum Dimension: Hashable, Sendable {
    /// From the other one by the image's ratio, or the image's own.
    case auto
    /// px, or per cent of the area that `origin` names.
    case length(LengthPercentage)
  }
  /// CSS `background-size`.
  public enum Size: Hashable, Sendable {
    /// As small as covers the area, keeping the ratio.
    case cover
    /// As large as fits into the area, keeping the ratio.
    case contain
    /// As given on each axis.
    case explicit(width: Dimension, height: Dimension)
  }

  /// What is painted.
  public var image: ImageValue
  /// How large one tile is.
  public var size = Size.explicit(width: .auto, height: .auto)
  /// Where the first tile stands in the area.
  public var position = PositionValue(x: .percent(0), y: .percent(0))
  /// How tiles go on to the left and right.
  public var repeatX = Repeat.repeat
  /// How tiles go on above and below.
  public var repeatY = Repeat.repeat
  /// The area that size and position are about.
  public var origin = Area.paddingBox
  /// Nothing is painted outside of it.
  public var clip = Area.borderBox
  /// `background-clip: text`.
  public var clipsToText = false

  public init(image: ImageValue) { self.image = image }
}

/// An `<image>` of CSS.
public enum ImageValue: Equatable, Sendable {
  /// A path: what was written, resolved against the folder of the file that wrote it.
  case url(String)
  /// A gradient, as large as the tile it fills.
  case gradient(Gradient)
}

/// `object-position`, `background-position` and the like: where 100 % puts end to end.
public struct PositionValue: Hashable, Sendable {
  /// From the left; 100 % puts the right edges together.
  public var x: LengthPercentage
  /// From the top; 100 % puts the lower edges together.
  public var y: LengthPercentage

  public init(x: LengthPercentage, y: LengthPercentage) {
    self.x = x
    self.y = y
  }

  /// In the middle on both axes.
  public static let center = PositionValue(x: .percent(50), y: .percent(50))
}

/// CSS Images 3 §3, before its box is known.
public struct Gradient: Equatable, Sendable {
  /// The form of the bands of one color, and where they begin.
  public enum Kind: Equatable, Sendable {
    /// Straight bands across a line through the box's center.
    case linear(LinearDirection)
    /// Rings around a center; the extent says where the last stop is.
    case radial(isCircle: Bool, RadialExtent, center: PositionValue)
    /// `from` in degrees.
    case conic(from: Double, center: PositionValue)
  }

  /// Which way a linear gradient runs.
  public enum LinearDirection: Equatable, Sendable {
    /// Degrees, 0 up, clockwise.
    case angle(Double)
    /// Towards a side or corner: x and y are -1, 0 or 1 (right and down positive).
    case toward(x: Int, y: Int)
  }

  /// How far the last stop of a radial gradient is from its center.
  public enum RadialExtent: Equatable, Sendable {
    /// To a side or corner of the box.
    case closestSide, farthestSide, closestCorner, farthestCorner
    /// Both radii; per cent of the box's width and height.
    case explicit(LengthPercentage, LengthPercentage)
  }

  /// A color at a place on the gradient line.
  public struct Stop: Equatable, Sendable {
    /// The color there; `currentcolor` is resolved.
    public var color: Color
    /// nil when not given. For conic gradients per cent of the turn.
    public var position: LengthPercentage?

    public init(color: Color, position: LengthPercentage?) {
      self.color = color
      self.position = position
    }
  }

  /// Its form.
  public var kind: Kind
  /// Whether the stops begin again beyond the last and before the first.
  public var isRepeating: Bool
  /// Where colors mix; nil is sRGB.
  public var interpolation: ColorInterpolation?
  /// At least two. A hint without a color is expanded by the parser into stops.
  public var stops: [Stop]

  public init(
    kind: Kind, isRepeating: Bool = false, interpolation: ColorInterpolation? = nil, stops: [Stop]
  ) {
    self.kind = kind
    self.isRepeating = isRepeating
    self.interpolation = interpolation
    self.stops = stops
  }
}

/// A shadow around a box, or inside of it (CSS Backgrounds 3 §6).
public struct BoxShadow: Hashable, Sendable {
  /// px to the right.
  public var x: Double
  /// px down.
  public var y: Double
  /// CSS blur radius, px; the Gaussian's standard deviation is half of it.
  public var blur: Double
  /// How much larger than the box the shadow is on each side, px; negative: smaller.
  public var spread: Double
  /// The shadow's color; `currentcolor` is resolved.
  public var color: Color
  /// Whether it falls into the box instead of beside it.
  public var isInset: Bool

  public init(
    x: Double, y: Double, blur: Double = 0, spread: Double = 0, color: Color, isInset: Bool = false
  ) {
    self.x = x
    self.y = y
    self.blur = blur
    self.spread = spread
    self.color = color
    self.isInset = isInset
  }
}

// MARK: - Text

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
