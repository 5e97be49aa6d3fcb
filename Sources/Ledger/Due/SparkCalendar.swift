import Files
public import Library
public import Posts

/// The library's days to remember as a calendar: ends of codes and of ads, and requests to repeat.
///
/// An event keeps its id when its moment is moved, so a calendar program moves it too.
public enum SparkCalendar {
  /// After so many days without an answer one asks again.
  static let daysToAnswer = 7

  public static func make(
    of reader: LibraryReader, times: ZonedTime = .local, at now: Moment
  ) throws -> ICalendar {
    var usable = AuthorizationFilter()
    usable.isUsable = true
    var requested = AuthorizationFilter()
    requested.status = .requested
    var events: [ICalendar.Event] = []
    for summary in try reader.authorizations(usable, at: now) {
      let revisions = try revisions(of: summary, in: reader)
      if let event = codeEnd(summary, revisions: revisions, times: times) { events.append(event) }
    }
    events += try reader.authorizations(requested, at: now).compactMap(request)
    var open = AdFilter()
    open.isOpen = true
    for summary in try reader.ads(open, at: now) {
      let revisions = try planRevisions(of: summary, in: reader)
      events.append(adEnd(summary, revisions: revisions, times: times))
    }
    return ICalendar(name: "Spark codes and ads", events: events)
  }

  /// When the end of a code was changed, oldest first.
  private static func revisions(
    of summary: AuthorizationSummary, in reader: LibraryReader
  ) throws -> [Moment] {
    guard let grant = summary.authorization.grant else { return [] }
    // An end that is still counted was never read, so its extensions are all there is to know.
    if grant.endSource == .counted { return grant.extensions.map(\.at) }
    let key = summary.authorization.key
    return try reader.events(of: summary.post).compactMap { recorded in
      switch recorded.event {
      case .extended(key, _), .endRead(key, _, _): recorded.at
      default: nil
      }
    }
  }

  /// When an ad was planned and planned anew, oldest first.
  private static func planRevisions(
    of summary: AdSummary, in reader: LibraryReader
  ) throws -> [Moment] {
    let key = summary.ad.key
    return try reader.events(of: summary.post).compactMap { recorded in
      switch recorded.event {
      case .adPlanned(key, _), .adReplanned(key, _): recorded.at
      default: nil
      }
    }
  }

  package static func codeEnd(
    _ summary: AuthorizationSummary, revisions: [Moment], times: ZonedTime
  ) -> ICalendar.Event? {
    guard let grant = summary.authorization.grant else { return nil }
    let authorization = summary.authorization
    let details = [
      "Spark code of \(summary.post) for \(authorization.brand), \(grant.code)",
      "Ends \(times.text(grant.end))",
      "Extend it before: \(Advice.renew(authorization).command)",
    ]
    return ICalendar.Event(
      uid: uid("code-end", authorization.key.text, grant.code.shortFingerprint), start: grant.end,
      summary: "Spark code ends: \(authorization.key)", details: details.joined(separator: "\n"),
      url: summary.url, categories: ["Spark code"], alarmDays: alarmDays(of: grant),
      revision: revisions.count, revised: revisions.max() ?? grant.start)
  }

  /// As early as `flint due` tells of it, but not before the code begins, and on the day before.
  private static func alarmDays(of grant: Grant) -> [Int] {
    let days = grant.end.daysBegun(since: grant.start)
    return (DueItem.Notice.allCases.map(\.rawValue) + [1]).filter { $0 < days }
  }

  package static func request(_ summary: AuthorizationSummary) -> ICalendar.Event? {
    guard case .requested(let at) = summary.authorization.stage else { return nil }
    let key = summary.authorization.key
    return ICalendar.Event(
      uid: uid("request", key.text, String(at.seconds)), start: at.adding(days: daysToAnswer),
      summary: "No Spark code yet: \(key)",
      details: "Ask again, or take it back: \(Advice.withdraw(key).command)", url: summary.url,
      categories: ["Spark request"], alarmDays: [0], revised: at)
  }

  /// - Parameter revisions: at least its planning.
  static func adEnd(
    _ summary: AdSummary, revisions: [Moment], times: ZonedTime
  ) -> ICalendar.Event {
    let ad = summary.ad
    let details = [
      "Ad on \(ad.plan.authorization), advertiser \(ad.plan.advertiser)",
      "Ends \(times.text(ad.plan.end))", "Then: flint ad metrics import FILE, flint statement",
    ]
    return ICalendar.Event(
      uid: uid("ad-end", ad.key.text, ad.plan.advertiser.text), start: ad.plan.end,
      summary: "Spark ad ends: \(ad.plan.name)", details: details.joined(separator: "\n"),
      categories: ["Spark ad"], alarmDays: [0], revision: max(0, revisions.count - 1),
      revised: revisions.max() ?? ad.plan.start)
  }

  /// The same for the same record, and different in every library that has others.
  private static func uid(_ kind: String, _ key: String, _ salt: String) -> String {
    "\(kind)-\(sha256Hex(Array("\(key) \(salt)".utf8)).prefix(24))@flint"
  }
}
