import Foundation
import Posts
import TestSupport
import Testing

@Suite struct DayTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  @Test func daysAreThoseOfTheCalendar() throws {
    var dice = SeededNumbers(seed: 1)
    let first = try #require(Day("0001-01-01")).number
    let last = try #require(Day("9999-12-31")).number
    for _ in 0..<3_000 {
      let day = Day(number: dice.roll(first...last))
      // Foundation's calendar is Julian before 1582; ours repeats every 146,097 days.
      let isEarly = day.number < -140_000
      let later = isEarly ? day.number + 4 * 146_097 : day.number
      let date = Date(timeIntervalSince1970: TimeInterval(later) * 86_400)
      let parts = Self.calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(day.civil.year + (isEarly ? 1_600 : 0) == parts.year)
      #expect(day.civil.month == parts.month)
      #expect(day.civil.day == parts.day)
      #expect(day.weekday + 1 == parts.weekday)
      #expect(Day(year: day.civil.year, month: day.civil.month, day: day.civil.day) == day)
      #expect(Day(day.description) == day)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896), ("2026-10-01", 20_727),
  ])
  func landmarksAreWhereTheyShouldBe(text: String, number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01",
    "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", " 2026-01-01", "2026-01-32", "-026-01-01",
    "２０２６-01-01", "2100-02-29", "1900-02-29",
  ])
  func daysThatDoNotExistAreNone(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var day = try #require(Day("1999-12-31"))
    for _ in 0..<3_000 {
      let next = day.adding(days: 1)
      #expect(day < next)
      #expect(day.description < next.description)
      #expect(next.start.seconds - day.start.seconds == 86_400)
      day = next
    }
  }
}
