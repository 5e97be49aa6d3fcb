import Pixels
import Typography

/// Finds letters that touch those of another line or text.
struct InkCollisions {
  let texts: [TextSpot]
  let covers: [InkCover]
  let painter: Painter

  private static let most = 50
  /// Places of one pair of letters that may turn out to be hidden.
  private static let mostHidden = 32

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// The first of each pair of blocks, from the top of the slide.
  func find(in pieces: [InkPiece], _ budget: inout InkBudget) -> [SlideInk.Collision] {
    let pieces = pieces.filter { !$0.seen.isEmpty }.sorted {
      ($0.seen.y, $0.order) < ($1.seen.y, $1.order)
    }
    var collisions: [SlideInk.Collision] = []
    var told: Set<Pair> = []
    for upper in pieces.indices {
      for lower in pieces.indices[(upper + 1)...] {
        let (one, two) = (pieces[upper], pieces[lower])
        guard two.seen.y <= one.seen.maxY else { break }
        guard budget.takeBoxes(1) else { return collisions }
        let (first, second) = (texts[one.spot], texts[two.spot])
        if first.block == second.block, first.line == second.line { continue }
        guard one.seen.isNear(two.seen) else { continue }
        let pair = Pair(
          first: min(first.block, second.block), second: max(first.block, second.block))
        guard !told.contains(pair) else { continue }
        guard let collision = collision(of: one, two, &budget) else {
          if budget.isSpent { return collisions }
          continue
        }
        told.insert(pair)
        collisions.append(collision)
        if collisions.count == Self.most { return collisions }
      }
    }
    return collisions
  }

  private func collision(
    of one: InkPiece, _ two: InkPiece, _ budget: inout InkBudget
  ) -> SlideInk.Collision? {
    let first = one.letters.filter { $0.bounds.isNear(two.seen) }
    let second = two.letters.filter { $0.bounds.isNear(one.seen) }
    guard budget.takeBoxes(first.count * second.count) else { return nil }
    for letter in first {
      for other in second where letter.bounds.isNear(other.bounds) {
        let area = letter.bounds.expanded(by: 1).intersection(other.bounds)
          .intersection(two.clip.rect)
        if area.isEmpty { continue }
        guard budget.takeLetters(pixels: area.width * area.height) else { return nil }
        guard touch(letter, of: one, other, of: two, within: area) else { continue }
        let isOrdered = letter.bounds.y <= other.bounds.y
        let words = [
          texts[one.spot].word(of: letter), texts[two.spot].word(of: other),
        ]
        return SlideInk.Collision(
          upper: words[isOrdered ? 0 : 1], lower: words[isOrdered ? 1 : 0],
          bounds: letter.bounds.union(other.bounds))
      }
    }
    return nil
  }

  private func touch(
    _ letter: InkLetter, of one: InkPiece, _ other: InkLetter, of two: InkPiece,
    within area: PixelRect
  ) -> Bool {
    guard let first = painter.mask(of: letter, in: one, within: area.expanded(by: 1)),
      let second = painter.mask(of: other, in: two, within: area)
    else { return false }
    func isInked(_ x: Int, _ y: Int) -> Bool {
      first.coverage(x: x, y: y) >= InkBudget.inked && one.clip.rect.contains(x, y)
    }
    var hidden = 0
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX where second.coverage(x: x, y: y) >= InkBudget.inked {
        guard
          isInked(x, y) || isInked(x, y - 1) || isInked(x, y + 1) || isInked(x - 1, y)
            || isInked(x + 1, y)
        else { continue }
        if isSeen(x, y, of: one, two) { return true }
        hidden += 1
        if hidden == Self.mostHidden { return false }
      }
    }
    return false
  }

  /// Whether neither a clip nor what was painted later hides the place.
  private func isSeen(_ x: Int, _ y: Int, of one: InkPiece, _ two: InkPiece) -> Bool {
    let order = min(one.order, two.order)
    return one.clip.shows(x, y, painter) && two.clip.shows(x, y, painter)
      && !covers.contains { cover in
        cover.order > order && cover.clip.shows(x, y, painter)
          && painter.covers(cover.path.transformed(by: cover.transform), x: x, y: y)
      }
  }
}

extension InkPiece {
  /// The pixels that its letters may be seen in.
  fileprivate var seen: PixelRect { bounds.intersection(clip.rect) }
}

extension InkClip {
  /// A pixel at an edge counts as shown.
  fileprivate func shows(_ x: Int, _ y: Int, _ painter: Painter) -> Bool {
    rect.expanded(by: 1).contains(x, y) && paths.allSatisfy { painter.covers($0, x: x, y: y) }
  }
}

extension PixelRect {
  /// Whether both share a pixel or have neighboring ones.
  fileprivate func isNear(_ other: PixelRect) -> Bool {
    !expanded(by: 1).intersection(other).isEmpty
  }
}
