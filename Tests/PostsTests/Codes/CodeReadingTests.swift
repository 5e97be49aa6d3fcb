import Posts
import TestSupport
import Testing

@Suite struct CodeReadingTests {
  private static let secret = "#Ex4mple+c0de/Kd9w="
  private static let other = "#An0ther/Ex4mple+5Qz="

  // MARK: - What is undone

  @Test(
    arguments: [
      (secret, []),
      ("  \(secret)\n", [.surroundingWhiteSpace]),
      ("\u{a0}\u{202f}\(secret)\u{2003}", [.surroundingWhiteSpace]),
      ("\r\n\r\n\(secret)\r\n", [.surroundingWhiteSpace]),
      ("\u{feff}\(secret)", [.invisibleCharacters(1)]),
      ("#Ex4mple\u{200b}+c0\u{ad}de/Kd9w=\u{2060}", [.invisibleCharacters(3)]),
      ("\u{202a}\(secret)\u{202c}", [.invisibleCharacters(2)]),
      ("%23Ex4mple%2Bc0de%2FKd9w%3D", [.percentEncoding]),
      ("%23Ex4mple%2bc0de%2fKd9w%3d", [.percentEncoding]),
      ("#Ex4mple%2Bc0de/Kd9w=", [.percentEncoding]),
      ("#Ex4mple&#43;c0de/Kd9w=", [.entities]),
      ("&#35;Ex4mple&#x2b;c0de&#x2F;Kd9w&equals;", [.entities]),
      ("&num;Ex4mple&plus;c0de&sol;Kd9w&#61;", [.entities]),
      ("&quot;\(secret)&quot;", [.entities, .quotes]),
      ("&lt;\(secret)&gt;&nbsp;", [.entities, .surroundingWhiteSpace, .quotes]),
      ("\"\(secret)\"", [.quotes]), ("'\(secret)'", [.quotes]), ("`\(secret)`", [.quotes]),
      ("```\n\(secret)\n```", [.quotes, .surroundingWhiteSpace]), ("“\(secret)”", [.quotes]),
      ("„\(secret)“", [.quotes]), ("‘\(secret)’", [.quotes]),
      (
        "«\u{202f}\(secret)\u{202f}»",
        [
          .quotes, .surroundingWhiteSpace,
        ]
      ),
      ("‹\(secret)›", [.quotes]), ("「\(secret)」", [.quotes]), ("(\(secret))", [.quotes]),
      ("[\(secret)]", [.quotes]), ("**\(secret)**", [.quotes]), ("\"\(secret)", [.quotes]),
      ("\(secret),", [.punctuation]), ("\(secret).", [.punctuation]),
      ("\(secret)!!!", [.punctuation]), ("“\(secret)”.", [.quotes, .punctuation]),
      ("Spark code: \(secret)", [.label, .surroundingWhiteSpace]),
      ("SPARK  CODE:\(secret)", [.label]), ("code=\(secret)", [.label]),
      ("auth_code=%23Ex4mple%2Bc0de%2FKd9w%3D", [.percentEncoding, .label]),
      ("Code：\(secret)", [.label]),
      ("#Ex4mple+c0de\n/Kd9w=", [.lineBreaks]), ("#Ex4mple+\r\n  c0de/Kd9w=", [.lineBreaks]),
      ("#Ex4m\nple+c0de/\nKd9w=", [.lineBreaks]),
      (
        "Here is your code: “\(secret)” thanks!", [.punctuation, .surroundingWords]
      ),
      ("Here you go 👉\(secret)🙏", [.surroundingWords]),
      ("\(secret)🙏", [.surroundingWords]), ("代码是\(secret)谢谢", [.surroundingWords]),
      ("<code>\(secret)</code>", [.quotes, .surroundingWords]),
      ("{\"auth_code\":\"\(secret)\"}", [.quotes, .surroundingWords]),
      ("https://www.tiktok.com/@mia/photo/7300000000000000001 \(secret)", [.surroundingWords]),
      ("for #slowmornings:\n\(secret)\nvalid 60 days, ref 1234567890", [.surroundingWords]),
      ("it is\n#Ex4mple+c0de\n/Kd9w=\nas asked", [.lineBreaks, .surroundingWords]),
      ("\(secret) and again \(secret)", [.surroundingWords]),
    ] as [(String, [SparkCode.Cleaning])])
  func whatIsAroundACodeIsTakenAwayAndSaid(text: String, cleanings: [SparkCode.Cleaning]) throws {
    let reading = try CodeShapes.builtIn.read(text)
    #expect(reading.code.secret == Self.secret)
    #expect(reading.cleanings == cleanings)
    #expect(reading.doubts.isEmpty)
  }

  @Test(arguments: [
    "#ＥxAmple12=", "#Ex%20mple1=", "#Ex%252Bmple1=", "Ex4m#ple9Kd", "#Ex4mplÄ1=",
    "#Ex4mpl\u{301}9=",
    "%2523Ex4mple9", "%%323Ex4mple9", "#Ex4mple9%", "#Ex4mple9%3",
  ])
  func nothingElseIsChanged(text: String) throws {
    #expect(try CodeShapes.builtIn.read(text).code.secret == text)
  }

  // MARK: - Doubts

  @Test(
    arguments: [
      ("Ex4mple+c0de/Kd9w=", [.noHashAtStart]), ("#Ex4mple+c0de/Kd9w", [.noEqualsAtEnd]),
      ("Ex4mplec0deKd9wQr", [.noHashAtStart, .noEqualsAtEnd]),
      ("#Ex4mple#c0de/Kd9w=", [.hashInside(place: 9)]),
      ("#Ex4mplе+c0de/Kd9w=", [.oddCharacter("е", place: 8)]),
      (
        "#Ex4mple_c0de-Kd9w=", [.oddCharacter("_", place: 9), .oddCharacter("-", place: 14)]
      ),
      ("Ex4mple!c0de9Kd", [.noHashAtStart, .oddCharacter("!", place: 8), .noEqualsAtEnd]),
      ("#v08a+b/c=", []), ("#abcdefgh=", []), ("#12345678=", []),
    ] as [(String, [SparkCode.Doubt])])
  func doubtsShowThePlace(text: String, doubts: [SparkCode.Doubt]) throws {
    let reading = try CodeShapes.builtIn.read(text)
    #expect(reading.code.secret == text)
    #expect(reading.doubts == doubts)
    #expect(reading.cleanings.isEmpty)
  }

  @Test func aCodeInASentenceKeepsItsDoubts() throws {
    let cut = try CodeShapes.builtIn.read("the code is #Ex4mplec0deKd9wQr for you")
    #expect(cut.code.secret == "#Ex4mplec0deKd9wQr")
    #expect(cut.doubts == [.noEqualsAtEnd])
    // What codes do not have is no reason to take a part of one for the whole.
    let odd = try CodeShapes.builtIn.read("the code is ÄEx4mplec0deKd9w= for you")
    #expect(odd.code.secret == "ÄEx4mplec0deKd9w=")
    #expect(odd.doubts == [.noHashAtStart, .oddCharacter("Ä", place: 1)])
  }

  // MARK: - What is no code

  @Test(arguments: ["", "   ", "\u{200b}\u{feff}", "\n\n", "\0", "\"\"", "Spark code:", " “” "])
  func nothingIsNoCode(text: String) {
    #expect(throws: SparkCode.Fault.empty) { try CodeShapes.builtIn.read(text) }
  }

  @Test(
    arguments: [
      ("https://www.tiktok.com/@mia/photo/7300000000000000001", .url),
      ("https://example.com/page#Ex4mple9Kd", .url), ("www.tiktok.com", .url),
      ("vm.tiktok.com/ZMhKx7Q2a/", .url), ("<https://vm.tiktok.com/ZMhKx7Q2a/>", .url),
      ("https://example.com/?code=%23Ex4mple%2Bc0de%2FKd9w%3D", .url),
      ("Code: https://vm.tiktok.com/ZMhKx7Q2a/", .url),
      ("see https://vm.tiktok.com/ZMhKx7Q2a/", .url),
      ("#REF!", .spreadsheetError), ("#NAME?", .spreadsheetError), (" #name? ", .spreadsheetError),
      ("#N/A", .spreadsheetError), ("#WERT!", .spreadsheetError), ("########", .spreadsheetError),
      ("#¿NOMBRE?", .spreadsheetError),
      ("1.79E+18", .roundedNumber), ("1,79E+18", .roundedNumber), ("7E+18", .roundedNumber),
      ("12345678901234", .digits), ("#1234567890", .digits), ("7300000000000000001", .digits),
      ("1,790,000", .digits), ("+49 30 1234 5678", .digits), ("١٢٣٤٥٦٧٨٩٠", .digits),
      ("abc", .tooShort(3, fewest: 8)), ("#ad", .tooShort(3, fewest: 8)),
      ("#a=", .tooShort(3, fewest: 8)), ("harbor", .tooShort(6, fewest: 8)),
      ("#slowmornings", .words), ("#TikTokMadeMeBuyIt", .words), ("#100DaysOfCode", .words),
      ("slowmornings", .words), ("mug-harbor@harbor", .words), ("mia@example.com", .words),
      ("I will send the code tomorrow", .words), ("the code, please", .words),
      ("There is no code: the post is not public", .words), ("/home/mia/code.txt", .words),
      ("#slowmornings #coffee #TikTokMadeMeBuyIt", .words), ("Code is in the sheet.", .words),
    ] as [(String, SparkCode.Kind)])
  func whatCannotBeACodeIsRefused(text: String, kind: SparkCode.Kind) {
    #expect(throws: SparkCode.Fault.cannotBeCode(kind)) { try CodeShapes.builtIn.read(text) }
  }

  @Test(arguments: [
    "#Ex4mple c0de/Kd9w=", "#Ex4mple\u{a0}c0de/Kd9w=", "# v08a b/c9Qr=", "#Ex4 mple9 c0de/Kd9w=",
    "Spark code: #Ex4mple c0de/Kd9w=", "`#Ex4mple c0de/Kd9w=`", "#Ex4mple c0de/Kd9w",
    "#Ex4mplec0deKd 9wQrT5", "take #Ex4mple c0de/Kd9w= please", "%23Ex4mple c0de%2FKd9w%3D",
  ])
  func aPlusThatBecameABlankIsNotGuessed(text: String) {
    #expect(throws: SparkCode.Fault.blankForPlus) { try CodeShapes.builtIn.read(text) }
  }

  @Test func severalCodesAreShownMaskedUntilOneIsPicked() throws {
    let shapes = CodeShapes.builtIn
    for text in [
      "\(Self.secret)\n\n\(Self.other)\n", "first \(Self.secret), then \(Self.other)",
      "\(Self.secret)\(Self.other)", "\(Self.secret),\(Self.other)",
    ] {
      let masked = ["#Ex…w=", "#An…z="]
      #expect(throws: SparkCode.Fault.several(masked)) { try shapes.read(text) }
      #expect(try shapes.read(text, pick: 1).code.secret == Self.secret)
      let second = try shapes.read(text, pick: 2)
      #expect(second.code.secret == Self.other)
      #expect(second.cleanings.contains(.surroundingWords))
      for wrong in [0, 3, -1, Int.max, Int.min] {
        #expect(throws: SparkCode.Fault.noSuchPick(wrong, among: masked)) {
          try shapes.read(text, pick: wrong)
        }
      }
    }
    #expect(try shapes.read(Self.secret, pick: 1).code.secret == Self.secret)
    for alone in [Self.secret, "it is \(Self.secret)"] {
      #expect(throws: SparkCode.Fault.noSuchPick(2, among: ["#Ex…w="])) {
        try shapes.read(alone, pick: 2)
      }
    }
  }

  @Test func aFileGivenByMistakeIsRefused() throws {
    let most = SparkCode.mostBytes
    #expect(throws: SparkCode.Fault.tooLong(limit: most)) {
      try CodeShapes.builtIn.read(String(repeating: "a", count: most + 1))
    }
    let longest = CodeShapes.builtIn.lengths.upperBound
    let body = String(repeating: "Kd9w", count: longest / 4)
    #expect(throws: SparkCode.Fault.tooLong(limit: longest)) {
      try CodeShapes.builtIn.read("#\(body)=")
    }
    #expect(throws: SparkCode.Fault.tooLong(limit: longest)) {
      try CodeShapes.builtIn.read("it is #\(body)=")
    }
    #expect(try CodeShapes.builtIn.read("#\(body.dropLast(2))=").code.secret.count == longest)
  }

  @Test func shapesAreDataAndNotBuiltIn() throws {
    var shapes = CodeShapes.builtIn
    shapes.start = "$"
    shapes.end = "~"
    shapes.alphabet.insert("_")
    shapes.lengths = 4...9
    shapes.labels = ["kode"]
    shapes.spreadsheetErrors = ["$OOPS"]
    let reading = try shapes.read("Kode: $a_9Z~")
    #expect(reading.code.secret == "$a_9Z~")
    #expect(reading.doubts.isEmpty && reading.cleanings == [.label, .surroundingWhiteSpace])
    #expect(throws: SparkCode.Fault.cannotBeCode(.spreadsheetError)) { try shapes.read("$oops") }
    #expect(throws: SparkCode.Fault.tooLong(limit: 9)) { try shapes.read("$aB3dE6gH9j~") }
    #expect(shapes.masking("a $a_9Zx8~ b") == "a … b")
  }

  @Test func hostileTextIsReadOrRefusedNeverACrash() throws {
    var dice = SeededNumbers(seed: 7)
    let parts: [String] = [
      "#", "=", "Ex4mple", "c0de/Kd9w", "&#43;", "“", ",", "code:", "%", "%2", "%2B", "%23", "+",
      "/", "\n", "\r", " ", "\u{200d}", "\u{301}", "🏳️‍🌈",
      "\u{202e}", "\0", "A", "ß", "İ", "\u{10ffff}", "\u{e0041}", "ﷺ",
    ]
    for _ in 0..<2_000 {
      let text = (0..<dice.roll(0...20)).map { _ in dice.pick(parts) }.joined()
      guard let reading = try? SparkCode.read(text) else { continue }
      #expect(!reading.code.secret.isEmpty)
      // Cleaned once it is clean, but for an escape that decoding made.
      if !reading.cleanings.contains(.percentEncoding), !reading.code.secret.contains("%") {
        let again = try SparkCode.read(reading.code.secret)
        #expect(again.code == reading.code)
        #expect(again.cleanings.isEmpty)
      }
      #expect(reading.code.masked.count <= 6)
      #expect(reading.code.likeness == reading.code.likeness)
    }
  }
}
