import Styling

/// How often a grid's automatic repetitions repeat.
struct GridRepetitions: Hashable {
  var columns: Int
  var rows: Int
}

/// Which tracks a grid has and which of them each item takes (CSS Grid 2 §8).
struct GridPlacement {
  struct Item {
    let box: Box
    /// Among the container's children, in document order.
    let index: Int
    /// Into the grid's tracks, implicit ones included.
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// In the order of `order`, in-flow children only.
  let items: [Item]
  let columns: GridAxisTracks
  let rows: GridAxisTracks

  init(of box: Box, children: [Box], repetitions: GridRepetitions) {
    let style = box.style.grid
    let areas = style.templateAreas
    let columnList = style.templateColumns.expanded(repetitions.columns)
    let rowList = style.templateRows.expanded(repetitions.rows)
    let columnLines = GridLines(
      columnList, areas: areas.areas.map { ($0.name, $0.columns) },
      areaTrackCount: areas.columnCount)
    let rowLines = GridLines(
      rowList, areas: areas.areas.map { ($0.name, $0.rows) }, areaTrackCount: areas.rowCount)

    let flow = style.autoFlow
    let inFlow = children.enumerated().filter { !$0.element.isOutOfFlow }
      .sorted {
        ($0.element.style.flex.order, $0.offset) < ($1.element.style.flex.order, $1.offset)
      }
    let positions = inFlow.map { _, child in
      let own = child.style.grid
      let column = columnLines.position(from: own.columnStart, to: own.columnEnd)
      let row = rowLines.position(from: own.rowStart, to: own.rowEnd)
      return flow.isColumn
        ? GridAutoPlacement.Item(minor: row, major: column)
        : GridAutoPlacement.Item(minor: column, major: row)
    }
    let placed = GridAutoPlacement(
      positions, minorCount: flow.isColumn ? rowLines.trackCount : columnLines.trackCount,
      majorCount: flow.isColumn ? columnLines.trackCount : rowLines.trackCount,
      isDense: flow.isDense)
    let (columnBounds, rowBounds) =
      flow.isColumn ? (placed.major, placed.minor) : (placed.minor, placed.major)
    var items: [Item] = []
    for ((index, child), cell) in zip(inFlow, placed.cells) {
      let (column, row) = flow.isColumn ? (cell.major, cell.minor) : (cell.minor, cell.major)
      items.append(
        Item(
          box: child, index: index, columns: column.moved(by: -columnBounds.lowerBound),
          rows: row.moved(by: -rowBounds.lowerBound)))
    }
    self.items = items
    columns = GridAxisTracks(
      columnList, lines: columnLines, bounds: columnBounds, implicit: style.autoColumns,
      empty: style.templateColumns.fitted(repetitions.columns), taken: items.map(\.columns))
    rows = GridAxisTracks(
      rowList, lines: rowLines, bounds: rowBounds, implicit: style.autoRows,
      empty: style.templateRows.fitted(repetitions.rows), taken: items.map(\.rows))
  }
}

/// The sizing functions of one axis' tracks, implicit ones included.
struct GridAxisTracks {
  let sizes: [GridTrackSize]
  /// The empty tracks of an `auto-fit`.
  let collapsed: Set<Int>
  /// Tracks before the template's first line.
  let leading: Int
  let lines: GridLines

  init(
    _ list: GridTrackList, lines: GridLines, bounds: Range<Int>, implicit: [GridTrackSize],
    empty: Range<Int>, taken: [Range<Int>]
  ) {
    self.lines = lines
    leading = -bounds.lowerBound
    let explicit = list.sizes.count
    let count = implicit.count
    sizes = bounds.map { track in
      if (0..<explicit).contains(track) { return list.sizes[track] }
      // The pattern goes on forward behind the template and backward before it.
      return track < 0
        ? implicit[(count - 1) - (-track - 1) % count] : implicit[(track - explicit) % count]
    }
    var collapsed: Set<Int> = []
    for track in empty {
      let index = track - bounds.lowerBound
      if !taken.contains(where: { $0.contains(index) }) { collapsed.insert(index) }
    }
    self.collapsed = collapsed
  }
}

extension GridTemplate {
  /// All its tracks, the automatic repetition `count` times.
  func expanded(_ count: Int) -> GridTrackList {
    guard let repetition else { return before }
    var list = before
    for _ in 0..<count { list = list + repetition.tracks }
    return list + after
  }

  /// The tracks that collapse when they are empty.
  fileprivate func fitted(_ count: Int) -> Range<Int> {
    guard let repetition, repetition.fits else { return 0..<0 }
    let start = before.sizes.count
    return start..<start + count * repetition.tracks.sizes.count
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
