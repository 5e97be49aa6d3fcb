import Styling

/// The named and numbered lines of one axis of a grid's template (CSS Grid 2 §7, §8.3).
///
/// Lines are counted from 0 at the template's start; implicit ones are negative or beyond
/// `trackCount`.
struct GridLines {
  /// Where an item stands on one axis.
  enum Position: Hashable {
    case tracks(Range<Int>)
    /// Found by auto-placement.
    case anywhere(span: Int)
  }

  let trackCount: Int
  /// `count == trackCount + 1`.
  private let names: [[String]]

  init(_ tracks: GridTrackList, areas: [(name: String, range: Range<Int>)], areaTrackCount: Int) {
    trackCount = max(tracks.sizes.count, areaTrackCount)
    var names = tracks.lineNames
    names += Array(repeating: [], count: trackCount + 1 - names.count)
    for area in areas {
      names[area.range.lowerBound].append(area.name + "-start")
      names[area.range.upperBound].append(area.name + "-end")
    }
    self.names = names
  }

  func position(from start: GridLine, to end: GridLine) -> Position {
    switch (index(of: start, "-start"), index(of: end, "-end")) {
    case (let start?, let end?):
      return .tracks(min(start, end)..<(start == end ? start + 1 : max(start, end)))
    case (let first?, nil): return .tracks(first..<lineAfter(first, end))
    case (nil, let last?): return .tracks(lineBefore(last, start)..<last)
    case (nil, nil):
      switch (start, end) {
      case (.span(let count), _): return .anywhere(span: count)
      case (.spanNamed, _): return .anywhere(span: 1)
      case (_, .span(let count)): return .anywhere(span: count)
      default: return .anywhere(span: 1)
      }
    }
  }

  /// The line itself where a value names one; nil for `auto` and spans.
  func index(of line: GridLine, _ side: String) -> Int? {
    switch line {
    case .auto, .span, .spanNamed: nil
    case .line(let number): number > 0 ? number - 1 : trackCount + 1 + number
    case .named(let name, let number): index(of: name, number)
    case .area(let name):
      names.firstIndex { $0.contains(name + side) } ?? index(of: name, 1)
    }
  }

  /// All implicit lines have every name.
  private func index(of name: String, _ number: Int) -> Int {
    let found = names.indices.filter { names[$0].contains(name) }
    if number > 0 {
      return number <= found.count ? found[number - 1] : trackCount + number - found.count
    }
    return -number <= found.count ? found[found.count + number] : number + found.count
  }

  private func lineAfter(_ first: Int, _ end: GridLine) -> Int {
    switch end {
    case .span(let count): return first + count
    case .spanNamed(let name, let count):
      let found = names.indices.filter { $0 > first && names[$0].contains(name) }
      return count <= found.count
        ? found[count - 1] : max(trackCount, first) + count - found.count
    default: return first + 1
    }
  }

  private func lineBefore(_ last: Int, _ start: GridLine) -> Int {
    switch start {
    case .span(let count): return last - count
    case .spanNamed(let name, let count):
      let found = names.indices.filter { $0 < last && names[$0].contains(name) }
      return count <= found.count
        ? found[found.count - count] : min(0, last) - (count - found.count)
    default: return last - 1
    }
  }
}
