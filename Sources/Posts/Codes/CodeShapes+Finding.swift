extension CodeShapes {
  /// Everything in a text that may be a code, in order; when in doubt, it is one.
  ///
  /// Without a start or an end, percent-encoded or as entities (twice, too), with characters
  /// between that nobody sees, torn by a blank or a line's end, glued to `code=`. Not found is
  /// what reads as words, is digits alone or hexadecimal (colors, ids, fingerprints).
  /// - Complexity: O(n), and one look at each byte when nothing in it can be a code.
  public func codes(in text: String) -> [Range<String.Index>] {
    guard mayHoldCode(text) else { return [] }
    let units = units(of: text)
    return tokens(units).flatMap { token in
      codes(in: token).map { units[$0.lowerBound].range.lowerBound..<end(of: $0, units) }
    }
  }

  public func holdsCode(_ text: String) -> Bool { !codes(in: text).isEmpty }

  /// The text with each code in it as `SparkCode.masked` shows it.
  public func masking(_ text: String) -> String {
    replacingCodes(in: text) { SparkCode(secret: $0).masked }
  }

  /// As `masking(_:)`, and codes that are known to stand somewhere, whatever they look like.
  public func masking(_ text: String, known: [Range<String.Index>]) -> String {
    replacing((codes(in: text) + known).joined, in: text) { SparkCode(secret: $0).masked }
  }

  /// - Parameter replacement: what to write for a code, its escapes undone.
  public func replacingCodes(in text: String, with replacement: (String) -> String) -> String {
    replacing(codes(in: text), in: text, with: replacement)
  }

  private func replacing(
    _ codes: [Range<String.Index>], in text: String, with replacement: (String) -> String
  ) -> String {
    guard !codes.isEmpty else { return text }
    var result = ""
    var last = text.startIndex
    for code in codes {
      result.unicodeScalars.append(contentsOf: text.unicodeScalars[last..<code.lowerBound])
      var secret = String.UnicodeScalarView()
      secret.append(contentsOf: units(of: String(text[code])).map(\.scalar))
      result += replacement(String(secret))
      last = code.upperBound
    }
    result.unicodeScalars.append(contentsOf: text.unicodeScalars[last...])
    return result
  }

  private func end(of units: Range<Int>, _ all: [CodeUnit]) -> String.Index {
    all[units.upperBound - 1].range.upperBound
  }

  /// Whether there is a sign of codes or escapes in it, or a run that is long enough without.
  private func mayHoldCode(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      if byte == start.value || byte == end.value { return true }
      switch byte {
      // % & of escapes, and everything that is not ASCII, for full-width signs.
      case 0x25, 0x26, 0x80...: return true
      case 0x2b, 0x2f...0x39, 0x41...0x5a, 0x61...0x7a:
        run += 1
        if run == shortestBare { return true }
      default: run = 0
      }
    }
    return false
  }

  /// The token or parts of it, in units.
  private func codes(in token: CodeToken) -> [Range<Int>] {
    if isCode(token) { return [token.units] }
    guard !token.hasStart, token.scalars.count >= shortestBare else { return [] }
    // A path has slashes and hardly ever a plus: its parts are looked at one by one.
    let body = token.body
    let parts = body.contains("+") ? [body] : body.split(separator: "/")
    return parts.filter(isBareCode).map { part in
      let first = token.units.lowerBound + part.startIndex
      return first..<(first + part.count)
    }
  }

  func isCode(_ token: CodeToken) -> Bool {
    let count = token.scalars.count
    if token.hasStart, token.hasEnd {
      // `page#access_token=…` is a fragment with a name in it.
      let isName = token.isKey && Wordiness.of(token.body) > 0
      return count >= lengths.lowerBound && !token.body.isEmpty && !isName
    }
    guard count >= shortestWithOneEnd, kinds(in: token.body) > 1 else { return false }
    if token.hasStart {
      let limit = count < Self.longHashtag ? 0 : Self.wordinessOfLongHashtag
      return !isHexadecimal(token.body) && Wordiness.of(token.body) < limit
    }
    // The end alone says less than the start: it closes names of settings, too.
    return token.hasEnd && !token.isKey
      && (mixesAll(token.body) || Wordiness.of(token.body) < Self.wordinessBeforeEnd)
  }

  /// Hashtags of several words are far above 0, so that long texts can be held to more.
  private static let longHashtag = 16
  private static let wordinessOfLongHashtag = 6.0
  /// Above it, what stands before an end is a name such as `templateFolder=`.
  private static let wordinessBeforeEnd = 5.0
  /// Names with digits are not far below 0.
  private static let wordinessOfBare = -5.0

  func isBareCode(_ token: CodeToken) -> Bool {
    !token.hasStart && !token.hasEnd && isBareCode(token.body)
  }

  private func isBareCode(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    guard part.count >= shortestBare, part.count <= lengths.upperBound else { return false }
    return mixesAll(part) && Wordiness.of(part) < Self.wordinessOfBare
  }

  private func mixesAll(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    Set(scalars.map(Wordiness.kind)).isSuperset(of: [.small, .capital, .digit])
  }

  func kinds(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    Set(scalars.map(Wordiness.kind)).count
  }

  /// In one letter case, as colors and fingerprints are.
  func isHexadecimal(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
      || scalars.allSatisfy { ("0"..."9").contains($0) || ("A"..."F").contains($0) }
  }
}
