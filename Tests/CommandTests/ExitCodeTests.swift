import TestSupport
import Testing

/// The codes of `docs/problems.md`; an interrupt's 130 is in `anInterruptedBatchGoesOn`.
@Suite struct ExitCodeTests {
  private static let feed = "title,image\nPot,blue.png\n"

  /// Arguments, and the code.
  private static let runs: [([String], Int32)] = [
    (["batch", "good.csv", "--template", "./card"], 0),
    (["batch", "good.csv", "--template", "./card", "--plan"], 0),
    (["batch", "some.csv", "--template", "./card"], 1),
    (["batch", "bad.csv", "--template", "./card"], 2),
    (["batch", "good.csv", "--template", "nosuch"], 2),
    (["render", "nosuch"], 2),
    (["post", "show", "nosuch"], 2),
    (["verify", "nosuch"], 2),
    (["batch", "good.csv"], 64),
    (["batch", "good.csv", "--template", "./card", "--jobs", "many"], 64),
    (["nosuch"], 64),
  ]

  @Test(arguments: runs) func commandEndsWith(_ arguments: [String], code: Int32) throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(Self.feed, to: "good.csv")
    try folder.write(Self.feed + "Jug,none.png\n", to: "some.csv")
    try folder.write("title,image\nJug,none.png\n", to: "bad.csv")
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == code, "\(result.errors)")
    #expect((code == 0) != result.errors.lowercased().contains("error"), "\(result.errors)")
  }

  @Test func aChangedSlideIsNoDamage() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(Self.feed, to: "good.csv")
    #expect(
      try FlintProcess.run("batch", "good.csv", "--template", "./card", in: folder).code == 0)
    #expect(try FlintProcess.run("verify", in: folder).code == 0)
    let key = try #require(folder.names(in: "output/posts").first)
    let slide = try #require(
      folder.names(in: "output/posts/\(key)").first { $0.hasPrefix("01") })
    try folder.write("other", to: "output/posts/\(key)/\(slide)")
    #expect(try FlintProcess.run("verify", in: folder).code == 1)
  }
}
