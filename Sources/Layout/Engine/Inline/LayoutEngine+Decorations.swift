import Styling
import Typography

extension LayoutEngine {
  /// The lines that a `text-decoration` draws along text with the baseline `baseline`, in the
  /// places Chromium gives them.
  ///
  /// - Parameter skipsInk: of the text's element; a line-through never does.
  func decorationLines(
    _ applied: AppliedDecoration, baseline: Double, skipsInk: Bool
  ) -> [DecorationLine] {
    let decoration = applied.decoration
    let size = applied.font.sizeInPx
    let font = metrics(for: applied.font)
    let thickness = max(
      1, decoration.thickness.map { finite($0.resolved(against: size)) } ?? size / 10)
    var result: [DecorationLine] = []
    func add(y: Double, crossesText: Bool = false) {
      result.append(
        DecorationLine(
          y: y, thickness: thickness, color: applied.color, style: decoration.style,
          crossesText: crossesText, skipsInk: skipsInk && !crossesText))
    }
    if decoration.underline {
      let gap = max(1, (thickness / 2).rounded(.up))
      let offset = decoration.underlineOffset.map { finite($0.resolved(against: size)) } ?? gap
      add(y: baseline + offset + thickness / 2)
    }
    if decoration.overline { add(y: baseline - font.ascent - thickness / 2) }
    if decoration.lineThrough { add(y: baseline - font.ascent / 3, crossesText: true) }
    return result
  }

  /// The height of a run's font where it is not the style's first; nil where it is.
  func fallbackExtent(of run: GlyphRun, style: ComputedStyle) -> Extent? {
    if run.font == primaryFont(for: style.text.font) { return nil }
    let font = run.font.metrics(sizeInPx: run.sizeInPx)
    return InlineMetrics.withLeading(
      Extent(above: font.ascent, below: font.descent),
      lineHeight: font.ascent + font.descent + font.lineGap)
  }
}
