import AdReports
import Archives
import Diagnostics
import Feeds
import Posts
import Tables
import YAMLText

extension FuzzTarget {
  /// Any delimiter, and a feed of either dialect.
  static let csv = FuzzTarget("csv", mostBytes: 4096) { input in
    _ = try? CellTable(csv: input, file: "a.csv", delimiter: nil)
    _ = try Feed.read(input, file: "a.csv").diagnostics.map(\.description)
  }

  /// An archive as it is; otherwise its parts' texts, with 0xFF between them.
  static let workbook = FuzzTarget("workbook", mostBytes: 8192) { input in
    guard !input.starts(with: [0x50, 0x4B]) else {
      _ = try CellTable(workbook: input, file: "a.xlsx")
      return
    }
    let parts = input.split(separator: 0xFF, omittingEmptySubsequences: false)
    let entries = zip(workbookParts, parts).map { FileEntry(path: $0, bytes: Array($1)) }
    _ = try CellTable(workbook: try ZIPWriter.bytes(entries), file: "a.xlsx")
  }

  private static let workbookParts = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "_rels/.rels",
  ]

  static let yaml = FuzzTarget("yaml", mostBytes: 4096) { input in
    _ = try YAMLNode.parse(input, file: "a.yaml")
    _ = try? PostFile.parse(input, file: "a.yaml")
    _ = try SampleFile.parse(input, file: "a.yaml")
  }

  static let archive = FuzzTarget("zip", mostBytes: 4096) { input in
    // Small enough that a bomb shows as a refusal, not as time.
    let budget = ZIPBudget(
      archiveBytes: 1 << 16, entries: 64, entryBytes: 1 << 18, totalBytes: 1 << 20, ratio: 200)
    let reader = try ZIPReader(input, file: "a.zip", budget: budget)
    for entry in try reader.entries() {
      precondition(
        !entry.path.hasPrefix("/") && !entry.path.split(separator: "/").contains(".."),
        "a path leads out of the archive")
    }
  }

  static let reports = FuzzTarget("reports", mostBytes: 4096) { input in
    let (report, warnings) = try AdReport.read(input, file: "r_20260101_20260131.csv")
    precondition(
      report.lines.allSatisfy { $0.firstDay <= $0.lastDay }, "a line ends before it begins")
    _ = warnings.map(\.description)
  }

  /// Text as it may stand in a note, a caption or a message.
  static let codes = FuzzTarget("codes", mostBytes: 2048) { input in
    let text = String(decoding: input, as: UTF8.self)
    let shapes = CodeShapes.builtIn
    var end = text.startIndex
    for range in shapes.codes(in: text) {
      precondition(range.lowerBound >= end && !range.isEmpty, "codes are out of order")
      end = range.upperBound
    }
    let masked = shapes.masking(text)
    precondition(shapes.holdsCode(text) || masked == text, "masking changed a text without codes")
    _ = try shapes.read(text)
  }
}
