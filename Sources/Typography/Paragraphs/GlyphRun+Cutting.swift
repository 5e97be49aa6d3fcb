extension GlyphRun {
  /// The clusters that fit into `room` px, counted from the run's left or right edge.
  ///
  /// - Parameter keepsOne: keep one cluster even when it does not fit.
  /// - Returns: nil when nothing fits.
  func cut(
    toFit room: Double, fromRight: Bool, keepsOne: Bool
  ) -> (run: GlyphRun, width: Double)? {
    var kept = fromRight ? glyphs.endIndex..<glyphs.endIndex : 0..<0
    var width = 0.0
    while kept.count < glyphs.count {
      var next = kept
      var added = 0.0
      repeat {
        let index = fromRight ? next.lowerBound - 1 : next.upperBound
        added += glyphs[index].advance
        next = min(next.lowerBound, index)..<max(next.upperBound, index + 1)
      } while !isBoundary(fromRight ? next.lowerBound : next.upperBound)
      let fits = width + added <= room + LineBreaker.tolerance
      if !fits, !(keepsOne && kept.isEmpty) { break }
      kept = next
      width += added
      if !fits { break }
    }
    guard !kept.isEmpty else { return nil }
    return (keeping(kept), width)
  }

  /// Whether a cluster begins or ends before the glyph at `index`.
  private func isBoundary(_ index: Int) -> Bool {
    index == 0 || index == glyphs.count || glyphs[index - 1].cluster != glyphs[index].cluster
  }

  private func keeping(_ range: Range<Int>) -> GlyphRun {
    let left = glyphs[..<range.lowerBound].reduce(0) { $0 + $1.advance }
    let clusters = glyphs[range].map(\.cluster)
    let start = clusters.min() ?? 0
    // The text ends where the next cluster that was cut off begins.
    let end = glyphs.lazy.map(\.cluster).filter { $0 > clusters.max() ?? 0 }.min()
    let units = Array(text.utf16)
    var run = self
    run.text = String(
      decoding: units[min(start, units.count)..<min(end ?? units.count, units.count)],
      as: UTF16.self)
    run.glyphs = glyphs[range].map { glyph in
      var glyph = glyph
      glyph.x -= left
      glyph.cluster -= start
      return glyph
    }
    return run
  }
}
