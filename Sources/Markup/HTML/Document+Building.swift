import Diagnostics

// Pages that a program makes, such as a report, have no places in a file.

extension Element {
  /// An element that stands in no file.
  ///
  /// - Parameter name: lower case, as the attributes' names.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []
  ) {
    self.init(
      name: name, attributes: attributes.map { Attribute($0.key, $0.value) }, children: children,
      location: .built)
  }
}

extension Attribute {
  /// An attribute that stands in no file.
  ///
  /// - Parameter name: lower case.
  package init(_ name: String, _ value: String) {
    self.init(name: name, value: value, location: .built, valueLocation: .built)
  }
}

extension Text {
  /// Text that stands in no file; it never becomes markup.
  package init(_ content: String) { self.init(content: content, location: .built) }
}

extension StyleSource {
  /// The style sheet of the page's next `style` element.
  package static func inline(_ text: String) -> StyleSource { .inline(text: text, at: .built) }
}

extension SourceLocation {
  fileprivate static let built = SourceLocation(file: "<built>")
}
