import Foundation
import Posts
import TestSupport
import Testing

/// Thousands of verbs in random order, against what must hold whatever is done.
@Suite struct RandomScriptTests {
  /// A story that is driven by chance, with its events as a library would record them.
  private struct Run {
    var dice: SeededNumbers
    var now = Script.day(0)
    var story = PostStory(key: Script.post)
    var events: [Recorded<PostEvent>] = []
    var refusals: [String: Int] = [:]
    /// Final statuses, and stages of ended ads, as they were seen first.
    var finals: [Key<Authorization>: Authorization.Status] = [:]
    var endings: [Key<Ad>: Ad.Stage] = [:]

    static let codes = (1...4).map { Key<Authorization>("mug@brand\($0 % 3).\($0)") }
    static let ads = (1...3).map { Key<Ad>("ad\($0)") }
    static let accounts = [Script.account, Script.secondAccount]
    static let brands = (0...2).map { Key<Brand>("brand\($0)") }

    mutating func step() {
      // Mostly hours, sometimes weeks; sometimes exactly onto an end.
      switch dice.roll(0...19) {
      case 0...14: now.seconds += dice.roll(0...20_000)
      case 15...17: now.seconds += dice.roll(0...60_000)
      case 18: now = now.adding(days: dice.roll(0...9))
      default:
        let ends = story.authorizations.compactMap(\.grant?.end).filter { $0 > now }
        if let end = ends.first { now = end }
      }
      let before = story
      do {
        let made = try act()
        events += made.map { Recorded($0, at: now, by: "maker", command: "test") }
        if made.isEmpty { #expect(story == before, "no events, and yet a change") }
      } catch {
        refusals[error.name, default: 0] += 1
        #expect(story == before, "\(error.name) changed something")
      }
      check()
    }

    private mutating func terms() -> PostEvent.Terms {
      let replaces = dice.roll(0...5) == 0 ? dice.pick(Self.codes) : nil
      return PostEvent.Terms(
        authorization: dice.pick(Self.codes), brand: dice.pick(Self.brands),
        days: dice.pick([0, 7, 30, 30, 60, 4_000]), replaces: replaces)
    }

    /// Mostly near; sometimes at the ends of what can be written.
    private mutating func moment(_ days: ClosedRange<Int>) -> Moment {
      dice.roll(0...40) == 0
        ? Moment(seconds: dice.pick([-62_135_596_800, 253_402_300_799]))
        : now.adding(days: dice.roll(days))
    }

    private mutating func plan() -> Ad.Plan {
      Ad.Plan(
        authorization: dice.pick(Self.codes), advertiser: dice.pick(Self.accounts), name: "Ad",
        start: moment(-8...4), end: moment(-1...25))
    }

    private mutating func act() throws(Refusal) -> [PostEvent] {
      let (code, ad) = (dice.pick(Self.codes), dice.pick(Self.ads))
      switch dice.roll(0...31) {
      case 0:
        return try story.draw(
          Post.Drawing(template: nil, kit: nil, origin: "\(now)", format: "png", slides: []),
          caption: "\(now)", title: nil, facts: Post.Facts(), at: now)
      case 1: return story.note(at: now)
      case 2: return try story.assign(to: Key(dice.pick(["one", "two"])), at: now)
      case 3: return try story.word(caption: dice.pick(["a", "b"]), title: nil, at: now)
      case 4: return story.tag([dice.pick(["x", "y"])], at: now)
      case 5, 6:
        var publication = Script.publication
        publication.at = moment(-9...1)
        return try story.publish(publication, at: now)
      case 7 where dice.roll(0...30) == 0:
        return try story.remove(by: .unknown, isForced: dice.flip(), at: now)
      case 7, 8: return try story.request(terms(), at: now)
      case 9: return try story.withdraw(code, at: now)
      case 10...12:
        return try story.issue(
          terms(), code: Script.mark, start: moment(-4...1), end: moment(-1...40),
          endSource: .creator, at: now)
      case 13: return try story.share(code, how: "chat", at: now)
      case 14...16:
        return try story.apply(
          code, advertiser: dice.pick(Self.accounts),
          result: dice.flip() ? .accepted : .refused("no"), isAsTikTokSaid: dice.flip(), at: now)
      case 17: return try story.extend(code, days: dice.pick([-1, 7, 30, 3_650]), at: now)
      case 18: return try story.readEnd(code, end: moment(-5...40), source: .tiktok, at: now)
      case 19 where dice.roll(0...3) == 0:
        return try story.revoke(code, isForced: dice.flip(), at: now)
      case 19...22: return try story.plan(ad, plan(), at: now)
      case 23: return try story.replan(ad, plan(), at: now)
      case 24, 25:
        return try story.submit(ad, tiktokID: dice.flip() ? "\(dice.roll(1...3))" : nil, at: now)
      case 26: return try story.identify(ad, tiktokID: "\(dice.roll(1...3))", at: now)
      case 27, 28:
        return try story.move(ad, to: dice.pick(Ad.Status.allCases), reasons: ["r"], at: now)
      case 29, 30:
        let words = TikTokAdStatus.all.map(\.word) + ["AD_STATUS_NEW", ""]
        return try story.readStatus(ad, word: dice.pick(words), at: now)
      default: return try story.end(ad, dice.pick(Ad.Ending.allCases), at: now)
      }
    }

    private mutating func check() {
      for authorization in story.authorizations {
        let status = authorization.status(at: now)
        if let final = finals[authorization.key] { #expect(status == final) }
        if status.isFinal {
          finals[authorization.key] = status
          #expect(story.openAds(on: authorization.key, at: now).isEmpty)
          #expect(!authorization.isUsable(at: now))
        }
        if case .removed = story.post.stage { #expect(status.isFinal) }
        if let grant = authorization.grant { #expect(grant.start < grant.end) }
      }
      for ad in story.ads {
        let stage = story.stage(of: ad, at: now)
        if let ending = endings[ad.key] { #expect(stage == ending) }
        if stage.status == .ended { endings[ad.key] = stage }
        let last = story.authorization(ad.plan.authorization)?.lastMoment
        #expect(last != nil, "an ad without a code")
        if let last, now >= last { #expect(stage.status == .ended) }
        let runs = story.runs(of: ad, at: now)
        for (run, next) in zip(runs, runs.dropFirst()) {
          #expect(run.end.map { $0 <= next.start } == true)
        }
        for run in runs {
          #expect(run.end.map { run.start < $0 && $0 <= min(now, last ?? now) } == true)
        }
      }
    }
  }

  @Test(arguments: 1...100) func whateverIsDoneTheRulesHold(seed: Int) throws {
    var run = Run(dice: SeededNumbers(seed: UInt64(seed)))
    for _ in 0..<200 { run.step() }
    let rebuilt = try PostStory.rebuilt(key: Script.post, from: run.events)
    #expect(rebuilt == run.story)
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    for recorded in run.events {
      let json = try encoder.encode(recorded.event)
      #expect(try decoder.decode(PostEvent.self, from: json) == recorded.event)
    }
  }

  @Test func chanceReachesNearlyEveryRule() {
    var refusals: Set<String> = []
    for seed in 1...100 {
      var run = Run(dice: SeededNumbers(seed: UInt64(seed)))
      for _ in 0..<200 { run.step() }
      refusals.formUnion(run.refusals.keys)
    }
    // The library's own, and the terms of agreements.
    let others: Set = [
      "item-is-known", "code-is-known", "code-is-almost-known", "other-currency", "not-a-payment",
      "terms-are-empty", "already-published",
    ]
    #expect(Set(Refusal.names).subtracting(refusals).subtracting(others) == [])
  }

  @Test func eventsThatDoNotFitAreNamedNotACrash() {
    let events: [PostEvent] = [
      .removed(by: .creator), .withdrawn(Script.code), .shared(Script.code, how: ""),
      .extended(Script.code, days: 1), .endRead(Script.code, end: Script.day(1), source: .tiktok),
      .revoked(Script.code), .voided(Script.code), .adPlanned(Script.ad, Script.plan()),
      .adReplanned(Script.ad, Script.plan()), .adSubmitted(Script.ad, tiktokID: nil),
      .adIdentified(Script.ad, tiktokID: "1"), .adMoved(Script.ad, to: .live, reasons: []),
      .adStatusRead(Script.ad, word: "x"), .adEnded(Script.ad, .finished),
      .applied(Script.code, advertiser: Script.account, result: .accepted),
    ]
    for event in events {
      let mismatch = #expect(throws: PostStory.EventMismatch.self) {
        try PostStory.rebuilt(
          key: Script.post,
          from: [Recorded(event, at: Script.day(0), by: "maker", command: "test")])
      }
      #expect(mismatch?.event == event)
    }
  }
}
