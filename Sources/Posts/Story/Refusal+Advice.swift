extension Refusal {
  /// What to do instead, as far as Flint does it; empty where a person has to think again.
  ///
  /// Its sentence is `nextStep`.
  public var advice: [Advice] {
    switch self {
    case .notPublished(let post): [.publish(post)]
    case .itemIsKnown(_, let post), .noSuchAuthorization(_, let post): [.showPost(post)]
    case .alreadyAuthorized(let key, .requested, _): [.addCode(key)]
    case .alreadyAuthorized(let key, .withdrawn, _), .noCodeYet(let key, .withdrawn):
      [.request(Self.post(of: key), days: nil)]
    case .noCodeYet(let key, _): [.addCode(key)]
    case .alreadyAuthorized(let key, let status, _) where status.isFinal: [.reissue(key)]
    case .alreadyAuthorized(let key, _, _), .stillValid(let key, _, _):
      [.extend(key, days: 30), .revoke(key, isForced: false)]
    case .notARequest(let key, _): [.revoke(key, isForced: false)]
    case .codeHasEnded(let key, _), .codeIsRevoked(let key, _): [.reissue(key)]
    case .appliedElsewhere(let key, _, _): [.applyAllTheSame(key)]
    case .adsAreRunning(let ads, _): ads.prefix(1).map { .end($0, .deleted) }
    case .noSuchAd(_, let post): [.listAds(post)]
    case .adIsOver, .adHasOtherID: [.planAd(nil, for: nil)]
    case .adCannotMove(let ad, .planned, _), .adCannotMove(let ad, .rejected, _): [.submit(ad)]
    case .adCannotMove(let ad, _, _): [.readStatus(ad)]
    case .adOutlivesCode(let key, _, _, let days): [.extend(key, byAtLeast: days)]
    case .codeIsNotApplied(let key, let advertiser): [.apply(key, by: advertiser)]
    case .publishedIsKept, .alreadyPublished, .publishedInFuture, .postIsRemoved,
      .captionIsFrozen, .creatorIsFixed, .tooManyDays, .endsBeforeItStarts, .codeIsKnown,
      .codeIsAlmostKnown, .adIsKnown, .adStartsBeforeCode, .scheduleIsEmpty, .scheduleIsOver,
      .otherCurrency, .notAPayment, .termsAreEmpty:
      []
    }
  }

  /// A key is `POST@BRAND`.
  private static func post(of key: Key<Authorization>) -> Key<Post> {
    Key(String(key.text.prefix { $0 != "@" }))
  }
}
