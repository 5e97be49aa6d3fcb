import Foundation
import GRDB
import Posts

/// Stories out of the tables; the counterpart is `StoryWriting`.
struct StoryRows {
  let db: Database

  /// Sorted by key.
  func stories(where condition: String, _ arguments: StatementArguments) throws -> [PostStory] {
    let chosen = "SELECT posts.id FROM posts WHERE \(condition)"
    let slides = try slides(chosen, arguments)
    let tags = try tags(chosen, arguments)
    var authorizations: [Int: [Authorization]] = [:]
    for found in try self.authorizations(
      "SELECT authorizations.id FROM authorizations WHERE post IN (\(chosen))", arguments)
    {
      authorizations[found.post, default: []].append(found.authorization)
    }
    let ads = try ads(chosen, arguments)
    return try posts(condition, arguments, slides: slides, tags: tags).map { id, post in
      PostStory(post: post, authorizations: authorizations[id] ?? [], ads: ads[id] ?? [])
    }
  }

  /// By their ids.
  func authorizations(ids: [Int]) throws -> [Int: Authorization] {
    // Of so many, reading all is faster than looking each up.
    let found =
      ids.count > 5_000
      ? try authorizations("SELECT id FROM authorizations", [])
      : try authorizations("SELECT value FROM json_each(?)", [Self.json(ids)])
    return found.reduce(into: Dictionary(minimumCapacity: found.count)) {
      $0[$1.id] = $1.authorization
    }
  }

  /// When ads ran, by the ads' ids.
  func runs(ofAds ids: [Int]) throws -> [Int: [Ad.Run]] {
    try runs("SELECT value FROM json_each(?)", [Self.json(ids)])
  }

  /// A JSON array, for `json_each`: any number of values in one argument.
  static func json(_ values: [some Encodable]) throws -> String {
    String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }

  // MARK: - Posts

  private func posts(
    _ condition: String, _ arguments: StatementArguments, slides: [Int: [Slide]],
    tags: [Int: [String]]
  ) throws -> [(id: Int, post: Post)] {
    try rows(
      """
      SELECT id, key, creator, caption, title,
        disclosure, is_ai_generated, privacy, ad_authorization_is_on, music_is_cleared,
        origin, template, kit, format, version, previous,
        stage, url, item_id, published, removed, removed_by
      FROM posts WHERE \(condition) ORDER BY key
      """, arguments
    ) { columns in
      let id: Int = try columns.next()
      let key: Key<Post> = try columns.key()
      let creator: Key<Creator>? = try columns.keyIfAny()
      let caption: String = try columns.next()
      let title: String? = try columns.next()
      var facts = Post.Facts()
      facts.disclosure = try columns.choiceIfAny()
      facts.isAIGenerated = try columns.next()
      facts.privacy = try columns.choiceIfAny()
      facts.adAuthorizationIsOn = try columns.next()
      facts.musicIsCleared = try columns.next()
      let drawing = try Self.drawing(&columns, slides: slides[id] ?? [])
      let post = Post(
        key: key, creator: creator, drawing: drawing, caption: caption, title: title,
        facts: facts, tags: tags[id] ?? [], stage: try Self.stage(&columns))
      return (id, post)
    }
  }

  private static func drawing(
    _ columns: inout Columns, slides: [Slide]
  ) throws -> Post.Drawing? {
    let origin: String? = try columns.next()
    let template: String? = try columns.next()
    let kit: String? = try columns.next()
    let format: String? = try columns.next()
    let version: Int? = try columns.next()
    let previous: Key<Post>? = try columns.keyIfAny()
    guard let origin else { return nil }
    return Post.Drawing(
      template: template, kit: kit, origin: origin, format: try format.required(), slides: slides,
      version: try version.required(), previous: previous)
  }

  /// The six columns from `stage` to `removed_by`.
  private static func stage(_ columns: inout Columns) throws -> Post.Stage {
    let stage: String = try columns.next()
    let url: String? = try columns.next()
    let itemID: String? = try columns.next()
    let published = try columns.momentIfAny()
    let removed = try columns.momentIfAny()
    let remover: Post.Remover? = try columns.choiceIfAny()
    guard stage != "draft" else { return .draft }
    let publication = Publication(
      url: try url.required(), itemID: try itemID.required(), at: try published.required())
    if stage == "published" { return .published(publication) }
    return .removed(publication, at: try removed.required(), by: try remover.required())
  }

  private func slides(
    _ chosen: String, _ arguments: StatementArguments
  ) throws -> [Int: [Slide]] {
    try grouped(
      """
      SELECT post, file, name, width, height, bytes, sha256 FROM slides
      WHERE post IN (\(chosen)) ORDER BY post, number
      """, arguments
    ) { columns in
      Slide(
        file: try columns.next(), name: try columns.next(), width: try columns.next(),
        height: try columns.next(), bytes: try columns.next(), sha256: try columns.next())
    }
  }

  private func tags(
    _ chosen: String, _ arguments: StatementArguments
  ) throws -> [Int: [String]] {
    // In Swift's order, which is the domain's.
    try grouped("SELECT post, tag FROM tags WHERE post IN (\(chosen))", arguments) {
      try $0.next() as String
    }
    .mapValues { $0.sorted() }
  }

  // MARK: - Authorizations

  /// - Parameter chosen: a SELECT of ids.
  /// - Returns: by post and number.
  private func authorizations(
    _ chosen: String, _ arguments: StatementArguments
  ) throws -> [(id: Int, post: Int, authorization: Authorization)] {
    let shares = try grouped(
      """
      SELECT authorization, how, at FROM shares
      WHERE authorization IN (\(chosen)) ORDER BY authorization, number
      """, arguments
    ) { Grant.Share(how: try $0.next(), at: try $0.moment()) }
    let applications = try grouped(
      """
      SELECT authorization, advertiser, at, refusal FROM applications
      WHERE authorization IN (\(chosen)) ORDER BY authorization, number
      """, arguments
    ) { columns in
      let advertiser: Key<Advertiser> = try columns.key()
      let at = try columns.moment()
      let refusal: String? = try columns.next()
      return Grant.Application(
        advertiser: advertiser, at: at, result: refusal.map { .refused($0) } ?? .accepted)
    }
    let extensions = try grouped(
      """
      SELECT authorization, days, at FROM extensions
      WHERE authorization IN (\(chosen)) ORDER BY authorization, number
      """, arguments
    ) { Grant.Extension(days: try $0.next(), at: try $0.moment()) }

    return try rows(
      """
      SELECT id, post, key, brand, days, agreement, replaces,
        stage, requested, closed, fingerprint, masked, starts, ends, end_source
      FROM authorizations WHERE id IN (\(chosen)) ORDER BY post, number
      """, arguments
    ) { columns in
      let id: Int = try columns.next()
      let post: Int = try columns.next()
      var authorization = Authorization(
        key: try columns.key(), brand: try columns.key(), days: try columns.next(),
        agreement: try columns.keyIfAny(), replaces: try columns.keyIfAny(),
        stage: .requested(at: Moment(seconds: 0)))
      let stage: String = try columns.next()
      let requested = try columns.momentIfAny()
      let closed = try columns.momentIfAny()
      var grant = try Self.grant(&columns)
      grant?.shares = shares[id] ?? []
      grant?.applications = applications[id] ?? []
      grant?.extensions = extensions[id] ?? []
      authorization.stage =
        switch stage {
        case "requested": .requested(at: try requested.required())
        case "withdrawn":
          .withdrawn(requested: try requested.required(), at: try closed.required())
        case "granted": .granted(try grant.required())
        case "revoked": .revoked(try grant.required(), at: try closed.required())
        case "void": .void(grant, at: try closed.required())
        default: throw LibraryDamage()
        }
      return (id, post, authorization)
    }
  }

  /// The five columns from `fingerprint` to `end_source`.
  private static func grant(_ columns: inout Columns) throws -> Grant? {
    let fingerprint: String? = try columns.next()
    let masked: String? = try columns.next()
    let starts = try columns.momentIfAny()
    let ends = try columns.momentIfAny()
    let source: Grant.EndSource? = try columns.choiceIfAny()
    guard let fingerprint else { return nil }
    return Grant(
      code: CodeMark(fingerprint: fingerprint, masked: try masked.required()),
      start: try starts.required(), end: try ends.required(), endSource: try source.required())
  }

  // MARK: - Ads

  private func ads(_ chosen: String, _ arguments: StatementArguments) throws -> [Int: [Ad]] {
    let runs = try runs(
      "SELECT ads.id FROM ads WHERE post IN (\(chosen))", arguments)
    return try grouped(
      """
      SELECT ads.post, \(AdColumns.list)
      FROM ads JOIN authorizations ON authorizations.id = ads.authorization
      WHERE ads.post IN (\(chosen)) ORDER BY ads.post, ads.number
      """, arguments
    ) { columns in
      let (id, ad) = try AdColumns.ad(&columns)
      var complete = ad
      complete.runs = runs[id] ?? []
      return complete
    }
  }

  /// - Parameter chosen: a SELECT of ids.
  private func runs(
    _ chosen: String, _ arguments: StatementArguments
  ) throws -> [Int: [Ad.Run]] {
    try grouped(
      "SELECT ad, starts, ends FROM runs WHERE ad IN (\(chosen)) ORDER BY ad, number", arguments
    ) { Ad.Run(start: try $0.moment(), end: try $0.momentIfAny()) }
  }

  // MARK: - Rows

  private func rows<Value>(
    _ sql: String, _ arguments: StatementArguments, _ read: (inout Columns) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try cursor.next() {
      var columns = Columns(row)
      values.append(try read(&columns))
    }
    return values
  }

  /// By the first column, a row's id.
  private func grouped<Value>(
    _ sql: String, _ arguments: StatementArguments, _ read: (inout Columns) throws -> Value
  ) throws -> [Int: [Value]] {
    var values: [Int: [Value]] = [:]
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try cursor.next() {
      var columns = Columns(row)
      let id: Int = try columns.next()
      values[id, default: []].append(try read(&columns))
    }
    return values
  }
}
