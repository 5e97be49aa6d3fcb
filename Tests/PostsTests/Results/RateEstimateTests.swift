import Testing

@testable import Posts

@Suite struct RateEstimateTests {
  @Test func ratesAreRatiosOfSums() {
    let ads = [
      ad("a", [figures(impressions: 1000, views: 900, completions: 90)]),
      ad("b", [figures(impressions: 9000, views: 8100, completions: 81)]),
    ]
    let estimate = RateEstimate.estimates(of: .completion, in: [ads])[0]
    #expect(estimate.value == 171.0 / 9000)
    #expect(estimate.ads == 2)
    #expect(RateEstimate.estimates(of: .completionOfImpressions, in: [ads])[0].value == 0.0171)
  }

  @Test func unknownIsNotZero() {
    var masked = figures(impressions: 500, views: 400, completions: 0)
    masked.completions = nil
    let ads = [ad("a", [figures(impressions: 1000, views: 900, completions: 90), masked])]
    let estimate = RateEstimate.estimates(of: .completion, in: [ads])[0]
    // The day that does not tell its completions takes its views out too.
    #expect(estimate.exposure == 900)
    #expect(estimate.value == 0.1)
  }

  @Test func partsOfASumAreNotTheSum() {
    var figures = AdFigures()
    figures.impressions = 1000
    figures.likes = 10
    figures.shares = 5
    #expect(AdMetric.engagement.count(in: figures) == nil)
    figures.comments = 0
    #expect(AdMetric.engagement.count(in: figures) == 15)
  }

  @Test func spendInAnotherCurrencyIsLeftOut() {
    var euros = figures(impressions: 1000, views: 900, completions: 90)
    euros.spend = Money(minorUnits: 500, currency: "EUR")
    var dollars = euros
    dollars.spend = Money(minorUnits: 700, currency: "USD")
    let estimate = RateEstimate.estimates(
      of: .costPerMille, in: [[ad("a", [euros]), ad("b", [dollars])]], currency: "EUR")[0]
    #expect(estimate.ads == 1)
    #expect(estimate.value == 500)
  }

  @Test func fewAdsHaveAValueAndNoInterval() {
    let estimate = RateEstimate.estimates(
      of: .completion, in: [[ad("a", [figures(impressions: 9000, views: 8000, completions: 800)])]]
    )[0]
    #expect(estimate.value == 0.1)
    #expect(estimate.interval == nil)
    #expect(estimate.shortage == .fewAds(missing: 4))
  }

  @Test func fewViewsHaveNoInterval() {
    let ads = (0..<5).map {
      ad("\($0)", [figures(impressions: 19, views: 19, completions: 2)])
    }
    let estimate = RateEstimate.estimates(of: .completion, in: [ads])[0]
    #expect(estimate.shortage == .fewTrials(needed: 100))
  }

  @Test func whatIsNotReportedIsSaid() {
    let ads = (0..<9).map { ad("\($0)", [AdFigures()]) }
    let estimate = RateEstimate.estimates(of: .clickThrough, in: [ads, []])
    #expect(estimate.map(\.shortage) == [.notReported, .notReported])
    #expect(estimate[0].value == nil)
  }

  @Test func moreCompletionsThanViewsIsNoShare() {
    let ads = [ad("a", [figures(impressions: 1000, views: 10, completions: 90)])]
    #expect(RateEstimate.estimates(of: .completion, in: [ads])[0].shortage == .notReported)
  }

  @Test func clicksThatNeverCameHaveNoPrice() {
    var figures = figures(impressions: 1000, views: 10, completions: 1)
    figures.clicks = 0
    figures.spend = Money(minorUnits: 100, currency: "USD")
    let estimate = RateEstimate.estimates(
      of: .costPerClick, in: [[ad("a", [figures])]], currency: "USD")[0]
    #expect(estimate.value == nil)
    #expect(estimate.shortage == .noneCounted)
  }

  @Test func adsThatAgreeCountByTheirViews() {
    // The same share in each: nothing but chance in the counts, so Wilson's interval with n views,
    // but Student's quantile.
    let ads = (0..<10).map {
      ad("\($0)", [figures(impressions: 1000, views: 1000, completions: 100)])
    }
    let interval = RateEstimate.estimates(of: .completion, in: [ads])[0].interval
    #expect(
      interval
        == .proportion(0.1, outOf: 10_000, quantile: StudentQuantile.value(degrees: 9)))
  }

  @Test func adsThatDifferCountByTheirNumber() throws {
    let ads = (0..<10).map {
      ad("\($0)", [figures(impressions: 100_000, views: 100_000, completions: $0 % 2 * 20_000)])
    }
    let interval = try #require(RateEstimate.estimates(of: .completion, in: [ads])[0].interval)
    // A million views, and yet no more is known than ten ads tell.
    #expect(interval.lower < 0.05 && interval.upper > 0.18)
  }

  @Test func oneAdBorrowsTheSpreadOfOthers() throws {
    let others = (0..<6).map {
      ad("\($0)", [figures(impressions: 9000, views: 9000, completions: 500 + $0 * 200)])
    }
    let one = ad("x", [figures(impressions: 9000, views: 9000, completions: 1000)])
    let estimates = RateEstimate.estimates(of: .completion, in: [others, [one]])
    let wide = try #require(estimates[1].interval)
    let narrow = try #require(estimates[0].interval)
    #expect(wide.upper - wide.lower > 2 * (narrow.upper - narrow.lower))
  }

  /// The promise of the whole: with ads as different as usual, 19 of 20 intervals are right.
  @Test(arguments: [[6], [12], [1, 3, 4], [9, 9]])
  func nineteenOfTwentyIntervalsAreRight(sizes: [Int]) {
    var random = Sequence64(state: 3)
    var right = 0
    let rounds = 600
    for _ in 0..<rounds {
      let groups = sizes.map { size in
        (0..<size).map { index in
          // Shares around 0.12 with a standard deviation of 0.04.
          let share = min(0.9, max(0.001, 0.12 + 0.04 * random.normal()))
          let views = 2000 + random.below(40_000)
          let mean = share * Double(views)
          let scatter = (mean * (1 - share)).squareRoot() * random.normal()
          let completions = min(views, max(0, Int((mean + scatter).rounded())))
          return ad(
            "\(index)", [figures(impressions: views, views: views, completions: completions)])
        }
      }
      let estimates = RateEstimate.estimates(of: .completion, in: groups)
      if estimates[0].interval?.contains(0.12) == true { right += 1 }
    }
    let share = Double(right) / Double(rounds)
    #expect(share > 0.92 && share < 0.985, "\(share)")
  }

  @Test func hugeFiguresOverflowNothing() {
    var figures = figures(impressions: .max, views: .max, completions: .max)
    figures.spend = Money(minorUnits: .max, currency: "USD")
    figures.clicks = .max
    let ads = (0..<12).map { ad("\($0)", [figures, figures]) }
    for metric in AdMetric.allCases {
      let estimate = RateEstimate.estimates(of: metric, in: [ads, ads], currency: "USD")[0]
      if let value = estimate.value { #expect(value.isFinite) }
      if let interval = estimate.interval { #expect(interval.lower <= interval.upper) }
    }
  }
}

/// A Spark Ad whose rows tell one day each.
func ad(_ key: String, _ days: [AdFigures], creator: String? = nil) -> AdResult {
  AdResult(
    subject: .spark(Key(key)), name: key, brand: Key("harbor"), creator: creator.map { Key($0) },
    snapshots: days.enumerated().map { index, figures in
      MetricsSnapshot(
        ad: .spark(Key(key)), firstDay: Day(number: 20_000 + index),
        lastDay: Day(number: 20_000 + index), figures: figures, importNumber: 1)
    })
}

func figures(impressions: Int, views: Int, completions: Int) -> AdFigures {
  var figures = AdFigures()
  figures.impressions = impressions
  figures.videoViews = views
  figures.completions = completions
  return figures
}
