import Diagnostics
import Markup
import Pixels
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
    let identity = identity(of: styled.element, parent: parent)
    var style = styled.style
    let wasInline = style.box.display.isInlineLevel
    if isBlockified || style.box.position == .absolute {
      style.box.display = style.box.display.blockified
    }
    if styled.element.name == "img" {
      let box = Box(element: identity, style: style, content: .image(image(of: styled.element)))
      box.isFormattingContextRoot = true
      box.wasInline = wasInline
      return box
    }
    // Neither absolute nor atomic inline boxes take part in their ancestors' decorations.
    let isCutOff = style.box.position == .absolute || style.box.display.isInlineLevel
    let inherited = (isCutOff ? [] : decorations) + Self.decorations(of: style)
    let content: Box.Content =
      if style.box.display.isFlex {
        .flex(
          flexItems(
            of: styled.children, style: style, parent: identity.index, decorations: inherited))
      } else {
        flow(
          inlineNodes(of: styled.children, style: style, parent: identity.index, inherited),
          style: style)
      }
    let box = Box(element: identity, style: style, content: content)
    box.wasInline = wasInline
    box.isFormattingContextRoot =
      isCutOff || style.box.overflow == .hidden || style.box.display.isFlex
      || style.box.display == .webkitBox
    return box
  }

  private mutating func identity(of element: Element, parent: Int?) -> ElementIdentity {
    defer { nextIndex += 1 }
    return ElementIdentity(
      name: element.name, id: element.id, classes: element.classes, location: element.location,
      alternativeText: element[attribute: "alt"], index: nextIndex, parent: parent,
      isDecorative: element[attribute: "aria-hidden"]?.lowercased() == "true")
  }

  private mutating func image(of element: Element) -> ReplacedImage {
    let source = element.attributes.first { $0.name == "src" }
    let location = source?.valueLocation ?? element.location
    guard let source, !source.value.isEmpty else {
      log.add(.imageWithoutSource(at: element.location))
      return ReplacedImage(source: "", naturalSize: Size(), location: location)
    }
    do throws(Diagnostic) {
      let size = try naturalSize(source.value, location)
      return ReplacedImage(
        source: source.value,
        naturalSize: Size(width: max(0, finite(size.width)), height: max(0, finite(size.height))),
        location: location)
    } catch {
      log.add(error)
      return ReplacedImage(source: source.value, naturalSize: Size(), location: location)
    }
  }

  private static func decorations(of style: ComputedStyle) -> [AppliedDecoration] {
    let own = style.line.decoration
    guard own.underline || own.overline || own.lineThrough else { return [] }
    return [
      AppliedDecoration(
        decoration: own, color: own.color ?? style.text.color, font: style.text.font)
    ]
  }

  // MARK: - Inline content

  /// The children as inline nodes; block-level ones as `.block`, for `flow` to sort out.
  private mutating func inlineNodes(
    of children: [StyledNode], style: ComputedStyle, parent: Int,
    _ decorations: [AppliedDecoration]
  ) -> [InlineNode] {
    var nodes: [InlineNode] = []
    var listIndex = 0
    for child in children {
      switch child {
      case .text(let text):
        nodes.append(
          .text(
            InlineText(
              content: text.content, style: style, decorations: decorations,
              location: text.location, field: text.field, fieldLocation: text.fieldLocation)))
      case .element(let element):
        if element.style.box.display == .listItem { listIndex += 1 }
        nodes.append(
          inlineNode(
            of: element, parent: parent, decorations: decorations, listIndex: listIndex))
      }
    }
    return nodes
  }

  private mutating func inlineNode(
    of styled: StyledElement, parent: Int, decorations: [AppliedDecoration], listIndex: Int
  ) -> InlineNode {
    if styled.element.name == "br" { return .lineBreak(style: styled.style) }
    if styled.style.box.position == .absolute {
      return .outOfFlow(
        box(of: styled, parent: parent, decorations: [], isBlockified: true))
    }
    switch styled.style.box.display {
    case .inline where styled.element.name != "img":
      let identity = identity(of: styled.element, parent: parent)
      return .inlineBox(
        InlineBox(
          element: identity, style: styled.style,
          children: inlineNodes(
            of: styled.children, style: styled.style, parent: identity.index,
            decorations + Self.decorations(of: styled.style))))
    case .inline, .inlineBlock, .inlineFlex, .webkitInlineBox:
      return .atomic(box(of: styled, parent: parent, decorations: [], isBlockified: false))
    default:
      let box = box(of: styled, parent: parent, decorations: decorations, isBlockified: false)
      if styled.style.box.display == .listItem {
        box.marker = Self.marker(styled.style.text.listStyleType, index: listIndex)
      }
      return .block(box)
    }
  }

  private static func marker(_ type: String, index: Int) -> String? {
    switch type {
    case "none": nil
    case "circle": "◦ "
    case "square": "▪ "
    case "decimal": "\(index). "
    default: "• "
    }
  }

  // MARK: - Flow

  /// A block container's content: blocks only or inlines only.
  private func flow(_ nodes: [InlineNode], style: ComputedStyle) -> Box.Content {
    if !nodes.contains(where: \.holdsBlock) {
      if nodes.contains(where: \.isVisible) { return .inlines(nodes) }
      return .blocks(nodes.compactMap(\.outOfFlowBox))
    }
    var blocks: [Box] = []
    var run: [InlineNode] = []
    func flush() {
      if run.contains(where: \.isVisible) {
        blocks.append(Self.anonymousBlock(run, parent: style))
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

  private static func anonymousBlock(_ nodes: [InlineNode], parent: ComputedStyle) -> Box {
    var style = ComputedStyle()
    style.box.display = .block
    style.text = parent.text
    return Box(element: nil, style: style, content: .inlines(nodes))
  }

  // MARK: - Flex items

  private mutating func flexItems(
    of children: [StyledNode], style: ComputedStyle, parent: Int,
    decorations: [AppliedDecoration]
  ) -> [Box] {
    var items: [Box] = []
    var run: [InlineNode] = []
    var listIndex = 0
    func flush() {
      if run.contains(where: \.isMoreThanSpace) {
        let item = Self.anonymousBlock(run, parent: style)
        item.isFormattingContextRoot = true
        items.append(item)
      }
      run = []
    }
    for child in children {
      switch child {
      case .text(let text):
        run.append(
          .text(
            InlineText(
              content: text.content, style: style, decorations: decorations,
              location: text.location, field: text.field, fieldLocation: text.fieldLocation)))
      case .element(let element) where element.element.name == "br":
        run.append(.lineBreak(style: element.style))
      case .element(let element):
        flush()
        let item = box(
          of: element, parent: parent, decorations: decorations, isBlockified: true)
        item.isFormattingContextRoot = true
        if element.style.box.display == .listItem {
          listIndex += 1
          item.marker = Self.marker(element.style.text.listStyleType, index: listIndex)
        }
        items.append(item)
      }
    }
    flush()
    return items
  }
}

extension BoxStyle.Display {
  var isFlex: Bool { self == .flex || self == .inlineFlex }

  var isInlineLevel: Bool {
    switch self {
    case .inline, .inlineBlock, .inlineFlex, .webkitInlineBox: true
    case .none, .block, .flex, .listItem, .webkitBox: false
    }
  }

  /// CSS Display 3 §2.7.
  var blockified: Self {
    switch self {
    case .inline, .inlineBlock: .block
    case .inlineFlex: .flex
    case .webkitInlineBox: .webkitBox
    case .none, .block, .flex, .listItem, .webkitBox: self
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

extension InlineText {
  var isSpace: Bool { content.unicodeScalars.allSatisfy(\.isCollapsibleSpace) }
}
