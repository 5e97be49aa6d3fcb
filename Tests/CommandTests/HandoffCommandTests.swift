import Foundation
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
}
