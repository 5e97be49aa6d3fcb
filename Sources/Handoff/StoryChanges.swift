import Carousels
import Diagnostics
import Ledger
import Posts

/// What a bundle changes of a post's story.
struct StoryChanges {
  struct AuthorizationPlan {
    package enum Kind {
      /// Ours already; its end may be news.
      case known
      /// Without its code: asked for, until the code comes.
      case requested
      case issued
    }

    package var key: Key<Authorization>
    package var kind: Kind
    /// With the creator's key.
    package var terms: PostEvent.Terms
  }

  package let bundle: SparkBundle
  package let drawing: Post.Drawing
  package let show: (Moment) -> String
  private(set) var notes: [String] = []
  private(set) var warnings: [Diagnostic] = []
  /// Whether the bundle's pictures are the post's now.
  private(set) var isDrawn = false

  private var part: SparkBundle.PostPart { bundle.manifest.post }

  package init(bundle: SparkBundle, drawing: Post.Drawing, show: @escaping (Moment) -> String) {
    self.bundle = bundle
    self.drawing = drawing
    self.show = show
  }

  package mutating func apply(
    to story: inout PostStory, plan: AuthorizationPlan?, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    var events = try draw(&story, at: now)
    if let creator = part.creator, story.post.creator != Key(creator.key) {
      events += try story.assign(to: Key(creator.key), at: now)
    }
    events += try word(&story, at: now)
    let facts = story.post.facts.updated(from: part.facts)
    if facts != story.post.facts { events += story.set(facts, at: now) }
    if let publication = part.publication, story.post.publication == nil {
      events += try story.publish(publication, at: now)
      if story.authorizations.isEmpty { notes.append("published as \(publication.itemID)") }
    }
    if let plan { events += try authorize(&story, plan, at: now) }
    return events
  }

  private mutating func draw(
    _ story: inout PostStory, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    let key = story.post.key
    if story.post.drawing?.slides == drawing.slides { return [] }
    if story.post.drawing != nil {
      warnings.append(.slidesDiffer(key))
      return []
    }
    isDrawn = true
    // What is known of a noted post stays, until the bundle says more.
    return try story.draw(
      drawing, caption: story.post.caption.isEmpty ? part.caption : story.post.caption,
      title: story.post.title ?? part.title, facts: story.post.facts.updated(from: part.facts),
      at: now)
  }

  private mutating func word(
    _ story: inout PostStory, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    guard story.post.caption != part.caption || story.post.title != part.title else { return [] }
    if story.wasAuthorized {
      warnings.append(.captionsDiffer(story.post.key))
      return []
    }
    notes.append("caption as the creator has it")
    return try story.word(caption: part.caption, title: part.title, at: now)
  }

  private mutating func authorize(
    _ story: inout PostStory, _ plan: AuthorizationPlan, at now: Moment
  ) throws(Refusal) -> [PostEvent] {
    guard let offered = bundle.authorization else { return [] }
    var terms = plan.terms
    terms.authorization = plan.key
    // What it replaced is only known where that was known too.
    if let replaced = terms.replaces,
      story.authorization(replaced)?.status(at: now).isFinal != true || replaced == plan.key
    {
      terms.replaces = nil
    }
    switch plan.kind {
    case .requested:
      notes.append("authorization \(plan.key) awaits its code")
      return try story.request(terms, at: now)
    case .issued:
      let mark = CodeMark(fingerprint: offered.fingerprint, masked: offered.masked)
      var events = try story.issue(
        terms, code: mark, start: offered.start, end: offered.end,
        endSource: offered.endSource, at: now)
      events += try story.share(plan.key, how: "import", at: now)
      notes.append("authorization \(plan.key), until \(show(offered.end))")
      return events
    case .known:
      guard let ours = story.authorization(plan.key), let grant = ours.grant,
        grant.end != offered.end || grant.endSource != offered.endSource
      else { return [] }
      let status = ours.status(at: now)
      guard !status.isFinal else {
        warnings.append(
          .authorizationIsOver(plan.key, status, bundled: show(offered.end)))
        return []
      }
      let events = try story.readEnd(
        plan.key, end: offered.end, source: offered.endSource, at: now)
      notes.append(
        grant.end == offered.end
          ? "the end of \(plan.key) is known from \(offered.endSource.words)"
          : "\(plan.key) ends \(show(offered.end)) instead of \(show(grant.end))")
      return events
    }
  }
}

extension Post.Facts {
  /// With what the other knows.
  fileprivate func updated(from other: Post.Facts) -> Post.Facts {
    var facts = self
    facts.disclosure = other.disclosure ?? disclosure
    facts.isAIGenerated = other.isAIGenerated ?? isAIGenerated
    facts.privacy = other.privacy ?? privacy
    facts.adAuthorizationIsOn = other.adAuthorizationIsOn ?? adAuthorizationIsOn
    facts.musicIsCleared = other.musicIsCleared ?? musicIsCleared
    return facts
  }
}

extension Grant.EndSource {
  fileprivate var words: String {
    switch self {
    case .counted: "its days"
    case .creator: "the creator"
    case .tiktok: "TikTok"
    }
  }
}
