import Foundation
import TestSupport
import Testing

@Suite struct CodeCommandTests {
  // MARK: Taking a code

  @Test func aCodeIsTakenFromStandardInputAndShownMasked() throws {
    let shop = try SparkShop()
    shop.zone = "Asia/Kolkata"
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-",
      input: "  \(Canary.code(1))\u{200b}\r\n")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("mug@harbor  issued\n  code     #Ca…== ("))
    #expect(result.output.contains("cleaned  white space around it, 1 invisible character\n"))
    #expect(
      result.output.contains(
        "valid    2026-03-01 17:30 UTC+5:30 to 2026-03-31 17:30 UTC+5:30 "
          + "(counted from start and days)\n"))
    #expect(result.output.contains("next     flint code share mug@harbor --how mail\n"))
    #expect(try Canary.files(in: shop.folder).allSatisfy { $0.hasPrefix("output/library.sqlite") })
  }

  @Test func aCodeIsTakenFromAFile() throws {
    let shop = try SparkShop()
    try shop.folder.write(Canary.code(1) + "\n", to: "code.txt")
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "7", "--code", "@code.txt")
    #expect(result.code == 0, "\(result.errors)")
    try shop.expectRefusal(
      ["code", "add", "vase", "--brand", "harbor", "--code", "@nosuch.txt"], "nosuch.txt")
    try shop.expectRefusal(
      ["code", "add", "vase", "--brand", "harbor", "--code", "code.txt"],
      "error: \"code.txt\" is a file, not a code", "hint: to read it, write @code.txt")
  }

  @Test(arguments: [["--code"], []])
  func aCodeAsArgumentIsTakenWithAWarning(option: [String]) throws {
    let shop = try SparkShop()
    let result = try shop.run(
      ["code", "add", "mug", "--brand", "harbor", "--days", "30"] + option + [Canary.code(1)])
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.errors.hasPrefix(
        "warning: a code given as an argument stays in the shell's history, and others see it"))
    #expect(result.errors.contains("history -d"))
  }

  @Test func aCodeTypedWhereNoneBelongsIsMasked() throws {
    let shop = try SparkShop()
    let code = Canary.code(1)
    for arguments in [
      ["code", "show", code], ["code", "add", code, "--brand", "harbor", "--code", "-"],
      ["code", "share", "mug", code], ["code", code], [code], ["code", "list", "--status", code],
      ["code", "list", "--brand", code], ["code", "add", "mug", "x", "y", "--days", code],
      ["brand", "add", code], ["creator", "add", code], ["agreement", "show", code],
      ["code", "extend", "mug", "--read-end", code],
    ] {
      let result = try shop.run(arguments, input: code)
      #expect(result.code != 0, "\(arguments)")
      #expect(!result.wasKilled)
    }
  }

  @Test(arguments: Canary.shapes)
  func aCodeOfAnyShapeIsMasked(code: String) throws {
    let shop = try SparkShop()
    try shop.issue()
    for arguments in [
      ["code", "show", code], [code], ["code", "list", "--status", code], ["brand", "add", code],
      ["post", "edit", "mug", "--caption", "Use \(code)"],
      ["post", "tag", "mug", "--add", code],
      ["ad", "plan", "mug", "--advertiser", "7000001", "--name", code],
    ] {
      #expect(try shop.run(arguments).code != 0, "\(arguments[0])")
      #expect(try shop.run(arguments + ["--json"]).code != 0, "\(arguments[0])")
    }
    #expect(try shop.run("code", "share", "mug", "--how", "sent \(code)").code == 0)
    _ = try shop.run("post", "show", "mug", "--log")
    _ = try shop.run("code", "show", "mug", "--json")
  }

  @Test func aCodePastedIntoWordsIsNotKept() throws {
    let shop = try SparkShop()
    try shop.issue()
    let words = "sent \(Canary.code(1)) by mail"
    for arguments in [
      ["code", "share", "mug", "--how", words],
      ["code", "apply", "mug", "--advertiser", "7000001", "--refused", words],
      ["agreement", "add", "@mia", "harbor", "--fee", "5 USD", "--usage-rights", words],
      ["agreement", "pay", "mia@harbor", "--amount", "1 USD", "--note", words],
      ["creator", "add", "@mia", "--contact", words],
    ] { #expect(try shop.run(arguments).code == 0) }
    #expect(try shop.run("code", "show", "mug").output.contains("shared: sent #Ca…== by mail"))
    _ = try shop.run("agreement", "show", "mia@harbor")
    _ = try shop.run("creator", "show", "@mia")
  }

  @Test func noCodeIsAskedForWithoutATerminal() throws {
    let shop = try SparkShop()
    try shop.expectRefusal(
      ["code", "add", "mug", "--brand", "harbor"], "error: no code was given", "--code -")
    try shop.expectRefusal(
      ["code", "add", "mug", "--brand", "harbor", "--code", "-"], input: " \n",
      "error: there is no code in what was given")
    try shop.expectRefusal(
      ["code", "add", "mug", "--brand", "harbor", "--code", "-"],
      input: "\(Canary.code(1))\n\(Canary.code(2))\n",
      "error: 2 texts in what was given can be the code", "hint: choose one with --pick N")
  }

  @Test func theCodeIsTakenFromAMessage() throws {
    let shop = try SparkShop()
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-",
      input: "Here is your code: “\(Canary.code(1))” thanks!\n")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("mug@harbor  issued\n  code     #Ca…== ("))
    #expect(try shop.run("code", "reveal", "mug", "--yes").output.contains("#Ca"))
  }

  @Test func onePickIsTakenOfSeveral() throws {
    let shop = try SparkShop()
    let message = "\(Canary.code(1)) or \(Canary.code(2))"
    try shop.expectRefusal(
      ["code", "add", "mug", "--brand", "harbor", "--code", "-", "--pick", "3"], input: message,
      "error: --pick 3, and what was given has 2", "hint: choose from 1 to 2")
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-", "--pick", "2",
      input: message)
    #expect(result.code == 0, "\(result.errors)")
    try shop.expectRefusal(
      ["code", "add", "vase", "--brand", "harbor", "--code", "-"], input: Canary.code(2),
      "error: this code is on record already: mug@harbor")
  }

  @Test(arguments: [
    "#REF!", "########", "https://example.com/a", "7123456789012345678", "abc", "1.79E+18",
    "thanks, we will send it soon", "#Ex4mple c0de/Kd9w=",
  ])
  func whatCannotBeACodeIsRefused(text: String) throws {
    let shop = try SparkShop()
    let result = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--code", "-", input: text)
    #expect(result.code == 2, "\(result.output)")
    #expect(result.errors.contains("hint: "), "\(result.errors)")
    #expect(!(try shop.run("code", "list").output.contains("mug@harbor")))
  }

  @Test func aDryRunChecksOnly() throws {
    let shop = try SparkShop()
    let arguments = [
      "code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-", "--dry-run",
    ]
    let result = try shop.run(arguments, input: Canary.code(1))
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("mug@harbor  issued\n"))
    #expect(result.errors == "only tried: nothing was changed\n")
    #expect((try shop.json("code", "list")["codes"] as? [Any])?.isEmpty == true)
    #expect(try Canary.files(in: shop.folder).isEmpty)
  }

  // MARK: Refusals

  @Test func aCodeBelongsToOnePost() throws {
    let shop = try SparkShop()
    try shop.issue()
    try shop.expectRefusal(
      ["code", "add", "vase", "--brand", "harbor", "--code", "-"], input: Canary.code(1),
      "error: this code is on record already: mug@harbor, for \"mug\"",
      "hint: one code belongs to one post", "hint: more: flint explain code-is-known")
  }

  @Test func aLookAlikeShowsTheDifference() throws {
    let shop = try SparkShop()
    try shop.issue()
    let code = Canary.code(1).replacingOccurrences(of: "q8", with: "Q8")
    try shop.expectRefusal(
      ["code", "add", "vase", "--brand", "harbor", "--code", "-"], input: code,
      "error: this code is the one of mug@harbor, for \"mug\", but for "
        + "\"Q\" instead of \"q\" at place 9", "letter case counts")
  }

  @Test func aBrandHasOneOpenAuthorization() throws {
    let shop = try SparkShop()
    #expect(try shop.run("code", "request", "mug", "--brand", "harbor").code == 0)
    try shop.expectRefusal(
      ["code", "request", "mug", "--brand", "harbor"],
      "error: there is an open request already: mug@harbor",
      "hint: add the code when the creator has it: flint code add mug@harbor --code -")
    try shop.expectRefusal(
      ["code", "share", "mug", "--how", "mail"],
      "error: mug@harbor is only requested: there is no code")
    try shop.issue()
    try shop.expectRefusal(
      ["code", "withdraw", "mug"],
      "error: mug@harbor is issued; only an open request can be withdrawn")
    try shop.expectRefusal(
      ["code", "add", "mug", "--brand", "harbor", "--code", "-"], input: Canary.code(2),
      "there is an authorization already: mug@harbor is issued, until 2026-03-31 12:00 UTC")
    try shop.expectRefusal(
      ["code", "reissue", "mug", "--code", "-"], input: Canary.code(2),
      "error: mug@harbor is issued and valid until 2026-03-31 12:00 UTC; "
        + "only a code that is over is replaced")
  }

  @Test func expiryIsAMomentInTheUsersZone() throws {
    let shop = try SparkShop()
    try shop.issue()
    shop.zone = "America/New_York"
    shop.now = "2026-03-31T11:59:59Z"
    #expect(try shop.run("code", "share", "mug", "--how", "chat").code == 0)
    shop.now = "2026-03-31T12:00:00Z"
    for arguments in [
      ["share", "mug", "--how", "chat"], ["extend", "mug", "--days", "30"], ["revoke", "mug"],
      ["apply", "mug", "--advertiser", "7000001"],
      ["extend", "mug", "--read-end", "2026-05-01"],
    ] {
      try shop.expectRefusal(
        ["code"] + arguments,
        "error: the code of mug@harbor ended on 2026-03-31 08:00 UTC-4",
        "hint: the creator makes a new one: flint code reissue mug@harbor --code -")
    }
    #expect(try shop.run("code", "list", "--status", "expired").output.contains("mug@harbor"))
  }

  @Test func extendingAddsDays() throws {
    let shop = try SparkShop()
    try shop.issue()
    shop.now = "2026-03-20T00:00:00Z"
    let result = try shop.run("code", "extend", "mug", "--days", "45")
    #expect(result.code == 0)
    #expect(result.errors.hasPrefix("warning: 45 days are unusual: TikTok offers 7, 30, 60"))
    #expect(result.output.contains("2026-03-01 12:00 UTC to 2026-05-15 12:00 UTC"))
    try shop.expectRefusal(
      ["code", "extend", "mug", "--days", "0"], "error: 0 days cannot be licensed; 1 to 3650 can")
    #expect(try shop.run("code", "extend", "mug").code == 64)
    #expect(try shop.run("code", "extend", "mug", "--days", "7", "--read-end", "x").code == 64)
  }

  @Test func anEndIsReadInItsZone() throws {
    let shop = try SparkShop()
    try shop.issue()
    shop.zone = "Europe/Berlin"
    let tiktok = try shop.run(
      "code", "extend", "mug", "--read-end", "2026-04-10 09:30:00 UTC", "--end-from", "tiktok")
    #expect(tiktok.output.contains("to 2026-04-10 11:30 UTC+2 (as TikTok shows)"))
    let creator = try shop.run("code", "extend", "mug", "--read-end", "2026-04-10 09:30")
    #expect(creator.output.contains("to 2026-04-10 09:30 UTC+2 (as the creator says)"))
    let again = try shop.run("code", "extend", "mug", "--read-end", "2026-04-10 09:30")
    #expect(again.output.contains("unchanged  it was so already"))
    try shop.expectRefusal(
      ["code", "extend", "mug", "--read-end", "2026-02-01"],
      "error: a code that starts on 2026-03-01 13:00 UTC+1 cannot end on 2026-02-01 00:00 UTC+1")
  }

  @Test func oneAccountUsesACode() throws {
    let shop = try SparkShop()
    try shop.issue()
    let refused = try shop.run(
      "code", "apply", "mug", "--advertiser", "7000002", "--refused", "video_unavailable")
    #expect(refused.output.hasPrefix("mug@harbor  shared\n"))
    #expect(try shop.run("code", "apply", "mug", "--advertiser", "7000001").code == 0)
    try shop.expectRefusal(
      ["code", "apply", "mug", "--advertiser", "7000002"],
      "error: the code of mug@harbor is applied by advertiser 7000001, "
        + "since 2026-03-01 12:00 UTC", "--tiktok-accepted")
    let forced = try shop.run(
      "code", "apply", "mug", "--advertiser", "7000002", "--tiktok-accepted")
    #expect(forced.code == 0)
    #expect(forced.errors.contains("is applied by 2 accounts: 7000001, 7000002"))
    try shop.expectRefusal(
      ["code", "apply", "mug", "--advertiser", "7999999"],
      "the library has no advertiser \"7999999\"")
    let page = try shop.run("code", "show", "mug").output
    #expect(page.contains("refused to 7000002: video_unavailable"))
    #expect(page.contains("applied by 7000001"))
  }

  @Test func revokingNamesTheAdsThatRun() throws {
    let shop = try SparkShop()
    try shop.issue()
    for arguments in [
      ["code", "apply", "mug", "--advertiser", "7000001"],
      ["ad", "plan", "mug", "--advertiser", "7000001"],
      ["ad", "submit", "mug-harbor", "--tiktok-id", "1790000000000000001"],
    ] { #expect(try shop.run(arguments).code == 0) }
    try shop.expectRefusal(
      ["code", "revoke", "mug"], "error: an ad runs on mug@harbor: mug-harbor",
      "hint: end it first: flint ad end ")
    let tried = try shop.run("code", "revoke", "mug", "--force", "--dry-run")
    #expect(tried.output.contains("ended ads   mug-harbor"))
    #expect(try shop.run("code", "revoke", "mug", "--force").code == 0)
    let page = try shop.run("code", "show", "mug").output
    #expect(page.hasPrefix("mug@harbor  revoked\n"))
    #expect(page.contains("ended: revoked"))
  }

  @Test func aRevokedCodeIsOver() throws {
    let shop = try SparkShop()
    try shop.issue()
    #expect(try shop.run("code", "revoke", "mug").output == "mug@harbor  revoked\n")
    try shop.expectRefusal(
      ["code", "share", "mug", "--how", "mail"],
      "error: the code of mug@harbor was revoked on 2026-03-01 12:00 UTC")
    let new = try shop.run(
      "code", "reissue", "mug", "--code", "-", input: Canary.code(2))
    #expect(new.output.hasPrefix("mug@harbor.2  issued\n"))
    #expect(new.output.contains("replaces  mug@harbor\n"))
    #expect(try shop.run("code", "show", "mug@harbor.2").output.contains("replaces  mug@harbor\n"))
  }

  @Test func aDraftHasNoCode() throws {
    let shop = try SparkShop()
    let arguments = ["render", "quote", "--sample"]
    let rendered = try shop.run(arguments)
    try #require(rendered.code == 0, "\(rendered.errors)")
    let posts = try #require(try shop.json("post", "list", "--draft")["posts"] as? [[String: Any]])
    // Rendering records posts in the library; without that there is no draft to ask about.
    guard let key = posts.first?["key"] as? String else { return }
    try shop.expectRefusal(
      ["code", "add", key, "--brand", "harbor", "--code", "-"], input: Canary.code(1),
      "error: \"\(key)\" is not published yet", "flint post publish \(key) --url URL")
  }

  @Test func aRemovedPostHasNoCodes() throws {
    let shop = try SparkShop()
    try shop.issue()
    #expect(try shop.run("post", "remove", "mug", "--by", "creator").code == 0)
    #expect(try shop.run("code", "show", "mug").output.hasPrefix("mug@harbor  void\n"))
    try shop.expectRefusal(
      ["code", "request", "mug", "--brand", "atelier"], "error: \"mug\" was removed on")
  }

  // MARK: Revealing and lists

  @Test func onlyRevealPrintsTheCode() throws {
    let shop = try SparkShop()
    try shop.issue()
    try shop.expectRefusal(
      ["code", "reveal", "mug"], "error: there is nobody to ask", "hint: say --yes")
    let result = try shop.run("code", "reveal", "mug", "--yes")
    #expect(result.output == Canary.code(1) + "\n")
    #expect(result.errors.isEmpty)
    _ = try shop.run("code", "request", "vase", "--brand", "harbor")
    try shop.expectRefusal(
      ["code", "reveal", "vase", "--yes"], "vase@harbor is only requested: there is no code")
  }

  @Test func aLetterHasTheCodeOnlyWhenItIsAskedFor() throws {
    let shop = try SparkShop()
    try shop.issue()
    let share = ["code", "share", "mug", "--how", "mail", "--message"]
    let plain = try shop.run(share)
    #expect(plain.output.contains("Hi Harbor Goods,") && plain.output.contains("[code]"))
    #expect(plain.errors.contains("mug@harbor  shared"))
    let full = try shop.run(share + ["--with-code"])
    #expect(full.output.contains("\n\(Canary.code(1))\n"))
    #expect(!full.errors.contains(Canary.code(1)))
    #expect(try shop.run("code", "share", "mug", "--how", "mail", "--with-code").code == 64)
  }

  @Test func listsShowWhatEndsFirst() throws {
    let shop = try SparkShop()
    try shop.issue(1)
    _ = try shop.run(
      "code", "add", "vase", "--brand", "harbor", "--days", "7", "--code", "-",
      input: Canary.code(2))
    _ = try shop.run("code", "request", "mug", "--brand", "atelier")
    let all = try shop.run("code", "list").output.split(separator: "\n")
    #expect(all[0].hasPrefix("code"))
    #expect(
      all.dropFirst().map { $0.prefix { $0 != " " } }
        == ["mug@atelier", "vase@harbor", "mug@harbor"])
    #expect(all[2].contains("~2026-03-08 12:00 UTC  in 7 days"))
    let soon = try shop.json("code", "list", "--expiring", "14d")["codes"] as? [[String: Any]]
    #expect(soon?.compactMap { $0["key"] as? String } == ["vase@harbor"])
    #expect(soon?.first?["end"] as? String == "2026-03-08T12:00:00Z")
    #expect(soon?.first?["endSource"] as? String == "counted")
    let usable = try shop.json("code", "list", "--usable", "--brand", "harbor")["codes"] as? [Any]
    #expect(usable?.count == 2)
    #expect(try shop.run("code", "list", "--expiring", "14").code == 64)
    #expect(try shop.run("code", "list", "--creator", "@mia", "--post", "vase").code == 0)
  }
}
