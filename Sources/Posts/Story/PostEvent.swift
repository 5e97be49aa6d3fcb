/// One thing that happened to a post; with its time it is all that a `PostStory` is made of.
///
/// Written down for good: cases are added, never changed or taken away. It never holds a code.
public enum PostEvent: Equatable, Sendable, Codable {
  case drawn(Post.Drawing, caption: String, title: String?, facts: Post.Facts)
  /// The post was made elsewhere; only its life on TikTok is followed.
  case noted
  case assigned(creator: Key<Creator>)
  case worded(caption: String, title: String?)
  case factsChanged(Post.Facts)
  case tagged([String])
  case published(Publication)
  case removed(by: Post.Remover)

  case requested(Terms)
  case withdrawn(Key<Authorization>)
  /// Also the answer to a request of the same key.
  case issued(Terms, code: CodeMark, start: Moment, end: Moment, endSource: Grant.EndSource)
  case shared(Key<Authorization>, how: String)
  case applied(Key<Authorization>, advertiser: Key<Advertiser>, result: Grant.Application.Result)
  case extended(Key<Authorization>, days: Int)
  case endRead(Key<Authorization>, end: Moment, source: Grant.EndSource)
  case revoked(Key<Authorization>)
  case voided(Key<Authorization>)

  case adPlanned(Key<Ad>, Ad.Plan)
  case adReplanned(Key<Ad>, Ad.Plan)
  case adSubmitted(Key<Ad>, tiktokID: String?)
  case adIdentified(Key<Ad>, tiktokID: String)
  case adMoved(Key<Ad>, to: Ad.Status, reasons: [String])
  /// TikTok's word, verbatim; what follows from it is an event of its own.
  case adStatusRead(Key<Ad>, word: String)
  case adEnded(Key<Ad>, Ad.Ending)

  /// Who an authorization is for, and on what terms.
  public struct Terms: Equatable, Sendable, Codable {
    public var authorization: Key<Authorization>
    public var brand: Key<Brand>
    public var days: Int
    public var agreement: Key<Agreement>?
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
  public var event: Event
  public var at: Moment
  public var by: String
  public var command: String

  public init(_ event: Event, at: Moment, by: String, command: String) {
    self.event = event
    self.at = at
    self.by = by
    self.command = command
  }
}
