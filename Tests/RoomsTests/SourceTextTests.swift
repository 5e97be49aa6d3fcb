import Diagnostics
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct SourceTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aCharacterIsFoundInTheTextThatBeginsAtAPlace() throws {
    let path = try write("sku,title\nx1,\"Fox\nand \u{1F98A} \u{1F98A}\"\n")
    let place = SourceText.place(
      of: "\u{1F98A}", count: 10, from: SourceLocation(file: path, line: 2, column: 4))
    #expect(place == SourceLocation(file: path, line: 3, column: 5))
  }

  @Test func whatStandsBeforeOrFarBehindIsNotTheText() throws {
    let path = try write("\u{1F98A} &#x1F98A; " + String(repeating: "x", count: 100) + "\u{1F98A}")
    let start = SourceLocation(file: path, line: 1, column: 3)
    #expect(SourceText.place(of: "\u{1F98A}", count: 1, from: start) == nil)
  }

  @Test(arguments: [(0, 0), (1, 99), (99, 1), (Int.max, Int.max)])
  func placesOutsideTheFileFindNothing(line: Int, column: Int) throws {
    let path = try write("abc")
    let start = SourceLocation(file: path, line: line, column: column)
    #expect(SourceText.place(of: "b", count: 1, from: start) == nil)
    let nowhere = SourceLocation(file: path + ".gone", line: 1, column: 1)
    #expect(SourceText.place(of: "b", count: 1, from: nowhere) == nil)
  }

  private func write(_ text: String) throws -> String {
    try folder.write(text, to: "source.txt")
    return folder["source.txt"]
  }
}
