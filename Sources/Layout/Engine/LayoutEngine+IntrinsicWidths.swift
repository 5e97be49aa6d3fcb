import Pixels
import Styling

extension LayoutEngine {
  /// The border box's min-content and max-content contribution to its parent, margins excluded
  /// (CSS Sizing 3 §5.2): `width`, `min-width` and `max-width` count where they are definite;
  /// percentages count as `auto`, in padding as 0.
  ///
  /// The caller adds `edges(of: box, percentageWidth: nil).marginOrZero.horizontal`.
  /// - Parameters:
  ///   - percentageHeight: the containing block's height where it is definite.
  ///   - stretchedHeight: of the border box, where a flex container has already decided it.
  func intrinsicWidths(
    of box: Box, percentageHeight: Double? = nil, stretchedHeight: Double? = nil
  ) -> IntrinsicWidths {
    let space = ConstraintSpace(
      availableWidth: .maxContent, percentageHeight: percentageHeight,
      fixedHeight: stretchedHeight)
    let style = box.style.box
    let edges = edges(of: box, percentageWidth: nil)
    let inner = edges.inner.horizontal
    var widths: IntrinsicWidths
    if let width = borderBoxWidth(
      style.width == .fitContent ? .auto : style.width, of: box, edges: edges,
      percentageWidth: nil, availableWidth: .maxContent)
    {
      widths = IntrinsicWidths(min: width, max: width)
    } else if let width = widthTransferredFromHeight(of: box, edges: edges, in: space) {
      widths = IntrinsicWidths(min: width, max: width)
    } else {
      let height = definiteHeight(of: box, edges: edges, in: space)
      widths =
        contentWidths(of: box, height: height.map { max(0, $0 - edges.inner.vertical) }) + inner
      // CSS Sizing 3 §5.2.2: a replaced box with a percentage can be squeezed to nothing.
      let isCompressible =
        style.width.length?.hasPercentage == true || style.maxWidth?.length?.hasPercentage == true
      if box.isImage, isCompressible { widths.min = inner }
    }
    let lower = widthLimits(
      of: box, edges: edges, percentageWidth: nil, availableWidth: .minContent)
    let upper = widthLimits(
      of: box, edges: edges, percentageWidth: nil, availableWidth: .maxContent)
    return IntrinsicWidths(min: lower.clamp(widths.min), max: upper.clamp(widths.max))
  }

  private func widthTransferredFromHeight(
    of box: Box, edges: BoxEdges, in space: ConstraintSpace
  ) -> Double? {
    guard !box.isImage, box.style.box.aspectRatio.number != nil else { return nil }
    guard let height = definiteHeight(of: box, edges: edges, in: space) else { return nil }
    return widthFromRatio(of: box, height: height, edges: edges)
  }

  /// The content box's min-content and max-content width, as if `width` and its limits were
  /// not set (CSS Sizing 3 §5.1).
  ///
  /// - Parameter height: of the content box where it is definite: what the children's percentages
  ///   mean, and what an image's ratio makes a width of.
  func contentWidths(of box: Box, height: Double? = nil) -> IntrinsicWidths {
    let matters = height != nil && (box.isImage || box.childrenDependOnHeight)
    let height = matters ? height : nil
    let results = results(of: box)
    if let known = results.contentWidths[height] { return known }
    var widths: IntrinsicWidths
    switch box.content {
    case .image(let image): widths = imageWidths(of: box, image, height: height)
    case .flex: widths = flexContentWidths(of: box, height: height)
    case .grid: widths = gridContentWidths(of: box, height: height)
    case .inlines: widths = inlineContentWidths(of: box, height: height)
    case .blocks(let children):
      widths = .zero
      for child in children where !child.isOutOfFlow {
        let margin = edges(of: child, percentageWidth: nil).marginOrZero.horizontal
        let contribution = intrinsicWidths(of: child, percentageHeight: height) + margin
        widths.min = max(widths.min, contribution.min)
        widths.max = max(widths.max, contribution.max)
      }
    }
    widths.min = finite(widths.min)
    widths.max = max(widths.min, finite(widths.max))
    results.contentWidths[height] = widths
    return widths
  }

  private func imageWidths(
    of box: Box, _ image: ReplacedImage, height: Double?
  ) -> IntrinsicWidths {
    let edges = edges(of: box, percentageWidth: nil)
    let size = replacedSize(
      of: box, image, edges: edges,
      in: ConstraintSpace(
        availableWidth: .maxContent, fixedHeight: height.map { $0 + edges.inner.vertical }),
      ignoresWidth: true)
    let width = max(0, size.width - edges.inner.horizontal)
    return IntrinsicWidths(min: width, max: width)
  }

  /// The space in which the items of a flex or grid container tell how wide they would be.
  ///
  /// - Parameter height: of the content box where it is definite.
  func measuringSpace(of box: Box, height: Double?) -> ItemsSpace {
    let edges = edges(of: box, percentageWidth: nil)
    let inner = edges.inner.vertical
    let limits = heightLimits(of: box, edges: edges, percentageHeight: nil)
    let height =
      height
      ?? borderBoxHeight(
        box.style.box.height, of: box, edges: edges, percentageHeight: nil
      ).map { limits.clamp($0) - inner }
    return ItemsSpace(
      width: 0, height: height, heightIsDefinite: height != nil, minHeight: limits.min - inner,
      maxHeight: limits.max.map { $0 - inner })
  }
}
