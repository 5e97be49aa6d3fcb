import Foundation
import TestSupport
import Testing

@Suite struct PostCommandTests {
  private static let url = "https://www.tiktok.com/@creator/photo/7300000000000000001"

  /// At a fixed time, in a zone that is not UTC.
  private func flint(
    _ arguments: String..., in folder: TemporaryFolder
  ) throws -> FlintProcess.Result {
    try FlintProcess.run(
      arguments, in: folder,
      environment: ["FLINT_NOW": "2026-11-22T18:30:00Z", "TZ": "Asia/Tokyo"])
  }

  private func haul() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let result = try flint(
      "post", "add", "haul", "--url", Self.url + "?lang=en", "--caption", "Crème and beans.",
      in: folder)
    #expect(result.code == 0, "\(result.errors)")
    return folder
  }

  private func object(_ result: FlintProcess.Result) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  // MARK: - Reading

  @Test func anEmptyLibrarySaysHowToBegin() throws {
    let folder = try TemporaryFolder()
    let result = try flint("post", "list", in: folder)
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("flint render quote --sample"))
    #expect(folder.names().isEmpty, "reading creates nothing")
    #expect(try object(try flint("post", "list", "--json", in: folder))["posts"] as? [Int] == [])
  }

  @Test func aPostMadeElsewhereIsListed() throws {
    let folder = try haul()
    let result = try flint("post", "list", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("haul  published"))
    #expect(result.output.contains("@creator"))
    #expect(result.output.hasSuffix("\n1 post\n"))
    let posts = try #require(
      try object(try flint("post", "list", "--json", in: folder))["posts"] as? [[String: Any]])
    #expect(posts.map { $0["key"] as? String } == ["haul"])
    #expect(posts[0]["itemID"] as? String == "7300000000000000001")
    #expect(posts[0]["published"] as? String == "2026-11-22T18:30:00Z")
    let none = try flint("post", "list", "--draft", in: folder)
    #expect(none.code == 0 && none.output.isEmpty)
    #expect(none.errors.contains("no post is like that"))
  }

  @Test func aPageTellsTheStoryInTheUsersZone() throws {
    let folder = try haul()
    let result = try flint("post", "show", "ha", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    for text in [
      "haul  published", "@creator", Self.url, "2026-11-23 03:30 UTC+9", "Crème and beans.",
      "before a Spark ad", "flint post edit haul --ad-authorization on", "\nnext\n",
      "flint code request haul",
    ] {
      #expect(result.output.contains(text), "\(text) in \(result.output)")
    }
    #expect(!result.output.contains("\u{1b}"))
    let log = try flint("post", "show", "haul", "--log", in: folder)
    #expect(log.output.contains("post add"))
    #expect(log.output.contains("published 2026-11-23 03:30 UTC+9"))
  }

  @Test func aPageAsJSONHasEverything() throws {
    let folder = try haul()
    let object = try object(try flint("post", "show", "haul", "--json", in: folder))
    #expect(
      object.keys.sorted() == ["ads", "codes", "events", "next", "post", "statements"])
    let post = try #require(object["post"] as? [String: Any])
    #expect(post["stage"] as? String == "published")
    #expect((object["events"] as? [[String: Any]])?.first?["what"] as? String != nil)
  }

  @Test func searchFindsWordsWithoutTheirAccents() throws {
    let folder = try haul()
    let result = try flint("post", "search", "creme", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("haul\n    "))
    #expect(!result.output.contains("\u{2068}"))
    let none = try flint("post", "search", "tea", in: folder)
    #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("no post has \"tea\""))
  }

  // MARK: - Changing

  @Test func hostileWordsDoNotMoveTheCursor() throws {
    let folder = try haul()
    try folder.write("\u{202e}One\u{9b}2J", to: "caption.txt")
    let refused = try flint("post", "edit", "haul", "--caption", "@caption.txt", in: folder)
    #expect(refused.code == 2)
    #expect(refused.errors.contains("control character U+009B"))
    let result = try flint("post", "edit", "haul", "--title", "a\u{1b}[2Jb", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let page = try flint("post", "show", "haul", in: folder)
    #expect(page.output.contains("\\u{1b}[2J"))
    #expect(!page.output.contains("\u{1b}"))
  }

  @Test func aDryRunChangesNothing() throws {
    let folder = try haul()
    let before = try flint("post", "show", "haul", "--json", in: folder).output
    for arguments in [
      ["edit", "haul", "--caption", "Other words."],
      ["remove", "haul", "--by", "creator"],
      ["tag", "haul", "--add", "summer"],
    ] {
      let result = try FlintProcess.run(
        ["post"] + arguments + ["--dry-run"], in: folder,
        environment: ["FLINT_NOW": "2026-11-22T18:30:00Z"])
      #expect(result.code == 0, "\(result.errors)")
    }
    #expect(try flint("post", "show", "haul", "--json", in: folder).output == before)
  }

  @Test func aDryRunCreatesNoLibrary() throws {
    let folder = try TemporaryFolder()
    let result = try flint("post", "add", "haul", "--url", Self.url, "--dry-run", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(folder.names().isEmpty)
  }

  @Test func tagsAndFactsAreShown() throws {
    let folder = try haul()
    #expect(try flint("post", "tag", "haul", "--add", "#Summer", in: folder).code == 0)
    let edit = try flint(
      "post", "edit", "haul", "--disclosure", "branded content", "--music", "cleared",
      "--ad-authorization", "on", "--privacy", "everyone", "--ai-label", "off", in: folder)
    #expect(edit.code == 0, "\(edit.errors)")
    #expect(edit.output.hasSuffix("changed\n"))
    let page = try flint("post", "show", "haul", in: folder).output
    #expect(page.contains("summer"))
    #expect(page.contains("discloses branded content"))
    #expect(page.contains("nothing is missing"))
    #expect(try flint("post", "list", "--tag", "summer", in: folder).output.contains("haul"))
  }

  @Test func aRemovedPostIsOver() throws {
    let folder = try haul()
    let result = try flint("post", "remove", "haul", "--by", "tiktok", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try flint("post", "list", "--removed", in: folder).output.contains("haul  removed"))
    let again = try flint("post", "remove", "haul", "--by", "tiktok", in: folder)
    #expect(again.code == 2)
    #expect(again.errors.contains("was removed on 2026-11-23 03:30 UTC+9"))
    #expect(again.errors.contains("hint: "))
  }

  // MARK: - Refusals

  @Test func refusalsAreExitCodeTwo() throws {
    let folder = try haul()
    let requests = [
      (["show", "vase"], "vase"),
      (["add", "vase", "--url", Self.url], "on record already, as \"haul\""),
      (["add", "haul", "--url", Self.url.replacing("01", with: "02")], "already"),
      (["add", "vase", "--url", "https://vm.tiktok.com/ABC/"], "short link"),
      (["remove", "haul", "--draft", "--yes"], "is no draft"),
      (["list", "--creator", "nobody"], "nobody"),
      (["edit", "haul", "--caption", "@nothing.txt"], "nothing.txt"),
    ]
    for (arguments, text) in requests {
      let result = try FlintProcess.run(
        ["post"] + arguments, in: folder, environment: ["FLINT_NOW": "2026-11-22T18:30:00Z"])
      #expect(result.code == 2, "\(arguments)")
      #expect(result.errors.contains(text), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test(arguments: [
    ["list", "--authorized", "--not-authorized"], ["list", "--draft", "--removed"],
    ["list", "--limit", "0"], ["edit", "mug"], ["edit", "mug", "--disclosure", "maybe"],
    ["edit", "mug", "--privacy", "all"], ["edit", "mug", "--creator", "no name"],
    ["tag", "mug"], ["tag", "--add", "summer"], ["tag", "mug", "--add", "two words"],
    ["publish", "mug"], ["publish", "mug", "--url", "u", "--at", "soon"],
    ["add", "Two Words", "--url", "u"], ["add", "../x", "--url", "u"], ["remove", "mug"],
    ["remove", "mug", "--by", "creator", "--draft"], ["search"],
  ])
  func wrongUsageIsCode64(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(["post"] + arguments, in: folder)
    #expect(result.code == 64, "\(result.errors)")
    #expect(folder.names().isEmpty)
  }

  @Test func keysAreCompleted() throws {
    let folder = try haul()
    let result = try FlintProcess.run(
      [
        "---completion", "post", "show", "--", "positional@0", "3", "1", "flint", "post", "show",
        "h",
      ], in: folder)
    #expect(result.output.contains("haul"), "\(result.errors)")
  }
}
