extension Paragraph {
  /// The line cut at a grapheme cluster so that it and an ellipsis fit into `width`.
  ///
  /// The ellipsis is always added; it stands at the line's end, in the look of the text before it.
  /// At least one cluster stays, even when it does not fit (CSS Overflow 4 §5).
  public func truncated(_ line: Line, width: Double, fonts: FontCatalog) -> Line {
    let isRightToLeft = content.direction == .rightToLeft
    // In reading order of the paragraph; what is cut is at the line's end, whatever it says.
    let fragments = isRightToLeft ? line.fragments.reversed() : line.fragments
    // Without any font there is nothing to show.
    guard let style = lastStyle(in: fragments),
      let ellipsis = ellipsis(style: style, fonts: fonts)
    else { return line }
    // What a cloned box ends with stands behind the ellipsis.
    let cloned = fragments.reversed().prefix {
      if case .edge(let id, isStart: false) = $0.kind {
        content.clonedBoxes.contains(id)
      } else {
        false
      }
    }
    var room = width - ellipsis.width - cloned.reduce(0) { $0 + $1.width }
    var kept: [LineFragment] = []
    var hasContent = false
    for fragment in fragments.dropLast(cloned.count) {
      if case .edge = fragment.kind {
        kept.append(fragment)
        room -= fragment.width
        continue
      }
      if fragment.width <= room + LineBreaker.tolerance {
        kept.append(fragment)
        room -= fragment.width
        hasContent = true
        continue
      }
      if case .glyphs(let run) = fragment.kind {
        let part = run.cut(
          toFit: room, fromRight: isRightToLeft, keepsOne: !hasContent)
        if let part {
          kept.append(
            LineFragment(
              kind: .glyphs(part.run), x: 0, width: part.width, item: fragment.item))
        }
      } else if !hasContent {
        kept.append(fragment)
      }
      break
    }
    kept.append(
      LineFragment(
        kind: .glyphs(ellipsis.run), x: 0, width: ellipsis.width,
        item: kept.last?.item ?? fragments.first?.item ?? 0))
    kept += cloned.reversed()
    return line.placing(isRightToLeft ? kept.reversed() : kept)
  }

  private func lastStyle(in fragments: [LineFragment]) -> Int? {
    for fragment in fragments.reversed() {
      if case .glyphs(let run) = fragment.kind { return run.style }
    }
    return content.styles.isEmpty ? nil : 0
  }

  private func ellipsis(style: Int, fonts: FontCatalog) -> (run: GlyphRun, width: Double)? {
    let sign = InlineContent(
      items: [.text("…", style: style)], styles: content.styles, direction: content.direction)
    let line = Paragraph(sign, fonts: fonts).lines(width: .infinity)
    guard let first = line.first, case .glyphs(let run) = first.fragments.first?.kind else {
      return nil
    }
    return (run, first.width)
  }
}

extension Line {
  /// The line with these fragments, in visual order, side by side.
  fileprivate func placing(_ fragments: [LineFragment]) -> Line {
    var line = self
    var x = 0.0
    line.fragments = fragments.map { fragment in
      var fragment = fragment
      fragment.x = x
      x += fragment.width
      return fragment
    }
    line.width = x
    line.hangingWidth = 0
    let runs = fragments.sorted { $0.item < $1.item }
    line.text = runs.reduce("") { text, fragment in
      guard case .glyphs(let run) = fragment.kind else { return text }
      return text + run.text
    }
    return line
  }
}
