import Diagnostics
import Markup

extension StyleResolver {
  /// The box that `::before` or `::after` adds to the element which the walk stands at; nil when its
  /// `content` is nothing.
  ///
  /// - Parameters:
  ///   - draft: of the element.
  ///   - inherited: its custom properties.
  mutating func pseudoElement(
    _ kind: PseudoElement, of element: Element, draft: StyleDraft, inherited: CustomProperties
  ) -> StyledElement? {
    let matched = authorBlocks(of: element, kind)
    guard !matched.isEmpty, !Self.elementsWithoutContent.contains(element.name) else { return nil }
    // It stands among the children: nothing that only the root may do.
    depth += 1
    defer { depth -= 1 }
    let matches = MatchedDeclarations(author: matched)
    let customProperties = customProperties(matches, inherited: inherited)
    var own = Element(name: "::\(kind.rawValue)", location: element.location)
    let style = self.draft(own, matches, parent: draft, customProperties: customProperties)
    guard case .items(let items, let isDecorative) = style.generated.content else { return nil }
    let finished = style.finished()
    if finished.box.display == .none { return nil }
    if isDecorative {
      let place = element.location
      own.attributes = [
        Attribute(name: "aria-hidden", value: "true", location: place, valueLocation: place)
      ]
    }
    counters.apply(style.generated)
    let texts = items.map { text(of: $0, in: element) }.filter { !$0.content.isEmpty }
    return StyledElement(element: own, style: finished, children: texts.map { .text($0) })
  }

  /// Replaced elements and line breaks hold no boxes.
  private static let elementsWithoutContent: Set<String> = ["br", "img", "svg"]

  private func text(of item: ContentItem, in element: Element) -> Text {
    switch item.kind {
    case .string(let text): return Text(content: text, location: item.location)
    case .attribute(let name):
      let attribute = element.attributes.first { $0.name == name }
      return Text(
        content: attribute?.value ?? "", location: attribute?.valueLocation ?? item.location)
    case .counter(let name, let style):
      return Text(content: style.text(of: counters.value(of: name)), location: item.location)
    case .counters(let name, let separator, let style):
      let values = counters.values(of: name).map(style.text)
      return Text(content: values.joined(separator: separator), location: item.location)
    }
  }
}

extension StyleRule {
  /// `content` on elements themselves, which keep their own content (CSS Content 3 §2).
  func misplacedContent(problems: inout [Diagnostic]) {
    guard !selectors.isEmpty, selectors.allSatisfy({ $0.pseudoElement == nil }) else { return }
    problems += declarations.misplacedContent
  }
}

extension [Declaration] {
  /// An error for each `content` that gives an element another content.
  var misplacedContent: [Diagnostic] {
    filter { declaration in
      guard declaration.name == "content" else { return false }
      if declaration.value.count == 1, case .identifier = declaration.value[0].kind { return false }
      return true
    }.map { .contentOfElement(at: $0.location) }
  }
}
