extension Paragraph {
  /// As `lines(width:)`, but no text ends with a short word alone in its line where that can be
  /// helped (CSS Text 4 `text-wrap: pretty`).
  ///
  /// Where the last line before a forced break or the end is one word narrower than a third of
  /// `width`, the two lines at the end, or else three or four, are broken anew in a little less
  /// width. That is kept when there are no more lines, the last one has two words, and no other one
  /// is narrower than a third.
  public func prettyLines(width: Double, firstLineIndent: Double = 0) -> [Line] {
    if content.items.isEmpty || !width.isFinite {
      return lines(width: width, firstLineIndent: firstLineIndent)
    }
    let breaker = LineBreaker(
      text: text, shaper: TextShaper(text: text.text, buffer: ShapingBuffer()))
    var plans = breaker.plans(width: width, firstLineIndent: firstLineIndent)
    let room = PrettyRoom(breaker: breaker, width: width, firstLineIndent: firstLineIndent)
    var first = 0
    for index in plans.indices
    where plans[index].endsWithForcedBreak || index == plans.count - 1 {
      room.avoidShortLastLine(of: &plans, in: first..<index + 1)
      first = index + 1
    }
    return lines(of: plans, by: breaker, firstLineIndent: firstLineIndent)
  }
}

/// Breaks the last lines of a text anew.
private struct PrettyRoom {
  /// Lines further up stay as they are.
  static let maximumLines = 4
  /// More do not help: each moves at least one word.
  static let maximumTries = 16

  let breaker: LineBreaker
  let width: Double
  let firstLineIndent: Double

  func avoidShortLastLine(of plans: inout [LinePlan], in part: Range<Int>) {
    guard part.count > 1, let last = plans[part].last, !hasTwoWords(last), isShort(last) else {
      return
    }
    for count in 2...Self.maximumLines where count <= part.count {
      let range = part.upperBound - count..<part.upperBound
      if let better = betterPlans(than: Array(plans[range]), isFirst: range.lowerBound == 0) {
        plans.replaceSubrange(range, with: better)
        return
      }
    }
  }

  private func betterPlans(than plans: [LinePlan], isFirst: Bool) -> [LinePlan]? {
    let indent = isFirst ? firstLineIndent : 0
    var tried = plans
    for _ in 0..<Self.maximumTries {
      // Too narrow for the widest line, so that a word of it must go.
      let widest = tried.dropLast().enumerated().map { index, plan in
        breaker.width(of: plan) + (index == 0 ? indent : 0)
      }.max()
      guard let widest, widest * 3 > width, let last = plans.last else { return nil }
      tried = breaker.plans(
        from: plans[0].start, edge: plans[0].edges.lowerBound, to: last.next,
        width: widest - 2 * LineBreaker.tolerance, firstLineIndent: indent)
      guard tried.count == plans.count, tried.dropLast().allSatisfy(endsAtOpportunity),
        tried.allSatisfy({ breaker.width(of: $0) < widest })
      else { return nil }
      if hasTwoWords(tried[tried.count - 1]), !tried.dropLast().contains(where: isShort) {
        let edges = tried[tried.count - 1].edges.lowerBound..<last.edges.upperBound
        tried[tried.count - 1].edges = edges
        return tried
      }
    }
    return nil
  }

  private func isShort(_ plan: LinePlan) -> Bool { breaker.width(of: plan) * 3 < width }

  /// Whether a line could break inside.
  private func hasTwoWords(_ plan: LinePlan) -> Bool {
    let offset = firstOpportunity(after: plan.start)
    return offset.map { $0 < plan.contentEnd } ?? false
  }

  /// Not in the middle of a word, as `overflow-wrap` may break it.
  private func endsAtOpportunity(_ plan: LinePlan) -> Bool {
    firstOpportunity(after: plan.end - 1) == plan.end
  }

  private func firstOpportunity(after start: Int) -> Int? {
    let offsets = breaker.text.opportunities.offsets
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= start { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count ? offsets[low] : nil
  }
}
