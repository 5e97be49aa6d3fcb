import Markup
import Posts

extension PageLanguage {
  /// Tells a bound page which language its words are in, by `lang`, and which way they run, by `dir`.
  ///
  /// What is written in another script than the page's language stands in an element with a `lang` of
  /// its own, so that `:lang()`, the choice of fonts and line breaks fit every word.
  ///
  /// - Parameter page: an `html` element.
  func mark(_ page: inout Element) {
    if tag != own { page.setAttribute("lang", to: tag) }
    if language?.direction == .rtl, page[attribute: "dir"] == nil {
      page.setAttribute("dir", to: TextDirection.rtl.rawValue)
    }
    mark(childrenOf: &page, around: tag)
  }

  private func mark(childrenOf element: inout Element, around language: String) {
    for index in element.children.indices {
      guard case .element(var child) = element.children[index], child.name != "head",
        !HTMLProfile.isVector(child.name)
      else { continue }
      mark(&child, around: language)
      element.children[index] = .element(child)
    }
  }

  private func mark(_ element: inout Element, around language: String) {
    let own = element[attribute: "lang"]
    guard own == nil, element.hasLetters else {
      mark(childrenOf: &element, around: own ?? language)
      return
    }
    var count = ScriptCount()
    element.addText(to: &count)
    if let found = found(count, around: language) { element.setAttribute("lang", to: found) }
  }
}

extension Element {
  /// Whether words stand directly in it.
  fileprivate var hasLetters: Bool {
    children.contains { child in
      guard case .text(let text) = child else { return false }
      return text.content.unicodeScalars.contains { Script(of: $0) != nil }
    }
  }

  /// Its words, without those of elements that say their own language.
  fileprivate func addText(to count: inout ScriptCount) {
    for child in children {
      switch child {
      case .text(let text): count.add(text.content)
      case .element(let child) where child[attribute: "lang"] == nil: child.addText(to: &count)
      case .element: break
      }
    }
  }

  fileprivate mutating func setAttribute(_ name: String, to value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append(
        Attribute(name: name, value: value, location: location, valueLocation: location))
    }
  }
}
