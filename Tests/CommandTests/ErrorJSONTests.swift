import Foundation
import TestSupport
import Testing

/// With `--json` the error stream is empty or one document, whatever goes wrong.
@Suite struct ErrorJSONTests {
  /// The errors of the document; `FlintProcess` holds every run's to its form.
  private func errors(of result: FlintProcess.Result) throws -> [[String: Any]] {
    try #require(try Self.document(result.errors)?["errors"] as? [[String: Any]])
  }

  static func document(_ text: String) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  @Test func everyCommandSaysItsUsageErrorsInJSON() throws {
    let folder = try TemporaryFolder()
    let commands = try CommandCatalogue.entries().filter(\.takesJSON)
    #expect(commands.count >= 50)
    for command in commands {
      let result = try FlintProcess.run(command.path + ["--json", "--nonsense"], in: folder)
      #expect(result.code == 64)
      #expect(result.output.isEmpty)
      let error = try #require(try errors(of: result).first)
      #expect((error["message"] as? String)?.isEmpty == false)
      let hints = try #require(error["hints"] as? [String])
      #expect(
        hints.contains { $0.hasPrefix("Usage: flint \(command.path.joined(separator: " "))") })
    }
  }

  @Test(arguments: [
    (["post", "list", "--json", "--jsn"], "unknown option \"--jsn\"; did you mean \"--json\"?"),
    (["post", "lst", "--json"], "unknown command \"lst\"; did you mean \"list\"?"),
    (["check", "--json"], "name what to check: a template, a page, a post file or a post"),
    (["render", "--json"], "Missing expected argument '<subject>'"),
    (["post", "list", "--limit", "0", "--json"], "--limit 0 lists nothing"),
    (["code", "reveal", "mug", "--json"], "unknown option \"--json\""),
  ])
  func aUsageErrorIsTheSentenceThatPeopleGet(arguments: [String], message: String) throws {
    let result = try FlintProcess.run(arguments, in: TemporaryFolder())
    #expect(result.code == 64)
    #expect(try errors(of: result).map { $0["message"] as? String } == [message])
  }

  @Test func anErrorHasItsPlaceAndWhatToDo() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("h1 {\n  colour: red;\n}\n", to: "card/style.css")
    let result = try FlintProcess.run("render", "./card", "--sample", "--json", in: folder)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    let error = try #require(try errors(of: result).first)
    #expect(error["file"] as? String == "./card/style.css")
    #expect(error["line"] as? Int == 2)
    #expect(error["column"] as? Int == 3)
    #expect(error["message"] as? String == "unknown property \"colour\"; did you mean \"color\"?")
    #expect(error["hints"] as? [String] == [])
  }

  @Test func whatIsNotKnownIsLeftOut() throws {
    let result = try FlintProcess.run("post", "show", "mug", "--json", in: TemporaryFolder())
    #expect(result.code == 2)
    let error = try #require(try errors(of: result).first)
    #expect(error.keys.sorted() == ["hints", "message", "severity"])
  }

  @Test func theDocumentIsOneLine() throws {
    let result = try FlintProcess.run("post", "show", "mug", "--json", in: TemporaryFolder())
    #expect(result.errors.hasSuffix("\n"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func everyBadRowOfABatchIsInOneDocument() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(
      "handle,title,image\na,Pot,blue.png\nb,Vase,none.png\nc,Cup,blue.png,extra\n",
      to: "feed.csv")
    let result = try FlintProcess.run(
      "batch", "feed.csv", "--template", "./card", "--json", in: folder)
    #expect(result.code == 1)
    #expect(try errors(of: result).compactMap { $0["line"] as? Int }.sorted() == [3, 4])
  }

  @Test func warningsStandBesideErrors() throws {
    let shop = try SparkShop()
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "14", "--code", Canary.code(1), "--json")
    #expect(result.code == 0, "\(result.errors)")
    let document = try #require(try Self.document(result.errors))
    #expect((document["errors"] as? [Any])?.isEmpty == true)
    let warnings = try #require(document["warnings"] as? [[String: Any]])
    #expect(warnings.contains { ($0["message"] as? String)?.contains("shell's history") == true })
  }

  @Test func remarksStandBesideThem() throws {
    let shop = try SparkShop()
    let result = try shop.run("brand", "add", "moss", "--dry-run", "--json")
    #expect(result.code == 0)
    let document = try #require(try Self.document(result.errors))
    #expect(document["notes"] as? [String] == ["only tried: nothing was changed"])
  }

  @Test func nothingIsSaidWhenAllIsDone() throws {
    let result = try FlintProcess.run("template", "list", "--json", in: TemporaryFolder())
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    ["code", "show", Canary.code(1), "--json"],
    ["code", "list", "--status", Canary.code(1), "--json"],
    ["post", "import", "\(Canary.code(1)).zip", "--json"], [Canary.code(1), "--json"],
  ])
  func codesAreMasked(arguments: [String]) throws {
    let result = try FlintProcess.run(arguments, in: TemporaryFolder())
    #expect(result.code != 0)
    #expect(result.errors.contains("#Ca…"), "\(result.errors)")
  }

  @Test(arguments: ["/dev/full", "&-"])
  func anOutputThatCannotBeWrittenIsAnErrorInJSON(target: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("flint template list --json >\(target)", to: "lost.sh")
    let result = try FlintProcess.shell("lost.sh", in: folder)
    #expect(result.code == 1)
    let message = try errors(of: result).first?["message"] as? String
    #expect(message?.hasPrefix("cannot write the output: ") == true)
  }

  @Test(arguments: ["--help", "--version", "--generate-completion-script bash"])
  func helpThatCannotBeWrittenIsAnError(arguments: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("flint \(arguments) >/dev/full", to: "lost.sh")
    let result = try FlintProcess.shell("lost.sh", in: folder)
    #expect(result.code == 1)
    #expect(result.errors == "error: cannot write the output: no space left on device\n")
  }

  @Test func helpStaysText() throws {
    let result = try FlintProcess.run("post", "list", "--json", "--help", in: TemporaryFolder())
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.errors.isEmpty)
  }

  @Test func aWordAfterTheDashesIsNoOption() throws {
    let result = try FlintProcess.run("post", "show", "--", "--json", in: TemporaryFolder())
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("error: "))
  }
}
