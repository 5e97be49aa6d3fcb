import Pixels
import Styling
import Typography

/// Places the lines of one inline formatting context below each other; coordinates from the
/// content box's top left corner.
struct LineBuilder {
  let room: InlineRoom
  let box: Box
  let engine: LayoutEngine
  private let rootMetrics: InlineMetrics
  /// By inline box.
  let boxMetrics: [InlineMetrics]
  /// How far `position: relative` moves an inline box, its ancestors' shifts included.
  let boxShifts: [Point]
  private var y = 0.0
  var lines: [FragmentLine] = []
  private var children: [PlacedFragment] = []
  /// By inline box.
  var pieces: [[InlinePiece]]
  /// For each item the right (left in rtl) end of its last fragment, and its line.
  private var itemEnds: [(x: Double, line: Int)?]

  init(room: InlineRoom, box: Box, engine: LayoutEngine) {
    self.room = room
    self.box = box
    self.engine = engine
    rootMetrics = InlineMetrics(box.style, engine: engine)
    boxMetrics = room.source.boxes.map { InlineMetrics($0.inlineBox.style, engine: engine) }
    var shifts: [Point] = []
    for entry in room.source.boxes {
      let own = engine.relativeOffset(
        of: entry.inlineBox.style, width: room.width, height: room.percentageHeight)
      shifts.append(own + (entry.parent.map { shifts[$0] } ?? Point()))
    }
    boxShifts = shifts
    pieces = Array(repeating: [], count: room.source.boxes.count)
    itemEnds = Array(repeating: nil, count: room.source.items.count)
  }

  // MARK: - One line

  mutating func place(_ broken: Line, isLast: Bool) {
    let line = justified(broken, isLast: isLast)
    var alignment = LineAlignment(root: rootMetrics, boxCount: room.source.boxes.count)
    let present = presentBoxes(in: line)
    for i in present.indices where present[i] {
      let entry = room.source.boxes[i]
      alignment.add(
        slot: i + 1, parent: entry.parent.map { $0 + 1 } ?? 0, metrics: boxMetrics[i],
        align: entry.inlineBox.style.line.verticalAlign)
    }
    var atomicSlots: [Int: Int] = [:]
    for fragment in line.fragments {
      switch fragment.kind {
      case .atomic(let id):
        atomicSlots[id] = alignment.addAtomic(
          parent: room.source.atomicParents[id].map { $0 + 1 } ?? 0, extent: atomicExtent(id),
          metrics: InlineMetrics(room.source.atomics[id].style, engine: engine),
          align: room.source.atomics[id].style.line.verticalAlign)
      case .glyphs(let run):
        includeFallback(run, item: fragment.item, in: &alignment)
      case .edge: break
      }
    }
    let (extent, shifts) = alignment.resolved()
    let height = finite(max(0, extent.height))
    let baseline = y + extent.above
    let left = lineLeft(of: line, isFirst: lines.isEmpty)

    var runs: [TextRun] = []
    for fragment in line.fragments {
      let x = left + fragment.x
      let owner = room.source.owners[safe: fragment.item]?.inlineBox
      let slot = owner.map { $0 + 1 } ?? 0
      let moved = owner.map { boxShifts[$0] } ?? Point()
      itemEnds[fragment.item] = (box.isRightToLeft ? x : x + fragment.width, lines.count)
      switch fragment.kind {
      case .glyphs(let run):
        let origin = Point(x: x, y: baseline + shifts[slot]) + moved
        runs.append(
          textRun(
            run, at: origin, width: fragment.width, item: fragment.item,
            baseline: { baseline + shifts[decoratingSlot(of: $0, around: owner)] + moved.y }))
      case .atomic(let id):
        let margin = room.atomicMargins[id]
        let top = baseline + shifts[atomicSlots[id] ?? 0] - atomicExtent(id).above
        children.append(
          PlacedFragment(
            fragment: room.atomics[id],
            origin: Point(x: x + margin.left, y: top + margin.top) + moved))
      case .edge: break
      }
    }
    addPieces(in: line, left: left, baseline: baseline, shifts: shifts)
    lines.append(
      FragmentLine(
        rect: Rect(
          x: left + contentRange(of: line).left, y: y, width: max(0, line.width), height: height),
        baseline: baseline,
        text: line.text, isRightToLeft: box.isRightToLeft, runs: runs,
        ownTexts: ownTexts(of: line, left: left, baseline: baseline, shifts: shifts)))
    y = finite(y + height)
  }

  /// Which inline boxes have something in the line, ancestors included.
  private func presentBoxes(in line: Line) -> [Bool] {
    var present = Array(repeating: false, count: room.source.boxes.count)
    for fragment in line.fragments {
      var next = room.source.owners[safe: fragment.item]?.inlineBox
      while let index = next, !present[index] {
        present[index] = true
        next = room.source.boxes[index].parent
      }
    }
    return present
  }

  private func atomicExtent(_ id: Int) -> Extent {
    let fragment = room.atomics[id]
    let margin = room.atomicMargins[id]
    let height = fragment.size.height + margin.vertical
    let baseline: Double? =
      switch fragment.box.style.box.display {
      case .flex, .inlineFlex, .grid, .inlineGrid: fragment.firstBaseline
      default: fragment.box.style.box.overflow == .hidden ? nil : fragment.lastBaseline
      }
    guard let baseline else { return Extent(above: height, below: 0) }
    return Extent(above: baseline + margin.top, below: height - baseline - margin.top)
  }

  /// Where the line's height is `normal`, fonts that serve missing characters count too.
  private func includeFallback(_ run: GlyphRun, item: Int, in alignment: inout LineAlignment) {
    let owner = room.source.owners[safe: item]?.inlineBox
    let style = owner.map { room.source.boxes[$0].inlineBox.style } ?? box.style
    guard style.text.lineHeight == .normal,
      let extent = engine.fallbackExtent(of: run, style: style)
    else { return }
    alignment.include(extent, slot: owner.map { $0 + 1 } ?? 0)
  }

  // MARK: - Horizontal

  private func lineLeft(of line: Line, isFirst: Bool) -> Double {
    let indent = isFirst ? finite(box.style.text.indent.resolved(against: room.width)) : 0
    let isRightToLeft = box.isRightToLeft
    // Typography counts the indent into x already.
    let free = room.width - line.width - indent
    let align = box.style.text.align.physical(isRightToLeft: isRightToLeft)
    // A line too wide spills over the end of the line's direction, however it is aligned.
    if free < 0 { return isRightToLeft ? free : 0 }
    return switch align {
    case .left: 0
    case .center: free / 2
    default: free
    }
  }

  /// Spreads what the line leaves free over its word separators (`text-align: justify`).
  private func justified(_ line: Line, isLast: Bool) -> Line {
    let indent = lines.isEmpty ? finite(box.style.text.indent.resolved(against: room.width)) : 0
    let free = room.width - indent - line.width
    guard box.style.text.align == .justify, !isLast, !line.endsWithForcedBreak,
      line.justificationOpportunities > 0, free > 0
    else { return line }
    let share = free / Double(line.justificationOpportunities)
    var result = line
    var remaining = line.justificationOpportunities
    var moved = 0.0
    for i in result.fragments.indices {
      result.fragments[i].x += moved
      guard case .glyphs(var run) = result.fragments[i].kind else { continue }
      var inside = 0.0
      for g in run.glyphs.indices {
        run.glyphs[g].x += inside
        if run.glyphs[g].isSpace, remaining > 0, isInside(line, fragment: i, glyph: g) {
          run.glyphs[g].advance += share
          inside += share
          remaining -= 1
        }
      }
      result.fragments[i].kind = .glyphs(run)
      result.fragments[i].width += inside
      moved += inside
    }
    result.width = line.width + moved
    return result
  }

  /// False for the white space that hangs beyond the line's width.
  private func isInside(_ line: Line, fragment: Int, glyph: Int) -> Bool {
    guard line.hangingWidth > 0, case .glyphs(let run) = line.fragments[fragment].kind else {
      return true
    }
    let start = line.fragments[fragment].x + run.glyphs[glyph].x
    if box.isRightToLeft { return start + run.glyphs[glyph].advance > 1e-6 }
    return start < contentRange(of: line).right - 1e-6
  }

  // MARK: - Text

  /// - Parameter baseline: that of the box which a decoration is of.
  private func textRun(
    _ run: GlyphRun, at origin: Point, width: Double, item: Int,
    baseline: (AppliedDecoration) -> Double
  ) -> TextRun {
    let text = room.source.owners[safe: item]?.text
    let style = text?.style ?? box.style
    let decorations = text?.decorations ?? []
    var paint = style.text.letterPaint
    paint.shadows = style.text.shadows
    paint.decorations = decorations.flatMap {
      engine.decorationLines($0, baseline: baseline($0), skipsInk: style.text.skipsInk)
    }
    return TextRun(
      glyphs: run, origin: origin, width: width, paint: paint.faded(by: text?.opacity ?? 1),
      element: element(ofItem: item))
  }

  /// Where the shift of a decorating box stands: of an inline box around the text, else of the block.
  private func decoratingSlot(of applied: AppliedDecoration, around owner: Int?) -> Int {
    var next = owner
    while let index = next {
      let entry = room.source.boxes[index]
      if entry.inlineBox.element?.index == applied.element { return index + 1 }
      next = entry.parent
    }
    return 0
  }

  private func element(ofItem item: Int) -> Int? {
    var next = room.source.owners[safe: item]?.inlineBox
    while let index = next {
      if let element = room.source.boxes[index].inlineBox.element { return element.index }
      next = room.source.boxes[index].parent
    }
    return nil
  }

  /// The texts of the container and of each inline box with text of its own.
  private func ownTexts(
    of line: Line, left: Double, baseline: Double, shifts: [Double]
  ) -> [FragmentLine.OwnText] {
    var result: [FragmentLine.OwnText] = []
    var whole: (left: Double, right: Double)?
    let content = contentRange(of: line)
    for fragment in line.fragments.sorted(by: { ($0.item, $0.x) < ($1.item, $1.x) }) {
      guard case .glyphs(let run) = fragment.kind else { continue }
      let start = left + max(fragment.x, content.left)
      let end = left + min(fragment.x + fragment.width, content.right)
      guard start <= end else { continue }
      whole = whole.map { (min($0.left, start), max($0.right, end)) } ?? (start, end)
      guard let owner = room.source.owners[safe: fragment.item]?.inlineBox else { continue }
      let moved = boxShifts[owner]
      if let i = result.firstIndex(where: { $0.owner == owner }) {
        let known = result[i].line
        result[i].line.x = min(known.x, start + moved.x)
        result[i].line.width =
          max(known.x + known.width, end + moved.x) - result[i].line.x
        result[i].line.text += run.text
      } else {
        let part = TextLine(
          text: run.text, x: start + moved.x, baseline: baseline + shifts[owner + 1] + moved.y,
          width: end - start,
          isRightToLeft: room.source.boxes[owner].inlineBox.style.text.direction == .rtl)
        result.append(FragmentLine.OwnText(owner: owner, line: part))
      }
    }
    if let whole {
      let part = TextLine(
        text: String(line.text.filter { $0 != "\u{FFFC}" }), x: whole.left, baseline: baseline,
        width: max(0, whole.right - whole.left), isRightToLeft: box.isRightToLeft)
      result.insert(FragmentLine.OwnText(owner: nil, line: part), at: 0)
    }
    return result
  }

  /// Where the line's content stands, without what hangs.
  private func contentRange(of line: Line) -> (left: Double, right: Double) {
    let start = box.isRightToLeft ? 0 : line.fragments.first?.x ?? 0
    return (start, start + line.width)
  }

  // MARK: - All lines

  mutating func finish(into result: inout ContentLayout) {
    result.lines = lines
    result.children = children
    result.height = y
    result.firstBaseline = lines.first?.baseline
    result.lastBaseline = lines.last?.baseline
    result.pieces = room.source.boxes.indices.map { i in
      PlacedInlineBox(
        inlineBox: room.source.boxes[i].inlineBox, border: room.boxEdges[i].border,
        padding: room.boxEdges[i].padding, pieces: pieces[i],
        parent: room.source.boxes[i].parent)
    }
    for entry in room.source.outOfFlow {
      let pending = staticPosition(of: entry)
      if let container = containingInlineBox(from: entry.parent), let area = paddingArea(container)
      {
        result.absolutes.append(
          engine.layOutAbsolute(
            pending, containingBlock: area, isRightToLeft: box.isRightToLeft))
      } else {
        result.outOfFlow.append(pending)
      }
    }
  }

  /// An inline element stands where it would go on, a block at the start of the next line.
  private func staticPosition(of entry: InlineSource.OutOfFlowEntry) -> OutOfFlowBox {
    let isRightToLeft = box.isRightToLeft
    let before = itemEnds[..<min(entry.item, itemEnds.count)].reversed().compactMap { $0 }.first
    let after = itemEnds[min(entry.item, itemEnds.count)...].compactMap { $0 }.first
    let alignment = isRightToLeft ? OutOfFlowBox.Alignment.end : .start
    guard entry.box.wasInline else {
      let hasTextBefore = before != nil
      let top = before.map { lines[$0.line].rect.maxY } ?? 0
      return OutOfFlowBox(
        box: entry.box, area: Rect(y: hasTextBefore ? top : 0, width: room.width),
        horizontal: alignment)
    }
    let line = before?.line ?? after?.line ?? 0
    let rect = lines[safe: line]?.rect ?? Rect()
    let x = before?.x ?? (isRightToLeft ? rect.maxX : rect.minX)
    return OutOfFlowBox(
      box: entry.box, area: Rect(x: x, y: rect.minY), horizontal: alignment)
  }

  private func containingInlineBox(from parent: Int?) -> Int? {
    var next = parent
    while let index = next {
      if room.source.boxes[index].inlineBox.style.box.position != .static { return index }
      next = room.source.boxes[index].parent
    }
    return nil
  }

  /// From the start of the first piece to the end of the last (CSS 2.1 §10.1).
  private func paddingArea(_ index: Int) -> Rect? {
    guard let first = pieces[index].first else { return nil }
    let area = pieces[index].dropFirst().reduce(first.rect) { $0.union($1.rect) }
    return area.inset(by: room.boxEdges[index].border)
  }
}

extension InheritedTextStyle.Align {
  /// `left`, `right` or `center`; justified lines that are not filled start at the start.
  func physical(isRightToLeft: Bool) -> Self {
    switch self {
    case .start, .justify: isRightToLeft ? .right : .left
    case .end: isRightToLeft ? .left : .right
    case .left, .right, .center: self
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
