public import Pixels
import Typography

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
