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
    /// What the ad belongs to, where the report says it.
    public var campaignName: String?
    public var adGroupName: String?

    public init(
      row: Int, adID: String?, adName: String?, firstDay: Day, lastDay: Day, figures: AdFigures,
      primaryStatus: String? = nil, secondaryStatus: String? = nil, campaignName: String? = nil,
      adGroupName: String? = nil
    ) {
      self.row = row
      self.adID = adID
      self.adName = adName
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.figures = figures
      self.primaryStatus = primaryStatus
      self.secondaryStatus = secondaryStatus
      self.campaignName = campaignName
      self.adGroupName = adGroupName
    }
  }

  public var lines: [Line]
  /// Headers that are not understood, as they stand.
  public var unknownColumns: [String]
  /// Rows left out on purpose (totals, blanks, what stands above the header), from 1.
  public var skippedRows: [Int]

  /// A report of 100,000 ads and days has some 20 MB; it is held in memory whole.
  public static let maximumFileBytes = 64_000_000

  public init(lines: [Line], unknownColumns: [String], skippedRows: [Int]) {
    self.lines = lines
    self.unknownColumns = unknownColumns
    self.skippedRows = skippedRows
  }
}
