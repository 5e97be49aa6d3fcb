import Diagnostics

/// A text of the template, cut at its expressions.
enum TextPiece: Equatable, Sendable {
  case literal(String, at: SourceLocation)
  case expression(Expression)
}

extension TextPiece {
  /// Cuts `text` into pieces; nil when it holds no expression.
  ///
  /// - Parameter start: the place of the text's first character.
  static func pieces(
    of text: String, at start: SourceLocation, scope: Scope, log: inout DiagnosticLog
  ) -> [TextPiece]? {
    guard text.contains("{{") || text.contains("}}") else { return nil }
    let scalars = Array(text.unicodeScalars)
    var pieces: [TextPiece] = []
    var literalStart = 0
    var place = start
    func literal(upTo end: Int) {
      guard end > literalStart else { return }
      let content = String(String.UnicodeScalarView(scalars[literalStart..<end]))
      pieces.append(.literal(content, at: place))
    }
    var index = 0
    while index < scalars.count {
      if isPair("}", in: scalars, at: index) {
        log.add(.strayEnd(at: start.advanced(over: scalars[..<index])))
        index += 2
        continue
      }
      guard isPair("{", in: scalars, at: index) else {
        index += 1
        continue
      }
      literal(upTo: index)
      let open = place.advanced(over: scalars[literalStart..<index])
      guard let end = endOfExpression(scalars, from: index + 2) else {
        log.add(.openExpression(at: open))
        return pieces
      }
      let inner = scalars[(index + 2)..<end]
      var parser = ExpressionParser(
        Array(inner), at: open.advanced(over: scalars[index..<(index + 2)]), scope: scope)
      do throws(Diagnostic) {
        pieces.append(.expression(try parser.parse()))
      } catch {
        log.add(error)
      }
      place = open.advanced(over: scalars[index..<(end + 2)])
      index = end + 2
      literalStart = index
    }
    literal(upTo: scalars.count)
    return pieces
  }

  private static func isPair(
    _ scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], at index: Int
  ) -> Bool {
    index + 1 < scalars.count && scalars[index] == scalar && scalars[index + 1] == scalar
  }

  /// The index of the `}}` that is not inside quotes.
  private static func endOfExpression(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if isPair("}", in: scalars, at: index) {
        return index
      } else if isPair("{", in: scalars, at: index) {
        return nil
      }
      index += 1
    }
    return nil
  }
}
