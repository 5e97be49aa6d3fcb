/// A rule that stands against what was asked: nothing was changed.
///
/// Cases hold the facts; the sentences are in `RefusalMessages.swift`.
public enum Refusal: Error, Equatable, Sendable {
  // Posts
  case publishedIsKept(Key<Post>)
  case notPublished(Key<Post>)
  case alreadyPublished(Key<Post>, url: String)
  case publishedInFuture(Moment)
  case postIsRemoved(Key<Post>, at: Moment)
  case captionIsFrozen(Key<Post>, authorization: Key<Authorization>)
  case creatorIsFixed(Key<Post>, creator: Key<Creator>)
  /// Another post of the library has the same id at TikTok.
  case itemIsKnown(itemID: String, post: Key<Post>)

  // Codes
  case noSuchAuthorization(Key<Authorization>, post: Key<Post>)
  case alreadyAuthorized(Key<Authorization>, status: Authorization.Status, end: Moment?)
  case stillValid(Key<Authorization>, status: Authorization.Status, end: Moment?)
  case notARequest(Key<Authorization>, status: Authorization.Status)
  case noCodeYet(Key<Authorization>, status: Authorization.Status)
  case codeHasEnded(Key<Authorization>, end: Moment)
  case codeIsRevoked(Key<Authorization>, at: Moment)
  case appliedElsewhere(Key<Authorization>, advertiser: Key<Advertiser>, at: Moment)
  case tooManyDays(Int)
  case endsBeforeItStarts(start: Moment, end: Moment)
  /// The same text is on record already.
  case codeIsKnown(Key<Authorization>, post: Key<Post>)
  /// The same but for letter case or look-alike characters. Places from 1.
  case codeIsAlmostKnown(
    Key<Authorization>, post: Key<Post>, differences: [CodeDifference])

  // Ads
  case adsAreRunning([Key<Ad>], on: String)
  case noSuchAd(Key<Ad>, post: Key<Post>)
  case adIsKnown(Key<Ad>)
  case adIsOver(Key<Ad>, Ad.Ending, at: Moment)
  case adCannotMove(Key<Ad>, from: Ad.Status, to: Ad.Status)
  case adHasOtherID(Key<Ad>, id: String)
  case adOutlivesCode(
    Key<Authorization>, adEnd: Moment, codeEnd: Moment, missingDays: Int)
  case adStartsBeforeCode(Key<Authorization>, adStart: Moment, codeStart: Moment)
  case codeIsNotApplied(Key<Authorization>, advertiser: Key<Advertiser>)
  case scheduleIsEmpty(start: Moment, end: Moment)
  case scheduleIsOver(end: Moment)

  // Money
  case otherCurrency(Key<Agreement>, expected: String, found: String)
  case notAPayment(Money)
  case termsAreEmpty

  public struct CodeDifference: Equatable, Sendable {
    public var place: Int
    public var here: Character
    public var there: Character

    public init(place: Int, here: Character, there: Character) {
      self.place = place
      self.here = here
      self.there = there
    }
  }

  /// The rule's name, by which `flint explain` knows it; never changes.
  public var name: String {
    switch self {
    case .publishedIsKept: "published-is-kept"
    case .notPublished: "not-published"
    case .alreadyPublished: "already-published"
    case .publishedInFuture: "published-in-future"
    case .postIsRemoved: "post-is-removed"
    case .captionIsFrozen: "caption-is-frozen"
    case .creatorIsFixed: "creator-is-fixed"
    case .itemIsKnown: "item-is-known"
    case .noSuchAuthorization: "no-such-authorization"
    case .alreadyAuthorized: "already-authorized"
    case .stillValid: "still-valid"
    case .notARequest: "not-a-request"
    case .noCodeYet: "no-code-yet"
    case .codeHasEnded: "code-has-ended"
    case .codeIsRevoked: "code-is-revoked"
    case .appliedElsewhere: "applied-elsewhere"
    case .tooManyDays: "too-many-days"
    case .endsBeforeItStarts: "ends-before-it-starts"
    case .codeIsKnown: "code-is-known"
    case .codeIsAlmostKnown: "code-is-almost-known"
    case .adsAreRunning: "ads-are-running"
    case .noSuchAd: "no-such-ad"
    case .adIsKnown: "ad-is-known"
    case .adIsOver: "ad-is-over"
    case .adCannotMove: "ad-cannot-move"
    case .adHasOtherID: "ad-has-other-id"
    case .adOutlivesCode: "ad-outlives-code"
    case .adStartsBeforeCode: "ad-starts-before-code"
    case .codeIsNotApplied: "code-is-not-applied"
    case .scheduleIsEmpty: "schedule-is-empty"
    case .scheduleIsOver: "schedule-is-over"
    case .otherCurrency: "other-currency"
    case .notAPayment: "not-a-payment"
    case .termsAreEmpty: "terms-are-empty"
    }
  }

  /// Every name, in the order of the cases; a test holds it against them.
  public static let names = [
    "published-is-kept", "not-published", "already-published", "published-in-future",
    "post-is-removed", "caption-is-frozen", "creator-is-fixed", "item-is-known",
    "no-such-authorization", "already-authorized", "still-valid", "not-a-request", "no-code-yet",
    "code-has-ended", "code-is-revoked", "applied-elsewhere", "too-many-days",
    "ends-before-it-starts", "code-is-known", "code-is-almost-known", "ads-are-running",
    "no-such-ad", "ad-is-known", "ad-is-over", "ad-cannot-move", "ad-has-other-id",
    "ad-outlives-code", "ad-starts-before-code", "code-is-not-applied", "schedule-is-empty",
    "schedule-is-over", "other-currency", "not-a-payment", "terms-are-empty",
  ]
}
