import Diagnostics
import Foundation
import Ledger
import Posts
import Testing

@Suite struct CodeShapesLoadingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data").path()

  private let text: String

  init() throws {
    text = try String(contentsOfFile: "\(Self.folder)/codes.yaml", encoding: .utf8)
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try CodeShapes(Array(text.utf8), path: "codes.yaml")
      return []
    } catch {
      return error.diagnostics.map(\.message)
    }
  }

  @Test func whatIsBuiltInIsWhatTheFileSays() throws {
    #expect(try CodeShapes.load(from: Self.folder) == .builtIn)
  }

  @Test func aMissingFileIsAnErrorAndMaskingGoesOn() {
    #expect(throws: DiagnosticsError.self) { try CodeShapes.load(from: "/nowhere") }
    #expect(CodeMask.hiding("sent #Ex4mplec0deKd9wQr") == "sent #Ex…Qr")
  }

  @Test(arguments: [
    ("version: 1", "version: 2", "version"), ("updated: 2026-11-29\n", "", "updated"),
    ("start: \"#\"", "start: \"##\"", "\"start\" is \"##\", not one character"),
    ("start: \"#\"", "start: \"+\"", "two signs that are not among"),
    ("end: \"=\"", "end: \"#\"", "two signs that are not among"),
    ("xyz0123", "xy0123", "\"characters\" lacks \"z\""),
    ("  shortest: 8\n", "", "does not say \"shortest\""),
    ("  shortest: 8", "  shortest: 1", "shortest"),
    ("  longest: 512", "  longest: 9999999", "longest"),
    ("  shortest-bare: 16", "  shortest-bare: 7", "shortest-bare"),
    ("  shortest-bare: 16", "  shortest-bear: 16", "shortest-bear"),
    ("labels:", "label:", "does not say \"labels\""),
    ("[excel, calc]", "[excel, clac]", "\"clac\" is not among the sources"),
    ("  sources: [excel, calc]", "", "\"spreadsheet-errors\" does not say \"sources\""),
  ])
  func aWrongFileIsRefusedWithWhatIsWrong(old: String, new: String, message: String) {
    #expect(text.contains(old))
    let found = faults(text.replacingOccurrences(of: old, with: new))
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func shapesOfAFileAreTaken() throws {
    let longer = text.replacingOccurrences(of: "  shortest: 8", with: "  shortest: 12")
      .replacingOccurrences(of: "shortest-with-one-end: 10", with: "shortest-with-one-end: 12")
    let shapes = try CodeShapes(Array(longer.utf8), path: "codes.yaml")
    #expect(throws: SparkCode.Fault.cannotBeCode(.tooShort(11, fewest: 12))) {
      try shapes.read("#v08a+b/c9=")
    }
  }
}
