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
    let joined = """
      FROM metrics JOIN ads ON ads.id = metrics.ad
      WHERE ads.authorization IN (\(chosen)) AND \(conditions.sql)
      """
    var spending: [Int: Posts.Statement.Spending] = [:]
    let sums = try rows(
      """
      SELECT ads.authorization, sum(spend), currency \(joined) AND currency IS NOT NULL
      GROUP BY ads.authorization, currency ORDER BY currency
      """, conditions.arguments
    ) { (id: try $0.next() as Int, money: try $0.moneyIfAny()) }
    for (id, money) in sums {
      if let money { spending[id, default: Posts.Statement.Spending()].spend.append(money) }
    }
    for (id, count) in try daysRun(joined, conditions.arguments) {
      spending[id, default: Posts.Statement.Spending()].daysRun = count
    }
    return spending
  }

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

  /// On how many days there was spend or an impression, by the authorizations' ids.
  private func daysRun(_ joined: String, _ arguments: StatementArguments) throws -> [Int: Int] {
    let happened = "AND (spend <> 0 OR impressions <> 0)"
    var counts: [Int: Int] = [:]
    for (id, count) in try rows(
      """
      SELECT ads.authorization, count(DISTINCT first_day) \(joined) \(happened)
      GROUP BY ads.authorization
      """, arguments, { (try $0.next() as Int, try $0.next() as Int) })
    {
      counts[id] = count
    }
    // A report over several days does not say which of them; all are taken. Rare, so it is only
    // looked at closely where there is one.
    var days: [Int: Set<Int>] = [:]
    let ranges = try rows(
      """
      SELECT DISTINCT ads.authorization, first_day, last_day \(joined) \(happened)
      AND ads.authorization IN (
        SELECT ads.authorization \(joined) AND first_day < last_day)
      """, arguments
    ) { (id: try $0.next() as Int, first: try $0.next() as Int, last: try $0.next() as Int) }
    for (id, first, last) in ranges {
      days[id, default: []].formUnion(first...min(last, first + Self.mostDays))
    }
    for (id, days) in days { counts[id] = days.count }
    return counts
  }

  /// A report over more days than codes can last is no reason to count for ever.
  private static let mostDays = 2 * Authorization.mostDays
}
