import Pixels
import Styling

/// Where a grid item stands in its area on one axis, from the axis' own start.
enum GridAlignment {
  case start, end, center, stretch
  /// Stretches what has no ratio or natural size of its own (CSS Grid 2 §6.2).
  case normal
  case firstBaseline, lastBaseline
}

/// An in-flow child of a grid container while the container is laid out.
struct GridItem {
  let box: Box
  /// Among the container's children, in document order.
  let index: Int
  let columns: Range<Int>
  let rows: Range<Int>
  let justify: GridAlignment
  let align: GridAlignment
  /// Added at the top or bottom so that baselines of a row meet, px.
  var shim = 0.0

  init(_ item: GridPlacement.Item, in container: Box) {
    box = item.box
    index = item.index
    columns = item.columns
    rows = item.rows
    justify = GridAlignment(justifying: item.box, in: container)
    align = GridAlignment(aligning: item.box, in: container)
  }

  var hasRatio: Bool { box.isImage || box.style.box.aspectRatio.number != nil }

  /// Whether an auto width fills the area.
  var stretchesWidth: Bool {
    guard mayStretchWidth else { return false }
    if justify == .stretch { return true }
    // A given height makes the width through the ratio.
    return box.style.box.aspectRatio.number == nil
      || !(box.style.box.height.length != nil || stretchesHeight)
  }

  /// Whether an auto height fills the area.
  var stretchesHeight: Bool {
    guard mayStretchHeight else { return false }
    if align == .stretch { return true }
    // A width that fills the area makes the height.
    return !hasRatio || (box.style.box.width == .auto && !mayStretchWidth)
  }

  private var mayStretchWidth: Bool {
    let style = box.style.box
    guard style.width == .auto, style.margin.left != nil, style.margin.right != nil else {
      return false
    }
    return justify == .stretch || (justify == .normal && !box.isImage)
  }

  /// Whether an auto height fills the area or, while columns are sized, is taken to.
  var mayStretchHeight: Bool {
    let style = box.style.box
    guard style.height == .auto, style.margin.top != nil, style.margin.bottom != nil else {
      return false
    }
    return align == .stretch || (align == .normal && !box.isImage)
  }

  /// Takes part in the baselines of its row.
  var sharesBaseline: Bool {
    (align == .firstBaseline || align == .lastBaseline) && box.style.box.margin.top != nil
      && box.style.box.margin.bottom != nil
  }

  /// The row whose baseline it shares.
  var baselineRow: Int { align == .firstBaseline ? rows.lowerBound : rows.upperBound - 1 }

  /// Whether how high its rows are changes how wide it wants to be.
  var widthDependsOnRows: Bool {
    if box.style.box.width.length?.hasPercentage == false { return false }
    if hasRatio { return mayStretchHeight || box.style.box.height.length?.hasPercentage == true }
    return box.childrenDependOnHeight && box.holdsRatio
  }
}

extension Box {
  /// Whether a height may become a width somewhere inside.
  fileprivate var holdsRatio: Bool {
    childBoxes.contains { $0.isImage || $0.style.box.aspectRatio.number != nil || $0.holdsRatio }
  }
}

extension GridAlignment {
  fileprivate init(justifying item: Box, in container: Box) {
    let own = item.style.grid.justifySelf
    let isRightToLeft = container.isRightToLeft
    self =
      switch own == .auto ? container.style.grid.justifyItems : own {
      case .auto, .normal: .normal
      case .stretch: .stretch
      case .center: .center
      // Baselines are horizontal: nothing to share across columns.
      case .start, .flexStart, .baseline: .start
      case .end, .flexEnd, .lastBaseline: .end
      case .left: isRightToLeft ? .end : .start
      case .right: isRightToLeft ? .start : .end
      case .selfStart: item.isRightToLeft == isRightToLeft ? .start : .end
      case .selfEnd: item.isRightToLeft == isRightToLeft ? .end : .start
      }
  }

  fileprivate init(aligning item: Box, in container: Box) {
    let own = item.style.flex.alignSelf
    self =
      switch own == .auto ? container.style.flex.alignItems : own {
      case .auto, .normal: .normal
      case .stretch: .stretch
      case .center: .center
      case .start, .flexStart, .selfStart: .start
      case .end, .flexEnd, .selfEnd: .end
      case .baseline: .firstBaseline
      case .lastBaseline: .lastBaseline
      }
  }

  /// For an absolutely positioned box, which is as large as it is.
  func physical(isReversed: Bool) -> OutOfFlowBox.Alignment {
    let flowRelative: OutOfFlowBox.Alignment =
      switch self {
      case .start, .stretch, .normal, .firstBaseline: .start
      case .center: .center
      case .end, .lastBaseline: .end
      }
    return flowRelative.physical(isReversed: isReversed)
  }

  static func justify(_ item: Box, in container: Box) -> GridAlignment {
    GridAlignment(justifying: item, in: container)
  }

  static func align(_ item: Box, in container: Box) -> GridAlignment {
    GridAlignment(aligning: item, in: container)
  }
}
