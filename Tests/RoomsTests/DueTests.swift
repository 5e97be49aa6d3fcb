import Foundation
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger
@testable import Library

@Suite struct DueTests {
  private let now = Moment(seconds: 1_800_000_000)
  private let times: ZonedTime

  init() throws { times = ZonedTime(zone: try #require(TimeZone(identifier: "Europe/Berlin"))) }

  private func summary(
    endsIn days: Int, extended: Bool = false, brand: String = "harbor"
  ) -> AuthorizationSummary {
    let code = CodeMark(fingerprint: String(repeating: "0f", count: 32), masked: "#Ab…9=")
    var grant = Grant(
      code: code, start: now.adding(days: -30), end: now.adding(days: days), endSource: .counted)
    if extended { grant.extensions = [Grant.Extension(days: 30, at: now)] }
    return AuthorizationSummary(
      post: Key("moonrise"), creator: Key("creator"),
      url: "https://www.tiktok.com/@creator/photo/7",
      authorization: Authorization(
        key: Key("moonrise@\(brand)"), brand: Key(brand), days: 30, agreement: nil, replaces: nil,
        stage: .granted(grant)))
  }

  @Test func anEventKeepsItsIdWhenItsEndMoves() throws {
    let first = try #require(
      SparkCalendar.codeEnd(summary(endsIn: 9), revisions: [], times: times))
    let moved = try #require(
      SparkCalendar.codeEnd(summary(endsIn: 39, extended: true), revisions: [now], times: times))
    #expect(first.uid == moved.uid)
    #expect(first.start < moved.start && first.revision < moved.revision)
    #expect(moved.revised == now)
    let other = try #require(
      SparkCalendar.codeEnd(summary(endsIn: 9, brand: "atelier"), revisions: [], times: times))
    #expect(other.uid != first.uid)
    #expect(first.details.contains("UTC+1") && first.details.contains("flint code extend"))
  }

  @Test func aRequestIsRememberedAfterAWeek() throws {
    var open = summary(endsIn: 9)
    open.authorization.stage = .requested(at: now)
    let event = try #require(SparkCalendar.request(open))
    #expect(event.start == now.adding(days: 7))
    #expect(SparkCalendar.codeEnd(open, revisions: [], times: times) == nil)
    #expect(SparkCalendar.request(summary(endsIn: 9)) == nil)
  }

  @Test func aMessageNamesTheEndInTheUsersZone() {
    let values = MessageValues.of(
      summary(endsIn: 9).authorization, times: times, at: now)
    #expect(values[.end] == "2027-01-24 09:00 UTC+1")
    #expect(values[.left] == "in 9 days")
    #expect(values[.days] == "30" && values[.code] == nil && values[.age] == nil)
    var asked = summary(endsIn: 9).authorization
    asked.stage = .requested(at: now.adding(days: -8))
    #expect(MessageValues.of(asked, times: times, at: now)[.age] == "8 days")
    asked.stage = .requested(at: now)
    #expect(MessageValues.of(asked, times: times, at: now)[.age] == "a moment")
  }

  @Test func aPostIsCalledByItsTitleOrItsFirstWords() {
    func title(_ title: String?, _ caption: String) -> String {
      MessageValues.title(
        of: Post(
          key: Key("moonrise"), creator: nil, drawing: nil, caption: caption, title: title,
          facts: Post.Facts(), tags: [], stage: .draft))
    }
    #expect(title("Moon", "words") == "Moon")
    #expect(title(" ", "\n five things \nmore") == "five things")
    #expect(title(nil, "") == "moonrise")
    let long = title(nil, String(repeating: "word ", count: 40))
    #expect(long.hasSuffix("word…") && long.count <= 61)
    #expect(title(nil, String(repeating: "語", count: 90)).count == 61)
  }

  @Test func termsAreOneLine() throws {
    let key = Key<Agreement>("a")
    let terms = try Agreement.Terms(
      currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"), share: SpendShare("5%"),
      days: 30, agreement: key)
    let agreement = Agreement(
      key: key, creator: Key("creator"), brand: Key("harbor"), terms: terms, made: now)
    #expect(
      MessageValues.terms(of: agreement)
        == "We agreed on: $300 and 5% of the ad spend in USD, 30 days a code.")
  }

  @Test func everyMatterHasMessagesFromTheRightSide() {
    let key = Key<Authorization>("a")
    let ending = DueItem(.codeEnds(key, end: now, notice: .week, ads: [], extraDays: 30))
    #expect(ending.messageKinds.map(\.sender) == [.brand, .creator])
    #expect(DueItem(.requestOpen(key, days: 30, since: now)).messageKinds == [.remind])
    let unpaid = DueItem(.unpaid(Key("x"), owed: Money(minorUnits: 1, currency: "USD")))
    #expect(unpaid.messageKinds == [.pay])
  }
}
