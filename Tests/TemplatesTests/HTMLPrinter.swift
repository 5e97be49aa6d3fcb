import Markup

/// Writes nodes as compact HTML, to be compared in tests.
enum HTMLPrinter {
  static func print(_ node: Node) -> String {
    switch node {
    case .text(let text): text.content
    case .element(let element): print(element)
    }
  }

  static func print(_ element: Element) -> String {
    let attributes = element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    if element.name == "br" || element.name == "img" { return "<\(element.name)\(attributes)>" }
    let children = element.children.map(print).joined()
    return "<\(element.name)\(attributes)>\(children)</\(element.name)>"
  }
}
