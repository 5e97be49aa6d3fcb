extension Paragraph {
  /// As many as CSS Text 4 §6.4.2 asks for; longer text is body text and gains nothing. Chromium
  /// stops at 6.
  static let maximumBalancedLines = 10
  /// px; finer differences cannot be seen.
  private static let balancePrecision = 0.5

  /// As `lines(width:)`, but the lines are as even as possible without there being more of them
  /// (CSS Text 4 `text-wrap: balance`); only up to `maximumBalancedLines`.
  public func balancedLines(width: Double, firstLineIndent: Double = 0) -> [Line] {
    let breaker = LineBreaker(
      text: text, shaper: TextShaper(text: text.text, buffer: ShapingBuffer()))
    func count(_ width: Double) -> Int {
      breaker.plans(width: width, firstLineIndent: firstLineIndent).count
    }
    let wanted = count(width)
    guard wanted > 1, wanted <= Self.maximumBalancedLines, width.isFinite else {
      return lines(width: width, firstLineIndent: firstLineIndent)
    }
    // The narrowest width that needs no more lines.
    var low = 0.0
    var high = width
    while high - low > Self.balancePrecision {
      let middle = (low + high) / 2
      if count(middle) > wanted { low = middle } else { high = middle }
    }
    return lines(width: high, firstLineIndent: firstLineIndent)
  }
}
