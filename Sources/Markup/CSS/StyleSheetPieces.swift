import Diagnostics

/// A stretch of a style sheet's text, for whoever writes it again for another place.
package enum StyleSheetPiece: Equatable {
  /// As written.
  case text(String)
  /// An `env()`, fallback and all, that names a variable one asked for.
  case environment(String)
  /// The address of a `url()`, which is the piece as a whole.
  case link(String)
  /// An `@import` to its `;`; what it says of media is as written, perhaps empty.
  case importing(String, media: String)
}

extension StyleSheet {
  /// Cuts the text of a style sheet, or of a `style` attribute, where it refers to something outside.
  ///
  /// - Parameters:
  ///   - css: without errors, as `parse` found.
  ///   - variables: names of `env()`; others stay text.
  /// - Returns: in the order written, nothing left out but byte order mark and carriage returns.
  package static func pieces(of css: [UInt8], variables: [String]) -> [StyleSheetPiece] {
    var problems = Problems()
    let source = SourceText(
      css, startingAt: SourceLocation(file: "", line: 1, column: 1), problems: &problems)
    var cutter = StyleSheetCutter(source, problems: problems, variables: variables)
    cutter.run()
    return cutter.pieces
  }
}

private struct StyleSheetCutter {
  private let source: SourceText
  private var tokenizer: CSSTokenizer
  private let variables: [String]
  private(set) var pieces: [StyleSheetPiece] = []
  /// Where the text begins that is in no piece yet.
  private var start = 0

  init(_ source: SourceText, problems: Problems, variables: [String]) {
    self.source = source
    self.variables = variables
    tokenizer = CSSTokenizer(source, problems: problems)
  }

  mutating func run() {
    while true {
      let token = tokenizer.next()
      switch token.kind {
      case .end:
        return cut(nil, before: source.bytes.count, behind: source.bytes.count)
      case .url(let address): cut(.link(address), before: token.start, behind: token.end)
      case .function("url"):
        if let (address, end) = quotedAddress() {
          cut(.link(address), before: token.start, behind: end)
        }
      case .function("env"):
        if let (name, end) = variable() {
          cut(.environment(name), before: token.start, behind: end)
        }
      case .atKeyword("import"):
        if let (piece, end) = importing() { cut(piece, before: token.start, behind: end) }
      default: continue
      }
    }
  }

  private mutating func cut(_ piece: StyleSheetPiece?, before end: Int, behind next: Int) {
    if start < end { pieces.append(.text(source.string(start..<end))) }
    if let piece { pieces.append(piece) }
    start = next
  }

  /// The next token that is not white space.
  private static func next(_ tokenizer: inout CSSTokenizer) -> CSSToken {
    var token = tokenizer.next()
    while token.kind == .whitespace { token = tokenizer.next() }
    return token
  }

  // Each of these reads on only where it finds what it looks for.

  private mutating func quotedAddress() -> (String, end: Int)? {
    var ahead = tokenizer
    guard case .string(let address) = Self.next(&ahead).kind else { return nil }
    let close = Self.next(&ahead)
    guard close.kind == .close(.parenthesis) else { return nil }
    tokenizer = ahead
    return (address, close.end)
  }

  private mutating func variable() -> (String, end: Int)? {
    var ahead = tokenizer
    guard case .identifier(let name) = Self.next(&ahead).kind, variables.contains(name) else {
      return nil
    }
    var token = Self.next(&ahead)
    guard token.kind == .comma || token.kind == .close(.parenthesis) else { return nil }
    var depth = 1
    while true {
      switch token.kind {
      case .function, .open(.parenthesis): depth += 1
      case .close(.parenthesis): depth -= 1
      case .end: return nil
      default: break
      }
      if depth == 0 { break }
      token = ahead.next()
    }
    tokenizer = ahead
    return (name, token.end)
  }

  private mutating func importing() -> (StyleSheetPiece, end: Int)? {
    var ahead = tokenizer
    let first = Self.next(&ahead)
    let address: String
    var mediaStart = first.end
    switch first.kind {
    case .string(let text), .url(let text): address = text
    case .function("url"):
      guard case .string(let text) = Self.next(&ahead).kind else { return nil }
      address = text
      mediaStart = Self.next(&ahead).end
    default: return nil
    }
    var token = ahead.next()
    while token.kind != .semicolon, token.kind != .end { token = ahead.next() }
    tokenizer = ahead
    let media = source.string(mediaStart..<token.start)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (.importing(address, media: media), token.end)
  }
}
