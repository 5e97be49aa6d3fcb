import Console
import Ledger
import Posts

/// An ad's figures by day.
enum AdMetricsText {
  /// Figures that no report told are left out.
  static func table(of result: AdResult) -> String {
    let rows = result.rows.map(\.figures)
    var total = cells(AdFigures.total(of: rows))
    total[0] = AdFigures.spend(of: rows).map { $0.inFull() }.joined(separator: " + ")
    let columns = titles.indices.filter { !total[$0].isEmpty }
    var table = Table(
      [Table.Column(title: "days")]
        + columns.map {
          Table.Column(title: titles[$0], isRightAligned: true, isEssential: $0 < essential)
        })
    for row in result.rows {
      let days = row.firstDay...max(row.firstDay, row.lastDay)
      let cells = cells(row.figures)
      table.add([days.inWords] + columns.map { cells[$0] })
    }
    if rows.count > 1 { table.add(["total"] + columns.map { total[$0] }) }
    var text = table.text()
    if result.repeatedRows > 0 {
      text += "\n\(result.repeatedRows) more are not counted: other reports cover their days\n"
    }
    return text
  }

  private static let titles = [
    "spend", "impressions", "clicks", "views", "2 s", "6 s", "to the end", "likes", "comments",
    "shares", "follows", "visits", "conversions",
  ]
  /// The first ones stay on a narrow terminal.
  private static let essential = 3

  /// Unknown is empty, never zero.
  private static func cells(_ figures: AdFigures) -> [String] {
    let counts = [
      figures.impressions, figures.clicks, figures.videoViews, figures.views2s, figures.views6s,
      figures.completions, figures.likes, figures.comments, figures.shares, figures.follows,
      figures.profileVisits, figures.conversions,
    ]
    return [figures.spend?.inFull() ?? ""] + counts.map { $0.map(ReportNumbers.count) ?? "" }
  }
}

/// `flint ad metrics show --json`; the keys are promised.
struct AdMetricsJSON: Encodable {
  struct RowJSON: Encodable {
    var firstDay: Day
    var lastDay: Day
    var figures: AdFigures
  }

  var ad: Key<Ad>
  var metrics: [RowJSON]
  /// Without reach, which cannot be added up.
  var total: AdFigures
  /// Rows that other rows cover.
  var notCounted: Int

  init(_ dossier: AdDossier) {
    ad = dossier.record.ad.key
    let rows = dossier.result?.rows ?? []
    metrics = rows.map {
      RowJSON(firstDay: $0.firstDay, lastDay: $0.lastDay, figures: $0.figures)
    }
    total = AdFigures.total(of: rows.map(\.figures))
    notCounted = dossier.result?.repeatedRows ?? 0
  }
}
