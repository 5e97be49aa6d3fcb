public import Layout
import Pixels
import Typography

extension Painter {
  /// Which letters of a slide touch those of other lines, and which lose a part.
  ///
  /// Boxes decide only what is compared: a "g" may reach far into the box of the "a" below it. What
  /// counts are pixels that letters cover by half or more. Two letters touch where such pixels are the
  /// same or neighbors, so that less than a pixel is between them, and nothing opaque hides the place.
  /// A letter is cut where such pixels lie outside of the clips around it, or of the slide, by more than
  /// a pixel and a hundredth of its size; a line that is not seen at all is `TextClipping`'s.
  ///
  /// What it costs is the masks of the letters, and painting takes the same then.
  /// - Parameter scene: of `layout`.
  public func measureInk(of layout: LayoutBox, in scene: Scene) -> SlideInk {
    let texts = layout.textSpots(transparent: true)
    var pieces = InkPieces(of: scene, texts: texts)
    pieces.place { bounds(of: $1, in: $0) }
    var budget = InkBudget()
    var ink = SlideInk()
    ink.cuts = InkCuts(
      texts: texts, slide: PixelRect(width: scene.width, height: scene.height), painter: self
    ).find(in: pieces.pieces, &budget)
    ink.collisions = InkCollisions(texts: texts, covers: pieces.covers, painter: self)
      .find(in: pieces.pieces, &budget)
    ink.isComplete = !budget.isSpent
    return ink
  }

  /// The pixels around a glyph on the slide, perhaps a few more.
  private func bounds(of glyph: SceneGlyph, in piece: InkPiece) -> PixelRect {
    let area = coverage.bounds(
      of: glyph.id, font: piece.glyphs.font, sizeInPx: piece.glyphs.sizeInPx, origin: glyph.origin)
    if area.isEmpty || piece.transform.isIdentity { return area }
    return PixelRect(covering: piece.transform.bounds(of: area.rect))
  }

  /// What a letter covers of the slide, whatever clips it.
  func mask(of letter: InkLetter, in piece: InkPiece, within bounds: PixelRect) -> Mask? {
    let glyph = piece.glyphs.glyphs[letter.index]
    if !piece.transform.isIdentity {
      return mask(of: glyph, in: piece.glyphs, through: piece.transform, within: bounds)
    }
    return coverage.mask(
      of: glyph.id, font: piece.glyphs.font, sizeInPx: piece.glyphs.sizeInPx, origin: glyph.origin,
      within: bounds)
  }

  /// Whether the middle of a pixel lies inside the path, as painting takes it.
  func covers(_ path: Path, x: Int, y: Int) -> Bool {
    let pixel = PixelRect(x: x, y: y, width: 1, height: 1)
    return (coverage.mask(of: path, within: pixel)?.coverage(x: x, y: y) ?? 0) >= InkBudget.inked
  }
}

/// How much is compared on one slide: thousands of letters on each other end it early.
struct InkBudget {
  /// The coverage from which on a pixel counts as ink.
  static let inked: UInt8 = 128

  /// Pairs of boxes, pairs of letters, pixels.
  private var boxes = 400_000
  private var letters = 4_000
  private var pixels = 24_000_000
  private(set) var isSpent = false

  mutating func takeBoxes(_ count: Int) -> Bool { take(count, from: \.boxes) }

  mutating func takeLetters(pixels count: Int) -> Bool {
    take(1, from: \.letters) && take(count, from: \.pixels)
  }

  private mutating func take(_ count: Int, from part: WritableKeyPath<InkBudget, Int>) -> Bool {
    self[keyPath: part] -= count
    if self[keyPath: part] < 0 { isSpent = true }
    return !isSpent
  }
}

extension TextSpot {
  /// The word that a glyph belongs to.
  func word(of letter: InkLetter) -> SlideInk.Word {
    let units = Array(text.utf16)
    let isSpace = { (unit: UInt16) in unit == 0x20 || unit == 0xA0 || unit == 0x3000 }
    let place = min(max(clusters[letter.index], 0), max(0, units.count - 1))
    var start = place
    while start > 0, !isSpace(units[start - 1]) { start -= 1 }
    let end = units[place...].dropFirst().firstIndex(where: isSpace) ?? units.count
    return SlideInk.Word(
      text: String(decoding: units[start..<end], as: UTF16.self), element: element, block: block,
      blockElement: blockElement)
  }
}
