import Pixels
import Styling

/// A box with a size: the result of laying out a `Box` once, relative to its own border box.
///
/// Immutable and cacheable: the parent decides where it stands.
final class Fragment {
  let box: Box
  /// The border box's size.
  let size: Size
  let border: Edges<Double>
  let padding: Edges<Double>
  let content: Content
  /// Distance of the first / last baseline from the border box's top; nil when it has none.
  let firstBaseline: Double?
  let lastBaseline: Double?
  /// How the box's margins meet those of its children; empty for a formatting context root.
  let margins: CollapsibleMargins
  /// Descendants still waiting for their containing block; areas from the border box.
  let outOfFlow: [OutOfFlowBox]
  /// Absolute boxes whose containing block is this box.
  let absolutes: [PlacedFragment]
  /// Lines in the same block formatting context, as `-webkit-line-clamp` counts them.
  let lineCount: Int
  /// Lines that `-webkit-line-clamp` left out.
  let hiddenLineCount: Int
  /// `-webkit-line-clamp` ends the content here or inside.
  let isClamped: Bool
  /// The outside marker of a list item; nil when it has no line to stand beside.
  let marker: FragmentLine?

  enum Content {
    case children([PlacedFragment])
    case lines([FragmentLine], children: [PlacedFragment], pieces: [PlacedInlineBox])
    case image(ReplacedImage)
  }

  init(
    box: Box, size: Size, border: Edges<Double>, padding: Edges<Double>, content: Content,
    firstBaseline: Double? = nil, lastBaseline: Double? = nil,
    margins: CollapsibleMargins = CollapsibleMargins(), outOfFlow: [OutOfFlowBox] = [],
    absolutes: [PlacedFragment] = [], lineCount: Int = 0, hiddenLineCount: Int = 0,
    isClamped: Bool = false, marker: FragmentLine? = nil
  ) {
    self.box = box
    self.size = size
    self.border = border
    self.padding = padding
    self.content = content
    self.firstBaseline = firstBaseline
    self.lastBaseline = lastBaseline
    self.margins = margins
    self.outOfFlow = outOfFlow
    self.absolutes = absolutes
    self.lineCount = lineCount
    self.hiddenLineCount = hiddenLineCount
    self.isClamped = isClamped
    self.marker = marker
  }
}

/// A child's fragment and where its border box stands in the parent's border box.
struct PlacedFragment {
  var fragment: Fragment
  var origin: Point
  /// What percentages of a relative position mean; nil is the parent's content box.
  var containingSize: Size?
}

/// A line of an inline formatting context; coordinates from the container's border box.
struct FragmentLine {
  /// What the direct text of one element takes of the line.
  struct OwnText {
    /// Into the container's list of inline boxes; nil for the container itself.
    var owner: Int?
    var line: TextLine
  }

  var rect: Rect
  var baseline: Double
  var text: String
  var isRightToLeft: Bool
  var runs: [TextRun]
  var ownTexts: [OwnText] = []
  /// The shape that a list item's marker is instead of text; it fills `rect`.
  var symbol: MarkerSymbol?

  func offset(by delta: Point) -> FragmentLine {
    var moved = self
    moved.rect = rect.offset(by: delta)
    moved.baseline += delta.y
    for i in moved.runs.indices { moved.runs[i].move(by: delta) }
    for i in moved.ownTexts.indices {
      moved.ownTexts[i].line.x += delta.x
      moved.ownTexts[i].line.baseline += delta.y
    }
    return moved
  }
}

extension TextRun {
  mutating func move(by delta: Point) {
    origin = origin + delta
    for i in paint.decorations.indices { paint.decorations[i].y += delta.y }
  }
}

/// An inline box's pieces; coordinates from the container's border box.
struct PlacedInlineBox {
  var inlineBox: InlineBox
  var border: Edges<Double>
  var padding: Edges<Double>
  var pieces: [InlinePiece]
  /// Index of the parent in the container's list, which is in document order; nil for the
  /// outermost.
  var parent: Int?

  func offset(by delta: Point) -> PlacedInlineBox {
    var moved = self
    for i in moved.pieces.indices { moved.pieces[i].rect = pieces[i].rect.offset(by: delta) }
    return moved
  }
}

/// The room a parent offers (the shape of CSS Sizing 3's and LayoutNG's constraint spaces).
struct ConstraintSpace: Hashable {
  /// How wide "auto" may become.
  enum AvailableWidth: Hashable {
    case definite(Double)
    case minContent
    case maxContent
  }

  /// For the margin box.
  var availableWidth: AvailableWidth
  /// What percentages resolve against: the containing block's content box; nil when indefinite.
  var percentageWidth: Double?
  var percentageHeight: Double?
  /// Border-box sizes already decided by the parent (a flex item's, an absolute box's); they win
  /// over `width`, `height` and their limits.
  var fixedWidth: Double?
  var fixedHeight: Double?
  /// Whether `fixedHeight` counts as definite for the children's percentages (CSS Flexbox §9.8).
  var fixedHeightIsDefinite = true
  /// Auto widths shrink to fit instead of filling (inline-blocks, absolute boxes, flex items).
  var shrinksToFit = false
  /// As if `height` were auto and had no limits: how high the content (or `aspect-ratio`) makes
  /// the box. A column flex container asks this of its items (CSS Flexbox §4.5, §9.2).
  var ignoresHeight = false
  /// In a box with `-webkit-line-clamp`: what of its lines is left.
  var lineClamp: LineClamp?
}

/// The lines that `-webkit-line-clamp` still lets through.
struct LineClamp: Hashable {
  /// At least 1.
  var lines: Int
  /// Whether more follows behind the box, so that its last allowed line ends in an ellipsis.
  var hasMore = false
}

/// An absolutely positioned box before its containing block is known.
struct OutOfFlowBox {
  /// Where the box stands inside `area` when it has no insets, in physical terms.
  enum Alignment { case start, center, end }

  var box: Box
  /// The static-position rectangle (CSS Position 3 §3.5.1); a block's has no size and start/start.
  /// From the border box of the fragment that carries this value.
  var area: Rect
  var horizontal = Alignment.start
  var vertical = Alignment.start
  /// Lines of the grid that the box is a child of: edges of its containing block if that grid is it
  /// (CSS Grid 2 §10.1). nil sides are the grid's padding edge; coordinates as of `area`.
  var gridLines: Edges<Double?>?

  func offset(by delta: Point) -> OutOfFlowBox {
    var moved = self
    moved.area = area.offset(by: delta)
    moved.gridLines = gridLines.map {
      Edges(
        top: $0.top.map { $0 + delta.y }, right: $0.right.map { $0 + delta.x },
        bottom: $0.bottom.map { $0 + delta.y }, left: $0.left.map { $0 + delta.x })
    }
    return moved
  }
}

/// What a flex or grid container is given to lay out its items; all sizes of its content box, px.
struct ItemsSpace {
  var width: Double
  /// nil when the container's height is auto (or a percentage of nothing).
  var height: Double?
  /// Whether `height` counts as definite for the items' percentages and for stretching.
  var heightIsDefinite: Bool
  var minHeight: Double
  /// nil is `none`.
  var maxHeight: Double?
}

/// A flex or grid container's inside, which the engine gives padding, border and the box's own size. Coordinates from the content box's top left corner.
struct ItemsContent {
  /// In-flow items, in any order.
  var children: [PlacedFragment]
  /// Absolutely positioned children, with their static-position rectangle (CSS Flexbox §4.1).
  var outOfFlow: [OutOfFlowBox]
  /// The content box's height, as the items would have it (used where the container's own is auto).
  var height: Double
  var firstBaseline: Double?
  var lastBaseline: Double?
}
