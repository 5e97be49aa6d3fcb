public import Diagnostics

/// A parsed HTML page. `root` is always an `html` element whose elements are `head` and `body`, as
/// in a browser, whether the page writes them or not.
///
/// `style`, `link`, `meta` and `title` stand in the tree where a browser has them, since selectors
/// count them; a `style` has no text there.
public struct Document: Equatable, Sendable {
  /// The `html` element.
  public var root: Element
  /// Style sheets in document order: `<style>` text and `<link rel="stylesheet">` targets.
  public var styleSources: [StyleSource]

  public init(root: Element, styleSources: [StyleSource] = []) {
    self.root = root
    self.styleSources = styleSources
  }
}

/// Where a page's style sheet stands.
public enum StyleSource: Equatable, Sendable {
  /// The text of a `<style>` element and the place of its first character.
  case inline(text: String, at: SourceLocation)
  /// The `href` of a `<link rel="stylesheet">`, relative to the page.
  case linked(href: String, at: SourceLocation)
}

/// What an element may hold; comments are not kept.
public enum Node: Equatable, Sendable {
  /// An element with all that is in it.
  case element(Element)
  /// A piece of text.
  case text(Text)
}

/// An element of the page, written or implied by HTML.
public struct Element: Equatable, Sendable {
  /// Lower case.
  public var name: String
  /// In the order written; no name twice.
  public var attributes: [Attribute]
  /// Elements and texts in document order.
  public var children: [Node]
  /// Where the start tag's `<` stands.
  public var location: SourceLocation

  public init(
    name: String, attributes: [Attribute] = [], children: [Node] = [], location: SourceLocation
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.location = location
  }

  /// The value of the attribute called `name`, in lower case; nil when there is none of it.
  public subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The attribute `id`; nil when there is none.
  public var id: String? { self[attribute: "id"] }

  /// The class names in the order written.
  public var classes: [String] {
    (self[attribute: "class"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The children that are elements, texts left out.
  public var childElements: [Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}

/// An attribute of an element.
public struct Attribute: Equatable, Sendable {
  /// Lower case.
  public var name: String
  /// Character references resolved; empty for an attribute without a value.
  public var value: String
  /// Where the name begins.
  public var location: SourceLocation
  /// Where the value begins, behind its quotation mark; behind the name for an attribute without
  /// one.
  public var valueLocation: SourceLocation

  public init(
    name: String, value: String, location: SourceLocation, valueLocation: SourceLocation
  ) {
    self.name = name
    self.value = value
    self.location = location
    self.valueLocation = valueLocation
  }
}

/// A stretch of text between two tags.
public struct Text: Equatable, Sendable {
  /// Character references resolved; white space as written.
  public var content: String
  /// Where the text begins in the page.
  public var location: SourceLocation
  /// What bound this text, for messages such as `in field title`; nil for the template's own.
  public var field: String?
  /// Where the bound value stands in the row (feed or post file); nil for the template's own text.
  public var fieldLocation: SourceLocation?

  public init(
    content: String, location: SourceLocation, field: String? = nil,
    fieldLocation: SourceLocation? = nil
  ) {
    self.content = content
    self.location = location
    self.field = field
    self.fieldLocation = fieldLocation
  }
}
