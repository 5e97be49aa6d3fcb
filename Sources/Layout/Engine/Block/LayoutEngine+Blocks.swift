import Pixels
import Styling

/// Which of a block container's own margins may collapse with its children's (CSS 2.1 §8.3.1).
struct CollapsingEdges {
  var top: Bool
  var bottom: Bool
  /// Its own top and bottom margin touch when all its children's do.
  var through: Bool

  init(_ box: Box, inner: Edges<Double>, height: UsedHeight) {
    let isOpen = !box.isFormattingContextRoot
    top = isOpen && inner.top == 0
    bottom = isOpen && inner.bottom == 0 && height.definite == nil
    through =
      isOpen && inner.vertical == 0 && (height.definite ?? 0) == 0 && height.limits.min == 0
  }
}

extension LayoutEngine {
  /// Stacks block-level children (CSS 2.1 §9.4.1), collapsing their margins.
  ///
  /// What `-webkit-line-clamp` leaves out has no place.
  func layOutBlocks(
    _ children: [Box], of box: Box, width: Double, percentageHeight: Double?,
    collapsing: CollapsingEdges, clamp: LineClamp?
  ) -> ContentLayout {
    var result = ContentLayout()
    var y = 0.0
    /// Margins since the last edge that stopped them.
    var pending = MarginStrut()
    /// Nothing has separated the children's margins from the container's top yet.
    var isAtTop = true
    var space = ConstraintSpace(
      availableWidth: .definite(width), percentageWidth: width, percentageHeight: percentageHeight)

    for (index, child) in children.enumerated() {
      if child.isOutOfFlow {
        let top = isAtTop && collapsing.top ? y : y + pending.sum
        result.outOfFlow.append(
          staticPosition(of: child, width: width, style: box.style)
            .offset(by: Point(x: 0, y: top)))
        continue
      }
      let margin = edges(of: child, percentageWidth: width).margin
      if result.isClamped {
        result.hiddenLineCount += max(1, layOut(child, in: space).lineCount)
        continue
      }
      if let clamp {
        space.lineClamp = LineClamp(
          lines: max(1, clamp.lines - result.lineCount),
          hasMore: clamp.hasMore || children[(index + 1)...].contains { !$0.isOutOfFlow })
      }
      let fragment = layOut(child, in: space)
      if !child.isFormattingContextRoot { result.lineCount += fragment.lineCount }
      result.hiddenLineCount += fragment.hiddenLineCount
      space.lineClamp = nil
      let x = horizontalOffset(
        of: fragment, margin: margin, in: width, isRightToLeft: box.isRightToLeft)
      pending.add(margin.top ?? 0)
      pending.add(fragment.margins.top)
      if fragment.margins.collapseThrough {
        let top = isAtTop && collapsing.top ? y : y + pending.sum
        result.children.append(PlacedFragment(fragment: fragment, origin: Point(x: x, y: top)))
        pending.add(margin.bottom ?? 0)
        continue
      }
      if isAtTop, collapsing.top {
        result.margins.top = pending
      } else {
        y += pending.sum
      }
      isAtTop = false
      result.children.append(PlacedFragment(fragment: fragment, origin: Point(x: x, y: y)))
      if let baseline = fragment.firstBaseline, result.firstBaseline == nil {
        result.firstBaseline = y + baseline
      }
      if let baseline = fragment.lastBaseline { result.lastBaseline = y + baseline }
      y = finite(y + fragment.size.height)
      pending = fragment.margins.bottom
      pending.add(margin.bottom ?? 0)
      if clamp != nil, !child.isFormattingContextRoot, fragment.isClamped {
        // The content ends with its last line.
        result.isClamped = true
        pending = MarginStrut()
      }
    }

    if isAtTop, collapsing.top {
      result.margins.top = pending
      result.margins.collapseThrough = collapsing.through
    } else if collapsing.bottom {
      result.margins.bottom = pending
    } else {
      y += pending.sum
    }
    result.height = max(0, y)
    return result
  }

  /// x of a block-level child's border box: auto margins share what is left, and of too many
  /// lengths the one at the line's end gives way (CSS 2.1 §10.3.3).
  func horizontalOffset(
    of fragment: Fragment, margin: Edges<Double?>, in width: Double, isRightToLeft: Bool
  ) -> Double {
    let free = width - fragment.size.width - (margin.left ?? 0) - (margin.right ?? 0)
    switch (margin.left, margin.right) {
    case (nil, nil):
      if free >= 0 { return free / 2 }
      return isRightToLeft ? free : 0
    case (nil, let right?):
      return isRightToLeft || free > 0 ? width - right - fragment.size.width : 0
    case (let left?, nil): return isRightToLeft && free < 0 ? free + left : left
    case (let left?, let right?):
      return isRightToLeft ? width - right - fragment.size.width : left
    }
  }

  /// How far `position: relative` moves a box; zero for others (CSS 2.1 §9.4.3).
  func relativeOffset(of box: Box, width: Double, height: Double?) -> Point {
    relativeOffset(of: box.style, width: width, height: height)
  }

  func relativeOffset(of style: ComputedStyle, width: Double, height: Double?) -> Point {
    guard style.box.position == .relative else { return Point() }
    let inset = style.box.inset
    let left = inset.left.map { finite($0.resolved(against: width)) }
    let right = inset.right.map { finite($0.resolved(against: width)) }
    let top = inset.top?.resolved(against: height).map(finite)
    let bottom = inset.bottom?.resolved(against: height).map(finite)
    let x =
      style.text.direction == .rtl
      ? right.map { -$0 } ?? left ?? 0 : left ?? right.map { -$0 } ?? 0
    return Point(x: x, y: top ?? bottom.map { -$0 } ?? 0)
  }
}
