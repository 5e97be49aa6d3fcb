import Posts
import Testing

@Suite struct AdFiguresTests {
  private func figures(_ change: (inout AdFigures) -> Void) -> AdFigures {
    var figures = AdFigures()
    change(&figures)
    return figures
  }

  @Test func sumsTakeWhatOnlyOneSideKnows() {
    let first = figures {
      $0.impressions = 10
      $0.likes = 1
    }
    let second = figures {
      $0.impressions = 5
      $0.spend = Money(minorUnits: 250, currency: "USD")
    }
    let sum = first + second
    #expect(sum?.impressions == 15)
    #expect(sum?.likes == 1)
    #expect(sum?.spend == Money(minorUnits: 250, currency: "USD"))
    #expect(sum?.shares == nil, "unknown to both is unknown, not 0")
  }

  @Test func eachCountIsAddedToItself() {
    var all = AdFigures()
    let counts: [WritableKeyPath<AdFigures, Int?>] = [
      \.impressions, \.clicks, \.destinationClicks, \.videoViews, \.views2s, \.views6s,
      \.focusedViews6s, \.completions, \.likes, \.comments, \.shares, \.follows, \.profileVisits,
      \.conversions,
    ]
    for (index, count) in counts.enumerated() { all[keyPath: count] = 100 + index }
    for (index, count) in counts.enumerated() {
      #expect((all + all)?[keyPath: count] == 2 * (100 + index))
    }
  }

  @Test func reachIsUnknownInASum() {
    let day = figures { $0.reach = 7 }
    #expect((day + day)?.reach == nil)
    #expect((AdFigures() + day)?.reach == nil)
  }

  @Test func twoCurrenciesAreNeverAdded() {
    let dollars = figures { $0.spend = Money(minorUnits: 1, currency: "USD") }
    let euros = figures { $0.spend = Money(minorUnits: 1, currency: "EUR") }
    #expect(dollars + euros == nil)
    #expect(AdFigures.sum(of: [dollars, AdFigures(), euros]) == nil)
    #expect(AdFigures.sum(of: [dollars, dollars])?.spend?.minorUnits == 2)
    #expect(AdFigures.sum(of: []) == AdFigures())
  }

  @Test func sumsBeyondAnIntAreRefused() {
    let most = figures { $0.clicks = .max }
    #expect(most + figures { $0.clicks = 1 } == nil)
  }
}
