import Diagnostics
import Library
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct CodeBookTests {
  private let now = SparkLibrary.now
  private func messages(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.message) }

  // MARK: Taking a code

  @Test func aCodeAnswersTheRequest() throws {
    let library = try SparkLibrary()
    _ = try library.books().requestCode(.init(post: "mug", brand: "harbor", days: 60))
    let issued = try library.books().addCode(
      to: "mug", brand: nil, text: " %23Ab3dEf6hIj9lMn0pQr+/w%3D\u{200b}\n", times: CodeTimes())
    let authorization = issued.code.authorization
    #expect(issued.answersRequest && issued.warnings.isEmpty)
    #expect(authorization.key.text == "mug@harbor" && authorization.days == 60)
    #expect(authorization.grant?.end == now.adding(days: 60))
    #expect(authorization.grant?.endSource == .counted)
    #expect(
      issued.cleanings == [.surroundingWhiteSpace, .invisibleCharacters(1), .percentEncoding])
    let revealed = try RevealedCode(
      "mug", in: LibraryStore(library.library, for: .reading), at: now)
    #expect(revealed.code.secret == SparkLibrary.code)
  }

  @Test func whoseCodeItIsMustBeClear() throws {
    let library = try SparkLibrary()
    let books = try library.books()
    #expect(throws: Diagnostic.codeWithoutBrand(Key("mug"))) {
      try books.addCode(to: "mug", brand: nil, text: SparkLibrary.code, times: CodeTimes())
    }
    _ = try books.requestCode(.init(post: "mug", brand: "harbor"))
    let other = try books.requestCode(.init(post: "mug", brand: "atelier"))
    #expect {
      try books.addCode(to: "mug", brand: nil, text: SparkLibrary.code, times: CodeTimes())
    } throws: { error in
      (error as? Diagnostic)?.message.hasPrefix("\"mug\" has 2 open requests: mug@") == true
    }
    #expect(throws: Diagnostic.requestOfOther(other.code.authorization, brand: "harbor")) {
      try books.addCode(
        to: "mug@atelier", brand: "harbor", text: SparkLibrary.code, times: CodeTimes())
    }
    let issued = try books.addCode(
      to: "mug", brand: "atelier", text: SparkLibrary.code, times: CodeTimes())
    #expect(issued.code.authorization.key.text == "mug@atelier" && issued.answersRequest)
  }

  @Test func theSameCodeTwiceIsRefused() throws {
    let library = try SparkLibrary()
    try library.issue()
    #expect(throws: Refusal.codeIsKnown(Key("mug@harbor"), post: Key("mug"))) {
      try library.issue(" \(SparkLibrary.code)\n", post: "vase", brand: "atelier")
    }
  }

  @Test func aLookAlikeIsRefusedWithTheDifference() throws {
    let library = try SparkLibrary()
    try library.issue()
    let expected = Refusal.codeIsAlmostKnown(
      Key("mug@harbor"), post: Key("mug"),
      differences: [
        .init(place: 2, here: "a", there: "A"), .init(place: 16, here: "O", there: "0"),
      ])
    #expect(throws: expected) {
      try library.issue("#ab3dEf6hIj9lMnOpQr+/w=", post: "vase")
    }
  }

  @Test func doubtsShowThePlaceAndTheCodeIsTaken() throws {
    let issued = try SparkLibrary().issue("Ab3dEf6h!Ij9lMn0pQr+/w", days: 45)
    #expect(
      messages(issued.warnings) == [
        "the code does not start with \"#\": its beginning may be missing",
        "place 9 of the code has \"!\"; codes have letters, digits, #, +, / and =",
        "the code does not end with \"=\": its end may be missing",
        "45 days are unusual: TikTok offers 7, 30, 60, 180, 365",
      ])
    #expect(issued.code.authorization.grant?.code.masked == "Ab3…/w")
  }

  @Test(arguments: [
    ("", "there is no code in what was given"),
    (
      "#Ab3dEf6h=\n#Ij9lMn0p=",
      "2 texts in what was given can be the code: 1. #Ab…h=, 2. #Ij…p="
    ),
    ("https://vm.tiktok.com/ZMhKx7Q2a/", "what was given is a URL, not a code"),
    ("#NAME?", "what was given is a spreadsheet's error, not a code"),
    ("1.79E+18", "what was given is a number that a spreadsheet rounded, not a code"),
    ("7300000000000000001", "what was given has digits alone, and a code has letters too"),
    ("abc", "what was given has 3 characters; a code has 8 at least"),
    ("it comes tomorrow", "what was given is words, and none of them can be a code"),
    (
      "#Ex4mple c0de/Kd9w=",
      "the code has a blank where a \"+\" was: forms and links make blanks of them"
    ),
    (
      String(repeating: "a", count: 5_000),
      "what was given is longer than 4096 bytes, far above any code"
    ),
  ])
  func whatIsNoCodeIsRefused(text: String, message: String) throws {
    let library = try SparkLibrary()
    #expect {
      try library.issue(text)
    } throws: { error in
      (error as? Diagnostic)?.message == message
    }
  }

  @Test func oneOfSeveralCodesIsPicked() throws {
    let library = try SparkLibrary()
    let text = "\(SparkLibrary.code) or #Ij9lMn0p="
    #expect {
      try library.books().addCode(
        to: "mug", brand: "harbor", text: text, pick: 3, times: CodeTimes())
    } throws: { error in
      (error as? Diagnostic)?.message.hasPrefix("--pick 3, and what was given has 2 that") == true
        && "\(error)".contains("hint: choose from 1 to 2")
    }
    let issued = try library.books().addCode(
      to: "mug", brand: "harbor", text: text, pick: 2, times: CodeTimes())
    #expect(issued.code.authorization.grant?.code.masked == "#Ij…p=")
    #expect(issued.cleanings == [.surroundingWords])
  }

  // MARK: Times

  @Test func anEndThatWasReadIsTakenOverDays() throws {
    let end = now.adding(days: 20)
    let settled = try CodeTimes(days: 30, end: end, endSource: .tiktok).settled(asked: 30, at: now)
    #expect(settled.end == end && settled.days == 30 && settled.source == .tiktok)
    #expect(
      messages(settled.warnings)
        == ["from start to end it is 20 days, not 30; the end is taken as it was read"])
    #expect(try CodeTimes(end: end).settled(asked: nil, at: now).days == 20)
  }

  @Test func daysAreAssumedAloud() throws {
    let settled = try CodeTimes().settled(asked: nil, at: now)
    #expect(settled.days == 30)
    #expect(
      messages(settled.warnings)
        == ["nobody said for how long: 30 days are assumed, TikTok's default"])
  }

  @Test func aCodeThatIsOverIsNotTaken() {
    let times = CodeTimes(start: now.adding(days: -60), end: now)
    #expect {
      try times.settled(asked: nil, at: now)
    } throws: { error in
      (error as? Diagnostic)?.message.hasPrefix("a code that ended on ") == true
    }
  }

  @Test(arguments: [0, -1, 3_651, Int.max, Int.min])
  func impossibleDaysAreRefused(days: Int) throws {
    #expect(throws: Refusal.tooManyDays(days)) {
      try CodeTimes(days: days).settled(asked: nil, at: now)
    }
    let library = try SparkLibrary()
    #expect(throws: Refusal.tooManyDays(days)) {
      try library.books().requestCode(.init(post: "mug", brand: "harbor", days: days))
    }
    try library.issue()
    #expect(throws: Refusal.tooManyDays(days)) {
      try library.books().extendCode("mug", days: days)
    }
  }

  // MARK: Its life

  @Test func oneAccountUsesACode() throws {
    let library = try SparkLibrary()
    try library.issue()
    let books = try library.books()
    let applied = try books.applyCode(
      "mug", advertiser: "7000001", refusal: nil, isAsTikTokSaid: false)
    #expect(applied.code.authorization.status(at: now) == .applied)
    #expect(applied.warnings.isEmpty)
    let refusal = Refusal.appliedElsewhere(
      Key("mug@harbor"), advertiser: Key("7000001"), at: now)
    #expect(throws: refusal) {
      try books.applyCode("mug", advertiser: "7000002", refusal: nil, isAsTikTokSaid: false)
    }
    let forced = try books.applyCode(
      "mug", advertiser: "7000003", refusal: nil, isAsTikTokSaid: true)
    #expect(
      messages(forced.warnings) == [
        "the account 7000003 is \"atelier\"'s, and the code of mug@harbor is for \"harbor\"",
        "the code of mug@harbor is applied by 2 accounts: 7000001, 7000003",
      ])
  }

  @Test func revokingNamesAndEndsItsAds() throws {
    let library = try SparkLibrary()
    let key = try library.issue().code.authorization.key
    _ = try library.books().applyCode(
      "mug", advertiser: "7000001", refusal: nil, isAsTikTokSaid: false)
    try library.runAd(on: key)
    #expect(throws: Refusal.adsAreRunning([Key("spring")], on: "mug@harbor")) {
      try library.books().revokeCode("mug", isForced: false)
    }
    let revoked = try library.books().revokeCode("mug", isForced: true)
    #expect(revoked.endedAds == [Key("spring")])
    #expect(revoked.code.authorization.status(at: now) == .revoked)
  }

  @Test func anEarlierEndNamesTheAdsPastIt() throws {
    let library = try SparkLibrary()
    let key = try library.issue().code.authorization.key
    _ = try library.books().applyCode(
      "mug", advertiser: "7000001", refusal: nil, isAsTikTokSaid: false)
    try library.runAd(on: key)
    let change = try library.books().readEnd(
      "mug", end: now.adding(days: 5), source: .tiktok)
    #expect(messages(change.warnings) == ["planned past that end: spring"])
  }

  @Test func aNewCodeReplacesOneThatIsOver() throws {
    let library = try SparkLibrary()
    try library.issue()
    let later = now.adding(days: 30)
    let text = "#Zz9yXx8wVv7uTt6sRr5q="
    #expect(throws: Refusal.stillValid(Key("mug@harbor"), status: .issued, end: later)) {
      try library.books().reissueCode("mug@harbor", text: text, times: CodeTimes())
    }
    #expect(throws: Refusal.codeHasEnded(Key("mug@harbor"), end: later)) {
      try library.books(at: later).extendCode("mug@harbor", days: 30)
    }
    let issued = try library.books(at: later).reissueCode(
      "mug@harbor", text: text, times: CodeTimes())
    #expect(issued.code.authorization.replaces?.text == "mug@harbor")
    #expect(issued.code.authorization.key.text == "mug@harbor.2")
    #expect(issued.code.authorization.days == 30 && issued.warnings.isEmpty)
    let dossier = try CodeDossier(
      "mug@harbor", in: LibraryStore(library.library, for: .reading), at: later)
    #expect(dossier.log.count == 2)
  }

  @Test func expiringIsToTheSecond() throws {
    let library = try SparkLibrary()
    try library.issue(days: 7)
    try library.issue("#Zz9yXx8wVv7uTt6sRr5q=", post: "vase", days: 30)
    let store = try LibraryStore(library.library, for: .reading)
    var query = CodeQuery()
    query.endsWithin = 7 * 86_400
    #expect(try query.codes(in: store, at: now).map(\.post.text) == ["mug"])
    query.endsWithin = 7 * 86_400 - 1
    #expect(try query.codes(in: store, at: now).isEmpty)
    query.endsWithin = Int.max
    #expect(try query.codes(in: store, at: now).count == 2)
    #expect(try query.codes(in: store, at: now.adding(days: 7)).map(\.post.text) == ["vase"])
  }
}
