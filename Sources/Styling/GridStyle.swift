/// What CSS Grid 2 and the inline half of CSS Box Alignment say about one element.
public struct GridStyle: Equatable, Sendable {
  public var templateColumns = GridTemplate()
  public var templateRows = GridTemplate()
  public var templateAreas = GridAreas()
  /// Sizes of the tracks outside the template, over and over; never empty.
  public var autoColumns = [GridTrackSize.auto]
  public var autoRows = [GridTrackSize.auto]
  public var autoFlow = GridFlow()
  public var columnStart = GridLine.auto
  public var columnEnd = GridLine.auto
  public var rowStart = GridLine.auto
  public var rowEnd = GridLine.auto
  public var justifyItems = Justify.normal
  public var justifySelf = Justify.auto

  public enum Justify: String, Sendable {
    /// Only `justify-self` has `auto`.
    case auto
    case normal, stretch, start, end, center, selfStart, selfEnd, flexStart, flexEnd, left, right,
      baseline, lastBaseline
  }

  public init() {}
}

/// `grid-auto-flow`.
public struct GridFlow: Hashable, Sendable {
  public var isColumn = false
  public var isDense = false

  public init(isColumn: Bool = false, isDense: Bool = false) {
    self.isColumn = isColumn
    self.isDense = isDense
  }
}

/// One value of a track's sizing function.
public enum GridBreadth: Hashable, Sendable {
  case length(LengthPercentage)
  /// `fr`; only as a maximum.
  case flex(Double)
  case minContent, maxContent, auto
}

/// The sizing function of a track (CSS Grid 2 §7.2).
public struct GridTrackSize: Hashable, Sendable {
  public var minimum: GridBreadth
  public var maximum: GridBreadth
  /// The argument of `fit-content()`; the maximum is then `max-content`.
  public var fitLimit: LengthPercentage?

  public init(minimum: GridBreadth, maximum: GridBreadth, fitLimit: LengthPercentage? = nil) {
    self.minimum = minimum
    self.maximum = maximum
    self.fitLimit = fitLimit
  }

  /// A breadth alone; `fr` is `minmax(auto, fr)`.
  public init(_ breadth: GridBreadth) {
    self.init(minimum: breadth, maximum: breadth)
    if case .flex = breadth { minimum = .auto }
  }

  public static let auto = GridTrackSize(.auto)
}

/// Tracks in order with the names of the lines around them.
public struct GridTrackList: Equatable, Sendable {
  public var sizes: [GridTrackSize] = []
  /// `count == sizes.count + 1`.
  public var lineNames: [[String]] = [[]]

  public init() {}

  /// The second list behind the first; the lines where they meet are one.
  public static func + (first: GridTrackList, second: GridTrackList) -> GridTrackList {
    var joined = first
    joined.sizes += second.sizes
    joined.lineNames[first.sizes.count] += second.lineNames[0]
    joined.lineNames += second.lineNames.dropFirst()
    return joined
  }
}

/// `grid-template-columns` or `grid-template-rows`; all lists are empty for `none`.
public struct GridTemplate: Equatable, Sendable {
  public struct Repetition: Equatable, Sendable {
    public var tracks: GridTrackList
    /// `auto-fit`: what stays empty collapses.
    public var fits: Bool
  }

  public var before = GridTrackList()
  /// `repeat(auto-fill, …)` or `repeat(auto-fit, …)`; its tracks have a definite size.
  public var repetition: Repetition?
  public var after = GridTrackList()

  public init() {}
}

/// `grid-template-areas`.
public struct GridAreas: Equatable, Sendable {
  public struct Area: Equatable, Sendable {
    public var name: String
    public var rows: Range<Int>
    public var columns: Range<Int>
  }

  public var rowCount = 0
  public var columnCount = 0
  /// In the order in which they begin.
  public var areas: [Area] = []

  public init() {}
}

/// One side of a grid item's placement (CSS Grid 2 §8.3).
public enum GridLine: Hashable, Sendable {
  case auto
  /// From 1 at the start or -1 at the end of the template; never 0.
  case line(Int)
  /// The n-th line of this name, from the end where `index` is negative; never 0.
  case named(String, index: Int)
  /// A name alone: an area's side, else a line.
  case area(String)
  /// At least 1.
  case span(Int)
  case spanNamed(String, Int)
}

/// How far a grid may be told to reach.
package enum GridLimits {
  /// Tracks of a template.
  package static let tracks = 1000
  /// Line numbers and spans, either way.
  package static let lines = 1000
  package static let items = 1000
}
