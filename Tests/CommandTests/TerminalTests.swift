import Foundation
import TestSupport
import Testing

/// The program at a terminal: what it cuts, colors, draws and asks.
@Suite struct TerminalTests {
  private let shop: SparkShop
  private var folder: TemporaryFolder { shop.folder }

  init() throws {
    shop = try SparkShop()
    let words = "A mug for slow mornings " + String(repeating: "and slower evenings ", count: 9)
    let result = try shop.run("post", "edit", "mug", "--caption", words)
    try #require(result.code == 0)
  }

  // MARK: Width

  private func cells(_ screen: String) -> [Int] {
    screen.replacing(/\u{1b}\[[0-9;]*m/, with: "").split(separator: "\n").map(\.count)
  }

  @Test(arguments: [66, 72, 110] as [UInt16])
  func tablesFitTheTerminal(columns: UInt16) throws {
    let list = try PseudoTerminal(columns: columns).run("post", "list", in: folder)
    #expect(list.code == 0)
    #expect(cells(list.screen).max() == Int(columns))
    #expect(list.screen.contains("…\n"))
  }

  @Test func aTerminalWithoutAWidthHasAHundredColumns() throws {
    let list = try PseudoTerminal(columns: 0).run("post", "list", in: folder)
    #expect(cells(list.screen).max() == 100)
  }

  @Test func nothingIsCutInAPipe() throws {
    let list = try shop.run("post", "list")
    #expect(try #require(cells(list.output).max()) > 110)
  }

  // MARK: Color

  @Test func titlesAreBoldAndErrorsRed() throws {
    let list = try PseudoTerminal(columns: 80).run("post", "list", in: folder)
    #expect(list.screen.hasPrefix("\u{1b}[1mpost "))
    let error = try PseudoTerminal(columns: 80).run("post", "show", "pot", in: folder)
    #expect(error.code == 2)
    #expect(error.screen.hasPrefix("\u{1b}[1m\u{1b}[1;31merror: \u{1b}[0;1mthe library has no"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func colorsCanBeRefused(environment: [String: String]) throws {
    let error = try PseudoTerminal(columns: 70)
      .run("post", "show", "pot", in: folder, environment: environment)
    #expect(error.screen.hasPrefix("error: the library has no"))
    let list = try PseudoTerminal(columns: 70)
      .run("post", "list", in: folder, environment: environment)
    #expect(!list.screen.contains("\u{1b}"))
    #expect(cells(list.screen).max() == 70)
  }

  @Test func anEmptyNOCOLORRefusesNothing() throws {
    let list = try PseudoTerminal(columns: 60)
      .run("post", "list", in: folder, environment: ["NO_COLOR": ""])
    #expect(list.screen.contains("\u{1b}[1m"))
  }

  // MARK: Progress

  @Test(arguments: [(60, 60), (0, 80), (20, 20)] as [(UInt16, Int)])
  func aBarIsDrawnAndTakenAway(columns: UInt16, width: Int) throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("title\nPot\nVase\nCup\n", to: "feed.csv")
    let result = try PseudoTerminal(columns: columns)
      .run("batch", "feed.csv", "--template", "./card", "--jobs", "1", in: folder)
    #expect(result.code == 0, "\(result.screen)")
    // A carriage return begins the bar or takes it away.
    let drawings = result.screen.split(separator: "\r").filter { $0.contains("1/3") }
    #expect(drawings.count == 1)
    let bar = try #require(drawings.first)
    #expect(bar.hasSuffix("\u{1b}[K"))
    #expect(bar.dropLast(3).count < width)
    #expect(bar.contains("█") == (width > 40))
    let rest = try #require(result.screen.split(separator: "\r").last)
    #expect(rest.hasPrefix("\u{1b}[K3 drawn; "))
  }

  // MARK: Prompts

  private static let prompt = "(nothing is shown): "
  private static let message =
    "Hi! Here is your code:\r\r\(Canary.code(1))\rIt runs for 30 days.\rMia"

  private func addCode(_ typed: String) throws -> (code: Int32, screen: String) {
    let terminal = try PseudoTerminal(columns: 80)
    let process = try terminal.start(
      ["code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-"], in: folder)
    #expect(terminal.read(until: Self.prompt))
    #expect(!terminal.isEchoing)
    terminal.type(typed)
    let screen = terminal.readToEnd()
    process.waitUntilExit()
    #expect(terminal.isEchoing)
    #expect(!screen.contains("Canary") && !screen.contains("Here is your code"))
    #expect(screen.contains("\u{1b}[?2004h") && screen.contains("\u{1b}[?2004l"))
    return (process.terminationStatus, screen)
  }

  @Test func aCodeIsTypedUnseen() throws {
    let result = try addCode("\(Canary.code(1))\r")
    #expect(result.code == 0, "\(result.screen)")
    #expect(result.screen.contains("#Ca…"))
  }

  @Test func aPastedMessageMayHaveLines() throws {
    let result = try addCode("\u{1b}[200~\(Self.message)\u{1b}[201~\r")
    #expect(result.code == 0, "\(result.screen)")
    #expect(result.screen.contains("#Ca…"))
  }

  @Test func whoeverGivesUpLeavesTheTerminalAsItWas() throws {
    let result = try addCode("#Ca\u{3}")
    #expect(result.code == 2)
    #expect(result.screen.contains("no code was given"))
  }

  @Test func thePromptIsNoPartOfTheErrors() throws {
    try folder.write("", to: "errors.txt")
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder["errors.txt"]))
    let terminal = try PseudoTerminal(columns: 80)
    let process = try terminal.start(
      ["code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-", "--json"],
      in: folder, errors: errors)
    #expect(terminal.read(until: Self.prompt))
    terminal.type("\u{3}")
    _ = terminal.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let document = try #require(try ErrorJSONTests.document(folder.text(of: "errors.txt")))
    #expect((document["errors"] as? [[String: Any]])?.count == 1)
  }
}
