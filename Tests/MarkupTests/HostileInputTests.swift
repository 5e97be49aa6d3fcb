import Diagnostics
import Markup
import Testing

/// A small generator of the same numbers every time (xorshift).
private struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

private func diagnostics(ofPage bytes: [UInt8]) -> [Diagnostic] {
  Document.parse(bytes, file: "page.html").diagnostics
}

private func diagnostics(ofSheet bytes: [UInt8]) -> [Diagnostic] {
  StyleSheet.parse(bytes, file: "style.css").diagnostics
}

private func repeated(_ text: String, _ count: Int) -> [UInt8] {
  Array(String(repeating: text, count: count).utf8)
}

@Suite struct Encodings {
  @Test(
    arguments: [
      ([0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x62], "2:2: error: byte 0xE9 is not UTF-8 text"),
      ([0xFF, 0xFE, 0x3C, 0x00], "1:1: error: byte 0xFF is not UTF-8 text"),
      ([0x61, 0xC0, 0x80], "1:2: error: byte 0xC0 is not UTF-8 text"),
      ([0xED, 0xA0, 0x80], "1:1: error: byte 0xED is not UTF-8 text"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1: error: byte 0xF4 is not UTF-8 text"),
      ([0x61, 0xE2, 0x82], "1:2: error: byte 0xE2 is not UTF-8 text"),
      ([0x61, 0x0D, 0x0A, 0x62, 0x00], "2:2: error: byte 0x00 is not text"),
    ] as [([UInt8], String)])
  func otherBytesThanUTF8AreNamedOnce(_ bytes: [UInt8], _ expected: String) {
    let hint = "\n  hint: save the file as UTF-8"
    #expect(diagnostics(ofPage: bytes).map(\.description) == ["page.html:\(expected)\(hint)"])
    #expect(diagnostics(ofSheet: bytes).map(\.description) == ["style.css:\(expected)\(hint)"])
  }

  @Test func everyKindOfScalarIsRead() {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(describe(page(text).root.childElements[1].children) == "\"\(text)\"")
  }
}

@Suite struct Budgets {
  @Test func filesHaveABudget() {
    let bytes = [UInt8](repeating: 0x61, count: Budget.bytesPerFile + 1)
    #expect(
      diagnostics(ofPage: bytes).map(\.description) == [
        "page.html: error: the file has 5000001 bytes, more than the 5000000 allowed\n  hint: put pictures and fonts into files of their own"
      ])
    #expect(diagnostics(ofSheet: bytes).count == 1)
  }

  @Test func elementsHaveABudget() {
    let allowed = repeated("<br>", Budget.elements - 3)
    #expect(diagnostics(ofPage: allowed) == [])
    #expect(
      diagnostics(ofPage: allowed + repeated("<br>", 9)).map(\.description) == [
        "page.html:1:39989: error: more than 10000 elements on one page"
      ])
  }

  @Test func elementsInEachOtherHaveABudget() {
    let depth = Budget.nesting - 2
    #expect(diagnostics(ofPage: repeated("<div>", depth) + repeated("</div>", depth)) == [])
    #expect(
      diagnostics(ofPage: repeated("<div>", depth + 1)).map(\.description) == [
        "page.html:1:991: error: more than 200 elements inside each other"
      ])
  }

  @Test func attributesHaveABudget() {
    let attributes = (0...100).map { " data-\($0)" }.joined()
    #expect(
      diagnostics(ofPage: Array("<p\(attributes)>".utf8)).map(\.message) == [
        "more than 100 attributes in one tag"
      ])
  }

  @Test func declarationsHaveABudget() {
    let allowed = Array("p{".utf8) + repeated("a:b;", Budget.declarations)
    #expect(diagnostics(ofSheet: allowed + Array("}".utf8)) == [])
    #expect(
      diagnostics(ofSheet: allowed + Array("a:b}".utf8)).map(\.description) == [
        "style.css:1:200003: error: more than 50000 declarations in one style sheet"
      ])
  }

  @Test(arguments: ["p{a:", "p{a:f(", "", "p{--x:", "@media "], ["(", "[", "f(", "{"])
  func blocksInEachOtherHaveABudget(_ start: String, _ opening: String) {
    let css = Array(start.utf8) + repeated(opening, 100_000)
    let found = diagnostics(ofSheet: css)
    #expect(!found.isEmpty)
    #expect(found.count <= Budget.nesting + 1)
  }

  @Test func mediaInMediaHasABudget() {
    let media = "@media (width){"
    let depth = Budget.nesting - 2
    #expect(diagnostics(ofSheet: repeated(media, depth) + repeated("}", depth)) == [])
    #expect(
      diagnostics(ofSheet: repeated(media, 1000)).map(\.message) == [
        "more than 200 blocks and functions inside each other"
      ])
  }

  @Test func problemsHaveABudget() {
    let found = diagnostics(ofPage: repeated("&x;", 2000))
    #expect(found.count == 1001)
    #expect(found.last?.message == "more than 1000 problems; the rest of the text was not read")
    #expect(diagnostics(ofSheet: repeated("}", 2000)).count == 1001)
  }

  @Test func valuesHaveABudget() {
    let value = repeated("1 ", 30_000)
    #expect(
      diagnostics(ofSheet: Array("p{a:".utf8) + value).map(\.message) == [
        "more than 50000 tokens in one value or selector list"
      ])
    #expect(
      diagnostics(ofSheet: value).map(\.message) == [
        "more than 50000 tokens in one value or selector list"
      ])
    #expect(
      diagnostics(ofSheet: Array("p{a:f(".utf8) + value).map(\.message) == [
        "more than 50000 tokens in one value or selector list"
      ])
  }
}

@Suite struct HostileInput {
  private static let pageParts = [
    "<", ">", "</", "/>", "<!--", "-->", "<!", "<?", "&", "&#", "&#x", ";", "\"", "'", "=", " ",
    "\n", "\r", "p", "div", "li", "ul", "style", "</style>", "script", "svg", "a", "h1", "body",
    "html", "head", "link", "title", "class", "{{", "}}", "é", "🦊", "\u{0}", "<p>", "<li>",
    "</p>", "<b>", "</b>", "<ul>", "</ul>", "<h1>", "</h2>", "amp", "copy", "1", "<br>",
  ]
  private static let sheetParts = [
    "{", "}", "(", ")", "[", "]", ";", ":", ",", ".", "#", "@", "*", ">", "+", "~", "!", "\\",
    "\\\n", "\"", "'", "/*", "*/", "<!--", "-->", "url(", "rgb(", "calc(", "a", "p", "x1", "-",
    "--x",
    "1", "1e9", "2px", "50%", " ", "\n", "\r\n", "@media", "@font-face", "and", "not", "width",
    ">=", "important", ":nth-child(", "2n+1", "n", ":root", "::before", ":not(", ":is(", "[a", "^=",
    "$=", "~=", "\"b\" i]", "]", "é", "🦊", "\u{0}", "{{",
  ]

  /// Hundreds of short texts from the parts and from bytes, the same ones every time.
  private func texts(from parts: [String], seed: UInt64) -> [[UInt8]] {
    var noise = Noise(state: seed)
    return (0..<400).map { index in
      if index % 4 == 0 {
        return (0..<200).map { _ in UInt8.random(in: 0...255, using: &noise) }
      }
      return (0..<60).flatMap { _ in Array((parts.randomElement(using: &noise) ?? "").utf8) }
    }
  }

  @Test func anyPageIsReadToItsEnd() {
    for text in texts(from: Self.pageParts, seed: 0x9E37_79B9_7F4A_7C15) {
      let (document, diagnostics) = Document.parse(text, file: "page.html")
      #expect(document.root.childElements.map(\.name) == ["head", "body"])
      #expect(diagnostics.allSatisfy { $0.location != nil && !$0.message.isEmpty })
    }
  }

  @Test func anyStyleSheetIsReadToItsEnd() {
    let start = Diagnostics.SourceLocation(file: "page.html", line: 3, column: 4)
    for text in texts(from: Self.sheetParts, seed: 0xD1B5_4A32_D192_ED03) {
      let diagnostics = diagnostics(ofSheet: text)
      #expect(diagnostics.allSatisfy { $0.location != nil && !$0.message.isEmpty })
      let inline = StyleSheet.parseDeclarations(
        String(decoding: text, as: UTF8.self), startingAt: start)
      #expect(inline.diagnostics.allSatisfy { ($0.location ?? start) >= start })
    }
  }

  @Test func everyBeginningOfAPageIsReadToItsEnd() {
    let page = Array(
      "<!doctype html><p class=\"a&amp;b\" id=x>{{ a < b }}<br/>é&#x41;<style>p{}</style><!-- x -->"
        .utf8)
    for length in 0...page.count {
      _ = diagnostics(ofPage: Array(page.prefix(length)))
    }
    #expect(diagnostics(ofPage: page) == [])
  }

  @Test func everyBeginningOfAStyleSheetIsReadToItsEnd() {
    let css = Array(
      "@media (1px<width<=2e1em){p>.a\\41 ,b:nth-child(2n + 1){c:d(1%,\"\\e9\")!important;--x:{y:z}}}@font-face{src:url(a)}/**/"
        .utf8)
    for length in 0...css.count {
      _ = diagnostics(ofSheet: Array(css.prefix(length)))
    }
    #expect(diagnostics(ofSheet: css) == [])
  }

  /// Each part stands here some 50,000 times: a step that looks at all the rest again would take
  /// minutes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<div>", "</b>", "<a ", "<a b=\"", "<a b='x>\"", "a", "&", "&a", "&amp;", "{{", "{{ ", "<",
      "<!--", "<!-- -", "--", "<b><i></b>", "<svg>", "<svg><style>", "<title>", "\r", "\"", "<p a=",
      "<li><ul>", "é", "{{x}}&lt;", "<p><b></p>", "<style></styl",
    ])
  func longPagesAreReadInLinearTime(_ part: String) {
    let (document, _) = Document.parse(
      repeated(part, 200_000 / part.utf8.count), file: "page.html")
    #expect(document.root.childElements.count == 2)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "{", "a{", "a{b:c}", "}", "\"", "'\n", "/*", "/* */", "\\", "a ", "a,", "@a ", "@media{",
      "a{b:", "a{b", ":", "::", "a:", "--", "<!--", "url(", "url(a ", "1", "1e", "#", "é",
      "a{b:c d:e ", "a{--b:c d:e ", ":nth-child(", "@media (", "a{b:c!", "a{b:c\n", "@media (a),",
    ])
  func longStyleSheetsAreReadInLinearTime(_ part: String) {
    let (sheet, diagnostics) = StyleSheet.parse(
      repeated(part, 200_000 / part.utf8.count), file: "style.css")
    #expect(sheet.rules.count < 200_000)
    #expect(diagnostics.count <= 1001)
  }

  @Test(.timeLimit(.minutes(1))) func theLargestFilesAreReadInSeconds() {
    #expect(diagnostics(ofPage: repeated("<p>", Budget.bytesPerFile / 3)).count == 1)
    #expect(diagnostics(ofSheet: repeated("(", Budget.bytesPerFile)).count == 1)
    #expect(diagnostics(ofPage: repeated("a", Budget.bytesPerFile)) == [])
  }
}
