import Pixels
import Styling

extension LayoutEngine {
  /// Sizes and places an absolutely positioned box (CSS Position 3 §4, CSS 2.1 §10.3.7, §10.6.4).
  ///
  /// - Parameters:
  ///   - containingBlock: in the coordinates of `pending.area`.
  ///   - isRightToLeft: direction of the containing block, decides which inset gives way.
  func layOutAbsolute(
    _ pending: OutOfFlowBox, containingBlock: Rect, isRightToLeft: Bool
  ) -> PlacedFragment {
    let box = pending.box
    let style = box.style.box
    let edges = edges(of: box, percentageWidth: containingBlock.width)
    let horizontal = AbsoluteAxis(
      start: style.inset.left.map { finite($0.resolved(against: containingBlock.width)) },
      end: style.inset.right.map { finite($0.resolved(against: containingBlock.width)) },
      marginStart: edges.margin.left, marginEnd: edges.margin.right,
      containerStart: containingBlock.minX, containerSize: containingBlock.width,
      areaStart: pending.area.minX, areaSize: pending.area.width, alignment: pending.horizontal,
      isReversed: isRightToLeft, isVertical: false)
    let vertical = AbsoluteAxis(
      start: style.inset.top.map { finite($0.resolved(against: containingBlock.height)) },
      end: style.inset.bottom.map { finite($0.resolved(against: containingBlock.height)) },
      marginStart: edges.margin.top, marginEnd: edges.margin.bottom,
      containerStart: containingBlock.minY, containerSize: containingBlock.height,
      areaStart: pending.area.minY, areaSize: pending.area.height, alignment: pending.vertical,
      isReversed: false, isVertical: true)

    var space = ConstraintSpace(
      availableWidth: .definite(horizontal.availableSize), percentageWidth: containingBlock.width,
      percentageHeight: containingBlock.height, shrinksToFit: true)
    if !box.isImage {
      let ratio = style.aspectRatio.number
      let heightLimits = heightLimits(
        of: box, edges: edges, percentageHeight: containingBlock.height)
      let stretchesWidth = style.width == .auto && horizontal.hasBothInsets
      let stretchesHeight =
        style.height == .auto && vertical.hasBothInsets && (ratio == nil || !stretchesWidth)
        && (ratio == nil || style.width == .auto)
      if stretchesHeight {
        space.fixedHeight = heightLimits.clamp(
          max(vertical.stretchedSize, edges.inner.vertical))
      }
      if stretchesWidth {
        space.fixedWidth = widthLimits(
          of: box, edges: edges, percentageWidth: containingBlock.width,
          availableWidth: space.availableWidth
        ).clamp(max(horizontal.stretchedSize, edges.inner.horizontal))
      }
    }
    let fragment = layOut(box, in: space)
    return PlacedFragment(
      fragment: fragment,
      origin: Point(
        x: horizontal.position(of: fragment.size.width),
        y: vertical.position(of: fragment.size.height)))
  }
}

/// One axis of an absolutely positioned box, px.
private struct AbsoluteAxis {
  /// Insets from the containing block's edges; nil is `auto`.
  var start: Double?
  var end: Double?
  /// nil is `auto`.
  var marginStart: Double?
  var marginEnd: Double?
  var containerStart: Double
  var containerSize: Double
  /// The static-position rectangle.
  var areaStart: Double
  var areaSize: Double
  var alignment: OutOfFlowBox.Alignment
  /// The start inset gives way instead of the end inset.
  var isReversed: Bool
  var isVertical: Bool

  private var containerEnd: Double { containerStart + containerSize }
  private var areaEnd: Double { areaStart + areaSize }
  private var areaCenter: Double { areaStart + areaSize / 2 }
  private var margins: Double { (marginStart ?? 0) + (marginEnd ?? 0) }
  var hasBothInsets: Bool { start != nil && end != nil }

  /// For the margin box, what shrink-to-fit fills at most.
  var availableSize: Double {
    if start == nil, end == nil {
      return switch alignment {
      case .start: max(0, containerEnd - areaStart)
      case .end: max(0, areaEnd - containerStart)
      case .center: max(0, 2 * min(areaCenter - containerStart, containerEnd - areaCenter))
      }
    }
    return max(0, containerSize - (start ?? 0) - (end ?? 0))
  }

  /// The size of a border box that fills the room between both insets.
  var stretchedSize: Double { max(0, containerSize - (start ?? 0) - (end ?? 0) - margins) }

  func position(of size: Double) -> Double {
    switch (start, end) {
    case (let start?, let end?):
      let free = containerSize - start - end - size - margins
      switch (marginStart, marginEnd) {
      case (nil, nil):
        if free >= 0 || isVertical { return containerStart + start + free / 2 }
        return isReversed ? containerEnd - end - size : containerStart + start
      case (nil, let marginEnd?): return containerEnd - end - marginEnd - size
      case (let marginStart?, nil): return containerStart + start + marginStart
      case (let marginStart?, let marginEnd?):
        return isReversed
          ? containerEnd - end - marginEnd - size : containerStart + start + marginStart
      }
    case (let start?, nil): return containerStart + start + (marginStart ?? 0)
    case (nil, let end?): return containerEnd - end - (marginEnd ?? 0) - size
    case (nil, nil):
      return switch alignment {
      case .start: areaStart + (marginStart ?? 0)
      case .end: areaEnd - (marginEnd ?? 0) - size
      case .center:
        areaCenter - (size + margins) / 2 + (marginStart ?? 0)
      }
    }
  }
}
