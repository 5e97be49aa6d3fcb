import AdReports
import Archives
import Diagnostics
import Posts
import Testing

@Suite struct WorkbookTests {
  private func read(_ workbook: TestWorkbook) throws -> AdReport {
    try AdReport.read(workbook.bytes(), file: "r.xlsx", options: january).report
  }

  private func problems(_ workbook: TestWorkbook) throws -> String {
    problems(of: try workbook.bytes())
  }

  private func problems(of bytes: [UInt8]) -> String {
    AdReportsTests.problems(of: bytes, file: "r.xlsx", options: january)
  }

  @Test func textsAndNumbersOfAllKindsAreRead() throws {
    let report = try read(
      TestWorkbook(rows: [
        ["Ad name", "Ad ID", "Impressions", "Reach", "Cost"],
        [
          .inline("Café & <Co>"), "1793456789012345678", 1234, .number("1.2E3"),
          .number("12.340000000000002"),
        ],
        [
          .raw(
            """
            <c r="A3" t="str"><f>"x"&amp;A2</f><v>formula</v></c>\
            <c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="n"><v></v></c>
            """)
        ],
      ]))
    #expect(report.lines.map(\.adName) == ["Café & <Co>", "formula"])
    let figures = report.lines[0].figures
    #expect(report.lines[0].adID == "1793456789012345678")
    #expect(figures.impressions == 1234)
    #expect(figures.reach == 1200)
    #expect(figures.spend == Money(minorUnits: 1234, currency: "USD"))
    #expect(report.lines[1].figures == AdFigures())
  }

  @Test func formatsTellDaysAndCurrencies() throws {
    let formats = [
      "General", "yyyy\\-mm\\-dd;@", "[$€-407]\\ #,##0.00", "\"CA$\"0.00", "0.00\" spent\"",
    ]
    let report = try read(
      TestWorkbook(
        rows: [
          ["Ad name", "By Day", "Cost"],
          ["A", .number("46053.75", style: 1), .number("1.5", style: 2)],
          ["C", "2026-02-01", .number("0.5", style: 3)],
          ["D", 20_260_202, .number("3", style: 4)],
        ], formats: formats))
    #expect(report.lines.map(\.firstDay.description) == ["2026-01-31", "2026-02-01", "2026-02-02"])
    #expect(
      report.lines.map(\.figures.spend) == [
        Money(minorUnits: 150, currency: "EUR"), Money(minorUnits: 50, currency: "CAD"),
        Money(minorUnits: 300, currency: "USD"),
      ])
  }

  @Test func daysCountFrom1904WhereTheWorkbookSaysSo() throws {
    var workbook = TestWorkbook(
      rows: [["Ad name", "Day"], ["A", .number("46053", style: 1)]],
      formats: ["General", "d-mmm-yy"])
    #expect(try read(workbook).lines.first?.firstDay.description == "2026-01-31")
    workbook.from1904 = true
    #expect(try read(workbook).lines.first?.firstDay.description == "2030-02-01")
    workbook.formats = ["General", "0.0"]
    #expect(try problems(workbook).contains("error: \"46053\" is not a day"))
  }

  @Test func problemsNameSheetAndCell() throws {
    let workbook = TestWorkbook(
      rows: [["Ad name", "Ad ID", "Reach"], ["A", .number("1793456789012345678"), "x"]],
      sheetName: "Ad report", firstRow: 4)
    #expect(
      try problems(workbook) == """
        r.xlsx:'Ad report'!B5: error: a spreadsheet has rounded the ad id "1793456789012345678"
          hint: export the report again and import that file as it is, without opening and saving it
        r.xlsx:'Ad report'!C5: error: "x" is not a count
          hint: write whole numbers: 1234
        """)
  }

  @Test func smallNumericIDsAreExact() throws {
    let report = try read(
      TestWorkbook(rows: [["Ad ID", "Reach"], [.number("9007199254740991"), 1]]))
    #expect(report.lines.first?.adID == "9007199254740991")
    #expect(
      try problems(TestWorkbook(rows: [["Ad ID", "Reach"], [.number("9007199254740993"), 1]]))
        .contains("a spreadsheet has rounded"))
  }

  @Test func escapedCharactersAreThemselves() throws {
    let report = try read(
      TestWorkbook(rows: [["Ad name", "Reach"], ["a_x000A_b_x005F_x0041_ _x12_", 1]]))
    #expect(report.lines.first?.adName == "a\nb_x0041_ _x12_")
  }

  @Test func richTextIsOneTextWithoutItsPhonetics() throws {
    var parts = TestWorkbook(rows: [["Ad name", "Reach"], ["XX", 1]]).parts()
    let index = try #require(parts.firstIndex { $0.path == "xl/sharedStrings.xml" })
    let text = String(decoding: parts[index].bytes, as: UTF8.self)
    let rich = "<r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb=\"0\"><t>トウ</t></rPh>"
    let changed = text.split(separator: "<t xml:space=\"preserve\">XX</t>")
    parts[index].bytes = Array((changed[0] + rich + changed[1]).utf8)
    let report = try AdReport.read(ZIPWriter.bytes(parts), file: "r.xlsx", options: january).report
    #expect(report.lines.first?.adName == "東京")
  }

  @Test func entitiesAreNeverExpanded() throws {
    var workbook = TestWorkbook(rows: [["Ad name", "Reach"], [.inline("x"), 1]])
    workbook.prolog = """
      <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c SYSTEM "file:///etc/passwd">]>
      """
    #expect(
      try problems(workbook).hasPrefix(
        "r.xlsx: error: the workbook's part \"xl/worksheets/sheet1.xml\" declares a document type"))
  }

  @Test func deepNestingIsRefused() throws {
    var workbook = TestWorkbook(rows: [["Ad name", "Reach"]])
    workbook.rows.append([.raw(String(repeating: "<x>", count: 100_000))])
    #expect(try problems(workbook).contains("is nested deeper than 64 elements"))
  }

  @Test(arguments: [
    "<c r=\"C9\"><v>1</v></c>", "<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>1</v></c>",
    "<c t=\"s\"><v>999</v></c>", "<c t=\"s\"><v>-1</v></c>", "<c><v>1.2.3</v></c>",
    "<c r=\"ZZZZZZZZ2\"><v>1</v></c>", "<c t=\"new\"><v>1</v></c>", "</row><row r=\"1\">",
    "<c r=\"A2\"><v>1</row>",
  ])
  func cellsThatMakeNoSenseAreDamage(cells: String) throws {
    let found = try problems(TestWorkbook(rows: [["Ad name", "Reach"], [.raw(cells)]]))
    #expect(found.hasPrefix("r.xlsx: error: the workbook's part \"xl/worksheets/sheet1.xml\" is"))
  }

  @Test func tooManyColumnsAreRefused() throws {
    let found = try problems(
      TestWorkbook(rows: [["Ad name", "Reach"], [.raw("<c r=\"XFD2\"><v>1</v></c>")]]))
    #expect(found.contains("or 1000 columns"))
  }

  @Test func missingPartsAreNamed() throws {
    for part in [
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    ] {
      let parts = TestWorkbook(rows: [["Ad name", "Reach"]]).parts().filter { $0.path != part }
      #expect(
        problems(of: try ZIPWriter.bytes(parts)).hasPrefix(
          "r.xlsx: error: the workbook has no part \"\(part)\""))
    }
    let parts = TestWorkbook(rows: [["Ad name", "Reach"]]).parts().map { part in
      part.path != "xl/workbook.xml" ? part : FileEntry(path: part.path, bytes: Array("<a/>".utf8))
    }
    #expect(
      problems(of: try ZIPWriter.bytes(parts)).hasPrefix("r.xlsx: error: the workbook has no"))
  }

  @Test func otherArchivesAreNamed() throws {
    let bytes = try ZIPWriter.bytes([FileEntry(path: "report.csv", bytes: [1])])
    #expect(problems(of: bytes).hasPrefix("r.xlsx: error: this ZIP archive is no XLSX workbook"))
  }

  @Test func partsAreFoundInAnyLetterCase() throws {
    let parts = TestWorkbook(rows: [["Ad name", "Reach"], ["A", 1]]).parts().map {
      FileEntry(path: $0.path.replacing("sharedStrings", with: "SharedStrings"), bytes: $0.bytes)
    }
    let bytes = try ZIPWriter.bytes(parts)
    #expect(try AdReport.read(bytes, file: "r.xlsx", options: january).report.lines.count == 1)
  }

  @Test func anExtensionThatLiesDoesNotMatter() throws {
    let bytes = try TestWorkbook(rows: [["Ad name", "Reach"], ["A", 1]]).bytes()
    let report = try AdReport.read(bytes, file: "r.csv", options: january).report
    #expect(report.lines.count == 1)
  }

  // MARK: Hostile bytes

  @Test func truncatedWorkbooksAreRefused() throws {
    let whole = try TestWorkbook(rows: [["Ad name", "Reach"], ["A", 1]]).bytes()
    for length in whole.indices {
      #expect(throws: DiagnosticsError.self) {
        try AdReport.read(Array(whole[..<length]), file: "r.xlsx", options: january)
      }
    }
  }

  @Test func damagedFilesNeverCrash() throws {
    let workbook = TestWorkbook(
      rows: [
        ["Ad name", "Ad ID", "By Day", "Cost", "Reach"],
        [.inline("A"), "1793456789012345678", .number("46053", style: 1), .number("1.5"), 7],
        ["B", "1793456789012345679", "2026-01-31", "$1,234.50", "<5"],
      ], formats: ["General", "yyyy-mm-dd"])
    let parts = workbook.parts()
    let csv = Array(
      "Ad name,Ad ID,By Day,Cost,Reach\nA,1793456789012345678,2026-01-31,\"$1,234.50\",<5\n".utf8)
    var random = Seeded(state: 7)
    func damage(_ bytes: inout [UInt8]) {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    for _ in 0..<400 {
      var archive = try ZIPWriter.bytes(parts)
      damage(&archive)
      _ = problems(of: archive)
      var changed = parts
      damage(&changed[Int.random(in: changed.indices, using: &random)].bytes)
      _ = problems(of: try ZIPWriter.bytes(changed))
      var text = csv
      damage(&text)
      _ = problems(of: text)
    }
    for length in csv.indices { _ = problems(of: Array(csv[..<length])) }
  }
}
