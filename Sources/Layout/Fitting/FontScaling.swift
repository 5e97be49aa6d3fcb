import Styling
import Typography

/// A box's subtree as it was before its text was shrunk.
struct FontScaling {
  private let box: Box
  private let originals: [(box: Box, style: ComputedStyle, content: Box.Content)]

  /// px, of the box itself.
  let originalSize: Double

  init(of box: Box) {
    self.box = box
    originalSize = box.style.text.font.sizeInPx
    var originals: [(box: Box, style: ComputedStyle, content: Box.Content)] = []
    box.visit { originals.append(($0, $0.style, $0.content)) }
    self.originals = originals
  }

  /// Sets the box's font size and, in proportion, those below it with their spacing and line
  /// heights; other lengths stay as they are.
  func apply(size: Double, in engine: LayoutEngine) {
    let factor = originalSize > 0 ? size / originalSize : 1
    for original in originals {
      original.box.style = original.style.scalingText(by: factor)
      if case .inlines(let nodes) = original.content {
        original.box.content = .inlines(nodes.map { $0.scalingText(by: factor) })
        engine.results(of: original.box).inlineSource = nil
      }
    }
  }
}

extension ComputedStyle {
  fileprivate func scalingText(by factor: Double) -> ComputedStyle {
    var style = self
    style.text.font.sizeInPx *= factor
    style.text.letterSpacing *= factor
    style.text.wordSpacing *= factor
    if case .px(let height) = style.text.lineHeight { style.text.lineHeight = .px(height * factor) }
    return style
  }
}

extension SharedStyle {
  fileprivate func scalingText(by factor: Double) -> SharedStyle {
    SharedStyle(style.scalingText(by: factor))
  }
}

extension InlineNode {
  fileprivate func scalingText(by factor: Double) -> InlineNode {
    switch self {
    case .text(var text):
      text.shared = text.shared.scalingText(by: factor)
      return .text(text)
    case .inlineBox(var inlineBox):
      inlineBox.shared = inlineBox.shared.scalingText(by: factor)
      inlineBox.children = inlineBox.children.map { $0.scalingText(by: factor) }
      return .inlineBox(inlineBox)
    case .lineBreak(let style): return .lineBreak(style.scalingText(by: factor))
    case .atomic, .outOfFlow, .block: return self
    }
  }
}
