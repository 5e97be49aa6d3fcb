import Diagnostics
import Posts

/// What is known of a text that somebody was shown.
public struct Explanation: Sendable {
  /// How a notice was recognized.
  public enum Match: String, Sendable, Codable {
    /// The text is its number or name.
    case exact
    /// Its number or name stands in the text.
    case found
    /// Words of the text suggest it.
    case likely
  }

  /// A notice that the text may be.
  public struct Finding: Sendable {
    /// What is known of it.
    public var notice: Notice
    /// How it was recognized.
    public var match: Match
  }

  public var findings: [Finding]
  /// Numbers in the text that look like TikTok's and mean nothing to us.
  public var unknownNumbers: [String]
  /// Names and numbers that resemble the text, when nothing was found.
  public var nearest: [String]
  /// Whether the text holds what looks like a Spark code; it must not be shown then.
  public var holdsCode: Bool
}

extension NoticeBook {
  /// Longer texts are not read further: a notice stands at their beginning.
  package static let textLimit = 20_000

  /// Finds what a number, a word or a pasted text means. Never guesses beyond the book.
  public func explain(_ text: String) -> Explanation {
    let text = String(text.unicodeScalars.prefix(Self.textLimit))
    var result = Explanation(
      findings: [], unknownNumbers: [], nearest: [], holdsCode: CodeMask.isNeeded(in: text))
    let readable = CodeShapes.builtIn.replacingCodes(in: text) { _ in " " }
    result.findings = exact(readable).map { .init(notice: $0, match: .exact) }
    guard result.findings.isEmpty else { return result }

    let numbers = Self.numbers(in: readable)
    let named = named(in: readable)
    var found: [Notice] = []
    for number in numbers {
      let candidates = notices.filter { $0.hasCode(number) }
      // Of several notices with one number, those that the text names too.
      let sure = candidates.filter { named.contains($0) }
      let likely = likely(readable, among: candidates)
      found += sure.isEmpty ? (likely.isEmpty ? candidates : likely) : sure
      if candidates.isEmpty, (3...6).contains(String(abs(number)).count) {
        result.unknownNumbers.append(String(number))
      }
    }
    found += named
    if !found.isEmpty {
      result.findings = Self.unique(found).map { .init(notice: $0, match: .found) }
      return result
    }
    result.findings = likely(readable, among: notices).prefix(3).map {
      .init(notice: $0, match: .likely)
    }
    if result.findings.isEmpty { result.nearest = nearest(to: readable) }
    return result
  }

  private func exact(_ text: String) -> [Notice] {
    let trimmed = text.trimming(while: { $0.isWhitespace || $0.isPunctuation && $0 != "-" })
    if let number = Int(trimmed) {
      let found = notices.filter { $0.hasCode(number) }
      // A minus before a number reads as an option's name on the command line.
      return found.isEmpty && number > 0 ? notices.filter { $0.hasCode(-number) } : found
    }
    let name = Self.name(trimmed)
    return notices.filter { notice in
      Self.name(notice.id) == name || notice.names.contains { Self.name($0) == name }
    }
  }

  /// Names that stand in the text. A name that is an ordinary word only in capitals.
  private func named(in text: String) -> [Notice] {
    let tokens = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    var found: [Notice] = []
    for token in tokens {
      let name = Self.name(token)
      let isWord = !token.contains("_") && !token.contains("-")
      found += notices.filter { notice in
        notice.names.contains { Self.name($0) == name && (!isWord || $0 == token && $0 == name) }
      }
    }
    return found
  }

  /// The notices with the most words in common with the text; none with fewer than two.
  private func likely(_ text: String, among notices: [Notice]) -> [Notice] {
    let words = Set(Explanation.words(of: text))
    let scored = notices.map { notice in
      let hits = notice.phrases.filter { words.isSuperset(of: $0) }
      return (notice: notice, score: Set(hits.joined()).count)
    }
    let best = scored.map(\.score).max() ?? 0
    return best < 2 ? [] : scored.filter { $0.score == best }.map(\.notice)
  }

  private func nearest(to text: String) -> [String] {
    let wanted = Self.name(text.trimming(while: \.isWhitespace))
    let names = notices.flatMap { $0.names + [$0.id] }
    let numbers = notices.flatMap { $0.codes.map { String($0.lowerBound) } }
    let candidates =
      names.filter { wanted.count >= 5 && Self.name($0).contains(wanted) }.prefix(5)
      + [Spelling.nearest(to: wanted, among: names), Spelling.nearest(to: wanted, among: numbers)]
      .compactMap(\.self)
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0).inserted }
  }

  private static func unique(_ notices: [Notice]) -> [Notice] {
    var seen: Set<String> = []
    return notices.filter { seen.insert($0.id).inserted }
  }

  /// Upper case, with `_` for blanks and hyphens: how names are compared.
  package static func name(_ text: some StringProtocol) -> String {
    String(text.uppercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  /// Whole numbers that are no part of a word, a decimal or an amount; at most nine digits.
  package static func numbers(in text: String) -> [Int] {
    let characters = Array(text)
    func isInner(_ index: Int) -> Bool {
      guard characters.indices.contains(index) else { return false }
      return characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
    }
    /// Whether a digit follows a point or comma at `index`, on the side of `step`.
    func isDecimal(_ index: Int, _ step: Int) -> Bool {
      guard characters.indices.contains(index), ".,".contains(characters[index]),
        characters.indices.contains(index + step)
      else { return false }
      return characters[index + step].isNumber
    }
    var found: [Int] = []
    var start = 0
    while start < characters.count {
      guard characters[start].isASCII, characters[start].isNumber else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, characters[end].isASCII, characters[end].isNumber { end += 1 }
      let isWhole =
        !isInner(start - 1) && !isInner(end) && !isDecimal(start - 1, -1) && !isDecimal(end, 1)
      if isWhole, end - start <= 9, let number = Int(String(characters[start..<end])) {
        let isNegative = start > 0 && characters[start - 1] == "-" && !isInner(start - 2)
        let value = isNegative ? -number : number
        if !found.contains(value) { found.append(value) }
      }
      start = end
    }
    return found
  }
}

extension Explanation {
  /// Words that say nothing.
  private static let fillers: Set<String> = [
    "a", "an", "the", "is", "are", "was", "be", "been", "has", "have", "of", "to", "in", "on",
    "for",
    "your", "this", "that", "it",
  ]

  /// Lower case, without plural endings and fillers, American spelling; `isn't` is `not`.
  package static func words(of text: String) -> [String] {
    let plain = text.lowercased().replacing("’", with: "'").replacing("n't", with: " not")
    return plain.split { !($0.isLetter || $0.isNumber || $0 == "_") }.compactMap { word in
      var word = String(word)
      if fillers.contains(word) { return nil }
      if word.contains("authoris") { word.replace("authoris", with: "authoriz") }
      return word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }
  }
}

extension StringProtocol {
  func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let head = drop(while: isTrimmed)
    guard let last = head.lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(head[...last])
  }
}
