import Markup

/// An element with its computed style; the tree has the document's shape, without elements of
/// `display: none`.
struct StyledElement {
  var element: Element
  var style: ComputedStyle
  var children: [StyledNode]
}

enum StyledNode {
  case element(StyledElement)
  case text(Text)
}
