import Diagnostics
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct ExplanationTests {
  private let book: NoticeBook

  init() throws {
    book = try NoticeBook.load(
      from: try Workspace.locate(environment: ["FLINT_HOME": Workshop.packageRoot]).dataFolder)
  }

  private func ids(_ text: String) -> [String] { book.explain(text).findings.map(\.notice.id) }
  private func match(_ text: String) -> Explanation.Match? {
    book.explain(text).findings.first?.match
  }

  @Test(arguments: [
    ("4025", "4025-auth_code_expired"), ("auth_code_expired", "4025-auth_code_expired"),
    ("Auth code expired", "4025-auth_code_expired"), (" '4013'. ", "4013-auth_code_format_error"),
    ("-500", "-500-call_rpc_fail"), ("500", "-500-call_rpc_fail"), ("40912", "40900"),
    ("ad_status_audit_deny", "AD_STATUS_AUDIT_DENY"), ("expired", "EXPIRED"),
    ("code-has-ended", "code-has-ended"), ("Code has ended", "code-has-ended"),
    ("code-already-used", "code-already-used"),
  ])
  func aNumberOrNameIsFound(text: String, id: String) {
    #expect(ids(text) == [id])
    #expect(match(text) == .exact)
  }

  @Test func aNumberWithTwoMeaningsGivesBothUnlessTheTextSaysWhich() {
    #expect(ids("4002") == ["4002-video_unavailable", "4002-video_deleted"])
    #expect(ids("4002 video_deleted") == ["4002-video_deleted"])
    #expect(ids("Error (4002): the video has been deleted.") == ["4002-video_deleted"])
    #expect(match("Error (4002): the video has been deleted.") == .found)
  }

  @Test(arguments: [
    ("The post code is incorrect, please verify it", "4013-auth_code_format_error"),
    ("Authorisation expired.", "4025-auth_code_expired"),
    ("This sound has no commercial music rights", "AD_STATUS_MUSIC_AUTHORIZATION_MISSING"),
    ("Sound isn’t available for commercial use", "AD_STATUS_MUSIC_AUTHORIZATION_MISSING"),
    ("it tags multiple posts", "930002-mention_multiple_videos"),
  ])
  func wordsSuggestANotice(text: String, id: String) {
    #expect(ids(text).contains(id))
    #expect(match(text) == .likely)
    #expect(book.explain(text).problems(with: text).map(\.severity) == [.warning])
  }

  @Test func numbersInsideOfOthersAreNotTaken() {
    for text in ["140025", "4025.5", "1,4025", "x4025", "4025_1", "$ 4,025", "4025 4025x"] {
      #expect(
        NoticeBook.numbers(in: text).filter { $0 == 4025 }.count
          == (text.hasPrefix("4025 ") ? 1 : 0))
    }
    #expect(
      NoticeBook.numbers(in: "code=4025, -500; (930002) 99999999999") == [4025, -500, 930002])
    #expect(NoticeBook.numbers(in: "2026-11-22") == [2026, 11, 22])
  }

  @Test func whatIsUnknownIsSaidAndNotGuessed() {
    let unknown = book.explain("4099")
    #expect(unknown.findings.isEmpty)
    #expect(unknown.problems(with: "4099").map(\.severity) == [.error])
    #expect(book.explain("hello there").findings.isEmpty)
    #expect(book.explain("").findings.isEmpty)
    #expect(book.explain("auth_code_expird").nearest.first == "auth_code_expired")
    #expect(book.explain("4025 and 4099").unknownNumbers == ["4099"])
    #expect(book.explain("ordinary words about deleted and failed things").findings.isEmpty)
  }

  @Test(arguments: [
    "#AbCd3fGh+jkl/9=", "code=#AbCd3fGh+jkl/9=, 4013", "%23AbCd3fGh%2Bjkl9%3D",
    "AbCd3fGhIjKlMnOpQ7", "4013 \"#AbCd3fGh+jkl/9=\"",
  ])
  func aCodeIsRecognizedAndNeverRepeated(text: String) throws {
    let explanation = book.explain(text)
    #expect(explanation.holdsCode)
    let said = explanation.problems(with: text).map(\.description).joined()
    #expect(said.contains("Spark code"))
    #expect(!said.contains("AbCd") && !said.contains("GhIj"))
    #expect(explanation.findings.isEmpty == !text.contains("4013"))
  }

  @Test func ordinaryWordsAreNoCodes() {
    for text in [
      "AD_STATUS_ASSET_AUTHORIZATION_LOST", "20261122153000000000000000", "#coffee",
      "https://www.tiktok.com/@mia/photo/7300000000000000000", "p_pub_url~v2.123456789", "#4013",
      "url_ownership_unverified", "40900-40916", "{\"code\":40002,\"message\":\"bad\"}",
    ] {
      #expect(!CodeMask.isNeeded(in: text), "\(text)")
    }
  }

  @Test func aLongOddTextIsNeitherShownNorSlow() {
    let text = String(repeating: "<4025>=", count: 50_000)
    #expect(ids(text) == ["4025-auth_code_expired"])
    let said = book.explain("a=b").problems(with: "a=b").map(\.message)
    #expect(said == ["nothing is known about this text"])
  }

  @Test func everyRefusalIsExplained() {
    for name in Refusal.names {
      let found = book.explain(name)
      #expect(found.findings.map(\.match) == [.exact], "\(name)")
      #expect(found.findings.first?.notice.standing == .own)
    }
    let own = book.notices.filter { $0.standing == .own }.flatMap(\.names)
    #expect(Set(own) == Set(Refusal.names))
  }

  @Test func everyStatusWordThatFlintFollowsIsExplained() {
    for status in TikTokAdStatus.all {
      #expect(match(status.word) == .exact, "\(status.word)")
    }
  }

  @Test func noticesAreWhole() throws {
    #expect(Set(book.notices.map(\.id)).count == book.notices.count)
    for notice in book.notices {
      #expect(!notice.causes.isEmpty && !notice.steps.isEmpty, "\(notice.id)")
      #expect(notice.standing == .own || !notice.sources.isEmpty, "\(notice.id)")
      // A number sign in the file begins a comment unless it is quoted.
      for sentence in [notice.means] + notice.causes + notice.steps {
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix(".)"), "\(sentence)")
      }
      if [.reissue, .unavailable, .another, .music].contains(notice.message) {
        #expect(notice.reason != nil, "\(notice.id)")
      }
    }
  }

  @Test func aNoticeFileWithMistakesIsRefused() {
    let text = "version: 1\nupdated: x\nnotices:\n  - codes: [x]\n    area: a\n    colour: b\n"
    #expect {
      try NoticeBook(Array(text.utf8), path: "notices.yaml")
    } throws: { error in
      "\(error)".contains("not a number") && "\(error)".contains("colour")
    }
  }

  @Test func theMessageSaysTheReason() throws {
    let workshop = try Workshop()
    let files = try MessageFiles(
      library: workshop.folder["none"], dataFolder: workshop.workspace.dataFolder)
    let answer = try book.explain("4025").answers(from: files, values: [.creator: "Mia"])[0]
    let message = try #require(answer.message)
    #expect(message.kind == .reissue)
    #expect(message.body.hasPrefix("Hi Mia,"))
    #expect(message.body.contains("its authorization has run out"))
    #expect(message.missing.contains(.url))
  }
}
