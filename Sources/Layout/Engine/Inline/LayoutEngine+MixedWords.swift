import Styling
import Typography

/// A word of a slide in several typefaces, because no family has all of its letters.
public struct MixedFontWord: Equatable, Sendable {
  /// As it is set.
  public var word: String
  /// In the order of their first letters; at least two.
  public var families: [String]
  /// The innermost element that has it.
  public var element: ElementIdentity?
}

extension LayoutEngine {
  /// The words of a finished tree in several typefaces, in document order; those that are only
  /// decoration or invisible are left out.
  func mixedWords(in root: Box) -> [MixedFontWord] {
    var words: [MixedFontWord] = []
    collectMixedWords(in: root, owner: nil, into: &words)
    return words
  }

  private func collectMixedWords(
    in box: Box, owner: ElementIdentity?, into words: inout [MixedFontWord]
  ) {
    if box.element?.isDecorative == true { return }
    let owner = box.element ?? owner
    let results = results(of: box)
    if let source = results.inlineSource, let paragraph = results.paragraphs.last {
      for word in paragraph.mixedWords {
        let holders = source.holders(of: word.item)
        if holders.contains(where: { $0.element?.isDecorative == true }) { continue }
        guard (holders.first?.style ?? box.style).text.visibility == .visible else { continue }
        words.append(
          MixedFontWord(
            word: word.word, families: word.families,
            element: holders.lazy.compactMap(\.element).first ?? owner))
      }
    }
    for child in box.childBoxes { collectMixedWords(in: child, owner: owner, into: &words) }
  }
}

extension InlineSource {
  /// The inline boxes around an item, innermost first.
  fileprivate func holders(of item: Int) -> [InlineBox] {
    guard owners.indices.contains(item) else { return [] }
    var holders: [InlineBox] = []
    var next = owners[item].inlineBox
    while let index = next {
      holders.append(boxes[index].inlineBox)
      next = boxes[index].parent
    }
    return holders
  }
}
