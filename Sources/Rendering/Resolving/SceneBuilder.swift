public import Diagnostics
public import Layout
public import Pixels
import Styling

extension Scene {
  /// Resolves a laid-out slide into what is to be drawn, in paint order.
  ///
  /// - Parameters:
  ///   - naturalSize: gives a background picture's size by its path.
  ///   - subject: finds the subject of a picture for `-flint-focus: auto`; nil keeps its middle.
  /// - Throws: what `naturalSize` and `subject` throw.
  public init(
    layout root: LayoutBox, width: Int, height: Int, naturalSize: NaturalSize,
    subject: SubjectSource? = nil
  ) throws(Diagnostic) {
    let slide = Rect(width: Double(width), height: Double(height))
    let canvas = CanvasBackground(root: root)
    var builder = SceneBuilder(
      naturalSizes: try NaturalSizes(of: root, naturalSize: naturalSize),
      subjects: try Subjects(of: root, subject: subject), slide: slide)
    builder.paintCanvas(canvas, slide: slide)
    builder.paintContext(root, as: .stackingContext, in: Surroundings(), canvas: canvas)
    self.init(width: width, height: height, background: .white, items: builder.finish())
  }
}

/// The sizes of all background pictures of a slide, looked up once so that building cannot fail.
struct NaturalSizes {
  private var sizes: [String: Size] = [:]

  init(of root: LayoutBox, naturalSize: NaturalSize) throws(Diagnostic) {
    try collect(root, naturalSize)
  }

  subscript(path: String) -> Size { sizes[path] ?? Size(width: 1, height: 1) }

  private mutating func collect(
    _ box: LayoutBox, _ naturalSize: NaturalSize
  ) throws(Diagnostic) {
    let masks = box.style.paint.effects.masks.compactMap(\.layer)
    for layer in box.style.paint.backgrounds + masks {
      guard case .url(let path) = layer.image, sizes[path] == nil else { continue }
      let place = box.element?.location ?? SourceLocation(file: path)
      sizes[path] = try naturalSize(path, place)
    }
    for child in box.children { try collect(child, naturalSize) }
  }
}

/// The clips that hold where a box stands.
struct Surroundings {
  /// The clip of boxes in flow.
  var clip: Clip?
  /// The clip of absolutely positioned descendants, whose containing block may be further up.
  var absoluteClip: Clip?
  /// The scrim of the nearest ancestor with `-flint-scrim: auto`.
  var scrim: PendingScrim?

  /// What holds for the children of `box`.
  func inside(_ box: LayoutBox) -> Surroundings {
    var inner = self
    if box.style.box.overflow == .hidden, !box.isInline {
      inner.clip = Clip(inside: clip, path: box.roundedPath(of: .paddingBox))
    }
    if box.containsAbsolutes { inner.absoluteClip = inner.clip }
    if box.style.paint.scrim == .auto { inner.scrim = PendingScrim(box: box, clip: clip) }
    return inner
  }

  /// What holds for `child` itself.
  func around(_ child: LayoutBox) -> Surroundings {
    var outer = self
    if child.style.box.position == .absolute { outer.clip = absoluteClip }
    return outer
  }
}

/// A chain of clips: what is drawn shows inside all of them.
final class Clip {
  let outer: Clip?
  let path: Path

  init(inside outer: Clip?, path: Path) {
    self.outer = outer
    self.path = path
  }
}

/// Turns boxes into scene items in the order of CSS 2.2 appendix E, with flexbox's additions
/// (CSS Flexbox §5.4: items paint like inline-blocks, in order-modified document order).
struct SceneBuilder {
  enum ContextKind {
    /// All descendants paint inside.
    case stackingContext
    /// Positioned descendants and stacking contexts paint with the parent stacking context.
    case atomic
  }

  /// A descendant that paints apart from the flow.
  private struct Deferred {
    var box: LayoutBox
    var surroundings: Surroundings
    var zIndex: Int
  }

  let naturalSizes: NaturalSizes
  let subjects: Subjects
  let ink = InkFinder()
  let slide: Rect
  /// Indices of the elements whose scrims are drawn; each is drawn once.
  var drawnScrims: Set<Int> = []
  var drawn = ClippedItems()

  init(naturalSizes: NaturalSizes, subjects: Subjects, slide: Rect) {
    self.naturalSizes = naturalSizes
    self.subjects = subjects
    self.slide = slide
  }

  mutating func finish() -> [SceneItem] { drawn.nested() }

  mutating func draw(_ item: SceneItem, in clip: Clip?) { drawn.append(item, clip: clip) }

  mutating func paintContext(
    _ box: LayoutBox, as kind: ContextKind, in surroundings: Surroundings,
    canvas: CanvasBackground? = nil
  ) {
    let opacity = box.style.paint.opacity
    guard opacity > 0 else { return }
    let style = box.style.paint.effects
    // Clips around such a box stay outside, as all absolute boxes in it do inside.
    let isClosed = style.containsAbsolutes && !box.isInline
    let around = isClosed ? Surroundings() : surroundings
    var deferred: [Deferred] = []
    if kind == .stackingContext {
      collectDeferred(below: box, in: around, into: &deferred)
      deferred = deferred.enumerated()
        .sorted { ($0.element.zIndex, $0.offset) < ($1.element.zIndex, $1.offset) }
        .map(\.element)
    }
    // The canvas is the root's own backdrop.
    let isIsolated = canvas == nil && deferred.contains { $0.box.looksBelow }
    guard opacity < 1 || isClosed || isIsolated || style.hasGroupEffect else {
      return paintParts(of: box, in: around, deferred, canvas: canvas)
    }
    let outer = drawn
    drawn = ClippedItems()
    paintParts(of: box, in: around, deferred, canvas: canvas)
    let inside = drawn
    let effects = effects(of: box, isIsolated: isIsolated)
    drawn = outer
    var group: SceneGroup
    if effects == nil, style.clipPath == nil {
      guard let plain = inside.group(opacity: opacity) else { return }
      group = plain
    } else {
      group = SceneGroup(
        opacity: opacity, clip: box.clipPath, items: inside.nested(), effects: effects)
    }
    if isClosed { group.transform = box.transform }
    drawn.append(.group(group), clip: isClosed ? surroundings.clip : nil)
  }

  private mutating func paintParts(
    of box: LayoutBox, in surroundings: Surroundings, _ deferred: [Deferred],
    canvas: CanvasBackground?
  ) {
    paintDecoration(of: box, in: surroundings, canvas: canvas)
    for part in deferred where part.zIndex < 0 { paint(part) }
    let inner = surroundings.inside(box)
    paintBlockDecorations(below: box, in: inner, canvas: canvas)
    paintContent(of: box, in: inner)
    for part in deferred where part.zIndex >= 0 { paint(part) }
  }

  /// A background-like layer on its own.
  mutating func items(of layer: BackgroundLayer, in areas: BackgroundAreas) -> [SceneItem] {
    let outer = drawn
    defer { drawn = outer }
    drawn = ClippedItems()
    paintLayer(layer, in: areas, clip: nil)
    return drawn.nested()
  }

  private mutating func paint(_ part: Deferred) {
    let kind: ContextKind = part.box.createsStackingContext ? .stackingContext : .atomic
    paintContext(part.box, as: kind, in: part.surroundings)
  }

  /// Finds what paints apart from the flow below `box`, up to the next stacking contexts.
  private func collectDeferred(
    below box: LayoutBox, in surroundings: Surroundings, into deferred: inout [Deferred]
  ) {
    let inner = surroundings.inside(box)
    for child in box.childrenInPaintOrder {
      let around = inner.around(child)
      if child.isLayered(in: box) {
        deferred.append(
          Deferred(box: child, surroundings: around, zIndex: child.usedZIndex(in: box)))
      }
      if !child.isLayered(in: box) || !child.createsStackingContext(in: box) {
        collectDeferred(below: child, in: around, into: &deferred)
      }
    }
  }

  /// Backgrounds and borders of the block-level boxes in flow.
  private mutating func paintBlockDecorations(
    below box: LayoutBox, in surroundings: Surroundings, canvas: CanvasBackground?
  ) {
    guard !box.isItemContainer else { return }
    for child in box.children where child.isBlockInFlow(of: box) {
      paintDecoration(of: child, in: surroundings, canvas: canvas)
      paintBlockDecorations(below: child, in: surroundings.inside(child), canvas: canvas)
    }
  }

  /// Text, pictures and atomic boxes in flow.
  private mutating func paintContent(of box: LayoutBox, in surroundings: Surroundings) {
    switch box.content {
    case .image(let image):
      paintImage(image, of: box, in: surroundings)
    case .boxes:
      for child in box.childrenInPaintOrder where !child.isLayered(in: box) {
        if box.isItemContainer {
          paintContext(child, as: .atomic, in: surroundings)
        } else {
          paintContent(of: child, in: surroundings.inside(child))
        }
      }
    case .lines(let lines, let boxes):
      paintScrim(surroundings.scrim)
      for child in boxes { paintInlineDecorations(of: child, lines: lines, in: surroundings) }
      for line in lines { paintText(of: line, in: surroundings.clip) }
      for child in boxes { paintAtomics(in: child, of: box, surroundings) }
    }
  }

  /// Text and atomic boxes inside come faded from layout; here it is the boxes' own pieces.
  private mutating func paintInlineDecorations(
    of box: LayoutBox, lines: [LineBox], in surroundings: Surroundings
  ) {
    guard box.isInline else { return }
    let opacity = box.style.paint.opacity
    let outer = drawn
    if opacity < 1 { drawn = ClippedItems() }
    paintPieces(of: box, lines: lines, in: surroundings)
    for child in box.children { paintInlineDecorations(of: child, lines: lines, in: surroundings) }
    if opacity < 1 {
      let group = opacity > 0 ? drawn.group(opacity: opacity) : nil
      drawn = outer
      if let group { drawn.append(.group(group), clip: nil) }
    }
  }

  private mutating func paintAtomics(
    in child: LayoutBox, of parent: LayoutBox, _ surroundings: Surroundings
  ) {
    if child.isInline {
      for grandchild in child.children { paintAtomics(in: grandchild, of: child, surroundings) }
    } else if !child.isLayered(in: parent) {
      paintContext(child, as: .atomic, in: surroundings)
    }
  }
}

extension LayoutBox {
  /// A flex or grid container: its items paint like inline-blocks.
  var isItemContainer: Bool {
    switch style.box.display {
    case .flex, .inlineFlex, .grid, .inlineGrid: true
    default: false
    }
  }

  var isPositioned: Bool { style.box.position != .static }

  /// Whether clips around it hold for all absolute boxes inside.
  var containsAbsolutes: Bool {
    isPositioned || (!isInline && style.paint.effects.containsAbsolutes)
  }

  var createsStackingContext: Bool {
    style.paint.opacity < 1 || (isPositioned && style.box.zIndex != nil)
      || style.paint.effects.hasGroupEffect || (!isInline && style.paint.effects.hasTransform)
  }

  /// Whether what is below it in its stacking context has a say in its pixels.
  var looksBelow: Bool {
    style.paint.effects.blendMode != .normal || !style.paint.effects.backdropFilters.isEmpty
  }

  /// `z-index` has a say only in positioned boxes and flex items.
  func usedZIndex(in parent: LayoutBox) -> Int {
    isPositioned || parent.isItemContainer ? style.box.zIndex ?? 0 : 0
  }

  func createsStackingContext(in parent: LayoutBox) -> Bool {
    createsStackingContext || (parent.isItemContainer && style.box.zIndex != nil)
  }

  /// Paints apart from the flow: positioned, or a stacking context of its own.
  ///
  /// An inline box's text stands in its block's lines, so it stays in the flow.
  func isLayered(in parent: LayoutBox) -> Bool {
    !isInline && (isPositioned || createsStackingContext(in: parent))
  }

  func isBlockInFlow(of parent: LayoutBox) -> Bool {
    if case .lines = parent.content { return false }
    return !isInline && !isLayered(in: parent)
  }

  /// Flex items in order-modified document order, others as they stand.
  var childrenInPaintOrder: [LayoutBox] {
    guard isItemContainer, children.contains(where: { $0.style.flex.order != 0 }) else {
      return children
    }
    return children.enumerated()
      .sorted {
        ($0.element.style.flex.order, $0.offset) < ($1.element.style.flex.order, $1.offset)
      }
      .map(\.element)
  }
}
