import Diagnostics

extension CSSParser {
  /// A function or bracket whose closing has not come yet.
  private struct OpenValue {
    /// nil for a bracket.
    var function: String?
    var bracket: CSSToken.Bracket
    var location: SourceLocation
    var contents: [ComponentValue] = []

    func closed() -> ComponentValue {
      guard let function else {
        return ComponentValue(.block(open: bracket.opening, contents: contents), at: location)
      }
      if function == "url", let address = Self.onlyString(in: contents) {
        return ComponentValue(.url(address), at: location)
      }
      return ComponentValue(.function(name: function, arguments: contents), at: location)
    }

    private static func onlyString(in values: [ComponentValue]) -> String? {
      let significant = values.filter { $0.kind != .whitespace }
      guard significant.count == 1, case .string(let text) = significant[0].kind else { return nil }
      return text
    }
  }

  /// Reads the component value that begins with the token in hand: CSS Syntax 3 §5.5.8.
  ///
  /// A `;`, a `}` or the end inside round or square brackets ends them too: whoever forgot a
  /// bracket should hear about that, not lose the rest of the file.
  /// - Returns: nil, after a report, for a token that is no value.
  mutating func parseComponentValue() -> ComponentValue? {
    var open: [OpenValue] = []
    while true {
      let location = place
      var value: ComponentValue?
      switch token.kind {
      case .function(let name):
        open.append(OpenValue(function: name, bracket: .parenthesis, location: location))
        advance()
      case .open(let bracket):
        open.append(OpenValue(function: nil, bracket: bracket, location: location))
        advance()
      case .close(let bracket) where open.last?.bracket == bracket:
        advance()
        value = open.removeLast().closed()
      case .semicolon where !open.isEmpty && !open.contains { $0.bracket == .brace },
        .close(.brace) where !open.isEmpty, .end:
        guard let unclosed = open.popLast() else { return nil }
        report(
          .unclosedBracket(
            unclosed.function.map { "\($0)(" } ?? "\(unclosed.bracket.opening)",
            at: unclosed.location))
        value = unclosed.closed()
      case .close(let bracket):
        report(.strayClosing(bracket.closing, at: location))
        advance()
        if open.isEmpty { return nil }
      default:
        value = parsePreservedToken(at: location)
        if value == nil, open.isEmpty { return nil }
      }
      if depth + open.count >= Budget.nesting { stop(.cssNestedTooDeep(at: location)) }
      if let value {
        if open.isEmpty { return value }
        open[open.count - 1].contents.append(value)
        if open[open.count - 1].contents.count > Budget.tokensPerValue {
          stop(.valueTooLong(at: location))
        }
      }
    }
  }

  /// The token in hand as a value of its own; nil for broken strings and the like, which the
  /// tokenizer or this function reports.
  private mutating func parsePreservedToken(at location: SourceLocation) -> ComponentValue? {
    let kind: ComponentValue.Kind
    switch token.kind {
    case .identifier(let name): kind = .identifier(name)
    case .hash(let name, _): kind = .hash(name)
    case .string(let text): kind = .string(text)
    case .url(let address): kind = .url(address)
    case .number(let value, let isInteger): kind = .number(value, isInteger: isInteger)
    case .percentage(let value): kind = .percentage(value)
    case .dimension(let value, let unit): kind = .dimension(value, unit: unit)
    case .delimiter(let character): kind = .delimiter(character)
    case .whitespace: kind = .whitespace
    case .colon: kind = .colon
    case .semicolon: kind = .semicolon
    case .comma: kind = .comma
    case .atKeyword(let name):
      report(.atKeywordInValue(name, at: location))
      advance()
      return nil
    case .commentDelimiter:
      report(.htmlCommentInCSS(at: location))
      advance()
      return nil
    case .badString, .badURL, .function, .open, .close, .end:
      advance()
      return nil
    }
    advance()
    return ComponentValue(kind, at: location)
  }
}
