/// A paragraph's inline content as one text, with what stands in it and between its characters.
///
/// An atomic is U+FFFC, a forced break U+000A; the edges of inline boxes take no room in the text.
struct ParagraphText: Sendable {
  struct Span: Sendable {
    enum Kind: Sendable {
      case text
      /// One preserved U+0009.
      case tab
      case atomic(id: Int, width: Double)
      case forcedBreak
    }

    var kind: Kind
    /// UTF-16 offsets; never empty.
    var range: Range<Int>
    /// Into `InlineContent.items`.
    var item: Int
    var style: Int
  }

  /// The start or end edge of an inline box.
  struct Edge: Sendable {
    /// UTF-16 offset of what follows it.
    var offset: Int
    var item: Int
    var id: Int
    var width: Double
    var isStart: Bool
    /// Stands in every line of its box.
    var isCloned: Bool
  }

  private(set) var units: [UInt16] = []
  /// In order; they cover `units` without gaps.
  private(set) var spans: [Span] = []
  /// In order.
  private(set) var edges: [Edge] = []
  /// Where isolates begin and end, in order.
  private(set) var bidiControls: [BidiControl] = []
  /// What was left out to keep the budgets of `TextLimits`.
  private(set) var excesses: [Excess] = []

  enum Excess: Equatable, Sendable {
    case tooLong(scalars: Int, item: Int)
    case tooManyMarks(item: Int)

    var item: Int {
      switch self {
      case .tooLong(_, let item), .tooManyMarks(let item): item
      }
    }
  }

  private var scalarCount = 0

  init(_ content: InlineContent) {
    var isolates = content.isolates[...]
    var ends: [Int] = []
    for (item, value) in content.items.enumerated() {
      while let end = ends.last, end <= item {
        bidiControls.append(BidiControl(offset: units.count, kind: .end))
        ends.removeLast()
      }
      while let isolate = isolates.first, isolate.items.lowerBound <= item {
        bidiControls.append(BidiControl(offset: units.count, kind: isolate.kind))
        ends.append(isolate.items.upperBound)
        isolates.removeFirst()
      }
      switch value {
      case .text(let text, let style):
        append(
          text, item: item, style: style, preservesSpaces: content.styles[style].preservesSpaces)
      case .atomic(let id, let width, let style):
        append([0xFFFC], .atomic(id: id, width: width), item: item, style: style)
      case .boxStart(let id, let width, _):
        edges.append(
          Edge(
            offset: units.count, item: item, id: id, width: width, isStart: true,
            isCloned: content.clonedBoxes.contains(id)))
      case .boxEnd(let id, let width, _):
        edges.append(
          Edge(
            offset: units.count, item: item, id: id, width: width, isStart: false,
            isCloned: content.clonedBoxes.contains(id)))
      case .forcedBreak(let style):
        append([0x0A], .forcedBreak, item: item, style: style)
      }
    }
    if scalarCount > TextLimits.maximumScalars {
      let item = spans.last?.item ?? 0
      excesses.append(.tooLong(scalars: scalarCount, item: item))
    }
  }

  /// The item whose text stands at a UTF-16 offset.
  func item(at offset: Int) -> Int {
    spans.last { $0.range.lowerBound <= offset }?.item ?? 0
  }

  /// The text of a range, without the stand-ins for atomics.
  func string(_ range: Range<Int>) -> String {
    let part = units[range]
    if !part.contains(0xFFFC) { return String(decoding: part, as: UTF16.self) }
    return String(decoding: part.filter { $0 != 0xFFFC }, as: UTF16.self)
  }

  private mutating func append(_ units: [UInt16], _ kind: Span.Kind, item: Int, style: Int) {
    let start = self.units.count
    self.units += units
    spans.append(Span(kind: kind, range: start..<self.units.count, item: item, style: style))
  }

  private mutating func append(_ text: String, item: Int, style: Int, preservesSpaces: Bool) {
    var pending: [UInt16] = []
    var marks = 0
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      guard scalar.value >= 0x300 else { return false }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return true
      default: return false
      }
    }
    for scalar in text.unicodeScalars {
      scalarCount += 1
      if scalarCount > TextLimits.maximumScalars { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > TextLimits.maximumMarks {
        if marks == TextLimits.maximumMarks + 1 { excesses.append(.tooManyMarks(item: item)) }
        continue
      }
      switch scalar.value {
      case 0x09 where preservesSpaces:
        if !pending.isEmpty { append(pending, .text, item: item, style: style) }
        pending = []
        append([0x09], .tab, item: item, style: style)
      case 0x09, 0x0A, 0x0D: pending.append(0x20)
      // Control characters and stray stand-ins show nothing: U+2060 is the word joiner.
      case 0..<0x20, 0x7F..<0xA0, 0xFFFC: pending.append(0x2060)
      case 0x10000...: pending.append(contentsOf: UTF16.encode(scalar) ?? .init())
      default: pending.append(UInt16(truncatingIfNeeded: scalar.value))
      }
    }
    if !pending.isEmpty { append(pending, .text, item: item, style: style) }
  }
}

extension BidiIsolate {
  fileprivate var kind: BidiControl.Kind {
    switch direction {
    case .leftToRight: .leftToRight
    case .rightToLeft: .rightToLeft
    case nil: .firstStrong
    }
  }
}
