import Diagnostics

/// Attribute selectors and pseudo-classes.
extension SelectorParser {
  // MARK: - [attribute]

  /// The attribute selector whose `[` is in hand.
  mutating func parseAttribute() -> CompoundSelector.Condition? {
    let location = place
    index += 1
    skipWhitespace()
    guard case .identifier(let written) = kind else {
      report(.attributeNameExpected(found: text, at: place))
      return nil
    }
    let name = written.asciiLowercased
    index += 1
    skipWhitespace()
    if kind == .close(.square) {
      index += 1
      return .attribute(AttributeCondition(name: name, test: .exists))
    }
    guard let sign = parseAttributeOperator() else {
      report(
        kind == .end
          ? .unclosedBracket("[", at: location) : .attributeOperatorExpected(found: text, at: place)
      )
      return nil
    }
    skipWhitespace()
    let value: String
    switch kind {
    case .identifier(let word): value = word
    case .string(let text): value = text
    default:
      report(.attributeValueExpected(found: text, name: name, at: place))
      return nil
    }
    index += 1
    skipWhitespace()
    var ignoresCase = HTMLProfile.attributesWithoutCase.contains(name)
    if case .identifier(let flag) = kind {
      switch flag.asciiLowercased {
      case "i": ignoresCase = true
      case "s": ignoresCase = false
      default:
        report(.unknownAttributeFlag(flag, at: place))
        return nil
      }
      index += 1
      skipWhitespace()
    }
    guard kind == .close(.square) else {
      report(
        kind == .end ? .unclosedBracket("[", at: location) : .unexpectedInSelector(text, at: place))
      return nil
    }
    index += 1
    return .attribute(
      AttributeCondition(
        name: name, test: Self.test(sign, value), ignoresCase: ignoresCase))
  }

  /// The character before the `=`, or the `=` itself.
  private mutating func parseAttributeOperator() -> Character? {
    guard case .delimiter(let sign) = kind else { return nil }
    if sign == "=" {
      index += 1
      return sign
    }
    guard "~|^$*".contains(sign), index + 1 < tokens.count,
      tokens[index + 1].kind == .delimiter("=")
    else { return nil }
    index += 2
    return sign
  }

  private static func test(_ sign: Character, _ value: String) -> AttributeCondition.Test {
    switch sign {
    case "~": .hasWord(value)
    case "|": .hasLanguage(value)
    case "^": .begins(value)
    case "$": .ends(value)
    case "*": .contains(value)
    default: .equals(value)
    }
  }

  // MARK: - :pseudo

  /// What stands behind a `:`, which is in hand: a condition or, at the end of a compound, a
  /// pseudo-element, which is noted.
  ///
  /// - Returns: nil after reporting what is wrong.
  mutating func parsePseudo() -> Pseudo? {
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
      // CSS 2 wrote these two with one colon.
      guard case .identifier = kind, let element = PseudoElement(rawValue: name) else {
        report(.pseudoElement(name, at: location))
        return nil
      }
      guard nesting == 0 else {
        report(.pseudoElementInArgument(name, at: location))
        return nil
      }
      index += 1
      return .element(element)
    }
    if case .function = kind {
      return parseFunctionalPseudoClass(name, at: location).map { .condition($0) }
    }
    index += 1
    let condition: CompoundSelector.Condition
    switch name {
    case "root": condition = .root
    case "first-child": condition = .firstChild
    case "last-child": condition = .lastChild
    case "only-child": condition = .onlyChild
    case "first-of-type": condition = .nthOfType(a: 0, b: 1, fromEnd: false)
    case "last-of-type": condition = .nthOfType(a: 0, b: 1, fromEnd: true)
    case "only-of-type": condition = .onlyOfType
    case "empty": condition = .empty
    case _ where CSSProfile.functionalPseudoClasses.contains(name):
      report(.pseudoClassNeedsArgument(name, at: location))
      return nil
    default:
      report(.unsupportedPseudoClass(name, at: location))
      return nil
    }
    return .condition(condition)
  }

  enum Pseudo {
    case condition(CompoundSelector.Condition)
    case element(PseudoElement)
  }

  private mutating func parseFunctionalPseudoClass(
    _ name: String, at location: SourceLocation
  ) -> CompoundSelector.Condition? {
    switch name {
    case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
      guard let formula = parseFormula(of: name, at: location) else { return nil }
      let fromEnd = name.hasPrefix("nth-last")
      return name.hasSuffix("child")
        ? .nthChild(a: formula.a, b: formula.b, fromEnd: fromEnd)
        : .nthOfType(a: formula.a, b: formula.b, fromEnd: fromEnd)
    case "not": return parseSelectors(of: name, at: location).map { .not($0) }
    case "is", "matches", "-webkit-any":
      return parseSelectors(of: name, at: location).map { .any($0) }
    case "where": return parseSelectors(of: name, at: location).map { .anyWithoutWeight($0) }
    case "lang": return parseLanguages(at: location).map { .language($0) }
    case "dir": return parseDirection(at: location).map { .direction($0) }
    default:
      report(.unsupportedPseudoClass(name, at: location))
      return nil
    }
  }

  private mutating func parseFormula(
    of name: String, at location: SourceLocation
  ) -> AnPlusB? {
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
    return formula
  }

  /// The list in the parentheses of `:lang()`, words or strings; never empty.
  private mutating func parseLanguages(at location: SourceLocation) -> [String]? {
    index += 1
    var ranges: [String] = []
    while true {
      skipWhitespace()
      switch kind {
      case .identifier(let range), .string(let range): ranges.append(range)
      case .end:
        report(.unclosedBracket("lang(", at: location))
        return nil
      default:
        report(.languageExpected(found: text, at: place))
        return nil
      }
      index += 1
      skipWhitespace()
      if kind == .comma {
        index += 1
      } else if kind == .close(.parenthesis) {
        index += 1
        return ranges
      } else {
        report(
          kind == .end
            ? .unclosedBracket("lang(", at: location) : .languageExpected(found: text, at: place))
        return nil
      }
    }
  }

  private mutating func parseDirection(at location: SourceLocation) -> TextDirection? {
    index += 1
    skipWhitespace()
    guard case .identifier(let word) = kind,
      let direction = TextDirection(rawValue: word.asciiLowercased)
    else {
      report(
        kind == .end
          ? .unclosedBracket("dir(", at: location) : .directionExpected(found: text, at: place))
      return nil
    }
    index += 1
    skipWhitespace()
    guard kind == .close(.parenthesis) else {
      report(
        kind == .end
          ? .unclosedBracket("dir(", at: location) : .unexpectedInSelector(text, at: place))
      return nil
    }
    index += 1
    return direction
  }

  /// The list in the parentheses of `:not()` and its like; never empty.
  private mutating func parseSelectors(
    of name: String, at location: SourceLocation
  ) -> [Selector]? {
    // Each level multiplies what matching may have to try.
    guard nesting < Budget.selectorNesting else {
      report(.selectorNestedTooDeep(at: location))
      return nil
    }
    index += 1
    nesting += 1
    defer { nesting -= 1 }
    var selectors: [Selector] = []
    while true {
      guard let selector = parseComplexSelector() else { return nil }
      selectors.append(selector)
      if kind == .comma {
        index += 1
      } else if kind == .close(.parenthesis) {
        index += 1
        return selectors
      } else {
        report(.unclosedBracket("\(name)(", at: location))
        return nil
      }
    }
  }
}
