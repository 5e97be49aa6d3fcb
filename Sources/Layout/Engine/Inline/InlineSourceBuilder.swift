import Diagnostics
import Styling
import Typography

/// Flattens inline nodes, collapsing white space across elements (CSS Text 3 §4.1).
struct InlineSourceBuilder {
  private let source = InlineSource()
  private var styleIndices: [TextStyle: Int] = [:]
  /// A collapsible space here would vanish: the line starts, or one stands before.
  private var swallowsSpace = true
  /// The item whose text ends with a collapsible space that a line end would remove.
  private var trailingSpace: Int?
  private var isInsideWord = false
  /// The inserted value whose text comes now, and its place in `source.isolates`.
  private var openValue: (value: InsertedValue, isolate: Int)?

  static func source(of nodes: [InlineNode]) -> InlineSource {
    var builder = InlineSourceBuilder()
    builder.add(nodes, parent: nil)
    builder.removeTrailingSpace()
    builder.source.isolates.sort { $0.isOutside($1) }
    return builder.source
  }

  private mutating func add(_ nodes: [InlineNode], parent: Int?) {
    for node in nodes {
      switch node {
      case .text(let text): add(text, parent: parent)
      case .inlineBox(let inlineBox): add(inlineBox, parent: parent)
      case .atomic(let box):
        append(
          .atomic(id: source.atomics.count, width: 0, style: styleIndex(box.style)), parent: parent)
        source.atomics.append(box)
        source.atomicParents.append(parent)
        swallowsSpace = false
        trailingSpace = nil
        isInsideWord = false
      case .lineBreak(let shared): addBreak(style: styleIndex(shared.style), parent: parent)
      case .outOfFlow(let box):
        source.outOfFlow.append(
          InlineSource.OutOfFlowEntry(box: box, item: source.items.count, parent: parent))
      case .block: preconditionFailure("blocks are split out of inline content")
      }
    }
  }

  private mutating func add(_ inlineBox: InlineBox, parent: Int?) {
    let index = source.boxes.count
    var entry = inlineBox
    entry.children = []
    source.boxes.append(InlineSource.BoxEntry(inlineBox: entry, parent: parent))
    if inlineBox.style.box.decorationBreak == .clone { source.clonedBoxes.insert(index) }
    let style = styleIndex(inlineBox.style)
    let isolates = inlineBox.style.line.isolatesBidi
    if isolates { openValue = nil }
    let start = source.items.count
    append(.boxStart(id: index, width: 0, style: style), parent: index)
    add(inlineBox.children, parent: index)
    append(.boxEnd(id: index, width: 0, style: style), parent: index)
    if isolates {
      openValue = nil
      source.isolates.append(
        BidiIsolate(
          items: start..<source.items.count,
          direction: inlineBox.style.text.direction == .rtl ? .rightToLeft : .leftToRight))
    }
  }

  /// An inserted value is ordered by itself, so that an Arabic name does not tear its surroundings
  /// apart; its parts (emphasis, line breaks) belong together.
  private mutating func isolateValue(of text: InlineText) {
    guard let value = InsertedValue(of: text) else {
      openValue = nil
      return
    }
    let end = source.items.count
    if let open = openValue, open.value == value {
      let start = source.isolates[open.isolate].items.lowerBound
      source.isolates[open.isolate].items = start..<end
    } else {
      openValue = (value, source.isolates.count)
      source.isolates.append(BidiIsolate(items: end - 1..<end, direction: nil))
    }
  }

  private mutating func add(_ text: InlineText, parent: Int?) {
    let content = transformed(text.content, by: text.style.text)
    let style = styleIndex(text.style)
    switch text.style.text.whiteSpace {
    case .normal, .nowrap:
      append(collapsed(content), of: text, style: style, parent: parent)
    case .preLine:
      for (i, line) in content.lines.enumerated() {
        if i > 0 { addBreak(style: style, parent: parent) }
        append(collapsed(line), of: text, style: style, parent: parent)
      }
    case .pre, .preWrap, .breakSpaces:
      for (i, line) in content.lines.enumerated() {
        if i > 0 { addBreak(style: style, parent: parent) }
        guard !line.isEmpty else { continue }
        append(line, of: text, style: style, parent: parent)
        swallowsSpace = false
        trailingSpace = nil
      }
    }
  }

  private mutating func append(_ content: String, of text: InlineText, style: Int, parent: Int?) {
    guard !content.isEmpty else { return }
    append(.text(content, style: style), parent: parent, text: text)
    isolateValue(of: text)
    trailingSpace = swallowsSpace ? source.items.count - 1 : nil
  }

  private mutating func append(
    _ item: InlineContent.Item, parent: Int?, text: InlineText? = nil
  ) {
    source.items.append(item)
    source.owners.append(InlineSource.Owner(inlineBox: parent, text: text))
  }

  private mutating func addBreak(style: Int, parent: Int?) {
    removeTrailingSpace()
    append(.forcedBreak(style: style), parent: parent)
    swallowsSpace = true
    isInsideWord = false
  }

  private mutating func removeTrailingSpace() {
    if let index = trailingSpace, case .text(let text, let style) = source.items[index] {
      source.items[index] = .text(String(text.dropLast()), style: style)
    }
    trailingSpace = nil
  }

  private mutating func styleIndex(_ style: ComputedStyle) -> Int {
    let textStyle = style.textStyle
    if let known = styleIndices[textStyle] { return known }
    source.styles.append(textStyle)
    styleIndices[textStyle] = source.styles.count - 1
    return source.styles.count - 1
  }

  // MARK: - White space

  /// Runs of white space become one space, or none after another one.
  private mutating func collapsed(_ content: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(content.unicodeScalars)
    var i = 0
    while i < scalars.count {
      guard scalars[i].isCollapsibleSpace else {
        result.append(scalars[i])
        swallowsSpace = false
        i += 1
        continue
      }
      let start = i
      while i < scalars.count, scalars[i].isCollapsibleSpace { i += 1 }
      let hasLineFeed = scalars[start..<i].contains { $0 == "\n" }
      // CSS Text 3 §4.1.3: no space between ideographs that only a line feed separates.
      if hasLineFeed, start > 0, i < scalars.count,
        scalars[start - 1].isWideWithoutSpaces, scalars[i].isWideWithoutSpaces
      {
        continue
      }
      if !swallowsSpace {
        result.append(" ")
        swallowsSpace = true
      }
    }
    return String(result)
  }

  // MARK: - text-transform

  private mutating func transformed(_ content: String, by style: InheritedTextStyle) -> String {
    switch style.transform {
    case .none: return content
    case .uppercase: return CaseMapping.uppercase.applied(to: content, language: style.language)
    case .lowercase: return CaseMapping.lowercase.applied(to: content, language: style.language)
    case .capitalize:
      var result = ""
      var rest = content[...]
      while let first = rest.first {
        // Two characters of a word's beginning: in Dutch both may change.
        let isWordStart = first.isInWords && !isInsideWord
        let part = rest.prefix(isWordStart ? 2 : 1)
        result +=
          isWordStart
          ? CaseMapping.titlecase.applied(to: String(part), language: style.language)
          : String(part)
        isInsideWord = part.last?.isInWords == true
        rest = rest.dropFirst(part.count)
      }
      return result
    }
  }
}

/// What tells a value's text from other text.
private struct InsertedValue: Equatable {
  var field: String
  var location: SourceLocation?

  init?(of text: InlineText) {
    guard let field = text.field else { return nil }
    self.field = field
    location = text.fieldLocation
  }
}

extension BidiIsolate {
  /// Outer and earlier ones come first.
  fileprivate func isOutside(_ other: BidiIsolate) -> Bool {
    (items.lowerBound, -items.upperBound) < (other.items.lowerBound, -other.items.upperBound)
  }
}

extension Character {
  /// Whether `capitalize` takes it for a part of a word.
  fileprivate var isInWords: Bool { isLetter || isNumber || "'’".contains(self) }
}

extension StringProtocol {
  /// Cut at line feeds; `\r\n` and `\r` count as one.
  fileprivate var lines: [String] {
    var result = [""]
    var isAfterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\n", isAfterReturn {
        isAfterReturn = false
        continue
      }
      isAfterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        result.append("")
      } else {
        result[result.count - 1].unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Wide scripts written without spaces: ideographs, kana and their punctuation, not Hangul.
  fileprivate var isWideWithoutSpaces: Bool {
    switch value {
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF01...0xFF9F, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
