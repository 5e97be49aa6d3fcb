import Posts

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// Made-up results of a brand: six creators, In-Feed ads beside them, four weeks.
struct ReportFixture {
  private var random = Numbers(state: 7)
  private(set) var ads: [AdResult] = []

  /// - Parameter hostile: text of users that tries to be markup.
  static func harbor(hostile: Bool = false) -> [AdResult] {
    var fixture = ReportFixture()
    let creators: [(handle: String, ads: Int, share: Double)] = [
      ("amy", 9, 0.31), ("ben", 4, 0.24), ("cleo.cooks", 3, 0.22), ("dana", 4, 0.12),
      ("eli_runs", 2, 0.2), ("fay", 1, 0.18),
    ]
    let templates = ["quote", "listicle", "product-showcase"]
    let hooks = [
      "Three things nobody tells you about sea salt", "I tried it for 30 days",
      "海の塩、知っていますか？",
      "Stop buying this in the supermarket, says a fisherman who has "
        + "sold it for forty years and never once regretted a word of it",
    ]
    for (place, creator) in creators.enumerated() {
      for number in 0..<creator.ads {
        let hook = hooks[(place + number) % hooks.count]
        fixture.add(
          "\(creator.handle)-\(number + 1)", creator: creator.handle,
          template: templates[(place * 2 + number) % templates.count],
          hook: hostile ? "<script>alert('\"&')</script>\u{202e}\(number)" : hook,
          share: creator.share, days: 10 + 3 * (number % 5), start: 20_362 + number)
      }
    }
    for number in 1...7 {
      fixture.add(
        hostile ? "</title><img src=x onerror=alert(1)>\(number)" : "Harbor video \(number)",
        creator: nil, template: nil, hook: nil, share: 0.13, days: 20, start: 20_362)
    }
    return fixture.ads
  }

  private mutating func add(
    _ name: String, creator: String?, template: String?, hook: String?, share: Double, days: Int,
    start: Int
  ) {
    let own = max(0.02, share * (1 + 0.25 * random.normal()))
    let subject: MetricsSnapshot.Subject = creator == nil ? .standard(Key(name)) : .spark(Key(name))
    let size = 800 + random.below(4000)
    let rows = (0..<days).map { index in
      let day = Day(number: start + index)
      return MetricsSnapshot(
        ad: subject, firstDay: day, lastDay: day,
        figures: figures(impressions: size / 2 + random.below(size), share: own, creator != nil),
        importNumber: 1)
    }
    ads.append(
      AdResult(
        subject: subject, name: name, brand: Key("harbor"),
        post: template.map { Key("\($0)-\(name)") },
        creator: creator.map { Key($0) }, template: template, hook: hook, snapshots: rows))
  }

  private mutating func figures(impressions: Int, share: Double, _ isSpark: Bool) -> AdFigures {
    func part(_ of: Int, _ share: Double) -> Int {
      Int(Double(of) * share * (0.9 + 0.2 * random.unit()))
    }
    var figures = AdFigures()
    figures.impressions = impressions
    figures.videoViews = impressions * 97 / 100
    figures.views6s = part(impressions, share)
    figures.completions = part(impressions, share * 0.35)
    figures.likes = part(impressions, isSpark ? 0.021 : 0.012)
    figures.comments = part(impressions, 0.002)
    figures.shares = part(impressions, 0.001)
    figures.clicks = part(impressions, 0.011)
    figures.spend = Money(minorUnits: part(impressions, isSpark ? 0.62 : 0.58), currency: "USD")
    // Ads Manager hides small counts.
    if (figures.completions ?? 0) < 5 { figures.completions = nil }
    return figures
  }
}

/// SplitMix64: the same numbers on every machine.
private struct Numbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}
