import AdReports
import Diagnostics
import Files
import Library
import Posts

/// Takes one report after another into the library, inside of a transaction.
struct ReportTaking {
  private let writer: LibraryWriter
  private let now: Moment
  private let times: ZonedTime
  private var matcher: AdMatcher
  /// What the account is billed in.
  private var currencies: [Key<Advertiser>: String] = [:]
  private let scopeCurrency: String?
  private let brand: Key<Brand>?
  private var knownStandardAds: Set<Key<StandardAd>>
  /// Words without codes, by what they were: a report says the same for each day.
  private var words: [String: String] = [:]

  package init(
    _ scope: ReportScope, _ writer: LibraryWriter, at now: Moment, times: ZonedTime
  ) throws {
    self.writer = writer
    self.now = now
    self.times = times
    let reader = writer.reader
    var filter = AdFilter()
    filter.brand = try scope.brand.map { try reader.brand(named: $0).key }
    let account = try scope.advertiser.map { try reader.advertiser(named: $0) }
    filter.advertiser = account?.key
    var brand = filter.brand
    if let account {
      if let brand, brand != account.brand {
        throw Diagnostic.accountOfOtherBrand(account, brand: brand)
      }
      brand = account.brand
    }
    scopeCurrency = account?.currency
    self.brand = brand
    for advertiser in try reader.advertisers(of: nil) {
      currencies[advertiser.key] = advertiser.currency
    }
    var rule: AdMatcher.StandardRule?
    if scope.restIsStandard || !scope.standardPatterns.isEmpty {
      guard let brand else { throw Diagnostic.standardNeedsBrand() }
      rule = AdMatcher.StandardRule(
        brand: brand, patterns: scope.restIsStandard ? nil : scope.standardPatterns)
    }
    let standardAds = try reader.standardAds(of: nil)
    knownStandardAds = Set(standardAds.map(\.key))
    // An id means one ad, whoever's it is; a name means one of those asked for.
    let all = try reader.ads(AdFilter(), at: now)
    let named = filter == AdFilter() ? all : try reader.ads(filter, at: now)
    matcher = AdMatcher(
      ads: all, named: named, standardAds: standardAds, brand: brand, rule: rule)
  }

  package mutating func take(_ file: ReportFile) throws -> ReportIntake {
    var intake = ReportIntake(file: file.path)
    guard var report = file.report else {
      intake.errors = file.diagnostics
      intake.isRefused = true
      return intake
    }
    intake.warnings = file.diagnostics
    intake.lineCount = report.lines.count
    report.lines = try report.lines.map { line in
      try line.hidingCodes { try hidingCodes($0) }
    }
    matcher.begin(report)
    var sorting = ReportSorting(file: file.path, brand: brand)
    for line in report.lines { sorting.add(line, matcher.match(line)) }
    let (parts, repeated) = sorting.parts()
    intake.skipped = (report.skippedRows + repeated).sorted()
    for part in parts { try remember(part, &intake) }
    intake.errors = sorting.problems
    intake.notUnderstood = sorting.notUnderstood
    let snapshots = parts.flatMap(\.snapshots)
    if !snapshots.isEmpty {
      let outcome = try writer.add(
        ReportImport(
          file: try hidingCodes(FilePath.name(of: file.path)), sha256: file.sha256,
          snapshots: snapshots))
      intake.added = outcome.added
      intake.unchanged = outcome.unchanged
      intake.notCounted = outcome.notCounted
    }
    intake.isRefused = snapshots.isEmpty && !report.lines.isEmpty
    return intake
  }

  private mutating func hidingCodes(_ text: String) throws -> String {
    if let known = words[text] { return known }
    let hidden = try writer.reader.hidingCodes(text)
    words[text] = hidden
    return hidden
  }

  /// Writes down what is new of an ad, and looks whether its figures are plausible.
  private mutating func remember(
    _ part: ReportSorting.Part, _ intake: inout ReportIntake
  ) throws {
    var isNew = false
    var learnedID: String?
    var expectedCurrency = scopeCurrency
    switch part.ad {
    case .spark(let summary):
      expectedCurrency = currencies[summary.ad.plan.advertiser] ?? scopeCurrency
      if summary.ad.tiktokID == nil, let id = part.lines.lazy.compactMap(\.adID).first {
        try writer.change(summary.post) { story, now in
          try story.identify(summary.ad.key, tiktokID: id, at: now)
        }
        matcher.learn(id, of: summary)
        learnedID = id
      }
      if let warning = try outsideOfPeriod(part, summary, file: intake.file) {
        intake.warnings.append(warning)
      }
    case .standard(let ad):
      if knownStandardAds.insert(ad.key).inserted {
        try writer.save(ad)
        matcher.remember(ad)
        isNew = true
      } else if ad.tiktokID == nil, let id = part.lines.lazy.compactMap(\.adID).first {
        let known = StandardAd(key: ad.key, brand: ad.brand, tiktokID: id, name: ad.name)
        try writer.save(known)
        matcher.remember(known)
        learnedID = id
      }
    }
    if let expectedCurrency {
      let other = part.lines.compactMap(\.figures.spend).first { $0.currency != expectedCurrency }
      if let other {
        intake.warnings.append(
          .reportInOtherCurrency(
            other, ad: part.name, is: expectedCurrency,
            at: SourceLocation(file: intake.file, line: part.lines[0].row)))
      }
    }
    intake.ads.append(
      ReportIntake.AdPart(
        subject: part.subject, name: part.name, isNew: isNew, learnedID: learnedID,
        lines: part.lines.count, firstDay: part.lines.map(\.firstDay).min() ?? now.day,
        lastDay: part.lines.map(\.lastDay).max() ?? now.day, figures: part.lines.map(\.figures),
        statusWords: part.statusWords))
  }

  /// Tells of figures on days on which the code was not valid; a day off on either side may be the
  /// zone.
  private func outsideOfPeriod(
    _ part: ReportSorting.Part, _ summary: AdSummary, file: String
  ) throws -> Diagnostic? {
    let story = try writer.reader.story(of: summary.post)
    guard let authorization = story?.authorization(summary.ad.plan.authorization),
      let start = authorization.grant?.start, let end = authorization.lastMoment
    else { return nil }
    let days = start.day.adding(days: -1)...max(start.day, end.day.adding(days: 1))
    let outside = part.lines.filter { line in
      (line.lastDay < days.lowerBound || line.firstDay > days.upperBound)
        && line.figures.showsDelivery
    }
    guard let first = outside.first else { return nil }
    return .ranWithoutCode(
      summary, days: outside.count, start: start, end: end, times,
      at: SourceLocation(file: file, line: first.row))
  }
}

extension AdFigures {
  /// Whether anything was shown or paid.
  var showsDelivery: Bool { impressions ?? 0 > 0 || spend?.minorUnits ?? 0 != 0 }
}
