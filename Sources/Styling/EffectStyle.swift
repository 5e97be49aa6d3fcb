public import Pixels

/// What acts on a box and everything in it after it was painted: transforms, filters, masks, clips
/// and blending.
public struct EffectStyle: Equatable, Sendable {
  /// The individual property `translate`, which comes before the other two and `transform`; nil is
  /// `none`.
  public var translate: PositionValue?
  /// The individual property `rotate`, degrees clockwise; nil is `none`.
  public var rotate: Double?
  /// The individual property `scale`, as factors; nil is `none`.
  public var scale: Size?
  /// The functions of `transform`, the last of them applied first.
  public var transform: [TransformFunction] = []
  /// The point that stays where it is; per cent of the border box.
  public var transformOrigin = PositionValue.center
  /// `filter`, applied in order to the box and all that is in it.
  public var filters: [FilterFunction] = []
  /// `backdrop-filter`, applied in order to what is seen through the box.
  public var backdropFilters: [FilterFunction] = []
  /// How the box mixes with what is below it.
  public var blendMode = BlendMode.normal
  /// `isolation: isolate`.
  public var isIsolated = false
  /// Nothing shows outside of it; nil is `none`.
  public var clipPath: ClipPath?
  /// Top layer first. `none` among others is a layer that shows nothing; empty: no mask.
  public var masks: [MaskLayer] = []

  public init() {}
}

/// A function of `transform`.
public enum TransformFunction: Hashable, Sendable {
  /// To the right and down; per cent of the border box.
  case translate(LengthPercentage, LengthPercentage)
  /// Every other function, as its matrix.
  case matrix(AffineTransform)
}

/// Filter Effects 1 §5. Amounts are 1 for 100 %.
public enum FilterFunction: Hashable, Sendable {
  /// Standard deviation of the Gaussian, px.
  case blur(Double)
  /// Multiplies the colors; more than 1 brightens.
  case brightness(Double)
  /// Multiplies the distance from a middle gray.
  case contrast(Double)
  /// 0 is gray; more than 1 is more colorful.
  case saturate(Double)
  /// 1 is gray.
  case grayscale(Double)
  /// 1 is brown.
  case sepia(Double)
  /// Degrees.
  case hueRotate(Double)
  /// 1 swaps dark and light.
  case invert(Double)
  /// 0 leaves nothing.
  case opacity(Double)
  /// Offset and standard deviation, px.
  case dropShadow(x: Double, y: Double, sigma: Double, Color)
}

/// CSS Masking 1 §5.1: a basic shape in a reference box, or the box itself.
public struct ClipPath: Equatable, Sendable {
  /// The form of what shows.
  public enum Shape: Equatable, Sendable {
    /// The reference box with its rounded corners.
    case box
    /// A rectangle, each side moved inwards from that of the reference box.
    case inset(Edges<LengthPercentage>, radius: Corners<CornerRadius>)
    /// Per cent of the reference box.
    case circle(Radius, center: PositionValue)
    /// The horizontal radius, then the vertical one; per cent of the reference box.
    case ellipse(Radius, Radius, center: PositionValue)
    /// Its corners in order, in the reference box.
    case polygon([PositionValue], Path.FillRule)
  }

  /// A radius of a circle or ellipse.
  public enum Radius: Equatable, Sendable {
    /// From the center to the nearest or farthest side of the reference box.
    case closestSide, farthestSide
    /// px, or per cent of the reference box.
    case length(LengthPercentage)
  }

  /// What shows.
  public var shape: Shape
  /// The reference box.
  public var box: BackgroundLayer.Area

  public init(shape: Shape, box: BackgroundLayer.Area = .borderBox) {
    self.shape = shape
    self.box = box
  }
}

/// One layer of `mask`; its alpha says how much shows.
public struct MaskLayer: Equatable, Sendable {
  /// nil is `none`.
  public var layer: BackgroundLayer?
  /// With the layers below.
  public var composite: MaskComposite

  public init(layer: BackgroundLayer?, composite: MaskComposite = .add) {
    self.layer = layer
    self.composite = composite
  }
}

extension EffectStyle {
  /// Whether any of the four transform properties is set.
  public var hasTransform: Bool {
    !transform.isEmpty || translate != nil || rotate != nil || scale != nil
  }

  /// Whether the box is the containing block of the absolute boxes in it (CSS Transforms 1 §3,
  /// Filter Effects 1 §5).
  public var containsAbsolutes: Bool { hasTransform || hasFilter }

  /// Whether the box or what is behind it is filtered.
  public var hasFilter: Bool { !filters.isEmpty || !backdropFilters.isEmpty }

  /// Whether anything but `transform` makes a group of the box.
  public var hasGroupEffect: Bool {
    hasFilter || blendMode != .normal || isIsolated || clipPath != nil || !masks.isEmpty
  }

  /// A property that is set and needs a box to act on; nil when there is none.
  package var groupProperty: String? {
    if !filters.isEmpty { return "filter" }
    if !backdropFilters.isEmpty { return "backdrop-filter" }
    if blendMode != .normal { return "mix-blend-mode" }
    if clipPath != nil { return "clip-path" }
    return masks.isEmpty ? nil : "mask"
  }

  /// From the box's own coordinates to those it would have without its transform.
  ///
  /// - Parameter box: the border box, in the coordinates of both.
  /// - Returns: the identity when nothing is set; perhaps singular, or not finite.
  public func transform(of box: Rect) -> AffineTransform {
    guard hasTransform else { return .identity }
    let origin = Point(
      x: box.x + transformOrigin.x.resolved(against: box.width),
      y: box.y + transformOrigin.y.resolved(against: box.height))
    func shift(_ x: LengthPercentage, _ y: LengthPercentage) -> AffineTransform {
      AffineTransform(
        translation: Point(
          x: x.resolved(against: box.width), y: y.resolved(against: box.height)))
    }
    var result = AffineTransform(translation: origin)
    if let translate { result = result.concatenating(shift(translate.x, translate.y)) }
    if let rotate { result = result.concatenating(AffineTransform(rotation: rotate)) }
    if let scale {
      result = result.concatenating(AffineTransform(scaleX: scale.width, y: scale.height))
    }
    for function in transform {
      switch function {
      case .translate(let x, let y): result = result.concatenating(shift(x, y))
      case .matrix(let matrix): result = result.concatenating(matrix)
      }
    }
    return result.concatenating(AffineTransform(translation: Point() - origin))
  }
}
