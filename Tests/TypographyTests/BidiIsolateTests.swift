import Testing

@testable import Typography

@Suite struct BidiIsolateTests {
  /// The first line's runs from left to right, each in logical order.
  private func order(
    _ items: [String], isolates: [BidiIsolate],
    direction: InlineContent.Direction = .leftToRight
  ) throws -> String {
    let paragraph = Paragraph(
      InlineContent(
        items: items.map { .text($0, style: 0) },
        styles: [TextStyle(font: description("Inter"))], direction: direction,
        isolates: isolates),
      fonts: catalog)
    return runs(try #require(paragraph.lines(width: 10_000).first)).map(\.text).joined()
  }

  @Test func anIsolateDoesNotReorderWhatFollows() throws {
    let items = ["by ", "אבג", " 12 reviews"]
    // Without, the number would belong to the Hebrew.
    #expect(try order(items, isolates: []) == "by 12 אבג reviews")
    let isolate = BidiIsolate(items: 1..<2, direction: nil)
    #expect(try order(items, isolates: [isolate]) == "by אבג 12 reviews")
  }

  @Test func anIsolateOrdersItsContentByItsOwnDirection() throws {
    let items = ["a ", "אבג!", " b"]
    let first = BidiIsolate(items: 1..<2, direction: nil)
    #expect(try order(items, isolates: [first]) == "a !אבג b")
    let leftToRight = BidiIsolate(items: 1..<2, direction: .leftToRight)
    #expect(try order(items, isolates: [leftToRight]) == "a אבג! b")
  }

  @Test func textCannotLeaveItsIsolate() throws {
    let items = ["by ", "\u{2069}\u{202E}abc", " 12 reviews"]
    let isolate = BidiIsolate(items: 1..<2, direction: nil)
    #expect(try order(items, isolates: [isolate]).hasSuffix(" 12 reviews"))
    let open = ["by ", "\u{2067}abc", " 12 reviews"]
    #expect(try order(open, isolates: [isolate]).hasSuffix(" 12 reviews"))
  }

  @Test func isolatesNestAndGoOnAfterAForcedBreak() {
    let controls = [
      BidiControl(offset: 1, kind: .rightToLeft), BidiControl(offset: 2, kind: .leftToRight),
      BidiControl(offset: 4, kind: .end), BidiControl(offset: 6, kind: .end),
    ]
    let levels = TextBreak.bidiLevels(
      of: Array("abcd\nef".utf16), isRightToLeft: false, controls: controls)
    #expect(levels[0] == 0)
    #expect(levels[1] == 2)
    #expect(levels[2] == 2)
    #expect(levels[5] == 2)
    #expect(levels[6] == 0)
    let text = TextBreak.bidiLevels(
      of: Array("א\nב".utf16), isRightToLeft: false,
      controls: [BidiControl(offset: 0, kind: .rightToLeft)])
    #expect(text[2] == 1)
  }

  @Test func leftToRightIsolatesCostNothing() {
    let levels = TextBreak.bidiLevels(
      of: Array("plain".utf16), isRightToLeft: false,
      controls: [BidiControl(offset: 0, kind: .firstStrong), BidiControl(offset: 3, kind: .end)])
    #expect(levels == [0, 0, 0, 0, 0])
  }
}
