public import Posts

/// A calendar file (RFC 5545) of moments that a person has to act at.
///
/// The same events give the same bytes: nothing in it depends on when it is written.
public struct ICalendar: Hashable, Sendable {
  /// A moment of the calendar.
  public struct Event: Hashable, Sendable {
    /// Unique in the world, and the same as long as it is about the same thing: a calendar program
    /// that reads the file again moves the event rather than adding one.
    public var uid: String
    /// When it is.
    public var start: Moment
    /// What programs show in their list.
    public var summary: String
    /// What programs show when it is opened; perhaps empty.
    public var details: String
    /// An absolute address; one that is no plain ASCII URI is left out.
    public var url: String?
    /// Words to sort events by.
    public var categories: [String]
    /// Days before `start` at which the program reminds; 0 is at `start`.
    public var alarmDays: [Int]
    /// Higher whenever the event was changed.
    public var revision: Int
    /// When what it says was last changed.
    public var revised: Moment

    public init(
      uid: String, start: Moment, summary: String, details: String = "", url: String? = nil,
      categories: [String] = [], alarmDays: [Int] = [], revision: Int = 0, revised: Moment
    ) {
      self.uid = uid
      self.start = start
      self.summary = summary
      self.details = details
      self.url = url
      self.categories = categories
      self.alarmDays = alarmDays
      self.revision = revision
      self.revised = revised
    }
  }

  /// What programs call it (`X-WR-CALNAME`).
  public var name: String
  /// In the file's order.
  public var events: [Event]

  public init(name: String, events: [Event]) {
    self.name = name
    self.events = events
  }

  /// The file: UTF-8, lines that end with CR LF, of at most 75 bytes.
  ///
  /// Sorted by time. Without events it is a calendar without components, which RFC 5545 does not
  /// provide for and every program we know takes as empty.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Flint//Spark calendar//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    let sorted = events.sorted { ($0.start, $0.uid) < ($1.start, $1.uid) }
    for event in sorted { lines += event.lines }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// RFC 5545 §3.3.11; control characters are left out, for no text may have them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += "\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// RFC 5545 §3.1; between characters as people see them, and inside one only when it is longer
  /// than a line.
  static func folded(_ line: String) -> String {
    let limit = 75
    var result = String.UnicodeScalarView()
    var length = 0
    func append(_ scalars: some Collection<Unicode.Scalar>, of size: Int) {
      if length + size > limit {
        result.append(contentsOf: "\r\n ".unicodeScalars)
        length = 1
      }
      result.append(contentsOf: scalars)
      length += size
    }
    for character in line {
      let size = character.utf8.count
      if size < limit {
        append(character.unicodeScalars, of: size)
      } else {
        for scalar in character.unicodeScalars { append([scalar], of: UTF8.width(scalar)) }
      }
    }
    return String(result)
  }

  /// `20260131T093000Z`; years 0001 to 9999 only, to which others are moved.
  package static func time(_ moment: Moment) -> String {
    let earliest = -62_135_596_800
    let latest = 253_402_300_799
    let possible = Moment(seconds: min(max(moment.seconds, earliest), latest))
    return possible.description.filter { $0 != "-" && $0 != ":" }
  }
}

extension ICalendar.Event {
  /// Unfolded.
  package var lines: [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(ICalendar.escaped(uid))", "DTSTAMP:\(ICalendar.time(revised))",
      "DTSTART:\(ICalendar.time(start))", "SEQUENCE:\(max(0, revision))",
      "LAST-MODIFIED:\(ICalendar.time(revised))", "SUMMARY:\(ICalendar.escaped(summary))",
    ]
    if !details.isEmpty { lines.append("DESCRIPTION:\(ICalendar.escaped(details))") }
    if let url, Self.isURI(url) { lines.append("URL:\(url)") }
    if !categories.isEmpty {
      lines.append("CATEGORIES:\(categories.map(ICalendar.escaped).joined(separator: ","))")
    }
    // It takes no time of the day: nobody is busy then.
    lines.append("TRANSP:TRANSPARENT")
    for days in Set(alarmDays).sorted(by: >) where days >= 0 {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(days == 0 ? "PT0S" : "-P\(days)D")",
        "DESCRIPTION:\(ICalendar.escaped(summary))", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private static func isURI(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
  }
}
