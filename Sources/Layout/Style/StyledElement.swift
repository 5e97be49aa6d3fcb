import Markup

/// An element with its computed style; the tree has the document's shape, without elements of
/// `display: none`.
///
/// A class, because styles are large and the walks over the tree recurse.
final class StyledElement {
  let element: Element
  let style: ComputedStyle
  let children: [StyledNode]

  init(element: Element, style: ComputedStyle, children: [StyledNode]) {
    self.element = element
    self.style = style
    self.children = children
  }
}

enum StyledNode {
  case element(StyledElement)
  case text(Text)
}
