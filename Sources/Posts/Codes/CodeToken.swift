/// A character of a text as codes see it: an escape that stands for one is that one.
struct CodeUnit {
  var scalar: Unicode.Scalar
  /// Where it stands in the text, with its escape.
  var range: Range<String.Index>
}

/// A run of characters that codes have.
///
/// What begins with the start may have `-` and `_` too: they are not of the alphabet, but a code
/// that somebody mistyped is still a secret.
struct CodeToken {
  /// In the units of the text.
  var units: Range<Int>
  /// Characters of other scripts that are drawn like Latin ones are those.
  var scalars: [Unicode.Scalar]
  var hasStart: Bool
  var hasEnd: Bool
  /// `key=value`: what stands before the sign is a name.
  var isKey = false
  /// One code that a blank tore apart, which was a `+`.
  var hasBlank = false
  /// One code on several lines.
  var isWrapped = false

  /// Without start and end.
  var body: ArraySlice<Unicode.Scalar> {
    let rest = scalars.dropFirst(hasStart ? 1 : 0)
    return rest.dropLast(hasEnd ? rest.reversed().prefix { $0 == scalars.last }.count : 0)
  }
}

extension CodeShapes {
  /// The text's characters without those that nobody sees.
  ///
  /// - Parameter decoding: escapes are what they stand for; off where they are undone already.
  func units(of text: String, decoding: Bool = true) -> [CodeUnit] {
    let scalars = text.unicodeScalars
    var units: [CodeUnit] = []
    units.reserveCapacity(text.utf8.count)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let escape = decoding ? CodeEscape.decoded(scalars[index...], again: true) : nil
      let next = escape?.end ?? scalars.index(after: index)
      if !CodeEscape.isInvisible(scalars[index]) {
        units.append(CodeUnit(scalar: escape?.scalar ?? scalars[index], range: index..<next))
      }
      index = next
    }
    return units
  }

  /// Every run of the alphabet; torn and wrapped codes are one.
  func tokens(_ units: [CodeUnit]) -> [CodeToken] { joined(runs(units), units) }

  private func runs(_ units: [CodeUnit]) -> [CodeToken] {
    var tokens: [CodeToken] = []
    var index = 0
    while index < units.count {
      let first = index
      var scalars: [Unicode.Scalar] = []
      let hasStart = SparkCode.latin(units[index].scalar) == start
      if hasStart {
        scalars.append(start)
        index += 1
      }
      while index < units.count, let scalar = member(units[index].scalar, afterStart: hasStart) {
        scalars.append(scalar)
        index += 1
      }
      let bodyEnd = index
      while index < units.count, SparkCode.latin(units[index].scalar) == end {
        scalars.append(end)
        index += 1
      }
      if index == first {
        index += 1
        continue
      }
      var token = CodeToken(
        units: first..<index, scalars: scalars, hasStart: hasStart, hasEnd: index > bodyEnd)
      token.isKey =
        token.hasEnd && index < units.count
        && member(units[index].scalar, afterStart: false) != nil
      tokens.append(token)
    }
    return tokens
  }

  private func member(_ scalar: Unicode.Scalar, afterStart: Bool) -> Unicode.Scalar? {
    let latin = SparkCode.latin(scalar)
    if alphabet.contains(latin) { return latin }
    return afterStart && (latin == "-" || latin == "_") ? latin : nil
  }

  /// A start without an end, then an end without a start, and nothing or blanks between.
  private func joined(_ runs: [CodeToken], _ units: [CodeUnit]) -> [CodeToken] {
    var tokens: [CodeToken] = []
    var index = 0
    while index < runs.count {
      if let (token, next) = joint(runs, from: index, units) {
        tokens.append(token)
        index = next
      } else {
        tokens.append(runs[index])
        index += 1
      }
    }
    return tokens
  }

  /// How many pieces a torn code may have: each `+` that was lost makes one more.
  private static let mostPieces = 5

  private func joint(
    _ runs: [CodeToken], from first: Int, _ units: [CodeUnit]
  ) -> (CodeToken, next: Int)? {
    guard runs[first].hasStart, !runs[first].hasEnd, isClean(runs[first]) else { return nil }
    var whole = runs[first]
    if first + 1 < runs.count, isContinued(whole, by: runs[first + 1]) {
      whole.units = whole.units.lowerBound..<runs[first + 1].units.upperBound
      whole.scalars += runs[first + 1].scalars
      whole.hasEnd = true
      return (whole, first + 2)
    }
    for next in (first + 1)..<max(first + 1, min(runs.count, first + Self.mostPieces)) {
      let piece = runs[next]
      let gap = units[whole.units.upperBound..<piece.units.lowerBound].map(\.scalar)
      guard !piece.hasStart, isClean(piece), !piece.isKey, !gap.isEmpty,
        gap.allSatisfy(\.properties.isWhitespace)
      else { return nil }
      if gap.contains(where: CodeEscape.isLineBreak) {
        whole.isWrapped = true
      } else {
        whole.hasBlank = true
        whole.scalars += gap.map { _ in "+" }
      }
      whole.units = whole.units.lowerBound..<piece.units.upperBound
      whole.scalars += piece.scalars
      guard piece.hasEnd else { continue }
      whole.hasEnd = true
      let isOne = lengths.contains(whole.scalars.count) && Wordiness.of(whole.body) < 0
      return isOne ? (whole, next + 1) : nil
    }
    return nil
  }

  /// A second start inside of one code: `#Ab1…#Cd2…=`.
  private func isContinued(_ token: CodeToken, by next: CodeToken) -> Bool {
    next.units.lowerBound == token.units.upperBound && next.hasStart && next.hasEnd
      && Wordiness.of(token.body) < 0
  }

  private func isClean(_ token: CodeToken) -> Bool {
    token.body.allSatisfy { alphabet.contains($0) }
  }
}
