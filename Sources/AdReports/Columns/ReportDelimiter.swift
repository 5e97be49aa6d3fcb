import Diagnostics
import Tables

/// Which character separates a report's cells: the one with which a header is found.
enum ReportDelimiter {
  /// Lines above the header may hold more commas than the header has semicolons: each delimiter is
  /// tried on the file's beginning.
  ///
  /// - Returns: nil when the reader is to decide.
  static func find(in bytes: [UInt8], file: String) -> UInt8? {
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
