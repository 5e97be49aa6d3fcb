import Diagnostics

extension CSSParser {
  mutating func parseStyleSheet() -> StyleSheet {
    parseRules(isNested: false)
    return sheet
  }

  /// Rules up to the end, or, inside a block, up to its `}`, which is left in hand.
  private mutating func parseRules(isNested: Bool) {
    while true {
      switch token.kind {
      case .end: return
      case .close(.brace):
        if isNested { return }
        report(.strayClosing("}", at: place))
        advance()
      case .whitespace: advance()
      case .commentDelimiter:
        report(.htmlCommentInCSS(at: place))
        advance()
      case .atKeyword(let name): parseAtRule(name)
      default: parseStyleRule()
      }
    }
  }

  // MARK: - Style rules

  private mutating func parseStyleRule() {
    let location = place
    guard let prelude = parsePrelude() else { return }
    var parser = SelectorParser(prelude, endingAt: place, source: source)
    let selectors = parser.parseList()
    for problem in parser.diagnostics { report(problem) }
    let declarations = parseBlock { $0.parseDeclarations(isStyleAttribute: false) }
    sheet.rules.append(
      StyleRule(
        selectors: selectors, declarations: declarations, media: media, location: location))
  }

  /// The tokens before a rule's `{`, which is left in hand; nil when there is none, which is
  /// reported.
  private mutating func parsePrelude() -> [CSSToken]? {
    let location = place
    var tokens: [CSSToken] = []
    var openBrackets = 0
    while true {
      switch token.kind {
      case .open(.brace): return tokens
      case .end, .close(.brace):
        report(.selectorWithoutBlock(text(of: tokens), at: location))
        return nil
      case .semicolon where openBrackets <= 0:
        report(.declarationOutsideRule(text(of: tokens), at: location))
        advance()
        return nil
      case .open, .function:
        openBrackets += 1
        if openBrackets + depth >= Budget.nesting { stop(.cssNestedTooDeep(at: place)) }
      case .close:
        openBrackets -= 1
      default:
        break
      }
      if tokens.count >= Budget.tokensPerValue { stop(.valueTooLong(at: location)) }
      guard !isStopped else { return nil }
      tokens.append(token)
      advance()
    }
  }

  /// The source text from the first of `tokens` to the last, without white space around it.
  private func text(of tokens: [CSSToken]) -> String {
    let significant = tokens.filter { $0.kind != .whitespace }
    guard let first = significant.first, let last = significant.last else { return "" }
    return source.string(first.start..<min(last.end, first.start + 200))
  }

  /// Reads `{`, which is in hand, what `contents` reads, and `}`.
  private mutating func parseBlock<Contents>(
    _ contents: (inout CSSParser) -> Contents
  ) -> Contents {
    let location = place
    advance()
    depth += 1
    let result = contents(&self)
    depth -= 1
    if token.kind == .close(.brace) {
      advance()
    } else {
      report(.unclosedBracket("{", at: location))
    }
    return result
  }

  // MARK: - At-rules

  private mutating func parseAtRule(_ name: String) {
    let location = place
    advance()
    switch name {
    case "media": parseMedia(at: location)
    case "font-face": parseFontFace(at: location)
    case "import": parseImport(at: location)
    case "charset":
      // Files are UTF-8 whatever they say.
      skipAtRule()
    default:
      report(.unsupportedAtRule(name, at: location))
      skipAtRule()
    }
  }

  private mutating func parseMedia(at location: SourceLocation) {
    skipWhitespace()
    let queryLocation = place
    var prelude: [ComponentValue] = []
    while token.kind != .open(.brace) {
      if token.kind == .end || token.kind == .semicolon || token.kind == .close(.brace) {
        report(.atRuleWithoutBlock("media", at: location))
        if token.kind == .semicolon { advance() }
        return
      }
      if let value = parseComponentValue() { prelude.append(value) }
      if prelude.count > Budget.tokensPerValue { stop(.valueTooLong(at: queryLocation)) }
    }
    if depth + 1 >= Budget.nesting {
      stop(.cssNestedTooDeep(at: place))
      return
    }
    var parser = MediaQueryParser(prelude, endingAt: place)
    media.append(MediaQueryList(queries: parser.parseList(), location: queryLocation))
    for problem in parser.diagnostics { report(problem) }
    parseBlock { $0.parseRules(isNested: true) }
    media.removeLast()
  }

  private mutating func parseFontFace(at location: SourceLocation) {
    skipWhitespace()
    guard token.kind == .open(.brace) else {
      report(.atRuleWithoutBlock("font-face", at: location))
      skipAtRule()
      return
    }
    let declarations = parseBlock { $0.parseDeclarations(isStyleAttribute: false) }
    if !media.isEmpty { report(.fontFaceInMedia(at: location)) }
    sheet.fontFaces.append(FontFaceRule(declarations: declarations, location: location))
  }

  /// Skips an at-rule whose name has been read: to its `;` or over its block.
  mutating func skipAtRule() {
    while token.kind != .end, token.kind != .close(.brace) {
      if token.kind == .semicolon {
        advance()
        return
      }
      let isBlock = token.kind == .open(.brace)
      _ = parseComponentValue()
      if isBlock { return }
    }
  }
}
