import Foundation
import Library
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ZonedTimeTests {
  let berlin = ZonedTime(zone: TimeZone(identifier: "Europe/Berlin")!)
  let kolkata = ZonedTime(zone: TimeZone(identifier: "Asia/Kolkata")!)
  let utc = ZonedTime(zone: TimeZone(identifier: "UTC")!)

  @Test func zonesAreNamedAsTheyAreAtTheMoment() throws {
    let winter = try #require(Moment("2026-01-31T09:30:00Z"))
    let summer = try #require(Moment("2026-07-31T09:30:00Z"))
    #expect(berlin.text(winter) == "2026-01-31 10:30 UTC+1")
    #expect(berlin.text(summer) == "2026-07-31 11:30 UTC+2")
    #expect(kolkata.text(winter) == "2026-01-31 15:00 UTC+5:30")
    #expect(utc.text(winter) == "2026-01-31 09:30 UTC")
  }

  @Test(arguments: [
    ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z"),
    ("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00Z"),
    ("2026-01-31 09:30 UTC", "2026-01-31T09:30:00Z"),
    ("2026-01-31 09:30:15", "2026-01-31T08:30:15Z"),
    ("2026-01-31 09:30", "2026-01-31T08:30:00Z"),
    ("2026-07-31", "2026-07-30T22:00:00Z"),
  ])
  func timesWithoutAZoneAreTheUsers(text: String, expected: String) throws {
    #expect(berlin.moment(text)?.description == expected)
  }

  @Test(arguments: [
    "", "tomorrow", "2026-02-30", "2026-01-31 25:00", "31.01.2026", "2026-03-29 02:30",
    "2026-01-31 09:30 CET",
  ])
  func whatIsNoTimeThereIsRefused(text: String) {
    #expect(berlin.moment(text) == nil)
  }

  @Test func distancesAreInWholeUnits() {
    let now = Moment(seconds: 1_000_000_000)
    #expect(ZonedTime.distance(from: now, to: now.adding(days: 12)) == "in 12 days")
    #expect(ZonedTime.distance(from: now, to: now.adding(days: 1)) == "in 24 hours")
    #expect(ZonedTime.distance(from: now, to: now.adding(days: -3)) == "3 days ago")
    #expect(ZonedTime.distance(from: now, to: now) == "now")
    #expect(ZonedTime.distance(from: now, to: .distantFuture) != "now")
  }

  @Test func durationsHaveUnits() {
    #expect(ZonedTime.duration("14d") == 14 * 86_400)
    #expect(ZonedTime.duration("2w") == 14 * 86_400)
    #expect(ZonedTime.duration("36h") == 36 * 3_600)
    for text in ["", "14", "d", "-1d", "1.5d", "9999999999d"] {
      #expect(ZonedTime.duration(text) == nil)
    }
  }
}
