import Diagnostics

/// Reads the selectors before a rule's block: Selectors Level 4 §3 and §18, the profile's part.
struct SelectorParser {
  private let tokens: [CSSToken]
  private let source: SourceText
  /// Of the rule's `{`.
  private let end: SourceLocation
  private var index = 0
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
      if let selector = parseComplexSelector() { selectors.append(selector) }
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

  private mutating func parseComplexSelector() -> Selector? {
    skipWhitespace()
    let location = place
    if case .delimiter(let sign) = kind, Self.combinators[sign] != nil {
      report(.selectorBeginsWithCombinator(sign, at: place))
      return nil
    }
    guard var subject = parseCompound() else { return nil }
    // Each compound so far with its combinator to the one on its right, the rightmost last.
    var steps: [Selector.Step] = []
    while let combinator = parseCombinator() {
      guard let compound = parseCompound() else { return nil }
      steps.append(Selector.Step(combinator: combinator, compound: subject))
      subject = compound
      if steps.count >= Budget.compoundsPerSelector {
        report(.selectorTooLong(at: location))
        return nil
      }
    }
    guard kind == .end || kind == .comma else {
      reportUnexpected()
      return nil
    }
    return Selector(subject: subject, ancestors: steps.reversed(), location: location)
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
    return hadWhitespace && kind != .end && kind != .comma ? .descendant : nil
  }

  // MARK: - One compound

  private mutating func parseCompound() -> CompoundSelector? {
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
        guard let condition = parsePseudo() else { return nil }
        conditions.append(condition)
      case .open(.square):
        report(.attributeSelector(at: place))
        return nil
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

  private mutating func parsePseudo() -> CompoundSelector.Condition? {
    let location = place
    index += 1
    let isElement = kind == .colon
    if isElement { index += 1 }
    let name: String
    switch kind {
    case .identifier(let written): name = written.asciiLowercased
    case .function(let written): name = written
    default:
      report(.pseudoClassExpected(found: text, at: location))
      return nil
    }
    if isElement || CSSProfile.pseudoElements.contains(name) {
      report(.pseudoElement(name, at: location))
      return nil
    }
    if case .function = kind { return parseFunctionalPseudoClass(name, at: location) }
    index += 1
    switch name {
    case "root": return .root
    case "first-child": return .firstChild
    case "last-child": return .lastChild
    case "only-child": return .onlyChild
    case "nth-child", "nth-last-child":
      report(.pseudoClassNeedsArgument(name, at: location))
      return nil
    default:
      report(.unsupportedPseudoClass(name, at: location))
      return nil
    }
  }

  private mutating func parseFunctionalPseudoClass(
    _ name: String, at location: SourceLocation
  ) -> CompoundSelector.Condition? {
    guard name == "nth-child" || name == "nth-last-child" else {
      report(.unsupportedPseudoClass(name, at: location))
      return nil
    }
    let start = tokens[index].end
    index += 1
    while index < tokens.count, kind != .close(.parenthesis) { index += 1 }
    guard index < tokens.count else {
      report(.unclosedBracket("\(name)(", at: location))
      return nil
    }
    let argument = source.string(start..<tokens[index].start)
    index += 1
    guard let formula = AnPlusB(argument) else {
      report(.notAnPlusB(argument, at: source.location(at: start)))
      return nil
    }
    return .nthChild(a: formula.a, b: formula.b, fromEnd: name == "nth-last-child")
  }

  // MARK: - The token in hand

  private var kind: CSSToken.Kind { index < tokens.count ? tokens[index].kind : .end }

  private var place: SourceLocation {
    index < tokens.count ? source.location(at: tokens[index].start) : end
  }

  private var text: String {
    index < tokens.count ? source.string(tokens[index].start..<tokens[index].end) : ""
  }

  private mutating func skipWhitespace() {
    while kind == .whitespace { index += 1 }
  }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func reportUnexpected() {
    report(
      kind == .end || kind == .comma
        ? .selectorExpected(at: place) : .unexpectedInSelector(text, at: place))
  }
}
