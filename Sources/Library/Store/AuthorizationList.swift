import GRDB
public import Posts

/// Which authorizations to list; everything that is nil does not matter.
public struct AuthorizationFilter: Equatable, Sendable {
  /// Valid now: issued, shared or applied.
  public var isUsable: Bool?
  /// Valid now and over before this moment.
  public var endsBefore: Moment?
  /// Ended by time, after this moment.
  public var endedAfter: Moment?
  /// Only those that are this far now.
  public var status: Authorization.Status?
  /// Only those for this brand.
  public var brand: Key<Brand>?
  /// Only those of this creator's posts.
  public var creator: Key<Creator>?
  /// Only those of this post.
  public var post: Key<Post>?
  /// Only those under this agreement.
  public var agreement: Key<Agreement>?
  /// The account that uses it.
  public var advertiser: Key<Advertiser>?
  /// The most lines.
  public var limit: Int?

  public init() {}
}

/// A line of `code list`: an authorization with what it hangs on.
public struct AuthorizationSummary: Equatable, Sendable {
  /// The post that the code is for.
  public var post: Key<Post>
  /// Who made the post; nil when nobody said.
  public var creator: Key<Creator>?
  /// The post's address at TikTok; nil when it is not known.
  public var url: String?
  /// The authorization as it is recorded.
  public var authorization: Authorization
}

extension LibraryReader {
  /// Those that end first come first; requests by age before them, what is over after them.
  public func authorizations(
    _ filter: AuthorizationFilter, at now: Moment
  ) throws -> [AuthorizationSummary] {
    var conditions = Conditions(["now": now.seconds])
    conditions.add("posts.key = :post", "post", filter.post?.text)
    conditions.add("posts.creator = :creator", "creator", filter.creator?.text)
    conditions.add("a.brand = :brand", "brand", filter.brand?.text)
    conditions.add("a.agreement = :agreement", "agreement", filter.agreement?.text)
    conditions.add(
      """
      (SELECT advertiser FROM applications WHERE authorization = a.id AND refusal IS NULL
        ORDER BY number LIMIT 1) = :advertiser
      """, "advertiser", filter.advertiser?.text)
    if let before = filter.endsBefore {
      conditions.add("a.stage = 'granted' AND a.ends > :now")
      conditions.add("a.ends < :before", "before", before.seconds)
    }
    if let after = filter.endedAfter {
      conditions.add("a.stage = 'granted' AND a.ends <= :now")
      conditions.add("a.ends > :after", "after", after.seconds)
    }
    if let isUsable = filter.isUsable {
      conditions.add("(a.stage = 'granted' AND a.ends > :now) = \(isUsable ? 1 : 0)")
    }
    if let status = filter.status { conditions.add(Self.condition(for: status)) }
    // 0 for requests, 1 for what is valid, 2 for what is over.
    let chosen = try rows(
      """
      SELECT a.id, posts.key, posts.creator, posts.url,
        CASE WHEN a.stage = 'requested' THEN 0
          WHEN a.stage = 'granted' AND a.ends > :now THEN 1 ELSE 2 END AS part
      FROM authorizations AS a JOIN posts ON posts.id = a.post
      WHERE \(conditions.sql)
      ORDER BY part, coalesce(a.requested, a.ends, a.closed), a.key
      \(Conditions.limit(filter.limit))
      """, conditions.arguments
    ) { columns in
      (
        id: try columns.next() as Int, post: try columns.key() as Key<Post>,
        creator: try columns.keyIfAny() as Key<Creator>?, url: try columns.next() as String?
      )
    }
    let found = try StoryRows(db: db).authorizations(ids: chosen.map(\.id))
    return try chosen.map { line in
      AuthorizationSummary(
        post: line.post, creator: line.creator, url: line.url,
        authorization: try found[line.id].required())
    }
  }

  /// As `Authorization.status(at:)` says; a test holds the two together.
  private static func condition(for status: Authorization.Status) -> String {
    let isValid = "a.stage = 'granted' AND a.ends > :now"
    let isApplied =
      "EXISTS (SELECT 1 FROM applications WHERE authorization = a.id AND refusal IS NULL)"
    let isShared = "EXISTS (SELECT 1 FROM shares WHERE authorization = a.id)"
    return switch status {
    case .requested, .withdrawn, .revoked, .void: "a.stage = '\(status.rawValue)'"
    case .expired: "a.stage = 'granted' AND a.ends <= :now"
    case .applied: "\(isValid) AND \(isApplied)"
    case .shared: "\(isValid) AND \(isShared) AND NOT \(isApplied)"
    case .issued: "\(isValid) AND NOT \(isShared) AND NOT \(isApplied)"
    }
  }
}
