import Diagnostics

extension CSSParser {
  mutating func parseStyleAttribute() -> [Declaration] {
    parseDeclarations(isStyleAttribute: true)
  }

  /// Declarations up to the end or up to the `}` of their block, which is left in hand.
  mutating func parseDeclarations(isStyleAttribute: Bool) -> [Declaration] {
    var declarations: [Declaration] = []
    while true {
      switch token.kind {
      case .end: return declarations
      case .close(.brace):
        if !isStyleAttribute { return declarations }
        report(.strayClosing("}", at: place))
        advance()
      case .whitespace, .semicolon: advance()
      case .atKeyword(let name):
        report(.atRuleInsideRule(name, at: place))
        advance()
        skipAtRule()
      default:
        if let declaration = parseDeclaration() {
          declarationCount += 1
          if declarationCount > Budget.declarations {
            stop(.tooManyDeclarations(at: declaration.location))
          }
          declarations.append(declaration)
        }
      }
    }
  }

  /// CSS Syntax 3 §5.5.6; nil, and reported, when the token in hand does not begin a declaration.
  private mutating func parseDeclaration() -> Declaration? {
    let nameToken = resumedName ?? token
    let location = source.location(at: nameToken.start)
    if resumedName == nil { advance() }
    resumedName = nil
    skipWhitespace()
    guard case .identifier(let writtenName) = nameToken.kind, token.kind == .colon else {
      skipMalformedDeclaration(startingWith: nameToken)
      return nil
    }
    // The next token may already be a broken one.
    let problemsBefore = diagnostics.count
    advance()
    skipWhitespace()
    let isCustom = writtenName.hasPrefix("--")
    let name = isCustom ? writtenName : writtenName.asciiLowercased
    let valueLocation = place
    var value = parseValue(of: name, isCustom: isCustom)
    let isImportant = takeImportant(from: &value)
    // A missing semicolon says nothing about the value before it.
    if diagnostics.count > problemsBefore + (resumedName == nil ? 0 : 1) { return nil }
    if value.isEmpty, !isCustom {
      report(.emptyValue(of: name, at: location))
      return nil
    }
    return Declaration(
      name: name, value: value, isImportant: isImportant, location: location,
      valueLocation: valueLocation)
  }

  /// The values up to `;`, `}` or the end, which is left in hand, without white space at the end.
  private mutating func parseValue(of name: String, isCustom: Bool) -> [ComponentValue] {
    var value: [ComponentValue] = []
    // An identifier that is the next property's name, should a colon follow it.
    var possibleName: (token: CSSToken, index: Int)?
    loop: while true {
      switch token.kind {
      case .end, .semicolon, .close(.brace):
        break loop
      case .open(.brace) where !isCustom:
        let isTemplate = source.byte(at: token.end) == UInt8(ascii: "{")
        report(.blockInValue(of: name, isTemplate: isTemplate, at: place))
        _ = parseComponentValue()
        break loop
      case .colon:
        if let (nameToken, index) = possibleName, index > 0, !isCustom || startsLine(nameToken) {
          value.removeSubrange(index...)
          resumedName = nameToken
          report(
            .missingSemicolon(
              before: source.string(nameToken.start..<nameToken.end),
              at: source.location(at: nameToken.start)))
          break loop
        }
        if !isCustom { report(.colonInValue(of: name, at: place)) }
        possibleName = nil
      case .identifier:
        possibleName = (token, value.count)
      case .whitespace:
        break
      default:
        possibleName = nil
      }
      if value.count >= Budget.tokensPerValue { stop(.valueTooLong(at: place)) }
      if let component = parseComponentValue() { value.append(component) }
    }
    while value.last?.kind == .whitespace { value.removeLast() }
    return value
  }

  /// Whether only white space stands before `token` in its line.
  private func startsLine(_ token: CSSToken) -> Bool {
    var index = token.start - 1
    while index >= 0, source.bytes[index].isASCIIWhitespace {
      if source.bytes[index] == UInt8(ascii: "\n") { return true }
      index -= 1
    }
    return false
  }

  /// Removes `!important` from the end of `value`; every other `!` is reported.
  private mutating func takeImportant(from value: inout [ComponentValue]) -> Bool {
    guard let mark = value.firstIndex(where: { $0.kind == .delimiter("!") }) else { return false }
    let words = value[(mark + 1)...].filter { $0.kind != .whitespace }
    var word: String?
    if case .identifier(let name) = words.first?.kind { word = name }
    let isImportant = words.count == 1 && word?.asciiLowercased == "important"
    if !isImportant { report(.strayExclamationMark(before: word, at: value[mark].location)) }
    value.removeSubrange(mark...)
    while value.last?.kind == .whitespace { value.removeLast() }
    return isImportant
  }

  /// Reports and skips what begins with `first`, which was read, but is no declaration: to its
  /// `;`, over its block, or to the `}` of the block around it.
  private mutating func skipMalformedDeclaration(startingWith first: CSSToken) {
    let location = source.location(at: first.start)
    let start = first.start
    var end = first.end
    // A bracket that `first` opened is left open here; its content may be skipped flat.
    var openBraces = first.kind == .open(.brace) ? 1 : 0
    while true {
      switch token.kind {
      case .open(.brace) where openBraces == 0:
        let selector = source.string(start..<min(end, start + 200))
        report(.ruleInsideRule(selector, at: location))
        _ = parseComponentValue()
        return
      case .open(.brace):
        openBraces += 1
      case .close(.brace) where openBraces > 1:
        openBraces -= 1
      case .close(.brace) where openBraces == 1:
        end = token.end
        report(.notADeclaration(source.string(start..<min(end, start + 200)), at: location))
        advance()
        return
      case .end, .semicolon, .close(.brace):
        report(malformed(first, endingAt: end, at: location))
        return
      default:
        break
      }
      if token.kind != .whitespace { end = token.end }
      advance()
    }
  }

  private func malformed(
    _ first: CSSToken, endingAt end: Int, at location: SourceLocation
  ) -> Diagnostic {
    if case .identifier(let name) = first.kind { return .missingColon(after: name, at: location) }
    return .notADeclaration(source.string(first.start..<min(end, first.start + 200)), at: location)
  }
}
