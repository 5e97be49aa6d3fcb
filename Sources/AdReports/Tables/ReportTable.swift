import Diagnostics

/// A report's cells, whichever kind of file they come from.
struct ReportTable {
  struct Cell: Equatable {
    enum Content: Equatable {
      /// Without white space around it.
      case text(String)
      /// A spreadsheet's number as its file has it (`12.5`, `1.79E+18`), and how it is shown.
      case number(String, NumberFormat)
    }

    /// From 0.
    var column: Int
    var content: Content
    /// Where it stands; for a sheet these are row and column again.
    var line: Int
    var place: Int
  }

  struct Row: Equatable {
    /// From 1: the line of the file, or the row of the sheet.
    var number: Int
    /// Ascending by column; a sheet leaves empty ones out.
    var cells: [Cell]

    /// nil where the row has none.
    func cell(_ column: Int) -> Cell? {
      if column < cells.count, cells[column].column == column { return cells[column] }
      var low = 0
      var high = cells.count
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? cells[low] : nil
    }
  }

  let file: String
  /// nil for a CSV.
  let sheet: String?
  /// Every row that has cells.
  var rows: [Row]

  /// More rows than ads and days that anybody advertises at once; they are held in memory.
  static let maximumRows = 250_000
  /// As many as a feed may have.
  static let maximumColumns = 1_000
  /// 250,000 rows of 20 columns; a cell takes 64 bytes.
  static let maximumCells = 5_000_000

  func location(of cell: Cell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.place, sheet: sheet)
  }

  func location(of row: Row) -> SourceLocation {
    SourceLocation(file: file, line: row.number, sheet: sheet)
  }
}

/// What a spreadsheet's number stands for, by the format of its cell.
enum NumberFormat: Equatable {
  case plain
  case percent
  /// Days since the epoch of the workbook; `from1904` tells which.
  case date(from1904: Bool)
  /// The sign or code it is shown with.
  case money(String)
}
