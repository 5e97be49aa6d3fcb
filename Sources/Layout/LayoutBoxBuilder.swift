import Pixels
import Styling

/// Turns fragments, relative to their parents, into the public tree with places on the slide.
///
/// Children come in document order, absolute boxes where their element stands.
struct LayoutBoxBuilder {
  /// Where absolute boxes ended up: their containing block is an ancestor, so it is always
  /// visited before the place of their element.
  private var absolutes: [ObjectIdentifier: PlacedFragment] = [:]

  static func tree(of slide: SlideFragments) -> LayoutBox {
    var builder = LayoutBoxBuilder()
    builder.note(slide.absolutes, at: Point())
    return builder.box(of: slide.root.fragment, at: slide.root.origin)
  }

  private mutating func note(_ placed: [PlacedFragment], at origin: Point) {
    for absolute in placed {
      absolutes[ObjectIdentifier(absolute.fragment.box)] = PlacedFragment(
        fragment: absolute.fragment, origin: absolute.origin + origin)
    }
  }

  private mutating func box(of fragment: Fragment, at origin: Point) -> LayoutBox {
    note(fragment.absolutes, at: origin)
    var result = LayoutBox(
      element: fragment.box.element, style: fragment.box.style,
      borderBox: Rect(origin: origin, size: fragment.size), borderWidth: fragment.border,
      padding: fragment.padding)
    let marker = fragment.marker.map { [markerBox($0, of: fragment.box, at: origin)] } ?? []
    switch fragment.content {
    case .image(let image): result.content = .image(image)
    case .children(let children):
      let places = places(of: children, at: origin)
      let boxes =
        switch fragment.box.content {
        case .blocks(let blocks), .flex(let blocks), .grid(let blocks): blocks
        case .inlines, .image: [Box]()
        }
      result.content = .boxes(marker + boxes.compactMap { layoutBox(of: $0, places: places) })
    case .lines(let lines, let children, let pieces):
      let placed = lines.map { $0.offset(by: origin) }
      let inlines = InlineTree(
        pieces: pieces.map { $0.offset(by: origin) }, lines: placed,
        places: places(of: children, at: origin))
      result.textLines = placed.flatMap { $0.ownTexts.filter { $0.owner == nil }.map(\.line) }
      var next = 0
      let boxes =
        if case .inlines(let nodes) = fragment.box.content {
          inlineBoxes(of: nodes, in: inlines, next: &next)
        } else {
          [LayoutBox]()
        }
      result.content = .lines(placed.map(\.lineBox), boxes: marker + boxes)
    }
    return result
  }

  private func places(
    of children: [PlacedFragment], at origin: Point
  ) -> [ObjectIdentifier: PlacedFragment] {
    var result: [ObjectIdentifier: PlacedFragment] = [:]
    for child in children {
      result[ObjectIdentifier(child.fragment.box)] = PlacedFragment(
        fragment: child.fragment, origin: child.origin + origin)
    }
    return result
  }

  private mutating func layoutBox(
    of box: Box, places: [ObjectIdentifier: PlacedFragment]
  ) -> LayoutBox? {
    let id = ObjectIdentifier(box)
    guard let placed = box.isOutOfFlow ? absolutes[id] : places[id] else { return nil }
    return self.box(of: placed.fragment, at: placed.origin)
  }

  private func markerBox(_ marker: FragmentLine, of box: Box, at origin: Point) -> LayoutBox {
    if let symbol = marker.symbol {
      return symbol.box(at: marker.rect.offset(by: origin), text: box.style.text)
    }
    let line = marker.offset(by: origin).lineBox
    var style = ComputedStyle()
    style.box.display = .block
    style.text = box.style.text
    return LayoutBox(
      element: nil, style: style, borderBox: line.rect, content: .lines([line], boxes: []))
  }

  // MARK: - Inline boxes

  /// An inline formatting context's parts, on the slide.
  private struct InlineTree {
    var pieces: [PlacedInlineBox]
    var lines: [FragmentLine]
    var places: [ObjectIdentifier: PlacedFragment]
  }

  /// - Parameter next: index of the next inline box in document order.
  private mutating func inlineBoxes(
    of nodes: [InlineNode], in tree: InlineTree, next: inout Int
  ) -> [LayoutBox] {
    var result: [LayoutBox] = []
    for node in nodes {
      switch node {
      case .text, .lineBreak, .block: continue
      case .atomic(let box), .outOfFlow(let box):
        if let box = layoutBox(of: box, places: tree.places) { result.append(box) }
      case .inlineBox(let inlineBox):
        let index = next
        next += 1
        let children = inlineBoxes(of: inlineBox.children, in: tree, next: &next)
        guard tree.pieces.indices.contains(index) else { continue }
        let placed = tree.pieces[index]
        let bounds = placed.pieces.dropFirst().reduce(placed.pieces.first?.rect ?? Rect()) {
          $0.union($1.rect)
        }
        result.append(
          LayoutBox(
            element: inlineBox.element, style: inlineBox.style, borderBox: bounds,
            borderWidth: placed.border, padding: placed.padding, content: .boxes(children),
            inlinePieces: placed.pieces,
            textLines: tree.lines.flatMap {
              $0.ownTexts.filter { $0.owner == index }.map(\.line)
            }))
      }
    }
    return result
  }
}

extension FragmentLine {
  fileprivate var lineBox: LineBox {
    LineBox(
      rect: rect, baseline: baseline, text: text, isRightToLeft: isRightToLeft, runs: runs)
  }
}
