import Foundation
import TestSupport
import Testing

/// A creator's story from the first slide to the last cent, as the README tells it.
@Suite struct CreatorStoryTests {
  @Test func aCarouselIsDrawnAuthorizedAdvertisedMeasuredAndSettled() throws {
    let story = try Story()
    try story.folder.write(Self.report, to: "Ads_20260102_20260131.csv")

    // Drawn, checked, published.
    try story.flint("render", "card", "--set", "title=Pot", "--set", "image=blue.png")
    try story.flint("check", "output/posts/pot-card")
    try story.flint("post", "publish", "pot-card", "--url", Story.url(1), "--creator", "@prepared")

    // The brand asks, on terms; the creator makes a code and sends it.
    try story.flint("brand", "add", "harbor")
    try story.flint(
      "code", "request", "pot-card", "--brand", "harbor", "--days", "30", "--fee", "300 USD",
      "--share", "5%")
    try story.flint("code", "add", "pot-card", "--code", "-", input: " \(Canary.code(1))\n")
    try story.flint("code", "share", "pot-card", "--how", "mail")
    try story.flint("code", "extend", "pot-card", "--days", "30")
    let code = try story.object("code", "list", "--json").array("codes")[0]
    #expect(code.text("end") == "2026-03-03T09:00:00Z")
    #expect(code.text("status") == "shared")

    // The brand's side of it: an account, an ad, a month of it.
    try story.flint("advertiser", "add", "7100000000000000001", "--brand", "harbor")
    try story.flint("code", "apply", "pot-card", "--advertiser", "7100000000000000001")
    try story.flint(
      "ad", "plan", "pot-card", "--advertiser", "7100000000000000001", "--name", "Pot")
    try story.flint("ad", "submit", "pot", "--tiktok-id", "1790000000000000001")
    try story.flint("ad", "status", "pot", "--tiktok-status", "AD_STATUS_DELIVERY_OK")
    story.now = "2026-02-01T09:00:00Z"
    try story.flint("ad", "metrics", "import", "Ads_20260102_20260131.csv")
    let again = try story.flint("ad", "metrics", "import", "Ads_20260102_20260131.csv", "--json")
    #expect(try JSONObject(again).array("reports")[0].number("taken") == 0)
    #expect(try JSONObject(again).array("reports")[0].number("unchanged") == 2)

    // 412.30 + 822.20 = 1,234.50 USD; 5 % of it is 61.725, half to even 61.72; with the fee 361.72.
    var statement = try story.object("statement", "--json").array("statements")[0]
    #expect(statement.object("spend").number("minorUnits") == 123_450)
    #expect(statement.object("share").number("minorUnits") == 6_172)
    #expect(statement.object("owed").number("minorUnits") == 36_172)
    let agreement = try #require(statement.text("agreement"))
    try story.flint("agreement", "pay", agreement, "--amount", "361.72 USD")
    statement = try story.object("statement", "--json").array("statements")[0]
    #expect(statement.object("owed").number("minorUnits") == 0)

    // The post goes: first refused, because an ad runs on it.
    let refused = try story.run(["post", "remove", "pot-card", "--by", "creator"])
    #expect(refused.code == 2)
    #expect(refused.errors.contains("pot"))
    #expect(refused.errors.contains("--force"))
    try story.flint("post", "remove", "pot-card", "--by", "creator", "--force")
    let post = try story.object("post", "show", "pot-card", "--json")
    #expect(post.array("codes").map { $0.text("status") } == ["void"])
    #expect(post.array("codes").map { $0.text("end") } == [story.now])
    #expect(post.array("ads").map { $0.text("status") } == ["ended"])
    #expect(post.array("ads").map { $0.text("ending") } == ["post removed"])
    #expect(post.object("post").text("removedBy") == "creator")
    #expect(post.object("post").text("removed") == story.now)
    let due = try story.object("due", "--json")
    #expect(due.array("due").isEmpty)

    // The code is in the library's vault, and nowhere else.
    let files = try Canary.files(in: story.folder)
    #expect(files.allSatisfy { $0.hasPrefix("output/library.sqlite") })
    let revealed = try story.flint("code", "reveal", "pot-card", "--yes")
    #expect(revealed.trimmingCharacters(in: .newlines) == Canary.code(1))
  }

  private static let report = """
    Ad name,Ad ID,By Day,Cost,Currency,Impressions,Video views,6-second video views,\
    Video views at 100%,Paid likes
    Pot,1790000000000000001,2026-01-02,412.30,USD,40000,30000,6000,3000,120
    Pot,1790000000000000001,2026-01-03,822.20,USD,81000,60500,12500,6400,260
    Total of 2 results,,,1234.50,USD,121000,90500,18500,9400,380

    """
}
