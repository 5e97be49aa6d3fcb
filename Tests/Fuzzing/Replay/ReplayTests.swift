import Foundation
import FuzzTargets
import Testing

/// What the fuzzers begin with, and what they found, read once more by the ordinary build.
@Suite struct ReplayTests {
  /// A file of `Inputs/TARGET/`: `seed-…` is in order, `found-…` once broke its reader.
  struct Input: Sendable, CustomTestStringConvertible {
    let target: FuzzTarget
    let url: URL
    var testDescription: String { "\(target)/\(url.lastPathComponent)" }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Inputs")

  private static func files(in folder: URL) -> [URL] {
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []).sorted { $0.path < $1.path }
  }

  private static let inputs = FuzzTarget.all.flatMap { target in
    files(in: folder.appending(path: target.name)).map { Input(target: target, url: $0) }
  }

  @Test func everyTargetHasInputsOfItsOwn() {
    let folders = Self.files(in: Self.folder).map(\.lastPathComponent)
    #expect(folders == FuzzTarget.all.map(\.name).sorted())
    for target in FuzzTarget.all {
      #expect(Self.inputs.contains { $0.target.name == target.name }, "\(target) has no input")
    }
  }

  /// A trap ends the whole run. A seed that is refused would let its fuzzer see no more than that.
  @Test(arguments: inputs) func inputsAreReadAsTheyAre(input: Input) throws {
    let bytes = Array(try Data(contentsOf: input.url))
    #expect(bytes.count <= input.target.mostBytes)
    let isRead = input.target.run(bytes)
    let name = input.url.lastPathComponent
    #expect(name.hasPrefix("seed-") || name.hasPrefix("found-"))
    #expect(isRead || name.hasPrefix("found-"), "\(input.testDescription) is refused")
  }
}
