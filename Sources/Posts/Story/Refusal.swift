/// A rule that stands against what was asked: nothing was changed.
///
/// Cases hold the facts; the sentences are in `RefusalMessages.swift`.
public enum Refusal: Error, Equatable, Sendable {
  // Posts
  /// A published post is neither discarded nor drawn over.
  case publishedIsKept(Key<Post>)
  /// What was asked needs a post that is on TikTok.
  case notPublished(Key<Post>)
  /// The post is on TikTok already, at this address.
  case alreadyPublished(Key<Post>, url: String)
  /// A time of publication that has not come.
  case publishedInFuture(Moment)
  /// The post is gone from TikTok.
  case postIsRemoved(Key<Post>, at: Moment)
  /// TikTok keeps the caption of a post that has a code.
  case captionIsFrozen(Key<Post>, authorization: Key<Authorization>)
  /// The creator of a post stays once a code was issued for it.
  case creatorIsFixed(Key<Post>, creator: Key<Creator>)
  /// Another post of the library has the same id at TikTok.
  case itemIsKnown(itemID: String, post: Key<Post>)

  // Codes
  /// The post has no authorization of this key.
  case noSuchAuthorization(Key<Authorization>, post: Key<Post>)
  /// There is an authorization of this key, where a new one was to begin.
  case alreadyAuthorized(Key<Authorization>, status: Authorization.Status, end: Moment?)
  /// The code that was to be replaced is still in use.
  case stillValid(Key<Authorization>, status: Authorization.Status, end: Moment?)
  /// Only a request that waits for its code can be withdrawn.
  case notARequest(Key<Authorization>, status: Authorization.Status)
  /// What was asked needs a code, and there is only a request.
  case noCodeYet(Key<Authorization>, status: Authorization.Status)
  /// The code's end is past.
  case codeHasEnded(Key<Authorization>, end: Moment)
  /// The creator took the code back.
  case codeIsRevoked(Key<Authorization>, at: Moment)
  /// Another account has entered the code.
  case appliedElsewhere(Key<Authorization>, advertiser: Key<Advertiser>, at: Moment)
  /// More days than a code can have.
  case tooManyDays(Int)
  /// An end of a code that is not after its start.
  case endsBeforeItStarts(start: Moment, end: Moment)
  /// The same text is on record already.
  case codeIsKnown(Key<Authorization>, post: Key<Post>)
  /// The same but for letter case or look-alike characters. Places from 1.
  case codeIsAlmostKnown(
    Key<Authorization>, post: Key<Post>, differences: [CodeDifference])

  // Ads
  /// Ads run, and would end by what was asked.
  case adsAreRunning([Key<Ad>], on: String)
  /// The post has no ad of this key.
  case noSuchAd(Key<Ad>, post: Key<Post>)
  /// There is an ad of this key already.
  case adIsKnown(Key<Ad>)
  /// An ad that has ended never comes back.
  case adIsOver(Key<Ad>, Ad.Ending, at: Moment)
  /// A step that leaves out what has to come between.
  case adCannotMove(Key<Ad>, from: Ad.Status, to: Ad.Status)
  /// TikTok's id of the ad is on record, and it is another.
  case adHasOtherID(Key<Ad>, id: String)
  /// The ad would run after its code has ended.
  case adOutlivesCode(
    Key<Authorization>, adEnd: Moment, codeEnd: Moment, missingDays: Int)
  /// The ad would begin before its code is valid.
  case adStartsBeforeCode(Key<Authorization>, adStart: Moment, codeStart: Moment)
  /// The account has not entered the code.
  case codeIsNotApplied(Key<Authorization>, advertiser: Key<Advertiser>)
  /// The ad would end before it begins.
  case scheduleIsEmpty(start: Moment, end: Moment)
  /// The ad's end is past already.
  case scheduleIsOver(end: Moment)

  // Money
  /// An amount in another currency than the agreement's.
  case otherCurrency(Key<Agreement>, expected: String, found: String)
  /// An amount that pays nothing.
  case notAPayment(Money)
  /// An agreement with neither a fee nor a share.
  case termsAreEmpty

  /// Where two codes that look alike differ.
  public struct CodeDifference: Equatable, Sendable {
    /// The place of the character, from 1.
    public var place: Int
    /// The character of the code that was given.
    public var here: Character
    /// The character of the code on record.
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
