import Diagnostics
import Testing

@Suite struct SourceLocationTests {
  @Test func cellsAreNamedAsSpreadsheetsNameThem() {
    func place(_ line: Int, _ column: Int, sheet: String = "Sheet1") -> String {
      "\(SourceLocation(file: "a.xlsx", line: line, column: column, sheet: sheet))"
    }
    #expect(place(14, 3) == "a.xlsx:Sheet1!C14")
    #expect(place(1, 26) == "a.xlsx:Sheet1!Z1")
    #expect(place(1, 27) == "a.xlsx:Sheet1!AA1")
    #expect(place(1, 703) == "a.xlsx:Sheet1!AAA1")
    #expect(place(14, 0) == "a.xlsx:Sheet1!14")
    #expect(place(0, 0) == "a.xlsx:Sheet1")
    #expect(place(2, 1, sheet: "Ad report") == "a.xlsx:'Ad report'!A2")
  }

  @Test func placesAreOrderedByLineThenColumn() {
    let cells = [(2, 1), (2, 10), (10, 1)].map {
      SourceLocation(file: "a.xlsx", line: $0.0, column: $0.1, sheet: "S")
    }
    #expect(cells.sorted() == cells)
  }
}
