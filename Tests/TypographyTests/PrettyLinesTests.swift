import Testing

@testable import Typography

@Suite struct PrettyLinesTests {
  private static let text = "It tastes like paper until you do, and the cup is warm for free."

  private func texts(_ lines: [Line]) -> [String] { lines.map(\.text) }

  /// Where the greedy lines end with "free." alone.
  private func widthWithAWidow(_ paragraph: Paragraph) -> Double? {
    stride(from: 150.0, to: 500, by: 1).first {
      paragraph.lines(width: $0).last?.text == "free."
    }
  }

  @Test func aShortWordIsNotLeftAlone() throws {
    let paragraph = paragraph(Self.text)
    let width = try #require(widthWithAWidow(paragraph))
    let plain = paragraph.lines(width: width)
    let pretty = paragraph.prettyLines(width: width)
    #expect(pretty.last?.text == "for free.")
    #expect(pretty.count == plain.count)
    #expect(texts(pretty.dropLast(2)) == texts(plain.dropLast(2)))
  }

  @Test func linesStayAsManyAndInTheirRoom() {
    let texts = [Self.text, "Paper \(Self.text)", "A cup of it, warm and slow"]
    for text in texts {
      let paragraph = paragraph(text)
      for width in stride(from: 20.0, to: 500, by: 7) {
        let plain = paragraph.lines(width: width)
        let pretty = paragraph.prettyLines(width: width, firstLineIndent: 0)
        #expect(pretty.count == plain.count)
        let widest = plain.map(\.width).max() ?? 0
        #expect(pretty.allSatisfy { $0.width <= max(width, widest) + LineBreaker.tolerance })
        #expect(pretty.map(\.text).joined(separator: " ") == text)
      }
    }
  }

  @Test func otherTextStaysGreedy() throws {
    let two = paragraph("warm for free, and for all of us")
    for width in stride(from: 60.0, to: 300, by: 5) {
      let plain = two.lines(width: width)
      let lastWords = plain.last?.text.split(separator: " ").count ?? 0
      if lastWords > 1 { #expect(two.prettyLines(width: width) == plain) }
    }
    // Nothing may move: the first line would be as short.
    let alone = paragraph("a considerably b")
    let width = alone.maxContentWidth - 5
    #expect(alone.prettyLines(width: width) == alone.lines(width: width))
  }

  @Test func wordsAreNotBrokenForIt() {
    let paragraph = paragraph("unbreakability it") { $0.overflowWrap = .anywhere }
    for width in stride(from: 10.0, to: 200, by: 3) {
      #expect(paragraph.prettyLines(width: width) == paragraph.lines(width: width))
    }
  }
}
