public import Pixels
public import Typography

/// Every property of one element after cascade, inheritance and defaulting, lengths in px
/// (CSS Cascade 4 §4.4). Names are CSS's own.
public struct ComputedStyle: Equatable, Sendable {
  public var box = BoxStyle()
  public var flex = FlexStyle()
  public var paint = PaintStyle()
  /// Inherited as a whole.
  public var text = InheritedTextStyle()
  /// The text properties that are not inherited.
  public var line = LineStyle()
  /// Empty or one: few elements have to do with grids, and styles are copied often.
  private var grids: [GridStyle] = []
  /// Empty or one, inherited; for the same reason.
  private var vectors: [VectorStyle] = []

  public init() {}

  public var grid: GridStyle {
    get { grids.first ?? GridStyle() }
    set { grids = [newValue] }
  }

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

public struct BoxStyle: Equatable, Sendable {
  public enum Display: String, Sendable {
    case none, block, inline, inlineBlock, flex, inlineFlex, grid, inlineGrid, listItem
    /// `-webkit-box` and `-webkit-inline-box`, the idiom of `-webkit-line-clamp`; otherwise like block.
    case webkitBox, webkitInlineBox
  }
  public enum Position: String, Sendable { case `static`, relative, absolute }
  public enum Overflow: String, Sendable { case visible, hidden }
  public enum BoxSizing: String, Sendable { case contentBox, borderBox }
  public enum BorderLineStyle: String, Sendable { case none, solid, dashed, dotted, double }
  public enum DecorationBreak: String, Sendable { case slice, clone }

  public var display = Display.inline
  public var position = Position.static
  public var boxSizing = BoxSizing.contentBox
  public var width = SizeValue.auto
  public var height = SizeValue.auto
  /// `auto` means no limit but the automatic minimum (flex items) or 0.
  public var minWidth = SizeValue.auto
  public var minHeight = SizeValue.auto
  /// `nil` is `none`.
  public var maxWidth: SizeValue?
  public var maxHeight: SizeValue?
  /// nil is `auto`.
  public var margin = Edges<LengthPercentage?>(all: .zero)
  public var padding = Edges<LengthPercentage>(all: .zero)
  /// px; 0 where the border style is `none`.
  public var borderWidth = Edges<Double>.zero
  public var borderStyle = Edges<BorderLineStyle>(all: .none)
  public var borderColor = Edges<Color>(all: .black)
  public var borderRadius = Corners<CornerRadius>(all: CornerRadius())
  /// nil is `auto`.
  public var inset = Edges<LengthPercentage?>(all: nil)
  /// nil is `auto`.
  public var zIndex: Int?
  public var overflow = Overflow.visible
  public var aspectRatio = AspectRatio.auto
  /// How an inline box that goes on in the next line is padded and bordered.
  public var decorationBreak = DecorationBreak.slice

  public init() {}
}

/// A `width`, `height`, or a limit of one.
public enum SizeValue: Hashable, Sendable {
  case auto
  case length(LengthPercentage)
  case minContent
  case maxContent
  case fitContent
}

public struct CornerRadius: Hashable, Sendable {
  public var horizontal = LengthPercentage.zero
  public var vertical = LengthPercentage.zero

  public init() {}

  public init(horizontal: LengthPercentage, vertical: LengthPercentage) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}

public enum AspectRatio: Hashable, Sendable {
  case auto
  /// width / height, > 0.
  case ratio(Double)
  /// `auto <ratio>`: a replaced element's own ratio first.
  case autoOr(Double)
}

// MARK: - Flex

public struct FlexStyle: Equatable, Sendable {
  public enum Direction: String, Sendable { case row, rowReverse, column, columnReverse }
  public enum Wrap: String, Sendable { case nowrap, wrap, wrapReverse }
  public enum Justify: String, Sendable {
    case normal, flexStart, flexEnd, start, end, left, right, center, spaceBetween, spaceAround,
      spaceEvenly, stretch
  }
  public enum Align: String, Sendable {
    /// Only `align-self` has `auto`.
    case auto
    case normal, stretch, flexStart, flexEnd, start, end, selfStart, selfEnd, center, baseline,
      lastBaseline
  }
  public enum Basis: Hashable, Sendable {
    case auto
    case content
    case size(SizeValue)
  }

  public var direction = Direction.row
  public var wrap = Wrap.nowrap
  public var grow = 0.0
  public var shrink = 1.0
  public var basis = Basis.auto
  public var order = 0
  public var justifyContent = Justify.normal
  public var alignItems = Align.normal
  public var alignSelf = Align.auto
  public var alignContent = Justify.normal
  /// nil is `normal`.
  public var rowGap: LengthPercentage?
  public var columnGap: LengthPercentage?

  public init() {}
}

// MARK: - Paint

public struct PaintStyle: Equatable, Sendable {
  public enum Scrim: String, Sendable { case none, auto }
  public enum ObjectFit: String, Sendable { case fill, contain, cover, none, scaleDown }

  public var backgroundColor = Color.transparent
  /// Top layer first. Empty when there is no image.
  public var backgrounds: [BackgroundLayer] = []
  /// `background-clip` of the color (that of the last layer).
  public var backgroundColorClip = BackgroundLayer.Area.borderBox
  /// `background-clip: text` of the color.
  public var backgroundColorClipsToText = false
  public var opacity = 1.0
  /// Front to back.
  public var boxShadows: [BoxShadow] = []
  public var objectFit = ObjectFit.fill
  public var objectPosition = PositionValue.center
  /// `-flint-focus`; nil when not set.
  public var focus: Focus?
  /// `-flint-safe: none` sets it false.
  public var mustBeSafe = true
  public var effects = EffectStyle()
  /// `-flint-scrim`.
  public var scrim = Scrim.none

  public init() {}
}

/// Which part of a picture a crop keeps.
public enum Focus: Hashable, Sendable {
  case point(PositionValue)
  /// Found in the picture.
  case automatic
}

public struct BackgroundLayer: Equatable, Sendable {
  public enum Area: String, Sendable { case borderBox, paddingBox, contentBox }
  public enum Repeat: String, Sendable { case `repeat`, noRepeat, space, round }
  public enum Dimension: Hashable, Sendable {
    case auto
    case length(LengthPercentage)
  }
  public enum Size: Hashable, Sendable {
    case cover
    case contain
    case explicit(width: Dimension, height: Dimension)
  }

  public var image: ImageValue
  public var size = Size.explicit(width: .auto, height: .auto)
  public var position = PositionValue(x: .percent(0), y: .percent(0))
  public var repeatX = Repeat.repeat
  public var repeatY = Repeat.repeat
  public var origin = Area.paddingBox
  public var clip = Area.borderBox
  /// `background-clip: text`.
  public var clipsToText = false

  public init(image: ImageValue) { self.image = image }
}

public enum ImageValue: Equatable, Sendable {
  /// A path: what was written, resolved against the folder of the file that wrote it.
  case url(String)
  case gradient(Gradient)
}

/// `object-position`, `background-position` and the like: where 100 % puts end to end.
public struct PositionValue: Hashable, Sendable {
  public var x: LengthPercentage
  public var y: LengthPercentage

  public init(x: LengthPercentage, y: LengthPercentage) {
    self.x = x
    self.y = y
  }

  public static let center = PositionValue(x: .percent(50), y: .percent(50))
}

/// CSS Images 3 §3, before its box is known.
public struct Gradient: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case linear(LinearDirection)
    case radial(isCircle: Bool, RadialExtent, center: PositionValue)
    /// `from` in degrees.
    case conic(from: Double, center: PositionValue)
  }

  public enum LinearDirection: Equatable, Sendable {
    /// Degrees, 0 up, clockwise.
    case angle(Double)
    /// Towards a side or corner: x and y are -1, 0 or 1 (right and down positive).
    case toward(x: Int, y: Int)
  }

  public enum RadialExtent: Equatable, Sendable {
    case closestSide, farthestSide, closestCorner, farthestCorner
    case explicit(LengthPercentage, LengthPercentage)
  }

  public struct Stop: Equatable, Sendable {
    public var color: Color
    /// nil when not given. For conic gradients per cent of the turn.
    public var position: LengthPercentage?

    public init(color: Color, position: LengthPercentage?) {
      self.color = color
      self.position = position
    }
  }

  public var kind: Kind
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

public struct BoxShadow: Hashable, Sendable {
  public var x: Double
  public var y: Double
  /// CSS blur radius, px; the Gaussian's standard deviation is half of it.
  public var blur: Double
  public var spread: Double
  public var color: Color
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

public struct InheritedTextStyle: Equatable, Sendable {
  public enum Align: String, Sendable { case start, end, left, right, center, justify }
  public enum Transform: String, Sendable { case none, uppercase, lowercase, capitalize }
  public enum WhiteSpace: String, Sendable {
    case normal, nowrap, pre, preWrap, preLine, breakSpaces
  }
  public enum Wrap: String, Sendable { case wrap, balance, pretty }
  public enum Visibility: String, Sendable { case visible, hidden }
  public enum Direction: String, Sendable { case ltr, rtl }

  public var font = FontDescription(families: ["serif"])
  public var color = Color.black
  public var lineHeight = LineHeight.normal
  public var letterSpacing = 0.0
  public var wordSpacing = 0.0
  public var align = Align.start
  public var indent = LengthPercentage.zero
  public var transform = Transform.none
  public var whiteSpace = WhiteSpace.normal
  public var wrap = Wrap.wrap
  public var overflowWrap = TextStyle.OverflowWrap.normal
  public var wordBreak = TextStyle.WordBreak.normal
  public var lineBreak = TextStyle.LineBreak.auto
  public var breaksAtSoftHyphens = true
  public var direction = Direction.ltr
  public var visibility = Visibility.visible
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
  public var tabSize = 8.0
  /// From the nearest `lang` attribute; empty when there is none.
  public var language = ""

  public init() {}
}

public enum LineHeight: Hashable, Sendable {
  case normal
  /// Times the element's own font size.
  case number(Double)
  case px(Double)
}

public struct TextShadow: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var blur: Double
  public var color: Color

  public init(x: Double, y: Double, blur: Double = 0, color: Color) {
    self.x = x
    self.y = y
    self.blur = blur
    self.color = color
  }
}

public struct LineStyle: Equatable, Sendable {
  public enum VerticalAlign: Hashable, Sendable {
    case baseline, sub, `super`, top, bottom, middle, textTop, textBottom
    /// Raised above the baseline; per cent of the line height.
    case length(LengthPercentage)
  }
  public enum TextOverflow: String, Sendable { case clip, ellipsis }

  public var verticalAlign = VerticalAlign.baseline
  public var decoration = TextDecoration()
  public var textOverflow = TextOverflow.clip
  /// `-webkit-line-clamp`; nil is `none`.
  public var lineClamp: Int?
  /// `-flint-min-font-size` in px; nil when not set.
  public var minFontSize: Double?
  /// `-flint-fit-group`; nil when not set.
  public var fitGroup: String?
  public var isolatesBidi = false

  public init() {}
}

public struct TextDecoration: Hashable, Sendable {
  public enum Style: String, Sendable { case solid, double, dotted, dashed, wavy }

  public var underline = false
  public var overline = false
  public var lineThrough = false
  /// nil is `currentcolor`.
  public var color: Color?
  public var style = Style.solid
  /// nil is `auto`/`from-font`; per cent of 1em.
  public var thickness: LengthPercentage?
  public var underlineOffset: LengthPercentage?

  public init() {}
}
