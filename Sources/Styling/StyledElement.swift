package import Markup

/// An element with its computed style; the tree has the document's shape, without elements of
/// `display: none`.
///
/// A class, because styles are large and the walks over the tree recurse.
package final class StyledElement {
  package let element: Element
  package let style: ComputedStyle
  package let children: [StyledNode]

  init(element: Element, style: ComputedStyle, children: [StyledNode]) {
    self.element = element
    self.style = style
    self.children = children
  }
}

package enum StyledNode {
  case element(StyledElement)
  case text(Text)
}
