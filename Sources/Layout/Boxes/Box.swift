import Diagnostics
import Pixels
import Styling
import Typography

/// A node of the box tree: what layout works on, before anything has a size (CSS Display 3 §2).
final class Box {
  /// What a box holds decides how it lays out its content.
  enum Content {
    /// A block container with block-level children only.
    case blocks([Box])
    /// A block container with inline-level content only.
    case inlines([InlineNode])
    /// A flex container; its items, blockified, in document order, out-of-flow children included.
    case flex([Box])
    /// A grid container, likewise.
    case grid([Box])
    case image(ReplacedImage)
  }

  /// nil for anonymous boxes.
  let element: ElementIdentity?
  var style: ComputedStyle
  var content: Content
  /// Margins of the content stay inside (CSS Display 3 §3): flex items, inline-blocks, absolute
  /// boxes, `overflow: hidden`, flex containers and the root.
  var isFormattingContextRoot = false
  /// The element's `display` was inline before an absolute position made it a block; decides the
  /// static position.
  var wasInline = false
  /// Text of the outside marker of a list item.
  var marker: String?

  init(element: ElementIdentity?, style: ComputedStyle, content: Content) {
    self.element = element
    self.style = style
    self.content = content
  }

  var isOutOfFlow: Bool { style.box.position == .absolute }
  var isContainingBlockOfAbsolutes: Bool {
    style.box.position != .static || style.paint.effects.containsAbsolutes
  }
  var isImage: Bool { if case .image = content { true } else { false } }
  var isRightToLeft: Bool { style.text.direction == .rtl }

  /// Whether a definite height of this box changes anything inside it.
  private(set) lazy var childrenDependOnHeight: Bool =
    switch content {
    case .blocks(let children):
      children.contains { !$0.isOutOfFlow && $0.dependsOnPercentageHeight }
    case .flex(let children):
      // A flex container's height also reaches stretched items and breaks columns.
      style.flex.wrap != .nowrap
        || children.contains {
          !$0.isOutOfFlow
            && ($0.dependsOnPercentageHeight || $0.style.box.aspectRatio != .auto
              || $0.childrenDependOnHeight)
        }
    case .inlines(let nodes): nodes.contains(where: \.dependsOnPercentageHeight)
    // It reaches rows, and items through them.
    case .grid: true
    case .image: true
    }

  /// Whether a percentage of the containing block's height changes anything in this subtree.
  private(set) lazy var dependsOnPercentageHeight: Bool = {
    let box = style.box
    let own: [LengthPercentage?] = [
      box.height.length, box.minHeight.length, box.maxHeight?.length, box.inset.top,
      box.inset.bottom,
    ]
    if own.contains(where: { $0?.hasPercentage == true }) { return true }
    // A definite height hides the outside from the children, an auto one hands it on only through
    // anonymous boxes; flex containers may turn a percentage gap or basis into more.
    switch content {
    case .blocks(let children):
      return element == nil && children.contains { !$0.isOutOfFlow && $0.dependsOnPercentageHeight }
    case .inlines(let nodes):
      return element == nil && nodes.contains(where: \.dependsOnPercentageHeight)
    case .flex, .grid, .image: return false
    }
  }()
}

extension SizeValue {
  var length: LengthPercentage? { if case .length(let length) = self { length } else { nil } }
}

/// A node inside an inline formatting context.
indirect enum InlineNode {
  /// White space not yet collapsed.
  case text(InlineText)
  case inlineBox(InlineBox)
  /// An inline-block, inline-flex or image.
  case atomic(Box)
  case lineBreak(SharedStyle)
  /// Absolutely positioned; its static position is where it stands.
  case outOfFlow(Box)
  /// A block-level box inside inline boxes, only while the box tree is built: it ends up beside
  /// the parts of those boxes.
  case block(Box)

  var dependsOnPercentageHeight: Bool {
    switch self {
    case .text, .lineBreak, .outOfFlow: false
    case .inlineBox(let inlineBox): inlineBox.children.contains(where: \.dependsOnPercentageHeight)
    case .atomic(let box), .block(let box): box.dependsOnPercentageHeight
    }
  }

  /// As it looks inside an inline box of this `opacity`.
  ///
  /// An inline box has no box of its own to fade, so what it holds is faded; where letters of one
  /// box overlap, that shows.
  func faded(by opacity: Double) -> InlineNode {
    switch self {
    case .text(var text):
      text.opacity *= opacity
      return .text(text)
    case .inlineBox(var inlineBox):
      inlineBox.children = inlineBox.children.map { $0.faded(by: opacity) }
      return .inlineBox(inlineBox)
    case .atomic(let box), .outOfFlow(let box), .block(let box):
      box.style.paint.opacity *= opacity
      return self
    case .lineBreak: return self
    }
  }
}

struct InlineText {
  var content: String
  /// The style of the element that holds the text.
  var shared: SharedStyle
  /// Lines of the element and its ancestors, outermost first.
  var decorations: [AppliedDecoration] = []
  /// The product of `opacity` of the inline boxes around the text.
  var opacity = 1.0
  var location: SourceLocation
  /// The bound field the text came from, for messages.
  var field: String?
  var fieldLocation: SourceLocation?

  var style: ComputedStyle { _read { yield shared.style } }
}

/// A `text-decoration` with what it takes from the element that set it (CSS Text Decoration 4 §2).
struct AppliedDecoration: Equatable {
  var decoration: TextDecoration
  var color: Color
  var font: FontDescription
  /// The index of that element: the line runs at its baseline, whatever is raised or lowered inside.
  var element: Int?
}

struct InlineBox {
  var element: ElementIdentity?
  var shared: SharedStyle
  var children: [InlineNode]
  /// Whether this part of a box that a block splits has the box's start / end edge.
  var hasStart = true
  var hasEnd = true

  var style: ComputedStyle { _read { yield shared.style } }
}
