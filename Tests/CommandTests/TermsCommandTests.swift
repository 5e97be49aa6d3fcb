import Foundation
import TestSupport
import Testing

/// Parties, agreements, requests and statements.
@Suite struct TermsCommandTests {
  @Test func partiesAreAddedOnceAndShown() throws {
    let shop = try SparkShop()
    #expect(
      try shop.run("brand", "add", "harbor", "--name", "Harbor Goods").output
        == "harbor  was there already, nothing changed\n")
    #expect(
      try shop.run("brand", "add", "harbor", "--contact", "ads@example.com").output
        == "harbor  updated\n")
    try shop.expectRefusal(
      ["brand", "add", "Harbor Goods"], "is not a key for a brand",
      "flint brand add harbor-goods --name NAME")
    try shop.expectRefusal(["creator", "add", "a b"], "error: \"a b\" is not a handle")
    try shop.expectRefusal(
      ["advertiser", "add", "7000009"], "whose is the advertiser account 7000009?")
    try shop.issue()
    let page = try shop.run("brand", "show", "harbor").output
    for part in ["harbor  Harbor Goods\n", "accounts\n", "7000001", "codes\n", "mug@harbor"] {
      #expect(page.contains(part), "\(page)")
    }
    let creator = try shop.json("creator", "show", "@mia")
    #expect((creator["posts"] as? [Any])?.count == 2)
    #expect((creator["codes"] as? [Any])?.count == 1)
    let brands = try shop.json("brand", "list")["brands"] as? [[String: Any]]
    #expect(brands?.compactMap { $0["key"] as? String } == ["atelier", "harbor"])
    #expect(
      (try shop.json("advertiser", "list", "--brand", "harbor")["advertisers"] as? [Any])?.count
        == 2)
  }

  @Test(arguments: [
    (["code", "show"], "positional@0", "mug@harbor"), (["code", "request"], "--brand", "harbor"),
    (["advertiser", "show"], "positional@0", "7000001"),
  ])
  func keysAreCompleted(command: [String], argument: String, key: String) throws {
    let shop = try SparkShop()
    try shop.issue()
    let result = try FlintProcess.run(
      ["---completion"] + command + ["--", argument, "3", "0", "flint"] + command + [""],
      in: shop.folder, environment: ["SAP_SHELL": "bash"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.split(separator: "\n").contains { $0.hasPrefix(key) })
  }

  @Test func aRequestWritesItsMessage() throws {
    let shop = try SparkShop()
    let result = try shop.run(
      "code", "request", "mug", "--brand", "harbor", "--days", "60", "--fee", "300 USD",
      "--share", "5%", "--exclusive", "cookware", "--exclusive-until", "2026-12-31", "--message")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("Subject: "))
    for part in [
      "Hi Mia,", "A mug for slow mornings", SparkShop.url(1), "60 days", "Harbor Goods",
      "$300 and 5% of the ad spend in USD",
    ] { #expect(result.output.contains(part), "\(result.output)") }
    #expect(result.errors.contains("mug@harbor  requested"))
    #expect(result.errors.contains("mia@harbor (new)"))
    let agreement = try shop.json("agreement", "show", "mia@harbor")["agreement"] as? [String: Any]
    #expect((agreement?["fee"] as? [String: Any])?["minorUnits"] as? Int == 30_000)
    #expect((agreement?["exclusivity"] as? [String: Any])?["until"] as? String == "2026-12-31")
  }

  @Test func termsAreCheckedBeforeAnythingIsWritten() throws {
    let shop = try SparkShop()
    try shop.expectRefusal(
      ["agreement", "add", "@mia", "harbor"],
      "error: an agreement needs a fee, a share of the ad spend, or both")
    try shop.expectRefusal(
      ["agreement", "add", "@noor", "harbor", "--fee", "5 USD"],
      "the library has no creator \"noor\"")
    try shop.expectRefusal(
      ["agreement", "add", "@mia", "atelier", "--share", "5%"],
      "error: a share of the ad spend in which currency?")
    try shop.expectRefusal(
      ["agreement", "add", "@mia", "harbor", "--fee", "5 USD", "--days", "9999"],
      "error: 9999 days cannot be licensed")
    for arguments in [
      ["--fee", "300"], ["--share", "0%"], ["--share", "101%"],
      ["--fee", "1 USD", "--exclusive", "x"],
    ] {
      #expect(try shop.run(["agreement", "add", "@mia", "harbor"] + arguments).code == 64)
    }
    #expect((try shop.json("agreement", "list")["agreements"] as? [Any])?.isEmpty == true)
  }

  @Test func paymentsStayInTheAgreementsCurrency() throws {
    let shop = try SparkShop()
    _ = try shop.run("agreement", "add", "@mia", "harbor", "--fee", "300 USD")
    try shop.issue()
    try shop.expectRefusal(
      ["agreement", "pay", "mia@harbor", "--amount", "150 EUR"],
      "error: the agreement mia@harbor is in USD, not in EUR")
    try shop.expectRefusal(
      ["agreement", "pay", "mia@harbor", "--amount", "0 USD"], "error: $0 is no payment")
  }

  @Test func aStatementAddsUp() throws {
    let shop = try SparkShop()
    _ = try shop.run(
      "code", "request", "mug", "--brand", "harbor", "--days", "30", "--fee", "300 USD",
      "--share", "5%")
    let before = try shop.run("statement").output
    #expect(before.contains("fee    $0.00  due when the first code is issued"))
    _ = try shop.run("code", "add", "mug", "--code", "-", input: Canary.code(1))
    let paid = try shop.run("agreement", "pay", "mia@harbor", "--amount", "100.50 USD")
    #expect(paid.output.contains("owed  $199.50"))
    let text = try shop.run("statement", "--creator", "@mia").output
    #expect(text.hasPrefix("mia@harbor  @mia with harbor: $300 and 5% of the ad spend in USD"))
    #expect(text.contains("30 days  0 days  $0.00"))
    #expect(text.contains("owed   $199.50\n"))
    let statements = try shop.json("statement", "--brand", "harbor")
    let totals = try #require(statements["totals"] as? [[String: Any]])
    #expect((totals[0]["owed"] as? [String: Any])?["minorUnits"] as? Int == 19_950)
    #expect((totals[0]["owed"] as? [String: Any])?["text"] as? String == "$199.50")
    try shop.expectRefusal(
      ["statement", "--from", "2026-03-02", "--to", "2026-03-01"],
      "error: --from 2026-03-02 is after --to 2026-03-01")
  }

  @Test func aStatementShowsItsRoundingAndConvertsNothing() throws {
    let shop = try SparkShop()
    let id = "1790000000000000001"
    for arguments in [
      ["code", "request", "mug", "--brand", "harbor", "--share", "5%", "--fee", "300 USD"],
      ["code", "add", "mug", "--code", "-"], ["code", "apply", "mug", "--advertiser", "7000001"],
      ["ad", "plan", "mug", "--advertiser", "7000001"],
      ["ad", "submit", "mug-harbor", "--tiktok-id", id],
    ] {
      let result = try shop.run(arguments, input: Canary.code(1))
      #expect(result.code == 0, "\(arguments): \(result.errors)")
    }
    shop.now = "2026-03-10T12:00:00Z"
    try shop.folder.write(
      "Ad name,Ad ID,By Day,Cost,Currency,Impressions\n"
        + "Mug,\(id),2026-03-02,1000.00,USD,900\nMug,\(id),2026-03-03,234.50,USD,100\n"
        + "Mug,\(id),2026-03-04,12.00,EUR,10\n", to: "report.csv")
    let read = try shop.run("ad", "metrics", "import", "report.csv")
    #expect(read.code == 0, "\(read.errors)")
    let text = try shop.run("statement").output
    for part in [
      "share  $61.72  5% of $1,234.50 = $61.725, rounded half-even to $61.72\n",
      "mug@harbor also spent €12.00: not converted, no share\n", "owed   $361.72\n",
    ] { #expect(text.contains(part), "\(text)") }
    let days = try shop.run("statement", "--from", "2026-03-03", "--to", "2026-03-03").output
    #expect(days.hasPrefix("spend of 2026-03-03 to 2026-03-03 only\n"))
    #expect(days.contains("= $11.725, rounded half-even to $11.72\n"), "\(days)")
    let json = try shop.json("statement")["statements"] as? [[String: Any]]
    #expect(json?.first?["exactShare"] as? String == "$61.725")
    #expect((json?.first?["share"] as? [String: Any])?["minorUnits"] as? Int == 6_172)
  }

  @Test func aMissingLibraryIsEmptyAndStaysMissing() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["code", "list"], ["creator", "list"], ["statement"], ["agreement", "list"],
    ] {
      let result = try FlintProcess.run(arguments, in: folder)
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.output.isEmpty)
    }
    for arguments in [
      ["code", "show", "mug"], ["code", "share", "mug", "--how", "mail"],
      ["agreement", "add", "@mia", "harbor", "--fee", "5 USD"],
    ] {
      #expect(try FlintProcess.run(arguments, in: folder).code == 2)
    }
    #expect(try FlintProcess.run("brand", "add", "harbor", "--dry-run", in: folder).code == 0)
    #expect(folder.names().isEmpty)
  }
}
