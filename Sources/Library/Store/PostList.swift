import GRDB
public import Posts

/// Which posts to list; everything that is nil does not matter.
public struct PostFilter: Equatable, Sendable {
  /// With an authorization that is valid now, or without one.
  public var isAuthorized: Bool?
  /// Only posts that are this far.
  public var stage: Stage?
  /// Only posts of this creator.
  public var creator: Key<Creator>?
  /// With an authorization or agreement of this brand, whatever its state.
  public var brand: Key<Brand>?
  /// Only posts with this tag.
  public var tag: String?
  /// Only posts drawn from this template.
  public var template: String?
  /// The most lines; the newest stay.
  public var limit: Int?

  /// How far a post is: made, at TikTok, or no longer there.
  public enum Stage: String, CaseIterable, Sendable { case draft, published, removed }

  public init() {}
}

/// A line of `post list`.
public struct PostSummary: Equatable, Sendable {
  /// The post's key, as its folder is called.
  public var key: Key<Post>
  /// Who made it; nil when nobody said.
  public var creator: Key<Creator>?
  /// How far it is.
  public var stage: PostFilter.Stage
  /// nil when it was not drawn from one.
  public var template: String?
  /// 0 when it was not drawn here.
  public var slideCount: Int
  public var version: Int
  /// Perhaps empty.
  public var caption: String
  public var tags: [String]
  /// TikTok's id; nil before it is published.
  public var itemID: String?
  /// The address at TikTok; nil when it is not known.
  public var url: String?
  /// When it was drawn or noted first.
  public var created: Moment
  /// nil before it is published.
  public var published: Moment?
  /// Authorizations that are valid now.
  public var validCodes: Int
  /// The earliest end among them.
  public var earliestEnd: Moment?
  /// Ads that are not over.
  public var openAds: Int
}

extension LibraryReader {
  /// Newest first.
  public func posts(_ filter: PostFilter, at now: Moment) throws -> [PostSummary] {
    var conditions = Conditions(["now": now.seconds])
    conditions.add("p.stage = :stage", "stage", filter.stage?.rawValue)
    conditions.add("p.creator = :creator", "creator", filter.creator?.text)
    conditions.add("p.template = :template", "template", filter.template)
    conditions.add("p.id IN (SELECT post FROM tags WHERE tag = :tag)", "tag", filter.tag)
    conditions.add(
      "p.id IN (SELECT post FROM authorizations WHERE brand = :brand)", "brand",
      filter.brand?.text)
    if let isAuthorized = filter.isAuthorized {
      conditions.add("u.valid IS \(isAuthorized ? "NOT NULL" : "NULL")")
    }
    let tags = try tagsByPost()
    return try rows(
      """
      SELECT p.id, p.key, p.creator, p.stage, p.template, coalesce(s.n, 0),
        coalesce(p.version, 1), p.caption, p.item_id, p.url, p.added, p.published,
        coalesce(u.valid, 0), u.first_end, coalesce(o.n, 0)
      FROM posts AS p
      LEFT JOIN (SELECT post, count(*) AS n FROM slides GROUP BY post) AS s ON s.post = p.id
      LEFT JOIN (
        SELECT post, count(*) AS valid, min(ends) AS first_end FROM authorizations
        WHERE stage = 'granted' AND ends > :now GROUP BY post) AS u ON u.post = p.id
      LEFT JOIN (
        SELECT ads.post AS post, count(*) AS n FROM ads
        JOIN authorizations AS a ON a.id = ads.authorization
        WHERE ads.stage <> 'ended' AND a.ends > :now GROUP BY ads.post) AS o ON o.post = p.id
      WHERE \(conditions.sql) ORDER BY p.added DESC, p.key \(Conditions.limit(filter.limit))
      """, conditions.arguments
    ) { columns in
      let id: Int = try columns.next()
      return PostSummary(
        key: try columns.key(), creator: try columns.keyIfAny(), stage: try columns.choice(),
        template: try columns.next(), slideCount: try columns.next(),
        version: try columns.next(), caption: try columns.next(), tags: tags[id] ?? [],
        itemID: try columns.next(), url: try columns.next(), created: try columns.moment(),
        published: try columns.momentIfAny(), validCodes: try columns.next(),
        earliestEnd: try columns.momentIfAny(), openAds: try columns.next())
    }
  }

  /// All tags in use, with how many posts have each.
  public func tags() throws -> [(tag: String, count: Int)] {
    try rows("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag") {
      (tag: try $0.next(), count: try $0.next())
    }
  }

  /// Sorted, by the posts' ids.
  private func tagsByPost() throws -> [Int: [String]] {
    var tags: [Int: [String]] = [:]
    for (id, tag) in try rows(
      "SELECT post, tag FROM tags", [], { (try $0.next() as Int, try $0.next() as String) })
    {
      tags[id, default: []].append(tag)
    }
    return tags.mapValues { $0.count > 1 ? $0.sorted() : $0 }
  }
}
