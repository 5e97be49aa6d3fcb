public import Posts

/// An Ads Manager report, read: one line an ad and day (or range of days).
public struct AdReport: Equatable, Sendable {
  /// What the report says of one ad on one day, or over several.
  public struct Line: Equatable, Sendable {
    /// In the file, from 1: a CSV's line or a sheet's row.
    public var row: Int
    /// TikTok's id, digits; nil when the report has no such column.
    public var adID: String?
    /// The ad's name, as the report has it.
    public var adName: String?
    /// The first of the days that the figures are about.
    public var firstDay: Day
    /// The same as the first when the report is broken down by day.
    public var lastDay: Day
    /// What the ad did on these days.
    public var figures: AdFigures
    /// Verbatim, in words.
    public var primaryStatus: String?
    /// The status in the column beside it, verbatim.
    public var secondaryStatus: String?
    /// The campaign that the ad belongs to, where the report says it.
    public var campaignName: String?
    /// The ad group that the ad belongs to, where the report says it.
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

  /// In the file's order.
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
