import Files
import Foundation
import Posts
import TestSupport

@testable import Library

/// A library as the program writes it, with two posts that leave a row in every table: a draft, and
/// one that was published, licensed, advertised, measured and paid.
///
/// What a later schema adds gets its rows in a post, ad or party of its own, so that what is read
/// here of the earlier ones stays the same.
struct FormerLibrary {
  let store: LibraryStore

  static let draft = Key<Post>("slow-mornings-listicle")
  static let post = Key<Post>("moonrise-vase-quote")
  static let code = SparkCode(secret: "#Ex4mple+c0de/Kd9w=")

  private static let start = Moment("2026-01-02T09:00:00Z")!
  private static let creator = Key<Creator>("creator")
  private static let brand = Key<Brand>("harbor")
  private static let account = Key<Advertiser>("7100000000000000001")
  fileprivate static let agreement = Key<Agreement>("creator@harbor")
  private static let authorization = Key<Authorization>("moonrise-vase-quote@harbor")
  private static let ad = Key<Ad>("moonrise")
  private static let standardAd = Key<StandardAd>("in-feed-1")

  /// Writes the library into an empty folder.
  init(in folder: TemporaryFolder) throws {
    store = try LibraryStore(LibraryFolder(path: folder.path), for: .writing)
    try addParties()
    try drawPosts()
    try publish()
    try license()
    try advertise()
    try measure()
    try pay()
    try Self.writeSlides(to: folder)
  }

  /// The posts' folders, which a library's SQL text does not hold.
  static func writeSlides(to folder: TemporaryFolder) throws {
    for post in [draft, post] {
      for name in slideNames { try folder.write("\(post) \(name)", to: "posts/\(post)/\(name)") }
      for name in ["post.json", "caption.txt", "overview.png"] {
        try folder.write("", to: "posts/\(post)/\(name)")
      }
    }
  }

  private static let slideNames = ["01-title.png", "02-words.png"]

  private func write(
    day: Int, _ command: String, _ body: (LibraryWriter) throws -> Void
  ) throws {
    let circumstances = Circumstances(
      at: Self.start.adding(days: day), by: "someone", command: command)
    try store.write(circumstances, body)
  }

  private func change(
    _ post: Key<Post>, day: Int, _ command: String,
    _ body: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws {
    try write(day: day, command) { try $0.change(post, body) }
  }

  // MARK: - What happens, in the order of its days

  private func addParties() throws {
    try write(day: 0, "brand add") { writer in
      try writer.save(Creator(key: Self.creator, name: "Mia", contact: "mia@example.com"))
      try writer.save(Brand(key: Self.brand, name: "Harbor Goods", contact: "ads@example.com"))
      try writer.save(
        Advertiser(key: Self.account, brand: Self.brand, name: "Harbor US", currency: "USD"))
    }
  }

  private func drawPosts() throws {
    try change(Self.draft, day: 0, "render") { story, now in
      try story.draw(
        drawing(of: Self.draft, template: "listicle"),
        caption: "Five that made the difference.\nIt's coffee.", title: nil, facts: Post.Facts(),
        at: now) + story.tag(["coffee"], at: now)
    }
    try change(Self.post, day: 0, "render") { story, now in
      var facts = Post.Facts()
      facts.disclosure = .brandedContent
      facts.isAIGenerated = false
      facts.privacy = .everyone
      facts.adAuthorizationIsOn = true
      facts.musicIsCleared = true
      return try story.draw(
        drawing(of: Self.post, template: "quote"),
        caption: "Less, but better. #vase", title: "Moonrise", facts: facts, at: now)
        + story.assign(to: Self.creator, at: now) + story.tag(["spring", "vase"], at: now)
    }
    try write(day: 0, "render") { writer in
      try writer.index(Self.draft, slideTexts: ["Slow mornings", "海の塩、知っていますか？"])
      try writer.index(Self.post, slideTexts: ["Moonrise", "Less, but better."])
    }
  }

  private func drawing(of post: Key<Post>, template: String) -> Post.Drawing {
    let slides = Self.slideNames.map { name in
      let bytes = Array("\(post) \(name)".utf8)
      return Slide(
        file: name, name: String(name.dropFirst(3).dropLast(4)), width: 1080, height: 1920,
        bytes: bytes.count, sha256: sha256Hex(bytes))
    }
    return Post.Drawing(
      template: template, kit: "harbor", origin: sha256Hex(Array(post.text.utf8)), format: "png",
      slides: slides)
  }

  private func publish() throws {
    let id = "7300000000000000001"
    try change(Self.post, day: 1, "post publish") { story, now in
      try story.publish(
        Publication(
          url: "https://www.tiktok.com/@creator/photo/\(id)", itemID: id, at: now), at: now)
    }
  }

  private func license() throws {
    try write(day: 2, "code request") { writer in
      let terms = try Agreement.Terms(
        currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"), share: SpendShare("5%"),
        days: 30, usageRights: "TikTok only",
        exclusivity: Agreement.Exclusivity(category: "vases", until: Day("2026-06-30")!),
        agreement: Self.agreement)
      let agreement = Agreement(
        key: Self.agreement, creator: Self.creator, brand: Self.brand, terms: terms,
        made: writer.circumstances.at)
      try writer.save(agreement, events: [agreement.making])
    }
    let terms = PostEvent.Terms(
      authorization: Self.authorization, brand: Self.brand, days: 30, agreement: Self.agreement)
    try change(Self.post, day: 2, "code request") { try $0.request(terms, at: $1) }
    let mark = CodeMark(Self.code, sha256: sha256Hex(Array(Self.code.secret.utf8)))
    try write(day: 3, "code add") { writer in
      try writer.keep(Self.code, fingerprint: mark.fingerprint)
      try writer.change(Self.post) { story, now in
        try story.issue(
          terms, code: mark, start: now, end: now.adding(days: 30), endSource: .counted, at: now)
      }
    }
    try change(Self.post, day: 4, "code share") {
      try $0.share(Self.authorization, how: "mail", at: $1)
    }
    try change(Self.post, day: 5, "code apply") {
      try $0.apply(
        Self.authorization, advertiser: Self.account, result: .refused("try again later"), at: $1)
    }
    try change(Self.post, day: 6, "code apply") {
      try $0.apply(Self.authorization, advertiser: Self.account, result: .accepted, at: $1)
    }
    try change(Self.post, day: 7, "code extend") {
      try $0.extend(Self.authorization, days: 30, at: $1)
    }
  }

  private func advertise() throws {
    var plan = Ad.Plan(
      authorization: Self.authorization, advertiser: Self.account, name: "Moonrise",
      start: Self.start.adding(days: 8), end: Self.start.adding(days: 40))
    plan.objective = "TRAFFIC"
    plan.budget = .daily(Money(minorUnits: 5_000, currency: "USD"))
    plan.bid = Money(minorUnits: 90, currency: "USD")
    plan.targeting = "25 to 34"
    plan.callToAction = "SHOP_NOW"
    plan.landingPage = "https://example.com/vase"
    try change(Self.post, day: 8, "ad plan") { try $0.plan(Self.ad, plan, at: $1) }
    try change(Self.post, day: 9, "ad submit") {
      try $0.submit(Self.ad, tiktokID: "1790000000000000001", at: $1)
    }
    try change(Self.post, day: 10, "ad status") {
      try $0.move(Self.ad, to: .rejected, reasons: ["music", "text"], at: $1)
    }
    try change(Self.post, day: 11, "ad submit") {
      try $0.submit(Self.ad, tiktokID: nil, at: $1)
    }
    try change(Self.post, day: 12, "ad status") {
      try $0.readStatus(Self.ad, word: "AD_STATUS_DELIVERY_OK", at: $1)
    }
    try change(Self.post, day: 14, "ad status") { try $0.move(Self.ad, to: .paused, at: $1) }
    try change(Self.post, day: 15, "ad status") { try $0.move(Self.ad, to: .live, at: $1) }
  }

  private func measure() throws {
    try write(day: 16, "ad metrics import") { writer in
      try writer.save(
        StandardAd(
          key: Self.standardAd, brand: Self.brand, tiktokID: "1790000000000000002",
          name: "In-Feed 1"))
      let day = Self.start.adding(days: 13).day
      // The second report tells a day again, which is counted once.
      for (number, days) in [(1, [day, day.adding(days: 1)]), (2, [day.adding(days: 1)])] {
        let bytes = Array("report \(number)".utf8)
        _ = try writer.add(
          ReportImport(
            file: "report-\(number).csv", sha256: sha256Hex(bytes),
            snapshots: days.flatMap { day in
              [MetricsSnapshot.Subject.spark(Self.ad), .standard(Self.standardAd)].map {
                MetricsSnapshot(
                  ad: $0, firstDay: day, lastDay: day, figures: figures(number), importNumber: 0)
              }
            }))
      }
    }
  }

  private func figures(_ number: Int) -> AdFigures {
    var figures = AdFigures()
    figures.spend = Money(minorUnits: 41_230 + number, currency: "USD")
    for (index, count) in FigureColumns.counts.enumerated() {
      figures[keyPath: count.figure] = 40_000 / (index + 1) + number
    }
    return figures
  }

  private func pay() throws {
    try write(day: 17, "agreement pay") { writer in
      var agreement = try writer.reader.agreement(Self.agreement).required()
      let events = try agreement.pay(
        Money(minorUnits: 15_000, currency: "USD"), note: "first half",
        at: writer.circumstances.at)
      try writer.save(agreement, events: events)
    }
  }
}

/// All that can be read of the two posts.
struct FormerRecords: Equatable {
  var stories: [PostStory]
  var creators: [Creator]
  var brands: [Brand]
  var advertisers: [Advertiser]
  var agreement: Agreement
  var statements: [Statement]
  var results: [AdResult]
  var code: SparkCode?
  var found: [SearchHit]
  var log: [String]

  init(_ store: LibraryStore) throws {
    self = try store.read { try FormerRecords($0) }
  }

  private init(_ reader: LibraryReader) throws {
    stories = try reader.stories(of: [FormerLibrary.draft, FormerLibrary.post])
    creators = try reader.creators()
    brands = try reader.brands()
    advertisers = try reader.advertisers(of: nil)
    let key = FormerLibrary.agreement
    agreement = try reader.agreement(key).required()
    statements = try reader.statements(
      creator: nil, brand: nil, agreement: key, days: nil, at: Moment("2026-02-01T00:00:00Z")!)
    results = try reader.results(ResultFilter())
    let mark = stories[1].authorizations.first?.grant?.code
    code = try mark.flatMap { try reader.code(withFingerprint: $0.fingerprint) }
    found = try ["better", "海の"].flatMap { try reader.search($0, limit: 9) }
    log = try reader.log(limit: 1000).map {
      "\($0.at) \($0.by) \($0.command): \($0.subjectKind) \($0.subject) \($0.kind)"
    }
  }
}
