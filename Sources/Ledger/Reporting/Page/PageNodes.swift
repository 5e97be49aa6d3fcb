import Markup

/// The few pieces of HTML that a report is made of. Whatever users wrote goes in as text, and is
/// escaped where the page is written.
extension Node {
  /// - Parameter kind: a class of the style sheet.
  static func tag(
    _ name: String, class kind: String? = nil, with attributes: KeyValuePairs<String, String> = [:],
    _ children: [Node] = []
  ) -> Node {
    var element = Element(name, attributes, children)
    if let kind { element.attributes.insert(Attribute("class", kind), at: 0) }
    return .element(element)
  }

  /// An element with nothing but text.
  static func tag(
    _ name: String, class kind: String? = nil, with attributes: KeyValuePairs<String, String> = [:],
    _ content: String
  ) -> Node {
    .tag(name, class: kind, with: attributes, [.plain(content)])
  }

  /// An element whose children each stand on a line of the file.
  ///
  /// Only for what lays its children out as blocks: elsewhere a line end is a space.
  static func block(
    _ name: String, class kind: String? = nil, with attributes: KeyValuePairs<String, String> = [:],
    _ children: [Node]
  ) -> Node {
    let lineEnd = Node.text(Text("\n"))
    let lines = [lineEnd] + children.flatMap { [$0, lineEnd] }
    return .tag(name, class: kind, with: attributes, lines)
  }

  /// Text in one line: a hook may have line ends, which a tooltip would show.
  static func plain(_ content: String) -> Node {
    let scalars = content.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
    return .text(Text(String(String.UnicodeScalarView(scalars))))
  }

  /// A user's words, apart from the direction of the words around them.
  static func words(_ content: String) -> Node { .tag("bdi", content) }

  /// Texts one below the other.
  static func lines(_ texts: [String]) -> [Node] {
    Array(texts.map { [Node.plain($0)] }.joined(separator: [.tag("br")]))
  }
}
