/// Finds the codes of a library in a text by their likeness, of which the library has an index.
///
/// From each place where a code may begin, its first characters are looked up; only where a code
/// begins so, its neighbors in the index are compared, and it has to be the same letter for letter.
/// Read as `CodeShapes.read` reads: escapes are undone, what nobody sees is passed over, blanks and
/// line ends are nothing or a lost `+`, letters of other scripts are those they are drawn like. The
/// `#` and the `=` may be missing.
public struct CodeLookup: Sendable {
  /// Without blanks; characters of other scripts that are drawn like Latin ones are those.
  private var scalars: [Unicode.Scalar] = []
  /// Where each stands in the text, with its escape.
  private var ranges: [Range<String.Index>] = []
  /// How many blanks stand before each.
  private var blanks: [Int] = []
  private let shapes = CodeShapes.builtIn

  /// A place where a code may begin, and how it would be written.
  public struct Place: Hashable, Sendable {
    fileprivate var start: Int
    /// As a code that begins with `#`.
    fileprivate var hasStart: Bool
    /// Blanks are a `+` that was lost, not nothing.
    fileprivate var blankIsPlus: Bool
    /// How the likeness of such a code begins.
    public let head: String
  }

  /// Every place, in the order of the text.
  public private(set) var places: [Place] = []

  /// The text as it stands, and with its escapes undone; none when it is too short for a code.
  public static func readings(of text: String) -> [CodeLookup] {
    guard text.utf8.count >= CodeShapes.builtIn.lengths.lowerBound else { return [] }
    let hasEscapes = text.utf8.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "&") }
    return (hasEscapes ? [false, true] : [false]).map { CodeLookup(text, decoding: $0) }
  }

  private init(_ text: String, decoding: Bool) {
    scalars.reserveCapacity(text.utf8.count)
    var blank = 0
    for unit in shapes.units(of: text, decoding: decoding) {
      if unit.scalar.properties.isWhitespace {
        blank += 1
      } else if !CodeEscape.isInvisible(unit.scalar) {
        scalars.append(SparkCode.latin(unit.scalar))
        ranges.append(unit.range)
        blanks.append(blank)
        blank = 0
      }
    }
    findPlaces()
  }

  // MARK: - Where codes may begin

  /// Characters of a code after its `#` that are looked up first: few enough for the shortest code,
  /// enough that words hardly ever begin so.
  private static let headLength = 5
  /// A code without its ends is found from this length on, in characters.
  private static let shortestBare = 8
  /// The same, amid letters or torn apart.
  private static let shortestGlued = 12
  /// Letters and digits of a SHA-256, inside of which no code is looked for.
  private static let digestLength = 64

  private mutating func findPlaces() {
    var runEnd = 0
    var isDigest = false
    for start in 0..<max(0, scalars.count - Self.headLength + 1) {
      let isFirst = start == 0 || blanks[start] > 0 || !isAlphanumeric(scalars[start - 1])
      if start >= runEnd {
        runEnd = start
        while runEnd < scalars.count, isAlphanumeric(scalars[runEnd]),
          runEnd == start || blanks[runEnd] == 0
        {
          runEnd += 1
        }
        isDigest =
          runEnd - start == Self.digestLength && shapes.isHexadecimal(scalars[start..<runEnd])
      }
      if scalars[start] == shapes.start { continue }
      let isLong = !isDigest && runEnd - start >= Self.shortestBare
      guard runEnd == start ? isFirstSign(start) : isFirst || isLong else { continue }
      for blankIsPlus in hasBlank(after: start) ? [false, true] : [false] {
        let head = likeness(from: start, blankIsPlus: blankIsPlus, most: Self.headLength)
        places.append(
          Place(start: start, hasStart: false, blankIsPlus: blankIsPlus, head: head))
        places.append(
          Place(
            start: start, hasStart: true, blankIsPlus: blankIsPlus,
            head: SparkCode.likeness(of: CollectionOfOne(shapes.start)) + head))
      }
    }
  }

  /// Codes hardly ever begin with a sign, or with a letter of another script.
  private func isFirstSign(_ place: Int) -> Bool {
    if place == 0 || blanks[place] > 0 || scalars[place - 1] == shapes.start { return true }
    return scalars[place].isASCII
      ? "-_.~+/".unicodeScalars.contains(scalars[place]) : scalars[place - 1].isASCII
  }

  /// Among the characters of a head.
  private func hasBlank(after start: Int) -> Bool {
    blanks[(start + 1)..<(start + Self.headLength)].contains { $0 > 0 }
  }

  /// Of other scripts some set no blanks between words, so a code may stand amid their letters.
  private func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    Wordiness.kind(scalar) != .sign
  }

  /// The likeness of what stands from there on.
  private func likeness(from start: Int, blankIsPlus: Bool, most: Int) -> String {
    var text: [Unicode.Scalar] = []
    var index = start
    while index < scalars.count, text.count < most {
      if blankIsPlus, index > start {
        text += repeatElement("+", count: min(blanks[index], most - text.count))
      }
      if text.count < most { text.append(scalars[index]) }
      index += 1
    }
    return SparkCode.likeness(of: text)
  }

  // MARK: - Which code it is

  /// Where a code with this head may be: its place as it is, and with blanks for `+`.
  public func continuations(of place: Place) -> [Place] {
    if place.blankIsPlus { return [place] }
    var other = place
    other.blankIsPlus = true
    return [place, other]
  }

  /// The likeness of all that stands from there on, as far as codes go.
  public func likeness(at place: Place) -> String {
    let start = place.hasStart ? SparkCode.likeness(of: CollectionOfOne(shapes.start)) : ""
    return start
      + likeness(
        from: place.start, blankIsPlus: place.blankIsPlus, most: shapes.lengths.upperBound)
  }

  /// Likenesses that a code there can have, the longest first.
  ///
  /// - Parameter neighbors: the likenesses before and after `likeness(at:)` in the index: every
  ///   code that the text begins with there, its `=` aside, has with one of them at least its own
  ///   length in common.
  public func candidates(at place: Place, near neighbors: [String]) -> [String] {
    let text = Array(likeness(at: place).unicodeScalars)
    let common =
      neighbors.map { neighbor in
        zip(text, neighbor.unicodeScalars).prefix { $0 == $1 }.count
      }.max() ?? 0
    let shortest = place.head.unicodeScalars.count
    guard common >= shortest else { return [] }
    return (shortest...common).reversed().flatMap { count in
      let part = PastedText.text(text[..<count])
      return Self.ends.map { part + $0 }
    }
  }

  /// What a text may lack of a code; base64 has at most two.
  private static let ends = ["", "=", "==", "==="]

  /// Where the code stands, with its ends as far as they are there.
  ///
  /// - Parameter ignoringCase: for texts that were made small.
  public func range(
    of code: SparkCode, at place: Place, ignoringCase: Bool = false
  ) -> Range<String.Index>? {
    let whole = code.secret.unicodeScalars.map(SparkCode.latin)
    let body = whole.drop { $0 == shapes.start }
      .reversed().drop { $0 == shapes.end }.reversed().map(\.self)
    guard !body.isEmpty,
      var end = end(of: body, at: place, ignoringCase: ignoringCase)
    else { return nil }
    let isTorn = blanks[(place.start + 1)..<end].contains { $0 > 0 }
    var first = place.start
    while first > 0, blanks[first] == 0, scalars[first - 1] == shapes.start { first -= 1 }
    let bodyEnd = end
    while end < scalars.count, blanks[end] == 0, scalars[end] == shapes.end { end += 1 }
    let hasStart = first < place.start
    let hasEnd = end > bodyEnd
    let isWhole =
      (hasStart || whole.first != shapes.start) && (hasEnd || whole.last != shapes.end)
    let isAmidLetters =
      !hasStart && first > 0 && blanks[first] == 0 && isAlphanumeric(scalars[first - 1])
      || !hasEnd && end < scalars.count && blanks[end] == 0 && isAlphanumeric(scalars[end])
    let isFound =
      hasStart && hasEnd
      || isCode(body[...], isWhole: isWhole, isAmidLetters: isAmidLetters, isTorn: isTorn)
    return isFound ? ranges[first].lowerBound..<ranges[end - 1].upperBound : nil
  }

  /// Whether what lacks an end, or is torn or amid letters, is more than a word like the code's.
  private func isCode(
    _ body: ArraySlice<Unicode.Scalar>, isWhole: Bool, isAmidLetters: Bool, isTorn: Bool
  ) -> Bool {
    if isTorn, Wordiness.of(body) >= 0 { return false }
    if isTorn || isAmidLetters, body.count < Self.shortestGlued { return false }
    return isWhole
      || body.count >= Self.shortestBare && shapes.kinds(in: body) > 1 && Wordiness.of(body) < 0
  }

  private func end(of body: [Unicode.Scalar], at place: Place, ignoringCase: Bool) -> Int? {
    var index = place.start
    var rest = body[...]
    while let next = rest.first {
      guard index < scalars.count else { return nil }
      if place.blankIsPlus, index > place.start, blanks[index] > 0 {
        guard rest.prefix(blanks[index]).count == blanks[index],
          rest.prefix(blanks[index]).allSatisfy({ $0 == "+" })
        else { return nil }
        rest = rest.dropFirst(blanks[index])
        guard let afterBlank = rest.first else { return nil }
        guard isSame(afterBlank, scalars[index], ignoringCase) else { return nil }
      } else {
        guard isSame(next, scalars[index], ignoringCase) else { return nil }
      }
      rest = rest.dropFirst()
      index += 1
    }
    return index
  }

  private func isSame(
    _ one: Unicode.Scalar, _ other: Unicode.Scalar, _ ignoringCase: Bool
  ) -> Bool {
    one == other
      || ignoringCase && one.properties.lowercaseMapping == other.properties.lowercaseMapping
  }
}

extension [Range<String.Index>] {
  /// In order, and what overlaps or touches as one.
  public var joined: [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
