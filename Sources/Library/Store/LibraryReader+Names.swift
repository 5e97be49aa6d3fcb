public import Diagnostics
import Foundation
import GRDB
public import Posts

extension LibraryReader {
  /// Also TikTok's id of the post, or its URL.
  public func post(named text: String) throws(Diagnostic) -> Key<Post> {
    try diagnosing {
      let itemID = Publication.itemID(inURL: text) ?? text
      if Publication.isItemID(itemID), let key = try post(itemID: itemID) { return key }
      return try resolve(text, in: "posts", otherwise: { .noSuchPost($0, nearest: $1) })
    }
  }

  /// As `post(named:)`, with what hangs on the post.
  public func story(named text: String) throws(Diagnostic) -> PostStory {
    let key = try post(named: text)
    return try diagnosing { try story(of: key).required() }
  }

  /// Also the beginnings of post and brand, `mug@har`; the first eight or more digits of the code's
  /// fingerprint; a post's name when it has one open authorization, or only one at all.
  public func authorization(
    named text: String, at now: Moment
  ) throws(Diagnostic) -> (story: PostStory, authorization: Authorization) {
    try diagnosing {
      let key: Key<Authorization>
      if let found = try authorization(withFingerprintStart: text) {
        key = found
      } else if let found = try theAuthorization(ofPostNamed: text, at: now) {
        return found
      } else if let found = try theAuthorization(ofPostAndBrand: text) {
        key = found
      } else {
        key = try resolve(
          text, in: "authorizations", otherwise: { .noSuchAuthorization($0, nearest: $1) })
      }
      let story = try story(of: try post(of: key).required()).required()
      return (story, try story.authorization(key).required())
    }
  }

  /// `POST@BRAND` with the beginning of each; nil when that is not exactly one authorization.
  private func theAuthorization(ofPostAndBrand text: String) throws -> Key<Authorization>? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let found = try rows(
      """
      SELECT authorizations.key FROM authorizations JOIN posts ON posts.id = authorizations.post
      WHERE substr(posts.key, 1, length(:post)) = :post
        AND substr(authorizations.brand, 1, length(:brand)) = :brand
        AND NOT EXISTS (SELECT 1 FROM authorizations WHERE key = :text)
      LIMIT 2
      """,
      [
        "post": String(text[..<at]), "brand": String(text[text.index(after: at)...]), "text": text,
      ]
    ) { try $0.key() as Key<Authorization> }
    return found.count == 1 ? found[0] : nil
  }

  /// Also TikTok's id.
  public func ad(named text: String) throws(Diagnostic) -> (story: PostStory, ad: Ad) {
    try diagnosing {
      let byID: Key<Ad>? = try key("SELECT key FROM ads WHERE tiktok_id = ?", [text])
      let key = try byID ?? resolve(text, in: "ads", otherwise: { .noSuchAd($0, nearest: $1) })
      let story = try story(of: try post(of: key).required()).required()
      return (story, try story.ad(key).required())
    }
  }

  public func agreement(named text: String) throws(Diagnostic) -> Agreement {
    try diagnosing {
      let key: Key<Agreement> = try resolve(
        text, in: "agreements", otherwise: { .noSuchAgreement($0, nearest: $1) })
      return try agreement(key).required()
    }
  }

  /// With or without `@`, or a profile's URL.
  public func creator(named text: String) throws(Diagnostic) -> Creator {
    try diagnosing {
      let handle = Creator.key(ofHandle: text)?.text ?? text
      let key: Key<Creator> = try resolve(
        handle, in: "creators", otherwise: { .noSuchCreator($0, nearest: $1) })
      return try creator(key).required()
    }
  }

  public func brand(named text: String) throws(Diagnostic) -> Brand {
    try diagnosing {
      let key: Key<Brand> = try resolve(
        text, in: "brands", otherwise: { .noSuchBrand($0, nearest: $1) })
      return try brand(key).required()
    }
  }

  public func advertiser(named text: String) throws(Diagnostic) -> Advertiser {
    try diagnosing {
      let key: Key<Advertiser> = try resolve(
        text, in: "advertisers", otherwise: { .noSuchAdvertiser($0, nearest: $1) })
      return try advertiser(key).required()
    }
  }

  // MARK: - Free keys

  /// The first of `key`, `key-2`, `key-3` … that no post has.
  public func freePostKey(_ key: String) throws -> Key<Post> {
    Key(try free(key, "-", in: "posts"))
  }

  /// `POST@BRAND`, or with `.2`, `.3` … when the brand had one before.
  public func freeAuthorizationKey(
    post: Key<Post>, brand: Key<Brand>
  ) throws -> Key<Authorization> {
    Key(try free("\(post)@\(brand)", ".", in: "authorizations"))
  }

  public func freeAdKey(_ key: String) throws -> Key<Ad> { Key(try free(key, "-", in: "ads")) }

  /// `CREATOR@BRAND`, or with `.2`, `.3` … when they had one before.
  public func freeAgreementKey(
    creator: Key<Creator>, brand: Key<Brand>
  ) throws -> Key<Agreement> {
    Key(try free("\(creator)@\(brand)", ".", in: "agreements"))
  }

  public func freeStandardAdKey(_ key: String) throws -> Key<StandardAd> {
    Key(try free(key, "-", in: "standard_ads"))
  }

  private func free(_ wanted: String, _ separator: String, in table: String) throws -> String {
    var candidate = wanted
    var number = 2
    while try isTaken(candidate, in: table) {
      candidate = "\(wanted)\(separator)\(number)"
      number += 1
    }
    return candidate
  }

  func isTaken(_ key: String, in table: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE key = ?)"),
      arguments: [key]) == true
  }

  // MARK: - Looking up

  private func authorization(
    withFingerprintStart text: String
  ) throws -> Key<Authorization>? {
    let digits = text.lowercased()
    guard (8...64).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit) else { return nil }
    let found = try String.fetchAll(
      db,
      sql: "SELECT key FROM authorizations WHERE fingerprint >= ? AND fingerprint < ? LIMIT 2",
      arguments: [digits, digits + "g"])
    return found.count == 1 ? Key(found[0]) : nil
  }

  /// The open authorization of a post, or its only one; nil when there is no such post, or no one
  /// authorization that it could be.
  private func theAuthorization(
    ofPostNamed text: String, at now: Moment
  ) throws -> (story: PostStory, authorization: Authorization)? {
    let post: Key<Post>
    do {
      post = try self.post(named: text)
    } catch {
      // Then it may be an authorization's name; what is wrong with that is told there.
      return nil
    }
    let story = try story(of: post).required()
    if let exact = story.authorizations.first(where: { $0.key.text == text }) {
      return (story, exact)
    }
    let open = story.authorizations.filter { !$0.status(at: now).isFinal }
    let candidates = open.isEmpty ? story.authorizations : open
    if candidates.count == 1 { return (story, candidates[0]) }
    if candidates.isEmpty { throw Diagnostic.hasNoAuthorization(post) }
    throw Diagnostic.ambiguous(text, candidates: candidates.map(\.key.text), areMore: false)
  }

  private func resolve<Subject>(
    _ text: String, in table: String, otherwise diagnostic: (String, String?) -> Diagnostic
  ) throws -> Key<Subject> {
    // Keys come from texts in composed form; some systems decompose what is typed or completed.
    for typed in [text, text.precomposedStringWithCanonicalMapping] where !typed.isEmpty {
      if try isTaken(typed, in: table) { return Key(typed) }
      let candidates = try String.fetchAll(
        db,
        sql: """
          SELECT key FROM \(table) WHERE key >= ? AND substr(key, 1, length(?)) = ?
          ORDER BY key LIMIT \(Self.mostCandidates + 1)
          """, arguments: [typed, typed, typed])
      if candidates.count == 1 { return Key(candidates[0]) }
      if !candidates.isEmpty {
        throw Diagnostic.ambiguous(
          text, candidates: Array(candidates.prefix(Self.mostCandidates)),
          areMore: candidates.count > Self.mostCandidates)
      }
    }
    let keys = try String.fetchAll(
      db, sql: "SELECT key FROM \(table) ORDER BY key LIMIT \(Self.mostCompared)")
    throw diagnostic(text, Spelling.nearest(to: text, among: keys))
  }

  /// More than a person reads.
  private static let mostCandidates = 8
  /// Comparing spellings takes milliseconds for a few thousand.
  private static let mostCompared = 5_000

  /// For functions that throw nothing but diagnostics.
  private func diagnosing<Value>(_ work: () throws -> Value) throws(Diagnostic) -> Value {
    do {
      return try work()
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw .naming(error, path: path) ?? .error("\"\(path)\": \(type(of: error))")
    }
  }
}
