public import Posts

/// An Ads Manager report, read: one line an ad and day (or range of days).
public struct AdReport: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// In the file, from 1: a CSV's line or a sheet's row.
    public var row: Int
    /// TikTok's id, digits; nil when the report has no such column.
    public var adID: String?
    public var adName: String?
    public var firstDay: Day
    /// The same as the first when the report is broken down by day.
    public var lastDay: Day
    public var figures: AdFigures
    /// Verbatim, in words.
    public var primaryStatus: String?
    public var secondaryStatus: String?

    public init(
      row: Int, adID: String?, adName: String?, firstDay: Day, lastDay: Day, figures: AdFigures,
      primaryStatus: String? = nil, secondaryStatus: String? = nil
    ) {
      self.row = row
      self.adID = adID
      self.adName = adName
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.figures = figures
      self.primaryStatus = primaryStatus
      self.secondaryStatus = secondaryStatus
    }
  }

  public var lines: [Line]
  /// Headers that are not understood, as they stand.
  public var unknownColumns: [String]
  /// Rows left out on purpose (totals, blanks), from 1.
  public var skippedRows: [Int]

  public init(lines: [Line], unknownColumns: [String], skippedRows: [Int]) {
    self.lines = lines
    self.unknownColumns = unknownColumns
    self.skippedRows = skippedRows
  }
}
