import Foundation
import TestSupport
import Testing

@Suite struct HandoffCommandTests {
  @Test(arguments: [
    ["post", "export", "--for", "tiktok"],
    ["post", "export", "mug"],
    ["post", "export", "mug", "--for", "myspace"],
    ["post", "export", "mug", "--for", "spark"],
    ["post", "export", "mug", "--for", "tiktok", "--to", "harbor"],
    ["post", "export", "mug", "--for", "tiktok", "--with-code"],
    [
      "post", "export", "mug", "--for", "spark", "--to", "harbor", "--base-url",
      "https://a.example",
    ],
    ["post", "export", "mug", "--for", "tiktok", "--base-url", "http://127.0.0.1/x"],
    ["post", "import"],
  ])
  func whatDoesNotGoTogetherIsWrongUsage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
  }

  @Test func whatIsNoBundleIsRefusedAndNothingIsCreated() throws {
    let folder = try TemporaryFolder()
    try folder.write("not an archive", to: "text.zip")
    let result = try FlintProcess.run("post", "import", "text.zip", "gone.zip", in: folder)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("text.zip: error: this is no ZIP archive"))
    #expect(result.errors.contains("there is no file \"gone.zip\""))
    #expect(!FileManager.default.fileExists(atPath: folder["output"]))
  }

  @Test func failuresAreInTheJSONToo() throws {
    let folder = try TemporaryFolder()
    try folder.write("not an archive", to: "text.zip")
    let result = try FlintProcess.run("post", "import", "text.zip", "--json", in: folder)
    #expect(result.code == 2)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((object["imports"] as? [Any])?.isEmpty == true)
    let failed = try #require(object["failed"] as? [[String: Any]])
    #expect(failed.map { $0["file"] as? String } == ["text.zip"])
    #expect((failed[0]["problems"] as? [Any])?.count == 1)
  }

  // MARK: - From the creator to the brand

  /// No code of anybody's; the suite's search for codes knows it by its beginning.
  private static let code = "#Zx8cAnArYv+09/qWeRtYuIoP=="

  /// A creator's library with a published post and a code for a brand.
  private static func creator() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.withCard()
    try folder.write(code, to: "code.txt")
    for arguments in [
      ["render", "./card", "--sample", "--set", "image=blue.png", "--images", "."],
      ["brand", "add", "harbor", "--name", "Harbor Goods"],
      [
        "post", "publish", "sample-best-card", "--url",
        "https://www.tiktok.com/@creator/photo/7300000000000000001", "--at", "2026-03-01",
      ],
      ["agreement", "add", "@creator", "harbor", "--fee", "300 USD", "--days", "30"],
      [
        "code", "request", "sample-best-card", "--brand", "harbor", "--agreement",
        "creator@harbor", "--days", "30",
      ],
      ["code", "add", "sample-best-card", "--code", "@code.txt"],
    ] {
      let result = try FlintProcess.run(arguments, in: folder, environment: now)
      try #require(result.code == 0, "\(arguments): \(result.errors)")
    }
    return folder
  }

  private static let now = ["FLINT_NOW": "2026-03-10T12:00:00Z", "TZ": "UTC"]

  @Test func aBundleGoesFromTheCreatorToTheBrand() throws {
    let folder = try Self.creator()
    func run(_ arguments: String...) throws -> FlintProcess.Result {
      try FlintProcess.run(arguments, in: folder, environment: Self.now)
    }
    let export = try run(
      "post", "export", "sample-best-card", "--for", "spark", "--to", "harbor", "--with-code",
      "-o", "card.zip")
    #expect(export.code == 0)
    #expect(export.output == "card.zip  13 files, with the code\n")
    let plan = try run("post", "import", "card.zip", "--library", "brand", "--dry-run")
    let taken = try run("post", "import", "card.zip", "--library", "brand")
    #expect(taken.code == 0 && taken.errors.isEmpty)
    #expect(plan.output == "would take in \(taken.output)")
    #expect(
      taken.output.hasSuffix(
        "  authorization sample-best-card@harbor, until 2026-04-09 12:00 UTC\n"))
    #expect(
      try run("post", "import", "card.zip", "--library", "brand").output
        == "sample-best-card\n  nothing new\n")
    let codes = try run("code", "list", "--library", "brand")
    #expect(codes.output.contains("sample-best-card@harbor  shared"))
    for result in [export, plan, taken, codes] {
      #expect(!(result.output + result.errors).contains("cAnArY"))
    }
    #expect(
      try run("statement", "--library", "brand", "--json").output
        == run("statement", "--json").output)
  }

  @Test func manyPostsMayPartlyFail() throws {
    let folder = try Self.creator()
    let result = try FlintProcess.run(
      "post", "export", "sample-best-card", "nosuch", "--for", "tiktok", "--base-url",
      "https://media.example.com/a", in: folder, environment: Self.now)
    #expect(result.code == 1)
    #expect(result.output == "output/exports/tiktok/sample-best-card  4 files\n")
    #expect(result.errors.contains("nosuch"))
    #expect(
      try folder.text(of: "output/exports/tiktok/sample-best-card/post.json").contains(
        "https://media.example.com/a/sample-best-card/01-hook.jpg"))
  }

  @Test func codesAreMaskedInTheSheetUnlessAskedFor() throws {
    let folder = try Self.creator()
    let masked = try FlintProcess.run(
      "post", "export", "--for", "ads-manager", "-o", "codes.csv", in: folder,
      environment: Self.now)
    #expect(masked.output == "codes.csv  1 code, masked\n")
    #expect(try !folder.text(of: "codes.csv").contains("cAnArY"))
    let shown = try FlintProcess.run(
      "post", "export", "--for", "ads-manager", "--with-code", "-o", "codes.csv", in: folder,
      environment: Self.now)
    #expect(shown.output == "codes.csv  1 code\n")
    #expect(try folder.text(of: "codes.csv").contains(",\(Self.code),"))
  }
}
