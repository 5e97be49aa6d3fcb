public import Diagnostics
public import Pixels
public import Styling
public import Typography

/// A laid-out element: where its border box stands on the slide, and what is in it.
///
/// Coordinates are px from the slide's top left corner. Boxes with `display: none` are left out.
public struct LayoutBox: Equatable, Sendable {
  /// nil for anonymous boxes.
  public var element: ElementIdentity?
  /// The element's style; an anonymous box has its parent's inherited properties.
  public var style: ComputedStyle
  /// Before any transform (for an inline box: the union of its parts).
  public var borderBox: Rect
  /// px, used.
  public var borderWidth: Edges<Double>
  /// px, used.
  public var padding: Edges<Double>
  /// The boxes, lines or picture inside.
  public var content: Content
  /// The parts of an inline box, one for each line it stands in, for backgrounds and borders.
  public var inlinePieces: [InlinePiece]
  /// What the element's own text (not its descendants') covers of each line, for inspection.
  public var textLines: [TextLine]

  /// What is inside of a box.
  public indirect enum Content: Equatable, Sendable {
    /// In document order (paint order is the renderer's affair).
    case boxes([LayoutBox])
    /// An inline formatting context: its lines, and the inline and atomic boxes in document order.
    case lines([LineBox], boxes: [LayoutBox])
    /// The picture of an `img` or `svg`, to be fitted into the content box.
    case image(ReplacedImage)
  }

  public init(
    element: ElementIdentity?, style: ComputedStyle, borderBox: Rect,
    borderWidth: Edges<Double> = .zero, padding: Edges<Double> = .zero,
    content: Content = .boxes([]), inlinePieces: [InlinePiece] = [], textLines: [TextLine] = []
  ) {
    self.element = element
    self.style = style
    self.borderBox = borderBox
    self.borderWidth = borderWidth
    self.padding = padding
    self.content = content
    self.inlinePieces = inlinePieces
    self.textLines = textLines
  }

  /// Whether it is an inline box, whose parts may stand in several lines.
  public var isInline: Bool {
    guard style.box.display == .inline else { return false }
    if case .image = content { return false }
    return true
  }

  /// From this box's coordinates to its parent's; inline boxes are not transformed (CSS Transforms
  /// 1 §2).
  public var transform: AffineTransform {
    isInline ? .identity : style.paint.effects.transform(of: borderBox)
  }

  /// The border box without its borders, px on the slide.
  public var paddingBox: Rect { borderBox.inset(by: borderWidth) }
  /// The padding box without its padding, px on the slide.
  public var contentBox: Rect { borderBox.inset(by: borderWidth + padding) }

  /// The boxes inside, in document order; none in a picture.
  public var children: [LayoutBox] {
    switch content {
    case .boxes(let boxes), .lines(_, let boxes): boxes
    case .image: []
    }
  }
}

/// Which element of the page a box is of, for messages and inspection.
public struct ElementIdentity: Equatable, Sendable {
  /// Lower case.
  public var name: String
  /// The attribute `id`; nil when there is none.
  public var id: String?
  /// The class names in the order written.
  public var classes: [String]
  /// Where the start tag's `<` stands.
  public var location: SourceLocation
  /// `alt` of an image; nil when the attribute is missing.
  public var alternativeText: String?
  /// The element's place among the slide's displayed elements, in document order; the root's is 0.
  public var index: Int
  /// The parent element's index; nil for the root. The box tree may differ from the element tree:
  /// a block inside an inline element stands beside the parts of that element.
  public var parent: Int?
  /// `aria-hidden="true"`: text in it may be cut off.
  public var isDecorative: Bool

  public init(
    name: String, id: String? = nil, classes: [String] = [], location: SourceLocation,
    alternativeText: String? = nil, index: Int = 0, parent: Int? = nil,
    isDecorative: Bool = false
  ) {
    self.name = name
    self.id = id
    self.classes = classes
    self.location = location
    self.alternativeText = alternativeText
    self.index = index
    self.parent = parent
    self.isDecorative = isDecorative
  }
}

/// The part of an inline box that stands in one line.
public struct InlinePiece: Equatable, Sendable {
  /// The border box of the part, px on the slide.
  public var rect: Rect
  /// Whether this piece has the box's left border, padding and rounded corners.
  public var hasLeftEdge: Bool
  /// Whether this piece has the box's right border, padding and rounded corners.
  public var hasRightEdge: Bool
  /// Index of the line in its formatting context.
  public var line: Int

  public init(rect: Rect, hasLeftEdge: Bool, hasRightEdge: Bool, line: Int) {
    self.rect = rect
    self.hasLeftEdge = hasLeftEdge
    self.hasRightEdge = hasRightEdge
    self.line = line
  }
}

/// One line of text on the slide.
public struct LineBox: Equatable, Sendable {
  /// The line box, px on the slide.
  public var rect: Rect
  /// y of the line's baseline on the slide.
  public var baseline: Double
  /// Text of the line in logical order.
  public var text: String
  /// The direction of the block that holds the line.
  public var isRightToLeft: Bool
  /// In visual order, positions on the slide.
  public var runs: [TextRun]

  public init(rect: Rect, baseline: Double, text: String, isRightToLeft: Bool, runs: [TextRun]) {
    self.rect = rect
    self.baseline = baseline
    self.text = text
    self.isRightToLeft = isRightToLeft
    self.runs = runs
  }
}

/// The part of one line that an element's own text takes.
public struct TextLine: Equatable, Sendable {
  /// Logical order; white space that hangs at the line's end left out.
  public var text: String
  /// The left edge, px on the slide.
  public var x: Double
  /// y of the text's baseline on the slide.
  public var baseline: Double
  /// px.
  public var width: Double
  /// The direction of the element that holds the text.
  public var isRightToLeft: Bool

  public init(text: String, x: Double, baseline: Double, width: Double, isRightToLeft: Bool) {
    self.text = text
    self.x = x
    self.baseline = baseline
    self.width = width
    self.isRightToLeft = isRightToLeft
  }
}

/// Glyphs with the style that paints them.
public struct TextRun: Equatable, Sendable {
  /// The glyphs, from the origin to the right.
  public var glyphs: GlyphRun
  /// The run's left edge on its own baseline, px on the slide (vertical-align applied).
  public var origin: Point
  /// px.
  public var width: Double
  /// The colors, shadows and lines.
  public var paint: TextPaint
  /// `ElementIdentity.index` of the inline box that holds the text; nil for the container.
  public var element: Int?

  public init(
    glyphs: GlyphRun, origin: Point, width: Double, paint: TextPaint, element: Int? = nil
  ) {
    self.glyphs = glyphs
    self.origin = origin
    self.width = width
    self.paint = paint
    self.element = element
  }
}

/// What colors a text run.
public struct TextPaint: Equatable, Sendable {
  /// A line along the letters' outlines.
  public struct Outline: Equatable, Sendable {
    /// px, half of it inside the letters.
    public var width: Double
    /// The line's color, straight (not premultiplied).
    public var color: Color
    /// `paint-order: stroke`: the letters are filled over it.
    public var isBelowFill: Bool

    public init(width: Double, color: Color, isBelowFill: Bool) {
      self.width = width
      self.color = color
      self.isBelowFill = isBelowFill
    }
  }

  /// What the letters are filled with, straight (not premultiplied).
  public var color: Color
  /// nil when the letters have none.
  public var outline: Outline?
  /// Front to back.
  public var shadows: [TextShadow]
  /// Lines drawn by this run's element and its inline ancestors, outermost first.
  public var decorations: [DecorationLine]
  /// `visibility: hidden` sets it false; the room is taken all the same.
  public var isVisible: Bool

  public init(
    color: Color, shadows: [TextShadow] = [], decorations: [DecorationLine] = [],
    isVisible: Bool = true
  ) {
    self.color = color
    self.shadows = shadows
    self.decorations = decorations
    self.isVisible = isVisible
  }
}

extension TextPaint {
  func faded(by opacity: Double) -> TextPaint {
    guard opacity < 1 else { return self }
    var paint = self
    paint.color.alpha *= opacity
    paint.outline?.color.alpha *= opacity
    for index in paint.shadows.indices { paint.shadows[index].color.alpha *= opacity }
    for index in paint.decorations.indices { paint.decorations[index].color.alpha *= opacity }
    return paint
  }
}

/// A line along a run of text, as wide as it.
public struct DecorationLine: Equatable, Sendable {
  /// y of the line's centre on the slide.
  public var y: Double
  /// px.
  public var thickness: Double
  /// The line's color, straight (not premultiplied).
  public var color: Color
  /// Solid, doubled, dotted, dashed or wavy.
  public var style: TextDecoration.Style
  /// A line-through: drawn above the letters, the others below.
  public var crossesText: Bool
  /// `text-decoration-skip-ink`: leaves out where letters stand.
  public var skipsInk: Bool

  public init(
    y: Double, thickness: Double, color: Color, style: TextDecoration.Style,
    crossesText: Bool = false, skipsInk: Bool = false
  ) {
    self.y = y
    self.thickness = thickness
    self.color = color
    self.style = style
    self.crossesText = crossesText
    self.skipsInk = skipsInk
  }
}

/// An `img`, whose pixels come from the image source by this name, or an inline `svg`.
public struct ReplacedImage: Equatable, Sendable {
  /// The path of the picture, resolved against the page; empty for an `svg`.
  public var source: String
  /// px of the picture; 300 for a width and 150 for a height that an `svg` does not say.
  public var naturalSize: Size
  /// Where the picture is named, or the `svg` begins.
  public var location: SourceLocation
  /// The shapes of an `svg`, which has no source; nil for an `img`.
  public var drawing: VectorPicture?
  /// Whether `naturalSize` has a ratio to keep.
  var hasNaturalRatio = true
  /// It has a ratio but no size of its own, so it takes the width there is.
  var fillsWidth = false

  public init(source: String, naturalSize: Size, location: SourceLocation) {
    self.source = source
    self.naturalSize = naturalSize
    self.location = location
  }
}

extension InheritedTextStyle {
  /// Fill and outline of letters; shadows and decorations are up to the caller.
  var letterPaint: TextPaint {
    var paint = TextPaint(color: fillColor ?? color, isVisible: visibility == .visible)
    if strokeWidth > 0 {
      paint.outline = TextPaint.Outline(
        width: strokeWidth, color: strokeColor ?? color, isBelowFill: strokesFirst)
    }
    return paint
  }

  /// What `text-decoration-color: currentcolor` means in Chromium.
  var lineColor: Color {
    if strokeWidth > 0, let strokeColor, !strokeColor.isTransparent { return strokeColor }
    return fillColor ?? color
  }
}

extension ReplacedImage {
  /// Width / height; nil when there is none.
  var naturalRatio: Double? {
    hasNaturalRatio && naturalSize.width > 0 && naturalSize.height > 0
      ? naturalSize.width / naturalSize.height : nil
  }
}
