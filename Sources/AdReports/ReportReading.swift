import Diagnostics
import Posts
import Tables

/// Turns the rows of a report into lines.
struct ReportReading {
  private let table: CellTable
  private let header: ReportHeader
  private let options: AdReportOptions
  private var problems = ReportProblems()
  private var skipped: [Int] = []

  init(_ table: CellTable, header: ReportHeader, options: AdReportOptions) {
    self.table = table
    self.header = header
    self.options = options
  }

  mutating func read() throws(DiagnosticsError) -> (report: AdReport, warnings: [Diagnostic]) {
    skipped = table.rows[..<header.index].map(\.number)
    let rows = dataRows()
    let days = dayColumn(rows)
    let amounts = amountColumn(rows)
    let range = days == nil ? wholeRange() : nil
    var lines: [AdReport.Line] = []
    lines.reserveCapacity(rows.count)
    checkIDs(rows)
    for row in rows {
      if let line = line(row, days: days, range: range, amounts: amounts) { lines.append(line) }
    }
    checkRepeats(lines)
    if !header.unknown.isEmpty {
      problems.add(.unknownColumns(header.unknown, at: table.location(of: header.row)))
    }
    if rows.isEmpty { problems.add(.noAds(at: SourceLocation(file: table.file))) }
    if days != nil, options.days != nil {
      problems.add(.rangeNotUsed(at: table.location(of: header.row)))
    }
    let warnings = try problems.finish(file: table.file)
    let report = AdReport(
      lines: lines, unknownColumns: header.unknown, skippedRows: skipped.sorted())
    return (report, warnings)
  }

  // MARK: Rows

  /// The rows of ads; blanks, totals and repeated headers are skipped.
  private mutating func dataRows() -> [CellTable.Row] {
    var rows: [CellTable.Row] = []
    let names = header.row.cells.map { ReportColumn.normalized($0.words) }
    for row in table.rows[(header.index + 1)...] {
      let isBlank = row.cells.allSatisfy { CellWords.isEmpty($0.words) }
      let isHeader =
        row.cells.count == names.count
        && zip(row.cells, names).allSatisfy { ReportColumn.normalized($0.words) == $1 }
      if isBlank || isHeader || isTotal(row) {
        skipped.append(row.number)
        continue
      }
      checkLength(row)
      rows.append(row)
    }
    return rows
  }

  /// Nothing in it names one ad, and it says so.
  private func isTotal(_ row: CellTable.Row) -> Bool {
    if let id = words(.adID, row), !CellWords.isEmpty(id), !CellWords.isTotal(id) { return false }
    if let name = words(.adName, row), !CellWords.isEmpty(name), !CellWords.isTotal(name) {
      return false
    }
    let named: [ReportColumn] = [
      .adID, .adName, .adGroupID, .adGroupName, .campaignID, .campaignName, .day,
    ]
    let texts = named.compactMap { words($0, row) } + [row.cells[0].words]
    return texts.contains { CellWords.isTotal($0) }
  }

  /// A separator in a name without quotes shifts every figure behind it.
  private mutating func checkLength(_ row: CellTable.Row) {
    guard table.sheet == nil else { return }
    let columns = header.row.cells.count
    let extra = row.cells.dropFirst(columns).contains { !CellWords.isEmpty($0.words) }
    if extra {
      problems.add(
        .tooManyCells(row.cells.count, columns: columns, at: table.location(of: row)))
    } else if row.cells.count < columns {
      problems.add(
        .tooFewCells(row.cells.count, columns: columns, at: table.location(of: row)))
    }
  }

  // MARK: Columns

  private func cell(_ column: ReportColumn, _ row: CellTable.Row) -> CellTable.Cell? {
    header.columns[column].flatMap { row.cell($0) }
  }

  /// nil when there is no such column or cell.
  private func words(_ column: ReportColumn, _ row: CellTable.Row) -> String? {
    cell(column, row)?.words
  }

  private func text(_ column: ReportColumn, _ row: CellTable.Row) -> String? {
    words(column, row).flatMap { CellWords.isEmpty($0) ? nil : $0 }
  }

  private mutating func dayColumn(_ rows: [CellTable.Row]) -> DayColumn? {
    guard header.columns[.day] != nil else { return nil }
    let days = DayColumn(rows.compactMap { cell(.day, $0) }, order: options.dayOrder)
    if let conflict = days.conflict {
      problems.add(
        .mixedDays(
          conflict.cell.words, conflict.first.words, first: table.location(of: conflict.first),
          at: table.location(of: conflict.cell)))
    }
    return days
  }

  private mutating func amountColumn(_ rows: [CellTable.Row]) -> AmountColumn {
    let amounts = AmountColumn(
      rows.compactMap { cell(.spend, $0) }, decimalMark: options.decimalMark)
    if let conflict = amounts.conflict {
      problems.add(
        .mixedMarks(
          conflict.cell.words, conflict.first.words, first: table.location(of: conflict.first),
          at: table.location(of: conflict.cell)))
    }
    return amounts
  }

  private mutating func wholeRange() -> ClosedRange<Day>? {
    if let range = options.days ?? FileNameDays.range(of: table.file) { return range }
    problems.add(.noDays(at: table.location(of: header.row)))
    return nil
  }

  /// One id may end with zeros by chance; all of them do not.
  private mutating func checkIDs(_ rows: [CellTable.Row]) {
    var first: CellTable.Cell?
    for row in rows {
      guard let cell = cell(.adID, row), let id = try? AdID.read(cell.content),
        let isRounded = AdID.looksRounded(id)
      else { continue }
      if !isRounded { return }
      first = first ?? cell
    }
    if let first { problems.add(.roundedID(first.words, at: table.location(of: first))) }
  }

  // MARK: Lines

  private mutating func line(
    _ row: CellTable.Row, days: DayColumn?, range: ClosedRange<Day>?, amounts: AmountColumn
  ) -> AdReport.Line? {
    let id = adID(row)
    let name = text(.adName, row)
    if id.value == nil, name == nil, !id.isFaulty {
      problems.add(.noAd(at: table.location(of: row)))
    }
    let figures = figures(row, amounts)
    guard let days = days.map({ day(row, $0) }) ?? range else { return nil }
    return AdReport.Line(
      row: row.number, adID: id.value, adName: name, firstDay: days.lowerBound,
      lastDay: days.upperBound, figures: figures, primaryStatus: text(.primaryStatus, row),
      secondaryStatus: text(.secondaryStatus, row), campaignName: text(.campaignName, row),
      adGroupName: text(.adGroupName, row))
  }

  private mutating func adID(_ row: CellTable.Row) -> (value: String?, isFaulty: Bool) {
    guard let cell = cell(.adID, row) else { return (nil, false) }
    do {
      return (try AdID.read(cell.content), false)
    } catch {
      let place = table.location(of: cell)
      problems.add(
        error == .rounded
          ? .roundedID(cell.words, at: place) : .notAnID(cell.words, at: place))
      return (nil, true)
    }
  }

  private mutating func day(_ row: CellTable.Row, _ days: DayColumn) -> ClosedRange<Day>? {
    guard let cell = cell(.day, row), !CellWords.isEmpty(cell.words) else {
      problems.add(.noDay(at: table.location(of: row)))
      return nil
    }
    do {
      let day = try days.read(cell.content)
      return day...day
    } catch {
      let place = table.location(of: cell)
      problems.add(
        error == .ambiguous
          ? .ambiguousDay(cell.words, at: place) : .notADay(cell.words, at: place))
      return nil
    }
  }

  private mutating func figures(_ row: CellTable.Row, _ amounts: AmountColumn) -> AdFigures {
    var figures = AdFigures()
    figures.spend = spend(row, amounts)
    for count in ReportColumn.Count.allCases {
      guard let cell = cell(.count(count), row) else { continue }
      do {
        figures[keyPath: count.figure] = try CountValue.read(cell.content)
      } catch {
        problems.add(.badCount(cell.words, error, at: table.location(of: cell)))
      }
    }
    return figures
  }

  private mutating func spend(_ row: CellTable.Row, _ amounts: AmountColumn) -> Money? {
    guard let cell = cell(.spend, row) else { return nil }
    var currency = header.spendCurrency
    if let named = text(.currency, row) {
      guard let known = Currency(code: named) else {
        problems.add(.notACurrency(named, at: table.location(of: row)))
        return nil
      }
      currency = known.code
    }
    do {
      return try amounts.read(cell.content, column: currency, fallback: options.currency)
    } catch {
      problems.add(.badAmount(cell.words, error, at: table.location(of: cell)))
      return nil
    }
  }

  /// A breakdown by age or country has several lines of one ad and day, which are not to be
  /// confused with each other, nor added: reach cannot be.
  private mutating func checkRepeats(_ lines: [AdReport.Line]) {
    struct Identity: Hashable {
      var names: [String?]
      var days: ClosedRange<Day>
    }
    var firstRows: [Identity: Int] = [:]
    for line in lines {
      if line.adID == nil, line.adName == nil { continue }
      let names =
        line.adID.map { [$0] } ?? [nil, line.adName, line.adGroupName, line.campaignName]
      let identity = Identity(names: names, days: line.firstDay...line.lastDay)
      if let first = firstRows[identity] {
        problems.add(
          .repeatedLine(
            line.adName ?? line.adID ?? "", firstRow: first, hasID: line.adID != nil,
            unknown: header.unknown,
            at: SourceLocation(file: table.file, line: line.row, sheet: table.sheet)))
      } else {
        firstRows[identity] = line.row
      }
    }
  }
}
