import Diagnostics
import Pixels
import Styling
import Typography

/// Turns the boxes of one slide into fragments.
///
/// Not Sendable: one engine a slide. Results are remembered by box and constraint space, so that
/// measuring a flex item several times, at any depth, costs one layout for each distinct space.
final class LayoutEngine {
  let fonts: FontCatalog
  /// The initial containing block.
  let viewport: Size
  /// By box; the slide's boxes are there as long as its engine.
  private var known: [ObjectIdentifier: LayoutResults] = [:]
  private var knownMetrics: [FontDescription: FontMetrics] = [:]
  private var knownFonts: [FontDescription: Font?] = [:]

  init(fonts: FontCatalog, viewport: Size) {
    self.fonts = fonts
    self.viewport = viewport
  }

  /// The whole slide: the root's fragment and where it and the absolute boxes stand that no
  /// element but the slide itself contains.
  func layOutSlide(_ root: Box) -> SlideFragments {
    let space = ConstraintSpace(
      availableWidth: .definite(viewport.width), percentageWidth: viewport.width,
      percentageHeight: viewport.height)
    let fragment = layOut(root, in: space)
    let edges = edges(of: root, percentageWidth: viewport.width)
    let x = horizontalOffset(
      of: fragment, margin: edges.margin, in: viewport.width, isRightToLeft: root.isRightToLeft)
    let placed = PlacedFragment(
      fragment: fragment, origin: Point(x: x, y: edges.marginOrZero.top))
    let slide = Rect(origin: Point(), size: viewport)
    let absolutes = fragment.outOfFlow.map {
      layOutAbsolute($0.offset(by: placed.origin), containingBlock: slide, isRightToLeft: false)
    }
    return SlideFragments(root: placed, absolutes: absolutes)
  }

  /// Lays out a box in the room its parent offers; margins are the parent's affair.
  func layOut(_ box: Box, in space: ConstraintSpace) -> Fragment {
    var key = space
    if !box.dependsOnPercentageHeight { key.percentageHeight = nil }
    if key.fixedWidth != nil {
      key.availableWidth = .maxContent
      key.shrinksToFit = false
    }
    if key.fixedHeight == nil { key.fixedHeightIsDefinite = true }
    if box.isFormattingContextRoot { key.lineClamp = nil }
    let results = results(of: box)
    if let known = results.fragments[key] { return known }
    let fragment = layOutAnew(box, in: key)
    results.fragments[key] = fragment
    return fragment
  }

  /// What has been found out about a box of the slide, to be read and added to.
  func results(of box: Box) -> LayoutResults {
    let id = ObjectIdentifier(box)
    if let results = known[id] { return results }
    let results = LayoutResults()
    known[id] = results
    return results
  }

  /// For when a font size anywhere has changed.
  func forgetSizes() {
    for results in known.values { results.forgetSizes() }
  }

  private func layOutAnew(_ box: Box, in space: ConstraintSpace) -> Fragment {
    let edges = edges(of: box, percentageWidth: space.percentageWidth)
    if case .image(let image) = box.content {
      return Fragment(
        box: box, size: replacedSize(of: box, image, edges: edges, in: space),
        border: edges.border, padding: edges.padding, content: .image(image))
    }
    let width = usedWidth(of: box, edges: edges, in: space)
    let height = usedHeight(of: box, width: width, edges: edges, in: space)
    let inner = edges.inner
    let contentWidth = max(0, width - inner.horizontal)
    let clamp = box.lineClamp.map { LineClamp(lines: $0) } ?? space.lineClamp

    var content: ContentLayout
    switch box.content {
    case .flex:
      var space = ItemsSpace(width: contentWidth, height: height, inner: inner)
      if height.growsWithContent { growWithContent(&space, of: box) }
      content = ContentLayout(layOutFlexContent(box, in: space))
    case .grid:
      var space = ItemsSpace(width: contentWidth, height: height, inner: inner)
      if height.growsWithContent { growGridWithContent(&space, of: box) }
      content = ContentLayout(layOutGridContent(box, in: space))
    case .blocks(let children):
      content = layOutBlocks(
        children, of: box, width: contentWidth, percentageHeight: height.percentageBasis,
        collapsing: CollapsingEdges(box, inner: inner, height: height), clamp: clamp)
    case .inlines:
      content = layOutInlines(
        of: box, width: contentWidth, percentageHeight: height.percentageBasis, clamp: clamp)
      content.margins.collapseThrough =
        content.isEmpty && !box.isFormattingContextRoot && inner.vertical == 0
        && (height.definite ?? 0) == 0 && height.limits.min == 0
    case .image: preconditionFailure("images are laid out above")
    }

    let natural = content.height + inner.vertical
    let borderHeight: Double
    if let definite = height.definite {
      borderHeight =
        height.growsWithContent ? max(definite, height.limits.clamp(natural)) : definite
    } else {
      borderHeight = height.limits.clamp(natural)
    }
    if borderHeight > natural + 1e-9 || height.definite != nil { content.dropBottomMargin() }
    return finish(
      box, edges: edges, size: Size(width: width, height: borderHeight), content: content,
      percentageHeight: height.percentageBasis, space: space)
  }

  /// Places the content in the border box and lays out the absolute boxes this box contains.
  private func finish(
    _ box: Box, edges: BoxEdges, size: Size, content: ContentLayout, percentageHeight: Double?,
    space: ConstraintSpace
  ) -> Fragment {
    let inset = Point(x: edges.inner.left, y: edges.inner.top)
    let contentWidth = max(0, size.width - edges.inner.horizontal)
    var outOfFlow = content.outOfFlow.map { $0.offset(by: inset) }
    let children = content.children.map { child in
      let shift =
        inset
        + relativeOffset(
          of: child.fragment.box, width: child.containingSize?.width ?? contentWidth,
          height: child.containingSize?.height ?? percentageHeight)
      let origin = child.origin + shift
      outOfFlow += child.fragment.outOfFlow.map { $0.offset(by: origin) }
      return PlacedFragment(fragment: child.fragment, origin: origin)
    }

    var absolutes = content.absolutes.map {
      PlacedFragment(fragment: $0.fragment, origin: $0.origin + inset)
    }
    if box.isContainingBlockOfAbsolutes {
      let paddingBox = Rect(origin: Point(), size: size).inset(by: edges.border)
      absolutes += outOfFlow.map { pending in
        var pending = pending
        var containingBlock = paddingBox
        if let lines = pending.gridLines {
          containingBlock = paddingBox.within(lines)
          pending.area = containingBlock
        }
        return layOutAbsolute(
          pending, containingBlock: containingBlock, isRightToLeft: box.isRightToLeft)
      }
      outOfFlow = []
    }
    for index in outOfFlow.indices { outOfFlow[index].gridLines = nil }

    let fragmentContent: Fragment.Content =
      if let lines = content.lines {
        .lines(
          lines.map { $0.offset(by: inset) }, children: children,
          pieces: content.pieces.map { $0.offset(by: inset) })
      } else {
        .children(children)
      }
    // A box that clips has no baseline outside itself (CSS Box Alignment §9.1).
    let clips = box.style.box.overflow == .hidden
    func baseline(_ y: Double) -> Double {
      clips ? min(max(0, y + inset.y), size.height) : y + inset.y
    }
    let firstBaseline = content.firstBaseline.map(baseline)
    return Fragment(
      box: box, size: size, border: edges.border, padding: edges.padding, content: fragmentContent,
      firstBaseline: firstBaseline, lastBaseline: content.lastBaseline.map(baseline),
      margins: content.margins, outOfFlow: outOfFlow, absolutes: absolutes,
      lineCount: content.lineCount, hiddenLineCount: content.hiddenLineCount,
      isClamped: content.isClamped,
      marker: markerLine(of: box, baseline: firstBaseline, edges: edges, width: size.width))
  }

  func metrics(for font: FontDescription) -> FontMetrics {
    if let known = knownMetrics[font] { return known }
    let metrics = fonts.metrics(for: font)
    knownMetrics[font] = metrics
    return metrics
  }

  func primaryFont(for description: FontDescription) -> Font? {
    if let known = knownFonts[description] { return known }
    let font = fonts.primaryFont(for: description)
    knownFonts[description] = .some(font)
    return font
  }
}

extension ItemsSpace {
  init(width: Double, height used: UsedHeight, inner: Edges<Double>) {
    self.init(
      width: width, height: used.definite.map { max(0, $0 - inner.vertical) },
      heightIsDefinite: used.percentageBasis != nil,
      minHeight: max(0, used.limits.min - inner.vertical),
      maxHeight: used.limits.max.map { max(0, $0 - inner.vertical) })
  }
}

extension Rect {
  /// The rectangle with those of its edges replaced that are given.
  fileprivate func within(_ lines: Edges<Double?>) -> Rect {
    let left = lines.left ?? minX
    let top = lines.top ?? minY
    return Rect(
      x: left, y: top, width: max(0, (lines.right ?? maxX) - left),
      height: max(0, (lines.bottom ?? maxY) - top))
  }
}

/// The inside of a box, coordinates from its content box's top left corner.
struct ContentLayout {
  var children: [PlacedFragment] = []
  /// nil for anything but an inline formatting context.
  var lines: [FragmentLine]?
  var pieces: [PlacedInlineBox] = []
  var outOfFlow: [OutOfFlowBox] = []
  /// Absolute boxes already laid out: those a positioned inline box contains.
  var absolutes: [PlacedFragment] = []
  var height = 0.0
  var firstBaseline: Double?
  var lastBaseline: Double?
  var margins = CollapsibleMargins()
  /// Lines in the same block formatting context.
  var lineCount = 0
  /// Lines that `-webkit-line-clamp` left out.
  var hiddenLineCount = 0
  /// `-webkit-line-clamp` ends the content here or inside.
  var isClamped = false
  /// An inline formatting context without a line.
  var isEmpty = false

  init() {}

  init(_ items: ItemsContent) {
    children = items.children
    outOfFlow = items.outOfFlow
    height = items.height
    firstBaseline = items.firstBaseline
    lastBaseline = items.lastBaseline
  }

  /// A box with a height of its own keeps its children's last margin to itself.
  mutating func dropBottomMargin() {
    if !margins.collapseThrough { margins.bottom = MarginStrut() }
  }
}

/// A min-content and a max-content width in px; `min` is never more than `max`.
struct IntrinsicWidths: Hashable {
  var min: Double
  var max: Double

  static let zero = IntrinsicWidths(min: 0, max: 0)

  static func + (widths: IntrinsicWidths, extra: Double) -> IntrinsicWidths {
    IntrinsicWidths(min: widths.min + extra, max: widths.max + extra)
  }
}
