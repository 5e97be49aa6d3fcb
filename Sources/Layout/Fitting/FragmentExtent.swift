import Pixels
import Styling

extension Fragment {
  /// The bounds of lines and boxes in flow inside this box, from its border box's corner; nil
  /// when it holds nothing. What `overflow: hidden` boxes below cut off does not count.
  var flowExtent: Rect? {
    var extent: Rect?
    func include(_ rect: Rect) {
      extent = extent?.union(rect) ?? rect
    }
    switch content {
    case .image: break
    case .lines(let lines, let children, _):
      for line in lines { include(line.rect) }
      for child in children { include(child.visibleExtent) }
    case .children(let children):
      for child in children { include(child.visibleExtent) }
    }
    return extent
  }

  var contentBox: Rect { Rect(size: size).inset(by: border + padding) }
}

extension PlacedFragment {
  /// The border box and what sticks out of it, in the parent's coordinates.
  fileprivate var visibleExtent: Rect {
    let own = Rect(origin: origin, size: fragment.size)
    var extent = own
    if fragment.box.style.box.overflow != .hidden, let inside = fragment.flowExtent {
      extent = own.union(inside.offset(by: origin))
    }
    return transform.bounds(of: extent)
  }
}

extension Rect {
  fileprivate init(size: Size) { self.init(origin: Point(), size: size) }

  /// How far this rectangle sticks out of another at the worst side, px; never negative.
  func excess(over room: Rect) -> Double {
    var excess = Excess()
    excess.add(self, over: room)
    return excess.beyond(Excess())
  }
}

/// How far things stick out at each side of each box around a text, px; never negative.
///
/// Kept side by side: what sticks out elsewhere for another reason must not hide a text's excess.
struct Excess {
  /// px; those at one index of two excesses of one box are about the same side.
  var parts: [Double] = []

  /// Adds the four sides of `rect`; nil sticks out nowhere.
  mutating func add(_ rect: Rect?, over room: Rect) {
    let inside = rect ?? Rect(origin: room.origin, size: Size())
    parts += [
      room.minX - inside.minX, room.minY - inside.minY, inside.maxX - room.maxX,
      inside.maxY - room.maxY,
    ].map { max(0, $0) }
  }

  /// The most that any side sticks out further than in `allowed`, whose missing parts are 0.
  func beyond(_ allowed: Excess) -> Double {
    var worst = 0.0
    for (index, part) in parts.enumerated() {
      worst = max(worst, part - (index < allowed.parts.count ? allowed.parts[index] : 0))
    }
    return worst
  }
}
