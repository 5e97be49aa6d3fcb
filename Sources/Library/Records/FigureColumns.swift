import GRDB
import Posts

/// How an ad's figures stand in a row of `metrics`.
enum FigureColumns {
  /// Beside `spend` and `currency`, in the order of their columns.
  static let counts: [(name: String, figure: any WritableKeyPath<AdFigures, Int?> & Sendable)] = [
    ("impressions", \.impressions), ("reach", \.reach), ("clicks", \.clicks),
    ("destination_clicks", \.destinationClicks), ("video_views", \.videoViews),
    ("views_2s", \.views2s), ("views_6s", \.views6s), ("focused_views_6s", \.focusedViews6s),
    ("completions", \.completions), ("likes", \.likes), ("comments", \.comments),
    ("shares", \.shares), ("follows", \.follows), ("profile_visits", \.profileVisits),
    ("conversions", \.conversions),
  ]

  /// `spend`, `currency` and the counts.
  static let list = (["spend", "currency"] + counts.map(\.name)).joined(separator: ", ")

  static func values(_ figures: AdFigures) -> [(any DatabaseValueConvertible)?] {
    [figures.spend?.minorUnits, figures.spend?.currency]
      + counts.map { figures[keyPath: $0.figure] }
  }

  static func figures(_ columns: inout Columns) throws -> AdFigures {
    var figures = AdFigures()
    figures.spend = try columns.moneyIfAny()
    for count in counts { figures[keyPath: count.figure] = try columns.next() }
    return figures
  }
}
