import Styling

/// The grid item placement algorithm (CSS Grid 2 §8.5), in terms of the axis that is filled first
/// (minor: the columns, under `grid-auto-flow: row`) and the one that grows (major).
struct GridAutoPlacement {
  struct Item {
    var minor: GridLines.Position
    var major: GridLines.Position
  }

  struct Cell {
    var minor: Range<Int>
    var major: Range<Int>

    fileprivate func overlaps(_ other: Cell) -> Bool {
      minor.overlaps(other.minor) && major.overlaps(other.major)
    }
  }

  /// By item.
  private(set) var cells: [Cell]
  /// All tracks there are, implicit ones included.
  private(set) var minor: Range<Int>
  private(set) var major: Range<Int>
  private var taken: [Cell] = []

  init(_ items: [Item], minorCount: Int, majorCount: Int, isDense: Bool) {
    cells = Array(repeating: Cell(minor: 0..<1, major: 0..<1), count: items.count)
    minor = 0..<minorCount
    major = 0..<majorCount
    for item in items {
      if case .tracks(let range) = item.minor { minor = minor.union(range) }
      if case .tracks(let range) = item.major { major = major.union(range) }
    }
    placeWhereSaid(items)
    placeInMajorTracks(items, isDense: isDense)
    for item in items {
      guard case .anywhere(let span) = item.minor else { continue }
      minor = minor.lowerBound..<max(minor.upperBound, minor.lowerBound + span)
    }
    placeRest(items, isDense: isDense)
  }

  private mutating func take(_ cell: Cell, for index: Int) {
    cells[index] = cell
    taken.append(cell)
    minor = minor.union(cell.minor)
    major = major.union(cell.major)
  }

  private func obstacle(to cell: Cell) -> Cell? { taken.first { $0.overlaps(cell) } }

  /// Step 0.
  private mutating func placeWhereSaid(_ items: [Item]) {
    for (index, item) in items.enumerated() {
      guard case .tracks(let minor) = item.minor, case .tracks(let major) = item.major else {
        continue
      }
      take(Cell(minor: minor, major: major), for: index)
    }
  }

  /// Step 1: the items that only say their row.
  private mutating func placeInMajorTracks(_ items: [Item], isDense: Bool) {
    var ends: [Int: Int] = [:]
    for (index, item) in items.enumerated() {
      guard case .anywhere(let span) = item.minor, case .tracks(let major) = item.major else {
        continue
      }
      var start = isDense ? minor.lowerBound : ends[major.lowerBound] ?? minor.lowerBound
      while let obstacle = obstacle(to: Cell(minor: start..<start + span, major: major)) {
        start = obstacle.minor.upperBound
      }
      take(Cell(minor: start..<start + span, major: major), for: index)
      ends[major.lowerBound] = start + span
    }
  }

  /// Step 4: the items whose row is to be found.
  private mutating func placeRest(_ items: [Item], isDense: Bool) {
    var cursor = (major: major.lowerBound, minor: minor.lowerBound)
    for (index, item) in items.enumerated() {
      guard case .anywhere(let span) = item.major else { continue }
      if isDense { cursor = (major.lowerBound, minor.lowerBound) }
      switch item.minor {
      case .tracks(let range):
        if range.lowerBound < cursor.minor { cursor.major += 1 }
        cursor.minor = range.lowerBound
        while let obstacle = obstacle(
          to: Cell(minor: range, major: cursor.major..<cursor.major + span))
        {
          cursor.major = obstacle.major.upperBound
        }
        take(Cell(minor: range, major: cursor.major..<cursor.major + span), for: index)
      case .anywhere(let minorSpan):
        let cell = firstFree(minorSpan: minorSpan, majorSpan: span, from: cursor)
        cursor = (cell.major.lowerBound, cell.minor.lowerBound)
        take(cell, for: index)
      }
    }
  }

  /// Row by row; rows in which the same things would stand in the way are skipped.
  private func firstFree(
    minorSpan: Int, majorSpan: Int, from cursor: (major: Int, minor: Int)
  ) -> Cell {
    var (row, start) = cursor
    while true {
      var nextRow: Int?
      while start + minorSpan <= minor.upperBound {
        let cell = Cell(minor: start..<start + minorSpan, major: row..<row + majorSpan)
        guard let obstacle = obstacle(to: cell) else { return cell }
        start = obstacle.minor.upperBound
        nextRow = min(nextRow ?? .max, obstacle.major.upperBound)
      }
      // From the cursor's own row on the rows begin at their start, which may be free.
      row = row == cursor.major ? row + 1 : max(row + 1, nextRow ?? 0)
      start = minor.lowerBound
    }
  }
}

extension Range<Int> {
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
