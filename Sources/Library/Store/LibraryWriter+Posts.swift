import Diagnostics
import GRDB
public import Posts

extension LibraryWriter {
  /// Changes a post: reads its story (a new one when there is none), lets `change` call its verbs,
  /// and writes the new state with the events they returned. Without events nothing is written.
  ///
  ///     try writer.change(post) { story, now in try story.extend(key, days: 30, at: now) }
  ///
  /// - Parameter change: returns all events of the verbs it called.
  /// - Returns: the story afterwards.
  /// - Throws: a `Refusal` when another post has the same id at TikTok, the same code, or an ad of
  ///   the same key; a `Diagnostic` when a creator, brand, advertiser or agreement that an event
  ///   names is not in the library, or a key or id is taken; and what `change` throws.
  @discardableResult
  public func change(
    _ post: Key<Post>, _ change: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws -> PostStory {
    try self.change(try reader.story(of: post) ?? PostStory(key: post), change)
  }

  /// As `change(_:_:)`, for a story that was read in this transaction already.
  @discardableResult
  public func change(
    _ old: PostStory, _ change: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws -> PostStory {
    let post = old.post.key
    var story = old
    let events = try change(&story, circumstances.at)
    if events.isEmpty { return old }
    for event in events { try check(event, of: post) }
    let id = try StoryWriting(db: db).write(story, after: events, at: circumstances.at)
    for event in events { try log(event, of: .post, post.text) }
    try SearchIndex(db: db).update(id)
    return story
  }

  /// What search finds of a drawn post: the words of its slides in order.
  ///
  /// A new drawing has none until they are given.
  public func index(_ post: Key<Post>, slideTexts: [String]) throws {
    guard
      let id = try Int.fetchOne(
        db, sql: "SELECT id FROM posts WHERE key = ?", arguments: [post.text])
    else { throw Diagnostic.noSuchPost(post.text) }
    for (number, text) in slideTexts.enumerated() {
      if try reader.holdsCode(text) { throw Diagnostic.holdsKnownCode("slide \(number + 1)") }
      try run("UPDATE slides SET words = ? WHERE post = ? AND number = ?", [text, id, number])
    }
    try SearchIndex(db: db).update(id)
  }

  /// Forgets a draft: its records, not its events.
  ///
  /// - Throws: when it was published or an authorization was asked for, or when there is none.
  public func discard(_ post: Key<Post>) throws {
    guard let story = try reader.story(of: post) else { throw Diagnostic.noSuchPost(post.text) }
    guard case .draft = story.post.stage, story.authorizations.isEmpty else {
      throw Diagnostic.notADraft(post)
    }
    let id = try Int.fetchOne(
      db, sql: "SELECT id FROM posts WHERE key = ?", arguments: [post.text]
    ).required()
    for table in ["slides", "tags"] { try run("DELETE FROM \(table) WHERE post = ?", [id]) }
    try run("DELETE FROM search WHERE rowid = ?", [id])
    try run("DELETE FROM posts WHERE id = ?", [id])
    try log([String: String](), kind: "discarded", of: .post, post.text)
  }

  /// Puts a code into the vault; before the event that speaks of its fingerprint.
  public func keep(_ code: SparkCode, fingerprint sha256: String) throws {
    try run(
      """
      INSERT INTO codes (fingerprint, likeness, code) VALUES (?, ?, ?)
      ON CONFLICT (fingerprint) DO NOTHING
      """, [sha256, code.likeness, code.secret])
  }

  // MARK: - Rules over several posts

  private func check(_ event: PostEvent, of post: Key<Post>) throws {
    switch event {
    case .assigned(let creator):
      try require("creators", creator.text, .noSuchCreator(creator.text))
    case .published(let publication):
      if let other = try reader.post(itemID: publication.itemID), other != post {
        throw Refusal.itemIsKnown(itemID: publication.itemID, post: other)
      }
    case .requested(let terms): try check(terms, of: post)
    case .issued(let terms, let code, _, _, _):
      try check(terms, of: post)
      if let known = try reader.authorization(withFingerprint: code.fingerprint),
        known.authorization != terms.authorization
      {
        throw Refusal.codeIsKnown(known.authorization, post: known.post)
      }
    case .applied(_, let advertiser, _): try check(advertiser)
    case .adPlanned(let key, let plan):
      if let other = try reader.post(of: key), other != post { throw Refusal.adIsKnown(key) }
      try check(plan.advertiser)
    case .adReplanned(_, let plan): try check(plan.advertiser)
    case .adSubmitted(let key, let id?), .adIdentified(let key, let id):
      if let other = try reader.subject(tiktokID: id), other != .spark(key) {
        throw Diagnostic.adIDIsTaken(id, other)
      }
    default: break
    }
  }

  private func check(_ terms: PostEvent.Terms, of post: Key<Post>) throws {
    try require("brands", terms.brand.text, .noSuchBrand(terms.brand.text))
    if let agreement = terms.agreement {
      try require("agreements", agreement.text, .noSuchAgreement(agreement.text))
    }
    if let other = try reader.post(of: terms.authorization), other != post {
      throw Diagnostic.authorizationIsKnown(terms.authorization, post: other)
    }
  }

  private func check(_ advertiser: Key<Advertiser>) throws {
    try require("advertisers", advertiser.text, .noSuchAdvertiser(advertiser.text))
  }

  /// - Throws: `diagnostic`, when the table has no row of that key.
  func require(_ table: String, _ key: String, _ diagnostic: @autoclosure () -> Diagnostic) throws {
    if try !reader.isTaken(key, in: table) { throw diagnostic() }
  }
}
