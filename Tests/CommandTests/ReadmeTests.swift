import Foundation
import TestSupport
import Testing

/// The README's stories run as they stand there.
@Suite struct ReadmeTests {
  @Test func bothStoriesRunAsTheyArePrinted() throws {
    let blocks = try Self.blocks(under: "### Two stories to rehearse")
    #expect(blocks.count == 2)
    for block in blocks {
      let folder = try TemporaryFolder()
      try folder.write("set -eu\n" + block, to: "story.sh")
      let result = try FlintProcess.shell("story.sh", in: folder)
      #expect(result.code == 0, "\(result.errors)")
      #expect(!result.output.contains("c0de/") && !result.errors.contains("c0de/"))
    }
  }

  @Test func theCreatorsStatementIsTheOneThatIsPrinted() throws {
    let block = try #require(Self.blocks(under: "### Two stories to rehearse").first)
    let folder = try TemporaryFolder()
    try folder.write("set -eu\n" + block, to: "story.sh")
    let result = try FlintProcess.shell("story.sh", in: folder)
    #expect(result.output.contains("5% of $1,234.50 = $61.725, rounded half-even to $61.72"))
    #expect(result.output.contains("owed   $361.72"))
    #expect(result.output.hasSuffix("nothing is due; no code ends within 45 days\n"))
  }

  /// The `sh` blocks between a heading and the next one of its level.
  private static func blocks(under heading: String) throws -> [String] {
    let url = FlintProcess.packageRoot.appendingPathComponent("README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(text.range(of: heading + "\n")).upperBound
    let end = text.range(of: "\n### ", range: start..<text.endIndex)?.lowerBound ?? text.endIndex
    return text[start..<end].components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }
}
