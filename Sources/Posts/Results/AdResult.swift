/// What one ad did over the days of a report, and what it was about.
public struct AdResult: Equatable, Sendable {
  /// Whether the ad is a Spark ad or a standard ad.
  public enum Kind: String, CaseIterable, Sendable {
    /// Runs on a creator's post, by an authorization.
    case spark
    /// An In-Feed ad without one; somebody said that it is.
    case standard
  }

  /// What a report ranks Spark Ads by.
  public enum Trait: String, CaseIterable, Sendable {
    /// What ads are grouped by: who made the post, or the template it was drawn with.
    case creator, template
    /// The words of the first slide.
    case hook
  }

  /// The ad that the figures belong to.
  public var subject: MetricsSnapshot.Subject
  /// What reports call the ad.
  public var name: String
  /// The brand that paid for it.
  public var brand: Key<Brand>
  /// nil for a standard ad, as the three after it.
  public var post: Key<Post>?
  /// Who made the post; nil for standard ads.
  public var creator: Key<Creator>?
  /// The template that the post was drawn with; nil when it was made elsewhere.
  public var template: String?
  /// The words on the post's first slide.
  public var hook: String?
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
    subject: MetricsSnapshot.Subject, name: String, brand: Key<Brand>, post: Key<Post>? = nil,
    creator: Key<Creator>? = nil, template: String? = nil, hook: String? = nil,
    snapshots: [MetricsSnapshot], within days: ClosedRange<Day>? = nil
  ) {
    self.subject = subject
    self.name = name
    self.brand = brand
    self.post = post
    self.creator = creator
    self.template = template
    self.hook = hook
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

  /// Whether it is a Spark ad or a standard ad.
  public var kind: Kind {
    switch subject {
    case .spark: .spark
    case .standard: .standard
    }
  }

  /// nil when it is not known; `@` before a creator's handle.
  public func value(of trait: Trait) -> String? {
    switch trait {
    case .creator: creator.map { "@\($0)" }
    case .template: template
    // A slide without words has no hook.
    case .hook: hook.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
  }
}
