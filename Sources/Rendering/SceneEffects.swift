public import Pixels

/// What is done to the picture of a group before it reaches the one below.
public struct SceneEffects: Equatable, Sendable {
  /// Applied in order to the group's own picture.
  public var filters: [SceneFilter]
  /// Applied in order to what is below the group, inside a path.
  public var backdrop: SceneBackdrop?
  /// How much of the group shows, bottom layer first; nil: all of it.
  public var mask: [SceneMaskLayer]?
  /// How the group's colors mix with those below it.
  public var blendMode: BlendMode
  /// Nothing inside blends with what is below the group.
  public var isIsolated: Bool

  public init(
    filters: [SceneFilter] = [], backdrop: SceneBackdrop? = nil, mask: [SceneMaskLayer]? = nil,
    blendMode: BlendMode = .normal, isIsolated: Bool = false
  ) {
    self.filters = filters
    self.backdrop = backdrop
    self.mask = mask
    self.blendMode = blendMode
    self.isIsolated = isIsolated
  }

  /// Whether the group must be drawn apart from what is below it.
  public var needsLayer: Bool { !filters.isEmpty || blendMode != .normal || isIsolated }
}

/// What is below a group, seen through it.
public struct SceneBackdrop: Equatable, Sendable {
  /// Applied in order.
  public var filters: [SceneFilter]
  /// Where the filtered ground shows; it stays as it is elsewhere.
  public var clip: Path

  public init(filters: [SceneFilter], clip: Path) {
    self.filters = filters
    self.clip = clip
  }
}

/// Shows as much as its items cover.
public struct SceneMaskLayer: Equatable, Sendable {
  /// What is painted to give the layer's alpha; colors do not matter.
  public var items: [SceneItem]
  /// With the layers below; the lowest has none.
  public var composite: MaskComposite

  public init(items: [SceneItem], composite: MaskComposite = .add) {
    self.items = items
    self.composite = composite
  }
}

/// One step of a filter chain.
public enum SceneFilter: Equatable, Sendable {
  /// Standard deviation of the Gaussian, px of the group.
  case blur(sigma: Double)
  /// Changes each color by itself.
  case color(ColorMatrix)
  /// Draws the picture's own blurred silhouette below it.
  case dropShadow(offset: Point, sigma: Double, color: Color)
}
