public import Diagnostics
import Posts
import Tables

extension AdReport {
  /// Reads an ad-level export of Ads Manager, CSV or XLSX; which of the two its first bytes tell.
  ///
  /// - Parameter file: its name for diagnostics; its range of days (`…_20260101_20260131…`) counts
  ///   where the report has no days.
  /// - Returns: the report, and warnings.
  /// - Throws: every problem that keeps the report from being read, with its place; a report is
  ///   taken whole or not at all.
  public static func read(
    _ bytes: [UInt8], file: String, options: AdReportOptions = AdReportOptions()
  ) throws(DiagnosticsError) -> (report: AdReport, warnings: [Diagnostic]) {
    let place = SourceLocation(file: file)
    if let currency = options.currency, Currency(code: currency) == nil {
      throw DiagnosticsError(.unknownCurrency(currency))
    }
    guard bytes.count <= maximumFileBytes else {
      throw DiagnosticsError(.reportTooLarge(bytes.count, at: place))
    }
    if bytes.isEmpty { throw DiagnosticsError(.emptyReport(at: place)) }
    // The containers of Excel 97 to 2003, and of encrypted workbooks.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw DiagnosticsError(.oldExcel(at: place))
    }
    let isArchive = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let table =
      isArchive
      ? try CellTable(workbook: bytes, file: file) : try Self.table(csv: bytes, file: file)
    var reading = ReportReading(table, header: try ReportHeader(table), options: options)
    return try reading.read()
  }

  private static func table(
    csv bytes: [UInt8], file: String
  ) throws(DiagnosticsError) -> CellTable {
    let text = try UTF16Text.asUTF8(bytes, file: file)
    return try CellTable(
      csv: text, file: file, delimiter: ReportDelimiter.find(in: text, file: file))
  }
}
