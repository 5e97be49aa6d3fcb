public import Layout
public import Pixels
import Styling
import Typography

/// A run of text as it stands on the finished slide.
public struct MeasuredText: Sendable {
  /// The innermost element it belongs to.
  public var element: ElementIdentity?
  /// The text of the run, as it is drawn.
  public var text: String
  /// Around its letters, px on the slide.
  public var bounds: Rect
  /// The bounds of each letter, px on the slide; never empty.
  public var letters: [Rect]
  /// The number of the block it stands in, whose lines are laid out together.
  public var block: Int
  /// px an em on the slide, transforms included.
  public var sizeInPx: Double
  /// The weight of the font that draws it, 1…1000.
  public var weight: Int
  /// In an element with `aria-hidden="true"`.
  public var isDecorative: Bool
  /// `-flint-safe: none` on it or around it sets it false.
  public var mustBeSafe: Bool
  /// Between the text and what is beneath it, 1…21; nil where nothing of it shows, and for
  /// decoration.
  public var contrast: Double?
}

/// A run of text in its boxes.
struct TextSpot {
  var element: ElementIdentity?
  var text: String
  /// The number of the box that has its line.
  var block: Int
  /// The element of that box.
  var blockElement: ElementIdentity?
  /// The number of the line in that box.
  var line: Int
  /// As many as `glyphs` has: where in `text` each one's cluster begins, UTF-16 offsets.
  var clusters: [Int]
  var glyphs: SceneGlyphs
  var isDecorative: Bool
  var mustBeSafe: Bool
  /// Between the letters and an opaque outline of theirs that can be seen; else 1.
  var outlineContrast = 1.0
}

extension TextRun {
  /// An outline of 2 px of 1080 stands around a letter like a ground of its own.
  fileprivate var outlineContrast: Double {
    guard let outline = paint.outline, outline.color.isOpaque, outline.width >= 2 else { return 1 }
    return RelativeLuminance.contrast(
      RelativeLuminance.of(paint.color), RelativeLuminance.of(outline.color))
  }
}

extension LayoutBox {
  /// The same boxes, their text without underlines and the like.
  var withoutTextDecorations: LayoutBox {
    var box = self
    switch content {
    case .image: break
    case .boxes(let boxes): box.content = .boxes(boxes.map(\.withoutTextDecorations))
    case .lines(var lines, let boxes):
      for line in lines.indices {
        for run in lines[line].runs.indices { lines[line].runs[run].paint.decorations = [] }
      }
      box.content = .lines(lines, boxes: boxes.map(\.withoutTextDecorations))
    }
    return box
  }

  /// All visible runs of text, in document order.
  ///
  /// - Parameter transparent: those too whose letters are filled with nothing: an outline or a
  ///   background that the text clips may show them.
  func textSpots(transparent: Bool = false) -> [TextSpot] {
    var spots: [TextSpot] = []
    var blocks = 0
    collectSpots(
      into: &spots, blocks: &blocks, owner: nil, isDecorative: false, mustBeSafe: true)
    return transparent ? spots : spots.filter { !$0.glyphs.color.isTransparent }
  }

  private func collectSpots(
    into spots: inout [TextSpot], blocks: inout Int, owner: ElementIdentity?, isDecorative: Bool,
    mustBeSafe: Bool
  ) {
    let owner = element ?? owner
    let isDecorative = isDecorative || element?.isDecorative == true
    let mustBeSafe = mustBeSafe && style.paint.mustBeSafe
    if case .lines(let lines, let boxes) = content {
      blocks += 1
      let base = InlineOwner(
        element: owner, isDecorative: isDecorative, mustBeSafe: mustBeSafe)
      for (index, line) in lines.enumerated() {
        for run in line.runs {
          guard run.paint.isVisible, !run.glyphs.text.allSatisfy(\.isWhitespace),
            !run.glyphs.glyphs.isEmpty
          else { continue }
          let place = run.origin.x + run.width / 2
          let owner = boxes.reduce(base) { $1.inlineOwner(line: index, x: place, inside: $0) }
          spots.append(
            TextSpot(
              element: owner.element, text: run.glyphs.text, block: blocks,
              blockElement: base.element, line: index,
              clusters: run.glyphs.glyphs.map(\.cluster), glyphs: run.sceneGlyphs,
              isDecorative: owner.isDecorative, mustBeSafe: owner.mustBeSafe,
              outlineContrast: run.outlineContrast))
        }
      }
    }
    for child in children {
      child.collectSpots(
        into: &spots, blocks: &blocks, owner: owner, isDecorative: isDecorative,
        mustBeSafe: mustBeSafe)
    }
  }

  private struct InlineOwner {
    var element: ElementIdentity?
    var isDecorative: Bool
    var mustBeSafe: Bool
  }

  /// The innermost inline box that has a piece at this place of a line.
  private func inlineOwner(line: Int, x: Double, inside outer: InlineOwner) -> InlineOwner {
    guard isInline, inlinePieces.contains(where: { $0.line == line && $0.rect.holds(x: x) }) else {
      return outer
    }
    let own = InlineOwner(
      element: element ?? outer.element,
      isDecorative: outer.isDecorative || element?.isDecorative == true,
      mustBeSafe: outer.mustBeSafe && style.paint.mustBeSafe)
    return children.reduce(own) { $1.inlineOwner(line: line, x: x, inside: $0) }
  }
}

extension Rect {
  fileprivate func holds(x: Double) -> Bool { minX <= x && x <= maxX }
}
