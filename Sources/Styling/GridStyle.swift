/// What CSS Grid 2 and the inline half of CSS Box Alignment say about one element.
public struct GridStyle: Equatable, Sendable {
  /// `grid-template-columns`
  public var templateColumns = GridTemplate()
  /// `grid-template-rows`
  public var templateRows = GridTemplate()
  /// `grid-template-areas`
  public var templateAreas = GridAreas()
  /// Sizes of the columns outside the template, over and over; never empty.
  public var autoColumns = [GridTrackSize.auto]
  /// Sizes of the rows outside the template, over and over; never empty.
  public var autoRows = [GridTrackSize.auto]
  /// How items without a place are placed.
  public var autoFlow = GridFlow()
  /// Where the element, as an item, begins among the columns.
  public var columnStart = GridLine.auto
  /// Where the element, as an item, ends among the columns.
  public var columnEnd = GridLine.auto
  /// Where the element, as an item, begins among the rows.
  public var rowStart = GridLine.auto
  /// Where the element, as an item, ends among the rows.
  public var rowEnd = GridLine.auto
  /// Where items stand in their columns that do not say it themselves.
  public var justifyItems = Justify.normal
  /// Where this item stands in its columns; `auto` asks the container.
  public var justifySelf = Justify.auto

  /// CSS `justify-items` and `justify-self`.
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
  /// Whether columns are filled before rows.
  public var isColumn = false
  /// Whether holes left earlier are filled, out of document order.
  public var isDense = false

  public init(isColumn: Bool = false, isDense: Bool = false) {
    self.isColumn = isColumn
    self.isDense = isDense
  }
}

/// One value of a track's sizing function.
public enum GridBreadth: Hashable, Sendable {
  /// px, or per cent of the grid's size.
  case length(LengthPercentage)
  /// `fr`; only as a maximum.
  case flex(Double)
  /// By what the items in the track need at least or at most, or as the rest allows.
  case minContent, maxContent, auto
}

/// The sizing function of a track (CSS Grid 2 §7.2).
public struct GridTrackSize: Hashable, Sendable {
  /// The size that the track has at least.
  public var minimum: GridBreadth
  /// The size that the track grows to, where there is room.
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

  /// As large as its items, and stretched where there is room.
  public static let auto = GridTrackSize(.auto)
}

/// Tracks in order with the names of the lines around them.
public struct GridTrackList: Equatable, Sendable {
  /// The tracks' sizing functions.
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
  /// Tracks that are repeated as often as they fit.
  public struct Repetition: Equatable, Sendable {
    /// The tracks of one repetition.
    public var tracks: GridTrackList
    /// `auto-fit`: what stays empty collapses.
    public var fits: Bool
  }

  /// The tracks before the repetition, or all of them where there is none.
  public var before = GridTrackList()
  /// `repeat(auto-fill, …)` or `repeat(auto-fit, …)`; its tracks have a definite size.
  public var repetition: Repetition?
  /// The tracks behind the repetition.
  public var after = GridTrackList()

  public init() {}
}

/// `grid-template-areas`.
public struct GridAreas: Equatable, Sendable {
  /// A named rectangle of cells.
  public struct Area: Equatable, Sendable {
    /// The name that `grid-area` takes.
    public var name: String
    /// From 0; never empty.
    public var rows: Range<Int>
    /// From 0; never empty.
    public var columns: Range<Int>
  }

  /// How many rows the strings have.
  public var rowCount = 0
  /// How many columns each string has.
  public var columnCount = 0
  /// In the order in which they begin.
  public var areas: [Area] = []

  public init() {}
}

/// One side of a grid item's placement (CSS Grid 2 §8.3).
public enum GridLine: Hashable, Sendable {
  /// Wherever there is room.
  case auto
  /// From 1 at the start or -1 at the end of the template; never 0.
  case line(Int)
  /// The n-th line of this name, from the end where `index` is negative; never 0.
  case named(String, index: Int)
  /// A name alone: an area's side, else a line.
  case area(String)
  /// At least 1.
  case span(Int)
  /// As far as the n-th line of this name; at least 1.
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
