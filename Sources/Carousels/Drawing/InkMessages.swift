import Layout
import Rendering

/// What to say about letters.
extension InkProblem {
  init(_ collision: SlideInk.Collision) {
    let (upper, lower) = (collision.upper, collision.lower)
    self.init(
      kind: .collision,
      message: collision.isOneText
        ? "\(quoted(upper.text)) touches \(quoted(lower.text)) in the line below it"
        : "\(quoted(upper.text)) touches \(quoted(lower.text)) of another text",
      remedy: collision.isOneText
        ? "use shorter or other words, so that its lines break elsewhere, or another template; in "
          + "CSS, give its lines more room (line-height)"
        : "shorten one of them, or choose another template or size; in CSS, give them room of "
          + "their own",
      element: upper.element, bounds: collision.bounds, blocks: [upper.block, lower.block])
  }

  init(_ cut: SlideInk.Cut) {
    let edge = cut.isBySlide ? "the slide's edge" : "the edge of its box"
    self.init(
      kind: .clipped, message: "a letter of \(quoted(cut.word.text)) is cut by \(edge)",
      remedy: "use shorter words or another template; in CSS, "
        + (cut.isBySlide
          ? "move it inwards" : "give it padding or a larger line-height where it is clipped")
        + "; aria-hidden=\"true\" marks text that is only decoration",
      element: cut.word.element, bounds: cut.bounds, blocks: [cut.word.block])
  }

  fileprivate init(_ word: MixedFontWord, others: Int) {
    let more = others == 0 ? "" : ", and \(others) more word\(others == 1 ? "" : "s")"
    self.init(
      kind: .mixedFonts,
      message: "\(quoted(word.word)) is set in \(word.families.joined(separator: " and "))\(more)",
      remedy: "no font there is has all its letters: use other words, another template, or a brand "
        + "kit whose font has them; in CSS, name a family that has the whole word",
      element: word.element)
  }
}

extension [InkProblem] {
  /// One for each element.
  init(mixed words: [MixedFontWord]) {
    let groups = Dictionary(grouping: words) { $0.element?.index ?? -1 }
    self = groups.sorted { $0.key < $1.key }.compactMap { _, words in
      words.first.map { InkProblem($0, others: words.count - 1) }
    }
  }
}

/// In quotation marks, shortened.
private func quoted(_ text: String) -> String {
  "\"\(text.count > 40 ? text.prefix(39) + "…" : text[...])\""
}
