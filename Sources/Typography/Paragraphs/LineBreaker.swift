/// What stands in a line, before its glyphs are placed.
struct LinePlan {
  /// UTF-16 offsets; `end` is where the line breaks.
  var start: Int
  var end: Int
  /// The text without white space that vanishes or hangs at the end.
  var contentEnd: Int
  /// The text without white space that vanishes at the end; not before `contentEnd`.
  var drawnEnd: Int
  /// Where the next line begins: `end`, or after the forced break.
  var next: Int
  /// Edges of inline boxes that stand in the line.
  var edges: Range<Int>
  var endsWithForcedBreak: Bool
}

/// Breaks shaped text greedily into lines.
struct LineBreaker {
  /// Which emergency breaks count.
  enum Purpose { case lines, minContent }

  /// Blink measures in 1/64 px; widths that differ by less are equal, so that text fits the box
  /// that was made for it.
  static let tolerance = 1.0 / 64

  let text: ShapedText
  let shaper: TextShaper
  var purpose = Purpose.lines

  func plans(width: Double, firstLineIndent: Double = 0) -> [LinePlan] {
    var plans = plans(
      from: 0, edge: 0, to: text.text.units.count, width: width, firstLineIndent: firstLineIndent)
    let edge = plans.last?.edges.upperBound ?? 0
    if edge < text.text.edges.count {
      addEdgesAfterTheLastBreak(from: edge, to: &plans)
    }
    return plans
  }

  /// The lines of a part of the text.
  ///
  /// - Parameters:
  ///   - start: where a line begins, UTF-16 offset.
  ///   - edge: the first edge of an inline box that stands in that line or later.
  ///   - end: where a line ends; the next one's beginning.
  func plans(
    from start: Int, edge: Int, to end: Int, width: Double, firstLineIndent: Double
  ) -> [LinePlan] {
    var plans: [LinePlan] = []
    var opportunity = 0
    var start = start
    var edge = edge
    let offsets = text.opportunities.offsets
    while true {
      while opportunity < offsets.count, offsets[opportunity] <= start { opportunity += 1 }
      let available = plans.isEmpty ? width - firstLineIndent : width
      let plan = nextPlan(
        start: start, edge: edge, available: available, firstOpportunity: opportunity)
      plans.append(plan)
      start = plan.next
      edge = plan.edges.upperBound
      if start >= end { break }
    }
    return plans
  }

  /// px of a line with all that is drawn of it; as `width(of:)`, but for the end edges of cloned
  /// boxes that go on in the next line.
  ///
  /// Chromium 156 leaves those no room when it breaks lines, so that a line may be too wide by them;
  /// neither do we, so that lines break where they do in a browser.
  func wholeWidth(of plan: LinePlan) -> Double {
    width(of: plan) + (text.clonedEdges?.endWidth(before: plan.edges.upperBound) ?? 0)
  }

  /// px of the line's content, exact.
  func width(of plan: LinePlan) -> Double {
    let approximate = approximateWidth(of: plan)
    let isExact = !text.isUnsafe[plan.start] && !text.isUnsafe[plan.end]
    return isExact ? approximate : approximate + correction(of: plan)
  }

  // MARK: - One line

  private func nextPlan(
    start: Int, edge: Int, available: Double, firstOpportunity: Int
  ) -> LinePlan {
    let end = nextForcedBreak(from: start)
    let offsets = text.opportunities.offsets
    var candidates: [LinePlan] = []
    var index = firstOpportunity
    while true {
      let isLast = index >= offsets.count || offsets[index] >= end
      let plan = plan(start: start, end: isLast ? end : offsets[index], edge: edge, available)
      if approximateWidth(of: plan) > available + Self.tolerance {
        if candidates.isEmpty { return emergencyPlan(for: plan, available) }
        break
      }
      candidates.append(plan)
      if isLast { break }
      index += 1
    }
    // What must be shaped anew at the break may have become wider.
    while candidates.count > 1, let last = candidates.last,
      width(of: last) > available + Self.tolerance
    {
      candidates.removeLast()
    }
    return candidates[candidates.count - 1]
  }

  /// The longest part of an unbreakable `plan` that fits, where `overflow-wrap` allows to break it.
  private func emergencyPlan(for whole: LinePlan, _ available: Double) -> LinePlan {
    var best: LinePlan?
    for offset in whole.start + 1..<max(whole.contentEnd, whole.start + 1) {
      switch text.opportunities.emergency(at: offset) {
      case .none: continue
      case .breakWord: if purpose == .minContent { continue }
      case .anywhere: break
      }
      let plan = plan(start: whole.start, end: offset, edge: whole.edges.lowerBound, available)
      if best != nil, width(of: plan) > available + Self.tolerance { break }
      best = plan
    }
    return best ?? whole
  }

  private func plan(start: Int, end: Int, edge: Int, _ available: Double) -> LinePlan {
    let units = text.text.units
    let isForced = end < units.count && units[end] == 0x0A
    let next = isForced ? end + 1 : end
    var edgeEnd = edge
    let edges = text.text.edges
    while edgeEnd < edges.count {
      // A box that begins where the line breaks begins on the next line.
      let isAtEnd = edges[edgeEnd].offset >= next
      if edges[edgeEnd].offset > next || (isAtEnd && edges[edgeEnd].isStart && next < units.count) {
        break
      }
      edgeEnd += 1
    }
    var plan = LinePlan(
      start: start, end: end, contentEnd: end, drawnEnd: end, next: next, edges: edge..<edgeEnd,
      endsWithForcedBreak: isForced)
    trimWhiteSpace(of: &plan, isParagraphEnd: isForced || end == units.count, available)
    return plan
  }

  /// CSS Text 3 §4.1.2 and §4.1.3, phase II: spaces at the end vanish, preserved ones hang.
  private func trimWhiteSpace(
    of plan: inout LinePlan, isParagraphEnd: Bool, _ available: Double
  ) {
    let units = text.text.units
    var end = plan.end
    var keepsSpaces = false
    while end > plan.start, units[end - 1] == 0x20 || units[end - 1] == 0x09 {
      let style = text.styles[style(at: end - 1)]
      if style.preservesSpaces {
        // `pre` keeps its spaces in the line.
        guard style.wraps, !style.breaksSpaces else { break }
        keepsSpaces = true
      }
      end -= 1
    }
    plan.contentEnd = keepsSpaces && isParagraphEnd ? plan.end : end
    plan.drawnEnd = keepsSpaces ? plan.end : end
    // Before a forced break they hang only when they do not fit.
    if keepsSpaces, isParagraphEnd, approximateWidth(of: plan) > available + Self.tolerance {
      plan.contentEnd = end
    }
  }

  /// Edges that follow the text's last forced break stand in its line, if they take no room.
  private func addEdgesAfterTheLastBreak(from edge: Int, to plans: inout [LinePlan]) {
    let count = text.text.units.count
    let all = edge..<text.text.edges.count
    if !plans.isEmpty, all.allSatisfy({ text.text.edges[$0].width == 0 }) {
      plans[plans.count - 1].edges = plans[plans.count - 1].edges.lowerBound..<all.upperBound
    } else {
      plans.append(
        LinePlan(
          start: count, end: count, contentEnd: count, drawnEnd: count, next: count, edges: all,
          endsWithForcedBreak: false))
    }
  }

  // MARK: - Measures

  private func approximateWidth(of plan: LinePlan) -> Double {
    var edges =
      text.edgePositions[plan.edges.upperBound] - text.edgePositions[plan.edges.lowerBound]
    if let cloned = text.clonedEdges { edges += cloned.startWidth(before: plan.edges.lowerBound) }
    return text.width(from: plan.start, to: plan.contentEnd) + edges + hyphenAdvance(of: plan)
  }

  func hyphenAdvance(of plan: LinePlan) -> Double {
    // Only where a soft hyphen made the break.
    guard !plan.endsWithForcedBreak, plan.end < text.text.units.count else { return 0 }
    return text.hyphens[plan.end]?.advance ?? 0
  }

  /// px that shaping anew at the line's ends adds.
  private func correction(of plan: LinePlan) -> Double {
    let range = plan.start..<plan.end
    var sum = 0.0
    for index in text.pieceIndices(in: range) {
      let old = text.pieces[index]
      let new = text.piece(index, inLine: range, with: shaper)
      let part = old.range.clamped(to: plan.start..<plan.contentEnd)
      if part.isEmpty { continue }
      let style = text.styles[old.style]
      let spacing = ClusterSpacing(style, script: old.script)
      sum += new.width(of: part, style, spacing, text.text.units)
      sum -= text.positions[part.upperBound] - text.positions[part.lowerBound]
    }
    return sum
  }

  private func nextForcedBreak(from start: Int) -> Int {
    text.text.units[start...].firstIndex(of: 0x0A) ?? text.text.units.count
  }

  private func style(at offset: Int) -> Int {
    var low = 0
    var high = text.text.spans.count - 1
    while low < high {
      let middle = (low + high) / 2
      if text.text.spans[middle].range.upperBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return text.text.spans[low].style
  }
}

extension ShapedPiece {
  /// px of a part of the piece, spacing included.
  fileprivate func width(
    of part: Range<Int>, _ style: TextStyle, _ spacing: ClusterSpacing, _ units: [UInt16]
  ) -> Double {
    let slice = glyphs(in: part)
    var width = slice.reduce(0) { $0 + Double($1.advance) } * pxPerUnit(style)
    if !spacing.isZero {
      var last = -1
      for glyph in slice where glyph.cluster != last {
        width += spacing.after(units[glyph.cluster])
        last = glyph.cluster
      }
    }
    return width
  }
}
