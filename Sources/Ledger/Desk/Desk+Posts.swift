public import Diagnostics
public import Library
public import Posts

/// A post's words, facts and tags.
extension Desk {
  /// A post before and after.
  public struct PostChange: Sendable {
    public var before: PostStory
    public var after: PostStory
    /// What TikTok would not take.
    public var warnings: [Diagnostic]
    /// A creator that the library did not know before.
    public var newCreator: Key<Creator>?

    public var isEmpty: Bool { before == after }
    public var key: Key<Post> { after.post.key }
  }

  /// - Parameter name: the post's key, or the beginning of exactly one.
  public func editPost(_ name: String, _ edit: PostEdit) throws -> PostChange {
    try edit.checkWords()
    return try changePost(name, creator: edit.creator, warnings: edit.warnings) { story, _ in
      try edit.apply(to: &story, at: now)
    }
  }

  /// - Parameters:
  ///   - names: of posts, each a key or the beginning of one.
  ///   - filter: adds the posts that fit it; nil adds none.
  /// - Returns: every post that was named, changed or not, in that order.
  public func tagPosts(
    _ names: [String], _ filter: ((LibraryReader) throws -> PostFilter)?, adding: Set<String>,
    removing: Set<String>
  ) throws -> [PostChange] {
    try write { writer in
      try posts(names, filter, writer.reader).map { key in
        let before = try writer.reader.story(of: key).required()
        let tags = Set(before.post.tags).union(adding).subtracting(removing)
        let after = try writer.change(before) { story, now in story.tag(tags, at: now) }
        return PostChange(before: before, after: after, warnings: [])
      }
    }
  }

  /// All that cannot be found is told at once.
  private func posts(
    _ names: [String], _ filter: ((LibraryReader) throws -> PostFilter)?, _ reader: LibraryReader
  ) throws -> [Key<Post>] {
    var keys: [Key<Post>] = []
    var log = DiagnosticLog()
    for name in names {
      do throws(Diagnostic) {
        keys.append(try reader.post(named: name))
      } catch {
        log.add(error)
      }
    }
    try log.throwIfErrors()
    if let filter { keys += try reader.posts(filter(reader), at: now).map(\.key) }
    var seen: Set<Key<Post>> = []
    return keys.filter { seen.insert($0).inserted }
  }

  // MARK: - One post

  /// Reads a post, lets `apply` call its verbs, and writes records and files.
  package func changePost(
    _ name: String, creator: Key<Creator>?, warnings: [Diagnostic],
    _ apply: (inout PostStory, LibraryReader) throws -> [PostEvent]
  ) throws -> PostChange {
    try write { writer in
      let before = try writer.reader.story(named: name)
      let newCreator = try creator.flatMap { try note($0, writer) }
      let after = try writer.change(before) { story, _ in try apply(&story, writer.reader) }
      if after.post.words != before.post.words, !isDryRun,
        let change = try store.folder.stage(after.post.words, of: after.post.key.text)
      {
        try writer.make(change)
      }
      return PostChange(before: before, after: after, warnings: warnings, newCreator: newCreator)
    }
  }

  /// Writes down a creator that is new.
  ///
  /// - Returns: nil when it is known.
  package func note(_ creator: Key<Creator>, _ writer: LibraryWriter) throws -> Key<Creator>? {
    guard try writer.reader.creator(creator) == nil else { return nil }
    try writer.save(Creator(key: creator))
    return creator
  }
}
