extension Paragraph {
  /// As many as CSS Text 4 §6.4.2 asks for; longer text is body text and gains nothing. Chromium
  /// stops at 6.
  static let maximumBalancedLines = 10
  /// px; finer differences cannot be seen.
  private static let balancePrecision = 0.5

  /// As `lines(width:)`, but the lines are as even as possible without there being more of them
  /// (CSS Text 4 `text-wrap: balance`); only up to `maximumBalancedLines`. No word is cut for it that
  /// `overflow-wrap` need not cut at the full width.
  public func balancedLines(width: Double, firstLineIndent: Double = 0) -> [Line] {
    let breaker = LineBreaker(
      text: text, shaper: TextShaper(text: text.text, buffer: ShapingBuffer()))
    func plans(_ width: Double) -> [LinePlan] {
      breaker.plans(width: width, firstLineIndent: firstLineIndent)
    }
    let greedy = plans(width)
    guard greedy.count > 1, greedy.count <= Self.maximumBalancedLines, width.isFinite else {
      return lines(width: width, firstLineIndent: firstLineIndent)
    }
    let cutWords = greedy.count(where: cutsWord)
    // The narrowest width that needs no more lines.
    var low = 0.0
    var high = width
    while high - low > Self.balancePrecision {
      let middle = (low + high) / 2
      let found = plans(middle)
      let isWorse = found.count > greedy.count || found.count(where: cutsWord) > cutWords
      if isWorse { low = middle } else { high = middle }
    }
    return lines(width: high, firstLineIndent: firstLineIndent)
  }

  /// Whether a line ends where only `overflow-wrap` lets it.
  private func cutsWord(_ plan: LinePlan) -> Bool {
    plan.end < text.text.units.count && !plan.endsWithForcedBreak
      && !text.opportunities.offsets.contains(plan.end)
  }
}
