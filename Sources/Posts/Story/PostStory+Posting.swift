/// From a drawing to a post that is gone.
extension PostStory {
  /// Takes a drawing, the first or a newer one.
  ///
  /// A published post stays as it was published: the caller makes a new version of it. One that was
  /// only noted takes its pictures at any time.
  @discardableResult
  public mutating func draw(
    _ drawing: Post.Drawing, caption: String, title: String?, facts: Post.Facts, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    if post.drawing != nil {
      guard case .draft = post.stage else { throw .publishedIsKept(post.key) }
    }
    return happen([.drawn(drawing, caption: caption, title: title, facts: facts)], at: now)
  }

  /// Begins to follow a post that was made elsewhere.
  @discardableResult
  public mutating func note(at now: Moment) -> [PostEvent] { happen([.noted], at: now) }

  @discardableResult
  public mutating func assign(
    to creator: Key<Creator>, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    if post.creator == creator { return [] }
    if let old = post.creator, wasAuthorized {
      throw .creatorIsFixed(post.key, creator: old)
    }
    return happen([.assigned(creator: creator)], at: now)
  }

  /// Changes caption and title, as long as no code was ever issued.
  @discardableResult
  public mutating func word(
    caption: String, title: String?, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    if caption == post.caption, title == post.title { return [] }
    if case .removed(_, let at, _) = post.stage { throw .postIsRemoved(post.key, at: at) }
    if let first = authorizations.first(where: { $0.grant != nil }) {
      throw .captionIsFrozen(post.key, authorization: first.key)
    }
    return happen([.worded(caption: caption, title: title)], at: now)
  }

  @discardableResult
  public mutating func set(_ facts: Post.Facts, at now: Moment) -> [PostEvent] {
    facts == post.facts ? [] : happen([.factsChanged(facts)], at: now)
  }

  /// - Parameter tags: all that it has afterwards.
  @discardableResult
  public mutating func tag(_ tags: Set<String>, at now: Moment) -> [PostEvent] {
    let sorted = tags.sorted()
    return sorted == post.tags ? [] : happen([.tagged(sorted)], at: now)
  }

  @discardableResult
  public mutating func publish(
    _ publication: Publication, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    switch post.stage {
    case .draft: break
    case .published(let old) where old.itemID == publication.itemID: return []
    case .published(let old): throw .alreadyPublished(post.key, url: old.url)
    case .removed(_, let at, _): throw .postIsRemoved(post.key, at: at)
    }
    guard publication.at <= now else { throw .publishedInFuture(publication.at) }
    return happen([.published(publication)], at: now)
  }

  /// Notes that the post is gone from TikTok; its open authorizations and ads end with it.
  ///
  /// - Parameter isForced: also while ads run on it.
  @discardableResult
  public mutating func remove(
    by remover: Post.Remover, isForced: Bool, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    switch post.stage {
    case .draft: throw .notPublished(post.key)
    case .removed(_, let at, _): throw .postIsRemoved(post.key, at: at)
    case .published: break
    }
    let open = authorizations.filter { !$0.status(at: now).isFinal }.map(\.key)
    let running = open.flatMap { runningAds(on: $0, at: now) }.map(\.key)
    if !running.isEmpty, !isForced { throw .adsAreRunning(running, on: post.key.text) }
    let ends = open.flatMap { key in
      openAds(on: key, at: now).map { PostEvent.adEnded($0.key, .postRemoved) }
    }
    return happen(ends + open.map(PostEvent.voided) + [.removed(by: remover)], at: now)
  }
}
