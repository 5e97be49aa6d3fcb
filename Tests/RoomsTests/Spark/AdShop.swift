import AdReports
import Files
import Library
import Posts
import TestSupport

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// A library for tests of ads: the post `mug` with a code for `harbor`, valid from day 0 to day 30.
struct AdShop {
  static let account = Key<Advertiser>("7123456789012345678")
  static let secondAccount = Key<Advertiser>("7123456789012345679")
  static let otherBrandsAccount = Key<Advertiser>("7999999999999999999")
  static let id = "1790000000000000001"

  let folder: TemporaryFolder
  let store: LibraryStore

  /// Midnight at the beginning of the n-th day, 1 October 2026 being day 0.
  static func day(_ number: Int) -> Moment {
    Moment(seconds: 1_790_812_800).adding(days: number)
  }

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(LibraryFolder(path: folder["library"]), for: .writing)
    try store.write(Self.circumstances(0)) { writer in
      try writer.save(Creator(key: Key("creator")))
      try writer.save(Brand(key: Key("harbor")))
      try writer.save(Brand(key: Key("atelier")))
      for key in [Self.account, Self.secondAccount] {
        try writer.save(Advertiser(key: key, brand: Key("harbor"), currency: "USD"))
      }
      try writer.save(
        Advertiser(key: Self.otherBrandsAccount, brand: Key("atelier"), currency: "EUR"))
    }
    try authorize("mug", 1)
  }

  static func circumstances(_ day: Int) -> Circumstances {
    Circumstances(at: Self.day(day), by: "tester", command: "test")
  }

  /// Publishes a post on day 0, with a code for a brand.
  func authorize(_ post: String, _ number: Int, brand: String = "harbor", days: Int = 30) throws {
    let code = SparkCode(secret: "#Test\(post)\(number)\(brand)Code0123456789=")
    let digest = sha256Hex(Array(code.secret.utf8))
    try store.write(Self.circumstances(0)) { writer in
      try writer.keep(code, fingerprint: digest)
      try writer.change(Key(post)) { story, now in
        var events: [PostEvent] = []
        if story.post.publication == nil {
          var facts = Post.Facts()
          facts.adAuthorizationIsOn = true
          facts.musicIsCleared = true
          let id = "740000000000000000\(number)"
          try events +=
            story.set(facts, at: now)
            + story.assign(to: Key("creator"), at: now)
            + story.publish(
              Publication(
                url: "https://www.tiktok.com/@creator/photo/\(id)", itemID: id, at: now), at: now)
        }
        return try events
          + story.issue(
            PostEvent.Terms(
              authorization: Key("\(post)@\(brand)"), brand: Key(brand), days: days),
            code: CodeMark(code, sha256: digest), start: now, end: now.adding(days: days),
            endSource: .creator, at: now)
      }
    }
  }

  /// The account of `harbor` uses the code since day 0.
  func apply(_ post: String = "mug", by account: Key<Advertiser> = account) throws {
    _ = try store.write(Self.circumstances(0)) { writer in
      try writer.change(Key(post)) { story, now in
        try story.apply(
          Key("\(post)@harbor"), advertiser: account, result: .accepted, at: now)
      }
    }
  }

  func advertising(_ day: Int = 1, isDryRun: Bool = false) throws -> Desk {
    try Desk(
      store.folder, Self.circumstances(day), isDryRun: isDryRun, times: .utc)
  }

  static func request(
    _ subject: String = "mug", for account: Key<Advertiser> = account
  ) -> AdPlanRequest {
    AdPlanRequest(subject: subject, advertiser: account.text)
  }

  /// Plans `mug-harbor` and hands it in on day 1, live from day 2.
  func live(id: String? = id) throws {
    try apply()
    _ = try advertising().planAd(Self.request())
    _ = try advertising().submitAd("mug-harbor", tiktokID: id)
    _ = try advertising(2).readAdStatus("mug-harbor", word: "AD_STATUS_DELIVERY_OK")
  }

  func ad(_ key: String = "mug-harbor", on day: Int = 3) throws -> AdDossier {
    try AdDossier(of: key, in: store, at: Self.day(day))
  }

  func list(_ query: AdQuery = AdQuery(), on day: Int = 3) throws -> [AdSummary] {
    try query.ads(in: store, at: Self.day(day))
  }

  // MARK: - Reports

  /// Writes a report as Ads Manager exports it.
  func report(_ name: String = "report.csv", _ lines: String...) throws -> ReportFile {
    let header = "Ad name,Ad ID,By Day,Cost,Currency,Impressions,Video views,Primary status\n"
    try folder.write(header + lines.joined(separator: "\n") + "\n", to: name)
    return read(name)
  }

  func read(_ name: String, _ options: AdReportOptions = AdReportOptions()) -> ReportFile {
    ReportFile(path: folder[name], options: options)
  }

  static func line(
    _ name: String = "mug-harbor", _ id: String = id, day: Int, spend: String = "10.00",
    currency: String = "USD", impressions: Int = 1_000
  ) -> String {
    "\(name),\(id),\(Self.day(day).day),\(spend),\(currency),\(impressions),900,Active"
  }

  func scope(
    brand: String? = "harbor", advertiser: String? = nil, standard: [String] = [],
    restIsStandard: Bool = false
  ) -> ReportScope {
    var scope = ReportScope()
    scope.brand = brand
    scope.advertiser = advertiser
    scope.standardPatterns = standard
    scope.restIsStandard = restIsStandard
    return scope
  }

  func take(
    _ files: ReportFile..., scope: ReportScope? = nil, isDryRun: Bool = false
  ) throws -> [ReportIntake] {
    try advertising(20, isDryRun: isDryRun)
      .importReports(files, scope: scope ?? self.scope())
  }
}
