import Pixels
import Styling
import Typography

extension LayoutEngine {
  /// The outside marker of a list item, beside its first line (CSS Lists 3 §4).
  ///
  /// - Returns: coordinates from the border box; nil for boxes without marker or line.
  func markerLine(
    of box: Box, baseline: Double?, edges: BoxEdges, width: Double
  ) -> FragmentLine? {
    guard let marker = box.marker, let baseline else { return nil }
    if let symbol = MarkerSymbol(rawValue: box.style.text.listStyleType) {
      return symbolLine(symbol, of: box, baseline: baseline, edges: edges, width: width)
    }
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

  /// A disc, circle or square in the place and size that Chromium gives it, in whole px of the
  /// font's ascent.
  private func symbolLine(
    _ symbol: MarkerSymbol, of box: Box, baseline: Double, edges: BoxEdges, width: Double
  ) -> FragmentLine {
    let ascent = min(max(0, metrics(for: box.style.text.font).ascent), 1e6)
    let offset = (ascent * 2 / 3).rounded(.down)
    let size = ((offset + 1) / 2).rounded(.down)
    let gap = 7.0
    let x =
      box.isRightToLeft
      ? width - edges.inner.right + offset + gap - size : edges.inner.left - offset - gap
    let y = baseline - ascent + (3 * (ascent - offset) / 2).rounded(.down)
    return FragmentLine(
      rect: Rect(x: x, y: y, width: size, height: size), baseline: baseline, text: "",
      isRightToLeft: box.isRightToLeft, runs: [], symbol: symbol)
  }
}

/// A marker that is a shape instead of text.
enum MarkerSymbol: String {
  case disc, circle, square

  /// A box that looks like it.
  func box(at rect: Rect, text: InheritedTextStyle) -> LayoutBox {
    let rect = Rect(
      x: rect.x.rounded(), y: rect.y.rounded(), width: rect.width, height: rect.height)
    let color = text.fillColor ?? text.color
    var style = ComputedStyle()
    style.box.display = .block
    style.text = text
    var border = Edges<Double>.zero
    if self == .circle {
      border = Edges(all: 1)
      style.box.borderWidth = border
      style.box.borderStyle = Edges(all: .solid)
      style.box.borderColor = Edges(all: color)
    } else {
      style.paint.backgroundColor = color
    }
    if self != .square {
      style.box.borderRadius = Corners(
        all: CornerRadius(horizontal: .percent(50), vertical: .percent(50)))
    }
    return LayoutBox(element: nil, style: style, borderBox: rect, borderWidth: border)
  }
}
