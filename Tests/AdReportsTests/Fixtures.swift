import AdReports
import Archives
import Diagnostics
import Posts

/// Reads text as a report that covers January 2026.
func read(
  _ csv: String, file: String = "Ad_20260101_20260131_GMT+0.csv",
  options: AdReportOptions = AdReportOptions()
) throws(DiagnosticsError) -> AdReport {
  try AdReport.read(Array(csv.utf8), file: file, options: options).report
}

/// What is wrong with text, as a user reads it; the file is `r.csv`.
func problems(of csv: String, options: AdReportOptions = AdReportOptions()) -> String {
  problems(of: Array(csv.utf8), file: "r.csv", options: options)
}

func problems(
  of bytes: [UInt8], file: String, options: AdReportOptions = AdReportOptions()
) -> String {
  do {
    let warnings = try AdReport.read(bytes, file: file, options: options).warnings
    return warnings.map(\.description).joined(separator: "\n")
  } catch {
    return error.description
  }
}

let january = AdReportOptions(
  days: Day(year: 2026, month: 1, day: 1)!...Day(year: 2026, month: 1, day: 31)!,
  currency: "USD")

/// A workbook in the making: the parts that Excel writes, no more.
struct TestWorkbook {
  enum Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case shared(String)
    case inline(String)
    /// As it stands in the file, with the index of its style.
    case number(String, style: Int = 0)
    /// The whole element.
    case raw(String)
    case none

    init(stringLiteral text: String) { self = .shared(text) }
    init(integerLiteral number: Int) { self = .number(String(number)) }
  }

  var rows: [[Cell]]
  var sheetName = "Sheet1"
  var from1904 = false
  /// Of style 0, 1, ….
  var formats = ["General"]
  /// Put before the sheet's first element.
  var prolog = ""
  var firstRow = 1

  func bytes() throws -> [UInt8] { try ZIPWriter.bytes(parts()) }

  func parts() -> [FileEntry] {
    var texts: [String] = []
    var sheet = ""
    for (index, row) in rows.enumerated() {
      let number = index + firstRow
      sheet += "<row r=\"\(number)\">"
      for (column, cell) in row.enumerated() {
        let place = "r=\"\(Self.letter(column))\(number)\""
        switch cell {
        case .shared(let text):
          sheet += "<c \(place) t=\"s\"><v>\(texts.count)</v></c>"
          texts.append(text)
        case .inline(let text):
          sheet += "<c \(place) t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
        case .number(let text, let style):
          sheet += "<c \(place) s=\"\(style)\"><v>\(text)</v></c>"
        case .raw(let element): sheet += element
        case .none: break
        }
      }
      sheet += "</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\(Self.escaped($0.element))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    let files: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(relations)"><Relationship Id="rId1" \
        Type="\(types)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(types)"><workbookPr date1904="\(from1904)"/>\
        <sheets><sheet name="\(sheetName)" sheetId="1" r:id="rId1"/>\
        <sheet name="Other" sheetId="2" r:id="rId9"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(relations)">\
        <Relationship Id="rId1" Type="\(types)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(types)/styles" Target="styles.xml"/>\
        <Relationship Id="rId3" Type="\(types)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
        </Relationships>
        """
      ),
      (
        "xl/styles.xml",
        """
        <styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts>\
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs>\(styles.joined())</cellXfs></styleSheet>
        """
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(main)\">"
          + texts.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }.joined()
          + "</sst>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "\(prolog)<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"
      ),
    ]
    return files.map { FileEntry(path: $0.0, bytes: Array((head + $0.1).utf8)) }
  }

  static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
  }

  private static func escaped(_ text: String) -> String {
    text.map {
      switch $0 {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String($0)
      }
    }.joined()
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
