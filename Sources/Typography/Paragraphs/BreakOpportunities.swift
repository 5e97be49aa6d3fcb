/// Where a paragraph's text may break, by UAX #14 and the CSS properties that change it.
struct BreakOpportunities: Sendable {
  /// UTF-16 offsets inside the text before which a line may begin, rising.
  let offsets: [Int]
  /// UTF-16 offsets where a line may begin when nothing else fits (`overflow-wrap`), and whether
  /// that counts for the min-content width too (`anywhere`).
  private let emergencies: [Emergency]

  enum Emergency: Sendable { case none, breakWord, anywhere }

  init(in text: ParagraphText, styles: [TextStyle], clusterStarts: [Bool]) {
    var rules: [BreakRules: [Bool]] = [:]
    var offsets: [Int] = []
    var emergencies = [Emergency](repeating: .none, count: text.units.count + 1)
    var before: TextStyle?
    for span in text.spans {
      let style = styles[span.style]
      let marks = Self.marks(in: text.units, by: BreakRules(style), known: &rules)
      for offset in span.range {
        let earlier = offset > span.range.lowerBound ? style : before
        guard let earlier else { continue }
        let neighbors = Neighbors(text.units, offset)
        if neighbors.touchForcedBreak { continue }
        if earlier.wraps, clusterStarts[offset] {
          switch earlier.overflowWrap {
          case .normal: break
          case .breakWord: emergencies[offset] = .breakWord
          case .anywhere: emergencies[offset] = .anywhere
          }
        }
        // The nearest common ancestor decides; where either side wraps, it does.
        guard earlier.wraps || style.wraps else { continue }
        if Self.isAllowed(
          marks[offset], neighbors, earlier: earlier, later: style,
          isCluster: clusterStarts[offset])
        {
          offsets.append(offset)
        }
      }
      before = style
    }
    self.offsets = offsets
    self.emergencies = emergencies
  }

  /// Unicode's opportunities; looked up once for all text of the same rules.
  private static func marks(
    in units: [UInt16], by rules: BreakRules, known: inout [BreakRules: [Bool]]
  ) -> [Bool] {
    if let marks = known[rules] { return marks }
    let marks = TextBreak.lineBreaks(
      in: units, language: rules.language, strictness: rules.lineBreak)
    known[rules] = marks
    return marks
  }

  func emergency(at offset: Int) -> Emergency { emergencies[offset] }

  private static func isAllowed(
    _ mark: Bool, _ neighbors: Neighbors, earlier: TextStyle, later: TextStyle, isCluster: Bool
  ) -> Bool {
    if let besideAtomic = neighbors.besideAtomic { return besideAtomic }
    if earlier.breaksSpaces, neighbors.earlier == 0x20 || neighbors.earlier == 0x09 { return true }
    if neighbors.earlier == 0xAD, !earlier.breaksAtSoftHyphens { return false }
    if earlier.lineBreak == .anywhere, later.lineBreak == .anywhere, isCluster {
      return neighbors.later != 0x20 || later.preservesSpaces
    }
    if neighbors.mayBreak ?? mark {
      return
        !(earlier.wordBreak == .keepAll && later.wordBreak == .keepAll
        && neighbors.areLetters)
    }
    return earlier.wordBreak == .breakAll && later.wordBreak == .breakAll && isCluster
      && neighbors.areLetters
  }
}

/// What decides where lines may break between two characters.
private struct BreakRules: Hashable {
  var language: String
  var lineBreak: TextStyle.LineBreak

  init(_ style: TextStyle) {
    language = style.language
    lineBreak = style.lineBreak
  }
}

/// The characters on both sides of an offset.
private struct Neighbors {
  /// What stands before `earlier`; a space at the paragraph's beginning.
  let earliest: UInt16
  let earlier: UInt16
  let later: UInt16

  init(_ units: [UInt16], _ offset: Int) {
    earliest = offset > 1 ? units[offset - 2] : 0x20
    earlier = units[offset - 1]
    later = units[offset]
  }

  var touchForcedBreak: Bool { earlier == 0x0A || later == 0x0A }

  /// Where browsers do not follow UAX #14 (measured in Chromium 156, see the tests); nil where they
  /// do.
  var mayBreak: Bool? {
    if later == 0x20 { return nil }
    // After a space always, even before punctuation that would cling to it.
    if earlier == 0x20 { return true }
    if earlier < 0x7F, later < 0x7F, earlier > 0x20, later > 0x20 { return mayBreakASCII }
    // A dash that begins a word stays with it (UAX #14, revision 53, LB20a).
    if earlier == 0x2010 || earlier == 0x2012 || earlier == 0x2013, earliest == 0x20,
      let scalar = Unicode.Scalar(later)
    {
      let kind = TextBreak.lineBreakClass(of: scalar)
      if kind == .alphabetic || kind == .ambiguous || kind == .hebrewLetter { return false }
    }
    return nil
  }

  /// Between two visible ASCII characters: after hyphens and question marks, and before brackets.
  private var mayBreakASCII: Bool {
    switch UInt8(truncatingIfNeeded: earlier) {
    case UInt8(ascii: "-"):
      // `-5` is a number, but `1990-1995` and `A-4` are two.
      if Self.isDigit(later) { return earliest < 0x7F && Self.isLetter(earliest) }
      return !Self.contains("!$),./:;?]}", later)
    case UInt8(ascii: "?"): return !Self.contains("!\"'),./:;?]}", later)
    default:
      return Self.contains("(<[{", later)
        && Self.contains("!\"#%&)*+,.:;=>\\]|}~", earlier)
    }
  }

  /// Whether a line may break here, where an atomic stands on one side; nil when none does.
  ///
  /// Always, even against a character that would glue (CSS Text 3 §5.1), but not before a space
  /// or beside a joiner.
  var besideAtomic: Bool? {
    guard earlier == 0xFFFC || later == 0xFFFC else { return nil }
    if later == 0x20 || later == 0x09 { return false }
    let other = earlier == 0xFFFC ? later : earlier
    guard other != 0xFFFC, other != 0xA0, let scalar = Unicode.Scalar(other) else { return true }
    let kind = TextBreak.lineBreakClass(of: scalar)
    return kind != .glue && kind != .wordJoiner && kind != .zeroWidthJoiner
  }

  /// Whether both are what `word-break` is about: letters, ideographs, digits (CSS Text 3 §5.2).
  var areLetters: Bool { Self.isLetter(earlier) && Self.isLetter(later) }

  private static func contains(_ characters: String, _ unit: UInt16) -> Bool {
    characters.utf8.contains { UInt16($0) == unit }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// Letters, ideographs, digits and the marks on them.
  private static func isLetter(_ unit: UInt16) -> Bool {
    // Half of a pair: nearly all such scripts' characters are letters.
    guard let scalar = Unicode.Scalar(unit) else { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
