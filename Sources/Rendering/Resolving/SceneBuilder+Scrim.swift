import Layout
import Pixels
import Styling
import Typography

/// A scrim that is drawn when the first of its texts is.
struct PendingScrim {
  /// The box of the element that asks for it.
  var box: LayoutBox
  var clip: Clip?
}

extension SceneBuilder {
  /// Draws the scrim before the first text it is for: by then the photo beneath is painted, wherever
  /// it stands in the document.
  mutating func paintScrim(_ scrim: PendingScrim?) {
    guard let scrim, let element = scrim.box.element,
      drawnScrims.insert(element.index).inserted
    else { return }
    var texts: [SceneGlyphs] = []
    scrim.box.collectTexts(into: &texts)
    guard !texts.isEmpty else { return }
    draw(.scrim(SceneScrim(texts: texts, frame: slide)), in: scrim.clip)
  }
}

extension LayoutBox {
  /// The visible texts of a box that stand on what is behind the box: not those on a background of
  /// their own, nor decoration, nor those with a scrim of their own.
  fileprivate func collectTexts(into texts: inout [SceneGlyphs]) {
    if element?.isDecorative == true || style.paint.opacity <= 0 { return }
    if case .lines(let lines, let boxes) = content {
      let grounds = boxes.flatMap(\.inlineGrounds)
      for (index, line) in lines.enumerated() {
        for run in line.runs where run.paint.isVisible && !run.paint.color.isTransparent {
          let middle = run.origin.x + run.width / 2
          let hasGround = grounds.contains {
            $0.line == index && $0.rect.minX <= middle && middle <= $0.rect.maxX
          }
          if !hasGround, !run.glyphs.glyphs.isEmpty { texts.append(run.sceneGlyphs) }
        }
      }
    }
    for child in children where !child.standsOnItsOwn { child.collectTexts(into: &texts) }
  }

  private var standsOnItsOwn: Bool {
    if style.paint.scrim == .auto { return true }
    return !isInline
      && (style.paint.backgroundColor.alpha >= 0.5 || !style.paint.backgrounds.isEmpty)
  }

  /// The pieces of inline boxes with a background.
  private var inlineGrounds: [InlinePiece] {
    guard isInline else { return [] }
    let own = style.paint.backgroundColor.alpha >= 0.5 ? inlinePieces : []
    return own + children.flatMap(\.inlineGrounds)
  }
}
