import Diagnostics

/// Reads the condition of an `@media` rule: Media Queries 4 §3, the profile's part.
struct MediaQueryParser {
  private var values: ArraySlice<ComponentValue>
  /// Where the token behind the values stands.
  private let end: SourceLocation
  private(set) var diagnostics: [Diagnostic] = []

  init(_ values: [ComponentValue], endingAt end: SourceLocation) {
    self.values = values.filter { $0.kind != .whitespace }[...]
    self.end = end
  }

  /// A wrong query, which is reported, never holds. No query at all always does.
  mutating func parseList() -> [MediaQuery] {
    if values.isEmpty { return [MediaQuery()] }
    var queries: [MediaQuery] = []
    for part in values.split(separator: .comma, omittingEmptySubsequences: false) {
      values = part
      queries.append(parseQuery() ?? MediaQuery(isNegated: true))
    }
    return queries
  }

  private mutating func parseQuery() -> MediaQuery? {
    var query = MediaQuery()
    guard let first = values.first else { return fail(.mediaQueryExpected(at: end)) }
    if takeWord("not") {
      query.isNegated = true
    } else {
      _ = takeWord("only")
    }
    if case .identifier(let word) = values.first?.kind {
      guard let type = Self.mediaTypes[word.asciiLowercased] else {
        return fail(.unknownMediaType(word, at: values.first?.location ?? first.location))
      }
      query.mediaType = type
      values.removeFirst()
      if values.isEmpty { return query }
      guard takeWord("and") else { return fail(unexpected()) }
    }
    return parseConditions(into: &query.conditions) ? query : nil
  }

  private static let mediaTypes: [String: MediaQuery.MediaType] = [
    "all": .all, "screen": .screen, "print": .print,
  ]

  /// `(…) and (…) and …` to the end of the values.
  private mutating func parseConditions(into conditions: inout [MediaQuery.Condition]) -> Bool {
    while true {
      guard let value = values.first, case .block("(", let contents) = value.kind else {
        return fail(unexpected())
      }
      values.removeFirst()
      guard parseParentheses(contents, at: value.location, into: &conditions) else { return false }
      if values.isEmpty { return true }
      guard takeWord("and") else { return fail(unexpected()) }
    }
  }

  private mutating func parseParentheses(
    _ contents: [ComponentValue], at location: SourceLocation,
    into conditions: inout [MediaQuery.Condition]
  ) -> Bool {
    let inner = contents.filter { $0.kind != .whitespace }
    if case .block = inner.first?.kind {
      let outer = values
      values = inner[...]
      defer { values = outer }
      return parseConditions(into: &conditions)
    }
    var parser = MediaFeatureParser(inner, in: location)
    do {
      conditions += try parser.parse()
      return true
    } catch {
      return fail(error)
    }
  }

  // MARK: - The values in hand

  private mutating func takeWord(_ word: String) -> Bool {
    guard case .identifier(let found) = values.first?.kind, found.asciiLowercased == word else {
      return false
    }
    values.removeFirst()
    return true
  }

  private func unexpected() -> Diagnostic {
    guard let value = values.first else { return .mediaConditionExpected(at: end) }
    if case .identifier(let word) = value.kind, ["or", "not"].contains(word.asciiLowercased) {
      return .mediaWordNotSupported(word.asciiLowercased, at: value.location)
    }
    return .mediaConditionExpected(at: value.location)
  }

  private mutating func fail(_ diagnostic: Diagnostic) -> Bool {
    diagnostics.append(diagnostic)
    return false
  }

  private mutating func fail(_ diagnostic: Diagnostic) -> MediaQuery? {
    diagnostics.append(diagnostic)
    return nil
  }
}

extension ArraySlice<ComponentValue> {
  fileprivate func split(
    separator: ComponentValue.Kind, omittingEmptySubsequences: Bool
  ) -> [ArraySlice<ComponentValue>] {
    split(omittingEmptySubsequences: omittingEmptySubsequences) { $0.kind == separator }
  }
}
