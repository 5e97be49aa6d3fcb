package import Diagnostics

/// A table's cells, whichever kind of file they come from.
package struct CellTable {
  package struct Cell: Equatable {
    package enum Content: Equatable {
      /// Without white space around it.
      case text(String)
      /// A spreadsheet's number as its file has it (`12.5`, `1.79E+18`), and how it is shown.
      case number(String, NumberFormat)
    }

    /// From 0.
    package var column: Int
    package var content: Content
    /// Where it stands; for a sheet these are row and column again.
    package var line: Int
    package var place: Int
  }

  package struct Row: Equatable {
    /// From 1: the line of the file, or the row of the sheet.
    package var number: Int
    /// Ascending by column; a sheet leaves empty ones out.
    package var cells: [Cell]

    /// nil where the row has none.
    package func cell(_ column: Int) -> Cell? {
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

  package let file: String
  /// nil for a CSV.
  package let sheet: String?
  /// Every row that has cells.
  package var rows: [Row]

  /// More rows than ads and days that anybody advertises at once; they are held in memory.
  static let maximumRows = 250_000
  /// As many as a feed may have.
  static let maximumColumns = 1_000
  /// 250,000 rows of 20 columns; a cell takes 64 bytes.
  static let maximumCells = 5_000_000

  package func location(of cell: Cell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.place, sheet: sheet)
  }

  package func location(of row: Row) -> SourceLocation {
    SourceLocation(file: file, line: row.number, sheet: sheet)
  }
}

/// What a spreadsheet's number stands for, by the format of its cell.
package enum NumberFormat: Equatable {
  case plain
  case percent
  /// Days since the epoch of the workbook; `from1904` tells which.
  case date(from1904: Bool)
  /// The sign, code or unit that it is shown with.
  case signed(String)
}
