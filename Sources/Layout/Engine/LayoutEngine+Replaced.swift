import Pixels
import Styling

extension LayoutEngine {
  /// The border box of an image (CSS 2.1 §10.3.2, §10.4, §10.6.2).
  ///
  /// - Parameter ignoresWidth: as if `width`, `min-width` and `max-width` were not set.
  func replacedSize(
    of box: Box, _ image: ReplacedImage, edges: BoxEdges, in space: ConstraintSpace,
    ignoresWidth: Bool = false
  ) -> Size {
    let style = box.style.box
    let inner = edges.inner
    let natural = image.naturalSize
    let ratio = self.ratio(of: style, natural: image.naturalRatio)
    let horizontal =
      ignoresWidth
      ? Limits(min: inner.horizontal, max: nil)
      : widthLimits(
        of: box, edges: edges, percentageWidth: space.percentageWidth,
        availableWidth: space.availableWidth)
    let vertical = heightLimits(of: box, edges: edges, in: space)

    let width: Double? =
      space.fixedWidth
      ?? (ignoresWidth
        ? nil
        : borderBoxWidth(
          // The content keywords mean what auto means: both come from the ratio.
          style.width.length == nil ? .auto : style.width, of: box, edges: edges,
          percentageWidth: space.percentageWidth, availableWidth: space.availableWidth
        ).map(horizontal.clamp))
    let height = definiteHeight(of: box, edges: edges, in: space)

    // From here on content boxes: the natural ratio is theirs.
    let leastWidth = max(0, horizontal.min - inner.horizontal)
    let mostWidth = horizontal.max.map { max(leastWidth, $0 - inner.horizontal) } ?? .infinity
    let leastHeight = max(0, vertical.min - inner.vertical)
    let mostHeight = vertical.max.map { max(leastHeight, $0 - inner.vertical) } ?? .infinity
    let size: Size
    switch (width, height) {
    case (let width?, let height?):
      size = Size(width: width - inner.horizontal, height: height - inner.vertical)
    case (let width?, nil):
      let content = max(0, width - inner.horizontal)
      let auto = ratio.map { content / $0 } ?? natural.height
      size = Size(width: content, height: min(max(auto, leastHeight), mostHeight))
    case (nil, let height?):
      let content = max(0, height - inner.vertical)
      let auto = ratio.map { content * $0 } ?? natural.width
      size = Size(width: min(max(auto, leastWidth), mostWidth), height: content)
    case (nil, nil):
      var natural = natural
      if image.fillsWidth, case .definite(let available) = space.availableWidth {
        let room = available - edges.marginOrZero.horizontal - inner.horizontal
        natural = Size(width: max(0, room), height: natural.height)
      }
      size = constrained(
        autoSize(natural: natural, ratio: ratio), hasRatio: ratio != nil,
        width: leastWidth...mostWidth, height: leastHeight...mostHeight)
    }
    return Size(
      width: finite(max(0, size.width) + inner.horizontal),
      height: finite(max(0, size.height) + inner.vertical))
  }

  /// Width / height of the content box; nil when there is none.
  func ratio(of style: BoxStyle, natural: Double?) -> Double? {
    switch style.aspectRatio {
    case .auto: natural
    case .ratio: style.aspectRatio.number ?? natural
    case .autoOr: natural ?? style.aspectRatio.number
    }
  }

  /// A style's ratio keeps the natural width.
  private func autoSize(natural: Size, ratio: Double?) -> Size {
    guard let ratio, natural.width > 0 else { return natural }
    return Size(width: natural.width, height: natural.width / ratio)
  }

  /// The table of CSS 2.1 §10.4.
  private func constrained(
    _ size: Size, hasRatio: Bool, width: ClosedRange<Double>, height: ClosedRange<Double>
  ) -> Size {
    func limited(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      min(max(value, range.lowerBound), range.upperBound)
    }
    let (w, h) = (size.width, size.height)
    guard hasRatio, w > 0, h > 0 else {
      return Size(width: limited(w, width), height: limited(h, height))
    }
    let tooWide = w > width.upperBound
    let tooNarrow = w < width.lowerBound
    let tooHigh = h > height.upperBound
    let tooLow = h < height.lowerBound
    func fromWidth(_ value: Double) -> Size {
      Size(width: value, height: limited(value * h / w, height))
    }
    func fromHeight(_ value: Double) -> Size {
      Size(width: limited(value * w / h, width), height: value)
    }
    return switch (tooWide, tooNarrow, tooHigh, tooLow) {
    case (true, _, true, _):
      width.upperBound / w <= height.upperBound / h
        ? Size(
          width: width.upperBound, height: max(height.lowerBound, width.upperBound * h / w))
        : Size(
          width: max(width.lowerBound, height.upperBound * w / h), height: height.upperBound)
    case (_, true, _, true):
      width.lowerBound / w <= height.lowerBound / h
        ? Size(
          width: min(width.upperBound, height.lowerBound * w / h), height: height.lowerBound)
        : Size(
          width: width.lowerBound, height: min(height.upperBound, width.lowerBound * h / w))
    case (true, _, _, true): Size(width: width.upperBound, height: height.lowerBound)
    case (_, true, true, _): Size(width: width.lowerBound, height: height.upperBound)
    case (true, _, _, _): fromWidth(width.upperBound)
    case (_, true, _, _): fromWidth(width.lowerBound)
    case (_, _, true, _): fromHeight(height.upperBound)
    case (_, _, _, true): fromHeight(height.lowerBound)
    default: size
    }
  }
}
