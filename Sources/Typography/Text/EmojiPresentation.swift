/// Whether a grapheme cluster is to be drawn as a picture or as a letter (UTS #51 §2).
enum EmojiPresentation: Sendable {
  case text, emoji

  /// - Parameter cluster: never empty.
  /// - Returns: nil for what is no emoji, or one whose first look is text and that asks for
  ///   nothing: the fonts decide.
  init?(of cluster: [Unicode.Scalar]) {
    guard let first = cluster.first, first.value >= 0x23 else { return nil }
    let properties = first.properties
    guard properties.isEmoji else { return nil }
    for scalar in cluster.dropFirst() {
      switch scalar.value {
      case 0xFE0E: self = .text
      case 0xFE0F: self = .emoji
      // A joined sequence, a skin tone, a flag of a region or of a pair of letters.
      case 0x200D where cluster.count > 2: self = .emoji
      case 0x1F3FB...0x1F3FF, 0xE0020...0xE007F, 0x1F1E6...0x1F1FF: self = .emoji
      default: continue
      }
      // The first mark decides: a selector stands right behind its character.
      return
    }
    guard properties.isEmojiPresentation else { return nil }
    self = .emoji
  }

  /// Whether a character of one UTF-16 unit may be an emoji by itself: few are looked up.
  static func mayBegin(with unit: UInt16) -> Bool {
    (0x2000..<0x3300).contains(unit) || UTF16.isLeadSurrogate(unit)
  }
}
