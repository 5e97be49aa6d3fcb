import Pixels
import Typography

/// Finds letters that lose a part to a clip or to the slide's edge.
struct InkCuts {
  let texts: [TextSpot]
  let slide: PixelRect
  let painter: Painter

  /// Of a letter's size: what it may lose beside a pixel, so that an o's overshoot may.
  private static let tolerance = 0.01
  /// Fewer pixels are not seen.
  private static let fewest = 4
  /// px: what lies farther outside of the slide is not looked at.
  private static let horizon = 256
  private static let most = 50

  /// The first of each block, in paint order.
  func find(in pieces: [InkPiece], _ budget: inout InkBudget) -> [SlideInk.Cut] {
    var cuts: [SlideInk.Cut] = []
    var told: Set<Int> = []
    for piece in pieces where !told.contains(texts[piece.spot].block) {
      let reach = reach(of: piece)
      guard !holds(piece.clip, reach, of: piece.bounds) else { continue }
      guard let cut = cut(in: piece, reach: reach, &budget) else {
        if budget.isSpent { break }
        continue
      }
      told.insert(cut.word.block)
      cuts.append(cut)
      if cuts.count == Self.most { break }
    }
    return cuts
  }

  /// px that a letter may stick out.
  private func reach(of piece: InkPiece) -> Int {
    let size = min(piece.glyphs.sizeInPx * piece.transform.meanScale, 1e4)
    return Int((1 + size * Self.tolerance).rounded())
  }

  /// Whether nothing of `bounds` sticks out by more than `reach`.
  private func holds(_ clip: InkClip, _ reach: Int, of bounds: PixelRect) -> Bool {
    clip.rect.expanded(by: reach).contains(bounds)
      && clip.paths.allSatisfy { path in
        guard path.isConvex else {
          return painter.coverage.mask(of: path, within: bounds)?.isFull(bounds) == true
        }
        let corners = [
          (bounds.x, bounds.y), (bounds.maxX - 1, bounds.y), (bounds.x, bounds.maxY - 1),
          (bounds.maxX - 1, bounds.maxY - 1),
        ]
        return corners.allSatisfy { painter.covers(path, x: $0.0, y: $0.1) }
      }
  }

  private func cut(
    in piece: InkPiece, reach: Int, _ budget: inout InkBudget
  ) -> SlideInk.Cut? {
    var first: (letter: InkLetter, isBySlide: Bool)?
    var isSeen = false
    for letter in piece.letters {
      if isSeen, first != nil { break }
      if holds(piece.clip, reach, of: letter.bounds) {
        isSeen = true
        continue
      }
      let region = letter.bounds.intersection(slide.expanded(by: Self.horizon))
      guard !region.isEmpty else { continue }
      guard budget.takeLetters(pixels: region.width * region.height) else { return nil }
      guard let mask = painter.mask(of: letter, in: piece, within: region) else { continue }
      let loss = loss(of: mask, within: region, piece.clip, reach: reach)
      if loss.kept >= Self.fewest { isSeen = true }
      if loss.lost >= Self.fewest, first == nil { first = (letter, loss.isBySlide) }
    }
    guard isSeen, let first else { return nil }
    return SlideInk.Cut(
      word: texts[piece.spot].word(of: first.letter), isBySlide: first.isBySlide,
      bounds: first.letter.bounds)
  }

  /// How many inked pixels stay and how many are lost.
  private func loss(
    of mask: Mask, within region: PixelRect, _ clip: InkClip, reach: Int
  ) -> (kept: Int, lost: Int, isBySlide: Bool) {
    let shapes = clip.paths.map { path in
      painter.coverage.mask(of: path, within: region.expanded(by: reach))
    }
    let rect = clip.rect.expanded(by: reach)
    let edge = slide.expanded(by: reach)
    func isInside(_ x: Int, _ y: Int) -> Bool {
      shapes.allSatisfy { ($0?.coverage(x: x, y: y) ?? 0) >= InkBudget.inked }
    }
    var kept = 0
    var lost = 0
    var lostToSlide = 0
    let area = mask.bounds.intersection(region)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX where mask.coverage(x: x, y: y) >= InkBudget.inked {
        let isNear =
          rect.contains(x, y)
          && (shapes.isEmpty || isInside(x, y) || isInside(x - reach, y) || isInside(x + reach, y)
            || isInside(x, y - reach) || isInside(x, y + reach))
        if isNear {
          kept += 1
        } else {
          lost += 1
          if !edge.contains(x, y) { lostToSlide += 1 }
        }
      }
    }
    return (kept, lost, lostToSlide * 2 > lost)
  }
}

extension PixelRect {
  func contains(_ x: Int, _ y: Int) -> Bool {
    x >= self.x && x < maxX && y >= self.y && y < maxY
  }
}

extension Mask {
  /// Whether it covers every pixel of an area, all but wholly.
  fileprivate func isFull(_ area: PixelRect) -> Bool {
    bounds.contains(area) && bytes.allSatisfy { $0 >= InkBudget.inked }
  }
}

extension Path {
  /// Whether its points, control points too, go once around without a turn back: then it holds every
  /// rectangle whose corners it holds.
  var isConvex: Bool {
    var points: [Point] = []
    for (index, element) in elements.enumerated() {
      switch element {
      case .move(let point):
        if index > 0 { return false }
        points.append(point)
      case .line(let point): points.append(point)
      case .quadratic(let control, let end): points += [control, end]
      case .cubic(let first, let second, let end): points += [first, second, end]
      case .close: continue
      }
    }
    points = points.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    if points.count > 1, points.first == points.last { points.removeLast() }
    guard points.count > 2 else { return false }
    let edges = points.indices.map { points[($0 + 1) % points.count] - points[$0] }
    var turned = 0.0
    for (one, two) in zip(edges, edges[1...] + edges[..<1]) {
      let turn = one.x * two.y - one.y * two.x
      if turn * turned < 0 { return false }
      if turn != 0 { turned = turn }
    }
    // A star turns to one side too, but goes around twice.
    let steep = edges.map(\.y).filter { $0 != 0 }
    let changes = zip(steep, steep.dropFirst() + steep.prefix(1)).count { $0 * $1 < 0 }
    return turned != 0 && changes == 2
  }
}
