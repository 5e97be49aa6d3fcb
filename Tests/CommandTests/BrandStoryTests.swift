import Foundation
import TestSupport
import Testing

/// A brand's story with three creators' posts, as the README tells it.
@Suite struct BrandStoryTests {
  private static let accounts = ["7100000000000000001", "7100000000000000002"]

  @Test func bundlesAreTakenAppliedAdvertisedRankedAndRenewed() throws {
    let story = try Story()
    try Self.makeBundles(story)

    // Three creators' posts with their codes, in one go.
    try story.flint("post", "import", "1.zip", "2.zip", "3.zip", "--library", "brand")
    story.library = "brand"
    #expect(try story.object("post", "list", "--json").array("posts").count == 3)
    for account in Self.accounts {
      try story.flint("advertiser", "add", account, "--brand", "harbor")
    }

    // The second code is applied elsewhere already.
    try story.flint("code", "apply", "pot-1", "--advertiser", Self.accounts[0])
    try story.flint("code", "apply", "pot-2", "--advertiser", Self.accounts[1])
    let elsewhere = try story.run(["code", "apply", "pot-2", "--advertiser", Self.accounts[0]])
    #expect(elsewhere.code == 2)
    #expect(elsewhere.errors.contains("is applied by advertiser \(Self.accounts[1])"))
    try story.flint("code", "apply", "pot-3", "--advertiser", Self.accounts[0])

    // The third one ends on 9 January at 09:00 UTC, eleven days begun before its ad would.
    let plan = [
      "ad", "plan", "pot-3", "--advertiser", Self.accounts[0], "--name", "Three a", "--end",
      "2026-01-20T09:00:00Z",
    ]
    let early = try story.run(plan)
    #expect(early.code == 2)
    #expect(early.errors.contains("11 days are missing"))
    #expect(early.errors.contains("flint code extend pot-3-card@harbor --days 30"))
    try story.flint("code", "extend", "pot-3-card@harbor", "--days", "30")
    #expect(try story.run(plan).code == 0)

    // Three ads on each code, with ordinary In-Feed ads beside them.
    for (post, name) in [("pot-1", "One"), ("pot-2", "Two"), ("pot-3", "Three")] {
      for letter in ["a", "b", "c"] {
        if name == "Three", letter == "a" { continue }
        try story.flint(
          "ad", "plan", post, "--advertiser", Self.accounts[post == "pot-2" ? 1 : 0], "--name",
          "\(name) \(letter)")
      }
    }
    for ad in ["one-a", "two-a", "three-a"] {
      try story.flint("ad", "submit", ad)
      try story.flint("ad", "status", ad, "--tiktok-status", "AD_STATUS_DELIVERY_OK")
    }
    story.now = "2026-01-25T09:00:00Z"
    try story.folder.write(Self.report, to: "report.csv")
    try story.flint(
      "ad", "metrics", "import", "report.csv", "--brand", "harbor", "--standard", "Plain*")

    // Ranked: the third creator's viewers stay longest, and that is more than chance.
    let brand = try story.object("report", "--brand", "harbor", "--json").array("brands")[0]
    let creators = brand.array("rankings").first { $0.text("by") == "creator" }
    #expect(creators?.array("items").map { $0.text("name") } == ["@three", "@one", "@two"])
    #expect(creators?.array("items")[2].text("standing") != "notEnoughData")

    // Renewals in a calendar.
    try story.flint("due", "--ics", "renewals.ics")
    let calendar = try story.folder.text(of: "renewals.ics")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(calendar.hasSuffix("END:VCALENDAR\r\n"))
    #expect(calendar.contains("DTSTART:20260208T090000Z"))
    for line in calendar.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }

    // Codes are in the vaults, and in the bundles that asked for them.
    let places = try Canary.files(in: story.folder).filter { name in
      !name.contains("library.sqlite") && !["1.zip", "2.zip", "3.zip"].contains(name)
    }
    #expect(places.isEmpty)
  }

  /// What the creators send: a post each, with a code; the third one for a week.
  private static func makeBundles(_ story: Story) throws {
    for (number, creator) in ["one", "two", "three"].enumerated().map({ ($0 + 1, $1) }) {
      story.library = creator
      let post = "pot-\(number)-card"
      try story.flint("render", "card", "--set", "title=Pot \(number)", "--set", "image=blue.png")
      try story.flint("post", "publish", post, "--url", Story.url(number, creator: creator))
      try story.flint("brand", "add", "harbor")
      try story.flint(
        "code", "request", post, "--brand", "harbor", "--days", number == 3 ? "7" : "30",
        "--fee", "100 USD")
      try story.flint("code", "add", post, "--code", "-", input: Canary.code(number))
      try story.flint(
        "post", "export", post, "--for", "spark", "--to", "harbor", "--with-code", "-o",
        "\(number).zip")
    }
  }

  /// Ten days of nine Spark Ads and four In-Feed ads.
  private static let report: String = {
    let rates = [("One", 22), ("Two", 15), ("Three", 31)].flatMap { name, rate in
      ["a", "b", "c"].enumerated().map { ("\(name) \($1)", rate + $0 - 1) }
    }
    let plain = (1...4).map { ("Plain \($0)", 10 + $0) }
    var lines = [
      "Ad name,By Day,Cost,Currency,Impressions,Video views,6-second video views,"
        + "Video views at 100%"
    ]
    for day in 10...18 {
      for (name, rate) in rates + plain {
        lines.append("\(name),2026-01-\(day),91.50,USD,10000,7500,\(75 * rate),\(40 * rate)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}
