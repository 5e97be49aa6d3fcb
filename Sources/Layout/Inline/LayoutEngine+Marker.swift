import Pixels
import Typography

extension LayoutEngine {
  /// The outside marker of a list item, beside its first line (CSS Lists 3 §4).
  ///
  /// - Returns: coordinates from the border box; nil for boxes without marker or line.
  func markerLine(
    of box: Box, baseline: Double?, edges: BoxEdges, width: Double
  ) -> FragmentLine? {
    guard let marker = box.marker, let baseline else { return nil }
    let item = InlineContent.Item.text(marker, style: 0)
    let paragraph = Paragraph(
      InlineContent(
        items: [item], styles: [box.style.textStyle],
        direction: box.isRightToLeft ? .rightToLeft : .leftToRight), fonts: fonts)
    guard let line = paragraph.lines(width: largestLength).first else { return nil }
    let room = line.width + line.hangingWidth
    let x = box.isRightToLeft ? width - edges.inner.right : edges.inner.left - room
    let runs = line.fragments.compactMap { fragment -> TextRun? in
      guard case .glyphs(let run) = fragment.kind else { return nil }
      return TextRun(
        glyphs: run, origin: Point(x: x + fragment.x, y: baseline), width: fragment.width,
        paint: box.style.text.letterPaint)
    }
    let font = metrics(for: box.style.text.font)
    return FragmentLine(
      rect: Rect(
        x: x, y: baseline - font.ascent, width: room, height: font.ascent + font.descent),
      baseline: baseline, text: marker, isRightToLeft: box.isRightToLeft, runs: runs)
  }
}
