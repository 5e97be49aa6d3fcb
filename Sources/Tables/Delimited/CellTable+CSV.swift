package import Diagnostics

extension CellTable {
  /// More damaged quotes would only hide the first.
  private static let maximumProblems = 100

  /// Reads delimited text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; see `UTF16Text.asUTF8`.
  ///   - delimiter: nil takes the one that separates most of the first record.
  /// - Throws: an encoding that is none, and every damaged quote.
  package init(
    csv bytes: [UInt8], file: String, delimiter: UInt8?
  ) throws(DiagnosticsError) {
    var reader = try CSVReader(bytes, file: file, delimiter: delimiter)
    var rows: [Row] = []
    var log = DiagnosticLog()
    var problems: [Diagnostic] = []
    var cellCount = 0
    while let fields = reader.next(&problems) {
      rows.append(Self.row(fields, reader))
      cellCount += fields.count
      guard rows.count <= Self.maximumRows, cellCount <= Self.maximumCells else {
        throw DiagnosticsError(.tooManyCells(at: SourceLocation(file: file)))
      }
      log.add(contentsOf: problems)
      problems.removeAll()
      // One quote that is never closed makes a problem of everything after it.
      if log.diagnostics.count >= Self.maximumProblems { break }
    }
    try log.throwIfErrors()
    self.init(file: file, sheet: nil, rows: rows)
  }

  private static func row(_ fields: [CSVReader.Field], _ reader: CSVReader) -> Row {
    let cells = fields.enumerated().map { index, field in
      Cell(
        column: index, content: .text(reader.text(field).trimmed), line: field.line,
        place: field.column)
    }
    return Row(number: fields[0].line, cells: cells)
  }
}
