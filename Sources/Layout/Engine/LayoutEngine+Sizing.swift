import Pixels
import Styling

/// The space around a box's content in px, percentages resolved.
struct BoxEdges {
  /// nil is `auto`.
  var margin: Edges<Double?>
  var border: Edges<Double>
  var padding: Edges<Double>

  /// Padding and border together.
  var inner: Edges<Double> { border + padding }
  /// Auto margins count as 0.
  var marginOrZero: Edges<Double> { margin.map { $0 ?? 0 } }
}

/// Lengths beyond this are cut: pages that reach it are broken anyway, and sums stay finite.
let largestLength = 1e6

/// - Returns: `value` within ±`largestLength`; 0 for NaN.
func finite(_ value: Double) -> Double {
  value.isNaN ? 0 : min(max(value, -largestLength), largestLength)
}

extension LayoutEngine {
  /// - Parameter percentageWidth: the containing block's width, which percentages of all four
  ///   sides mean; nil (while intrinsic widths are computed) makes them 0.
  func edges(of box: Box, percentageWidth: Double?) -> BoxEdges {
    edges(of: box.style, percentageWidth: percentageWidth)
  }

  func edges(of computed: ComputedStyle, percentageWidth: Double?) -> BoxEdges {
    let style = computed.box
    let basis = percentageWidth ?? 0
    return BoxEdges(
      margin: style.margin.map { $0.map { finite($0.resolved(against: basis)) } },
      border: style.borderWidth.map(finite),
      padding: style.padding.map { max(0, finite($0.resolved(against: basis))) })
  }

  /// What a `width`, `min-width`, `max-width` or `flex-basis` value makes of the border box, px.
  ///
  /// - Parameters:
  ///   - edges: of the same box.
  ///   - availableWidth: for the margin box, what `fit-content` fills at most.
  /// - Returns: never less than padding and border; nil for `auto` and for a percentage of nothing.
  func borderBoxWidth(
    _ value: SizeValue, of box: Box, edges: BoxEdges, percentageWidth: Double?,
    availableWidth: ConstraintSpace.AvailableWidth
  ) -> Double? {
    let inner = edges.inner.horizontal
    switch value {
    case .auto: return nil
    case .length(let length):
      guard let px = length.resolved(against: percentageWidth) else { return nil }
      return borderBox(px, inner: inner, of: box)
    case .minContent: return contentWidths(of: box).min + inner
    case .maxContent: return contentWidths(of: box).max + inner
    case .fitContent:
      return fitContentWidth(
        contentWidths(of: box) + inner, in: availableWidth,
        margin: edges.marginOrZero.horizontal)
    }
  }

  /// What a `height`, `min-height`, `max-height` or `flex-basis` value makes of the border box.
  ///
  /// - Returns: nil for `auto`, for the content keywords (which act as `auto` on this axis), and
  ///   for a percentage of nothing.
  func borderBoxHeight(
    _ value: SizeValue, of box: Box, edges: BoxEdges, percentageHeight: Double?
  ) -> Double? {
    guard case .length(let length) = value,
      let px = length.resolved(against: percentageHeight)
    else { return nil }
    return borderBox(px, inner: edges.inner.vertical, of: box)
  }

  /// Shrink-to-fit (CSS Sizing 3 §5.1) of border-box widths.
  func fitContentWidth(
    _ widths: IntrinsicWidths, in available: ConstraintSpace.AvailableWidth, margin: Double
  ) -> Double {
    switch available {
    case .definite(let room): min(max(widths.min, room - margin), widths.max)
    case .minContent: widths.min
    case .maxContent: widths.max
    }
  }

  /// The limits of the border box's width; `min` wins over `max`.
  ///
  /// `min-width: auto` is 0 here: a flex item's automatic minimum is the flex container's affair.
  func widthLimits(
    of box: Box, edges: BoxEdges, percentageWidth: Double?,
    availableWidth: ConstraintSpace.AvailableWidth
  ) -> Limits {
    let style = box.style.box
    let lower = borderBoxWidth(
      style.minWidth, of: box, edges: edges, percentageWidth: percentageWidth,
      availableWidth: availableWidth)
    let upper = style.maxWidth.flatMap {
      borderBoxWidth(
        $0, of: box, edges: edges, percentageWidth: percentageWidth,
        availableWidth: availableWidth)
    }
    return Limits(min: max(lower ?? 0, edges.inner.horizontal), max: upper)
  }

  /// The limits of the border box's height; percentages of an indefinite height do not limit.
  func heightLimits(of box: Box, edges: BoxEdges, percentageHeight: Double?) -> Limits {
    let style = box.style.box
    let lower = borderBoxHeight(
      style.minHeight, of: box, edges: edges, percentageHeight: percentageHeight)
    let upper = style.maxHeight.flatMap {
      borderBoxHeight($0, of: box, edges: edges, percentageHeight: percentageHeight)
    }
    return Limits(min: max(lower ?? 0, edges.inner.vertical), max: upper)
  }

  private func borderBox(_ px: Double, inner: Double, of box: Box) -> Double {
    let length = max(0, finite(px))
    return box.style.box.boxSizing == .borderBox ? max(length, inner) : length + inner
  }
}

/// A least and a greatest size of a border box, px.
struct Limits: Hashable {
  var min: Double
  /// nil is `none`.
  var max: Double?

  func clamp(_ size: Double) -> Double { Swift.max(min, Swift.min(size, max ?? size)) }
}
