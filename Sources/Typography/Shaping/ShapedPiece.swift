/// The glyphs of a stretch of text of one item, style, font and direction.
struct ShapedPiece: Sendable {
  /// UTF-16 offsets.
  var range: Range<Int>
  var item: Int
  /// Into `InlineContent.styles`.
  var style: Int
  var level: UInt8
  var script: Script
  var font: Font
  /// Visual order, left to right; units of `font.face`.
  var glyphs: [ShapedGlyph]

  var isRightToLeft: Bool { level % 2 == 1 }

  /// The glyphs of a part of the text; clusters that reach into the part from before are left out.
  func glyphs(in part: Range<Int>) -> ArraySlice<ShapedGlyph> {
    if part.lowerBound <= range.lowerBound, part.upperBound >= range.upperBound {
      return glyphs[...]
    }
    // Clusters rise from left to right, or fall in right-to-left text.
    let first = glyphs.firstIndex { part.contains($0.cluster) } ?? glyphs.endIndex
    let after = glyphs[first...].firstIndex { !part.contains($0.cluster) } ?? glyphs.endIndex
    return glyphs[first..<after]
  }
}

/// Shapes the runs of a paragraph and cuts them where its items change.
struct TextShaper {
  let text: ParagraphText
  let buffer: ShapingBuffer

  func pieces(of runs: [ItemizedRun]) -> [ShapedPiece] {
    var pieces: [ShapedPiece] = []
    var spanIndex = 0
    for run in runs {
      let glyphs = shape(run, run.range)
      while text.spans[spanIndex].range.upperBound <= run.range.lowerBound { spanIndex += 1 }
      var start = run.range.lowerBound
      while start < run.range.upperBound {
        let span = text.spans[spanIndex]
        let end = min(span.range.upperBound, run.range.upperBound)
        pieces.append(
          ShapedPiece(
            range: start..<end, item: span.item, style: span.style, level: run.level,
            script: run.script, font: run.font,
            glyphs: part(start..<end, of: glyphs, run: run)))
        start = end
        if start < run.range.upperBound { spanIndex += 1 }
      }
    }
    return pieces
  }

  /// Shapes a part of a piece anew, for a line that begins or ends inside it.
  func reshape(_ piece: ShapedPiece, _ part: Range<Int>, style: TextStyle) -> ShapedPiece {
    let run = ItemizedRun(
      range: part, level: piece.level, script: piece.script, font: piece.font, style: style)
    var piece = piece
    piece.range = part
    piece.glyphs = shape(run, part)
    return piece
  }

  private func part(
    _ range: Range<Int>, of glyphs: [ShapedGlyph], run: ItemizedRun
  ) -> [ShapedGlyph] {
    if range == run.range { return glyphs }
    func isBoundary(_ offset: Int) -> Bool {
      offset == run.range.lowerBound || offset == run.range.upperBound
        || glyphs.contains { $0.cluster == offset }
    }
    // A ligature across two items belongs to neither.
    guard isBoundary(range.lowerBound), isBoundary(range.upperBound) else {
      return shape(run, range)
    }
    return glyphs.filter { range.contains($0.cluster) }
  }

  private func shape(_ run: ItemizedRun, _ range: Range<Int>) -> [ShapedGlyph] {
    var features = run.style.font.features
    if run.style.letterSpacing != 0, !run.script.isCursive {
      // CSS Text 3 §8.2: optional ligatures go when letters are spaced; what the page asks for
      // explicitly comes later and wins.
      features.insert(
        contentsOf: ["liga", "clig", "dlig", "hlig", "calt"].map { FontFeature(tag: $0, value: 0) },
        at: 0)
    }
    return run.font.face.shape(
      text.units, range: range, isRightToLeft: run.level % 2 == 1, script: run.script.tag,
      language: run.style.language, features: features, with: buffer)
  }
}
