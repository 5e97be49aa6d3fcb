public import Diagnostics
import Markup

/// A page whose expressions are read and checked, ready to be bound to many rows.
struct CompiledPage: Sendable {
  var root: CompiledElement
  /// In document order.
  var slides: [TemplateSlide]
}

/// A `section.slide` of the template.
public struct TemplateSlide: Equatable, Sendable {
  /// Its `id`, or `slide`.
  public var name: String
  /// The fields its text, attributes and conditions depend on, in the template's order.
  public var fields: [String]
  /// Where the slide's start tag begins in the page.
  public var location: SourceLocation
}

indirect enum CompiledNode: Sendable {
  /// Without any expression in it.
  case fixed(Node, elementCount: Int)
  case text([TextPiece])
  case element(CompiledElement)
}

struct CompiledElement: Sendable {
  /// Name, place and the attributes without expressions; no children.
  var element: Element
  var attributes: [CompiledAttribute]
  var children: [CompiledNode]
  var repetition: Repetition?
  /// All must hold.
  var conditions: [Condition] = []
  /// Index among the template's slides.
  var slide: Int?

  struct Condition: Sendable {
    var source: ValueSource
    var isNegated: Bool
    var location: SourceLocation
  }

  /// `data-each="item in list"`.
  struct Repetition: Sendable {
    var list: Expression
  }
}

struct CompiledAttribute: Sendable {
  enum Role: Equatable, Sendable {
    case plain
    /// Only numbers, lengths and colors pass.
    case style
    /// An image's path; the element goes when the row has none.
    case imageSource
  }

  /// Its value is that of the template until it is bound.
  var attribute: Attribute
  var pieces: [TextPiece]
  var role: Role
  /// Among the attributes of the element that have no expressions, where this one belongs.
  var index: Int
}
