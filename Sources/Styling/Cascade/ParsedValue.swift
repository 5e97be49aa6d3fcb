import Markup

/// A longhand's share of a declaration.
struct ParsedValue: Sendable {
  package enum Value: Sendable {
    case set(Setter)
    case inherit, initial, unset, revert
    /// Holds `var()`: known when the element's custom properties are.
    case pending(PendingDeclaration)
  }

  /// Index in `PropertyTable.longhands`.
  var longhand: Int
  /// The element's direction in which this counts; nil is both.
  package var direction: InheritedTextStyle.Direction?
  package var value: Value

  package func counts(in direction: InheritedTextStyle.Direction) -> Bool {
    self.direction == nil || self.direction == direction
  }
}

/// A declaration whose value holds `var()`. A class for its identity: what it comes to is
/// remembered.
final class PendingDeclaration: Sendable {
  let declaration: Declaration

  package init(_ declaration: Declaration) { self.declaration = declaration }
}

/// The declarations of one rule, or of a `style` attribute, with their values parsed.
struct DeclarationBlock: Sendable {
  /// In the order written.
  package var normal: [ParsedValue] = []
  package var important: [ParsedValue] = []
  var customProperties: [Declaration] = []
  var importantCustomProperties: [Declaration] = []
  /// Whether a value counts in one direction only.
  var dependsOnDirection = false
}
