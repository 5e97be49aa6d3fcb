import Foundation
import GRDB
import Posts

/// Stories into the tables; the counterpart is `StoryRows`.
struct StoryWriting {
  let db: Database

  /// Writes all of a story; rows that are there are brought up to date.
  ///
  /// - Parameter events: what led to it, with the moment; slides are only written with a drawing.
  /// - Returns: the post's id.
  @discardableResult
  func write(_ story: PostStory, after events: [PostEvent], at now: Moment) throws -> Int {
    let id = try write(story.post, at: now)
    if events.contains(where: \.isDrawing) {
      try replace("slides", of: id, story.post.drawing?.slides ?? []) { slide in
        [slide.file, slide.name, slide.width, slide.height, slide.bytes, slide.sha256, ""]
      }
    }
    try run("DELETE FROM tags WHERE post = ?", [id])
    for tag in story.post.tags { try run("INSERT INTO tags VALUES (?, ?)", [id, tag]) }
    for (number, authorization) in story.authorizations.enumerated() {
      try write(authorization, of: id, number: number)
    }
    for (number, ad) in story.ads.enumerated() { try write(ad, of: id, number: number) }
    return id
  }

  private func write(_ post: Post, at now: Moment) throws -> Int {
    let drawing = post.drawing
    let publication = post.publication
    var removal: (at: Int, by: String)?
    if case .removed(_, let at, let by) = post.stage { removal = (at.seconds, by.rawValue) }
    let facts = post.facts
    try run(
      """
      INSERT INTO posts (
        key, creator, caption, title,
        disclosure, is_ai_generated, privacy, ad_authorization_is_on, music_is_cleared,
        origin, template, kit, format, version, previous,
        stage, url, item_id, published, removed, removed_by, added, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        creator = excluded.creator, caption = excluded.caption, title = excluded.title,
        disclosure = excluded.disclosure, is_ai_generated = excluded.is_ai_generated,
        privacy = excluded.privacy, ad_authorization_is_on = excluded.ad_authorization_is_on,
        music_is_cleared = excluded.music_is_cleared,
        origin = excluded.origin, template = excluded.template, kit = excluded.kit,
        format = excluded.format, version = excluded.version, previous = excluded.previous,
        stage = excluded.stage, url = excluded.url, item_id = excluded.item_id,
        published = excluded.published, removed = excluded.removed,
        removed_by = excluded.removed_by, changed = excluded.changed
      """,
      [
        post.key.text, post.creator?.text, post.caption, post.title,
        facts.disclosure?.rawValue, facts.isAIGenerated, facts.privacy?.rawValue,
        facts.adAuthorizationIsOn, facts.musicIsCleared,
        drawing?.origin, drawing?.template, drawing?.kit, drawing?.format, drawing?.version,
        drawing?.previous?.text,
        Self.name(of: post.stage), publication?.url, publication?.itemID,
        publication?.at.seconds, removal?.at, removal?.by, now.seconds, now.seconds,
      ])
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM posts WHERE key = ?"), arguments: [post.key.text]
    ).required()
  }

  static func name(of stage: Post.Stage) -> String {
    switch stage {
    case .draft: "draft"
    case .published: "published"
    case .removed: "removed"
    }
  }

  private func write(_ authorization: Authorization, of post: Int, number: Int) throws {
    var requested: Moment?
    var closed: Moment?
    let stage: String
    switch authorization.stage {
    case .requested(let at): (stage, requested) = ("requested", at)
    case .withdrawn(let asked, let at): (stage, requested, closed) = ("withdrawn", asked, at)
    case .granted: stage = "granted"
    case .revoked(_, let at): (stage, closed) = ("revoked", at)
    case .void(_, let at): (stage, closed) = ("void", at)
    }
    let grant = authorization.grant
    try run(
      """
      INSERT INTO authorizations (
        key, post, number, brand, days, agreement, replaces,
        stage, requested, closed, fingerprint, masked, starts, ends, end_source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        brand = excluded.brand, days = excluded.days, agreement = excluded.agreement,
        replaces = excluded.replaces, stage = excluded.stage, requested = excluded.requested,
        closed = excluded.closed, fingerprint = excluded.fingerprint, masked = excluded.masked,
        starts = excluded.starts, ends = excluded.ends, end_source = excluded.end_source
      """,
      [
        authorization.key.text, post, number, authorization.brand.text, authorization.days,
        authorization.agreement?.text, authorization.replaces?.text, stage, requested?.seconds,
        closed?.seconds, grant?.code.fingerprint, grant?.code.masked, grant?.start.seconds,
        grant?.end.seconds, grant?.endSource.rawValue,
      ])
    guard let grant else { return }
    let id = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM authorizations WHERE key = ?"),
      arguments: [authorization.key.text]
    ).required()
    try replace("shares", of: id, grant.shares) { [$0.how, $0.at.seconds] }
    try replace("applications", of: id, grant.applications) { application in
      var refusal: String?
      if case .refused(let words) = application.result { refusal = words }
      return [application.advertiser.text, application.at.seconds, refusal]
    }
    try replace("extensions", of: id, grant.extensions) { [$0.days, $0.at.seconds] }
  }

  private func write(_ ad: Ad, of post: Int, number: Int) throws {
    let plan = ad.plan
    var budgetKind: String?
    switch plan.budget {
    case .daily: budgetKind = "daily"
    case .total: budgetKind = "total"
    case nil: break
    }
    let stage = try StageColumns(ad.stage)
    try run(
      """
      INSERT INTO ads (
        key, post, number, authorization, advertiser, name, objective,
        budget_kind, budget, budget_currency, bid, bid_currency, starts, ends,
        targeting, call_to_action, landing_page, tiktok_id,
        stage, since, reasons, ending, status_word, status_read)
      VALUES (
        ?, ?, ?, (SELECT id FROM authorizations WHERE key = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        authorization = excluded.authorization, advertiser = excluded.advertiser,
        name = excluded.name, objective = excluded.objective,
        budget_kind = excluded.budget_kind, budget = excluded.budget,
        budget_currency = excluded.budget_currency, bid = excluded.bid,
        bid_currency = excluded.bid_currency, starts = excluded.starts, ends = excluded.ends,
        targeting = excluded.targeting, call_to_action = excluded.call_to_action,
        landing_page = excluded.landing_page, tiktok_id = excluded.tiktok_id,
        stage = excluded.stage, since = excluded.since, reasons = excluded.reasons,
        ending = excluded.ending, status_word = excluded.status_word,
        status_read = excluded.status_read
      """,
      [
        ad.key.text, post, number, plan.authorization.text, plan.advertiser.text, plan.name,
        plan.objective, budgetKind, plan.budget?.money.minorUnits, plan.budget?.money.currency,
        plan.bid?.minorUnits, plan.bid?.currency, plan.start.seconds, plan.end.seconds,
        plan.targeting, plan.callToAction, plan.landingPage, ad.tiktokID, stage.name,
        stage.since?.seconds, stage.reasons, stage.ending?.rawValue, ad.tiktokStatus?.word,
        ad.tiktokStatus?.at.seconds,
      ])
    let id = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM ads WHERE key = ?"), arguments: [ad.key.text]
    ).required()
    try replace("runs", of: id, ad.runs) { [$0.start.seconds, $0.end?.seconds] }
  }

  private struct StageColumns {
    var name: String
    var since: Moment?
    var reasons: String?
    var ending: Ad.Ending?

    init(_ stage: Ad.Stage) throws {
      name = stage.status.rawValue
      since = stage.moment
      ending = stage.ending
      reasons = try stage.reasons.map {
        String(decoding: try JSONEncoder().encode($0), as: UTF8.self)
      }
    }
  }

  // MARK: - Rows

  /// Makes a list, kept in a table of (owner, number, …), exactly these values.
  private func replace<Value>(
    _ table: String, of owner: Int, _ values: [Value],
    columns: (Value) -> [(any DatabaseValueConvertible)?]
  ) throws {
    let ownerColumn =
      switch table {
      case "slides": "post"
      case "runs": "ad"
      default: "authorization"
      }
    try run("DELETE FROM \(table) WHERE \(ownerColumn) = ?", [owner])
    for (number, value) in values.enumerated() {
      let columns: [(any DatabaseValueConvertible)?] = [owner, number] + columns(value)
      let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
      try run("INSERT INTO \(table) VALUES (\(marks))", StatementArguments(columns))
    }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension PostEvent {
  fileprivate var isDrawing: Bool {
    if case .drawn = self { return true }
    return false
  }
}
