import Testing

@testable import Posts

@Suite struct RankingTests {
  @Test func aClearWinnerIsOne() {
    let ranking = ranking([
      "amy": [300, 310, 305], "ben": [100, 105, 95], "cleo": [40, 42, 41],
    ])
    #expect(ranking.items.map(\.name) == ["@amy", "@ben", "@cleo"])
    #expect(ranking.items.map(\.standing) == [.best, .behind, .behind])
    #expect(ranking.hasWinner)
  }

  @Test func whatDataDoNotTellApartIsSaidToBeSo() {
    let ranking = ranking(["amy": [300, 100, 200], "ben": [250, 90, 210], "cleo": [5, 6, 4]])
    #expect(ranking.items.map(\.standing) == [.best, .notDistinguishable, .behind])
    #expect(!ranking.hasWinner)
  }

  @Test func luckWithFewViewsDoesNotWin() {
    var ads = members("amy", [200, 210, 190, 205])
    ads.append(
      ad(
        "lucky", [figures(impressions: 120, views: 120, completions: 28)],
        creator: "lucky"))
    ads += members("ben", [100, 110, 105])
    let ranking = Ranking(of: ads, by: .creator, metric: .completion)
    #expect(ranking.items.first?.name == "@amy")
  }

  @Test func theRestComesLastByName() {
    var ads = members("zoe", [200, 210, 190]) + members("ben", [100, 110, 105])
    for name in ["nina", "mia"] {
      ads.append(ad(name, [AdFigures()], creator: name))
    }
    let ranking = Ranking(of: ads, by: .creator, metric: .completion)
    #expect(ranking.items.map(\.name) == ["@zoe", "@ben", "@mia", "@nina"])
    #expect(ranking.items.suffix(2).allSatisfy { $0.standing == .notEnoughData })
  }

  @Test func oneAloneIsTheBestOfNothing() {
    let ranking = ranking(["amy": [300, 310, 305, 290, 280, 300]])
    #expect(ranking.items.map(\.standing) == [.notEnoughData])
    #expect(!ranking.hasWinner)
  }

  @Test func adsWithoutTheTraitAreCounted() {
    let ads = members("amy", [1, 2]) + [ad("x", [AdFigures()])]
    #expect(Ranking(of: ads, by: .creator, metric: .completion).adsWithout == 1)
    #expect(Ranking(of: ads, by: .hook, metric: .completion).items.isEmpty)
  }

  @Test func theOrderOfTheAdsDoesNotMatter() {
    let ads =
      members("amy", [300, 100]) + members("ben", [250, 90]) + members("cleo", [9, 20])
    let ranking = Ranking(of: ads, by: .creator, metric: .completion)
    let turned = Ranking(of: ads.reversed(), by: .creator, metric: .completion)
    #expect(ranking.items.map(\.name) == turned.items.map(\.name))
    #expect(ranking.items.map(\.standing) == turned.items.map(\.standing))
  }

  private func ranking(_ groups: [String: [Int]]) -> Ranking {
    Ranking(
      of: groups.flatMap { members($0.key, $0.value) }, by: .creator, metric: .completion)
  }

  /// One ad each of 1,000 views.
  private func members(_ name: String, _ completions: [Int]) -> [AdResult] {
    completions.enumerated().map { index, count in
      ad(
        "\(name)\(index)", [figures(impressions: 1000, views: 1000, completions: count)],
        creator: name)
    }
  }
}

@Suite struct RateComparisonTests {
  @Test func aDifferenceThatTheDataSupportIsTold() throws {
    let comparison = compare([200, 220, 180, 210, 190], [100, 110, 90, 95, 105])
    #expect(comparison.verdict == .higher)
    let lift = try #require(comparison.lift)
    #expect(abs(lift.value - 1) < 1e-12)
    #expect(lift.interval.lower > 0.5 && lift.interval.upper < 1.7)
    #expect(abs(try #require(comparison.difference).value - 0.1) < 1e-12)
  }

  @Test func aDifferenceThatTheyDoNotIsCalledThat() {
    #expect(compare([200, 20, 100, 400], [100, 10, 210, 30]).verdict == .notDistinguishable)
    #expect(compare([200], [100]).verdict == .notEnoughData)
    #expect(compare([200, 210, 205, 190, 200], []).verdict == .notEnoughData)
  }

  @Test func dearerIsHigher() throws {
    let ads = { (spend: Int) in
      (0..<6).map { index in
        var figures = AdFigures()
        figures.spend = Money(minorUnits: spend + index * 10, currency: "USD")
        figures.clicks = 200
        return ad("\(index)", [figures])
      }
    }
    let estimates = RateEstimate.estimates(
      of: .costPerClick, in: [ads(4000), ads(2000)], currency: "USD")
    let comparison = RateComparison(estimates[0], estimates[1])
    #expect(comparison.verdict == .higher)
    let lift = try #require(comparison.lift)
    #expect(abs(lift.value - (4025.0 / 2025 - 1)) < 1e-9)
    #expect(lift.interval.contains(lift.value))
    #expect(comparison.difference == nil)
  }

  private func compare(_ first: [Int], _ second: [Int]) -> RateComparison {
    let groups = [first, second].map { counts in
      counts.enumerated().map { index, count in
        ad("\(index)", [figures(impressions: 1000, views: 1000, completions: count)])
      }
    }
    let estimates = RateEstimate.estimates(of: .completion, in: groups)
    return RateComparison(estimates[0], estimates[1])
  }
}
