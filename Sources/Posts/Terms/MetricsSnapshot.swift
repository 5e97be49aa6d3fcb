/// What one report says of one ad on one day, or over several days.
public struct MetricsSnapshot: Equatable, Sendable {
  /// The ad that the figures belong to.
  public var ad: Subject
  /// The first day that the figures cover.
  public var firstDay: Day
  /// The same as the first for a report by day.
  public var lastDay: Day
  /// The sums over the days.
  public var figures: AdFigures
  /// The report it came from: the one read later wins for the same days. Counted up by the library.
  public var importNumber: Int

  /// An ad of ours, or one that runs without an authorization.
  public enum Subject: Hashable, Sendable {
    /// An ad that shows a post of the library.
    case spark(Key<Ad>)
    /// An ad without a post, kept to compare with.
    case standard(Key<StandardAd>)
  }

  public init(
    ad: Subject, firstDay: Day, lastDay: Day, figures: AdFigures, importNumber: Int
  ) {
    self.ad = ad
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.figures = figures
    self.importNumber = importNumber
  }

  /// Days it covers, at least 1.
  public var dayCount: Int { lastDay.number - firstDay.number + 1 }

  /// Which snapshots of one ad are counted, so that no day is counted twice.
  ///
  /// Those that together cover the most days without overlapping; among equals the newer reports,
  /// and then the finer ones. A report by day and a monthly sum of the same days are never added.
  /// - Parameter snapshots: all of one ad, in any order.
  /// - Returns: indices into `snapshots`, ascending.
  public static func counted(among snapshots: [MetricsSnapshot]) -> [Int] {
    // Weighted interval scheduling: the best choice up to each snapshot, sorted by last days.
    let order = snapshots.indices.sorted { left, right in
      let (a, b) = (snapshots[left], snapshots[right])
      return (a.lastDay, a.firstDay, a.importNumber, left)
        < (b.lastDay, b.firstDay, b.importNumber, right)
    }
    var best = [Choice()]
    // For each snapshot, in order: the choice before it, when it is taken.
    var before: [Int?] = []
    for (position, index) in order.enumerated() {
      let snapshot = snapshots[index]
      var low = 0
      var high = position
      // How many end before this one begins.
      while low < high {
        let middle = (low + high) / 2
        if snapshots[order[middle]].lastDay < snapshot.firstDay {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let with = best[low].adding(snapshot)
      let isTaken = best[position] < with
      best.append(isTaken ? with : best[position])
      before.append(isTaken ? low : nil)
    }
    var indices: [Int] = []
    var position = order.count
    while position > 0 {
      if let earlier = before[position - 1] {
        indices.append(order[position - 1])
        position = earlier
      } else {
        position -= 1
      }
    }
    return indices.sorted()
  }

  /// What a choice of snapshots covers.
  private struct Choice {
    var days = 0
    /// Import numbers weighed by days: newer reports win.
    var newness = 0
    var count = 0

    func adding(_ snapshot: MetricsSnapshot) -> Choice {
      Choice(
        days: days + snapshot.dayCount,
        newness: newness &+ snapshot.importNumber &* snapshot.dayCount, count: count + 1)
    }

    static func < (left: Choice, right: Choice) -> Bool {
      (left.days, left.newness, left.count) < (right.days, right.newness, right.count)
    }
  }
}

/// An ad of a brand that runs without a creator's authorization: what Spark Ads are compared with.
public struct StandardAd: Equatable, Sendable {
  /// Made of its name or TikTok's id.
  public let key: Key<StandardAd>
  public let brand: Key<Brand>
  public var tiktokID: String?
  public var name: String

  public init(key: Key<StandardAd>, brand: Key<Brand>, tiktokID: String?, name: String) {
    self.key = key
    self.brand = brand
    self.tiktokID = tiktokID
    self.name = name
  }
}
