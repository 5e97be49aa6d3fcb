import Posts
import Workflow

/// An ad's figures by day.
enum AdMetricsText {
  static func table(of result: AdResult) -> String {
    var table = Table([
      Table.Column(title: "days"),
      column("spend"), column("impressions"), column("clicks"),
      column("views", isEssential: false), column("2 s", isEssential: false),
      column("6 s", isEssential: false), column("to the end", isEssential: false),
      column("likes", isEssential: false), column("comments", isEssential: false),
      column("shares", isEssential: false), column("follows", isEssential: false),
    ])
    for row in result.rows {
      let days = row.firstDay...max(row.firstDay, row.lastDay)
      table.add([days.inWords] + cells(row.figures))
    }
    if result.rows.count > 1 {
      let rows = result.rows.map(\.figures)
      var total = cells(AdFigures.total(of: rows))
      total[0] = AdFigures.spend(of: rows).map { $0.formatted() }.joined(separator: " + ")
      table.add(["total"] + total)
    }
    var text = table.text()
    if result.repeatedRows > 0 {
      text += "\n\(result.repeatedRows) more are not counted: other reports cover their days\n"
    }
    return text
  }

  private static func column(_ title: String, isEssential: Bool = true) -> Table.Column {
    Table.Column(title: title, isRightAligned: true, isEssential: isEssential)
  }

  /// Unknown is empty, never zero.
  private static func cells(_ figures: AdFigures) -> [String] {
    let counts = [
      figures.impressions, figures.clicks, figures.videoViews, figures.views2s, figures.views6s,
      figures.completions, figures.likes, figures.comments, figures.shares, figures.follows,
    ]
    return [figures.spend?.formatted() ?? ""] + counts.map { $0.map(ReportNumbers.count) ?? "" }
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
