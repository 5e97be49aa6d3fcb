import AdReports
import Testing

@Suite struct AdReportTests {
  @Test func anEmptyReportHasNoLines() {
    #expect(AdReport(lines: [], unknownColumns: [], skippedRows: []).lines.isEmpty)
  }
}
