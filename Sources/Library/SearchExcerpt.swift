extension SearchText {
  /// Finds in a text what a search found, to show it.
  struct Excerpt {
    private let words: [Word]

    init(_ query: String) { words = SearchText.words(query) }

    /// About as much as fits a line.
    private static let length = 72
    private static let before = 24
    /// More is not looked through to show a line.
    private static let mostCharacters = 20_000

    /// The part of the text that has the most of the words, marked with U+2068 and U+2069.
    func best(among texts: [String]) -> String {
      var best = (count: 0, excerpt: "")
      for text in texts {
        let characters = Array(text.prefix(Self.mostCharacters))
        let ranges = ranges(in: characters)
        let count = Set(ranges.map(\.word)).count
        if count > best.count {
          best = (count, Self.excerpt(of: characters, ranges.map(\.range)))
        }
      }
      if best.count > 0 { return best.excerpt }
      // Found in pieces that are not seen so, as across the ends of two slides.
      let first = texts.first { !$0.isEmpty } ?? ""
      return Self.excerpt(of: Array(first.prefix(Self.mostCharacters)), [])
    }

    /// Where words stand, in order; none overlaps another.
    private func ranges(in characters: [Character]) -> [(word: Int, range: Range<Int>)] {
      let folded = characters.map { SearchText.fold(String($0)).filter(SearchText.isLetterOrDigit) }
      var found: [(word: Int, range: Range<Int>)] = []
      var place = 0
      while place < characters.count {
        let isStart = place == 0 || folded[place - 1].isEmpty
        let match = words.indices.lazy.compactMap { index -> (word: Int, range: Range<Int>)? in
          guard isStart || words[index].isUnspaced,
            let end = Self.end(of: words[index].scalars, in: folded, from: place)
          else { return nil }
          return (index, place..<end)
        }.first
        if let match {
          found.append(match)
          place = match.range.upperBound
        } else {
          place += 1
        }
      }
      return found
    }

    private static func end(
      of word: [Unicode.Scalar], in folded: [[Unicode.Scalar]], from start: Int
    ) -> Int? {
      var rest = word[...]
      var place = start
      while !rest.isEmpty, place < folded.count {
        let here = folded[place]
        guard !here.isEmpty else { return nil }
        guard rest.starts(with: here) else { return here.starts(with: rest) ? place + 1 : nil }
        rest = rest.dropFirst(here.count)
        place += 1
      }
      return rest.isEmpty ? place : nil
    }

    private static func excerpt(of characters: [Character], _ ranges: [Range<Int>]) -> String {
      let first = ranges.first?.lowerBound ?? 0
      var start = max(0, first - before)
      // Not in the middle of a word.
      while start > 0, start < first, !characters[start - 1].isWhitespace { start += 1 }
      var end = min(characters.count, start + length)
      while end > start, characters[end - 1].isWhitespace { end -= 1 }
      var text = start > 0 ? "…" : ""
      for place in start..<end {
        if ranges.contains(where: { $0.lowerBound == place }) { text += "\u{2068}" }
        text.append(characters[place].isNewline ? " " : characters[place])
        if ranges.contains(where: { $0.upperBound == place + 1 }) { text += "\u{2069}" }
      }
      // A word that the end cuts is closed all the same.
      if ranges.contains(where: { $0.lowerBound < end && $0.upperBound > end }) {
        text += "\u{2069}"
      }
      let isCut = characters[end...].contains { !$0.isWhitespace }
      return isCut ? text + "…" : text
    }
  }
}
