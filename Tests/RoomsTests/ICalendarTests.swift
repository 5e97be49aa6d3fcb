import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ICalendarTests {
  private func event(
    _ uid: String = "moonrise@harbor.end", summary: String = "The code ends",
    details: String = "", url: String? = nil, start: Moment? = Moment("2026-12-24T18:00:00Z"),
    alarms: [Int] = []
  ) throws -> ICalendar.Event {
    ICalendar.Event(
      uid: uid, start: try #require(start), summary: summary, details: details, url: url,
      categories: ["Spark", "a,b"], alarmDays: alarms, revision: 2,
      revised: try #require(Moment("2026-11-22T10:00:00Z")))
  }

  /// The lines as a reader sees them, each held to RFC 5545 §3.1 on the way.
  private func lines(of calendar: ICalendar) -> [String] {
    let text = calendar.text
    #expect(text.hasSuffix("\r\n"))
    var lines: [String] = []
    for line in text.dropLast().split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75)
      #expect(!line.isEmpty && !line.utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F })
      if line.utf8.first == 0x20 {
        lines[lines.count - 1].unicodeScalars += line.unicodeScalars.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  @Test func anEventHasEverythingACalendarProgramNeeds() throws {
    let calendar = ICalendar(
      name: "Flint", events: [try event(url: "https://tiktok.com/x", alarms: [0, 7, 7])])
    #expect(
      lines(of: calendar) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Flint//Spark calendar//EN",
        "CALSCALE:GREGORIAN", "X-WR-CALNAME:Flint", "BEGIN:VEVENT", "UID:moonrise@harbor.end",
        "DTSTAMP:20261122T100000Z", "DTSTART:20261224T180000Z", "SEQUENCE:2",
        "LAST-MODIFIED:20261122T100000Z", "SUMMARY:The code ends", "URL:https://tiktok.com/x",
        "CATEGORIES:Spark,a\\,b", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
        "TRIGGER:-P7D", "DESCRIPTION:The code ends", "END:VALARM", "BEGIN:VALARM",
        "ACTION:DISPLAY", "TRIGGER:PT0S", "DESCRIPTION:The code ends", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test func longLinesAreFoldedBetweenCharacters() throws {
    let words = String(repeating: "日本語のことば👩🏽‍🚀é", count: 30)
    let found = lines(of: ICalendar(name: "x", events: [try event(summary: words)]))
    #expect(found.contains("SUMMARY:\(words)"))
    for length in 60...80 {
      let line = String(repeating: "a", count: length)
      #expect(ICalendar.folded(line).replacing("\r\n ", with: "") == line)
      #expect(ICalendar.folded(line).split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
    let heap = "e" + String(repeating: "\u{301}", count: 200)
    #expect(lines(of: ICalendar(name: heap, events: [])).count == 6)
  }

  @Test func textIsEscapedAndHostileTextAddsNoLines() throws {
    #expect(ICalendar.escaped("a;b,c\\d\ne\r\nf\rg") == "a\\;b\\,c\\\\d\\ne\\nf\\ng")
    #expect(ICalendar.escaped("a\u{0}\u{1B}[31m\u{7F}\u{85}b\u{2028}c") == "a[31m\\nb\\nc")
    let nasty = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    let calendar = ICalendar(
      name: nasty,
      events: [try event(nasty, summary: nasty, details: nasty, url: "https://a/\r\nUID:1")])
    let found = lines(of: calendar)
    #expect(found.filter { $0 == "BEGIN:VEVENT" }.count == 1)
    #expect(!found.contains { $0.hasPrefix("URL") })
  }

  @Test func theSameEventsGiveTheSameBytesInAnyOrder() throws {
    let early = try event("b", start: Moment("2026-12-01T00:00:00Z"))
    let late = try event("a")
    let one = ICalendar(name: "x", events: [early, late]).text
    #expect(one == ICalendar(name: "x", events: [late, early]).text)
    #expect(one.firstRange(of: "UID:b")!.lowerBound < one.firstRange(of: "UID:a")!.lowerBound)
  }

  @Test func noMomentMakesAnImpossibleTime() {
    for seconds in [Int.min, -1, 0, Int.max] {
      let time = ICalendar.time(Moment(seconds: seconds))
      #expect(time.wholeMatch(of: /\d{8}T\d{6}Z/) != nil, "\(time)")
    }
  }
}
