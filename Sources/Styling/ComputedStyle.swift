public import Pixels
import Typography

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
