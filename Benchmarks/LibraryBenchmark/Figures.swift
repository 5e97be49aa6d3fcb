import Files
import Foundation
import Library
import Posts

/// Times over a large library: 10,000 posts, 30,000 codes, 100,000 rows of figures.
enum Figures {
  private static let posts = 10_000
  private static let brands = 50
  private static let now = Writer.start.adding(days: 40)

  static func measure() throws {
    let folder = try ScratchFolder()
    let library = LibraryFolder(path: folder.path)
    let filling = ContinuousClock.now
    try fill(try LibraryStore(library, for: .writing))
    let seconds = (ContinuousClock.now - filling) / .seconds(1)
    let bytes = FileSystem.size(of: folder.path + "/library.sqlite") ?? 0
    print(
      "10,000 posts, 30,000 codes, 100,000 rows: \(bytes / 1_000_000) MB, filled in \(Int(seconds)) s"
    )

    let store = try LibraryStore(library, for: .reading)
    time("post list", limit: 0.2) { try store.read { try $0.posts(PostFilter(), at: now).count } }
    time("post list --authorized", limit: 0.2) {
      var filter = PostFilter()
      filter.isAuthorized = true
      return try store.read { try $0.posts(filter, at: now).count }
    }
    time("code list --expiring 14d", limit: 0.2) {
      var filter = AuthorizationFilter()
      filter.endsBefore = now.adding(days: 14)
      return try store.read { try $0.authorizations(filter, at: now).count }
    }
    time("code list (all 30,000)", limit: 0.2) {
      try store.read { try $0.authorizations(AuthorizationFilter(), at: now).count }
    }
    time("post search", limit: 0.2) {
      try store.read { try $0.search("coffee morning", limit: 50).count }
    }
    time("due: codes, open ads, requests", limit: 0.2) {
      try store.read { reader in
        var codes = AuthorizationFilter()
        codes.endsBefore = now.adding(days: 45)
        var requests = AuthorizationFilter()
        requests.status = .requested
        var ads = AdFilter()
        ads.isOpen = true
        return try reader.authorizations(codes, at: now).count
          + reader.authorizations(requests, at: now).count + reader.ads(ads, at: now).count
      }
    }
    time("statement --brand", limit: 0.2) {
      try store.read {
        try $0.statements(
          creator: nil, brand: Key("brand-1"), agreement: nil, days: nil, at: now
        ).count
      }
    }
    time("statement (all)", limit: 0.2) {
      try store.read {
        try $0.statements(creator: nil, brand: nil, agreement: nil, days: nil, at: now).count
      }
    }
    time("report --brand", limit: 0.2) {
      var filter = ResultFilter()
      filter.brand = Key("brand-1")
      return try store.read { try $0.results(filter).count }
    }
    let writing = try LibraryStore(library, for: .writing)
    var number = 0
    time("code add", limit: 0.05) {
      number += 1
      try writing.write(circumstances) { writer in
        try publish(posts + number, writer)
        try Writer.authorize("post-\(posts + number)", writer)
      }
      return 1
    }
    time("open and close", limit: 0.05) {
      try LibraryStore(library, for: .writing).read { try $0.brands().count }
    }
    time("begin a dry run", limit: 0.2) {
      try LibraryStore(library, for: .rehearsing).read { try $0.brands().count }
    }
  }

  /// The best of five, warm, with its part of what is allowed.
  private static func time(_ name: String, limit: Double, _ work: () throws -> Int) {
    do {
      var best = Double.infinity
      var count = 0
      for _ in 0..<5 {
        let start = ContinuousClock.now
        count = try work()
        best = min(best, (ContinuousClock.now - start) / .seconds(1))
      }
      let text = name.padding(toLength: 32, withPad: " ", startingAt: 0)
      print(
        String(
          format: "%@ %7.1f ms  %3.0f %% of %3.0f ms  (%d)", text, best * 1000,
          best / limit * 100, limit * 1000, count))
    } catch {
      print("\(name): \(error)")
      exit(1)
    }
  }

  private static let circumstances = Circumstances(
    at: Writer.start, by: "benchmark", command: "fill")

  private static func fill(_ store: LibraryStore) throws {
    try store.write(circumstances) { writer in
      try writer.save(Creator(key: Writer.creator))
      try writer.save(Brand(key: Writer.brand))
      for number in 0..<brands {
        let brand = Key<Brand>("brand-\(number)")
        try writer.save(Brand(key: brand))
        try writer.save(
          Advertiser(key: Key("70000000000\(1000 + number)"), brand: brand, currency: "USD"))
        let key = Key<Agreement>("agreement-\(number)")
        let agreement = Agreement(
          key: key, creator: Writer.creator, brand: brand,
          terms: try Agreement.Terms(
            currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"),
            share: SpendShare(basisPoints: 500), days: 30, agreement: key),
          made: Writer.start)
        try writer.save(agreement, events: [agreement.making])
      }
    }
    for start in stride(from: 0, to: posts, by: 500) {
      try store.write(circumstances) { writer in
        for number in start..<start + 500 { try fill(number, writer) }
      }
    }
    try store.write(circumstances) { writer in
      for part in 0..<10 {
        let rows = (0..<posts / 10).flatMap { index in
          snapshots(of: part * posts / 10 + index)
        }
        _ = try writer.add(
          ReportImport(
            file: "report-\(part).csv", sha256: "report-\(part)", snapshots: rows))
      }
    }
  }

  private static func publish(_ number: Int, _ writer: LibraryWriter) throws {
    let slide = FileSystem.FolderEntry(name: "01-a.png", bytes: Array("\(number)".utf8))
    try Writer.publish("post-\(number)", slide: slide, writer)
    let words = number % 100 == 0 ? "slow mornings better coffee" : "another text number \(number)"
    try writer.index(Key("post-\(number)"), slideTexts: [words])
  }

  /// A post with three codes of three brands, one of them with an ad.
  private static func fill(_ number: Int, _ writer: LibraryWriter) throws {
    try publish(number, writer)
    let post = "post-\(number)"
    for index in 0..<3 {
      let text = "#\(number)x\(index)\(UUID().uuidString.filter { $0 != "-" })="
      let code = SparkCode(secret: text)
      let fingerprint = sha256Hex(Array(text.utf8))
      let brand = (number + index) % brands
      let authorization = Key<Authorization>("\(post)@brand-\(brand)")
      try writer.keep(code, fingerprint: fingerprint)
      try writer.change(Key(post)) { story, now in
        let days = 30 + (number * 7 + index) % 300
        var events = try story.issue(
          PostEvent.Terms(
            authorization: authorization, brand: Key("brand-\(brand)"), days: days,
            agreement: Key("agreement-\(brand)")),
          code: CodeMark(code, sha256: fingerprint), start: now, end: now.adding(days: days),
          endSource: .counted, at: now)
        guard index == 0 else { return events }
        let account = Key<Advertiser>("70000000000\(1000 + brand)")
        events += try story.apply(authorization, advertiser: account, result: .accepted, at: now)
        events += try story.plan(
          Key("ad-\(number)"),
          Ad.Plan(
            authorization: authorization, advertiser: account, name: "Ad \(number)", start: now,
            end: now.adding(days: 20)), at: now)
        return events
      }
    }
  }

  /// Ten days of an ad.
  private static func snapshots(of number: Int) -> [MetricsSnapshot] {
    (0..<10).map { day in
      var figures = AdFigures()
      figures.spend = Money(minorUnits: 1_000 + number % 100, currency: "USD")
      figures.impressions = 5_000 + number % 1_000
      figures.videoViews = 4_000
      figures.views6s = 900
      figures.completions = 300
      let date = Writer.start.adding(days: day).day
      return MetricsSnapshot(
        ad: .spark(Key("ad-\(number)")), firstDay: date, lastDay: date, figures: figures,
        importNumber: 0)
    }
  }
}
