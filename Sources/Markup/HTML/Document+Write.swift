extension Document {
  /// The page as a browser reads it (the HTML standard's "serializing HTML fragments").
  ///
  /// - Parameter headStart: markup to stand first in `head`, such as a `base`.
  /// - Parameter headEnd: markup to stand last in it, such as another style sheet.
  public func html(headStart: String = "", headEnd: String = "") -> String {
    var writer = HTMLWriter(headStart: headStart, headEnd: headEnd)
    for case .inline(let text, _) in styleSources { writer.styles.append(text) }
    // As a stack: the first sheet last.
    writer.styles.reverse()
    writer.write(root)
    return "<!doctype html>\n\(writer.text)\n"
  }
}

private struct HTMLWriter {
  let headStart: String
  let headEnd: String
  /// Texts of the `style` elements to come, the next one last.
  var styles: [String] = []
  var text = ""

  private static let voidElements: Set<String> = ["br", "hr", "img", "link", "meta"]

  init(headStart: String, headEnd: String) {
    self.headStart = headStart
    self.headEnd = headEnd
  }

  /// The parser limits how deep elements nest.
  mutating func write(_ element: Element) {
    text += "<\(element.name)"
    for attribute in element.attributes {
      text += " \(attribute.name)=\"\(Self.escaped(attribute.value, quotes: true))\""
    }
    text += ">"
    if Self.voidElements.contains(element.name) { return }
    if element.name == "head" { text += headStart }
    if element.name == "style" { text += styles.popLast() ?? "" }
    for child in element.children {
      switch child {
      case .element(let inner): write(inner)
      case .text(let inner): text += Self.escaped(inner.content, quotes: false)
      }
    }
    if element.name == "head" { text += headEnd }
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
      // The reader would take a line break for one it should drop or normalize.
      case "\r": result += "&#13;"
      case "\u{a0}": result += "&nbsp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
