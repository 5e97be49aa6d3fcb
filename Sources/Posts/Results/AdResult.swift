/// What one ad did over the days of a report, and what it was about.
public struct AdResult: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Runs on a creator's post, by an authorization.
    case spark
    /// An In-Feed ad that was made in Ads Manager; somebody said that it is one.
    case standard
  }

  /// What a report ranks ads by.
  public enum Trait: String, CaseIterable, Sendable {
    case creator, template
    /// The words of the first slide.
    case hook
  }

  /// Unique within a report.
  public var key: String
  public var name: String
  public var kind: Kind
  public var brand: String?
  public var traits: [Trait: String]
  /// What is counted, in the order of their days; no day is covered twice.
  public var rows: [MetricsSnapshot]
  /// Left out because other rows tell their days.
  public var repeatedRows: Int
  /// Left out because they lie only partly within the report's days: half a row cannot be told.
  public var cutRows: Int

  /// - Parameters:
  ///   - snapshots: all of this ad, in any order.
  ///   - days: of the report; nil for all.
  public init(
    key: String, name: String, kind: Kind, brand: String? = nil, traits: [Trait: String] = [:],
    snapshots: [MetricsSnapshot], within days: ClosedRange<Day>? = nil
  ) {
    self.key = key
    self.name = name
    self.kind = kind
    self.brand = brand
    self.traits = traits
    let inside = snapshots.filter { snapshot in
      days.map { $0.contains(snapshot.firstDay) && $0.contains(snapshot.lastDay) } ?? true
    }
    let touching = snapshots.filter { snapshot in
      days.map { snapshot.firstDay <= $0.upperBound && snapshot.lastDay >= $0.lowerBound } ?? true
    }
    rows = MetricsSnapshot.counted(among: inside).map { inside[$0] }
    rows.sort { $0.firstDay < $1.firstDay }
    repeatedRows = inside.count - rows.count
    cutRows = touching.count - inside.count
  }
}
