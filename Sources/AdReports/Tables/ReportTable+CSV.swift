import Diagnostics
import Feeds

extension ReportTable {
  /// Reads delimited text; the delimiter is the one with which a header is found.
  ///
  /// - Throws: an encoding that is none, and every damaged quote.
  init(csv bytes: [UInt8], file: String) throws(DiagnosticsError) {
    let bytes = try UTF16Text.asUTF8(bytes, file: file)
    let delimiter = Self.delimiter(of: bytes, file: file)
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
      if log.diagnostics.count >= ReportProblems.maximum { break }
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

  /// Lines above the header may hold more commas than the header has semicolons: each delimiter is
  /// tried on the file's beginning.
  ///
  /// - Returns: nil when the reader is to decide.
  private static func delimiter(of bytes: [UInt8], file: String) -> UInt8? {
    var beginning = bytes.prefix(1 << 16)
    if beginning.count < bytes.count, let lineEnd = beginning.lastIndex(of: UInt8(ascii: "\n")) {
      beginning = beginning[...lineEnd]
    }
    var best: (delimiter: UInt8?, columns: Int) = (nil, 0)
    for delimiter in [nil] + CSVReader.delimiters.map(Optional.some) {
      // What is wrong with the text is said when it is read in earnest.
      guard var reader = try? CSVReader(Array(beginning), file: file, delimiter: delimiter)
      else { return nil }
      var problems: [Diagnostic] = []
      var count = 0
      while count < ReportHeader.maximumRowsAbove, let fields = reader.next(&problems) {
        count += 1
        let columns = ReportHeader.knownColumns(fields.map { reader.text($0) })
        if columns > best.columns { best = (delimiter, columns) }
      }
    }
    return best.delimiter
  }
}
