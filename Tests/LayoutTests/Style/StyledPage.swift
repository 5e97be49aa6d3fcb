import Diagnostics
import Markup
import Pixels

@testable import Layout
@testable import Styling

/// A small page styled for a test: elements are asked for by id.
struct StyledPage {
  let root: StyledElement
  /// Of the style sheet, then of the page.
  let problems: [String]
  let styleProblems: [Diagnostic]

  init(
    _ css: String, _ body: [Node] = [], slide: Int? = nil,
    size: Size = Size(width: 1000, height: 500), safeArea: Edges<Double> = Edges(all: 0),
    file: String = "templates/demo/style.css",
    rootClass: String? = nil
  ) {
    let start = SourceLocation(file: file, line: 1, column: 1)
    let (sheet, syntax) = StyleSheet.parse(css, startingAt: start)
    let rules = StyleRules([sheet])
    let attributes = rootClass.map {
      [Attribute(name: "class", value: $0, location: start, valueLocation: start)]
    }
    let page = Markup.Element(
      name: "html", attributes: attributes ?? [],
      children: [.element(Markup.Element(name: "body", children: body, location: start))],
      location: start)
    let tree = styledTree(
      document: Document(root: page), rules: rules, slide: slide, viewport: size,
      safeArea: safeArea,
      fonts: nil)
    root = tree.root
    styleProblems = syntax + rules.diagnostics + tree.diagnostics
    problems = styleProblems.map(\.description)
  }

  /// The style of a `div` with these declarations and the id `x`, in a `body` of font size 20px.
  init(declarations: String) {
    self.init("body { font-size: 20px } #x { \(declarations) }", [div(id: "x")])
  }

  /// - Returns: nil when there is none, or it is not displayed.
  func style(_ id: String) -> ComputedStyle? { Self.find(id, in: root)?.style }

  func element(_ id: String) -> StyledElement? { Self.find(id, in: root) }

  var body: ComputedStyle? {
    root.children.compactMap { child -> ComputedStyle? in
      if case .element(let element) = child { element.style } else { nil }
    }.first
  }

  private static func find(_ id: String, in element: StyledElement) -> StyledElement? {
    if element.element.id == id { return element }
    for case .element(let child) in element.children {
      if let found = find(id, in: child) { return found }
    }
    return nil
  }
}

/// An element of a test's page; its attributes stand at page.html:1:1.
func element(
  _ name: String, id: String? = nil, class classes: String? = nil, style: String? = nil,
  attributes: [String: String] = [:], _ children: [Node] = []
) -> Node {
  let place = SourceLocation(file: "page.html", line: 1, column: 1)
  var all = attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  if let id { all.append(("id", id)) }
  if let classes { all.append(("class", classes)) }
  if let style { all.append(("style", style)) }
  return .element(
    Markup.Element(
      name: name,
      attributes: all.map {
        Attribute(name: $0.0, value: $0.1, location: place, valueLocation: place)
      },
      children: children, location: place))
}

func div(
  id: String? = nil, class classes: String? = nil, style: String? = nil, _ children: [Node] = []
) -> Node {
  element("div", id: id, class: classes, style: style, children)
}

func text(_ content: String) -> Node {
  .text(Markup.Text(content: content, location: SourceLocation(file: "page.html", line: 1)))
}
