import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private static let page = """
    <style>body { margin: 0; background: #fff } p { position: absolute; margin: 0; left: 200px;
    top: 800px; font: 60px Inter; color: #ccc }</style><p>Pale</p>
    """

  @Test func errorsGiveExitCodeTwo() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "pale.html")
    let result = try FlintProcess.run("check", "pale.html", in: folder)
    #expect(result.code == 2)
    #expect(result.output.hasPrefix("pale.html  page\n  slide 1  pale\n    error    contrast: "))
    #expect(result.output.hasSuffix("1 error\n"))
    #expect(result.errors.isEmpty)
    #expect(!result.output.contains("\u{1b}"))
  }

  @Test func warningsGiveExitCodeZero() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.page.replacingOccurrences(of: "#ccc", with: "#000; top: 120px"), to: "page.html")
    let result = try FlintProcess.run("check", "page.html", in: folder)
    #expect(result.code == 0)
    #expect(result.output.contains("    warning  safe-zone: "))
  }

  @Test func jsonIsOneObjectWithFindings() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "pale.html")
    let result = try FlintProcess.run("check", "pale.html", "--json", in: folder)
    #expect(result.code == 2)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["contrast"])
    #expect(findings[0]["file"] as? String == "pale.html")
    #expect(findings[0]["line"] as? Int == 2)
    #expect((findings[0]["rect"] as? [Int])?.count == 4)
  }

  @Test func rulesAreListedWithoutASubject() throws {
    let result = try FlintProcess.run("check", "--rules", in: TemporaryFolder())
    #expect(result.code == 0)
    for rule in ["safe-zone", "contrast", "hashtag-count", "file-format"] {
      #expect(result.output.contains("\n\(rule)  ") || result.output.hasPrefix(rule))
    }
  }

  @Test(arguments: [
    ["check"], ["check", "quote", "--dry-run"], ["check", "quote", "--target", "moon"],
    ["render", "quote", "--set", "quote"], ["render", "quote", "--set", "=x"],
    ["batch", "x.csv", "--template", "quote", "--map", "quote"],
  ])
  func wrongUsageIsExitCode64(arguments: [String]) throws {
    #expect(try FlintProcess.run(arguments, in: TemporaryFolder()).code == 64)
  }

  @Test func whatIsNothingIsRefused() throws {
    let result = try FlintProcess.run("check", "nosuch", in: TemporaryFolder())
    #expect(result.code == 2)
    #expect(result.errors.contains("\"nosuch\" is no template, page, post file, post or folder"))
  }

  /// The folders of `templates`; its file is the overview.
  private static let templates = FlintProcess.packageRoot.appendingPathComponent("templates")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: templates.path)) ?? [])
    .filter { !$0.contains(".") }.sorted()

  @Test func thereAreTwelveTemplates() { #expect(Self.names.count == 12) }

  /// For a Spark ad, every row at every size; `scripts/check-templates` does so with each kit.
  @Test(arguments: names)
  func nothingIsFoundInTemplates(name: String) throws {
    let result = try FlintProcess.run("check", name, in: TemporaryFolder())
    #expect(result.code == 0, "\(result.output)")
    #expect(!result.output.contains("error  ") && !result.output.contains("warning  "))
    #expect(result.output.hasPrefix("\(name)  template"), "\(result.output)")
    #expect(result.errors.isEmpty)
  }
}
