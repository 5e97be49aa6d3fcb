import Diagnostics
import Testing

@testable import Tables

@Suite struct CSVReading {
  /// Each record's texts, and its problems as printed.
  func read(
    _ text: String, delimiter: UInt8? = nil
  ) throws -> (records: [[String]], problems: [String]) {
    var reader = try CSVReader(Array(text.utf8), file: "f.csv", delimiter: delimiter)
    var problems: [Diagnostic] = []
    var records: [[String]] = []
    while let fields = reader.next(&problems) { records.append(fields.map { reader.text($0) }) }
    return (records, problems.map(\.description))
  }

  @Test(arguments: [
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a,\"b,\nc\"\nd,e", [["a", "b,\nc"], ["d", "e"]]),
    ("a,\"say \"\"hi\"\"\"\n", [["a", "say \"hi\""]]),
    ("a,\"\"\n,b", [["a", ""], ["", "b"]]),
    ("a,b,\n", [["a", "b", ""]]),
    ("\n\na,b\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
    (" a ,\" b \"", [["a", "b"]]),
    ("name,12\" pipe", [["name", "12\" pipe"]]),
    ("\u{FEFF}a,b", [["a", "b"]]),
    ("a;b,c;d\n", [["a", "b,c", "d"]]),
    ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
    ("a|b\n1|2", [["a", "b"], ["1", "2"]]),
    ("sep=;\na,b;c", [["a,b", "c"]]),
    ("# plug-in 12\n# other\nid,b", [["id", "b"]]),
    ("#,b\n1,2", [["#", "b"], ["1", "2"]]),
    ("\"a;b\",c", [["a;b", "c"]]),
    ("only\none", [["only"], ["one"]]),
    ("", []),
  ])
  func takesWhatSpreadsheetsWrite(text: String, records: [[String]]) throws {
    let result = try read(text)
    #expect(result.records == records)
    #expect(result.problems.isEmpty)
  }

  @Test func everyCellKnowsItsPlace() throws {
    let text = "ä,🦊b,c\n\"x\ny\",\"é\"\"\",z\r\nq,,r"
    var reader = try CSVReader(Array(text.utf8), file: "f.csv", delimiter: nil)
    var problems: [Diagnostic] = []
    var places: [String] = []
    while let fields = reader.next(&problems) {
      places.append(contentsOf: fields.map { "\($0.line):\($0.column)" })
    }
    #expect(places == ["1:1", "1:3", "1:6", "2:1", "3:4", "3:10", "4:1", "4:3", "4:4"])
  }

  @Test func namesAnUnclosedQuote() throws {
    #expect(
      try read("a,b\nc,\"d\ne,f\n").problems == [
        "f.csv:2:3: error: this quote is never closed\n"
          + "  hint: everything up to line 4 was taken for one cell"
      ])
  }

  @Test func namesTextAfterAQuoteAndGoesOn() throws {
    let result = try read("\"a\"x,b\nc,d")
    #expect(
      result.problems == [
        "f.csv:1:4: error: text after a closing quote\n"
          + "  hint: inside a quoted cell a quote is written twice: \"\""
      ])
    #expect(result.records == [["a", "b"], ["c", "d"]])
  }

  @Test func namesAHugeCell() throws {
    let result = try read("a,b\n\(String(repeating: "x", count: 1_100_000)),c")
    #expect(
      result.problems.first?.hasPrefix("f.csv:2:1: error: this cell has 1100000 bytes; 1048576 at")
        == true)
  }

  @Test func namesTooManyColumns() throws {
    let result = try read(String(repeating: "a,", count: 1_500) + "\nb")
    #expect(result.problems == ["f.csv:1:2001: error: more than 1000 cells in one row"])
    #expect(result.records.map(\.count) == [1_000, 1])
  }

  @Test(arguments: [
    (Array("a,b\nc,".utf8) + [0xE4, 0x2C], "f.csv:2:3: error: the byte 0xE4 is not UTF-8"),
    ([0xC0, 0x80], "f.csv:1:1: error: the byte 0xC0 is not UTF-8"),
    ([0x61, 0xED, 0xA0, 0x80], "f.csv:1:2: error: the byte 0xED is not UTF-8"),
    ([0x61, 0xF4, 0x90, 0x80, 0x80], "f.csv:1:2: error: the byte 0xF4 is not UTF-8"),
    ([0x61, 0xE2, 0x82], "f.csv:1:2: error: the byte 0xE2 is not UTF-8"),
    ([0x61, 0x00], "f.csv:1:2: error: a NUL byte; this is not a text file"),
    ([0xFF, 0xFE, 0x61, 0x00], "f.csv: error: the file is UTF-16"),
  ])
  func namesBytesThatAreNotText(bytes: [UInt8], message: String) {
    let error = #expect(throws: DiagnosticsError.self) {
      try CSVReader(bytes, file: "f.csv", delimiter: nil)
    }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func takesEveryScalar() throws {
    let text = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try read(text).records == [[text]])
  }
}
