import Diagnostics

// Pages that a program makes, such as a report, have no places in a file.

extension Element {
  /// - Parameter name: lower case, as the attributes' names.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []
  ) {
    self.init(
      name: name, attributes: attributes.map { Attribute($0.key, $0.value) }, children: children,
      location: .built)
  }
}

extension Attribute {
  /// - Parameter name: lower case.
  public init(_ name: String, _ value: String) {
    self.init(name: name, value: value, location: .built, valueLocation: .built)
  }
}

extension Text {
  public init(_ content: String) { self.init(content: content, location: .built) }
}

extension StyleSource {
  /// The text of a `style` element that the page has.
  public static func inline(_ text: String) -> StyleSource { .inline(text: text, at: .built) }
}

extension SourceLocation {
  fileprivate static let built = SourceLocation(file: "<built>")
}
