import Diagnostics
import Library
public import Posts

/// A post's life on TikTok.
extension PostDesk {
  /// Notes that a post is live.
  ///
  /// - Parameters:
  ///   - at: when it went live; now when nil.
  ///   - creator: whose it is; the one in the link when nil.
  public func publish(
    _ name: String, _ link: PostLink, at: Moment?, creator: Key<Creator>?
  ) throws -> Change {
    let creator = try whose(link, creator)
    let publication = Publication(url: link.url, itemID: link.itemID, at: at ?? now)
    return try change(name, creator: creator, warnings: []) { story, reader in
      if let other = try reader.post(itemID: link.itemID), other != story.post.key {
        throw Refusal.itemIsKnown(itemID: link.itemID, post: other)
      }
      if let owner = story.post.creator, let creator, owner != creator {
        throw Diagnostic.otherCreator(creator, of: story.post.key, owner: owner)
      }
      let events = try creator.map { try story.assign(to: $0, at: now) } ?? []
      return events + (try story.publish(publication, at: now))
    }
  }

  /// Begins to follow a post that was made elsewhere and is live.
  public func add(
    _ key: Key<Post>, _ link: PostLink, caption: String?, at: Moment?, creator: Key<Creator>?
  ) throws -> Change {
    let creator = try whose(link, creator)
    var edit = PostEdit()
    edit.caption = caption
    edit.creator = creator
    let publication = Publication(url: link.url, itemID: link.itemID, at: at ?? now)
    func begin(_ story: inout PostStory, _ reader: LibraryReader) throws -> [PostEvent] {
      var events = story.note(at: now)
      events += try edit.apply(to: &story, at: now)
      return events + (try story.publish(publication, at: now))
    }
    func check(_ reader: LibraryReader) throws {
      if let other = try reader.post(itemID: link.itemID) {
        throw Refusal.itemIsKnown(itemID: link.itemID, post: other)
      }
      if try reader.story(of: key) != nil { throw Diagnostic.postIsThere(key.text) }
    }
    let before = PostStory(key: key)
    if isPlan {
      return try store.read { reader in
        try check(reader)
        var after = before
        _ = try begin(&after, reader)
        return Change(
          before: before, after: after, warnings: edit.warnings,
          newCreator: try creator.flatMap { try reader.creator($0) == nil ? $0 : nil })
      }
    }
    return try store.write(circumstances) { writer in
      try check(writer.reader)
      let newCreator = try creator.flatMap { try note($0, writer) }
      let after = try writer.change(key) { story, _ in try begin(&story, writer.reader) }
      return Change(
        before: before, after: after, warnings: edit.warnings, newCreator: newCreator)
    }
  }

  /// Notes that a post is gone from TikTok: its authorizations become void, its ads end.
  ///
  /// - Parameter isForced: also while ads run on it.
  public func remove(
    _ name: String, by remover: Post.Remover, isForced: Bool
  ) throws -> Change {
    try change(name, creator: nil, warnings: []) { story, _ in
      try story.remove(by: remover, isForced: isForced, at: now)
    }
  }

  /// Forgets a draft, and removes its folder; one that a code was asked for is kept.
  public func discard(_ name: String) throws -> Post {
    func check(_ reader: LibraryReader) throws -> Post {
      let key = try reader.post(named: name)
      guard let story = try reader.story(of: key) else { throw Diagnostic.noSuchPost(key.text) }
      guard case .draft = story.post.stage else { throw Diagnostic.notADraft(key) }
      let requests = story.authorizations.map(\.key)
      if !requests.isEmpty { throw Diagnostic.wasAskedFor(requests, post: key) }
      return story.post
    }
    if isPlan { return try store.read(check) }
    // The record goes first: a folder without one is only found again, and nothing is lost.
    let post = try store.write(circumstances) { writer in
      let post = try check(writer.reader)
      try writer.discard(post.key)
      return post
    }
    try store.folder.removePost(post.key.text)
    return post
  }

  /// The creator that was named, or that the link names; they may not disagree.
  private func whose(
    _ link: PostLink, _ creator: Key<Creator>?
  ) throws(Diagnostic) -> Key<Creator>? {
    if let creator, let other = link.creator, creator != other {
      throw .otherCreatorInURL(other, creator: creator)
    }
    return creator ?? link.creator
  }
}
