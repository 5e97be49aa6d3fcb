import Posts

/// Names and times that the scripts share: post `mug`, its code for brand `harbor`, the ad `autumn`.
enum Script {
  static let post = Key<Post>("mug")
  static let creator = Key<Creator>("maker")
  static let brand = Key<Brand>("harbor")
  static let code = Key<Authorization>("mug@harbor")
  static let other = Key<Authorization>("mug@atelier")
  static let account = Key<Advertiser>("7000000000000000001")
  static let secondAccount = Key<Advertiser>("7000000000000000002")
  static let ad = Key<Ad>("autumn")

  static let mark = CodeMark(
    fingerprint: String(repeating: "ab", count: 32), masked: "#Ab…9=")

  /// Midnight at the beginning of the n-th day of the script, 1 October 2026 being day 0.
  static func day(_ number: Int) -> Moment {
    Moment(seconds: 1_790_812_800).adding(days: number)
  }

  static func terms(
    _ key: Key<Authorization> = code, brand: Key<Brand> = brand, days: Int = 30,
    replaces: Key<Authorization>? = nil
  ) -> PostEvent.Terms {
    PostEvent.Terms(authorization: key, brand: brand, days: days, replaces: replaces)
  }

  static func plan(
    on key: Key<Authorization> = code, for account: Key<Advertiser> = account, from start: Int = 2,
    to end: Int = 20
  ) -> Ad.Plan {
    Ad.Plan(
      authorization: key, advertiser: account, name: "Autumn", start: day(start), end: day(end))
  }

  static let publication = Publication(
    url: "https://www.tiktok.com/@maker/photo/7400000000000000001", itemID: "7400000000000000001",
    at: day(0))

  /// Published on day 0.
  static func published() throws -> PostStory {
    var story = PostStory(key: post)
    story.note(at: day(0))
    try story.publish(publication, at: day(0))
    return story
  }

  /// With a code from day 1 to day 31.
  static func issued() throws -> PostStory {
    var story = try published()
    try story.issue(
      terms(), code: mark, start: day(1), end: day(31), endSource: .creator, at: day(1))
    return story
  }

  /// The code is applied by the account, on day 2.
  static func applied() throws -> PostStory {
    var story = try issued()
    try story.apply(code, advertiser: account, result: .accepted, at: day(2))
    return story
  }

  /// The ad is planned for days 2 to 20 and submitted.
  static func submitted() throws -> PostStory {
    var story = try applied()
    try story.plan(ad, plan(), at: day(2))
    try story.submit(ad, tiktokID: "1700000000000000001", at: day(2))
    return story
  }

  /// The ad is live since day 3.
  static func live() throws -> PostStory {
    var story = try submitted()
    try story.move(ad, to: .inReview, at: day(2))
    try story.move(ad, to: .approved, at: day(3))
    try story.move(ad, to: .live, at: day(3))
    return story
  }
}
