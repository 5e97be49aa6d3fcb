extension CodeShapes {
  /// Reads a code as it comes out of a chat, a mail, a spreadsheet or a URL.
  ///
  /// - Parameters:
  ///   - text: what was pasted; no error repeats it unmasked.
  ///   - pick: which of several texts that can be the code, from 1.
  public func read(
    _ text: String, pick: Int? = nil
  ) throws(SparkCode.Fault) -> SparkCode.Reading {
    guard text.utf8.count <= SparkCode.mostBytes else {
      throw .tooLong(limit: SparkCode.mostBytes)
    }
    var pasted = PastedText(text, shapes: self)
    guard !pasted.scalars.isEmpty else { throw .empty }
    if isSpreadsheetError(pasted.scalars) { throw .cannotBeCode(.spreadsheetError) }
    pasted.undoEscapes()
    pasted.peel()
    guard !pasted.scalars.isEmpty else { throw .empty }
    if pasted.words.count == 1, !isFramedAmongOthers(pasted.text) {
      try check(pasted.scalars)
      return try reading(pasted.scalars, of: pasted, among: 1, pick: pick)
    }
    return try readAmongWords(pasted, pick: pick)
  }

  /// A code from its start to its end, with something glued to it that is none.
  private func isFramedAmongOthers(_ text: String) -> Bool {
    let units = units(of: text, decoding: false)
    let codes = tokens(units).filter { $0.hasStart && $0.hasEnd && isCode($0) }
    return codes.contains { $0.units.count < units.count }
  }

  // MARK: - One word

  /// A person says that it is a code: it has only to be none of what codes are not.
  private func check(_ scalars: [Unicode.Scalar]) throws(SparkCode.Fault) {
    if isURL(scalars) { throw .cannotBeCode(.url) }
    if isRoundedNumber(scalars) { throw .cannotBeCode(.roundedNumber) }
    if isDigits(scalars) { throw .cannotBeCode(.digits) }
    guard scalars.count >= lengths.lowerBound else {
      throw .cannotBeCode(.tooShort(scalars.count, fewest: lengths.lowerBound))
    }
    guard scalars.count <= lengths.upperBound else { throw .tooLong(limit: lengths.upperBound) }
    let latin = scalars.map(SparkCode.latin)
    if latin.first == start, latin.last == end { return }
    let body = latin.drop { $0 == start }
    let limit = latin.last == end ? Self.wordinessOfEnded : 0
    guard kinds(in: body) > 1, Wordiness.of(body) < limit else { throw .cannotBeCode(.words) }
  }

  /// Nobody pastes the name of a setting here; see `wordinessBeforeEnd`.
  private static let wordinessOfEnded = 12.0

  private func isSpreadsheetError(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.count > 1, scalars.allSatisfy({ $0 == "#" }) { return true }
    return spreadsheetErrors.contains(PastedText.text(scalars).uppercased())
  }

  private func isURL(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    let text = PastedText.text(scalars).lowercased()
    if text.contains("://") || text.hasPrefix("www.") { return true }
    // `vm.tiktok.com/Z…`; codes have no periods.
    guard let slash = text.firstIndex(of: "/") else { return false }
    return text[..<slash].contains(".")
  }

  /// `1.79E+18`, `1,79E+18`.
  private func isRoundedNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    let text = PastedText.text(scalars).uppercased()
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else {
      return false
    }
    let exponent = parts[1].dropFirst()
    return !parts[0].isEmpty && parts[0].allSatisfy { $0.isNumber || ".,-".contains($0) }
      && (1...3).contains(exponent.count) && exponent.allSatisfy(\.isNumber)
  }

  /// An id, an issue's number, an amount.
  private func isDigits(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    let rest = scalars.drop { $0 == start }
    let signs = ".,-+'’".unicodeScalars
    return rest.contains { $0.properties.numericType != nil }
      && rest.allSatisfy { $0.properties.numericType != nil || signs.contains($0) }
  }

  // MARK: - Among words

  private func readAmongWords(
    _ pasted: PastedText, pick: Int?
  ) throws(SparkCode.Fault) -> SparkCode.Reading {
    let text = pasted.text
    let units = units(of: text, decoding: false)
    let candidates = candidates(units)
    guard !candidates.isEmpty else {
      if isTorn(pasted) { throw .blankForPlus }
      throw .cannotBeCode(kind(of: pasted.words))
    }
    let masked = candidates.map { SparkCode(secret: PastedText.text($0.secret)).masked }
    if candidates.count > 1, pick == nil { throw .several(masked) }
    let place = pick ?? 1
    guard (1...candidates.count).contains(place) else {
      throw .noSuchPick(place, among: masked)
    }
    let chosen = candidates[place - 1]
    if chosen.hasBlank || candidates.count == 1 && isTorn(pasted) { throw .blankForPlus }
    var pasted = pasted
    if chosen.isWrapped { pasted.note(.lineBreaks) }
    if chosen.units.count < units.count { pasted.note(.surroundingWords) }
    return try reading(chosen.secret, of: pasted, among: candidates.count, pick: pick)
  }

  private struct Candidate {
    var units: Range<Int>
    var secret: [Unicode.Scalar]
    var hasBlank: Bool
    var isWrapped: Bool
  }

  /// Each code once, in the order of the text, and none in a URL.
  private func candidates(_ units: [CodeUnit]) -> [Candidate] {
    var candidates: [Candidate] = []
    for token in tokens(units) where isCode(token) || isBareCode(token) {
      let word = word(around: token.units, in: units)
      if isURL(units[word].map(\.scalar)) { continue }
      let isWhole = token.hasBlank || token.isWrapped
      let range = isWhole ? token.units : completed(token, units)
      let secret = units[range].map(\.scalar).filter { !isWhole || !$0.properties.isWhitespace }
      if candidates.contains(where: { $0.secret == secret }) { continue }
      candidates.append(
        Candidate(
          units: range, secret: secret, hasBlank: token.hasBlank, isWrapped: token.isWrapped))
    }
    return candidates
  }

  /// With the letters before a code without start and after one without end, which codes do not
  /// have but which are not around it either: they are doubts, and never cut off silently.
  private func completed(_ token: CodeToken, _ units: [CodeUnit]) -> Range<Int> {
    var range = token.units
    while !token.hasStart, range.lowerBound > 0,
      units[range.lowerBound - 1].scalar.properties.isAlphabetic
    {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    while !token.hasEnd, range.upperBound < units.count,
      units[range.upperBound].scalar.properties.isAlphabetic
    {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }

  private func word(around range: Range<Int>, in units: [CodeUnit]) -> Range<Int> {
    let isBlank = { (index: Int) in units[index].scalar.properties.isWhitespace }
    var first = range.lowerBound
    var end = range.upperBound
    while first > 0, !isBlank(first - 1) { first -= 1 }
    while end < units.count, !isBlank(end) { end += 1 }
    return first..<end
  }

  private static let fewestOfPiece = 4

  /// One line that begins as a code does and whose other words are no words, all of the alphabet.
  private func isTorn(_ pasted: PastedText) -> Bool {
    let words = pasted.words
    guard words.count > 1, words.count <= 5, pasted.scalars.first == start,
      !pasted.scalars.contains(where: CodeEscape.isLineBreak)
    else { return false }
    return words.enumerated().allSatisfy { index, word in
      let body = index == 0 ? word.dropFirst() : word
      let isClean = body.allSatisfy { alphabet.contains($0) || $0 == end }
      guard isClean, body.dropLast().allSatisfy({ $0 != end }) || index == words.count - 1 else {
        return false
      }
      return index == 0 || word.count >= Self.fewestOfPiece && Wordiness.of(body) < 0
    }
  }

  private func kind(of words: [ArraySlice<Unicode.Scalar>]) -> SparkCode.Kind {
    if words.allSatisfy(isDigits) { return .digits }
    // A link with a word or two about it.
    if words.contains(where: isURL), words.count <= 3 { return .url }
    return .words
  }

  // MARK: - What there is to say

  private func reading(
    _ secret: [Unicode.Scalar], of pasted: PastedText, among count: Int, pick: Int?
  ) throws(SparkCode.Fault) -> SparkCode.Reading {
    let code = SparkCode(secret: PastedText.text(secret))
    if let pick, !(1...count).contains(pick) { throw .noSuchPick(pick, among: [code.masked]) }
    guard secret.count <= lengths.upperBound else { throw .tooLong(limit: lengths.upperBound) }
    return SparkCode.Reading(code: code, cleanings: pasted.cleanings, doubts: doubts(secret))
  }

  private func doubts(_ scalars: [Unicode.Scalar]) -> [SparkCode.Doubt] {
    var doubts: [SparkCode.Doubt] = []
    if scalars.first != start { doubts.append(.noHashAtStart) }
    for (index, scalar) in scalars.enumerated() {
      if scalar == start {
        if index > 0 { doubts.append(.hashInside(place: index + 1)) }
      } else if scalar != end, !alphabet.contains(scalar) {
        doubts.append(.oddCharacter(scalar, place: index + 1))
      }
    }
    if scalars.last != end { doubts.append(.noEqualsAtEnd) }
    return doubts
  }
}
