public import Diagnostics

extension AdReport {
  /// Reads an ad-level export of Ads Manager, CSV or XLSX; which of the two its first bytes tell.
  ///
  /// - Parameter file: its name for diagnostics; its range of days (`…_20260101_20260131…`) counts
  ///   where the report has no days.
  /// - Returns: the report, and warnings.
  /// - Throws: every problem that keeps the report from being read, with its place.
  public static func read(
    _ bytes: [UInt8], file: String, options: AdReportOptions = AdReportOptions()
  ) throws(DiagnosticsError) -> (report: AdReport, warnings: [Diagnostic]) {
    throw DiagnosticsError(.error("reports cannot be read yet", at: SourceLocation(file: file)))
  }
}
