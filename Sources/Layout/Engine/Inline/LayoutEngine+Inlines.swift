import Pixels
import Styling
import Typography

/// Lines are broken a hair wider than the box, so that content as wide as its own max-content
/// width, summed in another order, still stands in one line; Chromium's unit of 1/64 px does the same.
private let breakTolerancePx = 1.0 / 64

extension LayoutEngine {
  /// Lays out an inline formatting context (CSS Inline 3, CSS 2.1 §9.4.2).
  func layOutInlines(
    of box: Box, width: Double, percentageHeight: Double?, clamp: LineClamp?
  ) -> ContentLayout {
    let source = inlineSource(of: box)
    var result = ContentLayout()
    result.lines = []
    guard source.hasLines else {
      result.isEmpty = true
      result.pieces = emptyPieces(of: source, box: box, width: width)
      result.outOfFlow = source.outOfFlow.map {
        staticPosition(of: $0.box, width: width, style: box.style)
      }
      return result
    }

    let room = InlineRoom(
      source: source, box: box, width: width, percentageHeight: percentageHeight, engine: self)
    let paragraph = paragraph(of: box, widths: room.widths)
    let lines = brokenLines(
      of: paragraph, box: box, width: width, clamp: clamp, into: &result)
    result.lineCount = lines.count
    var builder = LineBuilder(room: room, box: box, engine: self)
    for (i, line) in lines.enumerated() {
      builder.place(line, isLast: i == lines.count - 1)
    }
    builder.finish(into: &result)
    return result
  }

  /// Where an absolute box stands in a line that nothing else is in.
  func staticPosition(of child: Box, width: Double, style: ComputedStyle) -> OutOfFlowBox {
    let isRightToLeft = style.text.direction == .rtl
    let start = isRightToLeft ? OutOfFlowBox.Alignment.end : .start
    guard child.wasInline else {
      return OutOfFlowBox(box: child, area: Rect(width: width), horizontal: start)
    }
    // The line is empty, so `text-align` puts its start and its end in one place.
    let x =
      switch style.text.align.physical(isRightToLeft: isRightToLeft) {
      case .center: width / 2
      case .right: width
      default: 0.0
      }
    return OutOfFlowBox(box: child, area: Rect(x: x), horizontal: start)
  }

  /// The lines that are seen: clamped and with their ellipses.
  private func brokenLines(
    of paragraph: Paragraph, box: Box, width: Double, clamp: LineClamp?,
    into result: inout ContentLayout
  ) -> [Line] {
    let style = box.style
    let indent = finite(style.text.indent.resolved(against: width))
    let room = width + breakTolerancePx
    var lines =
      switch style.text.wrap {
      case .wrap: paragraph.lines(width: room, firstLineIndent: indent)
      case .balance: paragraph.balancedLines(width: room, firstLineIndent: indent)
      case .pretty: paragraph.prettyLines(width: room, firstLineIndent: indent)
      }
    if let clamp, lines.count > clamp.lines || (clamp.hasMore && lines.count == clamp.lines) {
      let limit = clamp.lines
      result.hiddenLineCount = lines.count - limit
      result.isClamped = true
      lines.removeLast(lines.count - limit)
      lines[limit - 1] = paragraph.truncated(
        lines[limit - 1], width: limit == 1 ? room - indent : room, fonts: fonts)
    }
    if style.line.textOverflow == .ellipsis, style.box.overflow == .hidden {
      for i in lines.indices where lines[i].width > room {
        lines[i] = paragraph.truncated(lines[i], width: room, fonts: fonts)
      }
    }
    return lines
  }

  /// The min-content and max-content width of an inline formatting context.
  ///
  /// - Parameter height: of the content box where it is definite.
  func inlineContentWidths(of box: Box, height: Double?) -> IntrinsicWidths {
    let source = inlineSource(of: box)
    guard source.hasLines else { return .zero }
    var least = InlineWidths(
      source: source, isRightToLeft: box.isRightToLeft, percentageWidth: nil, engine: self)
    var most = least
    for (i, atomic) in source.atomics.enumerated() {
      let margin = edges(of: atomic, percentageWidth: nil).marginOrZero.horizontal
      let widths = intrinsicWidths(of: atomic, percentageHeight: height) + margin
      least.atomics[i] = widths.min
      most.atomics[i] = widths.max
    }
    let indent = finite(box.style.text.indent.resolved(against: 0))
    return IntrinsicWidths(
      min: roundedUp(paragraph(of: box, widths: least).minContentWidth + max(0, indent)),
      max: roundedUp(paragraph(of: box, widths: most).maxContentWidth + indent))
  }

  /// To Chromium's unit of 1/64 px, so that the content fits the width it asked for.
  private func roundedUp(_ width: Double) -> Double { (finite(width) * 64).rounded(.up) / 64 }

  func inlineSource(of box: Box) -> InlineSource {
    let results = results(of: box)
    if let known = results.inlineSource { return known }
    guard case .inlines(let nodes) = box.content else {
      preconditionFailure("only an inline formatting context has an inline source")
    }
    let source = InlineSourceBuilder.source(of: nodes)
    results.inlineSource = source
    return source
  }

  /// The box's content shaped, with the widths that its atomic boxes and edges have in this room.
  func paragraph(of box: Box, widths: InlineWidths) -> Paragraph {
    let source = inlineSource(of: box)
    var items = source.items
    for (i, item) in items.enumerated() {
      switch item {
      case .text, .forcedBreak: break
      case .atomic(let id, _, let style):
        items[i] = .atomic(id: id, width: widths.atomics[id], style: style)
      case .boxStart(let id, _, let style):
        items[i] = .boxStart(id: id, width: widths.starts[id], style: style)
      case .boxEnd(let id, _, let style):
        items[i] = .boxEnd(id: id, width: widths.ends[id], style: style)
      }
    }
    let content = InlineContent(
      items: items, styles: source.styles,
      direction: box.isRightToLeft ? .rightToLeft : .leftToRight,
      clonedBoxes: source.clonedBoxes, isolates: source.isolates)
    let results = results(of: box)
    if let known = results.paragraphs.first(where: { $0.content == content }) { return known }
    let paragraph = Paragraph(content, fonts: fonts)
    if results.paragraphs.count >= 4 { results.paragraphs.removeFirst() }
    results.paragraphs.append(paragraph)
    return paragraph
  }

  /// Inline boxes that hold nothing still have a place for `getBoundingClientRect`.
  private func emptyPieces(of source: InlineSource, box: Box, width: Double) -> [PlacedInlineBox] {
    let x = box.isRightToLeft ? width : 0
    return source.boxes.map { entry in
      PlacedInlineBox(
        inlineBox: entry.inlineBox, border: entry.inlineBox.style.box.borderWidth,
        padding: .zero,
        pieces: [
          InlinePiece(rect: Rect(x: x), hasLeftEdge: true, hasRightEdge: true, line: 0)
        ], parent: entry.parent)
    }
  }
}

extension Box {
  /// `-webkit-line-clamp` where it works: on a `-webkit-box`, whose blocks' lines it counts too.
  var lineClamp: Int? {
    switch style.box.display {
    case .webkitBox, .webkitInlineBox: style.line.lineClamp.map { max(1, $0) }
    default: nil
    }
  }
}

/// The widths of the items of an inline source that are not text, px.
struct InlineWidths {
  /// Margin boxes, by atomic id.
  var atomics: [Double]
  /// Margin, border and padding at the start / end, by inline box.
  var starts: [Double]
  var ends: [Double]

  init(
    source: InlineSource, isRightToLeft: Bool, percentageWidth: Double?, engine: LayoutEngine
  ) {
    atomics = Array(repeating: 0, count: source.atomics.count)
    starts = []
    ends = []
    for entry in source.boxes {
      let edges = engine.edges(of: entry.inlineBox, percentageWidth: percentageWidth)
      let left = (edges.margin.left ?? 0) + edges.inner.left
      let right = (edges.margin.right ?? 0) + edges.inner.right
      starts.append(entry.inlineBox.hasStart ? (isRightToLeft ? right : left) : 0)
      ends.append(entry.inlineBox.hasEnd ? (isRightToLeft ? left : right) : 0)
    }
  }
}

extension LayoutEngine {
  func edges(of inlineBox: InlineBox, percentageWidth: Double?) -> BoxEdges {
    edges(of: inlineBox.style, percentageWidth: percentageWidth)
  }
}

/// An inline formatting context with the room it is laid out in: everything of known size.
struct InlineRoom {
  let source: InlineSource
  let width: Double
  let percentageHeight: Double?
  let widths: InlineWidths
  let atomics: [Fragment]
  /// By atomic id.
  let atomicMargins: [Edges<Double>]
  /// By inline box.
  let boxEdges: [BoxEdges]

  init(
    source: InlineSource, box: Box, width: Double, percentageHeight: Double?, engine: LayoutEngine
  ) {
    self.source = source
    self.width = width
    self.percentageHeight = percentageHeight
    let space = ConstraintSpace(
      availableWidth: .definite(width), percentageWidth: width,
      percentageHeight: percentageHeight, shrinksToFit: true)
    atomics = source.atomics.map { engine.layOut($0, in: space) }
    atomicMargins = source.atomics.map {
      engine.edges(of: $0, percentageWidth: width).marginOrZero
    }
    boxEdges = source.boxes.map { engine.edges(of: $0.inlineBox, percentageWidth: width) }
    var widths = InlineWidths(
      source: source, isRightToLeft: box.isRightToLeft, percentageWidth: width, engine: engine)
    for i in atomics.indices {
      widths.atomics[i] = atomics[i].size.width + atomicMargins[i].horizontal
    }
    self.widths = widths
  }
}
