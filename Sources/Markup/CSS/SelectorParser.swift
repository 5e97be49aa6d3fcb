import Diagnostics

/// Reads the selectors before a rule's block: Selectors Level 4 §3 and §18, the profile's part.
struct SelectorParser {
  let tokens: [CSSToken]
  let source: SourceText
  /// Where the rule's `{` stands.
  private let end: SourceLocation
  var index = 0
  /// How many `:not()`, `:is()` or `:where()` are open around the token in hand.
  var nesting = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [CSSToken], endingAt end: SourceLocation, source: SourceText) {
    self.tokens = tokens
    self.end = end
    self.source = source
  }

  /// All selectors, or none when one of them is wrong: CSS drops such a rule whole.
  mutating func parseList() -> [Selector] {
    var selectors: [Selector] = []
    while true {
      let start = index
      if let selector = parseComplexSelector() {
        selectors.append(selector)
      } else {
        // Its brackets are counted from its start.
        index = start
      }
      guard skipPastComma() else { break }
    }
    return diagnostics.isEmpty ? selectors : []
  }

  /// Moves behind the next comma that stands outside brackets; false when there is none.
  private mutating func skipPastComma() -> Bool {
    var openBrackets = 0
    while index < tokens.count {
      let kind = tokens[index].kind
      index += 1
      switch kind {
      case .open, .function: openBrackets += 1
      case .close: openBrackets -= 1
      case .comma where openBrackets <= 0: return true
      default: break
      }
    }
    return false
  }

  // MARK: - One selector

  mutating func parseComplexSelector() -> Selector? {
    skipWhitespace()
    let location = place
    if case .delimiter(let sign) = kind, Self.combinators[sign] != nil {
      report(.selectorBeginsWithCombinator(sign, at: place))
      return nil
    }
    var pseudoElement: PseudoElement?
    guard var subject = parseCompound(&pseudoElement) else { return nil }
    // Each compound so far with its combinator to the one on its right, the rightmost last.
    var steps: [Selector.Step] = []
    while let combinator = parseCombinator() {
      if let pseudoElement {
        report(.selectorBehindPseudoElement(pseudoElement, at: place))
        return nil
      }
      guard let compound = parseCompound(&pseudoElement) else { return nil }
      steps.append(Selector.Step(combinator: combinator, compound: subject))
      subject = compound
      if steps.count >= Budget.compoundsPerSelector {
        report(.selectorTooLong(at: location))
        return nil
      }
    }
    guard isAtEndOfSelector else {
      reportUnexpected()
      return nil
    }
    return Selector(
      subject: subject, ancestors: steps.reversed(), pseudoElement: pseudoElement,
      location: location)
  }

  private static let combinators: [Character: Selector.Combinator] = [
    ">": .child, "+": .nextSibling, "~": .laterSibling,
  ]

  /// nil when no further compound follows.
  private mutating func parseCombinator() -> Selector.Combinator? {
    let hadWhitespace = kind == .whitespace
    skipWhitespace()
    if case .delimiter(let sign) = kind, let combinator = Self.combinators[sign] {
      index += 1
      skipWhitespace()
      return combinator
    }
    return hadWhitespace && !isAtEndOfSelector ? .descendant : nil
  }

  // MARK: - One compound

  private mutating func parseCompound(
    _ pseudoElement: inout PseudoElement?
  ) -> CompoundSelector? {
    var conditions: [CompoundSelector.Condition] = []
    if case .identifier(let name) = kind {
      guard let condition = typeCondition(name) else { return nil }
      conditions.append(condition)
    } else if kind == .delimiter("*") {
      conditions.append(.universal)
      index += 1
    }
    while true {
      switch kind {
      case .hash(let name, let isIdentifier):
        guard isIdentifier else {
          report(.idBeginsWithDigit(name, at: place))
          return nil
        }
        conditions.append(.id(name))
        index += 1
      case .delimiter("."):
        index += 1
        guard case .identifier(let name) = kind else {
          report(.classNameExpected(found: text, at: place))
          return nil
        }
        conditions.append(.class(name))
        index += 1
      case .colon:
        switch parsePseudo() {
        case nil: return nil
        case .condition(let condition)?: conditions.append(condition)
        case .element(let element)?:
          pseudoElement = element
          if isCompoundPart {
            report(.selectorBehindPseudoElement(element, at: place))
            return nil
          }
          return CompoundSelector(conditions.isEmpty ? [.universal] : conditions)
        }
      case .open(.square):
        guard let condition = parseAttribute() else { return nil }
        conditions.append(condition)
      default:
        if conditions.isEmpty {
          reportUnexpected()
          return nil
        }
        return CompoundSelector(conditions)
      }
      if conditions.count > Budget.compoundsPerSelector {
        report(.selectorTooLong(at: place))
        return nil
      }
    }
  }

  /// Elements of HTML outside the profile may be named, as the page reader refuses them anyway.
  private mutating func typeCondition(_ written: String) -> CompoundSelector.Condition? {
    let name = written.asciiLowercased
    guard HTMLProfile.isKnown(name) else {
      report(.unknownElementInSelector(name, at: place))
      return nil
    }
    index += 1
    return .type(name)
  }

  // MARK: - The token in hand

  private var isAtEndOfSelector: Bool {
    kind == .end || kind == .comma || nesting > 0 && kind == .close(.parenthesis)
  }

  /// Whether the compound goes on.
  private var isCompoundPart: Bool {
    switch kind {
    case .hash, .colon, .open(.square), .delimiter("."): true
    default: false
    }
  }

  var kind: CSSToken.Kind { index < tokens.count ? tokens[index].kind : .end }

  var place: SourceLocation {
    index < tokens.count ? source.location(at: tokens[index].start) : end
  }

  var text: String {
    index < tokens.count ? source.string(tokens[index].start..<tokens[index].end) : ""
  }

  mutating func skipWhitespace() {
    while kind == .whitespace { index += 1 }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func reportUnexpected() {
    report(
      isAtEndOfSelector
        ? .selectorExpected(at: place) : .unexpectedInSelector(text, at: place))
  }
}
