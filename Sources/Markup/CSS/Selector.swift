public import Diagnostics

/// A complex selector: compounds joined by combinators, e.g. `.card > h1:first-child`.
public struct Selector: Equatable, Sendable {
  /// How a compound stands to the one on its right: somewhere around it, directly around it,
  /// directly before it, or somewhere before it (Selectors Level 4 §15).
  public enum Combinator: Equatable, Sendable { case descendant, child, nextSibling, laterSibling }

  /// The compound that the selector is about, its rightmost.
  public var subject: CompoundSelector
  /// What the subject's surroundings must be: from the subject leftwards, compound by compound.
  public var ancestors: [Step]
  /// What of the subject is meant; nil for the element itself.
  public var pseudoElement: PseudoElement?
  /// Where the selector begins in the style sheet.
  public var location: SourceLocation

  /// A combinator and the compound on its left.
  public struct Step: Equatable, Sendable {
    /// How this compound stands to the one on its right.
    public var combinator: Combinator
    /// What the element there must be.
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

/// Conditions on one element, all of which must hold, e.g. `h1.title:first-child`.
public struct CompoundSelector: Equatable, Sendable {
  /// One thing that an element must be.
  public enum Condition: Equatable, Sendable {
    /// The element's name.
    case type(String)
    /// `*`: every element.
    case universal
    /// One of the element's classes, without the dot.
    case `class`(String)
    /// The element's `id`, without the hash.
    case id(String)
    /// `:root`: the page's outermost element.
    case root
    /// `:first-child`: no element before it in its parent.
    case firstChild
    /// `:last-child`: no element behind it in its parent.
    case lastChild
    /// `:only-child`: no other element in its parent.
    case onlyChild
    /// `:nth-child(An+B)` / `:nth-last-child(An+B)`.
    case nthChild(a: Int, b: Int, fromEnd: Bool)
    /// `:nth-of-type(An+B)` / `:nth-last-of-type(An+B)`, and `:first-of-type`, `:last-of-type`.
    case nthOfType(a: Int, b: Int, fromEnd: Bool)
    /// `:only-of-type`: no sibling of the same name.
    case onlyOfType
    /// No children, not even white space.
    case empty
    /// An attribute, there at all or with a certain value.
    case attribute(AttributeCondition)
    /// `:lang()`: the language of its text is in one of the ranges, such as `zh` and `*-Hant`.
    case language([String])
    /// `:dir()`: its text runs this way.
    case direction(TextDirection)
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
  /// How the attribute's value is compared.
  public enum Test: Equatable, Sendable {
    /// `[name]`: it is there, with whatever value.
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
  /// What is asked of its value.
  public var test: Test
  /// A–Z count as a–z in values.
  public var ignoresCase: Bool

  public init(name: String, test: Test, ignoresCase: Bool = false) {
    self.name = name
    self.test = test
    self.ignoresCase = ignoresCase
  }
}
