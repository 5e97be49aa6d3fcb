import Testing

@testable import Typography

/// Whatever stands in a feed, paragraphs are laid out and lose nothing.
@Suite struct HostileTextTests {
  private let alphabet: [String] = [
    "a", "V", " ", "  ", "-", "(", "\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{A0}", "\t",
    "\n",
    "\r\n", "\u{0}", "\u{7F}", "\u{2028}", "\u{FFFC}", "\u{FEFF}", "\u{202E}", "\u{2067}",
    "\u{301}",
    "e\u{301}", "\u{5D0}", "\u{5B8}", "\u{628}", "\u{644}\u{627}", "\u{E01}\u{E33}",
    "\u{915}\u{94D}",
    "\u{1F468}\u{200D}\u{1F469}", "\u{1F1E9}", "\u{E0041}", "\u{10FFFF}", "漢", "か\u{3099}", "ffi",
    "12",
  ]

  @Test(arguments: 0..<150)
  func everyTextIsLaidOutAtEveryWidth(seed: Int) {
    var random = Noise(state: UInt64(seed) &* 0x9E37_79B9 &+ 7)
    var items: [InlineContent.Item] = []
    var open: [Int] = []
    for id in 0..<random.below(9) {
      switch random.below(8) {
      case 0: items.append(.atomic(id: id, width: Double(random.below(90)), style: 0))
      case 1: items.append(.forcedBreak(style: random.below(3)))
      case 2:
        items.append(.boxStart(id: id, width: Double(random.below(20)) - 5, style: 0))
        open.append(id)
      case 3:
        if let id = open.popLast() { items.append(.boxEnd(id: id, width: 3, style: 0)) }
      default:
        let text = (0..<random.below(25)).map { _ in alphabet[random.below(alphabet.count)] }
        items.append(.text(text.joined(), style: random.below(3)))
      }
    }
    while let id = open.popLast() { items.append(.boxEnd(id: id, width: 3, style: 0)) }
    let direction: InlineContent.Direction = seed % 2 == 0 ? .leftToRight : .rightToLeft
    let content = InlineContent(items: items, styles: styles(&random), direction: direction)
    let paragraph = Paragraph(content, fonts: catalog)
    #expect(paragraph.minContentWidth <= paragraph.maxContentWidth + 200)
    let atomics = items.filter { if case .atomic = $0 { true } else { false } }.count
    let edges = items.filter {
      switch $0 {
      case .boxStart, .boxEnd: true
      default: false
      }
    }.count
    for width in [-5, 0, 7, 60, 300, .infinity] {
      let lines = paragraph.lines(width: width, firstLineIndent: Double(random.below(30)))
      #expect(lines.isEmpty == items.isEmpty)
      let fragments = lines.flatMap(\.fragments)
      #expect(
        fragments.filter { if case .atomic = $0.kind { true } else { false } }.count == atomics)
      #expect(fragments.filter { if case .edge = $0.kind { true } else { false } }.count == edges)
      for line in lines {
        let cut = paragraph.truncated(line, width: width, fonts: catalog)
        #expect(cut.fragments.count <= line.fragments.count + 1)
      }
      #expect(paragraph.balancedLines(width: width).count <= max(lines.count, 6))
    }
  }

  @Test func numbersWithoutSenseDoNotTrap() {
    for number in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      let paragraph = paragraph("one\ttwo three", size: number) {
        $0.letterSpacing = number
        $0.wordSpacing = number
        $0.tabSize = number
        $0.preservesSpaces = true
        $0.overflowWrap = .anywhere
      }
      #expect(!paragraph.lines(width: number, firstLineIndent: number).isEmpty)
      #expect(!paragraph.balancedLines(width: 100).isEmpty)
    }
  }

  private func styles(_ random: inout Noise) -> [TextStyle] {
    (0..<3).map { _ in
      var style = TextStyle(
        font: description("Inter", "EB Garamond", size: Double(random.below(60))))
      style.letterSpacing = Double(random.below(9)) - 4
      style.wraps = random.below(4) > 0
      style.preservesSpaces = random.below(3) == 0
      style.overflowWrap = [.normal, .breakWord, .anywhere][random.below(3)]
      style.wordBreak = [.normal, .breakAll, .keepAll][random.below(3)]
      style.language = ["", "de", "ja", "x-@!", "ar"][random.below(5)]
      return style
    }
  }
}

/// Repeatable numbers (Marsaglia's xorshift).
private struct Noise {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
