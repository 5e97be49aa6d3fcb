public import Diagnostics

/// A complex selector: compounds joined by combinators, e.g. `.card > h1:first-child`.
public struct Selector: Equatable, Sendable {
  public enum Combinator: Equatable, Sendable { case descendant, child, nextSibling, laterSibling }

  /// The compound the selector is about (its rightmost), then leftwards each combinator and compound.
  public var subject: CompoundSelector
  public var ancestors: [Step]
  /// What of the subject is meant; nil for the element itself.
  public var pseudoElement: PseudoElement?
  public var location: SourceLocation

  public struct Step: Equatable, Sendable {
    /// How this compound stands to the one on its right.
    public var combinator: Combinator
    public var compound: CompoundSelector

    public init(combinator: Combinator, compound: CompoundSelector) {
      self.combinator = combinator
      self.compound = compound
    }
  }

  public init(
    subject: CompoundSelector, ancestors: [Step] = [], pseudoElement: PseudoElement? = nil,
    location: SourceLocation
  ) {
    self.subject = subject
    self.ancestors = ancestors
    self.pseudoElement = pseudoElement
    self.location = location
  }
}

public struct CompoundSelector: Equatable, Sendable {
  public enum Condition: Equatable, Sendable {
    case type(String)
    case universal
    case `class`(String)
    case id(String)
    case root
    case firstChild
    case lastChild
    case onlyChild
    /// `:nth-child(An+B)` / `:nth-last-child(An+B)`.
    case nthChild(a: Int, b: Int, fromEnd: Bool)
    /// `:nth-of-type(An+B)` / `:nth-last-of-type(An+B)`, and `:first-of-type`, `:last-of-type`.
    case nthOfType(a: Int, b: Int, fromEnd: Bool)
    case onlyOfType
    /// No children, not even white space.
    case empty
    case attribute(AttributeCondition)
    /// `:is()`: one of the selectors, which is never none, selects the element.
    case any([Selector])
    /// `:where()`: as `any`, without weight.
    case anyWithoutWeight([Selector])
    /// `:not()`: none of the selectors, which are never none, selects the element.
    case not([Selector])
  }

  /// Never empty.
  public var conditions: [Condition]

  public init(_ conditions: [Condition]) { self.conditions = conditions }
}

/// A box that CSS adds to an element (CSS Pseudo-Elements 4 §4).
public enum PseudoElement: String, CaseIterable, Sendable { case before, after }

/// `[name]` or `[name="value" i]` (Selectors Level 4 §6).
public struct AttributeCondition: Equatable, Sendable {
  public enum Test: Equatable, Sendable {
    case exists
    /// `=`
    case equals(String)
    /// `~=`: one of the words; never true for an empty word or one with white space.
    case hasWord(String)
    /// `|=`: equal, or followed by `-`.
    case hasLanguage(String)
    /// `^=`; never true for an empty text, nor are the next two.
    case begins(String)
    /// `$=`
    case ends(String)
    /// `*=`
    case contains(String)
  }

  /// Lower case.
  public var name: String
  public var test: Test
  /// A–Z count as a–z in values.
  public var ignoresCase: Bool

  public init(name: String, test: Test, ignoresCase: Bool = false) {
    self.name = name
    self.test = test
    self.ignoresCase = ignoresCase
  }
}
