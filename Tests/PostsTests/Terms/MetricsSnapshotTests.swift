import Posts
import TestSupport
import Testing

@Suite struct MetricsSnapshotTests {
  private static func snapshot(_ first: Int, _ last: Int, _ number: Int = 1) -> MetricsSnapshot {
    MetricsSnapshot(
      ad: .spark(Script.ad), firstDay: Day(number: first), lastDay: Day(number: last),
      figures: AdFigures(), importNumber: number)
  }

  @Test func daysAreCountedAndASumOfThemIsNot() {
    let days = (1...30).map { Self.snapshot($0, $0) }
    #expect(MetricsSnapshot.counted(among: days + [Self.snapshot(1, 30)]) == Array(0..<30))
  }

  @Test func theNewerReportOfADayWins() {
    #expect(
      MetricsSnapshot.counted(among: [Self.snapshot(1, 1, 1), Self.snapshot(1, 1, 2)]) == [1])
    #expect(
      MetricsSnapshot.counted(among: [Self.snapshot(1, 1, 2), Self.snapshot(1, 1, 1)]) == [0])
  }

  @Test func aNewerSumReplacesOlderDays() {
    let days = (1...3).map { Self.snapshot($0, $0, 1) }
    #expect(MetricsSnapshot.counted(among: days + [Self.snapshot(1, 3, 2)]) == [3])
  }

  @Test func moreDaysWinOverNewerOnes() {
    #expect(
      MetricsSnapshot.counted(among: [Self.snapshot(1, 10, 1), Self.snapshot(5, 6, 9)]) == [0])
  }

  @Test func nothingOfNothingIsCounted() {
    #expect(MetricsSnapshot.counted(among: []) == [])
  }

  /// Days, newness, count: what the best choice is best in.
  private struct Worth: Comparable {
    var days = 0
    var newness = 0
    var count = 0

    static func < (left: Worth, right: Worth) -> Bool {
      (left.days, left.newness, left.count) < (right.days, right.newness, right.count)
    }
  }

  private static func worth(_ indices: [Int], of snapshots: [MetricsSnapshot]) -> Worth? {
    var days: Set<Int> = []
    var worth = Worth()
    for index in indices {
      let snapshot = snapshots[index]
      for day in snapshot.firstDay.number...snapshot.lastDay.number {
        if !days.insert(day).inserted { return nil }
      }
      worth.days += snapshot.dayCount
      worth.newness += snapshot.importNumber * snapshot.dayCount
      worth.count += 1
    }
    return worth
  }

  @Test func noChoiceIsBetterThanTheOneTaken() {
    var dice = SeededNumbers(seed: 5)
    for _ in 0..<400 {
      let snapshots = (0..<dice.roll(0...9)).map { _ in
        let first = dice.roll(-3...8)
        return Self.snapshot(first, first + dice.pick([0, 0, 0, 1, 2, 6]), dice.roll(1...4))
      }
      let taken = MetricsSnapshot.counted(among: snapshots)
      #expect(taken == taken.sorted())
      var best = Worth()
      for choice in 0..<(1 << snapshots.count) {
        let indices = snapshots.indices.filter { choice >> $0 & 1 == 1 }
        if let worth = Self.worth(indices, of: snapshots) { best = max(best, worth) }
      }
      #expect(Self.worth(taken, of: snapshots) == best)
    }
  }

  @Test func theOrderOfLinesDoesNotMatter() {
    var dice = SeededNumbers(seed: 6)
    for _ in 0..<200 {
      let snapshots = (0..<dice.roll(1...12)).map { number in
        let first = dice.roll(0...8)
        return Self.snapshot(first, first + dice.roll(0...3), number)
      }
      let shuffled = snapshots.shuffled(using: &dice)
      let one = MetricsSnapshot.counted(among: snapshots).map { snapshots[$0].importNumber }
      let other = MetricsSnapshot.counted(among: shuffled).map { shuffled[$0].importNumber }
      // Two choices may be worth the same; what they cover is then the same.
      #expect(
        Self.worth(MetricsSnapshot.counted(among: snapshots), of: snapshots)
          == Self.worth(MetricsSnapshot.counted(among: shuffled), of: shuffled))
      #expect(one.count == other.count)
    }
  }

  /// Four years of days, each reported four times, with older sums of three days between.
  ///
  /// What is asked for is the answer; a choice that looks at all pairs would not be done in time.
  @Test(.timeLimit(.minutes(1))) func ofManyReportsTheLatestOfEachDayCount() {
    let dayCount = 1_500
    var snapshots: [MetricsSnapshot] = []
    for round in 1...4 {
      snapshots += (0..<dayCount).map { Self.snapshot($0, min($0 + 2, dayCount - 1), round) }
      snapshots += (0..<dayCount).map { Self.snapshot($0, $0, 4 + round) }
    }
    let latest = snapshots.count - dayCount..<snapshots.count
    var dice = SeededNumbers(seed: 8)
    let order = snapshots.indices.shuffled(using: &dice)
    let counted = MetricsSnapshot.counted(among: order.map { snapshots[$0] })
    #expect(counted.count == dayCount)
    // By itself: the message would show thousands of numbers.
    let areTheLatest = Set(counted.map { order[$0] }) == Set(latest)
    #expect(areTheLatest)
  }
}
