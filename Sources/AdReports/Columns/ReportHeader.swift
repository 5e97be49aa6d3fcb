import Diagnostics
import Tables

/// The row that names a report's columns.
struct ReportHeader {
  /// In `CellTable.rows`.
  let index: Int
  let row: CellTable.Row
  /// Where each known column stands, from 0; derived ones are not among them.
  let columns: [ReportColumn: Int]
  /// The currency that the header of the spend names, as in `Cost (USD)`; nil when it names none.
  let spendCurrency: String?
  /// As they stand.
  let unknown: [String]

  /// A report's own title, account and filters take some ten lines.
  static let maximumRowsAbove = 50
  /// A text above the header may be the name of one column by chance.
  private static let leastColumns = 2

  /// How many of a row's cells name columns.
  static func knownColumns(_ cells: [String]) -> Int {
    cells.count { ReportColumn.named($0) != nil }
  }

  /// The first row that names at least two columns, one of them of an ad or what ads belong to.
  ///
  /// - Throws: when there is none, when the report is not one of ads, or names a column twice.
  init(_ table: CellTable) throws(DiagnosticsError) {
    let found = table.rows.prefix(Self.maximumRowsAbove).firstIndex { row in
      let columns = row.cells.compactMap { ReportColumn.named($0.words)?.column }
      return columns.count >= Self.leastColumns && columns.contains { $0.isLevel }
    }
    guard let found else {
      throw DiagnosticsError(.noHeader(at: SourceLocation(file: table.file)))
    }
    index = found
    row = table.rows[found]
    var log = DiagnosticLog()
    var columns: [ReportColumn: Int] = [:]
    var firstCells: [ReportColumn: CellTable.Cell] = [:]
    var currency: String?
    var unknown: [String] = []
    for cell in row.cells where !cell.words.isEmpty {
      guard let (column, named) = ReportColumn.named(cell.words) else {
        unknown.append(cell.words)
        continue
      }
      if column == .derived { continue }
      if let first = firstCells[column] {
        log.add(
          .columnTwice(
            cell.words, first: first.words, at: table.location(of: cell)))
        continue
      }
      firstCells[column] = cell
      columns[column] = cell.column
      currency = currency ?? named
    }
    if columns[.adID] == nil, columns[.adName] == nil {
      let isGroups = columns[.adGroupID] != nil || columns[.adGroupName] != nil
      log.add(.otherLevel(isGroups ? "ad groups" : "campaigns", at: table.location(of: row)))
    }
    try log.throwIfErrors()
    self.columns = columns
    self.unknown = unknown
    spendCurrency = currency
  }
}

extension ReportColumn {
  /// Whether it names an ad, or what ads belong to.
  fileprivate var isLevel: Bool {
    switch self {
    case .adID, .adName, .adGroupID, .adGroupName, .campaignID, .campaignName: true
    default: false
    }
  }
}

extension CellTable.Cell {
  /// What it says, whatever kind it is of.
  var words: String {
    switch content {
    case .text(let text): text.trimmed
    case .number(let text, _): text
    }
  }
}
