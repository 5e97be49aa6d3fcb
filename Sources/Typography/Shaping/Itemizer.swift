/// A stretch of text that HarfBuzz shapes at once: one bidi level, script, font and style.
struct ItemizedRun {
  var range: Range<Int>
  /// Odd is right to left.
  var level: UInt8
  var script: Script
  var font: Font
  var style: TextStyle
}

/// A grapheme cluster, whose font may be known already.
struct Cluster {
  /// UTF-16 offsets.
  var range: Range<Int>
  /// Into `ParagraphText.spans`.
  var span: Int
  var style: Int
  var script: Script
  /// nil while it is to be chosen for the cluster by itself.
  var font: Font?
}

extension ParagraphText {
  func scalars(of range: Range<Int>) -> [Unicode.Scalar] {
    Array(String(decoding: units[range], as: UTF16.self).unicodeScalars)
  }
}

/// Cuts a paragraph's text where level, script, font or style changes.
struct Itemizer {
  let text: ParagraphText
  let styles: [TextStyle]
  let levels: [UInt8]
  /// Whether a grapheme cluster begins at each UTF-16 offset.
  let clusterStarts: [Bool]

  /// Clusters that no font covers, by offset; they get the first font's placeholder.
  private(set) var missing: [Range<Int>] = []
  private(set) var runs: [ItemizedRun] = []
  /// Words whose letters no family has all.
  let mixedWords: [MixedWord]

  init(
    _ text: ParagraphText, styles: [TextStyle], levels: [UInt8], clusterStarts: [Bool],
    chooser: inout FontChooser
  ) {
    self.text = text
    self.styles = styles
    self.levels = levels
    self.clusterStarts = clusterStarts
    let scripts = Self.scripts(of: text.units)
    var clusters: [Cluster] = []
    clusters.reserveCapacity(text.units.count)
    for (index, span) in text.spans.enumerated() {
      guard case .text = span.kind else { continue }
      let primary = chooser.primary(of: span.style)
      var start = span.range.lowerBound
      while start < span.range.upperBound {
        var end = start + 1
        while end < span.range.upperBound, !clusterStarts[end] { end += 1 }
        let isPlain = Self.covers(primary, text.units, start..<end)
        clusters.append(
          Cluster(
            range: start..<end, span: index, style: span.style, script: scripts[start],
            font: isPlain ? primary : nil))
        start = end
      }
    }
    mixedWords = WordFonts.choose(for: &clusters, in: text, styles: styles, by: &chooser)
    // A border, margin or padding keeps the text on its sides apart.
    let borders = Set(text.edges.lazy.filter { $0.width != 0 }.map(\.offset))
    for cluster in clusters {
      append(
        cluster, mayJoin: !borders.contains(cluster.range.lowerBound), chooser: &chooser)
    }
  }

  private mutating func append(
    _ cluster: Cluster, mayJoin: Bool, chooser: inout FontChooser
  ) {
    let style = styles[cluster.style]
    let range = cluster.range
    var font = cluster.font
    if font == nil {
      font = chooser.font(
        for: text.scalars(of: range), script: cluster.script, style: cluster.style)
      if font == nil {
        missing.append(range)
        font = chooser.primary(of: cluster.style)
      }
    }
    // Pictures are shaped alike in every script.
    let script = font?.hasColorBitmaps == true ? .common : cluster.script
    // Without any font there is nothing to draw; the missing clusters say so.
    guard let font else { return }
    let level = levels[range.lowerBound]
    if mayJoin, let last = runs.last, last.range.upperBound == range.lowerBound,
      last.level == level, last.script == script, last.font === font,
      last.style.shapesLike(style)
    {
      runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      runs.append(
        ItemizedRun(range: range, level: level, script: script, font: font, style: style))
    }
  }

  /// The quick answer for the common case: one unit, one character, in the first font.
  private static func covers(_ font: Font?, _ units: [UInt16], _ range: Range<Int>) -> Bool {
    let unit = units[range.lowerBound]
    guard range.count == 1, let scalar = Unicode.Scalar(unit) else { return false }
    if EmojiPresentation.mayBegin(with: unit), EmojiPresentation(of: [scalar]) != nil {
      return false
    }
    return font?.face.glyph(for: scalar) != nil
  }

  /// The script of each UTF-16 unit; what many scripts share takes that of the text before it, at
  /// the beginning that of the text after it (UAX #24 §5.1).
  private static func scripts(of units: [UInt16]) -> [Script] {
    var result = [Script](repeating: .common, count: units.count)
    var current: Script?
    var offset = 0
    while offset < units.count {
      let isPair = UTF16.isLeadSurrogate(units[offset]) && offset + 1 < units.count
      let end = offset + (isPair ? 2 : 1)
      var script = ownScript(of: units[offset..<end])
      if script.isNeutral {
        script = current ?? .common
      } else {
        if current == nil { for before in 0..<offset { result[before] = script } }
        current = script
      }
      for unit in offset..<end { result[unit] = script }
      offset = end
    }
    return result
  }

  private static func ownScript(of units: ArraySlice<UInt16>) -> Script {
    switch units[units.startIndex] {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0x80: .common
    default:
      String(decoding: units, as: UTF16.self).unicodeScalars.first
        .map { TextBreak.script(of: $0) } ?? .common
    }
  }
}

extension TextStyle {
  /// Whether text of both styles can be shaped as one.
  fileprivate func shapesLike(_ other: TextStyle) -> Bool {
    font.sizeInPx == other.font.sizeInPx && font.features == other.font.features
      && letterSpacing == other.letterSpacing && wordSpacing == other.wordSpacing
      && language == other.language
  }
}
