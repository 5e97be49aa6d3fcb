import GRDB
public import Posts

extension LibraryReader {
  /// nil when there is no such post.
  public func story(of post: Key<Post>) throws -> PostStory? {
    try StoryRows(db: db).stories(where: "posts.key = ?", [post.text]).first
  }

  /// In the order of `posts`; those that are not there are left out.
  public func stories(of posts: [Key<Post>]) throws -> [PostStory] {
    let found = try StoryRows(db: db).stories(
      where: "posts.key IN (SELECT value FROM json_each(?))",
      [StoryRows.json(posts.map(\.text))])
    let byKey = Dictionary(uniqueKeysWithValues: found.map { ($0.post.key, $0) })
    return posts.compactMap { byKey[$0] }
  }

  /// The keys of all posts, noted and drawn.
  public func postKeys() throws -> Set<String> {
    Set(try String.fetchAll(db, sql: "SELECT key FROM posts"))
  }

  /// The post with TikTok's id, whether it is still there or removed.
  public func post(itemID: String) throws -> Key<Post>? {
    try key("SELECT key FROM posts WHERE item_id = ?", [itemID])
  }

  /// The newest version of a post that was drawn under a key: `key` itself, or a later version.
  public func newestVersion(of key: Key<Post>) throws -> Key<Post>? {
    try self.key(
      """
      WITH RECURSIVE versions (key, version) AS (
        SELECT key, version FROM posts WHERE key = ?
        UNION SELECT posts.key, posts.version FROM posts JOIN versions
          ON posts.previous = versions.key)
      SELECT key FROM versions ORDER BY version DESC, key LIMIT 1
      """, [key.text])
  }

  /// The post that an authorization belongs to.
  public func post(of authorization: Key<Authorization>) throws -> Key<Post>? {
    try key(
      """
      SELECT posts.key FROM authorizations JOIN posts ON posts.id = authorizations.post
      WHERE authorizations.key = ?
      """, [authorization.text])
  }

  /// The post that an ad runs on.
  public func post(of ad: Key<Ad>) throws -> Key<Post>? {
    try key(
      "SELECT posts.key FROM ads JOIN posts ON posts.id = ads.post WHERE ads.key = ?", [ad.text])
  }

  // MARK: - Events

  /// Everything that happened to a post, oldest first.
  public func events(of post: Key<Post>) throws -> [Recorded<PostEvent>] {
    try EventRows(db: db).recorded(of: .post, post.text, as: PostEvent.self)
  }

  /// Everything that happened to an agreement, oldest first.
  public func events(of agreement: Key<Agreement>) throws -> [Recorded<AgreementEvent>] {
    try EventRows(db: db).recorded(of: .agreement, agreement.text, as: AgreementEvent.self)
  }

  /// The whole log, newest first.
  public func log(limit: Int) throws -> [LoggedEvent] {
    try rows(
      """
      SELECT id, subject_kind, subject, kind, at, by, command, event FROM events
      ORDER BY id DESC LIMIT ?
      """, [max(0, limit)]
    ) { columns in
      LoggedEvent(
        number: try columns.next(), subjectKind: try columns.next(), subject: try columns.next(),
        kind: try columns.next(), at: try columns.moment(), by: try columns.next(),
        command: try columns.next(), json: try columns.next())
    }
  }
}

/// A line of the log: what happened, to what, under which circumstances.
public struct LoggedEvent: Equatable, Sendable {
  /// Counted up over the whole library.
  public var number: Int
  /// `post`, `agreement`, `creator`, `brand`, `advertiser`, `report`.
  public var subjectKind: String
  /// What it is about, by its key.
  public var subject: String
  /// The event's name: `published`, `issued`, `paid`, `saved` …
  public var kind: String
  /// When it was written down.
  public var at: Moment
  /// The person's name on the machine.
  public var by: String
  /// Such as `code add`; never its arguments.
  public var command: String
  /// All of it; never holds a code.
  public var json: String
}
