import Foundation
import GRDB
public import Posts

/// Whose results, of which days.
public struct ResultFilter: Equatable, Sendable {
  /// Only ads of this brand, Spark or standard.
  public var brand: Key<Brand>?
  /// Only ads of this creator's posts; standard ads have none and stay.
  public var creator: Key<Creator>?
  /// Only rows about these days.
  public var days: ClosedRange<Day>?
  /// Only this one.
  public var ad: Key<Ad>?

  public init() {}
}

extension LibraryReader {
  /// What each ad did that has figures, Spark or standard, with the rows that are counted.
  ///
  /// Spark Ads come before standard ones, each by key.
  public func results(_ filter: ResultFilter) throws -> [AdResult] {
    var conditions = Conditions()
    conditions.add("authorizations.brand = :brand", "brand", filter.brand?.text)
    conditions.add("posts.creator = :creator", "creator", filter.creator?.text)
    conditions.add("ads.key = :ad", "ad", filter.ad?.text)
    let spark = try rows(
      """
      SELECT ads.id, ads.key, ads.name, authorizations.brand, posts.key, posts.creator,
        posts.template, (SELECT words FROM slides WHERE post = posts.id AND number = 0)
      FROM ads JOIN authorizations ON authorizations.id = ads.authorization
      JOIN posts ON posts.id = ads.post
      WHERE \(conditions.sql) AND EXISTS (SELECT 1 FROM metrics WHERE ad = ads.id)
      ORDER BY ads.key
      """, conditions.arguments, { try Self.sparkResult(&$0) })
    let sparkSnapshots = try snapshots(
      "ad", of: StoryRows.json(spark.map(\.id)),
      subjects: Dictionary(uniqueKeysWithValues: spark.map { ($0.id, $0.result.subject) }))
    let standardAds = filter.ad == nil ? try standardAds(of: filter.brand) : []
    let standardSnapshots = try snapshots(
      "standard_ad", of: StoryRows.json(standardAds.map(\.key.text)),
      subjects: Dictionary(
        uniqueKeysWithValues: standardAds.map {
          ($0.key.text, MetricsSnapshot.Subject.standard($0.key))
        }))
    let sparkResults = spark.compactMap { id, result in
      AdResult(
        subject: result.subject, name: result.name, brand: result.brand, post: result.post,
        creator: result.creator, template: result.template, hook: result.hook,
        snapshots: sparkSnapshots[id] ?? [], within: filter.days)
    }
    let standardResults = standardAds.compactMap { ad in
      standardSnapshots[ad.key.text].map { snapshots in
        AdResult(
          subject: .standard(ad.key), name: ad.name, brand: ad.brand, snapshots: snapshots,
          within: filter.days)
      }
    }
    return (sparkResults + standardResults).filter { !$0.rows.isEmpty || $0.cutRows > 0 }
  }

  /// By their names; of all brands when nil.
  public func standardAds(of brand: Key<Brand>?) throws -> [StandardAd] {
    try rows(
      """
      SELECT key, brand, tiktok_id, name FROM standard_ads
      WHERE brand = coalesce(?, brand) ORDER BY name, key
      """, [brand?.text]
    ) {
      StandardAd(
        key: try $0.key(), brand: try $0.key(), tiktokID: try $0.next(), name: try $0.next())
    }
  }

  /// Which ad has an id at TikTok.
  public func subject(tiktokID: String) throws -> MetricsSnapshot.Subject? {
    if let key: Key<Ad> = try key("SELECT key FROM ads WHERE tiktok_id = ?", [tiktokID]) {
      return .spark(key)
    }
    let key: Key<StandardAd>? = try key(
      "SELECT key FROM standard_ads WHERE tiktok_id = ?", [tiktokID])
    return key.map { .standard($0) }
  }

  /// Ads of a name, for reports whose ids were rounded away; letter case counts.
  public func subjects(
    named name: String, brand: Key<Brand>? = nil
  ) throws -> [MetricsSnapshot.Subject] {
    let spark = try rows(
      """
      SELECT ads.key FROM ads JOIN authorizations ON authorizations.id = ads.authorization
      WHERE ads.name = ? AND brand = coalesce(?, brand) ORDER BY ads.key
      """, [name, brand?.text]
    ) { MetricsSnapshot.Subject.spark(try $0.key()) }
    let standard = try rows(
      """
      SELECT key FROM standard_ads WHERE name = ? AND brand = coalesce(?, brand) ORDER BY key
      """, [name, brand?.text]
    ) { MetricsSnapshot.Subject.standard(try $0.key()) }
    return spark + standard
  }

  /// The number of a report that was imported before, by the SHA-256 of its bytes.
  public func reportNumber(sha256: String) throws -> Int? {
    try rows("SELECT number FROM reports WHERE sha256 = ?", [sha256]) { try $0.next() as Int }.first
  }

  // MARK: - Rows

  private static func sparkResult(
    _ columns: inout Columns
  ) throws -> (id: Int, result: AdResult) {
    let id: Int = try columns.next()
    let key: Key<Ad> = try columns.key()
    return (
      id,
      AdResult(
        subject: .spark(key), name: try columns.next(), brand: try columns.key(),
        post: try columns.keyIfAny(), creator: try columns.keyIfAny(),
        template: try columns.next(), hook: try columns.hook(), snapshots: [])
    )
  }

  /// All of some ads, by the column's value, in the order of their days.
  private func snapshots<ID: Hashable & DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String, of json: String, subjects: [ID: MetricsSnapshot.Subject]
  ) throws -> [ID: [MetricsSnapshot]] {
    var snapshots: [ID: [MetricsSnapshot]] = [:]
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(column), first_day, last_day, report, \(FigureColumns.list) FROM metrics
          WHERE \(column) IN (SELECT value FROM json_each(?))
          ORDER BY \(column), first_day, last_day, report
          """), arguments: [json])
    while let row = try cursor.next() {
      var columns = Columns(row)
      let id: ID = try columns.next()
      let firstDay = Day(number: try columns.next())
      let lastDay = Day(number: try columns.next())
      let number: Int = try columns.next()
      snapshots[id, default: []].append(
        MetricsSnapshot(
          ad: try subjects[id].required(), firstDay: firstDay, lastDay: lastDay,
          figures: try FigureColumns.figures(&columns), importNumber: number))
    }
    return snapshots
  }
}

extension Columns {
  /// The words of a first slide; nil when there are none.
  fileprivate mutating func hook() throws -> String? {
    let words: String? = try next()
    return words.flatMap { $0.isEmpty ? nil : $0 }
  }
}
