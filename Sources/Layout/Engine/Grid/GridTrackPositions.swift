import Pixels
import Styling

/// Where the tracks of one axis stand, from the content box's own start on that axis.
struct GridTrackPositions {
  private let starts: [Double]
  private let ends: [Double]

  init(
    _ tracks: [GridTrack], gap: Double, room: Double, distribution: FlexDistribution
  ) {
    let present = tracks.count { !$0.isCollapsed }
    let free = room - tracks.size(gap: gap)
    let (leading, between) = distribution.spaces(free: free, count: present, startIsFlowStart: true)
    var starts: [Double] = []
    var ends: [Double] = []
    var position = leading
    var isFirst = true
    for track in tracks {
      if !track.isCollapsed {
        if !isFirst { position += gap + between }
        isFirst = false
      }
      starts.append(position)
      position += track.base
      ends.append(position)
    }
    self.starts = starts
    self.ends = ends
  }

  /// How far the tracks reach together, gaps and distributed space between them included.
  func extent(of range: Range<Int>) -> Double {
    ends[range.upperBound - 1] - starts[range.lowerBound]
  }

  func start(of range: Range<Int>) -> Double { starts[range.lowerBound] }

  /// A line as the start of an area; nil when the grid has no such line.
  func startLine(_ line: Int) -> Double? {
    if starts.indices.contains(line) { return starts[line] }
    return line == ends.count ? ends.last : nil
  }

  /// A line as the end of an area.
  func endLine(_ line: Int) -> Double? {
    if line == 0 { return starts.first }
    return ends.indices.contains(line - 1) ? ends[line - 1] : nil
  }
}

extension FlexDistribution {
  /// `justify-content` or `align-content` of a grid, from the axis' own start.
  init(_ content: FlexStyle.Justify, isReversed: Bool) {
    self =
      switch content {
      case .normal, .stretch: .stretch
      case .start, .flexStart: .start
      case .end, .flexEnd: .end
      case .left: isReversed ? .end : .start
      case .right: isReversed ? .start : .end
      case .center: .center
      case .spaceBetween: .spaceBetween
      case .spaceAround: .spaceAround
      case .spaceEvenly: .spaceEvenly
      }
  }
}
