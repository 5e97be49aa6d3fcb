import Layout
import Pixels
import Styling

extension LayoutBox {
  /// The text in the box and its descendants in flow, as a mask for its background.
  var clippingText: [SceneItem] {
    var items: [SceneItem] = []
    if case .lines(let lines, _) = content {
      items += lines.flatMap(\.runs).flatMap(\.maskItems)
    }
    for child in children where !child.isLayered(in: self) { items += child.clippingText }
    return items
  }

  /// The text of an inline box and its descendants.
  ///
  /// - Parameter lines: those of the block around it.
  func clippingText(in lines: [LineBox]) -> [SceneItem] {
    var elements: Set<Int> = []
    var items: [SceneItem] = []
    func collect(_ box: LayoutBox) {
      if box.isInline {
        if let element = box.element { elements.insert(element.index) }
        box.children.forEach(collect)
      } else if !box.isLayered(in: self) {
        items += box.clippingText
      }
    }
    collect(self)
    let runs = lines.flatMap(\.runs).filter { $0.element.map(elements.contains) ?? false }
    return runs.flatMap(\.maskItems) + items
  }
}

extension TextRun {
  /// Letters and lines, all opaque: only what they cover counts.
  fileprivate var maskItems: [SceneItem] {
    guard paint.isVisible else { return [] }
    var run = self
    run.paint.color = .black
    run.paint.outline?.color = .black
    let lines = paint.decorations.map { line in
      return SceneItem.fill(line.path(from: origin.x, width: width), .color(.black))
    }
    let glyphs = run.sceneGlyphs
    if glyphs.glyphs.isEmpty { return lines }
    return [.glyphs(glyphs)] + [run.outlineItem(glyphs)].compactMap(\.self) + lines
  }
}
