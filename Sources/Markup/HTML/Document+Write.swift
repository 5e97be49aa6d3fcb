extension Document {
  /// The page as a browser, or `parse`, reads it again: the HTML standard's "serializing HTML
  /// fragments" (§13.3), where no text and no attribute value can become markup.
  ///
  /// What HTML cannot hold (control characters, noncharacters) is written as a space.
  public func html() -> String {
    var writer = HTMLWriter()
    for case .inline(let text, _) in styleSources { writer.styles.append(text) }
    // As a stack: the first sheet last.
    writer.styles.reverse()
    writer.write(root)
    return "<!doctype html>\n\(writer.text)\n"
  }
}

private struct HTMLWriter {
  /// Texts of the `style` elements to come, the next one last.
  var styles: [String] = []
  var text = ""

  /// The parser limits how deep elements nest; who builds a page knows how deep it is.
  mutating func write(_ element: Element) {
    text += "<\(element.name)"
    for attribute in element.attributes {
      text += " \(attribute.name)=\"\(Self.escaped(attribute.value, quotes: true))\""
    }
    text += ">"
    if HTMLProfile.voidElements.contains(element.name) { return }
    if element.name == "style" { text += Self.guarded(styles.popLast() ?? "") }
    for child in element.children {
      switch child {
      case .element(let inner): write(inner)
      case .text(let inner): text += Self.escaped(inner.content, quotes: false)
      }
    }
    text += "</\(element.name)>"
  }

  private static func escaped(_ value: String, quotes: Bool) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where quotes: result += "&quot;"
      case "\u{a0}": result += "&nbsp;"
      case _ where CharacterReferences.isAllowed(scalar): result.unicodeScalars.append(scalar)
      default: result += " "
      }
    }
    return result
  }

  /// A style sheet that says the same and does not end its element: a `style` has no references,
  /// but CSS reads `\/` as a slash.
  private static func guarded(_ css: String) -> String { css.replacing("</", with: "<\\/") }
}
