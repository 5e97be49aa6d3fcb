import Pixels
import Styling

extension LayoutEngine {
  /// The content box's min-content and max-content width (CSS Flexbox §9.9.1), gaps included.
  ///
  /// - Parameter height: of the content box where it is definite.
  func flexContentWidths(of box: Box, height: Double?) -> IntrinsicWidths {
    let space = measuringSpace(of: box, height: height)
    let container = FlexContainer(box, in: space, engine: self, isMeasuringWidth: true)
    return container.axes.mainIsHorizontal ? container.rowWidths() : container.columnWidths()
  }
}

extension FlexContainer {
  fileprivate func rowWidths() -> IntrinsicWidths {
    var widths = IntrinsicWidths.zero
    let items = makeItems()
    for item in items {
      let contribution = rowContribution(of: item)
      widths.max += contribution.max
      widths.min = isMultiLine ? max(widths.min, contribution.min) : widths.min + contribution.min
    }
    let gaps = mainGap * Double(max(0, items.count - 1))
    widths.max += gaps
    if !isMultiLine { widths.min += gaps }
    let least = max(widths.min, 0)
    return IntrinsicWidths(min: least, max: max(widths.max, least))
  }

  /// An item adds its own contribution, or its flexed size where its basis is given and it cannot
  /// flex from there; so Chromium reads §9.9.1.
  private func rowContribution(of item: FlexItem) -> IntrinsicWidths {
    let own = engine.intrinsicWidths(
      of: item.box, percentageHeight: space.definiteHeight,
      stretchedHeight: item.stretches(axes) ? definiteCrossSize(of: item) : nil)
    func reachable(_ width: Double) -> Double {
      let cannotMove =
        (width > item.baseSize && item.grow == 0) || (width < item.baseSize && item.shrink == 0)
      return cannotMove && !item.basisIsContent ? item.hypotheticalMainSize : width
    }
    let least = isMultiLine ? own.min : reachable(own.min)
    return IntrinsicWidths(min: least, max: reachable(own.max)) + item.margin.horizontal
  }

  fileprivate func columnWidths() -> IntrinsicWidths {
    let widest = children.filter { !$0.isOutOfFlow }.reduce(IntrinsicWidths.zero) { widest, child in
      let margin = engine.edges(of: child, percentageWidth: nil).marginOrZero.horizontal
      let widths =
        engine.intrinsicWidths(of: child, percentageHeight: space.definiteHeight) + margin
      return IntrinsicWidths(min: max(widest.min, widths.min), max: max(widest.max, widths.max))
    }
    guard isMultiLine else { return widest }
    // The columns side by side, each item laid out in the room of the widest one.
    var widestSpace = space
    widestSpace.width = widest.max
    let lines = FlexContainer(
      box, in: widestSpace, engine: engine, isMeasuringWidth: true
    ).sizedLines().lines
    return IntrinsicWidths(
      min: widest.min, max: max(widest.min, outerCrossSize(of: lines)))
  }
}
