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

  /// What ads spent and ran, by the authorizations' ids, from the snapshots that count.
  private func spending(
    _ chosen: String, _ keys: String, _ days: ClosedRange<Day>?
  ) throws -> [Int: Posts.Statement.Spending] {
    var conditions = Conditions(["agreements": keys])
    conditions.add("first_day >= :first", "first", days?.lowerBound.number)
    conditions.add("last_day <= :last", "last", days?.upperBound.number)
    let joined = """
      FROM metrics JOIN ads ON ads.id = metrics.ad
      WHERE counted AND ads.authorization IN (\(chosen)) AND \(conditions.sql)
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
    var daysRun: [Int: Set<Int>] = [:]
    let ranges = try rows(
      """
      SELECT DISTINCT ads.authorization, first_day, last_day \(joined)
        AND (spend <> 0 OR impressions <> 0)
      """, conditions.arguments
    ) { (id: try $0.next() as Int, first: try $0.next() as Int, last: try $0.next() as Int) }
    for (id, first, last) in ranges {
      // A report over several days does not say which of them; all are taken.
      daysRun[id, default: []].formUnion(first...min(last, first + Self.mostDays))
    }
    for (id, days) in daysRun {
      spending[id, default: Posts.Statement.Spending()].daysRun = days.count
    }
    return spending
  }

  /// A report over more days than codes can last is no reason to count for ever.
  private static let mostDays = 2 * Authorization.mostDays
}
