import Diagnostics

/// Finds for a grapheme cluster, or for all letters of a word, the first font that covers it: the
/// style's own families, then the catalogue's fallback order.
struct FontChooser {
  private let catalog: FontCatalog
  private let styles: [TextStyle]
  private let buffer: ShapingBuffer
  /// The faces of each style's own families; nil until first asked for.
  private var own: [Faces?]
  private var fallbacks: [FallbackKey: Faces] = [:]
  /// Files that were wanted and are missing or altered, in the order they were met.
  private(set) var problems: [Diagnostic] = []

  init(catalog: FontCatalog, styles: [TextStyle], buffer: ShapingBuffer) {
    self.catalog = catalog
    self.styles = styles
    self.buffer = buffer
    own = Array(repeating: nil, count: styles.count)
  }

  /// Faces of the catalogue, loaded one by one as long as none of them serves.
  private struct Faces {
    var entries: ArraySlice<Int>
    var fonts: [Font] = []
  }

  private struct FallbackKey: Hashable {
    var style: Int
    var script: Script
  }

  /// - Parameter style: index into the styles.
  /// - Returns: nil when no font covers the cluster.
  mutating func font(for cluster: [Unicode.Scalar], script: Script, style: Int) -> Font? {
    let presentation = EmojiPresentation(of: cluster)
    if presentation == .emoji, let font = fallback(for: cluster, script: .emoji, style: style) {
      return font
    }
    return ownFont(for: cluster, script: script, style: style, asText: presentation == .text)
      ?? fallback(for: cluster, script: script, style: style)
      // What only a picture shows, though text was wanted.
      ?? fallback(for: cluster, script: .emoji, style: style)
  }

  /// - Parameters:
  ///   - letters: grapheme clusters, none of them an emoji.
  ///   - style: index into the styles.
  /// - Returns: nil when no font covers all of them.
  mutating func font(forWord letters: [[Unicode.Scalar]], script: Script, style: Int) -> Font? {
    let buffer = buffer
    func serves(_ font: Font) -> Bool {
      letters.allSatisfy { font.covers($0, script, with: buffer) }
    }
    return ownFont(of: style, serves) ?? fallback(for: script, style: style, serves)
  }

  /// The first of the style's own families that covers the cluster.
  ///
  /// - Parameter asText: fonts of color pictures do not count.
  private mutating func ownFont(
    for cluster: [Unicode.Scalar], script: Script, style: Int, asText: Bool
  ) -> Font? {
    let buffer = buffer
    return ownFont(of: style) { font in
      !(asText && font.hasColorBitmaps) && font.covers(cluster, script, with: buffer)
    }
  }

  private mutating func fallback(
    for cluster: [Unicode.Scalar], script: Script, style: Int
  ) -> Font? {
    let buffer = buffer
    return fallback(for: script, style: style) { $0.covers(cluster, script, with: buffer) }
  }

  private mutating func ownFont(of style: Int, _ serves: (Font) -> Bool) -> Font? {
    var faces = ownFaces(of: style)
    let font = font(in: &faces, styles[style].font, serves)
    own[style] = faces
    return font
  }

  private mutating func fallback(
    for script: Script, style: Int, _ serves: (Font) -> Bool
  ) -> Font? {
    let description = styles[style].font
    let key = FallbackKey(style: style, script: script)
    var others =
      fallbacks[key]
      ?? Faces(
        entries: catalog.fallbackCandidates(
          for: script, language: styles[style].language, description: description)[...])
    let font = font(in: &others, description, serves)
    fallbacks[key] = others
    return font
  }

  /// The first family's font, whose placeholder stands for what is missing too; nil when there is
  /// no font at all.
  mutating func primary(of style: Int) -> Font? {
    if let font = own[style]?.fonts.first { return font }
    var faces = ownFaces(of: style)
    while faces.fonts.isEmpty, let entry = faces.entries.popFirst() {
      if let font = load(entry, styles[style].font) { faces.fonts.append(font) }
    }
    own[style] = faces
    return faces.fonts.first
  }

  private func ownFaces(of style: Int) -> Faces {
    own[style] ?? Faces(entries: catalog.candidates(for: styles[style].font)[...])
  }

  private mutating func font(
    in faces: inout Faces, _ description: FontDescription, _ serves: (Font) -> Bool
  ) -> Font? {
    for font in faces.fonts where serves(font) { return font }
    while let entry = faces.entries.popFirst() {
      guard let font = load(entry, description) else { continue }
      faces.fonts.append(font)
      if serves(font) { return font }
    }
    return nil
  }

  private mutating func load(_ entry: Int, _ description: FontDescription) -> Font? {
    do throws(Diagnostic) {
      return try catalog.font(
        entry, weight: description.weight, variations: description.variations)
    } catch {
      if !problems.contains(error) { problems.append(error) }
      return nil
    }
  }
}

extension Font {
  fileprivate func covers(
    _ cluster: [Unicode.Scalar], _ script: Script, with buffer: ShapingBuffer
  ) -> Bool {
    if cluster.allSatisfy({ face.glyph(for: $0) != nil || $0.isInvisible }) { return true }
    // HarfBuzz composes letters with their marks and draws odd spaces and hyphens with common ones.
    guard cluster.count > 1 || cluster[0].isSpaceOrDash else { return false }
    let units = cluster.flatMap { Array(String($0).utf16) }
    let glyphs = face.shape(
      units, range: 0..<units.count, isRightToLeft: false, script: script.tag, language: "",
      features: [], with: buffer)
    return glyphs.allSatisfy { $0.id != 0 }
  }
}

extension Unicode.Scalar {
  /// Whether it has no look of its own, so that no font needs a glyph for it.
  var isInvisible: Bool {
    if value < 0x80 { return false }
    return properties.isDefaultIgnorableCodePoint || properties.isVariationSelector
  }

  fileprivate var isSpaceOrDash: Bool {
    switch properties.generalCategory {
    case .spaceSeparator, .dashPunctuation: true
    default: false
    }
  }
}
