public import Diagnostics
import GRDB
public import Posts

/// What can be asked of the library, inside of `LibraryStore.read` or `write`.
///
/// The functions `…(named:)` take what a user typed: a whole key, or the beginning of exactly one.
/// Nothing that fits, or several, is a diagnostic that names the nearest or all candidates.
public struct LibraryReader {
  let db: Database
}

// MARK: - Names

extension LibraryReader {
  public func post(named text: String) throws(Diagnostic) -> Key<Post> { fatalError("to come") }

  /// Also a post's name when it has one open authorization, or only one at all.
  public func authorization(
    named text: String, at now: Moment
  ) throws(Diagnostic) -> (post: Key<Post>, authorization: Key<Authorization>) {
    fatalError("to come")
  }

  /// Also TikTok's id.
  public func ad(named text: String) throws(Diagnostic) -> (post: Key<Post>, ad: Key<Ad>) {
    fatalError("to come")
  }

  public func agreement(named text: String) throws(Diagnostic) -> Key<Agreement> {
    fatalError("to come")
  }

  /// With or without `@`, or a profile's URL.
  public func creator(named text: String) throws(Diagnostic) -> Key<Creator> {
    fatalError("to come")
  }

  public func brand(named text: String) throws(Diagnostic) -> Key<Brand> { fatalError("to come") }

  public func advertiser(named text: String) throws(Diagnostic) -> Key<Advertiser> {
    fatalError("to come")
  }

  /// The first of `key`, `key-2`, `key-3` … that no post has.
  public func freePostKey(_ key: String) throws -> Key<Post> { fatalError("to come") }

  /// `POST@BRAND`, or with `.2`, `.3` … when the brand had one before.
  public func freeAuthorizationKey(
    post: Key<Post>, brand: Key<Brand>
  ) throws -> Key<Authorization> { fatalError("to come") }

  public func freeAdKey(_ key: String) throws -> Key<Ad> { fatalError("to come") }

  public func freeAgreementKey(
    creator: Key<Creator>, brand: Key<Brand>
  ) throws -> Key<Agreement> { fatalError("to come") }
}

// MARK: - Records

extension LibraryReader {
  /// nil when there is no such post.
  public func story(of post: Key<Post>) throws -> PostStory? { fatalError("to come") }

  /// Oldest first.
  public func events(of post: Key<Post>) throws -> [Recorded<PostEvent>] { fatalError("to come") }

  public func agreement(_ key: Key<Agreement>) throws -> Agreement? { fatalError("to come") }

  public func creator(_ key: Key<Creator>) throws -> Creator? { fatalError("to come") }

  public func brand(_ key: Key<Brand>) throws -> Brand? { fatalError("to come") }

  public func advertiser(_ key: Key<Advertiser>) throws -> Advertiser? { fatalError("to come") }

  /// The post with TikTok's id, whether it is still there or removed.
  public func post(itemID: String) throws -> Key<Post>? { fatalError("to come") }

  /// The newest version of a post that was drawn under a key: `key` itself, or a later version.
  public func newestVersion(of key: Key<Post>) throws -> Key<Post>? { fatalError("to come") }
}

// MARK: - Codes

extension LibraryReader {
  /// Which authorization has the code of this fingerprint.
  public func authorization(
    withFingerprint sha256: String
  ) throws -> (post: Key<Post>, authorization: Key<Authorization>)? { fatalError("to come") }

  /// Codes that look like this one and are not the same; with their texts, to be compared and
  /// forgotten.
  public func codes(
    alike code: SparkCode
  ) throws -> [(post: Key<Post>, authorization: Key<Authorization>, code: SparkCode)] {
    fatalError("to come")
  }

  /// The code itself: only for `code reveal` and a hand-off that asks for it.
  public func code(withFingerprint sha256: String) throws -> SparkCode? { fatalError("to come") }
}

// MARK: - Lists

/// Which posts to list; everything that is nil does not matter.
public struct PostFilter: Equatable, Sendable {
  /// With an authorization that is valid now, or without one.
  public var isAuthorized: Bool?
  public var stage: Stage?
  public var creator: Key<Creator>?
  /// With an authorization or agreement of this brand, whatever its state.
  public var brand: Key<Brand>?
  public var tag: String?
  public var template: String?
  public var limit: Int?

  public enum Stage: String, CaseIterable, Sendable { case draft, published, removed }

  public init() {}
}

/// A line of `post list`.
public struct PostSummary: Equatable, Sendable {
  public var key: Key<Post>
  public var creator: Key<Creator>?
  public var stage: PostFilter.Stage
  public var template: String?
  public var slideCount: Int
  public var version: Int
  public var caption: String
  public var tags: [String]
  public var itemID: String?
  public var url: String?
  /// When it was drawn or noted first.
  public var created: Moment
  public var published: Moment?
  /// Authorizations that are valid now.
  public var validCodes: Int
  /// The earliest end among them.
  public var earliestEnd: Moment?
  /// Ads that are not over.
  public var openAds: Int
}

public struct AuthorizationFilter: Equatable, Sendable {
  /// Valid now: issued, shared or applied.
  public var isUsable: Bool?
  /// Valid now and over before this moment.
  public var endsBefore: Moment?
  public var status: Authorization.Status?
  public var brand: Key<Brand>?
  public var creator: Key<Creator>?
  public var post: Key<Post>?
  public var agreement: Key<Agreement>?
  public var advertiser: Key<Advertiser>?
  public var limit: Int?

  public init() {}
}

/// A line of `code list`: an authorization with what it hangs on.
public struct AuthorizationSummary: Equatable, Sendable {
  public var post: Key<Post>
  public var creator: Key<Creator>?
  public var url: String?
  public var authorization: Authorization
}

public struct AdFilter: Equatable, Sendable {
  public var status: Ad.Status?
  /// Not over.
  public var isOpen: Bool?
  public var brand: Key<Brand>?
  public var creator: Key<Creator>?
  public var post: Key<Post>?
  public var authorization: Key<Authorization>?
  public var advertiser: Key<Advertiser>?
  public var limit: Int?

  public init() {}
}

/// A line of `ad list`.
public struct AdSummary: Equatable, Sendable {
  public var post: Key<Post>
  public var creator: Key<Creator>?
  public var brand: Key<Brand>
  public var ad: Ad
  /// What is true now: see `PostStory.stage(of:at:)`.
  public var stage: Ad.Stage
  /// The end of its authorization: by time, revocation or the post's removal.
  public var authorizationEnd: Moment?
  /// Of the counted snapshots, all days; one amount a currency.
  public var spend: [Money]
  public var impressions: Int?
}

extension LibraryReader {
  /// Newest first.
  public func posts(_ filter: PostFilter, at now: Moment) throws -> [PostSummary] {
    fatalError("to come")
  }

  /// Those that end first come first; requests by age before them, what is over after them.
  public func authorizations(
    _ filter: AuthorizationFilter, at now: Moment
  ) throws -> [AuthorizationSummary] { fatalError("to come") }

  /// Newest plans first.
  public func ads(_ filter: AdFilter, at now: Moment) throws -> [AdSummary] {
    fatalError("to come")
  }

  public func creators() throws -> [Creator] { fatalError("to come") }
  public func brands() throws -> [Brand] { fatalError("to come") }
  public func advertisers(of brand: Key<Brand>?) throws -> [Advertiser] { fatalError("to come") }

  /// By their names; of all brands when nil.
  public func standardAds(of brand: Key<Brand>?) throws -> [StandardAd] { fatalError("to come") }

  public func agreements(
    creator: Key<Creator>?, brand: Key<Brand>?
  ) throws -> [Agreement] { fatalError("to come") }

  /// Posts whose slides, captions, titles, keys or tags have all the words, best first.
  ///
  /// Works for every script, written as one searches: `crème` finds `Creme`, part of a Japanese
  /// phrase finds it.
  public func search(_ words: String, limit: Int) throws -> [SearchHit] { fatalError("to come") }

  /// All tags in use, with how many posts have each.
  public func tags() throws -> [(tag: String, count: Int)] { fatalError("to come") }
}

public struct SearchHit: Equatable, Sendable {
  public var post: Key<Post>
  /// Where it was found: the text around it, with the words between U+2068 and U+2069.
  public var excerpt: String
}

// MARK: - Money and results

extension LibraryReader {
  /// The statement of each agreement, as of `now`.
  ///
  /// - Parameter days: only what was spent on these days; all when nil. Fees and payments are
  ///   always whole.
  public func statements(
    creator: Key<Creator>?, brand: Key<Brand>?, agreement: Key<Agreement>?,
    days: ClosedRange<Day>?, at now: Moment
  ) throws -> [Posts.Statement] { fatalError("to come") }

  /// What each ad did that has figures, Spark or standard, with the rows that are counted.
  public func results(_ filter: ResultFilter) throws -> [AdResult] { fatalError("to come") }
}

public struct ResultFilter: Equatable, Sendable {
  public var brand: Key<Brand>?
  /// Of the post; standard ads have none and stay.
  public var creator: Key<Creator>?
  public var days: ClosedRange<Day>?

  public init() {}
}
