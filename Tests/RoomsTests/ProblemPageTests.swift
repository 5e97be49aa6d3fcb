import Carousels
import Foundation
import Library
import Posts
import Testing

/// `docs/problems.md` names what the program names, neither more nor less.
@Suite struct ProblemPageTests {
  /// The first columns of the table under a heading.
  private static func names(under heading: String) throws -> [String] {
    let page = try String(
      contentsOfFile: Workshop.packageRoot + "/docs/problems.md", encoding: .utf8)
    let sections = page.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(heading + "\n") })
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
  }

  @Test func rulesOfTheCheckAreThere() throws {
    #expect(
      try Self.names(under: "Rules of `flint check`") == CheckRule.allCases.map(\.rawValue))
    let page = try String(
      contentsOfFile: Workshop.packageRoot + "/docs/problems.md", encoding: .utf8)
    for rule in CheckRule.allCases {
      #expect(page.contains("| `\(rule.rawValue)` | \(rule.severity.rawValue) | \(rule.reason) |"))
    }
  }

  @Test func refusalsAreThere() throws {
    #expect(try Self.names(under: "What stands against a change") == Refusal.names)
  }

  @Test func faultsOfTheLibraryAreThere() throws {
    let kinds = LibraryFault.Kind.allCases.map(\.rawValue)
    #expect(try Self.names(under: "What `flint verify` finds") == kinds)
  }

  @Test func exitCodesAreThere() throws {
    #expect(try Self.names(under: "Exit codes") == ["0", "1", "2", "64", "130"])
  }
}
