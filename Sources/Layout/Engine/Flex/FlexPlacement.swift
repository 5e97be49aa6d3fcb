import Pixels
import Styling

extension FlexContainer {
  /// Gives the free space to auto margins, else to `justify-content` (CSS Flexbox §9.5).
  func alignOnMainAxis(_ line: inout FlexLine, mainSize: Double) {
    var free = mainSize - line.outerMainSize(gap: mainGap, axes, of: \.mainSize)
    let autoMargins = line.items.reduce(0) { count, item in
      count + (axes.mainStart(item.edges.margin) == nil ? 1 : 0)
        + (axes.mainEnd(item.edges.margin) == nil ? 1 : 0)
    }
    var autoMargin = 0.0
    if autoMargins > 0, free > 0 {
      autoMargin = free / Double(autoMargins)
      free = 0
    }
    let distribution = axes.mainDistribution(box.style.flex.justifyContent)
    let (leading, between) = distribution.spaces(
      free: free, count: line.items.count, startIsFlowStart: axes.startIsMainStart)
    var position = leading
    for index in line.items.indices {
      let margin = line.items[index].edges.margin
      position += axes.mainStart(margin) ?? autoMargin
      line.items[index].mainOffset = position
      position += line.items[index].mainSize + (axes.mainEnd(margin) ?? autoMargin)
      position += mainGap + between
    }
  }

  /// Auto margins, then `align-self`, within the line (§9.6, steps 13 and 14).
  func alignOnCrossAxis(_ line: inout FlexLine) {
    for index in line.items.indices {
      let item = line.items[index]
      let free = line.crossSize - item.outerCross(axes)
      let before = axes.crossStart(item.edges.margin)
      let after = axes.crossEnd(item.edges.margin)
      let offset: Double
      switch (before, after) {
      case (nil, nil): offset = max(0, free / 2)
      case (nil, _): offset = max(0, free)
      case (let before?, nil): offset = before
      case (let before?, _):
        switch item.alignment {
        case .start, .stretch: offset = before
        case .end: offset = before + free
        case .center: offset = before + free / 2
        case .firstBaseline, .lastBaseline:
          let shared = item.alignment == .firstBaseline ? line.firstBaseline : line.lastBaseline
          offset = before + (shared ?? 0) - (item.baselineOffset(axes) ?? 0)
        }
      }
      line.items[index].crossOffset = offset
    }
  }

  /// Places the lines by `align-content` (§9.6, step 16).
  func alignLines(_ lines: inout [FlexLine], crossSize: Double) {
    guard isMultiLine else { return }
    let distribution = axes.crossDistribution(box.style.flex.alignContent)
    let free = crossSize - outerCrossSize(of: lines)
    let (leading, between) = distribution.spaces(
      free: free, count: lines.count, startIsFlowStart: axes.startIsCrossStart)
    var position = leading
    for index in lines.indices {
      lines[index].crossOffset = position
      position += lines[index].crossSize + crossGap + between
    }
  }

  /// Where each absolute child would stand as the only item, without insets (§4.1).
  func staticPositions(in size: Size) -> [OutOfFlowBox] {
    let main = axes.mainDistribution(box.style.flex.justifyContent).alignmentOfOne
    return children.filter(\.isOutOfFlow).map { child in
      let cross = alignment(of: child).alignmentOfOne(startIsFlowStart: axes.startIsCrossStart)
      let mainSide = main.physical(isReversed: axes.mainIsReversed)
      let crossSide = cross.physical(isReversed: axes.crossIsReversed)
      return OutOfFlowBox(
        box: child, area: Rect(origin: Point(), size: size),
        horizontal: axes.mainIsHorizontal ? mainSide : crossSide,
        vertical: axes.mainIsHorizontal ? crossSide : mainSide)
    }
  }
}

extension FlexDistribution {
  /// Space before the first of `count` things and what is added between them.
  ///
  /// What overflows is not spaced: `space-between` falls back to the flow's start, the other two to
  /// the writing mode's (CSS Box Alignment §5.3: safe center).
  func spaces(
    free: Double, count: Int, startIsFlowStart: Bool
  ) -> (leading: Double, between: Double) {
    switch self {
    case .start, .stretch: return (0, 0)
    case .center: return (free / 2, 0)
    case .end: return (free, 0)
    case .spaceBetween:
      guard free > 0, count > 1 else { return (0, 0) }
      return (0, free / Double(count - 1))
    case .spaceAround:
      guard free > 0, count > 0 else { return (startIsFlowStart ? 0 : free, 0) }
      return (free / Double(2 * count), free / Double(count))
    case .spaceEvenly:
      guard free > 0 else { return (startIsFlowStart ? 0 : free, 0) }
      return (free / Double(count + 1), free / Double(count + 1))
    }
  }

  fileprivate var alignmentOfOne: OutOfFlowBox.Alignment {
    switch self {
    case .start, .stretch, .spaceBetween: .start
    case .center, .spaceAround, .spaceEvenly: .center
    case .end: .end
    }
  }
}

extension FlexAlignment {
  /// Baselines fall back to the writing mode's start and end.
  fileprivate func alignmentOfOne(startIsFlowStart: Bool) -> OutOfFlowBox.Alignment {
    switch self {
    case .start, .stretch: .start
    case .center: .center
    case .end: .end
    case .firstBaseline: startIsFlowStart ? .start : .end
    case .lastBaseline: startIsFlowStart ? .end : .start
    }
  }
}

extension OutOfFlowBox.Alignment {
  func physical(isReversed: Bool) -> OutOfFlowBox.Alignment {
    switch self {
    case .start: isReversed ? .end : .start
    case .center: .center
    case .end: isReversed ? .start : .end
    }
  }
}
