/// Places the glyphs, atomics and box edges of a planned line from left to right.
struct LineBuilder {
  let text: ShapedText
  let plan: LinePlan
  /// The paragraph's bidi level: 0 or 1.
  let baseLevel: UInt8

  /// What is ordered as one: part of a piece, an atomic, a tab, an empty inline box.
  private struct Entry {
    var level: UInt8
    var item: Int
    var kind: LineFragment.Kind?
    var width: Double
    /// Edges of inline boxes on its left and right, as indices into the text's edges.
    var leading: [Int] = []
    var trailing: [Int] = []
  }

  /// An inline box's entries in this line, and which of its edges stand in it.
  private struct Box {
    var entries: Range<Int>
    var start: Int?
    var end: Int?
  }

  private var entries: [Entry] = []
  private var boxes: [Box] = []
  /// Inline boxes that began in this line: where their entries begin, and their start edge.
  private var openBoxes: [(entry: Int, edge: Int?)] = []
  private var nextEdge: Int
  /// px of content so far in logical order, for tab stops.
  private var logicalX = 0.0
  private var hangingWidth = 0.0
  private var spaces = 0

  init(_ text: ShapedText, _ plan: LinePlan, baseLevel: UInt8) {
    self.text = text
    self.plan = plan
    self.baseLevel = baseLevel
    nextEdge = plan.edges.lowerBound
  }

  mutating func line(indent: Double, hyphenAdvance: Double, with shaper: TextShaper) -> Line {
    collectEntries(with: shaper)
    if hyphenAdvance != 0 { appendHyphen(hyphenAdvance) }
    let order = TextBreak.visualOrder(of: entries.map(\.level))
    attachEdges(order)
    return place(order, indent: indent)
  }

  // MARK: - Logical order

  private mutating func collectEntries(with shaper: TextShaper) {
    if let cloned = text.clonedEdges {
      openBoxes = cloned.openBoxes(before: plan.edges.lowerBound).map { (0, $0) }
    }
    for span in spans(in: plan.start..<plan.drawnEnd) {
      passEdges(upTo: max(span.range.lowerBound, plan.start))
      append(span, with: shaper)
    }
    passEdges(upTo: .max)
    while let start = openBoxes.popLast() {
      close(
        from: start.entry, start: start.edge,
        end: start.edge.flatMap { text.clonedEdges?.end(of: $0) })
    }
  }

  private mutating func passEdges(upTo offset: Int) {
    while nextEdge < plan.edges.upperBound, text.text.edges[nextEdge].offset <= offset {
      if text.text.edges[nextEdge].isStart {
        openBoxes.append((entries.count, nextEdge))
      } else {
        let start = openBoxes.popLast()
        close(from: start?.entry ?? 0, start: start?.edge, end: nextEdge)
      }
      nextEdge += 1
    }
  }

  private mutating func close(from first: Int, start: Int?, end: Int?) {
    if first == entries.count {
      entries.append(
        Entry(level: entries.last?.level ?? baseLevel, item: 0, kind: nil, width: 0))
    }
    boxes.append(Box(entries: first..<entries.count, start: start, end: end))
  }

  private func spans(in range: Range<Int>) -> ArraySlice<ParagraphText.Span> {
    let spans = text.text.spans
    let first = spans.firstIndex { $0.range.upperBound > range.lowerBound } ?? spans.endIndex
    let after = spans[first...].firstIndex { $0.range.lowerBound >= range.upperBound }
    return spans[first..<(after ?? spans.endIndex)]
  }

  private mutating func append(_ span: ParagraphText.Span, with shaper: TextShaper) {
    let offset = span.range.lowerBound
    switch span.kind {
    case .forcedBreak: break
    case .atomic(let id, let width):
      entries.append(
        Entry(level: text.levels[offset], item: span.item, kind: .atomic(id: id), width: width))
      logicalX += width
    case .tab:
      let interval = text.tabs.first { $0.offset == offset }?.interval ?? 0
      let width = ShapedText.tabStop(after: logicalX, interval: interval) - logicalX
      entries.append(Entry(level: text.levels[offset], item: span.item, kind: nil, width: width))
      logicalX += width
      if offset >= plan.contentEnd { hangingWidth += width }
    case .text:
      let line = plan.start..<plan.end
      let shown = span.range.clamped(to: plan.start..<plan.drawnEnd)
      for index in text.pieceIndices(in: shown) {
        let piece = text.piece(index, inLine: line, with: shaper)
        let part = piece.range.clamped(to: shown)
        append(piece, part.clamped(to: plan.start..<plan.contentEnd), hangs: false)
        append(piece, part.clamped(to: plan.contentEnd..<plan.drawnEnd), hangs: true)
      }
    }
  }

  private mutating func append(_ piece: ShapedPiece, _ part: Range<Int>, hangs: Bool) {
    if part.isEmpty { return }
    let (run, width) = GlyphRun.placed(
      piece, part, style: text.styles[piece.style], text: text.text)
    // Rule L1: white space at the end takes the paragraph's level.
    let level = hangs ? baseLevel : piece.level
    entries.append(Entry(level: level, item: piece.item, kind: .glyphs(run), width: width))
    if hangs {
      hangingWidth += width
    } else {
      spaces += run.glyphs.reduce(0) { $0 + ($1.isSpace ? 1 : 0) }
    }
    logicalX += width
  }

  private mutating func appendHyphen(_ advance: Double) {
    guard let hyphen = text.hyphens[plan.end],
      let index = text.pieceIndices(in: plan.end - 1..<plan.end).first
    else { return }
    let piece = text.pieces[index]
    let run = GlyphRun(
      font: piece.font, sizeInPx: text.styles[piece.style].font.sizeInPx,
      glyphs: [Glyph(id: hyphen.glyph, x: 0, y: 0, advance: advance, cluster: 0)],
      style: piece.style, text: "\u{2010}", isRightToLeft: piece.isRightToLeft)
    entries.append(
      Entry(level: piece.level, item: piece.item, kind: .glyphs(run), width: advance))
  }

  // MARK: - Visual order

  /// An inline box's left edge stands before its first entry from the left, its right edge after
  /// its last (CSS 2.2 §8.6); which of them is the start edge is up to the paragraph's direction.
  private mutating func attachEdges(_ order: [Int]) {
    if boxes.isEmpty { return }
    var place = [Int](repeating: 0, count: order.count)
    for (position, entry) in order.enumerated() { place[entry] = position }
    // Inner boxes come first, so that outer edges end up outside.
    for box in boxes {
      let places = box.entries.map { place[$0] }
      guard let first = places.min(), let last = places.max() else { continue }
      let left = baseLevel == 0 ? box.start : box.end
      let right = baseLevel == 0 ? box.end : box.start
      if let left { entries[order[first]].leading.insert(left, at: 0) }
      if let right { entries[order[last]].trailing.append(right) }
    }
  }

  private func place(_ order: [Int], indent: Double) -> Line {
    var fragments: [LineFragment] = []
    // What hangs in right-to-left text hangs out to the left.
    var x = baseLevel == 0 ? indent : -hangingWidth
    let left = x
    func appendEdge(_ index: Int) {
      let edge = text.text.edges[index]
      fragments.append(
        LineFragment(
          kind: .edge(id: edge.id, isStart: edge.isStart), x: x, width: edge.width,
          item: edge.item))
      x += edge.width
    }
    for index in order {
      let entry = entries[index]
      for edge in entry.leading { appendEdge(edge) }
      if let kind = entry.kind {
        fragments.append(LineFragment(kind: kind, x: x, width: entry.width, item: entry.item))
      }
      x += entry.width
      for edge in entry.trailing { appendEdge(edge) }
    }
    return Line(
      fragments: fragments, width: x - left - hangingWidth, hangingWidth: hangingWidth,
      endsWithForcedBreak: plan.endsWithForcedBreak,
      text: text.text.string(plan.start..<plan.contentEnd), justificationOpportunities: spaces)
  }
}

extension GlyphRun {
  /// The glyphs of a part of a piece, each with its place from the run's left edge.
  static func placed(
    _ piece: ShapedPiece, _ part: Range<Int>, style: TextStyle, text: ParagraphText
  ) -> (run: GlyphRun, width: Double) {
    let pxPerUnit = piece.pxPerUnit(style)
    let spacing = ClusterSpacing(style, script: piece.script)
    let slice = piece.glyphs(in: part)
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(slice.count)
    var pen = 0.0
    for index in slice.indices {
      let glyph = slice[index]
      let unit = text.units[glyph.cluster]
      var advance = Double(glyph.advance) * pxPerUnit
      var x = pen + Double(glyph.x) * pxPerUnit
      // Spacing follows the cluster: on its right, or on its left in right-to-left text.
      let neighbor = piece.isRightToLeft ? index - 1 : index + 1
      if !slice.indices.contains(neighbor) || slice[neighbor].cluster != glyph.cluster {
        let extra = spacing.after(unit)
        advance += extra
        if piece.isRightToLeft { x += extra }
      }
      glyphs.append(
        Glyph(
          id: glyph.id, x: x, y: -Double(glyph.y) * pxPerUnit, advance: advance,
          cluster: glyph.cluster - part.lowerBound, isSpace: unit == 0x20 || unit == 0xA0))
      pen += advance
    }
    let run = GlyphRun(
      font: piece.font, sizeInPx: style.font.sizeInPx, glyphs: glyphs, style: piece.style,
      text: text.string(part), isRightToLeft: piece.isRightToLeft)
    return (run, pen)
  }
}
