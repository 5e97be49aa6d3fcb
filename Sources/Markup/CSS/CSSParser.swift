import Diagnostics

/// Reads tokens into rules, declarations and component values: CSS Syntax 3 §5.
///
/// This file holds the token in hand and what all parts share; rules, declarations and values
/// have a file each.
struct CSSParser {
  let source: SourceText
  private var tokenizer: CSSTokenizer
  /// The token in hand; `.end` for ever once the text or a budget is used up.
  private(set) var token: CSSToken
  /// Blocks of rules open around the token in hand.
  var depth = 0
  var declarationCount = 0
  /// The name of a declaration met inside the value before it, whose `;` is missing; its colon is
  /// then in hand.
  var resumedName: CSSToken?
  var sheet = StyleSheet()
  /// The conditions of the `@media` blocks open around the token in hand.
  var media: [MediaQueryList] = []
  private(set) var isStopped = false

  init(_ source: SourceText, problems: Problems) {
    self.source = source
    tokenizer = CSSTokenizer(source, problems: problems)
    token = tokenizer.next()
  }

  var diagnostics: [Diagnostic] { tokenizer.problems.diagnostics }

  var place: SourceLocation { source.location(at: token.start) }

  mutating func advance() {
    guard !isStopped else { return }
    token = tokenizer.next()
  }

  mutating func skipWhitespace() {
    while token.kind == .whitespace { advance() }
  }

  /// Collects a problem; after too many of them reading ends.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    tokenizer.problems.add(diagnostic)
    if tokenizer.problems.isFull { stop() }
  }

  /// Reports a budget used up and reads no further.
  mutating func stop(_ diagnostic: Diagnostic) {
    report(diagnostic)
    stop()
  }

  private mutating func stop() {
    isStopped = true
    token = CSSToken(kind: .end, start: source.bytes.count, end: source.bytes.count)
  }
}
