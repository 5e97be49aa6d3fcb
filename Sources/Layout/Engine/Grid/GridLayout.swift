import Pixels
import Styling

extension LayoutEngine {
  /// Lays out the items of a grid container whose content box has the width `space.width`
  /// (CSS Grid 2 §12.1).
  func layOutGridContent(_ box: Box, in space: ItemsSpace) -> ItemsContent {
    var container = GridContainer(box, in: space, engine: self)
    let (columns, rows, height) = container.sizedGrid()
    return container.content(columns: columns, rows: rows, height: height)
  }

  /// Makes a height that comes from `aspect-ratio` no less than the rows' own.
  func growGridWithContent(_ space: inout ItemsSpace, of box: Box) {
    guard let height = space.height else { return }
    var unbound = space
    unbound.height = nil
    unbound.heightIsDefinite = false
    var container = GridContainer(box, in: unbound, engine: self)
    space.height = max(height, container.sizedGrid().height)
  }

  /// The content box's min-content and max-content width.
  ///
  /// - Parameter height: of the content box where it is definite.
  func gridContentWidths(of box: Box, height: Double?) -> IntrinsicWidths {
    let space = measuringSpace(of: box, height: height)
    var container = GridContainer(box, in: space, engine: self, isMeasuringWidth: true)
    return IntrinsicWidths(
      min: container.intrinsicWidth(.minContent), max: container.intrinsicWidth(.maxContent))
  }
}

extension GridContainer {
  /// Columns, then rows, and both again where heights change widths (§12.1).
  fileprivate mutating func sizedGrid() -> (
    columns: GridTrackPositions, rows: GridTrackPositions, height: Double
  ) {
    var columns = columnPositions(sizedColumns(for: .layout, rows: nil))
    var (rows, height) = rowPositions(columns)
    if items.contains(where: \.widthDependsOnRows) {
      columns = columnPositions(sizedColumns(for: .layout, rows: rows))
      (rows, height) = rowPositions(columns)
    }
    return (columns, rows, height)
  }

  fileprivate mutating func intrinsicWidth(_ constraint: GridTrackSizing.Constraint) -> Double {
    let tracks = sizedColumns(for: constraint, rows: nil)
    guard items.contains(where: \.widthDependsOnRows) else { return tracks.size(gap: columnGap) }
    let columns = GridTrackPositions(
      tracks, gap: columnGap, room: tracks.size(gap: columnGap), distribution: .start)
    let (rows, _) = rowPositions(columns)
    return sizedColumns(for: constraint, rows: rows).size(gap: columnGap)
  }

  private func columnPositions(_ tracks: [GridTrack]) -> GridTrackPositions {
    GridTrackPositions(
      tracks, gap: columnGap, room: space.width,
      distribution: FlexDistribution(
        box.style.flex.justifyContent, isReversed: box.isRightToLeft))
  }

  /// The rows and the height of the content box.
  private mutating func rowPositions(
    _ columns: GridTrackPositions
  ) -> (GridTrackPositions, height: Double) {
    var tracks = sizedRows(columns: columns, height: space.definiteHeight)
    var gap = rowGap(height: space.definiteHeight)
    let natural = tracks.size(gap: gap)
    let height = space.height ?? space.clampHeight(natural)
    if space.definiteHeight == nil, rowsHavePercentages {
      // They are `auto` to the container's height, which then says what they mean.
      tracks = sizedRows(columns: columns, height: height)
      gap = rowGap(height: height)
    }
    let positions = GridTrackPositions(
      tracks, gap: gap, room: height,
      distribution: FlexDistribution(box.style.flex.alignContent, isReversed: false))
    return (positions, height)
  }

  private var rowsHavePercentages: Bool {
    if box.style.flex.rowGap?.hasPercentage == true { return true }
    return placement.rows.sizes.contains { size in
      [size.minimum, size.maximum].contains {
        if case .length(let length) = $0 { length.hasPercentage } else { false }
      } || size.fitLimit?.hasPercentage == true
    }
  }

  // MARK: - Baselines

  /// How far down each item must move so that the baselines of its row meet (§12.5, step 1).
  mutating func determineShims(columns: GridTrackPositions) {
    guard items.contains(where: \.sharesBaseline) else { return }
    for index in items.indices { items[index].shim = 0 }
    let distances = items.map { item -> Double? in
      guard item.sharesBaseline else { return nil }
      let fragment = engine.layOut(
        item.box,
        in: itemSpace(of: item, width: columns.extent(of: item.columns), height: nil))
      return baselineDistance(of: item, fragment, columns)
    }
    for (index, distance) in distances.enumerated() {
      guard let distance else { continue }
      let item = items[index]
      var longest = distance
      for (other, otherDistance) in zip(items, distances)
      where other.align == item.align && other.baselineRow == item.baselineRow {
        longest = max(longest, otherDistance ?? longest)
      }
      items[index].shim = longest - distance
    }
  }

  /// From the margin box's top to the first baseline, or from the last one to its bottom.
  private func baselineDistance(
    of item: GridItem, _ fragment: Fragment, _ columns: GridTrackPositions
  ) -> Double {
    let margin = engine.edges(
      of: item.box, percentageWidth: columns.extent(of: item.columns)
    ).marginOrZero
    let height = fragment.size.height
    return item.align == .firstBaseline
      ? margin.top + (fragment.firstBaseline ?? height)
      : margin.bottom + height - (fragment.lastBaseline ?? height)
  }

  // MARK: - Placing

  fileprivate func content(
    columns: GridTrackPositions, rows: GridTrackPositions, height: Double
  ) -> ItemsContent {
    var placed: [(item: GridItem, child: PlacedFragment)] = []
    for item in items {
      let width = columns.extent(of: item.columns)
      let areaHeight = rows.extent(of: item.rows)
      let fragment = engine.layOut(
        item.box, in: itemSpace(of: item, width: width, height: areaHeight))
      let margin = engine.edges(of: item.box, percentageWidth: width).margin
      let isReversed = box.isRightToLeft
      let inline =
        columns.start(of: item.columns)
        + item.justify.offset(
          of: fragment.size.width, in: width, before: isReversed ? margin.right : margin.left,
          after: isReversed ? margin.left : margin.right, shim: 0)
      let y =
        rows.start(of: item.rows)
        + item.align.offset(
          of: fragment.size.height, in: areaHeight, before: margin.top, after: margin.bottom,
          shim: item.shim)
      let x = isReversed ? space.width - inline - fragment.size.width : inline
      placed.append(
        (
          item,
          PlacedFragment(
            fragment: fragment, origin: Point(x: x, y: y),
            containingSize: Size(width: width, height: areaHeight))
        ))
    }
    let firstBaseline = baseline(of: placed, .firstBaseline)
    let lastBaseline = baseline(of: placed, .lastBaseline)
    placed.sort { $0.item.index < $1.item.index }
    return ItemsContent(
      children: placed.map(\.child),
      outOfFlow: outOfFlow(columns: columns, rows: rows, height: height), height: height,
      firstBaseline: firstBaseline, lastBaseline: lastBaseline)
  }

  /// The container's baseline (§11.6): that of the first or last row's baseline-aligned items, else of the
  /// item that stands first or last in the grid.
  private func baseline(
    of placed: [(item: GridItem, child: PlacedFragment)], _ wanted: GridAlignment
  ) -> Double? {
    let takesFirst = wanted == .firstBaseline
    let row =
      takesFirst
      ? placed.map(\.item.rows.lowerBound).min() : placed.map { $0.item.rows.upperBound - 1 }.max()
    guard let row else { return nil }
    let inRow = placed.filter { $0.item.rows.contains(row) }
    let sharing = inRow.first { $0.item.sharesBaseline && $0.item.baselineRow == row }
    let outermost =
      takesFirst
      ? inRow.min {
        ($0.item.columns.lowerBound, $0.item.index) < ($1.item.columns.lowerBound, $1.item.index)
      }
      : inRow.max {
        ($0.item.columns.upperBound, $0.item.index) < ($1.item.columns.upperBound, $1.item.index)
      }
    guard let chosen = sharing ?? outermost else { return nil }
    let fragment = chosen.child.fragment
    let first = sharing.map { $0.item.align == .firstBaseline } ?? takesFirst
    let own = first ? fragment.firstBaseline : fragment.lastBaseline
    return chosen.child.origin.y + (own ?? fragment.size.height)
  }

  /// The absolutely positioned children (§10).
  private func outOfFlow(
    columns: GridTrackPositions, rows: GridTrackPositions, height: Double
  ) -> [OutOfFlowBox] {
    let isReversed = box.isRightToLeft
    return Self.children(of: box).filter(\.isOutOfFlow).map { child in
      let style = child.style.grid
      let horizontal = Self.lines(
        style.columnStart, style.columnEnd, placement.columns, columns)
      let vertical = Self.lines(style.rowStart, style.rowEnd, placement.rows, rows)
      var lines = Edges<Double?>(
        top: vertical.start, right: horizontal.end, bottom: vertical.end, left: horizontal.start)
      if isReversed {
        lines.left = horizontal.end.map { space.width - $0 }
        lines.right = horizontal.start.map { space.width - $0 }
      }
      return OutOfFlowBox(
        box: child, area: Rect(width: space.width, height: height),
        horizontal: GridAlignment.justify(child, in: box).physical(isReversed: isReversed),
        vertical: GridAlignment.align(child, in: box).physical(isReversed: false),
        gridLines: lines)
    }
  }

  /// nil for `auto`, spans and lines that the grid does not have.
  private static func lines(
    _ start: GridLine, _ end: GridLine, _ axis: GridAxisTracks, _ tracks: GridTrackPositions
  ) -> (start: Double?, end: Double?) {
    var first = axis.lines.index(of: start, "-start")
    var last = axis.lines.index(of: end, "-end")
    if let a = first, let b = last, a > b { (first, last) = (b, a) }
    if first == last { last = nil }
    if let first, case .span(let count) = end { last = first + count }
    if let last, case .span(let count) = start { first = last - count }
    return (
      first.flatMap { tracks.startLine($0 + axis.leading) },
      last.flatMap { tracks.endLine($0 + axis.leading) }
    )
  }
}

extension GridAlignment {
  /// The border box's distance from its area's start; nil margins are `auto`.
  fileprivate func offset(
    of size: Double, in area: Double, before: Double?, after: Double?, shim: Double
  ) -> Double {
    let free = area - size - (before ?? 0) - (after ?? 0)
    switch (before, after) {
    case (nil, nil): return max(0, free / 2)
    case (nil, _?): return max(0, free)
    case (let before?, nil): return before
    case (let before?, _?):
      return switch self {
      case .start, .stretch, .normal: before
      case .center: before + free / 2
      case .end: before + free
      case .firstBaseline: before + shim
      case .lastBaseline: before + free - shim
      }
    }
  }
}
