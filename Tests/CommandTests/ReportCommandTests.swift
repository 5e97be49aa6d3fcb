import Foundation
import TestSupport
import Testing

/// What ads did, as a person asks for it.
@Suite struct ReportCommandTests {
  @Test func sparkStandsBesideInFeedInATerminal() throws {
    let story = try Self.story()
    let text = try story.flint("report", "--brand", "harbor")
    for part in [
      "Harbor Goods\n1–5 Feb 2026: 6 Spark Ads, 6 In-Feed ads, 60,000 impressions, $300.00 spent",
      "+100%  6-second views: higher with Spark Ads, 20.0% against 10.0%.",
      "Price of", "a 6-second view",
      "Creators: @prepared is first by 6-second views, and clearly so.", "unclear (",
      "TikTok for Business, Spark Ads 101",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
  }

  @Test func theObjectHasEveryFigureAndItsSample() throws {
    let story = try Self.story()
    let report = try story.object("report", "--json", "--by", "engagement")
    let brand = try #require(report.array("brands").first)
    #expect(brand.text("brand") == "harbor")
    #expect(brand.object("spark").number("ads") == 6)
    let views = try #require(
      brand.array("rates").first { $0.text("metric") == "sixSecondViews" })
    #expect(views.text("verdict") == "higher")
    #expect(views.object("spark").number("of") == 30_000)
    #expect(views.array("published").count == 1)
    let ranking = try #require(brand.array("rankings").first)
    #expect(ranking.text("by") == "creator" && ranking.text("metric") == "engagement")
    #expect(brand.array("ads").count == 12)
    #expect(report.text("created") == "2026-03-01T09:00:00Z")
  }

  @Test func thePageIsWritten() throws {
    let story = try Self.story()
    #expect(try story.flint("report", "--html", "results.html") == "results.html\n")
    let page = try String(
      contentsOf: URL(fileURLWithPath: story.folder["results.html"]), encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(page.contains("Harbor Goods") && page.contains("2026-03-01 10:00 UTC+1"))
    #expect(try Canary.files(in: story.folder).allSatisfy { $0.contains(".sqlite") })
  }

  @Test func reportsAreLimitedByDays() throws {
    let story = try Self.story()
    let late = try story.flint("report", "--from", "2026-02-05")
    #expect(late.contains("5 Feb 2026: 6 Spark Ads, 6 In-Feed ads, 12,000 impressions"))
    #expect(try story.flint("report", "--to", "2026-01-31").hasPrefix("no ad has figures here"))
    #expect(try story.run(["report", "--from", "2026-02-05", "--to", "2026-02-01"]).code == 64)
    #expect(try story.run(["report", "--from", "soon"]).code == 64)
    #expect(try story.run(["report", "--by", "luck"]).code == 64)
  }

  @Test func anEmptyLibrarySaysWhatToDo() throws {
    let story = try Story()
    #expect(
      try story.flint("report")
        == "no ad has figures here; import a report with flint ad metrics import FILE\n")
    #expect(try story.object("report", "--json").array("brands").isEmpty)
  }

  @Test func whatIsNotThereIsNamed() throws {
    let story = try Self.story()
    for arguments in [
      ["report", "--brand", "acme"], ["report", "--creator", "@nobody"],
      ["report", "--html", "missing/results.html"],
    ] {
      let result = try story.run(arguments)
      #expect(result.code == 2, "\(arguments)")
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("error: "), "\(result.errors)")
    }
  }

  /// A brand with six Spark Ads of two creators and six In-Feed ads, five days each.
  private static func story() throws -> Story {
    let story = try Story()
    story.now = "2026-02-01T09:00:00Z"
    try story.flint("brand", "add", "harbor", "--name", "Harbor Goods")
    try story.flint("advertiser", "add", "7000001", "--brand", "harbor", "--currency", "USD")
    var lines = [
      "Ad name,By Day,Cost,Impressions,Clicks (all),Video views,6-second video views,"
        + "Video views at 100%,Paid likes,Paid comments,Paid shares"
    ]
    func add(_ name: String, views: Int) {
      for day in 1...5 {
        lines.append("\(name),2026-02-0\(day),$5.00,1000,\(10 + day % 2),1000,\(views),50,20,2,1")
      }
    }
    for number in 1...6 {
      let creator = number <= 3 ? "prepared" : "mia"
      try story.flint(
        "post", "add", "post-\(number)", "--url", Story.url(number, creator: creator))
      try story.flint(
        "code", "add", "post-\(number)", "--brand", "harbor", "--days", "30", "--code", "-",
        input: Canary.code(number))
      try story.flint("code", "apply", "post-\(number)@harbor", "--advertiser", "7000001")
      try story.flint(
        "ad", "plan", "post-\(number)@harbor", "--advertiser", "7000001", "--name",
        "Spark \(number)")
      // Creators differ, and their ads among them.
      add("Spark \(number)", views: (number <= 3 ? 220 : 180) + [-10, 0, 10][number % 3])
      add("Video \(number)", views: 100 + [-5, 0, 5][number % 3])
    }
    try story.folder.write(lines.joined(separator: "\n"), to: "report.csv")
    story.now = "2026-03-01T09:00:00Z"
    try story.flint(
      "ad", "metrics", "import", "report.csv", "--brand", "harbor", "--standard", "Video*")
    return story
  }
}
