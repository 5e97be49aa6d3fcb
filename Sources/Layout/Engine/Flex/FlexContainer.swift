import Pixels
import Styling

/// A flex container at one size: what each step of its layout asks for.
struct FlexContainer {
  let engine: LayoutEngine
  let box: Box
  let axes: FlexAxes
  let space: ItemsSpace
  /// What percentages of the width mean; nil while the container's own intrinsic width is sought.
  let percentageWidth: Double?
  let mainGap: Double
  let crossGap: Double

  init(_ box: Box, in space: ItemsSpace, engine: LayoutEngine, isMeasuringWidth: Bool = false) {
    self.engine = engine
    self.box = box
    self.space = space
    axes = FlexAxes(box.style)
    percentageWidth = isMeasuringWidth ? nil : space.width
    let style = box.style.flex
    // A percentage of nothing is 0, as in Chromium.
    let widthBasis: Double = percentageWidth ?? 0
    let heightBasis: Double = space.definiteHeight ?? 0
    let columnGap: Double = style.columnGap.map { $0.resolved(against: widthBasis) } ?? 0
    let rowGap: Double = style.rowGap.map { $0.resolved(against: heightBasis) } ?? 0
    mainGap = max(0, finite(axes.mainIsHorizontal ? columnGap : rowGap))
    crossGap = max(0, finite(axes.mainIsHorizontal ? rowGap : columnGap))
  }

  var isMultiLine: Bool { box.style.flex.wrap != .nowrap }

  var children: [Box] {
    if case .flex(let children) = box.content { children } else { [] }
  }

  /// The in-flow items in the order of `order` (§5.4), with their sizes of §9.2.
  func makeItems() -> [FlexItem] {
    let inFlow = children.enumerated().filter { !$0.element.isOutOfFlow }
    let ordered = inFlow.sorted { first, second in
      (first.element.style.flex.order, first.offset)
        < (second.element.style.flex.order, second.offset)
    }
    return ordered.map { index, box in
      var item = FlexItem(
        box: box, index: index, edges: engine.edges(of: box, percentageWidth: percentageWidth),
        alignment: alignment(of: box))
      determineMainSizes(of: &item)
      return item
    }
  }

  func alignment(of item: Box) -> FlexAlignment {
    let own = item.style.flex.alignSelf
    return axes.alignment(own == .auto ? box.style.flex.alignItems : own, item: item.style)
  }

  /// The room an item is laid out in.
  func itemSpace() -> ConstraintSpace {
    ConstraintSpace(
      availableWidth: .definite(space.width), percentageWidth: percentageWidth,
      percentageHeight: space.definiteHeight, shrinksToFit: true)
  }
}

extension ItemsSpace {
  /// What percentages of the height mean.
  var definiteHeight: Double? { heightIsDefinite ? height : nil }

  func clampHeight(_ height: Double) -> Double {
    max(minHeight, min(height, maxHeight ?? height))
  }
}
