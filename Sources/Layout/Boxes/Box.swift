import Diagnostics
import Pixels
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
    case image(ReplacedImage)
  }

  /// nil for anonymous boxes.
  let element: ElementIdentity?
  var style: ComputedStyle
  var content: Content

  init(element: ElementIdentity?, style: ComputedStyle, content: Content) {
    self.element = element
    self.style = style
    self.content = content
  }

  var isOutOfFlow: Bool { style.box.position == .absolute }
}

/// A node inside an inline formatting context.
indirect enum InlineNode {
  /// White space not yet collapsed.
  case text(InlineText)
  case inlineBox(InlineBox)
  /// An inline-block, inline-flex or image.
  case atomic(Box)
  case lineBreak(style: ComputedStyle)
  /// Absolutely positioned; its static position is where it stands.
  case outOfFlow(Box)
}

struct InlineText {
  var content: String
  /// Of the element that holds the text.
  var style: ComputedStyle
  var location: SourceLocation
  /// The bound field the text came from, for messages.
  var field: String?
  var fieldLocation: SourceLocation?
}

struct InlineBox {
  var element: ElementIdentity?
  var style: ComputedStyle
  var children: [InlineNode]
}
