/// Creators, templates or hooks in the order of what is sure about them.
///
/// Ordered by the lower end of the interval: an item is as good as its ads prove, so luck with few
/// views does not win, and nothing is shrunk towards a mean that nobody asked for. Items whose
/// interval overlaps the best one's are told to be indistinguishable from it. Overlap is a stricter
/// test than an interval of the difference (Schenker and Gentleman 2001, The American Statistician
/// 55, 182–186), which makes up for picking the best of many.
public struct Ranking: Equatable, Sendable {
  /// How sure it is that a group is the best.
  public enum Standing: String, Sendable {
    /// The first in the order.
    case best
    /// Its interval overlaps that of the first.
    case notDistinguishable
    /// Below the best by more than chance.
    case behind
    /// There is a value but no interval, so it takes no place.
    case notEnoughData
  }

  /// A group of ads that have the trait in common.
  public struct Item: Equatable, Sendable {
    /// What the ads have in common, such as the creator's key.
    public var name: String
    /// The ads of the group.
    public var ads: [AdResult]
    /// By `metric`.
    public var estimate: RateEstimate
    /// How it stands towards the first.
    public var standing: Standing
  }

  /// What the ads are grouped by.
  public var trait: AdResult.Trait
  /// What the groups are ranked by.
  public var metric: AdMetric
  /// Those with an interval first, then the others by name.
  public var items: [Item]
  /// Ads that do not have the trait, such as posts whose template is not known.
  public var adsWithout: Int

  /// - Parameter ads: of one brand, or the difference between brands is taken for the creators'.
  public init(of ads: [AdResult], by trait: AdResult.Trait, metric: AdMetric) {
    self.trait = trait
    self.metric = metric
    var groups: [String: [AdResult]] = [:]
    for ad in ads {
      if let name = ad.value(of: trait) { groups[name, default: []].append(ad) }
    }
    adsWithout = ads.count - groups.values.reduce(0) { $0 + $1.count }
    let names = groups.keys.sorted()
    let members = names.map { groups[$0] ?? [] }
    let estimates = RateEstimate.estimates(of: metric, in: members)
    items = names.indices.map { index in
      Item(
        name: names[index], ads: members[index], estimate: estimates[index],
        standing: .notEnoughData)
    }
    // Sorting is stable on names, which are already in order.
    items.sort { left, right in
      switch (left.estimate.interval, right.estimate.interval) {
      case (let one?, let other?):
        one.lower == other.lower ? left.name < right.name : one.lower > other.lower
      case (let one, let other):
        one == nil && other == nil ? left.name < right.name : one != nil
      }
    }
    // One alone is the best of nothing.
    guard items.count >= 2, items[1].estimate.interval != nil,
      let best = items[0].estimate.interval
    else { return }
    for index in items.indices {
      guard let interval = items[index].estimate.interval else { continue }
      items[index].standing =
        index == 0 ? .best : interval.overlaps(best) ? .notDistinguishable : .behind
    }
  }

  /// Whether the first item is better than all others that can be judged.
  public var hasWinner: Bool {
    items.contains { $0.standing == .best }
      && !items.contains { $0.standing == .notDistinguishable }
  }
}
