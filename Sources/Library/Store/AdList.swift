import GRDB
public import Posts

/// Which ads to list; everything that is nil does not matter.
public struct AdFilter: Equatable, Sendable {
  /// Only ads that are this far now; one whose code is over is ended.
  public var status: Ad.Status?
  /// Not over.
  public var isOpen: Bool?
  /// Only ads under codes for this brand.
  public var brand: Key<Brand>?
  /// Only ads of this creator's posts.
  public var creator: Key<Creator>?
  /// Only ads of this post.
  public var post: Key<Post>?
  /// Only ads under this code.
  public var authorization: Key<Authorization>?
  /// Only ads of this account.
  public var advertiser: Key<Advertiser>?
  /// The most lines; the newest stay.
  public var limit: Int?

  public init() {}
}

/// A line of `ad list`.
public struct AdSummary: Equatable, Sendable {
  /// The post that the ad shows.
  public var post: Key<Post>
  /// Who made the post; nil when nobody said.
  public var creator: Key<Creator>?
  /// The brand that the code was made for.
  public var brand: Key<Brand>
  /// The ad as it is recorded.
  public var ad: Ad
  /// What is true now: see `PostStory.stage(of:at:)`.
  public var stage: Ad.Stage
  /// The end of its authorization: by time, revocation or the post's removal.
  public var authorizationEnd: Moment?
  /// What the counted snapshots of all days spent; one amount a currency.
  public var spend: [Money]
  /// What the counted snapshots tell of them; nil when none does.
  public var impressions: Int?
}

extension LibraryReader {
  /// Newest plans first.
  public func ads(_ filter: AdFilter, at now: Moment) throws -> [AdSummary] {
    var conditions = Conditions(["now": now.seconds])
    conditions.add("posts.key = :post", "post", filter.post?.text)
    conditions.add("posts.creator = :creator", "creator", filter.creator?.text)
    conditions.add(
      "authorizations.key = :authorization", "authorization", filter.authorization?.text)
    conditions.add("authorizations.brand = :brand", "brand", filter.brand?.text)
    conditions.add("ads.advertiser = :advertiser", "advertiser", filter.advertiser?.text)
    let isOver = "(ads.stage = 'ended' OR coalesce(authorizations.ends <= :now, FALSE))"
    if let isOpen = filter.isOpen { conditions.add("\(isOpen ? "NOT " : "")\(isOver)") }
    switch filter.status {
    case .ended: conditions.add(isOver)
    case let status?:
      conditions.add("NOT \(isOver)")
      conditions.add("ads.stage = :status", "status", status.rawValue)
    case nil: break
    }
    let chosen = try rows(
      """
      SELECT posts.key, posts.creator, authorizations.brand, authorizations.ends,
        authorizations.closed, \(AdColumns.list)
      FROM ads JOIN authorizations ON authorizations.id = ads.authorization
      JOIN posts ON posts.id = ads.post WHERE \(conditions.sql) AND :now IS NOT NULL
      ORDER BY ads.id DESC \(Conditions.limit(filter.limit))
      """, conditions.arguments
    ) { columns in
      let post: Key<Post> = try columns.key()
      let creator: Key<Creator>? = try columns.keyIfAny()
      let brand: Key<Brand> = try columns.key()
      let end = try columns.momentIfAny()
      let closed = try columns.momentIfAny()
      let (id, ad) = try AdColumns.ad(&columns)
      var stage = ad.stage
      if ad.status != .ended, let end, now >= end {
        stage = .ended(.authorizationExpired, at: end)
      }
      let summary = AdSummary(
        post: post, creator: creator, brand: brand, ad: ad, stage: stage,
        authorizationEnd: end.map { min($0, closed ?? $0) }, spend: [], impressions: nil)
      return (id: id, summary: summary)
    }
    let ids = chosen.map(\.id)
    let runs = try StoryRows(db: db).runs(ofAds: ids)
    let totals = try totals(ofAds: ids)
    return chosen.map { id, summary in
      var summary = summary
      summary.ad.runs = runs[id] ?? []
      summary.spend = totals[id]?.spend ?? []
      summary.impressions = totals[id]?.impressions
      return summary
    }
  }

  /// The sums of what is counted, by the ads' ids.
  private func totals(ofAds ids: [Int]) throws -> [Int: (spend: [Money], impressions: Int?)] {
    var totals: [Int: (spend: [Money], impressions: Int?)] = [:]
    let found = try rows(
      """
      SELECT ad, sum(spend), currency, sum(impressions) FROM metrics
      WHERE counted AND ad IN (SELECT value FROM json_each(?)) GROUP BY ad, currency
      ORDER BY ad, currency
      """, [StoryRows.json(ids)]
    ) { (try $0.next() as Int, try $0.moneyIfAny(), try $0.next() as Int?) }
    for (id, money, impressions) in found {
      if let money { totals[id, default: ([], nil)].spend.append(money) }
      if let impressions {
        totals[id, default: ([], nil)].impressions =
          (totals[id]?.impressions ?? 0) + impressions
      }
    }
    return totals
  }
}
