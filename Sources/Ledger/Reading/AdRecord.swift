public import Diagnostics
public import Posts

/// An ad with what it hangs on, as it is at a moment.
public struct AdRecord: Equatable, Sendable {
  /// The post that the ad shows.
  public var post: Key<Post>
  /// Who made the post; nil when nobody said.
  public var creator: Key<Creator>?
  /// The authorization whose code it runs on.
  public var authorization: Authorization
  /// The ad as it is recorded.
  public var ad: Ad
  /// What is true: see `PostStory.stage(of:at:)`.
  public var stage: Ad.Stage
  /// When it was live until the moment.
  public var runs: [Ad.Run]

  package init(_ key: Key<Ad>, in story: PostStory, at now: Moment) throws(Refusal) {
    guard let ad = story.ad(key) else { throw .noSuchAd(key, post: story.post.key) }
    guard let authorization = story.authorization(ad.plan.authorization) else {
      throw .noSuchAuthorization(ad.plan.authorization, post: story.post.key)
    }
    post = story.post.key
    creator = story.post.creator
    self.authorization = authorization
    self.ad = ad
    stage = story.stage(of: ad, at: now)
    runs = story.runs(of: ad, at: now)
  }

  /// What usually comes next; nil when the ad is over.
  public var advice: Advice? {
    switch stage {
    case .planned where authorization.grant?.advertisers.contains(ad.plan.advertiser) != true:
      .apply(authorization.key, by: ad.plan.advertiser)
    case .planned: .identify(ad.key)
    case .submitted: .move(ad.key, to: .inReview)
    case .inReview: .move(ad.key, to: .approved)
    case .rejected: .submit(ad.key)
    case .approved, .paused: .move(ad.key, to: .live)
    case .live: .importReport
    case .ended: nil
    }
  }
}

/// What a verb did to an ad.
public struct AdChange: Sendable {
  public var record: AdRecord
  /// nil for an ad that was planned just now.
  public var before: Ad.Stage?
  /// Whether there was anything to write down.
  public var isChanged: Bool
  public var warnings: [Diagnostic]
}
