/// What a person can do next with Flint: the verb, what it is done to, its days or money.
///
/// Whoever knows the rule decides it: refusals, what is due, a post's next steps, warnings. What
/// only a person knows, an address or a name, is not in it. `command` is the one place that knows
/// how it is typed.
public enum Advice: Hashable, Sendable {
  // Posts
  /// Draw the post, or its next version.
  case draw
  /// See what TikTok or a reader would refuse.
  case check(Key<Post>)
  /// Record that it is live.
  case publish(Key<Post>)
  /// Record a fact about it.
  case state(Key<Post>, Fact)
  /// Look at the post.
  case showPost(Key<Post>)
  /// Record that it is gone from TikTok; `isForced` also while ads run.
  case removePost(Key<Post>, isForced: Bool)

  // Codes
  /// Ask for a code, for so many days; for the days of the agreement when nil.
  case request(Key<Post>, days: Int?)
  /// Record the code that answers a request.
  case addCode(Key<Authorization>)
  /// Take the request back.
  case withdraw(Key<Authorization>)
  /// Record that the brand has the code.
  case share(Key<Authorization>)
  /// Record that an account has entered it; which one is asked when nil.
  case apply(Key<Authorization>, by: Key<Advertiser>?)
  /// Record that TikTok took it from another account, against our rule.
  case applyAllTheSame(Key<Authorization>)
  /// Record that its creator gave it more days.
  case extend(Key<Authorization>, days: Int)
  /// Record its end as the app or Ads Manager shows it.
  case readEnd(Key<Authorization>)
  /// Record that its creator took it back; `isForced` also while ads run.
  case revoke(Key<Authorization>, isForced: Bool)
  /// Record a new code in the place of one that is over.
  case reissue(Key<Authorization>)
  /// Look at the authorization.
  case showCode(Key<Authorization>)

  // Ads
  /// Plan an ad; on which code and for whom is asked when nil.
  case planAd(Key<Authorization>?, for: Key<Advertiser>?)
  /// Record that the ad is with TikTok, or is so again.
  case submit(Key<Ad>)
  /// The same, with TikTok's id of it.
  case identify(Key<Ad>)
  /// Record where it stands.
  case move(Key<Ad>, to: Ad.Status)
  /// Record TikTok's own word for where it stands.
  case readStatus(Key<Ad>)
  /// Record that it is over.
  case end(Key<Ad>, Ad.Ending)
  /// Take in a report of Ads Manager.
  case importReport
  /// See the post's ads.
  case listAds(Key<Post>)

  // Money
  /// Record a payment.
  case pay(Key<Agreement>, Money)

  /// Look up a word of TikTok's.
  case explain(word: String)

  /// What can be recorded of a post.
  public enum Fact: Hashable, Sendable {
    /// Whose it is.
    case creator
    /// What it discloses.
    case disclosure(Disclosure)
    /// Who sees it.
    case privacy(Post.Privacy)
    /// "Ad authorization" is on in the app.
    case adAuthorizationIsOn
    /// Its sound may be used commercially.
    case musicIsCleared
  }
}

extension Advice {
  /// The extension to ask for when so many days are missing: the shortest that TikTok offers.
  public static func extend(
    _ key: Key<Authorization>, byAtLeast missingDays: Int
  ) -> Advice {
    .extend(key, days: Authorization.extensionDays(for: missingDays))
  }

  /// The extension that lets a code go on as it was licensed. Lists, pages, letters and the
  /// calendar all propose it.
  public static func renew(_ authorization: Authorization) -> Advice {
    .extend(authorization.key, byAtLeast: authorization.days)
  }

  /// The days of an extension; nil for all else.
  public var days: Int? {
    if case .extend(_, let days) = self { days } else { nil }
  }
}
