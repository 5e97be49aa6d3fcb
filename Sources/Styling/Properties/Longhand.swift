import Diagnostics
import Markup

/// Writes a parsed value into the style of an element.
typealias Setter = @Sendable (inout StyleDraft, StyleContext) -> Void

/// A property that is not a shorthand: its grammar and what it sets.
struct Longhand: Sendable {
  /// When a property is computed: others refer to the font's size and to `color`.
  enum Phase: Sendable { case font, color, other }

  package let name: String
  let isInherited: Bool
  let phase: Phase
  /// What values may be, for messages: `a length, a percentage or auto`.
  package let expected: String
  package let parse: @Sendable (inout ValueReader) throws(Diagnostic) -> Setter?
  /// Sets the property to what it is in the second style.
  package let copy: @Sendable (inout StyleDraft, StyleDraft) -> Void

  /// A property that writes one place of the style.
  package init<Value: Sendable>(
    _ name: String, _ place: any WritableKeyPath<StyleDraft, Value> & Sendable,
    inherited isInherited: Bool = false, phase: Phase = .other, expects expected: String,
    parse: @escaping @Sendable (inout ValueReader) throws(Diagnostic) -> Specified<Value>?
  ) {
    self.name = name
    self.isInherited = isInherited
    self.phase = phase
    self.expected = expected
    self.parse = { (reader) throws(Diagnostic) in
      switch try parse(&reader) {
      case nil: nil
      case .constant(let value)?: { draft, _ in draft[keyPath: place] = value }
      case .computed(let compute)?:
        { draft, context in draft[keyPath: place] = compute(context) }
      }
    }
    copy = { draft, source in draft[keyPath: place] = source[keyPath: place] }
  }

  /// A keyword property whose keywords are the raw values of an enumeration in camel case.
  package init<Keyword: RawRepresentable<String> & Sendable>(
    _ name: String, keyword place: any WritableKeyPath<StyleDraft, Keyword> & Sendable,
    inherited isInherited: Bool = false, phase: Phase = .other, expects expected: String
  ) {
    self.init(name, place, inherited: isInherited, phase: phase, expects: expected) {
      (reader) throws(Diagnostic) in
      reader.keyword(Keyword.self).map { .constant($0) }
    }
  }
}
