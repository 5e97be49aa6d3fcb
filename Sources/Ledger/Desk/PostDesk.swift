public import Diagnostics
public import Library
public import Posts

/// Where posts are changed: each verb is one transaction of the library.
///
/// The files of a post's folder are written inside of it, after the rules were asked and before the
/// records are acknowledged: a record never tells of words that are not in the folder.
public struct PostDesk {
  package let store: LibraryStore
  package let circumstances: Circumstances
  /// Nothing is written; what would be refused is refused all the same.
  package let isPlan: Bool

  public init(_ store: LibraryStore, _ circumstances: Circumstances, isPlan: Bool = false) {
    self.store = store
    self.circumstances = circumstances
    self.isPlan = isPlan
  }

  package var now: Moment { circumstances.at }

  /// A post before and after.
  public struct Change: Sendable {
    public var before: PostStory
    public var after: PostStory
    /// What TikTok would not take.
    public var warnings: [Diagnostic]
    /// A creator that the library did not know before.
    public var newCreator: Key<Creator>?

    public var isEmpty: Bool { before == after }
    public var key: Key<Post> { after.post.key }
  }

  // MARK: - Words and facts

  /// - Parameter name: the post's key, or the beginning of exactly one.
  public func edit(_ name: String, _ edit: PostEdit) throws -> Change {
    try change(name, creator: edit.creator, warnings: edit.warnings) { story, _ in
      try edit.apply(to: &story, at: now)
    }
  }

  /// - Parameters:
  ///   - names: of posts, each a key or the beginning of one.
  ///   - filter: adds the posts that fit it; nil adds none.
  /// - Returns: every post that was named, changed or not, in that order.
  public func tag(
    _ names: [String], _ filter: ((LibraryReader) throws -> PostFilter)?, adding: Set<String>,
    removing: Set<String>
  ) throws -> [Change] {
    func changes(
      _ reader: LibraryReader, _ apply: (Key<Post>, Set<String>) throws -> PostStory
    ) throws -> [Change] {
      try posts(names, filter, reader).map { key in
        guard let before = try reader.story(of: key) else {
          throw Diagnostic.noSuchPost(key.text)
        }
        let tags = Set(before.post.tags).union(adding).subtracting(removing)
        return Change(before: before, after: try apply(key, tags), warnings: [])
      }
    }
    if isPlan {
      return try store.read { reader in
        try changes(reader) { key, tags in
          guard var story = try reader.story(of: key) else {
            throw Diagnostic.noSuchPost(key.text)
          }
          story.tag(tags, at: now)
          return story
        }
      }
    }
    return try store.write(circumstances) { writer in
      try changes(writer.reader) { key, tags in
        try writer.change(key) { story, now in story.tag(tags, at: now) }
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

  /// Reads a post, lets `apply` call its verbs, and writes records and files; or plans to.
  package func change(
    _ name: String, creator: Key<Creator>?, warnings: [Diagnostic],
    _ apply: (inout PostStory, LibraryReader) throws -> [PostEvent]
  ) throws -> Change {
    func before(_ reader: LibraryReader) throws -> PostStory {
      let key = try reader.post(named: name)
      guard let story = try reader.story(of: key) else { throw Diagnostic.noSuchPost(key.text) }
      return story
    }
    if isPlan {
      return try store.read { reader in
        let before = try before(reader)
        var after = before
        _ = try apply(&after, reader)
        return Change(
          before: before, after: after, warnings: warnings,
          newCreator: try creator.flatMap { try reader.creator($0) == nil ? $0 : nil })
      }
    }
    return try store.write(circumstances) { writer in
      let before = try before(writer.reader)
      let newCreator = try creator.flatMap { try note($0, writer) }
      let after = try writer.change(before.post.key) { story, _ in
        try apply(&story, writer.reader)
      }
      if after.post.words != before.post.words {
        try store.folder.set(after.post.words, of: after.post.key.text)
      }
      return Change(before: before, after: after, warnings: warnings, newCreator: newCreator)
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

extension Post {
  /// What stands in the folder of a post beside its slides.
  package var words: LibraryFolder.Words {
    LibraryFolder.Words(
      caption: caption, title: title, disclosure: facts.disclosure?.rawValue)
  }
}
