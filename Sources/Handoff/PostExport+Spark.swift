import Archives
import Diagnostics
import Ledger
import Library
package import Posts

extension PostExport {
  /// One ZIP for a brand.
  func sparkBundle(of story: PostStory, at now: Moment) throws -> Package {
    guard let brandKey = options.brand else {
      preconditionFailure("a Spark hand-off goes to a brand")
    }
    if case .removed(_, let at, _) = story.post.stage {
      throw Refusal.postIsRemoved(story.post.key, at: at)
    }
    let authorization = Self.authorization(of: story, for: brandKey)
    if options.withCode { try Self.checkCode(of: authorization, story, for: brandKey, at: now) }
    let stored = try stored(story)
    let source = try store.read { reader in
      guard let brand = try reader.brand(brandKey) else { throw Diagnostic.brandIsGone(brandKey) }
      var source = BundleSource(
        stored: stored, creator: try story.post.creator.flatMap { try reader.creator($0) },
        brand: brand, authorization: authorization,
        agreement: try Self.agreement(authorization, story.post, brandKey, reader))
      try source.hideCodes(reader.hidingCodes)
      if options.withCode, let mark = authorization?.grant?.code {
        source.code = try reader.code(withFingerprint: mark.fingerprint)
        if source.code == nil { throw Diagnostic.codeIsNotHere(authorization?.key, mark) }
      }
      return source
    }
    let entries = try SparkBundle.entries(of: source)
    let bytes = try ZIPWriter.bytes(entries)
    return Package(
      content: .file(bytes), files: entries.map(\.path),
      warnings: stored.warnings + Self.readiness(of: story.post),
      shared: options.withCode ? authorization?.key : nil)
  }

  /// The newest of the brand that carries a code and was not taken back.
  package static func authorization(of story: PostStory, for brand: Key<Brand>) -> Authorization? {
    story.authorizations.last { authorization in
      guard authorization.brand == brand, case .granted = authorization.stage else { return false }
      return true
    }
  }

  /// Refuses as sharing would.
  private static func checkCode(
    of authorization: Authorization?, _ story: PostStory, for brand: Key<Brand>, at now: Moment
  ) throws(Refusal) {
    // Of one that was revoked or never had a code, the refusal tells.
    guard
      let key = authorization?.key ?? story.authorizations.last(where: { $0.brand == brand })?.key
    else {
      throw .noSuchAuthorization(
        Key("\(story.post.key)@\(brand)"), post: story.post.key)
    }
    var copy = story
    try copy.share(key, how: "export", at: now)
  }

  /// The one that the authorization is under, or else the newest of the two parties.
  private static func agreement(
    _ authorization: Authorization?, _ post: Post, _ brand: Key<Brand>, _ reader: LibraryReader
  ) throws -> Agreement? {
    if let key = authorization?.agreement { return try reader.agreement(key) }
    guard let creator = post.creator else { return nil }
    return try reader.agreements(creator: creator, brand: brand)
      .max { ($0.made, $0.key) < ($1.made, $1.key) }
  }

  /// What stands between the post and an ad for sure.
  private static func readiness(of post: Post) -> [Diagnostic] {
    post.gaps.filter { $0.isCertain && $0 != .notPublished }
      .map { .notReady(post.key, $0.sentence(for: post.key)) }
  }
}
