import Layout
import Pixels
import Typography

/// The letters of a run where they come to lie on the slide.
struct InkPiece {
  /// Into the texts of the slide.
  var spot: Int
  var glyphs: SceneGlyphs
  /// From the glyphs' coordinates to the slide.
  var transform: AffineTransform
  var clip: InkClip
  /// The place among all that is painted.
  var order: Int
  /// Those that show anything.
  var letters: [InkLetter] = []
  /// Around the letters, clipped or not.
  var bounds = PixelRect()
}

struct InkLetter {
  /// Into the run's glyphs.
  var index: Int
  /// The pixels around it on the slide, perhaps a few more.
  var bounds: PixelRect
}

/// What of the things painted at a place is seen: all that lies inside of every clip around it.
final class InkClip {
  /// The pixels around what the clips leave.
  let rect: PixelRect
  /// Those of the clips that are no upright rectangles, on the slide.
  let paths: [Path]

  init(rect: PixelRect, paths: [Path] = []) {
    self.rect = rect
    self.paths = paths
  }

  func inside(_ path: Path) -> InkClip {
    let bounds = path.controlBounds.map(PixelRect.init(covering:)) ?? PixelRect()
    return InkClip(
      rect: rect.intersection(bounds), paths: path.uprightRect == nil ? paths + [path] : paths)
  }
}

/// An opaque area, which hides what was painted before it.
struct InkCover {
  var order: Int
  var path: Path
  var transform: AffineTransform
  var clip: InkClip
}

/// The letters of a scene, and what hides them, in paint order.
struct InkPieces {
  private(set) var pieces: [InkPiece] = []
  private(set) var covers: [InkCover] = []
  private let numbers: [GlyphsKey: Int]
  private let texts: [TextSpot]
  private var order = 0

  init(of scene: Scene, texts: [TextSpot]) {
    self.texts = texts
    numbers = Dictionary(
      texts.enumerated().lazy.filter { !$0.element.isDecorative }.map {
        (GlyphsKey($0.element.glyphs), $0.offset)
      }, uniquingKeysWith: { $1 })
    visit(
      scene.items, through: .identity,
      within: InkClip(rect: PixelRect(width: scene.width, height: scene.height)), isOpaque: true)
  }

  private mutating func visit(
    _ items: [SceneItem], through transform: AffineTransform, within clip: InkClip, isOpaque: Bool
  ) {
    for item in items {
      order += 1
      switch item {
      case .glyphs(let glyphs):
        guard let spot = numbers[GlyphsKey(glyphs)] else { continue }
        // An outline shows letters that have no fill; beside one it may touch what it likes.
        if glyphs.stroke != nil, !texts[spot].glyphs.color.isTransparent { continue }
        pieces.append(
          InkPiece(spot: spot, glyphs: glyphs, transform: transform, clip: clip, order: order))
      case .fill(let path, let paint):
        if isOpaque, paint.isOpaque {
          covers.append(InkCover(order: order, path: path, transform: transform, clip: clip))
        }
      case .group(let group):
        let inner = transform.concatenating(group.transform)
        // What is flattened to a line cannot be seen, nor what is faded away.
        guard group.opacity > 0, inner.inverse != nil else { continue }
        let shown = group.clip.map { clip.inside($0.transformed(by: inner)) } ?? clip
        visit(
          group.items, through: inner, within: shown,
          isOpaque: isOpaque && group.opacity >= 1 && group.effects == nil)
        // Letters that clip a background.
        for layer in group.effects?.mask ?? [] {
          visit(layer.items, through: inner, within: shown, isOpaque: false)
        }
      case .image, .shadow, .scrim: continue
      }
    }
  }

  /// Finds each letter's pixels by `bounds`; pieces without any go.
  mutating func place(_ bounds: (InkPiece, SceneGlyph) -> PixelRect) {
    for index in pieces.indices {
      let piece = pieces[index]
      for (number, glyph) in piece.glyphs.glyphs.enumerated() {
        let area = bounds(piece, glyph)
        if area.isEmpty { continue }
        pieces[index].letters.append(InkLetter(index: number, bounds: area))
        pieces[index].bounds = pieces[index].bounds.union(area)
      }
    }
    pieces.removeAll { $0.letters.isEmpty }
  }
}

extension Paint {
  fileprivate var isOpaque: Bool {
    switch self {
    case .color(let color): color.isOpaque
    case .gradient(let gradient): gradient.stops.allSatisfy(\.color.isOpaque)
    }
  }
}
