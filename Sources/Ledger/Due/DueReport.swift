public import Library
public import Posts

/// What is due in a library, with the messages and the calendar that go with it.
public struct DueReport: Sendable {
  /// What waits, the most urgent first.
  public var items: [DueItem]
  /// The moment that everything was looked at.
  public var now: Moment
  /// How far ahead ends were looked for.
  public var seconds: Int

  public init(of reader: LibraryReader, within seconds: Int, at now: Moment) throws {
    self.now = now
    self.seconds = seconds
    var requests = AuthorizationFilter()
    requests.status = .requested
    var ending = AuthorizationFilter()
    // One more second: the filter leaves out the moment itself.
    ending.endsBefore = Moment(
      seconds: now.seconds.addingSaturated(seconds).addingSaturated(1))
    var ended = AuthorizationFilter()
    ended.endedAfter = now.adding(days: -DueItem.daysAfterEnd)
    var codes = try [requests, ending].flatMap { try reader.authorizations($0, at: now) }
    var known = Set(codes.map(\.authorization.key))
    for code in try reader.authorizations(ended, at: now) {
      // What came after it may end far ahead.
      var others = AuthorizationFilter()
      others.post = code.post
      others.brand = code.authorization.brand
      for other in try reader.authorizations(others, at: now)
      where known.insert(other.authorization.key).inserted {
        codes.append(other)
      }
    }
    var open = AdFilter()
    open.isOpen = true
    items = DueItem.find(
      codes: codes.map(DueItem.Code.init),
      ads: try reader.ads(open, at: now).map(DueItem.RunningAd.init),
      statements: try reader.statements(
        creator: nil, brand: nil, agreement: nil, days: nil, at: now),
      within: seconds, at: now)
  }
}

extension DueItem.Code {
  package init(_ summary: AuthorizationSummary) {
    self.init(
      post: summary.post, creator: summary.creator, authorization: summary.authorization)
  }
}

extension DueItem.RunningAd {
  package init(_ summary: AdSummary) {
    self.init(
      post: summary.post, creator: summary.creator, brand: summary.brand, ad: summary.ad,
      stage: summary.stage, codeEnd: summary.authorizationEnd)
  }
}
