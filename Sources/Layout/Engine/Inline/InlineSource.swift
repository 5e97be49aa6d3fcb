import Pixels
import Styling
import Typography

/// An inline formatting context's content in one flat list, white space collapsed: what typography
/// shapes, and what each item means to layout.
///
/// Widths of atomic boxes and edges are 0 here; they depend on the room.
final class InlineSource {
  /// What stands behind an item of `items`.
  struct Owner {
    /// The inline box that holds the item (for an edge: the box itself); nil for the container.
    var inlineBox: Int?
    /// Only of text items.
    var text: InlineText?
  }

  struct BoxEntry {
    var inlineBox: InlineBox
    /// Index in `boxes`; nil for the outermost.
    var parent: Int?
  }

  struct OutOfFlowEntry {
    var box: Box
    /// It stands before this item.
    var item: Int
    var parent: Int?
  }

  var items: [InlineContent.Item] = []
  /// As many as `items`.
  var owners: [Owner] = []
  var styles: [TextStyle] = []
  /// Inline boxes in document order; a box's id in `items` is its index.
  var boxes: [BoxEntry] = []
  /// Atomic boxes in document order; a box's id in `items` is its index.
  var atomics: [Box] = []
  /// Inline box that holds the atomic box.
  var atomicParents: [Int?] = []
  var outOfFlow: [OutOfFlowEntry] = []
  /// Elements with `unicode-bidi: isolate`, and inserted values.
  var isolates: [BidiIsolate] = []

  /// Indices of the boxes with `box-decoration-break: clone`.
  var clonedBoxes: Set<Int> = []

  /// False when CSS 2.1 §9.4.2 makes the only line box treated as not existing.
  var hasLines: Bool {
    for (item, owner) in zip(items, owners) {
      switch item {
      case .text(let text, _): if !text.isEmpty { return true }
      case .atomic, .forcedBreak: return true
      case .boxStart, .boxEnd:
        if let index = owner.inlineBox, boxes[index].inlineBox.style.hasInlineEdges { return true }
      }
    }
    return false
  }
}

extension ComputedStyle {
  /// Whether margin, border or padding take room at the left or right.
  fileprivate var hasInlineEdges: Bool {
    func isSet(_ length: LengthPercentage?) -> Bool { length != nil && length != .zero }
    return isSet(box.margin.left) || isSet(box.margin.right) || isSet(box.padding.left)
      || isSet(box.padding.right) || box.borderWidth.horizontal > 0
  }

  /// How typography shapes and breaks text of this style.
  var textStyle: TextStyle {
    let space = text.whiteSpace
    return TextStyle(
      font: text.font, letterSpacing: text.letterSpacing, wordSpacing: text.wordSpacing,
      wraps: space != .nowrap && space != .pre,
      preservesSpaces: space == .pre || space == .preWrap || space == .breakSpaces,
      breaksSpaces: space == .breakSpaces, overflowWrap: text.overflowWrap,
      wordBreak: text.wordBreak, lineBreak: text.lineBreak,
      breaksAtSoftHyphens: text.breaksAtSoftHyphens, language: text.language,
      tabSize: text.tabSize)
  }
}
