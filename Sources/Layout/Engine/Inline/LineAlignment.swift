import Styling
import Typography

/// Above and below a baseline, px, both usually positive.
struct Extent {
  var above: Double
  var below: Double

  var height: Double { above + below }

  mutating func include(_ other: Extent) {
    above = max(above, other.above)
    below = max(below, other.below)
  }

  /// Seen from a baseline that lies `shift` px higher.
  func lowered(by shift: Double) -> Extent { Extent(above: above - shift, below: below + shift) }
}

/// The vertical measures of one inline box's own text.
struct InlineMetrics {
  /// The content area: ascent and descent of the first available font.
  var content: Extent
  /// The content area with half the leading on each side: what counts for the line's height.
  var inline: Extent
  var fontSize: Double
  var lineHeight: Double
  var xHeight: Double

  init(_ style: ComputedStyle, engine: LayoutEngine) {
    let font = engine.metrics(for: style.text.font)
    fontSize = style.text.font.sizeInPx
    xHeight = font.xHeight
    content = Extent(above: font.ascent, below: font.descent)
    lineHeight =
      switch style.text.lineHeight {
      case .normal: font.ascent + font.descent + font.lineGap
      case .number(let factor): finite(factor * fontSize)
      case .px(let px): finite(px)
      }
    inline = InlineMetrics.withLeading(content, lineHeight: lineHeight)
  }

  /// Chromium gives the upper half a whole number of pixels, so that baselines stay even.
  static func withLeading(_ content: Extent, lineHeight: Double) -> Extent {
    let leading = lineHeight - content.height
    let upper = (leading / 2).rounded(.down)
    return Extent(above: content.above + upper, below: content.below + leading - upper)
  }
}

/// Where the baselines of one line's boxes stand (CSS 2.1 §10.8.1).
///
/// Slot 0 is the container's root inline box, slot i + 1 the inline box i. A box aligned to the
/// line's top or bottom moves together with its descendants once the rest has a height.
struct LineAlignment {
  private struct Subtree {
    var extent: Extent?
    var isTop = false
  }

  /// Below the slot's subtree root's baseline.
  private var shifts: [Double]
  private var roots: [Int]
  private var subtrees: [Subtree]
  private(set) var metrics: [InlineMetrics]

  init(root: InlineMetrics, boxCount: Int) {
    shifts = Array(repeating: 0, count: boxCount + 1)
    roots = Array(repeating: 0, count: boxCount + 1)
    metrics = Array(repeating: root, count: boxCount + 1)
    subtrees = Array(repeating: Subtree(), count: boxCount + 1)
    include(root.inline, slot: 0)
  }

  /// Adds an inline box that stands in the line; its parent must have been added.
  mutating func add(
    slot: Int, parent: Int, metrics own: InlineMetrics, align: LineStyle.VerticalAlign
  ) {
    metrics[slot] = own
    place(slot: slot, parent: parent, extent: own.inline, content: own.content, own, align)
    include(own.inline, slot: slot)
  }

  /// Adds an atomic box of `extent` around its own baseline in a new slot.
  /// - Returns: the slot.
  mutating func addAtomic(
    parent: Int, extent: Extent, metrics own: InlineMetrics, align: LineStyle.VerticalAlign
  ) -> Int {
    let slot = shifts.count
    shifts.append(0)
    roots.append(0)
    metrics.append(own)
    subtrees.append(Subtree())
    place(slot: slot, parent: parent, extent: extent, content: extent, own, align)
    include(extent, slot: slot)
    return slot
  }

  /// Lets a fallback font's height count for the line.
  mutating func include(_ extent: Extent, slot: Int) {
    let seen = extent.lowered(by: shifts[slot])
    let root = roots[slot]
    if subtrees[root].extent == nil {
      subtrees[root].extent = seen
    } else {
      subtrees[root].extent?.include(seen)
    }
  }

  private mutating func place(
    slot: Int, parent: Int, extent: Extent, content: Extent, _ own: InlineMetrics,
    _ align: LineStyle.VerticalAlign
  ) {
    let outer = metrics[parent]
    let shift: Double
    switch align {
    case .baseline: shift = 0
    // Chromium's amounts.
    case .sub: shift = outer.fontSize / 5 + 1
    case .super: shift = -(outer.fontSize / 3 + 1)
    case .middle: shift = (extent.above - extent.below) / 2 - outer.xHeight / 2
    case .textTop: shift = extent.above - outer.content.above
    case .textBottom: shift = outer.content.below - extent.below
    case .length(let length): shift = -finite(length.resolved(against: own.lineHeight))
    case .top, .bottom:
      roots[slot] = slot
      subtrees[slot].isTop = align == .top
      return
    }
    shifts[slot] = shifts[parent] + shift
    roots[slot] = roots[parent]
  }

  /// The line's height around the root's baseline, and each slot's baseline below the root's.
  func resolved() -> (line: Extent, shifts: [Double]) {
    var line = subtrees[0].extent ?? Extent(above: 0, below: 0)
    for subtree in subtrees.dropFirst() {
      guard let extent = subtree.extent, extent.height > line.height else { continue }
      if subtree.isTop {
        line.below = extent.height - line.above
      } else {
        line.above = extent.height - line.below
      }
    }
    var result = shifts
    for slot in shifts.indices where roots[slot] != 0 {
      let subtree = subtrees[roots[slot]]
      guard let extent = subtree.extent else { continue }
      result[slot] += subtree.isTop ? extent.above - line.above : line.below - extent.below
    }
    return (line, result)
  }
}
