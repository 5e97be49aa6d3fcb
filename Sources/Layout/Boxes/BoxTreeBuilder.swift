import Diagnostics
import Markup
import Pixels
import Styling
import Typography

/// Makes the box tree of a slide: blockifies, wraps inline content in anonymous blocks, and splits
/// inline boxes around the blocks inside them (CSS Display 3 §2, CSS 2.1 §9.2.1).
struct BoxTreeBuilder {
  private let naturalSize: NaturalSize
  private(set) var log = DiagnosticLog()
  private var nextIndex = 0

  private init(naturalSize: @escaping NaturalSize) { self.naturalSize = naturalSize }

  /// - Returns: the root's box, and what was wrong with the pictures.
  static func tree(
    of root: StyledElement, naturalSize: NaturalSize
  ) -> (root: Box, log: DiagnosticLog) {
    withoutActuallyEscaping(naturalSize) { naturalSize in
      var builder = BoxTreeBuilder(naturalSize: naturalSize)
      let box = builder.box(of: root, parent: nil, decorations: [], isBlockified: true)
      box.isFormattingContextRoot = true
      return (box, builder.log)
    }
  }

  // MARK: - Elements

  /// The box of an element that is not an inline box.
  private mutating func box(
    of styled: StyledElement, parent: Int?, decorations: [AppliedDecoration], isBlockified: Bool
  ) -> Box {
    let box = emptyBox(of: styled, parent: parent, isBlockified: isBlockified)
    if box.isImage { return box }
    // Neither absolute nor atomic inline boxes take part in their ancestors' decorations.
    let inherited =
      (Self.isCutOff(box) ? [] : decorations) + Self.decorations(of: styled, box.element?.index)
    let parent = box.element?.index ?? 0
    switch box.content {
    case .flex:
      box.content = .flex(items(of: styled, parent: parent, decorations: inherited))
    case .grid:
      let items = items(of: styled, parent: parent, decorations: inherited)
      if items.count > GridLimits.items {
        log.add(.tooManyGridItems(at: styled.element.location))
      }
      box.content = .grid(items)
    default:
      box.content = flow(
        inlineNodes(of: styled, parent: parent, decorations: inherited), of: box)
    }
    return box
  }

  /// An element's box without its content. Its own function because styles are large: they would
  /// stand in every frame of the recursion.
  private mutating func emptyBox(
    of styled: StyledElement, parent: Int?, isBlockified: Bool
  ) -> Box {
    let identity = identity(of: styled.element, parent: parent)
    let isImage = styled.element.isReplaced
    let box = Box(
      element: identity, style: styled.style,
      content: isImage ? .image(image(of: styled)) : .blocks([]))
    box.wasInline = styled.style.box.display.isInlineLevel
    if isBlockified || box.isOutOfFlow {
      box.style.box.display = box.style.box.display.blockified
    }
    let display = box.style.box.display
    if display.isFlex, !isImage { box.content = .flex([]) }
    if display.isGrid, !isImage { box.content = .grid([]) }
    box.isFormattingContextRoot =
      isImage || Self.isCutOff(box) || box.style.box.overflow == .hidden || display.isFlex
      || display.isGrid || display == .webkitBox
    return box
  }

  private static func isCutOff(_ box: Box) -> Bool {
    box.isOutOfFlow || box.style.box.display.isInlineLevel
  }

  private mutating func identity(of element: Element, parent: Int?) -> ElementIdentity {
    defer { nextIndex += 1 }
    return ElementIdentity(
      name: element.name, id: element.id, classes: element.classes, location: element.location,
      alternativeText: element[attribute: "alt"], index: nextIndex, parent: parent,
      isDecorative: element[attribute: "aria-hidden"]?.lowercased() == "true")
  }

  private mutating func image(of styled: StyledElement) -> ReplacedImage {
    if styled.element.name == "svg" {
      var builder = VectorPictureBuilder()
      let image = builder.image(of: styled)
      log.add(contentsOf: builder.log.diagnostics)
      return image
    }
    let element = styled.element
    let source = element.attributes.first { $0.name == "src" }
    let location = source?.valueLocation ?? element.location
    guard let source, !source.value.isEmpty else {
      log.add(.imageWithoutSource(at: element.location))
      return ReplacedImage(source: "", naturalSize: Size(), location: location)
    }
    do throws(Diagnostic) {
      try location.requireLocal(source.value)
      let path = location.path(of: source.value)
      let size = try naturalSize(path, location)
      return ReplacedImage(
        source: path,
        naturalSize: Size(width: max(0, finite(size.width)), height: max(0, finite(size.height))),
        location: location)
    } catch {
      log.add(error)
      return ReplacedImage(source: source.value, naturalSize: Size(), location: location)
    }
  }

  /// What the element itself draws.
  private static func decorations(
    of styled: StyledElement, _ element: Int?
  ) -> [AppliedDecoration] {
    let own = styled.style.line.decoration
    guard own.underline || own.overline || own.lineThrough else { return [] }
    return [
      AppliedDecoration(
        decoration: own, color: own.color ?? styled.style.text.lineColor,
        font: styled.style.text.font, element: element)
    ]
  }

  // MARK: - Inline content

  /// The children as inline nodes; block-level ones as `.block`, for `flow` to sort out.
  private mutating func inlineNodes(
    of styled: StyledElement, parent: Int, decorations: [AppliedDecoration]
  ) -> [InlineNode] {
    let shared = SharedStyle(styled.style)
    var nodes: [InlineNode] = []
    var listIndex = styled.listStart - 1
    for child in styled.children {
      switch child {
      case .text(let text):
        nodes.append(Self.textNode(text, style: shared, decorations: decorations))
      case .element(let element):
        if element.style.box.display == .listItem {
          listIndex = element.listValue(after: listIndex)
        }
        nodes.append(
          inlineNode(
            of: element, parent: parent, decorations: decorations, listIndex: listIndex))
      }
    }
    return nodes
  }

  private static func textNode(
    _ text: Text, style: SharedStyle, decorations: [AppliedDecoration]
  ) -> InlineNode {
    .text(
      InlineText(
        content: text.content, shared: style, decorations: decorations, location: text.location,
        field: text.field, fieldLocation: text.fieldLocation))
  }

  private mutating func inlineNode(
    of styled: StyledElement, parent: Int, decorations: [AppliedDecoration], listIndex: Int
  ) -> InlineNode {
    if styled.element.name == "br" { return .lineBreak(SharedStyle(styled.style)) }
    if styled.style.box.position == .absolute {
      return .outOfFlow(
        box(of: styled, parent: parent, decorations: [], isBlockified: true))
    }
    switch styled.style.box.display {
    case .inline where !styled.element.isReplaced:
      return .inlineBox(inlineBox(of: styled, parent: parent, decorations: decorations))
    case .inline, .inlineBlock, .inlineFlex, .inlineGrid, .webkitInlineBox:
      return .atomic(box(of: styled, parent: parent, decorations: [], isBlockified: false))
    default:
      let box = box(of: styled, parent: parent, decorations: decorations, isBlockified: false)
      if styled.style.box.display == .listItem {
        box.marker = ListCounter.marker(styled.style.text.listStyleType, index: listIndex)
      }
      return .block(box)
    }
  }

  private mutating func inlineBox(
    of styled: StyledElement, parent: Int, decorations: [AppliedDecoration]
  ) -> InlineBox {
    let identity = identity(of: styled.element, parent: parent)
    var children = inlineNodes(
      of: styled, parent: identity.index,
      decorations: decorations + Self.decorations(of: styled, identity.index))
    if let property = styled.style.paint.effects.groupProperty {
      log.add(
        .effectOnInlineBox(property, of: styled.element.name, at: styled.element.location))
    }
    let opacity = styled.style.paint.opacity
    if opacity < 1 { children = children.map { $0.faded(by: opacity) } }
    return InlineBox(
      element: identity, shared: SharedStyle(styled.style), children: children)
  }

  // MARK: - Flow

  /// A block container's content: blocks only or inlines only.
  private func flow(_ nodes: [InlineNode], of parent: Box) -> Box.Content {
    if !nodes.contains(where: \.holdsBlock) {
      if nodes.contains(where: \.isVisible) { return .inlines(nodes) }
      return .blocks(nodes.compactMap(\.outOfFlowBox))
    }
    var blocks: [Box] = []
    var run: [InlineNode] = []
    func flush() {
      if run.contains(where: \.isVisible) {
        blocks.append(Self.anonymousBlock(run, text: parent.style.text))
      } else {
        blocks += run.compactMap(\.outOfFlowBox)
      }
      run = []
    }
    for part in nodes.flatMap(Self.split) {
      if case .block(let box) = part {
        flush()
        blocks.append(box)
      } else {
        run.append(part)
      }
    }
    flush()
    return .blocks(blocks)
  }

  /// An inline box around blocks becomes parts of it between those blocks.
  private static func split(_ node: InlineNode) -> [InlineNode] {
    guard case .inlineBox(let inlineBox) = node, node.holdsBlock else { return [node] }
    var result: [InlineNode] = []
    var part = inlineBox
    part.children = []
    part.hasEnd = false
    for child in inlineBox.children.flatMap(split) {
      if case .block = child {
        result += [.inlineBox(part), child]
        part.children = []
        part.hasStart = false
      } else {
        part.children.append(child)
      }
    }
    part.hasEnd = inlineBox.hasEnd
    return result + [.inlineBox(part)]
  }

  private static func anonymousBlock(
    _ nodes: [InlineNode], text: InheritedTextStyle
  ) -> Box {
    let box = Box(element: nil, style: ComputedStyle(), content: .inlines(nodes))
    box.style.box.display = .block
    box.style.text = text
    return box
  }

  // MARK: - Items of flex and grid containers

  private mutating func items(
    of styled: StyledElement, parent: Int, decorations: [AppliedDecoration]
  ) -> [Box] {
    let shared = SharedStyle(styled.style)
    var items: [Box] = []
    var run: [InlineNode] = []
    var listIndex = styled.listStart - 1
    func flush() {
      if run.contains(where: \.isMoreThanSpace) {
        let item = Self.anonymousBlock(run, text: styled.style.text)
        item.isFormattingContextRoot = true
        items.append(item)
      }
      run = []
    }
    for child in styled.children {
      switch child {
      case .text(let text):
        run.append(Self.textNode(text, style: shared, decorations: decorations))
      case .element(let element) where element.element.name == "br":
        run.append(.lineBreak(SharedStyle(element.style)))
      case .element(let element):
        flush()
        let item = box(
          of: element, parent: parent, decorations: decorations, isBlockified: true)
        item.isFormattingContextRoot = true
        if element.style.box.display == .listItem {
          listIndex = element.listValue(after: listIndex)
          item.marker = ListCounter.marker(element.style.text.listStyleType, index: listIndex)
        }
        items.append(item)
      }
    }
    flush()
    return items
  }
}

extension StyledElement {
  /// The number of a list's first item: its `start`.
  fileprivate var listStart: Int { integer("start") ?? 1 }

  /// The number of a list item: its `value`, or one more than the item before.
  fileprivate func listValue(after previous: Int) -> Int { integer("value") ?? previous + 1 }

  private func integer(_ attribute: String) -> Int? {
    // Numbers no list counts to are not numbers.
    element[attribute: attribute].flatMap(Int.init).flatMap {
      (-999_999...999_999).contains($0) ? $0 : nil
    }
  }
}

extension BoxStyle.Display {
  var isFlex: Bool { self == .flex || self == .inlineFlex }
  var isGrid: Bool { self == .grid || self == .inlineGrid }

  var isInlineLevel: Bool {
    switch self {
    case .inline, .inlineBlock, .inlineFlex, .inlineGrid, .webkitInlineBox: true
    case .none, .block, .flex, .grid, .listItem, .webkitBox: false
    }
  }

  /// CSS Display 3 §2.7.
  var blockified: Self {
    switch self {
    case .inline, .inlineBlock: .block
    case .inlineFlex: .flex
    case .inlineGrid: .grid
    case .webkitInlineBox: .webkitBox
    case .none, .block, .flex, .grid, .listItem, .webkitBox: self
    }
  }
}

extension InlineNode {
  /// Whether a block-level box stands in it at any depth.
  fileprivate var holdsBlock: Bool {
    switch self {
    case .block: true
    case .inlineBox(let inlineBox): inlineBox.children.contains(where: \.holdsBlock)
    case .text, .atomic, .lineBreak, .outOfFlow: false
    }
  }

  /// False for what an anonymous block would be empty with: collapsible space, absolute boxes.
  fileprivate var isVisible: Bool {
    switch self {
    case .text(let text):
      switch text.style.text.whiteSpace {
      case .normal, .nowrap: !text.isSpace
      case .preLine: !text.isSpace || text.content.unicodeScalars.contains("\n")
      case .pre, .preWrap, .breakSpaces: !text.content.isEmpty
      }
    case .inlineBox, .atomic, .lineBreak, .block: true
    case .outOfFlow: false
    }
  }

  /// What makes a flex container wrap a text in an anonymous item (CSS Flexbox §4).
  fileprivate var isMoreThanSpace: Bool {
    if case .text(let text) = self { return !text.isSpace }
    return true
  }

  fileprivate var outOfFlowBox: Box? { if case .outOfFlow(let box) = self { box } else { nil } }
}

extension Element {
  fileprivate var isReplaced: Bool { name == "img" || name == "svg" }
}
