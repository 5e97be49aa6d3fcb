import Diagnostics
import Library
public import Posts

/// A post's life on TikTok.
extension Desk {
  /// Notes that a post is live.
  ///
  /// - Parameters:
  ///   - at: when it went live; now when nil.
  ///   - creator: whose it is; the one in the link when nil.
  public func publishPost(
    _ name: String, _ link: PostLink, at: Moment?, creator: Key<Creator>?
  ) throws -> PostChange {
    let creator = try whose(link, creator)
    let publication = Publication(url: link.url, itemID: link.itemID, at: at ?? now)
    return try changePost(name, creator: creator, warnings: []) { story, reader in
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
  public func addPost(
    _ key: Key<Post>, _ link: PostLink, caption: String?, at: Moment?, creator: Key<Creator>?
  ) throws -> PostChange {
    let creator = try whose(link, creator)
    var edit = PostEdit()
    edit.caption = caption
    try edit.checkWords()
    edit.creator = creator
    let publication = Publication(url: link.url, itemID: link.itemID, at: at ?? now)
    return try write { writer in
      let reader = writer.reader
      if let other = try reader.post(itemID: link.itemID) {
        throw Refusal.itemIsKnown(itemID: link.itemID, post: other)
      }
      if try reader.story(of: key) != nil { throw Diagnostic.postIsThere(key.text) }
      let newCreator = try creator.flatMap { try note($0, writer) }
      let before = PostStory(key: key)
      let after = try writer.change(before) { story, now in
        try story.note(at: now) + edit.apply(to: &story, at: now)
          + story.publish(publication, at: now)
      }
      return PostChange(
        before: before, after: after, warnings: edit.warnings, newCreator: newCreator)
    }
  }

  /// Notes that a post is gone from TikTok: its authorizations become void, its ads end.
  ///
  /// - Parameter isForced: also while ads run on it.
  public func removePost(
    _ name: String, by remover: Post.Remover, isForced: Bool
  ) throws -> PostChange {
    try changePost(name, creator: nil, warnings: []) { story, _ in
      try story.remove(by: remover, isForced: isForced, at: now)
    }
  }

  /// Forgets a draft, and removes its folder; one that a code was asked for is kept.
  public func discardDraft(_ name: String) throws -> Post {
    try write { writer in
      let story = try writer.reader.story(named: name)
      let key = story.post.key
      guard case .draft = story.post.stage else { throw Diagnostic.notADraft(key) }
      let requests = story.authorizations.map(\.key)
      if !requests.isEmpty { throw Diagnostic.wasAskedFor(requests, post: key) }
      try writer.discard(key)
      if !isDryRun, let removal = store.folder.removal(of: key.text) { try writer.make(removal) }
      return story.post
    }
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
