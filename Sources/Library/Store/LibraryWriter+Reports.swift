import Diagnostics
import GRDB
public import Posts

/// A report that was read, with its lines matched to ads.
public struct ReportImport: Equatable, Sendable {
  /// As the user named it, without folders.
  public var file: String
  /// 64 hexadecimal digits, of its bytes.
  public var sha256: String
  /// In the file's order; their `importNumber` is set by the library.
  public var snapshots: [MetricsSnapshot]

  public init(file: String, sha256: String, snapshots: [MetricsSnapshot]) {
    self.file = file
    self.sha256 = sha256
    self.snapshots = snapshots
  }

  /// What became of a report's lines.
  public struct Outcome: Equatable, Sendable {
    /// Were not there before.
    public var added: Int
    /// Were there already.
    public var unchanged: Int
    /// How many of those added are covered by others for the same days, so not counted.
    public var notCounted: Int
  }
}

extension LibraryWriter {
  /// Adds a report's snapshots; those that are there already, with the same figures from a report
  /// of the same bytes, change nothing. Decides again what is counted for the ads it touches.
  ///
  /// The same file keeps its number, so it may come again when more of its ads are known. Two
  /// snapshots of it for the same ad and days are the caller's to add up before: the first stays.
  public func add(_ report: ReportImport) throws -> ReportImport.Outcome {
    let known = try reader.reportNumber(sha256: report.sha256)
    if known == nil {
      try run(
        "INSERT INTO reports (sha256, file, at) VALUES (?, ?, ?)",
        [report.sha256, report.file, circumstances.at.seconds])
    }
    let number = try known ?? reader.reportNumber(sha256: report.sha256).required()
    let sql = """
      INSERT INTO metrics (
        report, ad, standard_ad, first_day, last_day, counted, \(FigureColumns.list))
      VALUES (\(Array(repeating: "?", count: 8 + FigureColumns.counts.count)
        .joined(separator: ", ")))
      ON CONFLICT DO NOTHING
      """
    var ids: [Key<Ad>: Int] = [:]
    var added: [MetricsSnapshot.Subject: Set<Int64>] = [:]
    for snapshot in report.snapshots {
      var id: Int?
      var standard: String?
      switch snapshot.ad {
      case .spark(let key):
        id = try ids[key] ?? adID(key)
        ids[key] = id
      case .standard(let key):
        standard = key.text
        try require("standard_ads", key.text, .noSuchAd(key.text, nearest: nil))
      }
      let start: [(any DatabaseValueConvertible)?] = [
        number, id, standard, snapshot.firstDay.number, snapshot.lastDay.number, 0,
      ]
      try run(sql, StatementArguments(start + FigureColumns.values(snapshot.figures)))
      if db.changesCount > 0 { added[snapshot.ad, default: []].insert(db.lastInsertedRowID) }
    }
    var notCounted = 0
    for (subject, rows) in added {
      notCounted += rows.subtracting(try recount(subject)).count
    }
    let count = added.values.reduce(0) { $0 + $1.count }
    if count > 0 || known == nil {
      try log(
        ["file": report.file, "added": "\(count)"], kind: "imported", of: .report, report.sha256)
    }
    return ReportImport.Outcome(
      added: count, unchanged: report.snapshots.count - count, notCounted: notCounted)
  }

  /// Makes a Spark Ad's what was taken for an In-Feed ad: the figures; TikTok's id becomes free.
  ///
  /// - Returns: how many snapshots are the ad's now.
  public func adopt(_ standardAd: Key<StandardAd>, as ad: Key<Ad>) throws -> Int {
    // What the ad has of the same report and days already stays as it is.
    try run(
      "UPDATE OR IGNORE metrics SET ad = ?, standard_ad = NULL WHERE standard_ad = ?",
      [try adID(ad), standardAd.text])
    let count = db.changesCount
    try run("DELETE FROM metrics WHERE standard_ad = ?", [standardAd.text])
    try run("DELETE FROM standard_ads WHERE key = ?", [standardAd.text])
    _ = try recount(.spark(ad))
    try log(
      ["standardAd": standardAd.text, "ad": ad.text, "snapshots": "\(count)"], kind: "adopted",
      of: .report, standardAd.text)
    return count
  }

  private func adID(_ key: Key<Ad>) throws -> Int {
    let id = try reader.rows("SELECT id FROM ads WHERE key = ?", [key.text]) {
      try $0.next() as Int
    }.first
    guard let id else { throw Diagnostic.noSuchAd(key.text, nearest: nil) }
    return id
  }

  /// Chooses again which snapshots of an ad are counted.
  ///
  /// - Returns: the rows that are.
  private func recount(_ subject: MetricsSnapshot.Subject) throws -> Set<Int64> {
    let condition: String
    let argument: (any DatabaseValueConvertible)?
    switch subject {
    case .spark(let key): (condition, argument) = ("ad = ?", try adID(key))
    case .standard(let key): (condition, argument) = ("standard_ad = ?", key.text)
    }
    let found = try reader.rows(
      "SELECT id, counted, first_day, last_day, report FROM metrics WHERE \(condition)", [argument]
    ) { columns in
      (
        id: try columns.next() as Int64, wasCounted: try columns.next() as Bool,
        snapshot: MetricsSnapshot(
          ad: subject, firstDay: Day(number: try columns.next()),
          lastDay: Day(number: try columns.next()), figures: AdFigures(),
          importNumber: try columns.next())
      )
    }
    let counted = Set(MetricsSnapshot.counted(among: found.map(\.snapshot)))
    for (index, row) in found.enumerated() where row.wasCounted != counted.contains(index) {
      try run("UPDATE metrics SET counted = ? WHERE id = ?", [!row.wasCounted, row.id])
    }
    return Set(counted.map { found[$0].id })
  }
}
