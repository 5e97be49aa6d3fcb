extension Box {
  /// The boxes directly inside, atomic inlines and absolute boxes included, in document order.
  var childBoxes: [Box] {
    switch content {
    case .blocks(let boxes), .flex(let boxes), .grid(let boxes): boxes
    case .inlines(let nodes): nodes.flatMap(\.boxes)
    case .image: []
    }
  }

  /// This box and all below it in document order.
  func visit(_ body: (Box) -> Void) {
    body(self)
    for child in childBoxes { child.visit(body) }
  }
}

extension InlineNode {
  fileprivate var boxes: [Box] {
    switch self {
    case .text, .lineBreak: []
    case .inlineBox(let inlineBox): inlineBox.children.flatMap(\.boxes)
    case .atomic(let box), .outOfFlow(let box), .block(let box): [box]
    }
  }

  /// The first text that is more than space.
  var firstText: InlineText? {
    switch self {
    case .text(let text): text.isSpace ? nil : text
    case .inlineBox(let inlineBox): inlineBox.children.lazy.compactMap(\.firstText).first
    case .lineBreak, .atomic, .outOfFlow, .block: nil
    }
  }
}

extension Box {
  /// The first text below that is more than space, for messages.
  var firstText: InlineText? {
    switch content {
    case .blocks(let boxes), .flex(let boxes), .grid(let boxes):
      boxes.lazy.compactMap(\.firstText).first
    case .inlines(let nodes): nodes.lazy.compactMap(\.firstText).first
    case .image: nil
    }
  }
}
