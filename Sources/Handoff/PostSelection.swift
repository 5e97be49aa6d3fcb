public import Diagnostics
public import Library
public import Posts

/// Which posts a command is about: named ones, those a filter finds, or both.
public struct PostSelection: Sendable {
  /// Keys of posts, TikTok's ids of them, or their URLs.
  public var names: [String]
  /// Only posts with this tag.
  public var tag: String?
  /// Only posts with an authorization or agreement of this brand, by its key.
  public var brand: String?
  /// Only posts of this creator: a key, a handle or the URL of a profile.
  public var creator: String?
  /// Only with a code that is valid now.
  public var isUsable: Bool

  public init(
    names: [String], tag: String? = nil, brand: String? = nil, creator: String? = nil,
    isUsable: Bool = false
  ) {
    self.names = names
    self.tag = tag
    self.brand = brand
    self.creator = creator
    self.isUsable = isUsable
  }

  /// Whether posts are looked for besides those named.
  public var hasFilter: Bool { tag != nil || brand != nil || creator != nil || isUsable }

  /// Whether it may be more than one post; what is written where depends on it, not on how many
  /// posts there happen to be.
  public var isMany: Bool { names.count > 1 || hasFilter }

  /// The posts that are meant, and the names that mean none.
  public struct Found: Sendable {
    /// In the order of the names, then the newest first; each once.
    public var posts: [Key<Post>] = []
    /// Names that mean no post.
    public var problems: [Diagnostic] = []
  }

  /// - Parameter recipient: with `isUsable`, whose codes are meant; any brand's when nil.
  /// - Throws: when the filter names a brand or creator that is not there.
  public func find(
    in store: LibraryStore, recipient: Key<Brand>?, at now: Moment
  ) throws -> Found {
    try store.read { reader in
      var found = Found()
      var seen: Set<Key<Post>> = []
      for name in names {
        do {
          let key = try reader.post(named: name)
          if seen.insert(key).inserted { found.posts.append(key) }
        } catch let error as Diagnostic {
          found.problems.append(error)
        }
      }
      guard hasFilter else { return found }
      var filter = PostFilter()
      filter.tag = tag
      filter.brand = try brand.map { try reader.brand(named: $0).key }
      filter.creator = try creator.map { try reader.creator(named: $0).key }
      if isUsable { filter.isAuthorized = true }
      var usable: Set<Key<Post>>?
      if isUsable, let recipient {
        var codes = AuthorizationFilter()
        codes.isUsable = true
        codes.brand = recipient
        usable = Set(try reader.authorizations(codes, at: now).map(\.post))
      }
      for summary in try reader.posts(filter, at: now) {
        guard usable?.contains(summary.key) ?? true, seen.insert(summary.key).inserted else {
          continue
        }
        found.posts.append(summary.key)
      }
      return found
    }
  }
}
