import Pixels
import Styling

/// A border box's height as far as it is known before its content is laid out.
struct UsedHeight {
  /// nil: as high as the content, within `limits`.
  var definite: Double?
  var limits: Limits
  /// The content box's height that the children's percentages mean; nil when indefinite.
  var percentageBasis: Double?
  /// `definite` comes from `aspect-ratio` and is only a minimum (CSS Sizing 4 §5.1.2).
  var growsWithContent = false
}

extension LayoutEngine {
  /// The border box's width (CSS 2.1 §10.3, CSS Sizing 3).
  func usedWidth(of box: Box, edges: BoxEdges, in space: ConstraintSpace) -> Double {
    if let fixed = space.fixedWidth { return max(fixed, edges.inner.horizontal) }
    let style = box.style.box
    var limits = widthLimits(
      of: box, edges: edges, percentageWidth: space.percentageWidth,
      availableWidth: space.availableWidth)
    if let width = borderBoxWidth(
      style.width, of: box, edges: edges, percentageWidth: space.percentageWidth,
      availableWidth: space.availableWidth)
    {
      return limits.clamp(width)
    }
    if style.aspectRatio.number != nil {
      if let height = definiteHeight(of: box, edges: edges, in: space),
        let width = widthFromRatio(of: box, height: height, edges: edges)
      {
        return ratioLimits(limits, of: box, edges: edges).clamp(width)
      }
      limits = transferredLimits(limits, of: box, edges: edges, in: space)
    }
    return limits.clamp(autoWidth(of: box, edges: edges, in: space))
  }

  private func autoWidth(of box: Box, edges: BoxEdges, in space: ConstraintSpace) -> Double {
    let margin = edges.marginOrZero.horizontal
    if !space.shrinksToFit, case .definite(let room) = space.availableWidth {
      return max(room - margin, edges.inner.horizontal)
    }
    let height = definiteHeight(of: box, edges: edges, in: space)
    let widths = contentWidths(of: box, height: height.map { max(0, $0 - edges.inner.vertical) })
    return fitContentWidth(
      widths + edges.inner.horizontal, in: space.availableWidth, margin: margin)
  }

  /// The border box's height as far as style and parent decide it.
  func usedHeight(
    of box: Box, width: Double, edges: BoxEdges, in space: ConstraintSpace
  ) -> UsedHeight {
    let inner = edges.inner.vertical
    let limits = heightLimits(of: box, edges: edges, in: space)
    if let fixed = space.fixedHeight {
      let height = max(fixed, inner)
      return UsedHeight(
        definite: height, limits: limits,
        percentageBasis: space.fixedHeightIsDefinite ? height - inner : nil)
    }
    if let height = definiteHeight(of: box, edges: edges, in: space) {
      return UsedHeight(definite: height, limits: limits, percentageBasis: height - inner)
    }
    if let height = heightFromRatio(of: box, width: width, edges: edges) {
      let grows = box.style.box.minHeight == .auto && box.style.box.overflow == .visible
      let used = limits.clamp(height)
      return UsedHeight(
        definite: used, limits: limits, percentageBasis: used - inner, growsWithContent: grows)
    }
    // CSS 2.1 §10.5 looks through anonymous blocks for the height that percentages mean.
    let isAnonymous = box.element == nil
    return UsedHeight(
      definite: nil, limits: limits, percentageBasis: isAnonymous ? space.percentageHeight : nil)
  }

  /// The border box's height when parent or style give one, within its limits.
  func definiteHeight(of box: Box, edges: BoxEdges, in space: ConstraintSpace) -> Double? {
    if let fixed = space.fixedHeight { return max(fixed, edges.inner.vertical) }
    if space.ignoresHeight { return nil }
    let height = borderBoxHeight(
      box.style.box.height, of: box, edges: edges, percentageHeight: space.percentageHeight)
    return height.map { heightLimits(of: box, edges: edges, in: space).clamp($0) }
  }

  /// The limits of the border box's height in a given room.
  func heightLimits(of box: Box, edges: BoxEdges, in space: ConstraintSpace) -> Limits {
    if space.ignoresHeight { return Limits(min: edges.inner.vertical, max: nil) }
    return heightLimits(of: box, edges: edges, percentageHeight: space.percentageHeight)
  }
}

// MARK: - aspect-ratio

extension AspectRatio {
  /// Width / height as the style gives it; a replaced element may have its own.
  var number: Double? {
    switch self {
    case .auto: nil
    case .ratio(let ratio), .autoOr(let ratio): ratio > 0 && ratio.isFinite ? ratio : nil
    }
  }

  /// A plain ratio is that of the `box-sizing` box; with `auto` always of the content box.
  fileprivate var ofContentBoxAlways: Bool { if case .autoOr = self { true } else { false } }
}

extension LayoutEngine {
  private func ratioIsOfBorderBox(_ style: BoxStyle) -> Bool {
    style.boxSizing == .borderBox && !style.aspectRatio.ofContentBoxAlways
  }

  /// The border box's width that `aspect-ratio` makes of a border box's height; nil without one.
  func widthFromRatio(of box: Box, height: Double, edges: BoxEdges) -> Double? {
    guard let ratio = box.style.box.aspectRatio.number else { return nil }
    if ratioIsOfBorderBox(box.style.box) { return max(height * ratio, edges.inner.horizontal) }
    return max(0, height - edges.inner.vertical) * ratio + edges.inner.horizontal
  }

  /// The border box's height that `aspect-ratio` makes of a border box's width; nil without one.
  func heightFromRatio(of box: Box, width: Double, edges: BoxEdges) -> Double? {
    guard let ratio = box.style.box.aspectRatio.number else { return nil }
    if ratioIsOfBorderBox(box.style.box) { return max(width / ratio, edges.inner.vertical) }
    return max(0, width - edges.inner.horizontal) / ratio + edges.inner.vertical
  }

  /// Width limits plus those that the height's limits mean through the ratio.
  private func transferredLimits(
    _ limits: Limits, of box: Box, edges: BoxEdges, in space: ConstraintSpace
  ) -> Limits {
    let vertical = heightLimits(of: box, edges: edges, in: space)
    var result = limits
    if let most = vertical.max.flatMap({ widthFromRatio(of: box, height: $0, edges: edges) }) {
      result.max = min(limits.max ?? most, max(most, limits.min))
    }
    if vertical.min > edges.inner.vertical,
      let least = widthFromRatio(of: box, height: vertical.min, edges: edges)
    {
      result.min = max(limits.min, min(least, limits.max ?? least))
    }
    return result
  }

  /// A width made from the ratio is at least as wide as the content (CSS Sizing 4 §5.1.2).
  private func ratioLimits(_ limits: Limits, of box: Box, edges: BoxEdges) -> Limits {
    let style = box.style.box
    guard style.minWidth == .auto, style.overflow == .visible, !box.isImage else { return limits }
    var result = limits
    let content = contentWidths(of: box).min + edges.inner.horizontal
    result.min = max(limits.min, min(content, limits.max ?? content))
    return result
  }
}
