import Pixels
import Styling

/// An in-flow child of a flex container while the container is laid out (CSS Flexbox §4).
///
/// Sizes are of the border box, px.
struct FlexItem {
  let box: Box
  /// Among the container's children, in document order.
  let index: Int
  /// Percentages resolved.
  let edges: BoxEdges
  let alignment: FlexAlignment
  /// Width / height, of an image or by `aspect-ratio`; nil without one.
  let ratio: PreferredRatio?

  /// §9.2, step 3.
  var baseSize = 0.0
  /// Whether the base size comes from the content and not from a size given.
  var basisIsContent = false
  /// The limits of the main size, the automatic minimum included (§4.5).
  var mainLimits = Limits(min: 0, max: nil)
  /// §9.2: the base size within its limits.
  var hypotheticalMainSize = 0.0
  /// §9.7.
  var mainSize = 0.0
  /// Whether percentages of the item's children may mean its main size (§9.8).
  var mainSizeIsDefinite = true
  /// §9.4: first hypothetical, then used.
  var crossSize = 0.0
  var fragment: Fragment?

  /// The border box's distance from the line's main-start and cross-start, flow-relative.
  var mainOffset = 0.0
  var crossOffset = 0.0

  init(box: Box, index: Int, edges: BoxEdges, alignment: FlexAlignment) {
    self.box = box
    self.index = index
    self.edges = edges
    self.alignment = alignment
    ratio = PreferredRatio(of: box, edges: edges)
  }

  var margin: Edges<Double> { edges.marginOrZero }
  var grow: Double { max(0, finite(box.style.flex.grow)) }
  var shrink: Double { max(0, finite(box.style.flex.shrink)) }

  func outerMain(_ size: Double, _ axes: FlexAxes) -> Double { size + axes.main(margin) }
  func outerCross(_ axes: FlexAxes) -> Double { crossSize + axes.cross(margin) }

  func hasAutoCrossMargin(_ axes: FlexAxes) -> Bool {
    axes.crossStart(edges.margin) == nil || axes.crossEnd(edges.margin) == nil
  }

  func crossSizeIsAuto(_ axes: FlexAxes) -> Bool {
    (axes.mainIsHorizontal ? box.style.box.height : box.style.box.width) == .auto
  }

  /// Whether the item takes its line's cross size (§8.3).
  func stretches(_ axes: FlexAxes) -> Bool {
    alignment == .stretch && crossSizeIsAuto(axes) && !hasAutoCrossMargin(axes)
  }

  /// Distance of the shared alignment baseline from the cross-start margin edge; nil when the item
  /// does not take part (§8.3).
  ///
  /// An item without a baseline has its bottom border edge for one. In a column the boxes' left
  /// border edges stand for baselines, as Chromium has it.
  func baselineOffset(_ axes: FlexAxes) -> Double? {
    guard alignment == .firstBaseline || alignment == .lastBaseline, let fragment,
      !hasAutoCrossMargin(axes)
    else { return nil }
    let fromTopOrLeft: Double
    if axes.mainIsHorizontal {
      let own = alignment == .firstBaseline ? fragment.firstBaseline : fragment.lastBaseline
      fromTopOrLeft = margin.top + (own ?? fragment.size.height)
    } else {
      fromTopOrLeft = margin.left
    }
    return axes.crossIsReversed ? outerCross(axes) - fromTopOrLeft : fromTopOrLeft
  }
}

/// A preferred aspect ratio (CSS Sizing 4 §5.1) and the box it speaks of.
struct PreferredRatio {
  /// Width / height, > 0.
  private let number: Double
  /// What lies between the ratio's box and the border box; zero when they are the same.
  private let extra: Edges<Double>

  init?(of box: Box, edges: BoxEdges) {
    var natural: Double?
    if case .image(let image) = box.content {
      natural = image.naturalRatio
    }
    var number: Double?
    var isOfContentBox = true
    switch box.style.box.aspectRatio {
    case .auto: number = natural
    case .autoOr(let own): number = natural.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? own
    case .ratio(let own):
      number = own
      isOfContentBox = box.style.box.boxSizing == .contentBox
    }
    guard let number, number > 0, number.isFinite else { return nil }
    self.number = number
    extra = isOfContentBox ? edges.inner : .zero
  }

  func width(height: Double) -> Double {
    finite(max(0, height - extra.vertical) * number) + extra.horizontal
  }

  func height(width: Double) -> Double {
    finite(max(0, width - extra.horizontal) / number) + extra.vertical
  }
}
