import Diagnostics
import Files
import Posts
import TestSupport
import Testing

@testable import Library

/// The library's own codes are found exactly: all of them, whatever they look like, and nothing else.
@Suite struct CodeSearchTests {
  /// A library with every shape of code, and many more that chance throws.
  private static func library() throws -> SampleLibrary {
    let library = try SampleLibrary()
    try library.write { writer in
      for pasted in PastedCode.all { try keep(try SparkCode.read(pasted.text).code, writer) }
      var dice = SeededNumbers(seed: 43)
      for _ in 0..<2_000 { try keep(SparkCode(secret: random(&dice)), writer) }
    }
    return library
  }

  private static func keep(_ code: SparkCode, _ writer: LibraryWriter) throws {
    try writer.keep(code, fingerprint: sha256Hex(Array(code.secret.utf8)))
  }

  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  private static func random(_ dice: inout SeededNumbers) -> String {
    "#" + String((0..<dice.roll(12...60)).map { _ in dice.pick(base64) }) + "="
  }

  private static func found(_ text: String, in reader: LibraryReader) throws -> [String] {
    try reader.codes(in: text).map { String(text[$0]) }
  }

  private static func expect(
    _ text: String, finds codes: [String], _ reader: LibraryReader,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let found = try found(text, in: reader)
    #expect(found == codes, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func eachShapeIsFoundWhereverItStands() throws {
    let library = try Self.library()
    try library.read { reader in
      for pasted in PastedCode.all {
        for spelling in pasted.spellings {
          for (before, after) in [
            ("", ""), ("sent as ", ", thanks"), ("(", ")"), ("“", "”."), ("送", "。"),
            ("https://example.com/?utm_source=tiktok&code=", "&page=2"), ("{\"how\":\"", "\"}"),
            ("a-", "-b"), ("\n", "\n"),
          ] {
            let text = before + spelling + after
            let masked = CodeShapes.builtIn.masking(text, known: try reader.codes(in: text))
            #expect(!Self.letters(masked).contains(pasted.song), "\(text)")
          }
        }
      }
    }
  }

  /// Without what nobody sees, so that a code with such a character inside is found in it.
  private static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200b}" && $0 != "\u{ad}" }))
  }

  @Test func whatIsFoundIsTheWholeCodeAndNoMore() throws {
    let library = try SampleLibrary()
    try library.write { writer in
      for text in ["#Ab3dEf6hIj9l", "#Ab3dEf6hIj9lMn0pQr=", "#Zy8xWv+6/U4=="] {
        try Self.keep(SparkCode(secret: text), writer)
      }
    }
    try library.read { reader in
      // The longer of two that begin alike.
      try Self.expect("a #Ab3dEf6hIj9lMn0pQr= b", finds: ["#Ab3dEf6hIj9lMn0pQr="], reader)
      try Self.expect("a #Ab3dEf6hIj9l b", finds: ["#Ab3dEf6hIj9l"], reader)
      let escaped = "%23Zy8xWv%2B6%2FU4%3D%3D"
      try Self.expect("\(escaped),Ab3dEf6hIj9l", finds: [escaped, "Ab3dEf6hIj9l"], reader)
      try Self.expect("Zy8xWv 6/U4 and on", finds: [], reader)
      try Self.expect("#Zy8xWv 6/U4== and on", finds: ["#Zy8xWv 6/U4=="], reader)
      // Another letter case is another code, unless the text was made small.
      try Self.expect("#ab3def6hij9l", finds: [], reader)
      let isFound = try reader.holdsCode("#ab3def6hij9l", ignoringCase: true)
      #expect(isFound)
      try Self.expect("#", finds: [], reader)
      try Self.expect("", finds: [], reader)
    }
  }

  @Test func aCodeOfWordsIsFoundOnlyWhole() throws {
    let library = try SampleLibrary()
    try library.write { writer in
      try Self.keep(SparkCode(secret: "#Coffee2026="), writer)
      try Self.keep(SparkCode(secret: "#coffee="), writer)
    }
    try library.read { reader in
      try Self.expect("#Coffee2026= #coffee=", finds: ["#Coffee2026=", "#coffee="], reader)
      for text in ["#Coffee2026", "#coffee", "coffee in 2026", "Coffee 2026", "coffee=1"] {
        try Self.expect(text, finds: [], reader)
      }
    }
  }

  @Test func aDigestIsNeverLookedInto() throws {
    let library = try SampleLibrary()
    try library.write { try Self.keep(SparkCode(secret: "7f3a9c04e1b28d56"), $0) }
    try library.read { reader in
      let digest = "00ff" + "7f3a9c04e1b28d56" + String(repeating: "0a", count: 22)
      try Self.expect(digest, finds: [], reader)
      try Self.expect("id 7f3a9c04e1b28d56", finds: ["7f3a9c04e1b28d56"], reader)
    }
  }

  // MARK: - No false alarms

  @Test func aThousandHashtagsAreNoCodes() throws {
    let library = try Self.library()
    let words =
      """
      slow morning coffee autumn kitchen tea clay studio berlin hamburg paris istanbul golden hour \
      minimal ceramic linen oak handmade vintage summer winter spring gift idea recipe baking bread \
      sourdough matcha latte art home decor diy makeup skincare routine outfit look style thrift \
      shop small brand local maker craft pottery glaze wheel kiln plant mom dog cat life travel
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    var dice = SeededNumbers(seed: 44)
    try library.read { reader in
      for _ in 0..<1_000 {
        let parts = (0..<dice.roll(1...4)).map { _ in dice.pick(words) }
        let camel = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let year = "\(dice.roll(2019...2027))"
        let joined = parts.joined()
        let number = "\(dice.roll(0...99))"
        let forms = [
          joined, camel, camel + year, joined.uppercased(), parts.joined(separator: "_"),
          number + camel, joined + "tok", "bts" + joined.uppercased(), camel + number,
        ]
        let tag = "#" + dice.pick(forms)
        try Self.expect(tag, finds: [], reader)
        #expect(CodeShapes.builtIn.masking(tag) == tag)
      }
    }
  }

  @Test func whatOnlyLooksRandomIsNoCodeOfTheLibrary() throws {
    let library = try Self.library()
    var dice = SeededNumbers(seed: 45)
    let letters = Self.base64.dropLast(2) + ["-", "_"]
    try library.read { reader in
      for _ in 0..<500 {
        let token = String((0..<dice.roll(8...90)).map { _ in dice.pick(Array(letters)) })
        let hex = String((0..<64).map { _ in dice.pick(Array("0123456789abcdef")) })
        let digits = String((0..<19).map { _ in dice.pick(Array("0123456789")) })
        for text in [
          "https://example.com/p/\(token)?utm_id=\(digits)&gclid=\(token)&fbclid=\(token)#\(token)",
          hex, "sha256:\(hex)", "#\(hex.prefix(6))", "#\(hex.prefix(8))", digits,
          "\(token.prefix(4).uppercased())-\(digits.prefix(5))-\(hex.prefix(3).uppercased())",
          "https://www.tiktok.com/@mia/photo/\(digits)", "IMG_\(digits.prefix(8)).jpg",
        ] {
          try Self.expect(text, finds: [], reader)
        }
      }
    }
  }

  // MARK: - The last guard

  @Test func noEventAndNoSlideIsRecordedWithACode() throws {
    let library = try Self.library()
    for pasted in PastedCode.all {
      let code = try SparkCode.read(pasted.text).code.secret
      #expect(throws: Diagnostic.holdsKnownCode("what is to be recorded"), "\(code)") {
        try library.write { try $0.save(Brand(key: Key("new"), name: "sent as \(code)")) }
      }
      try library.change("mug") { story, now in
        try story.draw(
          SampleLibrary.drawing(), caption: "", title: nil, facts: Post.Facts(), at: now)
      }
      #expect(throws: Diagnostic.holdsKnownCode("slide 2"), "\(code)") {
        try library.write { try $0.index(Key("mug"), slideTexts: ["Mug", "sent as \(code)"]) }
      }
    }
  }
}
