import GRDB
public import Posts

extension LibraryReader {
  /// The statement of each agreement, as of `now`, by key.
  ///
  /// - Parameter days: only what was spent on these days; all when nil. Fees and payments are
  ///   always whole.
  public func statements(
    creator: Key<Creator>?, brand: Key<Brand>?, agreement: Key<Agreement>?,
    days: ClosedRange<Day>?, at now: Moment
  ) throws -> [Posts.Statement] {
    let agreements = try agreements(
      where: """
        key = coalesce(?, key) AND brand = coalesce(?, brand) AND creator = coalesce(?, creator)
        """, [agreement?.text, brand?.text, creator?.text])
    let chosen = """
      SELECT id FROM authorizations WHERE agreement IN (SELECT value FROM json_each(:agreements))
      """
    let keys = try StoryRows.json(agreements.map(\.key.text))
    let spending = try spending(chosen, keys, days)
    let found = try rows(
      """
      SELECT authorizations.id, posts.key FROM authorizations
      JOIN posts ON posts.id = authorizations.post
      WHERE authorizations.id IN (\(chosen)) ORDER BY authorizations.id
      """, ["agreements": keys]
    ) { (id: try $0.next() as Int, post: try $0.key() as Key<Post>) }
    let authorizations = try StoryRows(db: db).authorizations(ids: found.map(\.id))
    var parts: [Key<Agreement>: [Part]] = [:]
    for (id, post) in found {
      let authorization = try authorizations[id].required()
      guard let key = authorization.agreement else { continue }
      parts[key, default: []].append(
        (post, authorization, spending[id] ?? Posts.Statement.Spending()))
    }
    return agreements.map { agreement in
      Posts.Statement(of: agreement, authorizations: parts[agreement.key] ?? [], at: now)
    }
  }

  private typealias Part = (
    post: Key<Post>, authorization: Authorization, spending: Posts.Statement.Spending
  )

  /// What ads spent and ran, by the authorizations' ids.
  ///
  /// - Parameter days: then it is decided anew what is counted, among what lies within them.
  private func spending(
    _ chosen: String, _ keys: String, _ days: ClosedRange<Day>?
  ) throws -> [Int: Posts.Statement.Spending] {
    var conditions = Conditions(["agreements": keys])
    if days == nil { conditions.add("counted") }
    conditions.add("first_day >= :first", "first", days?.lowerBound.number)
    conditions.add("last_day <= :last", "last", days?.upperBound.number)
    if days != nil {
      let ids = try countedRows(chosen, conditions)
      conditions = Conditions(["agreements": keys])
      conditions.add(
        "metrics.id IN (SELECT value FROM json_each(:rows))", "rows", try StoryRows.json(ids))
    }
    // Ads outside, in the order of their index: then nothing has to be sorted.
    let joined = """
      FROM ads CROSS JOIN metrics ON metrics.ad = ads.id
      WHERE ads.authorization IN (\(chosen)) AND \(conditions.sql)
      """
    var spending: [Int: Posts.Statement.Spending] = [:]
    for sum in try rows(
      """
      SELECT ads.authorization, sum(spend), min(currency), max(currency),
        count(DISTINCT CASE WHEN \(Self.happened) THEN first_day END),
        coalesce(max(first_day < last_day AND (\(Self.happened))), 0)
      \(joined) GROUP BY ads.authorization
      """, conditions.arguments, { try Sum(&$0) })
    {
      spending[sum.authorization] = Posts.Statement.Spending(
        spend: sum.isInSeveralCurrencies
          ? try spend(of: sum.authorization, conditions) : sum.spend.map { [$0] } ?? [],
        daysRun: sum.hasRanges ? try daysRun(of: sum.authorization, conditions) : sum.days)
    }
    return spending
  }

  /// What the ads of an authorization come to, as far as one row can say it.
  private struct Sum {
    var authorization: Int
    var spend: Money?
    var isInSeveralCurrencies: Bool
    var days: Int
    /// Whether some rows tell of several days.
    var hasRanges: Bool

    init(_ columns: inout Columns) throws {
      authorization = try columns.next()
      spend = try columns.moneyIfAny()
      let lastCurrency: String? = try columns.next()
      isInSeveralCurrencies = spend?.currency != lastCurrency
      days = try columns.next()
      hasRanges = try columns.next()
    }
  }

  private static let happened = "spend <> 0 OR impressions <> 0"

  /// The rows that count among those that fulfil the conditions.
  private func countedRows(_ chosen: String, _ conditions: Conditions) throws -> [Int] {
    let found = try rows(
      """
      SELECT metrics.id, ads.key, first_day, last_day, report
      FROM metrics JOIN ads ON ads.id = metrics.ad
      WHERE ads.authorization IN (\(chosen)) AND \(conditions.sql)
      """, conditions.arguments
    ) { columns in
      let id: Int = try columns.next()
      let snapshot = MetricsSnapshot(
        ad: .spark(try columns.key()), firstDay: Day(number: try columns.next()),
        lastDay: Day(number: try columns.next()), figures: AdFigures(),
        importNumber: try columns.next())
      return (id: id, snapshot: snapshot)
    }
    return Dictionary(grouping: found, by: \.snapshot.ad).values.flatMap { ad in
      MetricsSnapshot.counted(among: ad.map(\.snapshot)).map { ad[$0].id }
    }
  }

  /// One amount a currency. Rare, so it is only looked at closely where there are several.
  private func spend(of authorization: Int, _ conditions: Conditions) throws -> [Money] {
    var conditions = conditions
    conditions.add("ads.authorization = :authorization", "authorization", authorization)
    return try rows(
      """
      SELECT sum(spend), currency FROM ads JOIN metrics ON metrics.ad = ads.id
      WHERE \(conditions.sql) AND currency IS NOT NULL AND :agreements IS NOT NULL
      GROUP BY currency ORDER BY currency
      """, conditions.arguments
    ) { try $0.moneyIfAny().required() }
  }

  /// On how many days there was something. A report over several days does not say which of them;
  /// all are taken.
  private func daysRun(of authorization: Int, _ conditions: Conditions) throws -> Int {
    var conditions = conditions
    conditions.add("ads.authorization = :authorization", "authorization", authorization)
    let ranges = try rows(
      """
      SELECT DISTINCT first_day, last_day FROM ads JOIN metrics ON metrics.ad = ads.id
      WHERE \(conditions.sql) AND (\(Self.happened)) AND :agreements IS NOT NULL
      """, conditions.arguments
    ) { (first: try $0.next() as Int, last: try $0.next() as Int) }
    return ranges.reduce(into: Set<Int>()) { days, range in
      days.formUnion(range.first...min(range.last, range.first + Self.mostDays))
    }.count
  }

  /// A report over more days than codes can last is no reason to count for ever.
  private static let mostDays = 2 * Authorization.mostDays
}
