import Foundation
import TestSupport
import Testing

/// Ads on the command line: each rule of theirs provoked, as a user meets it.
@Suite struct AdCommandTests {
  private static let account = "7123456789012345678"
  private static let id = "1790000000000000001"

  /// A library with the post `mug`, and its code for `harbor` from 1 to 31 October 2026.
  private struct Desk {
    let folder: TemporaryFolder

    init(isApplied: Bool = true) throws {
      folder = try TemporaryFolder()
      try run("brand", "add", "harbor")
      try run("advertiser", "add", AdCommandTests.account, "--brand", "harbor", "--currency", "USD")
      try run(
        "post", "add", "mug", "--url",
        "https://www.tiktok.com/@creator/photo/7400000000000000001")
      let added = try flint(
        1, ["code", "add", "mug", "--brand", "harbor", "--days", "30", "--code", "-"],
        input: Canary.code(1))
      #expect(added.code == 0, "\(added.errors)")
      if isApplied {
        try run("code", "apply", "mug@harbor", "--advertiser", AdCommandTests.account)
      }
    }

    func flint(
      _ day: Int, _ arguments: [String], input: String? = nil
    ) throws -> FlintProcess.Result {
      let date = day < 10 ? "0\(day)" : "\(day)"
      let now = day > 31 ? "2026-11-\(day - 31 < 10 ? "0" : "")\(day - 31)" : "2026-10-\(date)"
      return try FlintProcess.run(
        arguments, in: folder, environment: ["FLINT_NOW": "\(now)T00:00:00Z", "TZ": "UTC"],
        input: input)
    }

    /// On 1 October; it has to work.
    func run(_ arguments: String...) throws {
      let result = try flint(1, arguments)
      #expect(result.code == 0, "\(arguments): \(result.errors)")
    }

    func plan() throws {
      try run("ad", "plan", "mug", "--advertiser", AdCommandTests.account)
    }

    func live() throws {
      try plan()
      try run("ad", "submit", "mug-harbor", "--tiktok-id", AdCommandTests.id)
      try run("ad", "status", "mug-harbor", "--tiktok-status", "AD_STATUS_DELIVERY_OK")
    }
  }

  @Test func anAdFromPlanToEnd() throws {
    let desk = try Desk()
    let plan = try desk.flint(
      2,
      [
        "ad", "plan", "mug", "--advertiser", Self.account, "--budget", "50 USD", "--daily",
        "--objective", "traffic",
      ])
    #expect(plan.code == 0, "\(plan.errors)")
    #expect(
      plan.output == """
        mug-harbor  planned on mug@harbor for advertiser 7123456789012345678
          runs  2026-10-02 00:00 UTC to 2026-10-31 00:00 UTC, the code's end
          next  make it in Ads Manager, then: flint ad submit mug-harbor --tiktok-id ID

        """)
    let submit = try desk.flint(2, ["ad", "submit", "mug-harbor", "--tiktok-id", Self.id])
    #expect(
      submit.output == """
        mug-harbor  planned → submitted
          TikTok's id  1790000000000000001
          next  flint ad status mug-harbor in-review

        """)
    for (day, status) in [(3, "in-review"), (4, "approved"), (5, "live")] {
      #expect(try desk.flint(day, ["ad", "status", "mug-harbor", status]).code == 0)
    }
    let again = try desk.flint(6, ["ad", "status", "mug-harbor", "live"])
    #expect(again.output.hasPrefix("mug-harbor  live, as before\n"))
    let list = try desk.flint(6, ["ad", "list", "--brand", "harbor", "--open"])
    #expect(list.output.contains("mug-harbor  live"))
    #expect(list.output.hasSuffix("1 ad; days are those of UTC\n"))
    let end = try desk.flint(9, ["ad", "end", "mug-harbor", "--because", "budget-spent"])
    #expect(end.output.hasPrefix("mug-harbor  live → ended: budget spent\n"))
    let show = try desk.flint(10, ["ad", "show", Self.id])
    #expect(show.output.contains("was live     2026-10-05 00:00 UTC to 2026-10-09 00:00 UTC"))
    #expect(show.output.contains("budget       $50 a day"))
    #expect(try desk.flint(10, ["ad", "list", "--open"]).output.isEmpty)
  }

  @Test func jsonHasStableKeys() throws {
    let desk = try Desk()
    try desk.live()
    let list = try desk.flint(2, ["ad", "list", "--json"])
    let ads = try object(list.output)["ads"] as? [[String: Any]]
    #expect(ads?.count == 1)
    #expect(ads?[0]["status"] as? String == "live")
    #expect(ads?[0]["tiktokID"] as? String == Self.id)
    #expect((ads?[0]["plan"] as? [String: Any])?["end"] as? String == "2026-10-31T00:00:00Z")
    let show = try desk.flint(2, ["ad", "show", "mug-harbor", "--json"])
    let ad = try object(show.output)["ad"] as? [String: Any]
    #expect(ad?["codeStatus"] as? String == "applied")
    #expect((ad?["runs"] as? [Any])?.count == 1)
  }

  // MARK: - Refusals

  /// What is said on the error stream, after exit code 2.
  private func refusal(
    _ desk: Desk, day: Int = 2, _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = try desk.flint(day, ["ad", "list", "--json"]).output
    let result = try desk.flint(day, arguments)
    #expect(result.code == 2, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    #expect(
      try desk.flint(day, ["ad", "list", "--json"]).output == before, "something was changed",
      sourceLocation: sourceLocation)
    return result.errors
  }

  @Test func anAdCannotOutliveItsCode() throws {
    let desk = try Desk()
    let said = try refusal(
      desk, "ad", "plan", "mug", "--advertiser", Self.account, "--end", "2026-11-05")
    #expect(
      said == """
        error: the ad would run until 2026-11-05 00:00 UTC, and the code of mug@harbor ends on \
        2026-10-31 00:00 UTC: 5 days are missing
          hint: ask the creator to extend it by 7 days or more, then: flint code extend mug@harbor \
        --days 7
          hint: more: flint explain ad-outlives-code

        """)
  }

  @Test func plansKeepToTheCode() throws {
    let desk = try Desk()
    try desk.plan()
    for (arguments, words) in [
      (["--start", "2026-09-30"], "the ad would start on 2026-09-30 00:00 UTC, and the code"),
      (["--end", "2026-10-01"], "an ad cannot start on 2026-10-02 00:00 UTC and end on"),
      (
        ["--start", "2026-10-01", "--end", "2026-10-02"],
        "the ad's end, 2026-10-02 00:00 UTC, is past"
      ),
      (["--name", "mug-harbor"], "there is an ad \"mug-harbor\" already"),
      (["--landing-page", "example"], "\"example\" is not a web address"),
    ] {
      let result = try desk.flint(
        2, ["ad", "plan", "mug", "--advertiser", Self.account] + arguments)
      #expect(result.code == 2)
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.errors.contains("  hint: "))
    }
    let late = try refusal(desk, day: 35, "ad", "plan", "mug@harbor", "--advertiser", Self.account)
    #expect(late.contains("the code of mug@harbor ended on 2026-10-31 00:00 UTC"))
    #expect(late.contains("flint code reissue mug@harbor"))
  }

  @Test func aCodeIsAppliedFirst() throws {
    let desk = try Desk(isApplied: false)
    let plan = try desk.flint(2, ["ad", "plan", "mug", "--advertiser", Self.account])
    #expect(plan.output.contains("then: flint code apply mug@harbor --advertiser \(Self.account)"))
    let said = try refusal(desk, "ad", "submit", "mug-harbor")
    #expect(said.contains("advertiser \(Self.account) has not applied the code of mug@harbor"))
  }

  @Test func aCodeOfAnotherAccountIsNotOffered() throws {
    let desk = try Desk()
    try desk.run("advertiser", "add", "7123456789012345679", "--brand", "harbor")
    let said = try refusal(desk, "ad", "plan", "mug", "--advertiser", "7123456789012345679")
    #expect(said.contains("the code of mug@harbor is applied by advertiser \(Self.account), since"))
  }

  @Test func stepsAreNotSkipped() throws {
    let desk = try Desk()
    try desk.plan()
    #expect(
      try refusal(desk, "ad", "status", "mug-harbor", "live")
        .contains("the ad \"mug-harbor\" is planned and cannot become live"))
    try desk.run("ad", "submit", "mug-harbor", "--tiktok-id", Self.id)
    #expect(
      try refusal(desk, "ad", "submit", "mug-harbor", "--tiktok-id", "1790000000000000002")
        .contains("has TikTok's id \(Self.id) already"))
    #expect(
      try refusal(desk, day: 40, "ad", "status", "mug-harbor", "in-review")
        .contains("the ad \"mug-harbor\" ended on 2026-10-31 00:00 UTC: authorization expired"))
    #expect(
      try refusal(desk, "ad", "show", "nobody").contains("nobody"))
  }

  @Test func revokingNamesTheAds() throws {
    let desk = try Desk()
    try desk.live()
    let said = try refusal(desk, "code", "revoke", "mug@harbor")
    #expect(said.contains("an ad runs on mug@harbor: mug-harbor"))
    #expect(try desk.flint(2, ["code", "revoke", "mug@harbor", "--force"]).code == 0)
    #expect(
      try desk.flint(2, ["ad", "show", "mug-harbor"]).output.contains("ended: revoked"))
  }

  @Test func tikToksWordsAreTakenOnlyAsTheyAre() throws {
    let desk = try Desk()
    try desk.live()
    let unknown = try desk.flint(
      3, ["ad", "status", "mug-harbor", "--tiktok-status", "AD_STATUS_NEW"])
    #expect(unknown.code == 0)
    #expect(
      unknown.errors.hasPrefix(
        "warning: \"AD_STATUS_NEW\" is not a word of TikTok's that we know"))
    let lost = try desk.flint(
      4, ["ad", "status", "mug-harbor", "--tiktok-status", "AD_STATUS_ASSET_AUTHORIZATION_LOST"])
    #expect(lost.code == 0)
    #expect(
      lost.errors.contains("warning: TikTok says that the permission to use the post is gone"))
    #expect(lost.output.hasPrefix("mug-harbor  live → paused\n"))
  }

  @Test(arguments: [
    ["ad", "status", "x"], ["ad", "status", "x", "ended"], ["ad", "status", "x", "LIVE"],
    ["ad", "status", "x", "live", "--reason", "y"],
    ["ad", "status", "x", "live", "--tiktok-status", "y"], ["ad", "end", "x"],
    ["ad", "end", "x", "--because", "revoked"], ["ad", "plan", "x"],
    ["ad", "plan", "x", "--advertiser", "1", "--budget", "5 USD"],
    ["ad", "plan", "x", "--advertiser", "1", "--daily"],
    ["ad", "plan", "x", "--advertiser", "1", "--budget", "5", "--daily"],
    ["ad", "plan", "x", "--advertiser", "1", "--budget", "5 USD", "--daily", "--total"],
    ["ad", "plan", "x", "--advertiser", "1", "--start", "tomorrow"],
    ["ad", "plan", "x", "--advertiser", "1", "--start", "2026-10-05", "--end", "2026-10-05"],
    ["ad", "list", "--limit", "0"], ["ad", "list", "--status", "running"],
    ["ad", "metrics", "import"], ["ad", "metrics", "import", "x", "--from", "2026-10-01"],
    ["ad", "metrics", "import", "x", "--standard-rest"],
    ["ad", "metrics", "import", "x", "--from", "2026-10-02", "--to", "2026-10-01"],
  ])
  func wrongUsageIsCode64(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run(arguments, in: folder)
    #expect(result.code == 64, "\(result.errors)")
    #expect(folder.names().isEmpty)
  }

  @Test func readingCreatesNothing() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run("ad", "list", "--json", in: folder)
    #expect(result.code == 0)
    #expect(result.output == "{\n  \"ads\" : [\n\n  ]\n}\n")
    #expect(folder.names().isEmpty)
  }

  // MARK: - Figures

  private static let header = "Ad name,Ad ID,By Day,Cost,Currency,Impressions\n"

  @Test func aReportIsTakenOnce() throws {
    let desk = try Desk()
    try desk.live()
    try desk.folder.write(
      Self.header + "Mug,\(Self.id),2026-10-02,12.50,USD,2000\n"
        + "Mug,\(Self.id),2026-10-03,7.50,USD,1000\nTotal,,,20.00,USD,3000\n", to: "report.csv")
    let first = try desk.flint(5, ["ad", "metrics", "import", "report.csv", "--brand", "harbor"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      first.output == """
        report.csv  2 lines, 2 taken, 1 skipped (totals, blanks and the like: line 4)
          mug-harbor  2026-10-02 to 2026-10-03, $20 spent, 3,000 impressions

        """)
    let again = try desk.flint(5, ["ad", "metrics", "import", "report.csv"])
    #expect(again.code == 0)
    #expect(again.output.hasPrefix("report.csv  2 lines, 2 known already, so nothing is new, "))
    let show = try desk.flint(5, ["ad", "metrics", "show", "mug-harbor"])
    let lines = show.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("2026-10-02  $12.50"))
    #expect(lines[3].hasPrefix("total"))
    #expect(lines[3].contains("$20.00") && lines[3].contains("3,000"))
    let json = try object(
      try desk.flint(5, ["ad", "metrics", "show", "mug-harbor", "--json"]).output)
    #expect((json["metrics"] as? [Any])?.count == 2)
    #expect((json["total"] as? [String: Any])?["impressions"] as? Int == 3_000)
  }

  @Test func whatIsNotUnderstoodIsExitCodeOne() throws {
    let desk = try Desk()
    try desk.live()
    try desk.folder.write(
      Self.header + "Mug,\(Self.id),2026-10-02,12.50,USD,2000\n"
        + "Other \u{1b}[2J,1790000000000000009,2026-10-02,1.00,USD,10\n", to: "report.csv")
    let partly = try desk.flint(5, ["ad", "metrics", "import", "report.csv", "missing.csv"])
    #expect(partly.code == 1)
    #expect(partly.errors.contains("report.csv:3: error: did not understand 1 line of "))
    #expect(partly.errors.contains("flint ad submit AD --tiktok-id 1790000000000000009"))
    #expect(partly.errors.contains("\"missing.csv\""))
    #expect(!partly.errors.contains("\u{1b}"))
    #expect(partly.output.contains("missing.csv  not read\n"))
    try desk.folder.write(Self.header + "X,1,2026-10-02,1.00,USD,10\n", to: "strange.csv")
    let json = try desk.flint(5, ["ad", "metrics", "import", "report.csv", "--json"])
    let reports = try object(json.output)["reports"] as? [[String: Any]]
    #expect(reports?[0]["notUnderstood"] as? Int == 1)
    #expect(reports?[0]["unchanged"] as? Int == 1)
    #expect((reports?[0]["problems"] as? [Any])?.count == 1)
    let nothing = try desk.flint(5, ["ad", "metrics", "import", "missing.csv"])
    #expect(nothing.code == 2)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
