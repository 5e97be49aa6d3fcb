import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
  // MARK: Help

  @Test(arguments: [
    [], ["render"], ["batch"], ["template"], ["template", "list"], ["template", "show"],
    ["template", "check"], ["template", "new"], ["kit"], ["kit", "list"], ["inspect"], ["doctor"],
    ["check"], ["post"], ["post", "list"], ["post", "show"], ["post", "search"], ["post", "edit"],
    ["post", "tag"], ["post", "publish"], ["post", "add"], ["post", "remove"],
    ["creator"], ["creator", "add"], ["creator", "list"], ["creator", "show"],
    ["brand"], ["brand", "add"], ["brand", "list"], ["brand", "show"], ["advertiser"],
    ["advertiser", "add"], ["advertiser", "list"], ["advertiser", "show"], ["agreement"],
    ["agreement", "add"], ["agreement", "list"], ["agreement", "show"], ["agreement", "pay"],
    ["code"], ["code", "request"], ["code", "add"], ["code", "share"], ["code", "apply"],
    ["code", "extend"], ["code", "reissue"], ["code", "revoke"], ["code", "withdraw"],
    ["code", "list"], ["code", "show"], ["code", "reveal"], ["statement"],
    ["ad"], ["ad", "plan"], ["ad", "submit"], ["ad", "status"], ["ad", "end"], ["ad", "list"],
    ["ad", "show"], ["ad", "metrics"], ["ad", "metrics", "import"], ["ad", "metrics", "show"],
    ["verify"], ["backup"], ["restore"],
  ])
  func eachHelpHasTwoExamples(command: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(command + ["--help"], in: folder)
    #expect(result.code == 0)
    let examples = result.output.split(separator: "\n").filter { $0.hasPrefix("  flint ") }
    #expect(examples.count >= 2)
    if command.isEmpty {
      #expect(result.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 46)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsComeWithTheProgram(shell: String) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run("--generate-completion-script", shell, in: folder)
    #expect(result.code == 0)
    #expect(result.output.contains("batch"))
  }

  @Test(arguments: [
    ["nonsense"], ["render"], ["render", "card", "--nonsense"], ["batch", "feed.csv"],
    ["render", "card", "--size", "0x0"], ["render", "card", "--size", "1080"],
    ["render", "card", "--quality", "80"], ["render", "card", "--format", "gif"],
    ["batch", "feed.csv", "--template", "card", "--jobs", "0"],
  ])
  func wrongUsageIsCode64(arguments: [String]) throws {
    let folder = try TemporaryFolder.withCard()
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Usage: flint"))
  }

  // MARK: Rendering

  @Test func aRenderedPostIsNamedOnTheOutput() throws {
    let folder = try TemporaryFolder.withCard()
    let result = try FlintProcess.run(
      "render", "./card", "--set", "title=Pot", "--set", "image=blue.png", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == "output/posts/pot-card  2 slides\n")
    #expect(result.errors.isEmpty)
    #expect(folder.names(in: "output/posts") == ["pot-card"])
  }

  @Test func aTemplatesSlideCanBeInspected() throws {
    let folder = try TemporaryFolder.withCard()
    let result = try FlintProcess.run(
      "inspect", "./card", "--sample", "--slide", "2", "--json", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(#""class":"slide""#))
    let beyond = try FlintProcess.run("inspect", "./card", "--sample", "--slide", "3", in: folder)
    #expect(beyond.code == 2)
    #expect(beyond.errors.contains("has no slide 3"))
  }

  @Test func slidesCanBeWrittenAsPages() throws {
    let folder = try TemporaryFolder.withCard()
    let result = try FlintProcess.run("render", "./card", "--sample", "--html", "pages", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let names = folder.names(in: "pages")
    #expect(names.count == 2)
    #expect(names.allSatisfy { $0.hasSuffix(".html") })
    #expect(result.output == names.map { "pages/\($0)\n" }.joined())
  }

  @Test func theLibraryComesFromOptionOrEnvironment() throws {
    let folder = try TemporaryFolder.withCard()
    let variable = ["FLINT_LIBRARY": folder["mine"]]
    let arguments = ["render", "./card", "--sample"]
    _ = try FlintProcess.run(arguments, in: folder, environment: variable)
    _ = try FlintProcess.run(arguments + ["--library", "other"], in: folder, environment: variable)
    #expect(folder.names() == ["blue.png", "card", "mine", "other"])
  }

  @Test func coverageIsNotWrittenWhereTestsLook() throws {
    let folder = try TemporaryFolder()
    try folder.write("printf %s \"$LLVM_PROFILE_FILE\"", to: "say.sh")
    #expect(try FlintProcess.shell("say.sh", in: folder).output.hasPrefix("/"))
  }

  @Test func jsonIsOneDocumentOfStableKeys() throws {
    let folder = try TemporaryFolder.withCard()
    let arguments = ["render", "./card", "--sample", "--json"]
    let first = try FlintProcess.run(arguments, in: folder)
    let second = try FlintProcess.run(arguments, in: folder)
    #expect(first.output == second.output)
    let document = try JSONSerialization.jsonObject(with: Data(first.output.utf8))
    let keys = (document as? [String: Any])?.keys.sorted()
    #expect(keys == ["path", "post", "warnings"])
  }

  @Test func aDryRunChangesNothing() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("title\nPot\n", to: "feed.csv")
    let before = folder.names()
    for arguments in [
      ["render", "./card", "--sample", "--dry-run"],
      ["render", "./card", "--sample", "--dry-run", "-o", "out"],
      ["batch", "feed.csv", "--template", "./card", "--plan"],
      ["batch", "feed.csv", "--template", "./card", "--dry-run"],
    ] {
      #expect(try FlintProcess.run(arguments, in: folder).code == 0)
    }
    #expect(folder.names() == before)
  }

  @Test func anOutputFolderKeepsWhatItHad() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("notes", to: "out/notes.txt")
    let result = try FlintProcess.run(
      "render", "./card", "--set", "title=Pot", "--set", "image=blue.png", "-o", "out", in: folder)
    #expect(result.code == 0)
    #expect(
      folder.names(in: "out")
        == ["01-hook.png", "02-words.png", "caption.txt", "notes.txt", "overview.png", "post.json"])
  }

  // MARK: Batches

  @Test func aBatchNamesBadRowsAndGoesOn() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(
      "handle,title,image\na,Pot,blue.png\nb,Vase,none.png\nc,Cup,blue.png,extra\n",
      to: "feed.csv")
    let result = try FlintProcess.run("batch", "feed.csv", "--template", "./card", in: folder)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("feed.csv:3:8: error: image: there is no file \"none.png\""))
    #expect(result.errors.contains("feed.csv:4:16: error: this row has 4 cells"))
    #expect(result.errors.contains("1 drawn, 2 failed"))
    #expect(!result.errors.contains("\u{1b}"))
  }

  @Test func aBatchAsJSONAccountsForEveryRow() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write(
      "handle,title,image\na,Pot,blue.png\nb,Vase,none.png\nc,Cup,blue.png,extra\n",
      to: "feed.csv")
    let result = try FlintProcess.run(
      "batch", "feed.csv", "--template", "./card", "--json", in: folder)
    let lines = try result.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(lines.count == 4)
    #expect(
      lines.compactMap { $0["status"] as? String }.sorted() == ["drawn", "failed", "failed"])
    #expect((lines.last?["summary"] as? [String: Any])?["failed"] as? Int == 2)
  }

  @Test func aBatchOfOnlyBadRowsIsRefused() throws {
    let folder = try TemporaryFolder.withCard()
    try folder.write("title,image\nPot,none.png\n", to: "feed.csv")
    let result = try FlintProcess.run("batch", "feed.csv", "--template", "./card", in: folder)
    #expect(result.code == 2)
    #expect(folder.names(in: "output/posts").isEmpty)
  }

  @Test func anInterruptedBatchGoesOn() throws {
    let folder = try TemporaryFolder.withCard()
    let rows = (0..<400).map { "p\($0),Pot \($0),blue.png" }
    try folder.write((["handle,title,image"] + rows).joined(separator: "\n"), to: "feed.csv")
    try folder.write("", to: "errors.txt")
    let errors = URL(fileURLWithPath: folder["errors.txt"])
    let process = try FlintProcess.start(
      ["batch", "feed.csv", "--template", "./card", "--jobs", "1"], in: folder,
      output: URL(fileURLWithPath: "/dev/null"), errors: errors)
    while process.isRunning, folder.names(in: "output/posts").count < 3 { usleep(2_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try folder.text(of: "errors.txt").contains("goes on where it stopped"))
    let posts = folder.names(in: "output/posts")
    #expect(posts.count >= 3 && posts.count < 400)
    #expect(posts.allSatisfy { folder.names(in: "output/posts/\($0)").count == 5 })
    let plan = try FlintProcess.run(
      "batch", "feed.csv", "--template", "./card", "--plan", in: folder)
    #expect(plan.errors == "\(400 - posts.count) to draw, \(posts.count) unchanged\n")
  }

  // MARK: Streams

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/dev/full"),
      "a disk that is always full is Linux's"))
  func aFullOutputIsAnErrorNotACrash() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "errors.txt")
    let process = try FlintProcess.start(
      ["template", "list"], in: folder, output: URL(fileURLWithPath: "/dev/full"),
      errors: URL(fileURLWithPath: folder["errors.txt"]))
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(try folder.text(of: "errors.txt").hasPrefix("error: cannot write the output"))
  }
}
