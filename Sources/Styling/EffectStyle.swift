public import Pixels

/// What acts on a box and everything in it after it was painted: transforms, filters, masks, clips
/// and blending.
public struct EffectStyle: Equatable, Sendable {
  /// The individual properties, which come before `transform`; nil is `none`.
  public var translate: PositionValue?
  /// Degrees clockwise.
  public var rotate: Double?
  public var scale: Size?
  public var transform: [TransformFunction] = []
  public var transformOrigin = PositionValue.center
  public var filters: [FilterFunction] = []
  public var backdropFilters: [FilterFunction] = []
  public var blendMode = BlendMode.normal
  /// `isolation: isolate`.
  public var isIsolated = false
  public var clipPath: ClipPath?
  /// Top layer first. `none` among others is a layer that shows nothing; empty: no mask.
  public var masks: [MaskLayer] = []

  public init() {}
}

public enum TransformFunction: Hashable, Sendable {
  case translate(LengthPercentage, LengthPercentage)
  case matrix(AffineTransform)
}

/// Filter Effects 1 §5. Amounts are 1 for 100 %.
public enum FilterFunction: Hashable, Sendable {
  /// Standard deviation of the Gaussian, px.
  case blur(Double)
  case brightness(Double)
  case contrast(Double)
  case saturate(Double)
  case grayscale(Double)
  case sepia(Double)
  /// Degrees.
  case hueRotate(Double)
  case invert(Double)
  case opacity(Double)
  /// Offset and standard deviation, px.
  case dropShadow(x: Double, y: Double, sigma: Double, Color)
}

/// CSS Masking 1 §5.1: a basic shape in a reference box, or the box itself.
public struct ClipPath: Equatable, Sendable {
  public enum Shape: Equatable, Sendable {
    /// The reference box with its rounded corners.
    case box
    case inset(Edges<LengthPercentage>, radius: Corners<CornerRadius>)
    case circle(Radius, center: PositionValue)
    case ellipse(Radius, Radius, center: PositionValue)
    case polygon([PositionValue], Path.FillRule)
  }

  public enum Radius: Equatable, Sendable {
    case closestSide, farthestSide
    case length(LengthPercentage)
  }

  public var shape: Shape
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
  public var hasTransform: Bool {
    !transform.isEmpty || translate != nil || rotate != nil || scale != nil
  }

  /// Whether the box is the containing block of the absolute boxes in it (CSS Transforms 1 §3,
  /// Filter Effects 1 §5).
  public var containsAbsolutes: Bool { hasTransform || hasFilter }

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
