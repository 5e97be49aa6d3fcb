public import Library
public import Posts

/// An authorization with what it hangs on.
public struct CodeRecord: Equatable, Sendable {
  /// The post that the code is for.
  public var post: Key<Post>
  /// Who made the post; nil when nobody said.
  public var creator: Key<Creator>?
  /// The post's address at TikTok; nil when it is not known.
  public var url: String?
  /// The authorization as it is recorded.
  public var authorization: Authorization

  public init(_ summary: AuthorizationSummary) {
    post = summary.post
    creator = summary.creator
    url = summary.url
    authorization = summary.authorization
  }

  public init(_ authorization: Authorization, of story: PostStory) {
    post = story.post.key
    creator = story.post.creator
    url = story.post.publication?.url
    self.authorization = authorization
  }

  /// - Throws: what means a damaged library, when the post has no such authorization.
  package init(_ key: Key<Authorization>, in story: PostStory) throws {
    self.init(try story.authorization(key).required(), of: story)
  }
}
