/// One thing that happened to a post; with its time it is all that a `PostStory` is made of.
///
/// Written down for good: cases are added, never changed or taken away. It never holds a code.
public enum PostEvent: Equatable, Sendable, Codable {
  /// Slides were drawn for a draft, with these words.
  case drawn(Post.Drawing, caption: String, title: String?, facts: Post.Facts)
  /// The post was made elsewhere; only its life on TikTok is followed.
  case noted
  /// It was said who posts it.
  case assigned(creator: Key<Creator>)
  /// The caption or title was changed.
  case worded(caption: String, title: String?)
  /// What is said beside the words was changed; all facts as they are now.
  case factsChanged(Post.Facts)
  /// The tags were changed; all of them as they are now.
  case tagged([String])
  /// The post went to TikTok.
  case published(Publication)
  /// The post is gone from TikTok.
  case removed(by: Post.Remover)

  /// A code was asked for.
  case requested(Terms)
  /// The request was taken back before a code came.
  case withdrawn(Key<Authorization>)
  /// Also the answer to a request of the same key.
  case issued(Terms, code: CodeMark, start: Moment, end: Moment, endSource: Grant.EndSource)
  /// The code was handed over, by mail for example.
  case shared(Key<Authorization>, how: String)
  /// An advertiser entered the code, and TikTok answered.
  case applied(Key<Authorization>, advertiser: Key<Advertiser>, result: Grant.Application.Result)
  /// The creator gave the code more days.
  case extended(Key<Authorization>, days: Int)
  /// The code's end was read where `source` says.
  case endRead(Key<Authorization>, end: Moment, source: Grant.EndSource)
  /// The creator took the code back.
  case revoked(Key<Authorization>)
  /// The code ended with its post.
  case voided(Key<Authorization>)

  /// An ad was planned.
  case adPlanned(Key<Ad>, Ad.Plan)
  /// The plan was changed; the whole plan as it is now.
  case adReplanned(Key<Ad>, Ad.Plan)
  /// The ad was created in Ads Manager.
  case adSubmitted(Key<Ad>, tiktokID: String?)
  /// TikTok's id of the ad became known.
  case adIdentified(Key<Ad>, tiktokID: String)
  /// The ad took a step; reasons only when it was refused.
  case adMoved(Key<Ad>, to: Ad.Status, reasons: [String])
  /// TikTok's word, verbatim; what follows from it is an event of its own.
  case adStatusRead(Key<Ad>, word: String)
  /// The ad is over.
  case adEnded(Key<Ad>, Ad.Ending)

  /// Who an authorization is for, and on what terms.
  public struct Terms: Equatable, Sendable, Codable {
    /// The authorization that begins with the request.
    public var authorization: Key<Authorization>
    /// The brand that asks.
    public var brand: Key<Brand>
    /// How long the code is to be valid.
    public var days: Int
    /// The agreement that it is part of; nil when there is none.
    public var agreement: Key<Agreement>?
    /// The authorization that this one follows; nil for the first.
    public var replaces: Key<Authorization>?

    public init(
      authorization: Key<Authorization>, brand: Key<Brand>, days: Int,
      agreement: Key<Agreement>? = nil, replaces: Key<Authorization>? = nil
    ) {
      self.authorization = authorization
      self.brand = brand
      self.days = days
      self.agreement = agreement
      self.replaces = replaces
    }
  }
}

/// An event with its circumstances: what, when, who, from which command.
public struct Recorded<Event: Equatable & Sendable>: Equatable, Sendable {
  /// What happened.
  public var event: Event
  /// When it was recorded.
  public var at: Moment
  /// Who recorded it.
  public var by: String
  /// The command that recorded it.
  public var command: String

  public init(_ event: Event, at: Moment, by: String, command: String) {
    self.event = event
    self.at = at
    self.by = by
    self.command = command
  }
}
