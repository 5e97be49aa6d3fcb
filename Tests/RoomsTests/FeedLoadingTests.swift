import Diagnostics
import Feeds
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct FeedLoadingTests {
  private func message(_ work: () throws -> Void) -> String {
    do {
      try work()
      return ""
    } catch let error as DiagnosticsError {
      return error.diagnostics.map(\.message).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func aColumnThatIsMissingIsToldOnceForAllRows() throws {
    let shop = try Workshop()
    let message = message { _ = try shop.feed("name,price\nPot,1\nVase,2\nCup,3\n") }
    #expect(message == "no row has a value for \"title\", which the template \"card\" needs")
  }

  @Test func aColumnCanBeMapped() throws {
    let shop = try Workshop()
    let rows = try shop.feed("name,price\nPot,1\nVase,2\n", map: ["title=name"]).rows
    #expect(rows.map { $0["title"]?.value } == [.text("Pot"), .text("Vase")])
  }

  @Test func mappingAnUnknownFieldIsRefused() throws {
    let shop = try Workshop()
    let message = message { _ = try shop.feed("name\nPot\n", map: ["titel=name", "title"]) }
    #expect(
      message == """
        --map "titel=name": the template "card" has no field "titel"; did you mean "title"?
        --map "title" is not field=Column
        """)
  }

  @Test func aFeedWithoutRowsIsNamed() throws {
    let shop = try Workshop()
    let feed = try shop.feed("title,price\n")
    #expect(feed.diagnostics.map(\.message) == ["the feed has a header but no rows"])
  }
}
