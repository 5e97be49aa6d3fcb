import Diagnostics

extension CSSParser {
  /// An `@import` whose name has been read, to its `;`.
  mutating func parseImport(at location: SourceLocation) {
    var prelude: [ComponentValue] = []
    while token.kind != .semicolon, token.kind != .end {
      if token.kind == .open(.brace) || token.kind == .close(.brace) {
        report(.badImport(at: location))
        skipAtRule()
        return
      }
      if let value = parseComponentValue() { prelude.append(value) }
      if prelude.count > Budget.tokensPerValue { stop(.valueTooLong(at: location)) }
    }
    let end = place
    if token.kind == .semicolon { advance() }
    guard media.isEmpty, sheet.rules.isEmpty, sheet.fontFaces.isEmpty else {
      report(.importTooLate(at: location))
      return
    }
    prelude = Array(prelude.drop { $0.kind == .whitespace })
    guard let first = prelude.first, let href = first.path, !href.isEmpty else {
      report(.badImport(at: location))
      return
    }
    let lowercased = href.asciiLowercased
    if ["http:", "https:", "//", "data:"].contains(where: lowercased.hasPrefix) {
      report(.linkIsNoLocalFile(href, at: first.location))
      return
    }
    let rest = Array(prelude.dropFirst().drop { $0.kind == .whitespace })
    if let word = rest.first?.word, ["layer", "supports"].contains(word) {
      report(.importOfLayer(word, at: rest[0].location))
      return
    }
    var rule = ImportRule(href: href, location: first.location)
    if let start = rest.first?.location {
      var parser = MediaQueryParser(rest, endingAt: end)
      rule.media = [MediaQueryList(queries: parser.parseList(), location: start)]
      for problem in parser.diagnostics { report(problem) }
    }
    sheet.imports.append(rule)
  }
}

extension ComponentValue {
  /// The text of a string or `url()`; nil for other tokens.
  fileprivate var path: String? {
    switch kind {
    case .string(let text), .url(let text): return text
    case .function("url", let arguments):
      let words = arguments.filter { $0.kind != .whitespace }
      guard words.count == 1, case .string(let text) = words[0].kind else { return nil }
      return text
    default: return nil
    }
  }

  fileprivate var word: String? {
    switch kind {
    case .identifier(let name): name.asciiLowercased
    case .function(let name, _): name
    default: nil
    }
  }
}
