import Foundation
import TestSupport
import Testing

@Suite struct DueCommandTests {
  /// A code of the mug that ends on 31 March with 300 USD open, and a request for the vase.
  private func shop() throws -> SparkShop {
    let shop = try SparkShop()
    for arguments in [
      ["agreement", "add", "@mia", "harbor", "--fee", "300 USD"],
      ["code", "request", "mug", "--brand", "harbor", "--agreement", "mia@harbor"],
      ["code", "request", "vase", "--brand", "atelier", "--days", "60"],
    ] {
      let result = try shop.run(arguments)
      try #require(result.code == 0, "\(arguments): \(result.errors)")
    }
    try shop.issue()
    shop.now = "2026-03-10T12:00:00Z"
    return shop
  }

  @Test func everythingThatWaitsIsListedWithItsNextStep() throws {
    let shop = try shop()
    shop.zone = "Asia/Kolkata"
    let result = try shop.run("due")
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(
      result.output == """
        in 21 days  mug@harbor ends on 2026-03-31 17:30 UTC+5:30
                    flint code extend mug@harbor --days 30
        9 days ago  vase@atelier was asked for on 2026-03-01 17:30 UTC+5:30, for 60 days; no code yet
                    flint code add vase@atelier --code -
                    $300 of the agreement mia@harbor is unpaid
                    flint agreement pay mia@harbor --amount "300.00 USD"

        """)
    #expect(!(try shop.run("due", "--within", "20d").output.contains("mug@harbor ends")))
  }

  @Test func listPageAndCalendarProposeTheSameExtension() throws {
    let shop = try SparkShop()
    let added = try shop.run(
      "code", "add", "mug", "--brand", "harbor", "--days", "60", "--code", "-",
      input: Canary.code(1))
    #expect(added.code == 0, "\(added.errors)")
    shop.now = "2026-04-25T12:00:00Z"
    let command = "flint code extend mug@harbor --days 60"
    #expect(try shop.run("due").output.contains(command))
    #expect(try shop.run("post", "show", "mug").output.contains(command))
    #expect(try shop.run("due", "--ics", "due.ics").code == 0)
    let calendar = try shop.folder.text(of: "due.ics").replacing("\r\n ", with: "")
    #expect(calendar.contains(command))
  }

  @Test func theNextStepsSettleIt() throws {
    let shop = try shop()
    #expect(try shop.run("code", "withdraw", "vase@atelier").code == 0)
    #expect(
      try shop.run("agreement", "pay", "mia@harbor", "--amount", "300.00 USD").code == 0)
    #expect(try shop.run("code", "extend", "mug@harbor", "--days", "30").code == 0)
    let result = try shop.run("due")
    #expect(result.output == "nothing is due; no code ends within 45 days\n")
  }

  @Test func aCodeThatEndedIsDueForAWeek() throws {
    let shop = try shop()
    shop.now = "2026-03-31T12:00:00Z"
    #expect(try shop.run("due").output.contains("flint code reissue mug@harbor --code -"))
    shop.now = "2026-04-07T11:59:59Z"
    #expect(try shop.run("due").output.contains("mug@harbor ended on 2026-03-31 12:00 UTC"))
    let replaced = try shop.run(
      "code", "reissue", "mug@harbor", "--days", "365", "--code", "-", input: Canary.code(2))
    #expect(replaced.code == 0, "\(replaced.errors)")
    #expect(!(try shop.run("due").output.contains("mug@harbor ")))
  }

  @Test func aCodeThatEndedLongAgoIsNotDue() throws {
    let shop = try shop()
    shop.now = "2026-04-07T12:00:00Z"
    #expect(!(try shop.run("due").output.contains("mug@harbor ended")))
  }

  @Test func adsInTroubleComeFirst() throws {
    let shop = try shop()
    for arguments in [
      ["code", "apply", "mug@harbor", "--advertiser", "7000001"],
      ["ad", "plan", "mug@harbor", "--advertiser", "7000001", "--name", "spring"],
      ["ad", "submit", "spring", "--tiktok-id", "1790000000000000001"],
      ["code", "extend", "mug@harbor", "--read-end", "2026-03-29T12:00:00Z"],
    ] {
      let result = try shop.run(arguments)
      try #require(result.code == 0, "\(arguments): \(result.errors)")
    }
    let outlives = try shop.run("due").output
    #expect(
      outlives.hasPrefix("in 19 days  the ad spring is to run until 2026-03-31 12:00 UTC, and "))
    #expect(outlives.contains("2 days missing\n"))
    #expect(outlives.contains("            flint code extend mug@harbor --days 7\n"))
    #expect(outlives.contains("it carries the ad spring\n"))
    #expect(try shop.run("code", "extend", "mug@harbor", "--days", "7").code == 0)
    #expect(!(try shop.run("due").output.contains("missing")))
    let lost = ["--tiktok-status", "AD_STATUS_ASSET_AUTHORIZATION_LOST"]
    _ = try shop.run(["ad", "status", "spring"] + lost)
    let result = try shop.run("due", "--ics", "a.ics", "--messages", "letters")
    #expect(result.output.contains("TikTok says AD_STATUS_ASSET_AUTHORIZATION_LOST of the ad"))
    #expect(try shop.folder.text(of: "a.ics").contains("SUMMARY:Spark ad ends: spring\r\n"))
    #expect(
      try shop.folder.text(of: "letters/reissue-mug@harbor.txt").contains("its ad reads AD_STATUS"))
  }

  @Test func jsonHasStableKeys() throws {
    let shop = try shop()
    let due = try #require(try shop.json("due")["due"] as? [[String: Any]])
    #expect(due.compactMap { $0["matter"] as? String } == ["code-ends", "request-open", "unpaid"])
    #expect(due[0]["notice"] as? Int == 30)
    #expect(due[0]["at"] as? String == "2026-03-31T12:00:00Z")
    #expect(due[0]["authorization"] as? String == "mug@harbor")
    #expect((due[2]["owed"] as? [String: Any])?["minorUnits"] as? Int == 30_000)
  }

  @Test func theCalendarMovesAnEventAndNeverDoublesIt() throws {
    let shop = try shop()
    func calendar() throws -> String {
      let result = try shop.run("due", "--ics", "spark.ics")
      #expect(result.code == 0, "\(result.errors)")
      return try shop.folder.text(of: "spark.ics")
    }
    let first = try calendar()
    shop.now = "2026-03-11T09:00:00Z"
    #expect(try calendar() == first)
    #expect(first.contains("DTSTART:20260331T120000Z\r\nSEQUENCE:0\r\n"))
    let alarms = first.split(separator: "\r\n").filter { $0.hasPrefix("TRIGGER") }
    #expect(
      alarms == ["PT0S", "-P14D", "-P7D", "-P1D", "PT0S"].map { "TRIGGER:" + $0 }, "\(alarms)")
    _ = try shop.run("code", "extend", "mug@harbor", "--days", "30")
    let second = try calendar()
    #expect(
      second.contains("DTSTAMP:20260311T090000Z\r\nDTSTART:20260430T120000Z\r\nSEQUENCE:1\r\n"))
    func ids(_ text: String) -> [Substring] {
      text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.sorted()
    }
    #expect(ids(first) == ids(second) && ids(first).count == 2)
  }

  @Test func messagesAreFilledFromTheLibrary() throws {
    let shop = try shop()
    let result = try shop.run("due", "--messages", "letters", "--as", "brand")
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      shop.folder.names(in: "letters") == ["remind-vase@atelier.txt", "renew-mug@harbor.txt"])
    let renew = try shop.folder.text(of: "letters/renew-mug@harbor.txt")
    for part in [
      "Subject: May we keep “A mug for slow mornings” running?", "Hi Mia,",
      "ends on 2026-03-31 12:00 UTC, that is, in 21 days", SparkShop.url(1), "$300",
      "Harbor Goods",
    ] {
      #expect(renew.contains(part), "\(part)")
    }
    #expect(try shop.folder.text(of: "letters/remind-vase@atelier.txt").contains("9 days ago"))
    _ = try shop.run("due", "--messages", "all")
    #expect(shop.folder.names(in: "all").count == 4)
    let pay = try shop.folder.text(of: "all/pay-mia@harbor.txt")
    #expect(pay.contains("$300") && pay.contains("about “A mug for slow mornings”."))
    #expect(!pay.contains("["))
  }

  @Test func explainFillsItsMessageForACode() throws {
    let shop = try shop()
    let result = try shop.run("explain", "4025", "--code", "mug")
    #expect(result.code == 0 && result.output.contains("Hi Mia,"), "\(result.errors)")
    #expect(!result.output.contains("["))
    try shop.expectRefusal(["explain", "4025", "--post", "nosuch"], "nosuch")
  }

  @Test func anEmptyLibraryIsNotCreated() throws {
    let folder = try TemporaryFolder()
    let result = try FlintProcess.run("due", "--ics", "a.ics", in: folder)
    #expect(result.code == 0 && result.output.hasPrefix("nothing is due"))
    #expect(folder.names(in: ".") == ["a.ics"])
    let refused = try FlintProcess.run("due", "--ics", "none/a.ics", in: folder)
    #expect(refused.code == 2 && refused.errors.contains("none/a.ics"))
    #expect(try FlintProcess.run("due", "--within", "soon", in: folder).code == 64)
  }
}
