public import Library
public import Posts

/// Which ads to list, in a user's words.
public struct AdQuery: Sendable {
  public var brand: String?
  public var creator: String?
  public var post: String?
  public var advertiser: String?
  public var status: Ad.Status?
  public var isOpen = false
  public var limit: Int?

  public init() {}

  /// Newest plans first.
  public func ads(in store: LibraryStore, at now: Moment) throws -> [AdSummary] {
    try store.read { reader in
      var filter = AdFilter()
      filter.brand = try brand.map { try reader.brand(named: $0).key }
      filter.creator = try creator.map { try reader.creator(named: $0).key }
      filter.post = try post.map { try reader.post(named: $0) }
      filter.advertiser = try advertiser.map { try reader.advertiser(named: $0).key }
      filter.status = status
      filter.isOpen = isOpen ? true : nil
      filter.limit = limit
      return try reader.ads(filter, at: now)
    }
  }
}

/// All that is known of one ad.
public struct AdDossier: Sendable {
  public var record: AdRecord
  /// nil without figures.
  public var result: AdResult?

  public init(of name: String, in store: LibraryStore, at now: Moment) throws {
    (record, result) = try store.read { reader in
      let (story, ad) = try reader.ad(named: name)
      let record = try AdRecord(ad.key, in: story, at: now)
      var filter = ResultFilter()
      filter.ad = ad.key
      return (record, try reader.results(filter).first)
    }
  }
}

extension AdFigures {
  /// Counts added up, unknown ones left out; spend only of one currency.
  public static func total(of rows: [AdFigures]) -> AdFigures {
    var total = AdFigures()
    for path in counts {
      let known = rows.compactMap { $0[keyPath: path] }
      if !known.isEmpty { total[keyPath: path] = known.reduce(0) { $0.addingSaturated($1) } }
    }
    // Reach counts people, who come again another day.
    if rows.count != 1 { total.reach = nil }
    let spend = spend(of: rows)
    if spend.count == 1 { total.spend = spend[0] }
    return total
  }

  /// One sum a currency, by their codes.
  public static func spend(of rows: [AdFigures]) -> [Money] {
    var sums: [String: Int] = [:]
    for money in rows.compactMap(\.spend) {
      sums[money.currency] = (sums[money.currency] ?? 0).addingSaturated(money.minorUnits)
    }
    return sums.keys.sorted().map { Money(minorUnits: sums[$0] ?? 0, currency: $0) }
  }

  /// Every count, in the order of the type.
  package static var counts: [WritableKeyPath<AdFigures, Int?>] {
    [
      \.impressions, \.reach, \.clicks, \.destinationClicks, \.videoViews, \.views2s, \.views6s,
      \.focusedViews6s, \.completions, \.likes, \.comments, \.shares, \.follows, \.profileVisits,
      \.conversions,
    ]
  }
}
