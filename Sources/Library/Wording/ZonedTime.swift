public import Foundation
public import Posts

/// Moments as a person in one time zone reads and writes them.
public struct ZonedTime: Sendable {
  /// The zone that moments are read and written in.
  public let zone: TimeZone
  private let calendar: Calendar

  public init(zone: TimeZone) {
    self.zone = zone
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  /// The zone of the person who runs the program: `TZ`, or the system's.
  public static let local = ZonedTime(zone: .current)
  /// For what programs read.
  public static let utc = ZonedTime(zone: .gmt)

  // MARK: - Writing

  /// `2026-01-31 10:30 UTC+1`: the zone is always named.
  public func text(_ moment: Moment) -> String {
    let local = local(moment)
    return "\(local.day) \(local.clock) \(zoneName(at: moment))"
  }

  /// `2026-01-31`, in the zone.
  public func day(_ moment: Moment) -> Day { local(moment).day }

  /// `UTC`, `UTC+1`, `UTC+5:30`: as it is at that moment, summer time included.
  public func zoneName(at moment: Moment) -> String {
    let offset = offset(at: moment)
    if offset == 0 { return "UTC" }
    let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
    let rest = minutes == 0 ? "" : minutes < 10 ? ":0\(minutes)" : ":\(minutes)"
    return "UTC\(offset < 0 ? "-" : "+")\(hours)\(rest)"
  }

  /// `in 12 days`, `in 5 hours`, `3 days ago`, `now`: whole units, rounded down.
  public static func distance(from now: Moment, to moment: Moment) -> String {
    let (seconds, isOver) = moment.seconds.subtractingReportingOverflow(now.seconds)
    if isOver { return moment > now ? "never" : "long ago" }
    let length = seconds.magnitude
    let (count, unit): (UInt, String) =
      switch length {
      case 172_800...: (length / 86_400, "day")
      case 3_600...: (length / 3_600, "hour")
      case 60...: (length / 60, "minute")
      default: (0, "")
      }
    if count == 0 { return "now" }
    let text = "\(count) \(unit)\(count == 1 ? "" : "s")"
    return seconds > 0 ? "in \(text)" : "\(text) ago"
  }

  // MARK: - Reading

  /// Reads `2026-01-31T09:30:00Z` and other offsets, `2026-01-31 09:30 UTC`, and, in the zone,
  /// `2026-01-31 09:30[:00]` and `2026-01-31`, which is the day's first moment.
  ///
  /// - Returns: nil for anything else, and for times that the zone skips.
  public func moment(_ text: String) -> Moment? {
    let text = text.trimmingCharacters(in: .whitespaces)
    for end in [" UTC", "Z", " Z"] where text.hasSuffix(end) {
      let rest = String(text.dropLast(end.count))
      return Moment(rest.replacing("T", with: " "))
        ?? Moment("\(rest):00".replacing("T", with: " "))
    }
    if text.contains("T"), let moment = Moment(text) { return moment }
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard (1...2).contains(parts.count), let day = Day(String(parts[0])) else { return nil }
    let clock = parts.count == 2 ? String(parts[1]) : "00:00"
    guard
      let asUTC = Moment("\(day) \(clock)") ?? Moment("\(day) \(clock):00")
    else { return nil }
    let (year, month, number) = day.civil
    let rest = asUTC.seconds - day.start.seconds
    let components = DateComponents(
      year: year, month: month, day: number, hour: rest / 3600, minute: rest / 60 % 60,
      second: rest % 60)
    guard let date = calendar.date(from: components) else { return nil }
    let moment = Moment(seconds: Int(date.timeIntervalSince1970))
    // Foundation moves a time that summer time skips; we would rather ask.
    guard parts.count == 1 || local(moment).clock == clock.prefix(5) else { return nil }
    // The zone must not lead out of the years that can be written.
    return Moment(moment.description)
  }

  /// Reads `14d`, `2w`, `36h` as seconds; nil for anything else.
  public static func duration(_ text: String) -> Int? {
    let units: [Character: Int] = ["h": 3_600, "d": 86_400, "w": 604_800]
    guard let unit = text.last.flatMap({ units[$0] }), (2...6).contains(text.utf8.count),
      let count = Int(text.dropLast()), count >= 0
    else { return nil }
    return count * unit
  }

  // MARK: -

  private func offset(at moment: Moment) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }

  private func local(_ moment: Moment) -> (day: Day, clock: String) {
    let (seconds, isOver) = moment.seconds.addingReportingOverflow(offset(at: moment))
    let text = Moment(seconds: isOver ? moment.seconds : seconds)
    return (text.day, String(text.description.dropFirst(11).prefix(5)))
  }
}
