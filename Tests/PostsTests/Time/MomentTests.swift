import Foundation
import Posts
import TestSupport
import Testing

@Suite struct MomentTests {
  @Test func momentsAreWrittenAsFoundationWritesThem() throws {
    var dice = SeededNumbers(seed: 2)
    let style = Date.ISO8601FormatStyle()
    for _ in 0..<3_000 {
      // From 1601, for Foundation's calendar is Julian before 1582, to 9999.
      let moment = Moment(seconds: dice.roll(-11_644_473_600...253_402_300_799))
      let text = moment.description
      #expect(text == Date(timeIntervalSince1970: TimeInterval(moment.seconds)).formatted(style))
      #expect(Moment(text) == moment)
      #expect(moment.day.start <= moment)
      #expect(moment < moment.day.adding(days: 1).start)
    }
  }

  @Test(arguments: [
    ("2026-10-01T00:00:00Z", 1_790_812_800), ("2026-10-01 00:00:00", 1_790_812_800),
    ("2026-10-01T02:00:00+02:00", 1_790_812_800), ("2026-09-30T18:30:00-05:30", 1_790_812_800),
    ("2026-10-01 02:00:00+02:00", 1_790_812_800), ("1969-12-31T23:59:59Z", -1),
    ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func momentsAreReadInTheirZone(text: String, seconds: Int) {
    #expect(Moment(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026-10-01", "2026-10-01T00:00:00", "2026-10-01T24:00:00Z", "2026-10-01T00:60:00Z",
    "2026-10-01T00:00:60Z", "2026-02-29T00:00:00Z", "2026-10-01T00:00:00+15:00",
    "2026-10-01T00:00:00+0200", "2026-10-01T00:00:00 Z", "2026-10-01x00:00:00Z",
    "2026-10-01T00:00:00ZZ", "2026-10-01T00:00:00.5Z", "2026-10-01T+1:00:00Z",
    "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00",
  ])
  func otherTextsAreNoMoments(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: [(0, 0), (1, 1), (86_399, 1), (86_400, 1), (86_401, 2), (-1, 0), (-86_401, 0)])
  func aSecondIsADayBegun(seconds: Int, days: Int) {
    let start = Script.day(0)
    #expect(Moment(seconds: start.seconds + seconds).daysBegun(since: start) == days)
  }

  @Test func aDayIsTwentyFourHours() {
    #expect(Script.day(0).adding(days: 30).seconds == Script.day(0).seconds + 30 * 86_400)
    #expect(Script.day(0).adding(days: 30).daysBegun(since: Script.day(0)) == 30)
  }
}
