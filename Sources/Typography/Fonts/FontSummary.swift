/// What a font's file is good for, before anything is set in it.
package struct FontSummary: Sendable {
  /// The CSS weights of its `wght` axis; nil for a font that does not vary.
  package var weights: ClosedRange<Int>?
  /// Whether it has letters of some script; a font of symbols or icons has none.
  package var hasLetters: Bool

  /// A letter that every text of its script has.
  private static let letters: [Unicode.Scalar] = [
    "a", "α", "а", "ա", "ა", "א", "ا", "क", "অ", "த", "ก", "က", "ក", "አ", "あ", "一", "가",
  ]

  /// - Returns: nil when the bytes are no OpenType font.
  package init?(_ bytes: [UInt8]) {
    guard let face = ShapingFace(FontData(bytes)) else { return nil }
    weights = face.axis("wght").map { axis in
      let least = min(max(Int(axis.lowerBound), 1), 1_000)
      return least...min(max(Int(axis.upperBound), least), 1_000)
    }
    hasLetters = Self.letters.contains { face.glyph(for: $0) != nil }
  }
}
