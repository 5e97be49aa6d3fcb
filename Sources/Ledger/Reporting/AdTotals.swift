public import Posts

/// What a set of ads comes to.
public struct AdTotals: Equatable, Sendable {
  /// Those with rows.
  public var ads: Int
  /// nil when there are no rows.
  public var days: ClosedRange<Day>?
  /// The sum of what is known; held at the end of `Int`.
  public var impressions: Int
  /// Rows that do not tell their impressions.
  public var rowsWithoutImpressions: Int
  public var rows: Int
  /// One amount a currency, the largest first.
  public var spend: [Money]
  /// See `AdResult`.
  public var repeatedRows: Int
  public var cutRows: Int

  public init(_ ads: [AdResult]) {
    self.ads = ads.count { !$0.rows.isEmpty }
    impressions = 0
    rowsWithoutImpressions = 0
    rows = 0
    repeatedRows = ads.reduce(0) { $0 + $1.repeatedRows }
    cutRows = ads.reduce(0) { $0 + $1.cutRows }
    var sums: [String: Int] = [:]
    for row in ads.lazy.flatMap(\.rows) {
      rows += 1
      let start = min(days?.lowerBound ?? row.firstDay, row.firstDay)
      days = start...max(days?.upperBound ?? row.lastDay, row.lastDay)
      if let count = row.figures.impressions, count >= 0 {
        impressions = impressions.addingSaturated(count)
      } else {
        rowsWithoutImpressions += 1
      }
      if let money = row.figures.spend {
        sums[money.currency] = (sums[money.currency] ?? 0).addingSaturated(money.minorUnits)
      }
    }
    spend = sums.map { Money(minorUnits: $1, currency: $0) }
    spend.sort { ($1.minorUnits, $0.currency) < ($0.minorUnits, $1.currency) }
  }
}
