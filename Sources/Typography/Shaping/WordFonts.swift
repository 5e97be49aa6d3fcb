/// A word whose letters come from several families, because none has all of them.
struct MixedWord {
  /// UTF-16 offsets.
  var range: Range<Int>
  /// In the order of their first letters; at least two.
  var families: [String]
}

/// Sets words in one font where one has them whole.
///
/// CSS Fonts 4 §5.3 chooses a font for each cluster by itself; then a display face without ễ sets the
/// rest of "Nguyễn" beside a stranger's letter. Here the letters of a word (UAX #29) decide together;
/// digits and apostrophes in it follow where the font has them. What stands between words, such as
/// quotation marks, and text in scripts without words keep to clusters.
enum WordFonts {
  /// Fills in the fonts of the words that their first family lacks.
  ///
  /// Costs nothing where the first family has every letter.
  /// - Returns: the words that no family has whole.
  static func choose(
    for clusters: inout [Cluster], in text: ParagraphText, styles: [TextStyle],
    by chooser: inout FontChooser
  ) -> [MixedWord] {
    guard clusters.contains(where: { $0.font == nil && text.isWordLetter($0) }) else { return [] }
    let bounds = TextBreak.wordBounds(in: text.units, language: "")
    var mixed: [MixedWord] = []
    var start = 0
    while start < clusters.count {
      var end = start + 1
      while end < clusters.count, !bounds[clusters[end].range.lowerBound],
        clusters[end].range.lowerBound == clusters[end - 1].range.upperBound
      {
        end += 1
      }
      let word = start..<end
      start = end
      guard clusters[word].contains(where: { $0.font == nil && text.isWordLetter($0) }) else {
        continue
      }
      let families = setWord(word, of: &clusters, in: text, styles: styles, by: &chooser)
      guard families.count > 1, let last = clusters[word].last else { continue }
      let range = clusters[word.lowerBound].range.lowerBound..<last.range.upperBound
      mixed.append(MixedWord(range: range, families: families))
    }
    return mixed
  }

  /// - Returns: the families of its letters when no font has all of them; else none.
  private static func setWord(
    _ word: Range<Int>, of clusters: inout [Cluster], in text: ParagraphText, styles: [TextStyle],
    by chooser: inout FontChooser
  ) -> [String] {
    var families: [String] = []
    var fonts: [Int: Font] = [:]
    // A word may be bold in part: those parts go together that ask for the same families.
    for style in Set(clusters[word].map(\.style)).sorted() {
      let letters = clusters[word].filter {
        styles[$0.style].font.families == styles[style].font.families && text.isWordLetter($0)
      }
      guard let script = letters.first?.script else { continue }
      let font = chooser.font(
        forWord: letters.map { text.scalars(of: $0.range) }, script: script, style: style)
      if let font {
        fonts[style] = font
        continue
      }
      for letter in letters where letter.style == style {
        let own =
          letter.font
          ?? chooser.font(
            for: text.scalars(of: letter.range), script: letter.script, style: style)
        if let own, !families.contains(own.family) { families.append(own.family) }
      }
    }
    for index in word {
      guard let font = fonts[clusters[index].style] else { continue }
      if text.isWordLetter(clusters[index])
        || font.hasGlyphs(for: text.scalars(of: clusters[index].range))
      {
        clusters[index].font = font
      }
    }
    return families
  }
}

extension ParagraphText {
  /// Whether the cluster is a letter, with its marks, of a script that has words.
  fileprivate func isWordLetter(_ cluster: Cluster) -> Bool {
    let unit = units[cluster.range.lowerBound]
    if unit < 0x80 { return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7A }
    guard cluster.script.hasWords else { return false }
    let scalars = scalars(of: cluster.range)
    if EmojiPresentation(of: scalars) != nil { return false }
    switch scalars.first?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }
}

extension Font {
  /// Whether it has a glyph of its own for each that shows anything; never for an emoji.
  fileprivate func hasGlyphs(for scalars: [Unicode.Scalar]) -> Bool {
    EmojiPresentation(of: scalars) == nil
      && scalars.allSatisfy { face.glyph(for: $0) != nil || $0.isInvisible }
  }
}
