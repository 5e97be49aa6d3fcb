import Pixels
import Typography

extension LineBuilder {
  /// What an inline box covers of one line, from the line's left edge.
  private struct Cover {
    var left: Double
    var right: Double
    var hasLeftEdge = false
    var hasRightEdge = false
  }

  /// What its inline boxes cover of a line that is placed, added to their pieces.
  mutating func addPieces(
    in line: Line, left: Double, baseline: Double, shifts: [Double]
  ) {
    for (index, cover) in covers(of: line).enumerated() {
      guard let cover else { continue }
      let metrics = boxMetrics[index]
      let inner = room.boxEdges[index].inner
      let rect = Rect(
        x: left + cover.left, y: baseline + shifts[index + 1] - metrics.content.above - inner.top,
        width: max(0, cover.right - cover.left),
        height: metrics.content.height + inner.vertical)
      pieces[index].append(
        InlinePiece(
          rect: rect.offset(by: boxShifts[index]), hasLeftEdge: cover.hasLeftEdge,
          hasRightEdge: cover.hasRightEdge, line: lines.count))
    }
  }

  /// By inline box; nil for those that do not stand in the line.
  private func covers(of line: Line) -> [Cover?] {
    var covers: [Cover?] = Array(repeating: nil, count: room.source.boxes.count)
    for fragment in line.fragments {
      var next = room.source.owners[safe: fragment.item]?.inlineBox
      while let index = next {
        var start = fragment.x
        var end = fragment.x + fragment.width
        var cover = covers[index] ?? Cover(left: .infinity, right: -.infinity)
        // A box does not cover its own margins.
        if case .edge(let id, let isStart) = fragment.kind, id == index,
          isOuterEdge(of: index, isStart: isStart)
        {
          let margin = room.boxEdges[index].marginOrZero
          if isStart != box.isRightToLeft {
            cover.hasLeftEdge = true
            start += margin.left
          } else {
            cover.hasRightEdge = true
            end -= margin.right
          }
        }
        cover.left = min(cover.left, start)
        cover.right = max(cover.right, end)
        covers[index] = cover
        next = room.source.boxes[index].parent
      }
    }
    return covers
  }

  private func isOuterEdge(of index: Int, isStart: Bool) -> Bool {
    let inlineBox = room.source.boxes[index].inlineBox
    return isStart ? inlineBox.hasStart : inlineBox.hasEnd
  }
}
